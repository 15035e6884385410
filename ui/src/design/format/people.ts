/** Two letters for the disc of a person or the square of a company: `Élise Tournier` → `ÉT`, `Bastide` → `B`. */
export function initials(name: string): string {
  const words = name.split(/[\s\u00A0-]+/).filter((word) => /\p{L}|\d/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => (word ? ([...word][0] ?? "") : ""))
    .join("")
    .toLocaleUpperCase();
}

/** The part of a LinkedIn address people know: `/in/camille-faure`. */
export function profilePath(url: string): string {
  const found = /linkedin\.com(\/in\/[^/?#]+)/i.exec(url);
  if (!found?.[1]) return url.replace(/^https?:\/\/(www\.)?/, "");
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return found[1];
  }
}
