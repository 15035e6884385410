import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { OutboxDetail, OutboxRow, OutboxState } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

function message(id: string, state: OutboxState, name: string): OutboxRow {
  return {
    id,
    state,
    step: "first",
    person: { id: `p-${id}`, name },
    to: `${id}@atelier.example`,
    subject: `Relevés pour ${name}`,
    sendAfter: state === "scheduled" ? "2026-09-16T06:00:00Z" : null,
    finishedAt: state === "unknown" ? "2026-09-09T09:40:00Z" : null,
    createdAt: "2026-09-08T07:00:00Z",
    reason:
      state === "failed"
        ? { code: "mail.bad_address", params: {} }
        : state === "cancelled"
          ? { code: "outbox.given_up", params: {} }
          : null,
    runId: "r14",
    runNumber: 14,
    recallUntil: null,
    messageId: `${id}@cevenol.example`,
    attempts: 1,
  };
}

function desk(start: OutboxRow[]): Answers {
  const rows = new Map(start.map((row) => [row.id, row]));
  const move = (ids: string[], state: OutboxState) => {
    for (const id of ids) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, state });
    }
    return {
      changed: ids.length,
      refused: [],
      recallUntil: state === "scheduled" ? new Date(Date.now() + 30_000).toISOString() : null,
    };
  };
  const detail = (id: string): OutboxDetail => {
    const row = rows.get(id);
    if (!row) throw { code: "outbox.not_found", params: {}, retryable: false, ref: "t" };
    return {
      row,
      from: "Élodie <elodie@cevenol.example>",
      to: `${row.person?.name} <${row.to}>`,
      text: "Bonjour,\n\nÀ bientôt.",
      writtenBy: "template",
      language: "fr",
      warnings: [],
      verdict: {
        answer: "wait",
        until: "2026-09-16T06:00:00Z",
        rule: { code: "gate.daily_cap", params: { used: "45", cap: "45" } },
        rules: [
          { ok: true, rule: { code: "gate.suppressed", params: {} } },
          { ok: false, rule: { code: "gate.daily_cap", params: { used: "45", cap: "45" } } },
        ],
      },
      approvedAt: null,
      startedAt: null,
      account: "practice",
    };
  };
  const count = (state: OutboxState) => [...rows.values()].filter((row) => row.state === state).length;
  return {
    outbox_list: ({ states }: { states: OutboxState[] }) =>
      [...rows.values()].filter((row) => states.includes(row.state)),
    outbox_counts: () => ({
      draft: count("draft"),
      held: count("held"),
      scheduled: count("scheduled"),
      sending: 0,
      sent: count("sent"),
      unknown: count("unknown"),
      failed: count("failed"),
      cancelled: count("cancelled"),
      nextAt: null,
    }),
    outbox_get: ({ id }: { id: string }) => detail(id),
    outbox_edit: ({ id, subject }: { id: string; subject: string }) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, subject });
      return detail(id);
    },
    outbox_approve: ({ ids }: { ids: string[] }) => move(ids, "scheduled"),
    outbox_hold: ({ ids }: { ids: string[] }) => move(ids, "held"),
    outbox_recall: ({ ids }: { ids: string[] }) => move(ids, "draft"),
    outbox_discard: ({ ids }: { ids: string[] }) => move(ids, "cancelled"),
    outbox_resolve: ({ id, wasSent }: { id: string; wasSent: boolean }) => {
      move([id], wasSent ? "sent" : "draft");
      return {};
    },
  };
}

const mixed = () => [
  message("s1", "scheduled", "Hugo Marchand"),
  message("d1", "draft", "Marion Gauthier"),
  message("d2", "draft", "Emma Whitcombe"),
  message("f1", "failed", "Marc Pellissier"),
  message("u1", "unknown", "Delphine Roche"),
];

