import { onCoreEvent } from "./events";
import { takeOffered } from "./files";

/** Where the pointer is, as the shell tells it. */
interface Dragged {
  paths?: string[];
  position?: { x: number; y: number };
}

interface Place {
  element: Element;
}

/** Parts of the page that take what is dropped on them, before the window does. */
const places = new Set<Place>();

/** The part of the page under the pointer that takes files. The shell counts in the window’s own pixels, the page in those of its zoom. */
function placeAt(at: Dragged["position"]): Place | undefined {
  if (!at || places.size === 0) return undefined;
  const zoom = Math.round((window.outerWidth / window.innerWidth) * 10) / 10 || 1;
  const [x, y] = [at.x / zoom, at.y / zoom];
  return [...places].find(({ element }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  });
}

/** Files dropped on the window, by path, but for parts of it that take files themselves; a page never sees their content. */
export function onFilesDropped(
  dropped: (paths: string[]) => void,
  hovering: (over: boolean) => void,
): () => void {
  const stops = [
    onCoreEvent<Dragged>("tauri://drag-drop", ({ paths, position }) => {
      hovering(false);
      if (!placeAt(position)) dropped(paths ?? []);
    }),
    onCoreEvent<Dragged>("tauri://drag-enter", ({ position }) => hovering(!placeAt(position))),
    onCoreEvent<Dragged>("tauri://drag-over", ({ position }) => hovering(!placeAt(position))),
    onCoreEvent("tauri://drag-leave", () => hovering(false)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Files dropped on one part of the page, by path, until the returned function is called. */
export function onFilesDroppedOn(
  element: Element,
  dropped: (paths: string[]) => void,
  hovering: (over: boolean) => void,
): () => void {
  const place: Place = { element };
  places.add(place);
  const over = ({ position }: Dragged) => hovering(placeAt(position) === place);
  const stops = [
    onCoreEvent<Dragged>("tauri://drag-drop", ({ paths, position }) => {
      hovering(false);
      if (placeAt(position) === place) dropped(paths ?? []);
    }),
    onCoreEvent<Dragged>("tauri://drag-enter", over),
    onCoreEvent<Dragged>("tauri://drag-over", over),
    onCoreEvent("tauri://drag-leave", () => hovering(false)),
  ];
  return () => {
    places.delete(place);
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
