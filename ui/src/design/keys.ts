/** Whether this computer prints ⌘ where others print Ctrl. */
export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform ?? "");

const macNames: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥", ctrl: "⌃" };
const otherNames: Record<string, string> = { mod: "Ctrl", shift: "⇧", alt: "Alt", ctrl: "Ctrl" };
const named: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  tab: "Tab",
  home: "Home",
  space: "␣",
  backspace: "⌫",
};

/** The caps of a shortcut, one a key press: `mod+shift+z` → `⇧⌘Z` or `Ctrl ⇧ Z`; `g p` → `G`, `P`. */
export function keyCaps(keys: string, mac: boolean = isMac): string[] {
  return keys.split(" ").map((press) => {
    const names = press.split("+");
    const key = names.pop() ?? "";
    const order = mac ? ["ctrl", "alt", "shift", "mod"] : ["mod", "ctrl", "alt", "shift"];
    const modifiers = order
      .filter((name) => names.includes(name))
      .map((name) => (mac ? macNames : otherNames)[name] ?? name);
    const cap =
      named[key.toLowerCase()] ??
      (/^f\d+$/.test(key) ? key.toUpperCase() : undefined) ??
      (key.length === 1 ? key.toUpperCase() : key);
    return mac ? [...modifiers, cap].join("") : [...modifiers, cap].join(" ");
  });
}
