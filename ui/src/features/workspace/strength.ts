/** How long a passphrase would hold: words or letters, by rough count of bits. `empty` when there is none. */
export type Strength = "empty" | "short" | "fair" | "good";

/** Estimates a passphrase by its length and variety; four unrelated words or sixteen mixed letters are good. */
export function strength(passphrase: string): Strength {
  if (passphrase.length === 0) return "empty";
  if (passphrase.length < 8) return "short";
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(passphrase)).length;
  const different = new Set(passphrase).size;
  const bits = Math.min(passphrase.length, different * 1.6) * (kinds >= 3 ? 4.5 : kinds === 2 ? 3.8 : 3);
  return bits >= 55 ? "good" : bits >= 34 ? "fair" : "short";
}
