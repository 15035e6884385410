import type { ImportPolicy, ImportRules } from "@/data/client";

/** What is told for one field; nothing where it is as for all others. */
export function policyOf(rules: ImportRules, field: string): ImportPolicy | null {
  return rules.policies.find((special) => special.field === field)?.policy ?? null;
}

/** The rules with one field told otherwise, or again as all others. */
export function withPolicy(rules: ImportRules, field: string, policy: ImportPolicy | null): ImportRules {
  const others = rules.policies.filter((special) => special.field !== field);
  return { ...rules, policies: policy ? [...others, { field, policy }] : others };
}

/** Whether two sets of rules say the same. */
export function sameRules(one: ImportRules, other: ImportRules): boolean {
  const told = ({ keys, usual, policies, tags, list, source }: ImportRules) =>
    JSON.stringify([
      [...keys].sort(),
      usual,
      policies.map(({ field, policy }) => `${field} ${policy}`).sort(),
      tags,
      list.trim(),
      source.trim(),
    ]);
  return told(one) === told(other);
}
