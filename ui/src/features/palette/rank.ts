import type { Locale, TextKey, Values } from "@/i18n";
import { match } from "./match";
import type { Command } from "./registry";

/** A command as the palette shows it. */
export interface Found {
  command: Command;
  title: string;
  marks: ReadonlyArray<readonly [number, number]>;
  /** The word of the other language it was found by. */
  also?: string;
  score: number;
}

interface Words {
  text: (key: TextKey, values?: Values) => string;
  textIn: (locale: Locale, key: TextKey) => string;
  locale: Locale;
}

/** The commands that answer a query, best first; with no query all of them, in their own order. */
export function rank(query: string, commands: readonly Command[], words: Words): Found[] {
  const other: Locale = words.locale === "fr" ? "en" : "fr";
  const found: Found[] = [];
  for (const command of commands) {
    if (command.unlisted) continue;
    const title = words.text(command.title, command.values);
    const own = match(query, title);
    if (own) {
      found.push({ command, title, marks: own.marks, score: own.score });
      continue;
    }
    const synonyms = [
      words.textIn(other, command.title),
      ...(command.also ? [words.text(command.also), words.textIn(other, command.also)] : []),
    ];
    const best = synonyms
      .map((synonym) => ({ synonym, answer: match(query, synonym) }))
      .filter((candidate) => candidate.answer)
      .sort((one, two) => (two.answer?.score ?? 0) - (one.answer?.score ?? 0))[0];
    // A synonym counts a little less than the words on the screen.
    if (best?.answer)
      found.push({ command, title, marks: [], also: best.synonym, score: best.answer.score - 10 });
  }
  return query.trim() ? found.sort((one, two) => two.score - one.score) : found;
}
