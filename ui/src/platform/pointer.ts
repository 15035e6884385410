/** What the first press of a series fell on. */
let pressed: EventTarget | null = null;

/**
 * The second click of a double click is none when something else has come under the pointer meanwhile: a dialog that has just opened is not
 * closed again, a row that has moved up is not taken for the one before it.
 */
export function forgiveDoubleClicks(root: EventTarget): void {
  const swallow = (event: Event) => {
    if (!(event instanceof MouseEvent)) return;
    if (event.detail < 2) {
      if (event.type === "mousedown") pressed = event.target;
    } else if (event.target !== pressed) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const type of ["mousedown", "mouseup", "click"])
    root.addEventListener(type, swallow, { capture: true });
}
