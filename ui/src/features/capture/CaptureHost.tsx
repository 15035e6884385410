import { useNavigate } from "@tanstack/react-router";
import { ListTodo, Trash2, Zap } from "lucide-react";
import { useEffect, useState } from "react";
import { useCommands } from "@/features/palette/registry";
import { CaptureDialog } from "./CaptureDialog";
import { onCapture } from "./state";

/** Quick capture over whatever screen is in hand, by its key or from the palette; and the ways to its list and to the trash. */
export function CaptureHost() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  useEffect(() => onCapture(() => setOpen(true)), []);
  useCommands([
    {
      id: "capture",
      title: "capture:title",
      also: "palette:words.capture",
      group: "act",
      icon: Zap,
      keys: "q",
      run: () => setOpen(true),
    },
    {
      id: "go/qualify",
      also: "palette:words.qualify",
      title: "capture:go",
      group: "go",
      icon: ListTodo,
      keys: "g q",
      run: () => void navigate({ to: "/qualify" }),
    },
    {
      id: "go/trash",
      also: "palette:words.trash",
      title: "trash:go",
      group: "go",
      icon: Trash2,
      keys: "g x",
      run: () => void navigate({ to: "/trash" }),
    },
  ]);
  return <CaptureDialog open={open} onClose={() => setOpen(false)} />;
}
