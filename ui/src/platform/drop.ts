import { onCoreEvent } from "./events";

/** Files dropped on the window, by path; the shell hears them, so a page never sees their content. */
export function onFilesDropped(
  dropped: (paths: string[]) => void,
  hovering: (over: boolean) => void,
): () => void {
  const stops = [
    onCoreEvent<{ paths: string[] }>("tauri://drag-drop", ({ paths }) => {
      hovering(false);
      dropped(paths);
    }),
    onCoreEvent("tauri://drag-enter", () => hovering(true)),
    onCoreEvent("tauri://drag-leave", () => hovering(false)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
