import { commands } from "@/data/client";
import { read } from "@/data/queries";

/** One person whole, with what the desk may still send them. */
export function personQuery(id: string) {
  return read(["people_get", id], ["people", "outbox", "followups", "linkedin", "settings"], () =>
    commands.peopleGet({ id }),
  );
}
