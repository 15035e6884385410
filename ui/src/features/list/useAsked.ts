import { useCallback, useMemo } from "react";
import { type Asked, addressOf } from "./clauses";

/** What an address asks beside its words, the same object while that is the same, and how it is changed: conditions are not drawn at each key. */
export function useAsked<Field extends string>(
  { filters, any, groups }: Asked<Field>,
  change: (part: ReturnType<typeof addressOf>) => void,
) {
  const asked = useMemo(
    (): Asked<Field> => ({ ...(filters && { filters }), ...(any && { any }), ...(groups && { groups }) }),
    [filters, any, groups],
  );
  const onChange = useCallback((next: Asked<Field>) => change(addressOf(next)), [change]);
  return { asked, onChange };
}
