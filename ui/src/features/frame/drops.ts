import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { keepDropped } from "@/features/import/dropped";
import { onFilesDropped, onFilesOffered } from "@/platform/drop";

/** A file dropped anywhere in the window, or handed over by another program, opens the import with it. */
export function useDroppedFiles(): void {
  const navigate = useNavigate();
  const importing = useLocation({ select: (location) => location.pathname === "/import" });
  const open = useCallback(
    ([path]: string[]) => {
      if (!path) return;
      keepDropped(path);
      void navigate({ to: "/import", search: {} });
    },
    [navigate],
  );
  useEffect(() => {
    // The import screen listens by itself, so that its drop zone can answer.
    if (importing) return;
    const stops = [onFilesDropped(open, () => {}), onFilesOffered(open)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [importing, open]);
}
