import { ownKeys } from "@/design/keymap";
import { placeGroups } from "@/features/frame/places";
import type { TextKey } from "@/i18n";

/** A key the seller can choose anew, with what it does wherever it works. */
export interface Bindable {
  keys: string;
  title: TextKey;
  /** Values of the title: the name of a place. */
  place?: TextKey;
}

/** Keys that stay as they are: they mean the same in every program, or move what is in hand. */
export const fixed: readonly string[] = [
  "enter",
  "escape",
  "tab",
  "arrowup",
  "arrowdown",
  "arrowleft",
  "arrowright",
  "shift+arrowup",
  "shift+arrowdown",
  "f6",
  "shift+f6",
  "mod+enter",
  "mod+a",
  "mod+c",
  "mod+v",
  "mod+x",
];

/** The keys there are to choose, in groups. What a key does on a screen, it does on every screen. */
export const bindable: ReadonlyArray<{ title: TextKey; keys: readonly Bindable[] }> = [
  {
    title: "settings:keys.anywhere",
    keys: [
      { keys: "mod+k", title: "settings:keys.palette" },
      { keys: "?", title: "settings:keys.sheet" },
      { keys: "mod+z", title: "settings:keys.undo" },
      { keys: "mod+shift+z", title: "settings:keys.redo" },
      { keys: "mod+shift+l", title: "settings:keys.lock" },
      { keys: "q", title: "settings:keys.capture" },
    ],
  },
  {
    title: "settings:keys.lists",
    keys: [
      { keys: "j", title: "settings:keys.next" },
      { keys: "k", title: "settings:keys.previous" },
      { keys: "x", title: "settings:keys.tick" },
      { keys: "/", title: "settings:keys.search" },
      { keys: "n", title: "settings:keys.new" },
      { keys: "e", title: "settings:keys.edit" },
      { keys: "#", title: "settings:keys.remove" },
      { keys: "l", title: "settings:keys.label" },
      { keys: "h", title: "settings:keys.later" },
      { keys: "H", title: "settings:keys.muchLater" },
      { keys: "m", title: "settings:keys.move" },
    ],
  },
  {
    title: "settings:keys.work",
    keys: [
      { keys: "a", title: "settings:keys.approve" },
      { keys: "s", title: "settings:keys.skip" },
      { keys: "c", title: "settings:keys.connected" },
      { keys: "p", title: "settings:keys.pause" },
      { keys: "r", title: "settings:keys.start" },
      { keys: "t", title: "settings:keys.today" },
      { keys: "u", title: "settings:keys.takeBack" },
    ],
  },
  {
    title: "settings:keys.places",
    keys: [
      ...placeGroups.flatMap((group) =>
        group.places.map((place) => ({
          keys: `g ${place.letter}`,
          title: "frame:command.go" as const,
          place: place.title,
        })),
      ),
      { keys: "g q", title: "capture:go" },
      { keys: "g x", title: "trash:go" },
    ],
  },
];

/** Every key there is to choose. */
export const everyBindable: readonly Bindable[] = bindable.flatMap((group) => group.keys);

/** What a key is taken by, among the keys as the seller has them; nothing when it is free. */
export function takenBy(keys: string, but: string): Bindable | "fixed" | "begins" | undefined {
  if (fixed.includes(keys)) return "fixed";
  const other = everyBindable.find((one) => one.keys !== but && ownKeys(one.keys) === keys);
  if (other) return other;
  // A key that begins another's presses would never wait for the second.
  const begins = everyBindable.some(
    (one) =>
      one.keys !== but &&
      (ownKeys(one.keys).startsWith(`${keys} `) || keys.startsWith(`${ownKeys(one.keys)} `)),
  );
  return begins ? "begins" : undefined;
}
