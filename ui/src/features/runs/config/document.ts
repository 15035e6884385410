import { findPlaces } from "./places";

/** What a run does, as its JSON document says it; every key may be left out. */
export interface RunDocument {
  actions: {
    generateEmails: boolean;
    sendEmails: boolean;
    sendLinkedInConnections: boolean;
    scheduleFollowups: boolean;
  };
  emailContext: string;
  linkedinTemplate: string;
  followupTemplate: string;
  delays: { betweenProspects: number; followupDays: number };
  maxFollowups: number;
}

/** The values a key takes when it is left out; the same as the core's. */
export const absent: RunDocument = {
  actions: {
    generateEmails: true,
    sendEmails: false,
    sendLinkedInConnections: true,
    scheduleFollowups: true,
  },
  emailContext: "",
  linkedinTemplate: "",
  followupTemplate: "",
  delays: { betweenProspects: 2000, followupDays: 7 },
  maxFollowups: 3,
};

/** One thing wrong with the document, at its line. */
export interface Problem {
  kind: "json" | "unknown" | "type" | "range";
  /** Path of the key; empty for the whole document. */
  path: string;
  line: number;
  /** The key that was probably meant, or the kind of value expected. */
  hint?: string;
}

/** The document read, with everything that is wrong with it. */
export interface ReadDocument {
  value: RunDocument;
  problems: Problem[];
}

type Shape = { readonly [key: string]: "boolean" | "string" | "number" | Shape };

const shape: Shape = {
  actions: {
    generateEmails: "boolean",
    sendEmails: "boolean",
    sendLinkedInConnections: "boolean",
    scheduleFollowups: "boolean",
  },
  emailContext: "string",
  linkedinTemplate: "string",
  followupTemplate: "string",
  delays: { betweenProspects: "number", followupDays: "number" },
  maxFollowups: "number",
};

/** Reads a document; wrong or unknown keys are listed with their lines and the rest is read all the same. */
export function readDocument(text: string): ReadDocument {
  const places = findPlaces(text);
  if (!places.ok) return { value: absent, problems: [{ kind: "json", path: "", line: places.line }] };
  const problems: Problem[] = [];
  const line = (path: string) => places.of.get(path)?.line ?? 1;
  const root: unknown = JSON.parse(text);
  const value = structuredClone(absent) as unknown as Record<string, unknown>;
  const walk = (node: unknown, wanted: Shape, into: Record<string, unknown>, path: string) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) {
      problems.push({ kind: "type", path, line: line(path), hint: "object" });
      return;
    }
    for (const [key, given] of Object.entries(node)) {
      const own = path ? `${path}.${key}` : key;
      const kind = Object.hasOwn(wanted, key) ? wanted[key] : undefined;
      if (kind === undefined) {
        const meant = closest(key, Object.keys(wanted));
        problems.push({ kind: "unknown", path: own, line: line(own), ...(meant ? { hint: meant } : {}) });
      } else if (typeof kind === "object") walk(given, kind, into[key] as Record<string, unknown>, own);
      else if (typeof given !== kind) problems.push({ kind: "type", path: own, line: line(own), hint: kind });
      else if (typeof given === "number" && (!Number.isInteger(given) || given < 0))
        problems.push({ kind: "range", path: own, line: line(own) });
      else into[key] = given;
    }
  };
  walk(root, shape, value, "");
  return { value: value as unknown as RunDocument, problems };
}

/** The document with one value changed. Keys the seller never wrote stay left out; the form is written with two spaces. */
export function changeDocument(text: string, path: string, value: string | number | boolean): string {
  const root = findPlaces(text).ok ? (JSON.parse(text) as Record<string, unknown>) : {};
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let node = root;
  for (const key of keys) {
    const next = node[key];
    if (typeof next !== "object" || next === null) node[key] = {};
    node = node[key] as Record<string, unknown>;
  }
  node[last] = value;
  return JSON.stringify(root, null, 2);
}

/** The document as it is best read: two spaces, keys in the order of the form. One with problems is left as it was typed. */
export function tidyDocument(text: string): string {
  if (readDocument(text).problems.length > 0) return text;
  const order = (node: Record<string, unknown>, wanted: Shape): Record<string, unknown> =>
    Object.fromEntries(
      Object.keys(wanted)
        .filter((key) => Object.hasOwn(node, key))
        .map((key) => {
          const kind = wanted[key];
          return [
            key,
            typeof kind === "object" ? order(node[key] as Record<string, unknown>, kind) : node[key],
          ];
        }),
    );
  return JSON.stringify(order(JSON.parse(text) as Record<string, unknown>, shape), null, 2);
}

/** The known word nearest to a misspelled one, if one is near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const best = known
    .map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, two) => one.steps - two.steps)[0];
  return best && best.steps <= Math.max(2, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined;
}

function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= two.length; j++) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[two.length] ?? 0;
}
