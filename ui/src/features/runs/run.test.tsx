import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Receipt, RunPeopleRequest, RunPersonView, RunRest, RunView, StepState } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const run = (part: Partial<RunView> = {}): RunView => ({
  id: "r14",
  number: 14,
  title: "Lyon",
  state: "running",
  config: "{}",
  sends: false,
  people: 268,
  waiting: 112,
  working: 3,
  done: 147,
  needsYou: 6,
  out: 0,
  forYou: 6,
  steps: [{ step: "write", done: 152, of: 268 }],
  perMinute: 14,
  secondsLeft: 480,
  drafts: 0,
  scheduled: 0,
  sent: 0,
  reason: null,
  createdAt: "2026-09-15T08:13:00Z",
  finishedAt: null,
  operation: "op14",
  undone: false,
  ...part,
});

const person = (
  id: string,
  state: RunPersonView["state"],
  part: Partial<RunPersonView> = {},
): RunPersonView => ({
  person: { id, name: `Person ${id}` },
  company: "",
  state,
  steps: { analyse: "done" },
  reason: null,
  outboxId: null,
  outboxState: null,
  followupOn: null,
  at: "2026-09-15T08:20:00Z",
  ...part,
});

const ended: RunPersonView[] = [
  person("1", "needs_you", {
    outboxId: "m1",
    outboxState: "unknown",
    reason: { code: "outbox.cut_off", params: {} },
  }),
  person("2", "out", { reason: { code: "gate.no_address", params: {} } }),
  person("3", "done", { outboxId: "m3", outboxState: "draft" }),
  person("4", "done", { outboxId: "m4", outboxState: "sent", followupOn: "2026-09-22" }),
];

const receipt: Receipt = {
  workflowId: "r13",
  number: 13,
  title: "Grenoble",
  state: "finished",
  prospectsProcessed: 4,
  emailsGenerated: 3,
  emailsSent: 1,
  emailsPractised: 0,
  emailsDrafted: 1,
  emailsUnknown: 1,
  emailsFailed: 0,
  emailsCancelled: 0,
  linkedinConnections: 0,
  followupsScheduled: 1,
  notContacted: 1,
  errors: [],
  warnings: [],
  duration: 1_440_000,
  startedAt: "2026-09-09T07:02:00Z",
  finishedAt: "2026-09-09T07:26:00Z",
  logs: [],
};

const rest = (part: Partial<RunRest> = {}): RunRest => ({
  waiting: 0,
  cancelledMessages: 0,
  cancelledFollowups: 0,
  undoneMessages: 0,
  undoneFollowups: 0,
  undoneNotes: 0,
  sent: 0,
  ...part,
});

const working: Answers = {
  run_get: () => run(),
  run_people: ({ state }: RunPeopleRequest) =>
    state === "needs_you"
      ? [person("9", "needs_you", { reason: { code: "gate.no_address", params: {} } })]
      : [],
  run_log: () => [],
  run_rest: () => rest({ waiting: 112 }),
  run_pause: () => run({ state: "paused" }),
  run_cancel: () => run({ state: "cancelling" }),
};

const over: Answers = {
  run_get: () => run({ id: "r13", number: 13, title: "Grenoble", state: "finished", people: 4 }),
  run_people: ({ offset }: RunPeopleRequest) => (offset === 0 ? ended : []),
  run_receipt: () => receipt,
  run_rest: () => rest({ undoneMessages: 1, undoneFollowups: 1, sent: 1 }),
  history_undo: () => ({
    operation: { id: "op13", intent: { code: "runs.run", params: { people: "4" } } },
    restored: 2,
    kept: [],
  }),
};

