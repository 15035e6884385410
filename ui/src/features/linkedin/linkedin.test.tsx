import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { HistoryTop, LinkedinQueue, LinkedinRecord, LinkedinTask } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const task = (id: string, name: string): LinkedinTask => ({
  id,
  person: { id: `p${id}`, name },
  title: "Head of maintenance",
  company: "Forges du Vercors",
  location: "Grenoble",
  url: "https://www.linkedin.com/in/xavier-blondel",
  note: `Bonjour ${name}, au plaisir d’échanger.`,
  connectedOn: null,
  state: "waiting",
  runId: "r13",
  runNumber: 13,
  doneAt: null,
});

function core(part: Partial<LinkedinQueue> = {}): Answers {
  let tasks = [task("1", "Xavier Blondel"), task("2", "Vincent Rolland"), task("3", "Tom Ashdown")];
  let done: LinkedinTask[] = [];
  const queue = (): LinkedinQueue => ({
    tasks,
    waiting: tasks.length,
    today: done.length,
    dailyCap: 20,
    week: 61,
    weeklyCap: 100,
    notesMonth: 61,
    notesCap: 0,
    wait: null,
    done,
    ...part,
  });
  return {
    linkedin_queue: queue,
    linkedin_open: ({ id }: { id: string }) => tasks.find((one) => one.id === id),
    linkedin_record: ({ id, outcome }: LinkedinRecord) => {
      const found = tasks.find((one) => one.id === id);
      tasks = tasks.filter((one) => one.id !== id);
      if (found) done = [{ ...found, state: outcome, doneAt: "2026-09-16T09:00:00Z" }, ...done];
      return queue();
    },
    history_top: () => ({
      undo: {
        id: "op1",
        seq: 1,
        at: "2026-09-16T09:00:00Z",
        actor: "seller",
        intent: { code: "linkedin.record", params: { outcome: "sent" } },
        rows: 1,
        state: "done",
        undoable: true,
        redoable: false,
        undoes: null,
      },
      redo: null,
    }),
  };
}

describe("the LinkedIn queue", () => {
  it("opens one person by Enter and records what was done by one key", async () => {
    const { asked } = openWindow("/linkedin", core());
    await screen.findByRole("heading", { name: "Xavier Blondel" });
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(asked("linkedin_open")).toEqual([{ id: "1" }]));
    await userEvent.keyboard("s");
    await waitFor(() => expect(asked("linkedin_record")).toEqual([{ id: "1", outcome: "sent" }]));
    expect(await screen.findByText("Invitation to Xavier Blondel recorded")).toBeInTheDocument();
  });

  it("no longer claims what was recorded once the undo key took it back", async () => {
    const answers = core();
    answers.history_undo = () => {
      const top = answers.history_top?.(undefined as never) as HistoryTop | undefined;
      return { operation: top?.undo, restored: 1, kept: [] };
    };
    const { asked } = openWindow("/linkedin", answers);
    await screen.findByRole("heading", { name: "Xavier Blondel" });
    await userEvent.keyboard("s");
    expect(await screen.findByText("Invitation to Xavier Blondel recorded")).toBeInTheDocument();
    await userEvent.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(asked("history_undo")).toEqual([{ id: "op1" }]));
    await waitFor(() => expect(screen.queryByText("Invitation to Xavier Blondel recorded")).toBeNull());
  });

  it("records the person shown, also after moving on by j", async () => {
    const { asked } = openWindow("/linkedin", core());
    await screen.findByRole("heading", { name: "Xavier Blondel" });
    await userEvent.keyboard("j");
    await screen.findByRole("heading", { name: "Vincent Rolland" });
    await userEvent.keyboard("c");
    await waitFor(() =>
      expect(asked("linkedin_record")).toEqual([{ id: "2", outcome: "already_connected" }]),
    );
  });

  it("says that a cap is reached without taking the keys away", async () => {
    const { asked } = openWindow(
      "/linkedin",
      core({ wait: { code: "linkedin.daily_cap", params: { used: "20", cap: "20" } } }),
    );
    expect(await screen.findByText("LinkedIn cap of the day: 20 of 20 sent")).toBeVisible();
    await userEvent.keyboard("x");
    await waitFor(() => expect(asked("linkedin_record")).toEqual([{ id: "1", outcome: "skipped" }]));
  });

  it("asks for a message instead of an invitation where the two are connected", async () => {
    const connected = { ...task("1", "Xavier Blondel"), connectedOn: "2024-11-05" };
    const wait = { code: "linkedin.daily_cap", params: { used: "20", cap: "20" } };
    openWindow("/linkedin", core({ tasks: [connected], wait }));
    expect(await screen.findByText(/Already connected: send it as a message/)).toBeVisible();
    expect(screen.getByText(/You open a message to them and paste/)).toBeVisible();
    expect(screen.queryByText(/You invite and paste/)).toBeNull();
    expect(screen.queryByText(/LinkedIn cap of the day/)).toBeNull();
    await userEvent.keyboard("s");
    expect(await screen.findByText("Message to Xavier Blondel recorded")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Copy the message alone" })).toBeVisible();
    expect(screen.getByText(/^The message is copied/)).toBeVisible();
    expect(screen.queryByText(/\bnote\b.*copied/)).toBeNull();
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/linkedin", core());
    await screen.findByRole("heading", { name: "Xavier Blondel" });
    expect(await faults(container)).toEqual([]);
  });
});
