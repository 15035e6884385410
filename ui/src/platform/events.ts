import { listen } from "@tauri-apps/api/event";

/** Listens to an event of the core until the returned function is called. */
export function onCoreEvent<Payload>(name: string, heard: (payload: Payload) => void): () => void {
  let stop: (() => void) | undefined;
  let over = false;
  void listen<Payload>(name, (event) => heard(event.payload)).then((unlisten) => {
    if (over) unlisten();
    else stop = unlisten;
  });
  return () => {
    over = true;
    stop?.();
  };
}