describe("a run at work", () => {
  it("accounts for everybody by lengths that add up, and says why somebody needs the seller", async () => {
    openWindow("/runs/r14", working);
    expect(await screen.findByText("153 of 268")).toBeVisible();
    const bar = screen.getByRole("progressbar", { name: "People of the run" });
    expect(bar).toHaveAttribute("aria-valuetext", "done 147, in work 3, need you 6");
    expect(await screen.findByText("No email address")).toBeVisible();
    expect(screen.getByText("14 a minute, about 8 min left")).toBeVisible();
  });

  it("tells messages that left from those that only have their time, for each person and in the tile", async () => {
    const mail = (id: string, outboxState: string | null, email: StepState) =>
      person(id, "done", { outboxId: outboxState && `m${id}`, outboxState, steps: { email } });
    openWindow("/runs/r14", {
      ...working,
      run_get: () =>
        run({ sends: true, scheduled: 24, sent: 13, steps: [{ step: "email", done: 38, of: 38 }] }),
      run_people: ({ state }: RunPeopleRequest) =>
        state === "done"
          ? [
              mail("1", "sent", "scheduled"),
              mail("2", "scheduled", "scheduled"),
              mail("3", "draft", "draft"),
              mail("4", null, "skipped"),
            ]
          : [],
    });
    const rowOf = async (name: string) =>
      within((await screen.findByText(name)).closest("[role='row']") as HTMLElement);
    expect((await rowOf("Person 1")).getByLabelText("Email: Sent")).toBeVisible();
    expect((await rowOf("Person 2")).getByLabelText("Email: Scheduled")).toBeVisible();
    expect((await rowOf("Person 3")).getByLabelText("Email: Draft")).toBeVisible();
    expect((await rowOf("Person 4")).getByLabelText("Email: nothing to do")).toBeVisible();
    // Of 38 written 24 have their time still to come and one failed: 13 were sent.
    const bar = screen.getByRole("progressbar", { name: "Sent" });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuetext", "sent 13, scheduled 24"));
    expect(bar.closest("li")).toHaveTextContent("13 of 38");
  });

  it("counts drafts where nothing leaves by itself", async () => {
    openWindow("/runs/r14", {
      ...working,
      run_get: () => run({ drafts: 30, steps: [{ step: "email", done: 30, of: 38 }] }),
    });
    const bar = await screen.findByRole("progressbar", { name: "Email drafts" });
    expect(bar).toHaveAttribute("aria-valuetext", "written 30");
  });

  it("pauses by one key and cancels only after a question", async () => {
    const { asked } = openWindow("/runs/r14", working);
    await screen.findByText("153 of 268");
    await userEvent.keyboard("p");
    await waitFor(() => expect(asked("run_pause")).toEqual([{ id: "r14" }]));
    await userEvent.click(screen.getByRole("button", { name: "Cancel the rest" }));
    const dialog = await screen.findByRole("dialog");
    expect(asked("run_cancel")).toEqual([]);
    expect(dialog).toHaveTextContent(/112 people have not been begun/);
    await userEvent.click(within(dialog).getByRole("button", { name: "Cancel the rest" }));
    await waitFor(() => expect(asked("run_cancel")).toEqual([{ id: "r14" }]));
  });

  it("says what cancelling gives up when everybody had their turn", async () => {
    openWindow("/runs/r14", {
      ...working,
      run_get: () => run({ waiting: 0, working: 0, done: 262, scheduled: 40 }),
      run_rest: () => rest({ cancelledMessages: 38, cancelledFollowups: 1 }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Cancel the rest" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog).toHaveTextContent(
      /had their turn.* 38 messages, scheduled or held back, are given up\. 1 planned follow-up is stopped too\. What has left stays sent/,
    );
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/runs/r14", working);
    await screen.findByText("No email address");
    expect(await faults(container)).toEqual([]);
  });
});

describe("a receipt", () => {
  it("adds up: its parts are its total, its lists are its people", async () => {
    openWindow("/runs/r13", over);
    const paper = await screen.findByRole("article", { name: "Receipt" });
    const lines = Object.fromEntries(
      [...paper.querySelectorAll("dt")].map((line) => [
        line.textContent,
        Number(line.parentElement?.querySelector("dd")?.textContent),
      ]),
    );
    expect(lines["Emails written"]).toBe(
      (lines.sent ?? 0) + (lines["kept as drafts"] ?? 0) + (lines["outcome unknown"] ?? 0),
    );
    expect(await screen.findByText("2 + 1 + 1 = 4")).toBeVisible();
  });

  it("does not call sent what is in the practice outbox", async () => {
    openWindow("/runs/r13", { ...over, run_receipt: () => ({ ...receipt, emailsPractised: 1 }) });
    const paper = await screen.findByRole("article", { name: "Receipt" });
    expect(within(paper).getByText("in the practice outbox")).toBeVisible();
    expect(within(paper).queryByText("sent")).toBeNull();
  });

  it("undoes what has not happened yet as one step, after saying what that is", async () => {
    const { asked } = openWindow("/runs/r13", over);
    expect(
      await screen.findByText(
        /Stop 1 follow-up, skip no LinkedIn note and give up 1 message that has not left\. 1 email has left/,
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /Undo what can be undone/ }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Undo all of it" }));
    await waitFor(() => expect(asked("history_undo")).toEqual([{ id: "op14" }]));
  });

  it("runs again on the same people, through the same question", async () => {
    const { asked } = openWindow("/runs/r13", { ...over, run_preflight: () => new Promise(() => {}) });
    await screen.findByText("2 + 1 + 1 = 4");
    await userEvent.click(screen.getByRole("button", { name: /Run again/ }));
    await waitFor(() => expect(asked("run_preflight")).toHaveLength(1));
    expect(asked("run_preflight")[0]).toMatchObject({
      selection: { kind: "ids", ids: ["1", "2", "3", "4"] },
    });
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/runs/r13", over);
    await screen.findByText("2 + 1 + 1 = 4");
    expect(await faults(container)).toEqual([]);
  });
});
