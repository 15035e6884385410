import { commands, type RunPersonState, type Selection } from "@/data/client";
import { readPages } from "@/data/pages";
import { read } from "@/data/queries";

/** How often a working run is asked again, should an event have been missed, in milliseconds. */
export const POLL_MS = 1000;

/** Runs, newest first, a page at a time. */
export const runsQuery = readPages(["run_list"], ["runs"], 50, (offset, limit) =>
  commands.runList({ offset, limit }),
);

/** One run. */
export function runQuery(id: string) {
  return read(["run_get", id], ["runs", "outbox"], () => commands.runGet({ id }));
}

/** The first people of a run in one state. */
export function runPeopleQuery(id: string, state: RunPersonState, limit: number) {
  return read(["run_people", id, state, limit], ["runs", "outbox"], () =>
    commands.runPeople({ id, state, offset: 0, limit }),
  );
}

/** Everybody of a run, page by page. */
export function everybodyQuery(id: string) {
  return readPages(
    ["run_people", id, "all"],
    ["runs", "outbox", "linkedin", "followups"],
    500,
    (offset, limit) => commands.runPeople({ id, state: null, offset, limit }),
  );
}

/** The newest lines of a run's log. */
export function runLogQuery(id: string, problems: boolean) {
  return read(["run_log", id, problems], ["runs"], () =>
    commands.runLog({ id, problems, before: null, limit: 200 }),
  );
}

/** The receipt of a run that has ended. */
export function receiptQuery(id: string) {
  return read(["run_receipt", id], ["runs", "outbox"], () => commands.runReceipt({ id }));
}

/** What of a run has not happened yet. */
export function restQuery(id: string) {
  return read(["run_rest", id], ["runs", "outbox", "linkedin", "followups"], () => commands.runRest({ id }));
}

/** The configuration a new run starts from. */
export const configQuery = read(["run_default_config"], ["settings", "runs"], () =>
  commands.runDefaultConfig({}),
);

/** What a run would do, with nothing done. */
export function preflightQuery(selection: Selection, config: string) {
  return read(
    ["run_preflight", selection, config],
    ["people", "settings", "outbox", "runs", "workspace"],
    () => commands.runPreflight({ selection, config }),
  );
}

/** Exactly what would be sent to the model for the first person. */
export function modelPreviewQuery(selection: Selection, config: string) {
  return read(["run_model_preview", selection, config], ["people", "settings"], () =>
    commands.runModelPreview({ selection, config }),
  );
}
