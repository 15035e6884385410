import type { ImportRowView, ImportView } from "@/data/client";

/** Of a long value the beginning is enough to know it by. */
const LONG = 60;

/** What the core takes out of a value, made visible: a line break, a tab, anything else that cannot be seen. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A value of a line that was cleaned, as the file has it, with signs for what cannot be seen, and as it is taken. */
export function cleanedIn(
  line: Pick<ImportRowView, "cells" | "reason">,
  columns: ImportView["columns"],
): { before: string; after: string } | undefined {
  const field = line.reason?.code === "imports.cleaned" ? line.reason.params.field : undefined;
  if (!field) return undefined;
  const raw = columns
    .map((column, at) => (codeOf(column.field) === field ? (line.cells[at] ?? "").trim() : ""))
    .find((value) => value.search(UNSEEN) >= 0);
  if (raw === undefined) return undefined;
  // What parts words becomes a space, what is only invisible goes.
  const broken = (sign: string) => sign <= "\u009f" || sign === "\u2028" || sign === "\u2029";
  const after = raw.replace(UNSEEN, (sign) => (broken(sign) ? " " : "")).replace(/ {2,}/g, " ");
  const before = raw.replace(/\r\n/g, "\n").replace(UNSEEN, (sign) => signs[sign] ?? "␣");
  return { before: cut(before), after: cut(after.trim()) };
}

const signs: Readonly<Record<string, string>> = { "\n": "↵", "\r": "↵", "\u2028": "↵", "\t": "⇥" };

function cut(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** The field of a mapping as reasons name it. */
function codeOf(field: string | null): string {
  return (field ?? "").replace("linked_in", "linkedin").replace("follow_up", "followup");
}
