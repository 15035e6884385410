import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render } from "@testing-library/react";
import type { StatusMeaning, StatusView } from "@/data/client";
import { makeQueryClient } from "@/data/queries";
import { DesignProviders } from "@/design/Providers";
import { makeRouter } from "@/routes/router";
import { giveLayout } from "./layout";

/** Answers of the core by command; a thrown value is its refusal. */
export type Answers = Record<string, (request: never) => unknown>;

/** A status as every desk begins with it. */
const status = (meaning: StatusMeaning, nameFr: string, nameEn: string, colour: string): StatusView => ({
  key: meaning,
  meaning,
  nameFr,
  nameEn,
  colour,
  rottenDays: null,
  hidden: false,
  deleted: false,
  fixed: meaning === "new" || meaning === "contacted" || meaning === "do_not_contact",
});

/** The statuses every desk begins with. */
export const statuses: readonly StatusView[] = [
  status("new", "Nouveau", "New", "quiet"),
  status("contacted", "Contacté", "Contacted", "line"),
  status("interested", "Intéressé", "Interested", "accent"),
  status("qualified", "Qualifié", "Qualified", "warn"),
  status("converted", "Converti", "Converted", "ok"),
  status("lost", "Perdu", "Lost", ""),
  status("do_not_contact", "Ne pas contacter", "Do not contact", "bad"),
];

const quiet: Answers = {
  statuses_list: () => ({ statuses }),
  privacy_get: () => ({
    source: "manual",
    sourceDetail: "",
    collected: "2026-09-08",
    basis: "legitimate_interest",
    informedAt: null,
    informedOn: null,
    heardOn: null,
    heardBy: "",
    heardHow: "",
    until: "2029-09-08",
    expired: false,
    years: 3,
    consents: [],
  }),
  workspace_status: () => ({
    state: "open",
    locale: "en",
    keychain: true,
    passphrase: false,
    recoveryConfirmed: true,
    sample: false,
    heldAfterRestore: false,
    sendingPaused: null,
    folder: "/desk",
    version: "0.1.0",
  }),
  settings_get: () => ({ values: [], secrets: [] }),
  people_count: () => ({ matching: 0, total: 0 }),
  companies_count: () => ({ matching: 0, total: 0 }),
  opportunities_count: () => ({ matching: 0, total: 0, open: [], weighted: [] }),
  opportunities_list: () => ({ rows: [], last: true }),
  opportunities_search: () => [],
  pipelines_list: () => ({ pipelines: [], reasons: [] }),
  duplicates_state: () => ({
    search: null,
    merging: null,
    searchedAt: null,
    stale: false,
    exactPeople: 0,
    probablePeople: 0,
    exactCompanies: 0,
    probableCompanies: 0,
  }),
  duplicates_of: () => ({ sameAs: [], merged: [], mergedInto: null }),
  today_get: () => ({ rows: [], count: 0 }),
  outbox_counts: () => ({
    draft: 0,
    held: 0,
    scheduled: 0,
    sending: 0,
    sent: 0,
    unknown: 0,
    failed: 0,
    cancelled: 0,
    nextAt: null,
  }),
  outbox_list: () => [],
  linkedin_queue: () => ({
    tasks: [],
    waiting: 0,
    today: 0,
    dailyCap: 20,
    week: 0,
    weeklyCap: 100,
    notesMonth: 0,
    notesCap: 0,
    wait: null,
    done: [],
  }),
  followup_list: () => ({ rows: [], due: 0, later: 0 }),
  health_get: () => ({
    parts: [],
    caps: [],
    lastBackupAt: null,
    nextSendAt: null,
    queue: 0,
    paused: null,
    deskBytes: 0,
    people: 0,
  }),
  tasks_list: () => ({ rows: [], last: true, counts: { overdue: 0, today: 0, open: 0 } }),
  history_top: () => ({ undo: null, redo: null }),
  scores_get: () => ({ value: null, temperature: null, scale: 0, factors: [], history: [] }),
  history_list: () => [],
  history_changes: () => ({ rows: [], next: null }),
  backup_list: () => [],
  run_list: () => [],
  take_offered: () => [],
  views_list: () => [],
  fields_list: () => [],
  texts_search: () => [],
};

/** Opens the whole window at a place, with its frame and its keys, over a scripted core. `calls` is what the core was asked. */
export function openWindow(place: string, answers: Answers = {}) {
  giveLayout(900, 800);
  const calls: Array<{ command: string; request: unknown }> = [];
  mockIPC(
    (command, args) => {
      const { request } = (args ?? {}) as { request?: unknown };
      calls.push({ command, request });
      const answer = answers[command] ?? quiet[command];
      if (!answer)
        throw { code: "api.unknown_command", params: { name: command }, retryable: false, ref: "test" };
      return answer(request as never);
    },
    { shouldMockEvents: true },
  );
  window.location.hash = place;
  const client = makeQueryClient();
  const drawn = render(
    <QueryClientProvider client={client}>
      <DesignProviders instant>
        <RouterProvider router={makeRouter()} />
      </DesignProviders>
    </QueryClientProvider>,
  );
  const asked = (command: string) =>
    calls.filter((call) => call.command === command).map((call) => call.request);
  return { ...drawn, calls, asked, client };
}
