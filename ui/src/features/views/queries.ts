import { commands } from "@/data/client";
import { read } from "@/data/queries";

/** Every saved view, in the seller's order. */
export const viewsQuery = read(["views_list"], ["views"], () => commands.viewsList({}));
