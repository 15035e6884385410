import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { TaskView } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";
import { headline, shift, visible, week } from "./days";

const task = (id: string, title: string, part: Partial<TaskView> = {}): TaskView => ({
  id,
  title,
  kind: "other",
  notes: "",
  dueOn: null,
  dueTime: "",
  timeZone: "",
  dueAt: null,
  group: "no_date",
  priority: "normal",
  state: "to_do",
  doneAt: null,
  outcome: "",
  remindAt: null,
  person: null,
  company: null,
  opportunityId: null,
  createdAt: "2026-09-15T08:00:00Z",
  ...part,
});

function core(): Answers {
  const rows = [
    task("1", "Chase Acme", { group: "overdue", dueOn: "2026-01-05", priority: "high" }),
    task("2", "Call Ann", { group: "today", kind: "call", person: { id: "p", name: "Ann Lee" } }),
    task("3", "Read the contract"),
  ];
  return {
    tasks_list: () => ({ rows, last: true, counts: { overdue: 1, today: 1, open: 3 } }),
    tasks_read: ({ text }: { text: string }) => ({
      title: text.replace(" tomorrow 2pm", ""),
      kind: "call",
      dueOn: "2026-09-16",
      dueTime: "14:00",
      priority: "normal",
    }),
    tasks_create: () => task("4", "call Marie"),
    tasks_done: ({ ids }: { ids: string[] }) => ({ count: ids.length, operation: "op" }),
    tasks_postpone: ({ ids }: { ids: string[] }) => ({ count: ids.length, operation: "op" }),
    tasks_update: ({ id }: { id: string }) => task(id, "x"),
  };
}

describe("tasks", () => {
  it("stand in groups by their time, the late ones first", async () => {
    const { container } = openWindow("/tasks", core());
    await screen.findByText("Call Ann", { selector: "[role='gridcell']" });
    const heads = within(screen.getByRole("grid"))
      .getAllByRole("heading", { level: 2 })
      .map((head) => head.textContent);
    expect(heads).toEqual(["Overdue", "Today", "No date"]);
    expect(await faults(container)).toEqual([]);
  });

  it("are noted from one line, whose day and hour stand beside it before Enter", async () => {
    const { asked } = openWindow("/tasks", core());
    await screen.findByText("Call Ann", { selector: "[role='gridcell']" });
    await userEvent.keyboard("n");
    await userEvent.keyboard("call Marie tomorrow 2pm");
    expect(await screen.findByText(/16\sSep, 14:00/)).toBeVisible();
    await waitFor(() => expect(asked("tasks_read").at(-1)).toEqual({ text: "call Marie tomorrow 2pm" }));
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(asked("tasks_create")).toEqual([
        {
          values: [
            { field: "title", value: "call Marie" },
            { field: "kind", value: "call" },
            { field: "due_on", value: "2026-09-16" },
            { field: "due_time", value: "14:00" },
            { field: "priority", value: "normal" },
          ],
        },
      ]),
    );
  });

  it("are done with e and put off with h: the one in hand, or the selected ones together", async () => {
    const { asked } = openWindow("/tasks", core());
    await screen.findByText("Call Ann", { selector: "[role='gridcell']" });
    await userEvent.keyboard("e");
    await waitFor(() => expect(asked("tasks_done")).toEqual([{ ids: ["1"], outcome: "" }]));
    await userEvent.keyboard("x{Shift>}{ArrowDown}{/Shift}h");
    await waitFor(() => expect(asked("tasks_postpone")).toEqual([{ ids: ["1", "2"], to: null, days: 1 }]));
  });

  it("keep what is typed in the panel when the field is left", async () => {
    const { asked } = openWindow("/tasks", core());
    const title = await screen.findByLabelText("Title");
    await userEvent.clear(title);
    await userEvent.type(title, "Chase Acme again{Enter}");
    await waitFor(() =>
      expect(asked("tasks_update")).toEqual([
        { id: "1", values: [{ field: "title", value: "Chase Acme again" }] },
      ]),
    );
  });
});

describe("the days of the calendar", () => {
  it("begin on Monday, and a month shows the whole weeks it lies in", () => {
    expect(visible("week", "2026-09-20")).toEqual({ from: "2026-09-14", to: "2026-09-20" });
    expect(visible("month", "2026-09-20")).toEqual({ from: "2026-08-31", to: "2026-10-11" });
    expect(visible("day", "2026-09-20")).toEqual({ from: "2026-09-20", to: "2026-09-20" });
  });

  it("are left through a change of the clocks and the end of a year without losing one", () => {
    expect(shift("day", "2026-03-28", 1)).toBe("2026-03-29");
    expect(shift("week", "2026-12-30", 1)).toBe("2027-01-06");
    expect(shift("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(shift("month", "2026-01-31", -1)).toBe("2025-12-01");
  });

  it("are counted in weeks as in France", () => {
    expect([week("2026-09-15"), week("2027-01-01"), week("2026-12-31")]).toEqual([38, 53, 53]);
    const days = visible("week", "2026-09-15");
    const words = headline("week", days, "2026-09-15", "fr", (n) => `semaine ${n}`);
    expect(words).toMatch(/14.20 septembre 2026, semaine 38/);
  });
});
