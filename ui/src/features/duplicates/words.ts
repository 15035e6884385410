import type { DuplicateGroup, DuplicateReason } from "@/data/client";
import type { Text, TextKey } from "@/i18n";

/** One reason in words: what was compared and how alike it is. */
export function reasonWords(reason: DuplicateReason, t: Text): string {
  return t(`duplicates:why.${reason.part}` as TextKey, { likeness: reason.likeness });
}

/** The first reasons that speak for a group, as one line. */
export function groupWords(group: DuplicateGroup, t: Text): string {
  return group.reasons
    .filter((reason) => reason.speaks)
    .slice(0, 3)
    .map((reason, index) => {
      const words = reasonWords(reason, t);
      return index === 0 ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1);
    })
    .join(", ");
}

/** A, B, C … for the columns of a review. */
export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}

/** What a group says it is. */
export function verdictKey(group: Pick<DuplicateGroup, "kind" | "verdict">) {
  const exact = group.verdict === "exact";
  if (group.kind === "person")
    return exact
      ? ("duplicates:verdict.exactPerson" as const)
      : ("duplicates:verdict.probablePerson" as const);
  return exact
    ? ("duplicates:verdict.exactCompany" as const)
    : ("duplicates:verdict.probableCompany" as const);
}
