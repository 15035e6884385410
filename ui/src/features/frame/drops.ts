import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { keepDropped } from "@/features/import/dropped";
import { onFilesDropped, onFilesOffered } from "@/platform/drop";

/** A file dropped anywhere in the window, or handed over by another program, opens the import with it. */
export function useDroppedFiles(): void {
  const navigate = useNavigate();
  const asking = useLocation({
    select: ({ pathname, search }) => pathname === "/import" && !("id" in search && search.id),
  });
  const open = useCallback(
    ([path]: string[]) => {
      if (!path) return;
      keepDropped(path);
      void navigate({ to: "/import", search: {} });
    },
    [navigate],
  );
  useEffect(() => {
    // The first step of an import listens by itself, so that its drop zone can answer. Its other steps have none.
    if (asking) return;
    const stops = [onFilesDropped(open, () => {}), onFilesOffered(open)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [asking, open]);
}
