import { commands } from "@/data/client";
import { read } from "@/data/queries";

/** The hand-off queue with its counters and what was done today. */
export const queueQuery = read(["linkedin_queue"], ["linkedin", "people", "settings"], () =>
  commands.linkedinQueue({}),
);
