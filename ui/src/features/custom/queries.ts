import { useQuery } from "@tanstack/react-query";
import { type CustomField, type CustomOf, commands } from "@/data/client";
import { read } from "@/data/queries";

/** Every field the seller added, in their order. */
export const fieldsQuery = read(["fields_list"], ["views", "people", "companies", "opportunities"], () =>
  commands.fieldsList({}),
);

const none: readonly CustomField[] = [];

/** The fields the seller added to one kind of record. */
export function useFields(of: CustomOf): readonly CustomField[] {
  const fields = useQuery(fieldsQuery).data;
  return fields?.filter((field) => field.of === of) ?? none;
}
