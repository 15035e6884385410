import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { keepDropped } from "@/features/import/dropped";
import { onFilesDropped } from "@/platform/drop";

/** A file dropped anywhere in the window opens the import with it. */
export function useDroppedFiles(): void {
  const navigate = useNavigate();
  const importing = useLocation({ select: (location) => location.pathname === "/import" });
  useEffect(() => {
    // The import screen listens by itself, so that its drop zone can answer.
    if (importing) return;
    return onFilesDropped(
      ([path]) => {
        if (!path) return;
        keepDropped(path);
        void navigate({ to: "/import", search: {} });
      },
      () => {},
    );
  }, [importing, navigate]);
}
