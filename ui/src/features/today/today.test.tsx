import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { OpportunityRow, TaskView, TodayRow } from "@/data/client";
import { faults } from "@/testing/render";
import { openWindow } from "@/testing/window";

const row = (group: TodayRow["group"], kind: string, count: number, names: string[] = []): TodayRow => ({
  group,
  kind,
  what: { code: `today.${kind}`, params: { count: String(count) } },
  names,
  count,
  at: null,
  id: null,
});

const core = (rows: TodayRow[]) => ({
  today_get: () => ({
    rows,
    count: rows.filter((one) => one.group !== "set_up" && one.group !== "later").length,
  }),
});

describe("today", () => {
  it("is one list in the order of urgency, whose headline counts the tasks and says what is in them", async () => {
    openWindow(
      "/today",
      core([
        row("approve", "drafts", 13, ["Marion Gauthier", "Emma Whitcombe", "Adrien Caillaud"]),
        row("by_hand", "linkedin", 18),
        row("look_at", "failed", 2),
        row("later", "scheduled", 46),
      ]),
    );
    const list = await screen.findByRole("grid", { name: "Today" });
    const heads = within(list)
      .getAllByRole("heading", { level: 2 })
      .map((head) => head.textContent);
    expect(heads).toEqual([
      "To look at",
      "To read before they leave",
      "To do by hand",
      "When you have a moment",
    ]);
    expect(screen.getByText(/, 3 tasks \(15 messages, 18 people\)$/)).toBeVisible();
    expect(list).toHaveTextContent("Marion Gauthier, Emma Whitcombe, Adrien Caillaud and 10 others");
  });

  it("opens the place of a row by Enter", async () => {
    openWindow("/today", core([row("by_hand", "linkedin", 18)]));
    await screen.findByRole("grid", { name: "Today" });
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toContain("/linkedin"));
  });

  it("ticks a task that is due in the panel, and shows who it is about", async () => {
    const due = {
      id: "t1",
      title: "Send the quote",
      kind: "other",
      group: "overdue",
      dueTime: "",
      person: { id: "p1", name: "Ada Okafor" },
      company: { id: "c1", name: "Harrow Glassworks" },
    } as TaskView;
    let left = [due];
    const { asked } = openWindow("/today", {
      ...core([row("by_hand", "tasks", 1, ["Send the quote"])]),
      tasks_list: () => ({ rows: left, last: true, counts: { overdue: left.length, today: 0, open: 1 } }),
      tasks_done: () => {
        left = [];
        return { count: 1, operation: "op" };
      },
    });
    const panel = await screen.findByRole("complementary", { name: "1 task due" });
    expect(await within(panel).findByText("Ada Okafor · Harrow Glassworks")).toBeVisible();
    expect(within(panel).getByText("Overdue")).toBeVisible();
    await userEvent.click(within(panel).getByRole("button", { name: "Done: Send the quote" }));
    await waitFor(() => expect(asked("tasks_done")).toEqual([{ ids: ["t1"], outcome: "" }]));
    expect(await screen.findByText("Task done")).toBeVisible();
  });

  it("names the opportunities that stagnate, each the way to itself", async () => {
    const stuck = {
      id: "o1",
      name: "Roof",
      company: "Acme",
      attention: { code: "opportunities.stagnating", params: { days: "18" } },
    } as unknown as OpportunityRow;
    const { asked } = openWindow("/today", {
      ...core([row("look_at", "stagnating", 1, ["Roof"])]),
      opportunities_list: () => ({ rows: [stuck], last: true }),
    });
    const panel = await screen.findByRole("complementary", { name: "1 opportunity stagnates" });
    const roof = await within(panel).findByRole("link", { name: "Roof" });
    expect(roof).toHaveAttribute("href", expect.stringContaining("opportunity=o1"));
    expect(asked("opportunities_list")[0]).toMatchObject({
      query: { filters: [{ field: "stagnating", op: "is", value: "yes" }] },
    });
  });

  it("shows the first steps of a new desk, ticked as they are done", async () => {
    const { container } = openWindow(
      "/today",
      core([row("set_up", "setup_identity", 1), row("set_up", "setup_mail", 1)]),
    );
    expect(await screen.findByText("3 of 5 done")).toBeVisible();
    expect(screen.getByText("Import your people").closest("li")).toHaveAttribute("data-done", "true");
    await userEvent.click(screen.getByRole("button", { name: /Say who writes/ }));
    await waitFor(() => expect(window.location.hash).toContain("identity"));
    expect(await faults(container)).toEqual([]);
  });

  it("says so when nothing waits", async () => {
    openWindow("/today", core([]));
    expect(await screen.findByText("Nothing waits for you")).toBeVisible();
  });
});
