import { commands } from "@/data/client";
import { read } from "@/data/queries";

/** Everybody to qualify. */
export const waitingQuery = read(["capture_list"], ["people", "companies"], () => commands.captureList({}));