describe("the outbox", () => {
  it("puts what needs the seller first and says why each waits", async () => {
    openWindow("/outbox", desk(mixed()));
    await screen.findByText("Delphine Roche");
    const heads = within(screen.getByRole("grid"))
      .getAllByRole("heading", { level: 2 })
      .map((head) => head.textContent);
    expect(heads.slice(0, 4)).toEqual([
      "To check, outcome unknown",
      "Failed",
      "Drafts to approve",
      "Scheduled",
    ]);
    expect(screen.getByText("No such mailbox")).toBeVisible();
  });

  it("shows a message once, where it was read last, while the groups are read one after the other", async () => {
    const answers = desk(mixed());
    const list = answers.outbox_list;
    let stale = false;
    answers.outbox_list = (async (request: { states: OutboxState[] }) => {
      // The drafts were read before the approval; what is scheduled is read after it.
      if (!stale || !request.states.includes("scheduled")) return list?.(request as never);
      await new Promise((done) => setTimeout(done, 20));
      return [message("d1", "scheduled", "Marion Gauthier")];
    }) as never;
    const { client } = openWindow("/outbox", answers);
    await screen.findByText("Hugo Marchand");
    stale = true;
    await client.invalidateQueries();
    await waitFor(() => expect(screen.queryByText("Hugo Marchand")).toBeNull());
    const row = screen.getByText("Marion Gauthier").closest("[role='row']") as HTMLElement;
    expect(within(row).getByLabelText("Scheduled")).toBeInTheDocument();
  });

  it("approves the draft in hand by one key, shows the seconds and calls it back", async () => {
    const { asked } = openWindow("/outbox?tab=draft", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("a");
    expect(asked("outbox_approve")).toEqual([{ ids: ["d1"] }]);
    const toast = (await screen.findByText(/Leaves in \d+ s/)).closest(
      "[role='status'], [role='alert']",
    ) as HTMLElement;
    await userEvent.click(within(toast).getByText("Call back"));
    await waitFor(() => expect(asked("outbox_recall")).toEqual([{ ids: ["d1"] }]));
  });

  it("takes the approval back by the undo key, and asks before it takes back a whole run", async () => {
    const run = {
      id: "op14",
      seq: 14,
      at: "2026-09-08T07:00:00Z",
      actor: "run",
      intent: { code: "runs.run", params: { people: "20" } },
      rows: 66,
      state: "done",
      undoable: true,
      redoable: false,
      undoes: null,
    };
    const { asked } = openWindow("/outbox?tab=draft", {
      ...desk(mixed()),
      history_top: () => ({ undo: run, redo: null }),
    });
    await screen.findByText("Daily cap: 45 of 45 taken");
    const bar = within(screen.getByRole("region", { name: "State of the desk" }));
    await bar.findByText(/Undo: Run on 20 people/);
    await userEvent.keyboard("a");
    await screen.findByText(/Leaves in \d+ s/);
    await bar.findByText(/Undo: Message approved/);
    await userEvent.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(asked("outbox_recall")).toEqual([{ ids: ["d1"] }]));
    expect(asked("history_undo")).toEqual([]);
    await bar.findByText(/Undo: Run on 20 people/);
    await waitFor(() => expect(screen.queryByText("Call back")).toBeNull());
    await userEvent.keyboard("{Control>}z{/Control}");
    const question = await screen.findByRole("dialog", { name: "Undo all of it?" });
    expect(question).toHaveTextContent("Run on 20 people");
    await userEvent.click(within(question).getByText("Keep everything"));
    expect(asked("history_undo")).toEqual([]);
  });

  it("goes on to the next draft to read when one was approved among all messages", async () => {
    const { asked } = openWindow("/outbox?id=d1", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("a");
    await waitFor(() => expect(asked("outbox_get").at(-1)).toEqual({ id: "d2" }));
    await userEvent.keyboard("a");
    await waitFor(() => expect(asked("outbox_approve")).toEqual([{ ids: ["d1"] }, { ids: ["d2"] }]));
  });

  it("never approves a draft by taking back that it was held", async () => {
    const { asked } = openWindow("/outbox?tab=draft", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("h");
    const toast = (await screen.findByText("Undo")).closest("[role='status'], [role='alert']") as HTMLElement;
    const bar = within(screen.getByRole("region", { name: "State of the desk" }));
    await bar.findByText(/Undo: Message held back/);
    await userEvent.click(within(toast).getByText("Undo"));
    await waitFor(() => expect(asked("outbox_recall")).toEqual([{ ids: ["d1"] }]));
    expect(asked("outbox_approve")).toEqual([]);
    await waitFor(() => expect(bar.queryByText(/Undo:/)).toBeNull());
  });

  it("acts on the selection, not on the row in hand alone", async () => {
    const { asked } = openWindow("/outbox?tab=draft", desk(mixed()));
    await screen.findByText("Emma Whitcombe");
    await userEvent.keyboard("x{Shift>}{ArrowDown}{/Shift}");
    expect(await screen.findByText("2 messages selected")).toBeVisible();
    await userEvent.keyboard("h");
    expect(asked("outbox_hold")).toEqual([{ ids: ["d1", "d2"] }]);
  });

  it("never repeats an unknown message: it asks what happened", async () => {
    const { asked } = openWindow("/outbox?tab=unknown", desk(mixed()));
    await screen.findByText(/it was not repeated/);
    expect(screen.queryByRole("button", { name: /Try again/ })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "It did not leave" }));
    expect(asked("outbox_resolve")).toEqual([{ id: "u1", wasSent: false }]);
  });

  it("keeps what was given up in a tab of its own, with the reason and nothing to press but the person", async () => {
    openWindow("/outbox", desk([...mixed(), message("c1", "cancelled", "Zoé Lambert")]));
    await userEvent.click(await screen.findByRole("tab", { name: /Given up/ }));
    const row = (await screen.findByText("Zoé Lambert")).closest("[role='row']") as HTMLElement;
    expect(within(row).getByText("By you")).toBeVisible();
    expect(within(row).queryByRole("checkbox")).toBeNull();
    const panel = await screen.findByRole("complementary", { name: "Relevés pour Zoé Lambert" });
    for (const act of [/Approve/, /Hold/, /Edit/, /Give up/, /Retry/])
      expect(within(panel).queryByRole("button", { name: act })).toBeNull();
    await userEvent.click(await within(panel).findByRole("button", { name: "Open the person" }));
    await waitFor(() => expect(window.location.hash).toContain("person=p-c1"));
  });

  it("has no tab of messages given up while there are none", async () => {
    openWindow("/outbox", desk(mixed()));
    await screen.findByText("Delphine Roche");
    expect(screen.queryByRole("tab", { name: /Given up/ })).toBeNull();
  });

  it("asks before a message is given up, and keeps it by default", async () => {
    const { asked } = openWindow("/outbox?tab=draft", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.click(screen.getByRole("button", { name: "Give up" }));
    await screen.findByText("Give this message up?");
    await userEvent.keyboard("{Escape}");
    expect(asked("outbox_discard")).toEqual([]);
  });

  it("types letters in the editor instead of obeying them", async () => {
    const { asked } = openWindow("/outbox?tab=draft", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    const subject = await screen.findByLabelText("Subject");
    await userEvent.clear(subject);
    await userEvent.type(subject, "haha");
    expect(subject).toHaveValue("haha");
    expect(asked("outbox_hold")).toEqual([]);
  });

  it("holds a scheduled message while it is edited, and lets the new text go once it is saved", async () => {
    const { asked, calls, client } = openWindow("/outbox?tab=scheduled", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    const subject = await screen.findByLabelText("Subject");
    expect(asked("outbox_hold")).toEqual([{ ids: ["s1"] }]);
    expect(screen.getByText("Held back while you edit")).toBeVisible();
    // It is no longer among the scheduled ones: the editor stays all the same.
    await client.invalidateQueries();
    await screen.findByText("Nothing is scheduled");
    await userEvent.clear(subject);
    await userEvent.type(subject, "New words");
    expect(asked("outbox_approve")).toEqual([]);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/Leaves in \d+ s/);
    const acts = calls.map((call) => call.command).filter((name) => /_(hold|edit|approve)$/.test(name));
    expect(acts).toEqual(["outbox_hold", "outbox_edit", "outbox_approve"]);
    expect(asked("outbox_approve")).toEqual([{ ids: ["s1"] }]);
    expect(screen.queryByLabelText("Subject")).toBeNull();
  });

  it("lets a scheduled message go as it was when its edit is given up, in the field or beside it", async () => {
    const { asked } = openWindow("/outbox?id=s1", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    await userEvent.type(await screen.findByLabelText("Subject"), "haha{Escape}");
    await waitFor(() => expect(asked("outbox_approve")).toEqual([{ ids: ["s1"] }]));
    expect(asked("outbox_edit")).toEqual([]);
    await waitFor(() => expect(screen.queryByLabelText("Subject")).toBeNull());
    await userEvent.keyboard("e");
    const subject = await screen.findByLabelText("Subject");
    subject.blur();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(asked("outbox_approve")).toHaveLength(2));
    expect(screen.queryByLabelText("Subject")).toBeNull();
  });

  it("opens no editor on a message that has begun to leave, and says why", async () => {
    const answers = desk(mixed());
    answers.outbox_hold = () => ({
      changed: 0,
      refused: [{ id: "s1", reason: { code: "outbox.too_late", params: {} } }],
      recallUntil: null,
    });
    const { asked } = openWindow("/outbox?tab=scheduled", answers);
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    expect(await screen.findByText(/The message has begun to leave/)).toBeVisible();
    expect(screen.queryByLabelText("Subject")).toBeNull();
    expect(asked("outbox_approve")).toEqual([]);
  });

  it("keeps what was typed when an edit is refused, even once the message has left", async () => {
    const start = mixed();
    const answers = desk(start);
    let left = false;
    const { outbox_get: get } = answers;
    answers.outbox_get = ((request: { id: string }) => {
      const found = get?.(request as never) as OutboxDetail;
      return left ? { ...found, row: { ...found.row, state: "sent" } } : found;
    }) as never;
    answers.outbox_edit = () => {
      throw { code: "outbox.too_late", params: {}, retryable: false, ref: "t" };
    };
    const { client } = openWindow("/outbox?tab=draft", answers);
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    const subject = await screen.findByLabelText("Subject");
    await userEvent.clear(subject);
    await userEvent.type(subject, "New words");
    left = true;
    await client.invalidateQueries();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/This message has begun to leave/)).toBeVisible();
    expect(screen.getByLabelText("Subject")).toHaveValue("New words");
  });

  it("leaves a message held, and says so, when the seller goes elsewhere in the middle of an edit", async () => {
    const { asked } = openWindow("/outbox?tab=scheduled", desk(mixed()));
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("e");
    await screen.findByLabelText("Subject");
    window.location.hash = "/health";
    expect(await screen.findByText(/The message stays held back/)).toBeVisible();
    expect(asked("outbox_approve")).toEqual([]);
  });

  it("says that the core refused, with its remedy", async () => {
    const answers = desk(mixed());
    answers.outbox_approve = () => {
      throw { code: "outbox.too_late", params: {}, retryable: false, ref: "t" };
    };
    openWindow("/outbox?tab=draft", answers);
    await screen.findByText("Daily cap: 45 of 45 taken");
    await userEvent.keyboard("a");
    expect(await screen.findByText(/This message has begun to leave/)).toBeVisible();
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/outbox", desk(mixed()));
    await screen.findByText("Marion Gauthier");
    expect(await faults(container)).toEqual([]);
  });
});
