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

/** What a command is also called, and by how much less it counts than the words on the screen. */
function synonyms(command: Command, words: Words): { synonym: string; less: number }[] {
  const other: Locale = words.locale === "fr" ? "en" : "fr";
  // What stands for a value in a title says nothing by itself.
  const bare = words
    .textIn(other, command.title)
    .replace(/[\s“«]*\{\w+\}[\s”»]*/g, " ")
    .replace(/\s*:?\s*$/, "")
    .trim();
  const also = typeof command.also === "string" ? [command.also] : (command.also ?? []);
  const listed = also.flatMap((key) => [words.text(key), words.textIn(other, key)].join(",").split(","));
  return [
    ...(bare ? [{ synonym: bare, less: 10 }] : []),
    ...listed
      .map((synonym) => synonym.trim())
      .filter(Boolean)
      .map((synonym) => ({ synonym, less: 30 })),
  ];
}

/** The commands that answer a query, best first, those that answer alike in their own order; with no query all of them, in their own order. */
export function rank(query: string, commands: readonly Command[], words: Words): Found[] {
  const found: Found[] = [];
  for (const command of commands) {
    if (command.unlisted) continue;
    const title = words.text(command.title, command.values);
    const own = match(query, title);
    if (own) {
      found.push({ command, title, marks: own.marks, score: own.score });
      continue;
    }
    const best = synonyms(command, words)
      .flatMap(({ synonym, less }) => {
        const answer = match(query, synonym);
        return answer ? [{ synonym, score: answer.score - less }] : [];
      })
      .sort((one, two) => two.score - one.score)[0];
    if (best) found.push({ command, title, marks: [], also: best.synonym, score: best.score });
    else {
      // "export csv companies": each word somewhere, in the title or in a synonym.
      const parts = query.trim().split(/\s+/);
      const all = [title, ...synonyms(command, words).map(({ synonym }) => synonym)].join(", ");
      if (parts.length > 1 && parts.every((part) => (match(part, all)?.score ?? 0) > 60))
        found.push({ command, title, marks: [], score: 10 });
    }
  }
  return query.trim() ? found.sort((one, two) => Math.floor(two.score) - Math.floor(one.score)) : found;
}
