import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { TodayRow } from "@/data/client";
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
