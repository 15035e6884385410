import { onCoreEvent } from "./events";
import { takeOffered } from "./files";

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

/** Files handed over by another program ("open with"), those that already wait and those that come later. */
export function onFilesOffered(offered: (paths: string[]) => void): () => void {
  const take = () => {
    void takeOffered().then((paths) => {
      if (paths.length > 0) offered(paths);
    });
  };
  take();
  return onCoreEvent("files-offered", take);
}
