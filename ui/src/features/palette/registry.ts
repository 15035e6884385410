import type { LucideIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { TextKey, Values } from "@/i18n";

/** Order of the groups in the palette, and heads of the sheet of keys. */
export const groups = ["selection", "list", "act", "go", "desk", "look"] as const;
export type Group = (typeof groups)[number];

/** What a command of the palette asks for, in one line. */
export interface CommandForm {
  placeholder: TextKey;
  /** What was typed, as it is understood so far. */
  understood?: (typed: string) => Promise<readonly string[]>;
  /** Whether it was done; otherwise the line stays. */
  submit: (typed: string) => Promise<boolean>;
}

/** One thing the window can do: found in the palette, printed on its key, listed on the sheet of keys. */
export interface Command {
  id: string;
  title: TextKey;
  values?: Values;
  group: Group;
  icon: LucideIcon;
  /** `mod+k`, `g p`, `?`: several when there is more than one way. */
  keys?: string | readonly string[];
  /** Words it can also be found by, beside its title in the other language: several parted by commas, in both languages. */
  also?: TextKey | readonly TextKey[];
  /** Said at the right of its row: what it would act on. */
  note?: string;
  /** On the sheet of keys only (moving in a list). */
  unlisted?: boolean;
  /** Works inside a text field too. Single letters never do. */
  inFields?: boolean;
  /** Asks for one line in the palette itself, then does it; elsewhere `run` does. */
  form?: CommandForm;
  /** Of another screen, or of the whole desk: listed after what is done here, and not at all where the screen in front has a command of the same id. */
  elsewhere?: boolean;
  /** Absent: always. */
  when?: () => boolean;
  run: () => void;
}

type Source = () => readonly Command[];
const sources: Source[] = [];

/** Adds commands for as long as the returned function is not called. */
export function register(source: Source): () => void {
  sources.push(source);
  return () => {
    const index = sources.indexOf(source);
    if (index >= 0) sources.splice(index, 1);
  };
}

/** Registers the commands of a screen while it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => register(() => latest.current), []);
}

/** What can be done now; the screen in front first, so that its keys win. */
export function availableCommands(): Command[] {
  return [...sources]
    .reverse()
    .flatMap((source) => source())
    .filter((command) => command.when?.() ?? true);
}

/** What the palette offers, each once: what the screen in front can do itself rather than the way to it. */
export function offeredCommands(): Command[] {
  const all = availableCommands();
  const here = new Set(all.filter((command) => !command.elsewhere).map(({ id }) => id));
  const seen = new Set<string>();
  return all.filter(({ id, elsewhere }) => {
    if (seen.has(id) || (elsewhere && here.has(id))) return false;
    seen.add(id);
    return true;
  });
}

/** Runs a command of another screen as soon as that screen offers it; one that never does is let go. */
export function runThere(id: string, until = Date.now() + 5000): void {
  const found = availableCommands().find((command) => command.id === id && !command.elsewhere);
  if (found) found.run();
  else if (Date.now() < until) setTimeout(() => runThere(id, until), 50);
}

/** The keys of a command as a list. */
export function keysOf(command: Command): readonly string[] {
  if (command.keys === undefined) return [];
  return typeof command.keys === "string" ? [command.keys] : command.keys;
}
