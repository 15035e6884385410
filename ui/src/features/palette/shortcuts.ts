import { ownKeys } from "@/design/keymap";
import { isMac } from "@/design/keys";
import { availableCommands, type Command, keysOf } from "./registry";

/** How long the second key of a sequence (`g p`) may take, in milliseconds. */
const SEQUENCE_MS = 1200;

/** A key press in the words of the registry: `mod+shift+z`, `?`, `Escape` as `escape`. Layout-aware: it reads the letter typed. */
export function pressOf(event: KeyboardEvent, mac: boolean = isMac): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const names: string[] = [];
  if (mod) names.push("mod");
  if (mac && event.ctrlKey) names.push("ctrl");
  if (event.altKey && !typedWithAltGraph(event)) names.push("alt");
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  // Shift is part of the character for `?` or `/`; it is named for letters and for keys without a character.
  const letter = /^\p{L}$/u.test(event.key);
  if (event.shiftKey && (event.key.length > 1 || (letter && names.length > 0))) names.push("shift");
  return [...names, letter && event.shiftKey && names.length === 0 ? event.key : key].join("+");
}

function typedWithAltGraph(event: KeyboardEvent): boolean {
  return event.getModifierState?.("AltGraph") ?? false;
}

/** Whether a key press belongs to a field: ⌘Z stays local there and single letters are typed. */
export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
  );
}

/** Listens to the keyboard for all registered commands. `modal` says whether something covers the frame: then only its own keys act. */
export function listenToKeys(modal: () => boolean): () => void {
  let pending = "";
  let until = 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ["Shift", "Control", "Alt", "Meta"].includes(event.key)
    )
      return;
    if (modal()) return;
    const press = pressOf(event);
    const field = inField(event.target);
    const sequence = !field && pending && event.timeStamp < until ? `${pending} ${press}` : press;
    pending = "";
    const commands = availableCommands();
    const usable = (command: Command) => !field || command.inFields;
    const own = (command: Command) => keysOf(command).map((keys) => ownKeys(keys));
    const found = commands.find((command) => usable(command) && own(command).includes(sequence));
    if (found) {
      event.preventDefault();
      found.run();
      return;
    }
    if (!field && commands.some((command) => own(command).some((keys) => keys.startsWith(`${press} `)))) {
      pending = press;
      until = event.timeStamp + SEQUENCE_MS;
    }
  };

  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}
