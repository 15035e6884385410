/** Letters of a recovery key: no O, I, 0 or 1, which are misread on paper. */
const letters = /[A-HJ-NP-Z2-9]/g;

/** Groups a recovery key is printed in. */
export const groupCount = 8;
export const groupLength = 4;

/** What was typed, in capitals and without anything a key does not hold; the usual misreadings are not guessed. */
export function clean(typed: string): string {
  return typed.toUpperCase().match(letters)?.join("") ?? "";
}

/** A key in its groups: `K7QD-4XW2-…` → `["K7QD", "4XW2", …]`. */
export function groupsOf(key: string): string[] {
  return clean(key).match(/.{1,4}/g) ?? [];
}

/** Two different groups to retype, in order. `random` gives numbers from 0 up to, not including, 1. */
export function twoGroups(random: () => number): [number, number] {
  const first = Math.floor(random() * groupCount);
  const other = (first + 1 + Math.floor(random() * (groupCount - 1))) % groupCount;
  return first < other ? [first, other] : [other, first];
}

/** Whether a typed group is the one on the sheet. */
export function sameGroup(typed: string, group: string | undefined): boolean {
  return group !== undefined && clean(typed) === group;
}

/** Whether a whole key has been typed. */
export function isWhole(typed: string): boolean {
  return clean(typed).length === groupCount * groupLength;
}
