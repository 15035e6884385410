/** Where a value of a JSON text begins. Lines count from 1. */
export interface Place {
  line: number;
}

/** The places of all keys of a JSON text by their path (`delays.followupDays`), or where it stops being JSON. */
export type Places = { ok: true; of: ReadonlyMap<string, Place> } | { ok: false; line: number };

class Scan {
  at = 0;
  readonly places = new Map<string, Place>();
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  line(): number {
    return this.text.slice(0, this.at).split("\n").length;
  }

  space(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  take(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  need(char: string): void {
    if (!this.take(char)) throw new SyntaxError(char);
  }

  literal(): unknown {
    this.space();
    const found = /^(?:"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(
      this.text.slice(this.at),
    );
    if (!found) throw new SyntaxError("value");
    const value: unknown = JSON.parse(found[0]);
    this.at += found[0].length;
    return value;
  }

  value(path: string): void {
    this.space();
    if (this.take("{")) {
      if (this.take("}")) return;
      do {
        this.space();
        const line = this.line();
        const key = String(this.literal());
        const own = path ? `${path}.${key}` : key;
        this.places.set(own, { line });
        this.need(":");
        this.value(own);
      } while (this.take(","));
      this.need("}");
    } else if (this.take("[")) {
      if (this.take("]")) return;
      let index = 0;
      do this.value(`${path}.${index++}`);
      while (this.take(","));
      this.need("]");
    } else this.literal();
  }
}

/** Finds the line of every key, so that an error can be shown at its place. */
export function findPlaces(text: string): Places {
  const scan = new Scan(text);
  try {
    scan.value("");
    scan.space();
    if (scan.at < text.length) throw new SyntaxError("end");
    return { ok: true, of: scan.places };
  } catch {
    return { ok: false, line: scan.line() };
  }
}
