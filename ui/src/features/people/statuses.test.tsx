import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { StatusView } from "@/data/client";
import { speak } from "@/i18n";
import { faults } from "@/testing/render";
import { type Answers, openWindow, statuses } from "@/testing/window";
import { meaningOf, tooLong } from "./statuses";

const later: StatusView = {
  key: "interested:0199",
  meaning: "interested",
  nameFr: "Plus tard",
  nameEn: "Later",
  colour: "doubt",
  rottenDays: 14,
  hidden: false,
  deleted: false,
  fixed: false,
};
const group = (key: string, name: string, nameEn: string, count: number) => ({
  key,
  name,
  nameEn,
  colour: "",
  count,
  sums: [],
});
const answers: Answers = {
  statuses_list: () => ({ statuses: [...statuses, later] }),
  people_groups: () => ({
    groups: [group("new", "Nouveau", "New", 3), group(later.key, "Plus tard", "Later", 2)],
    left: 0,
    leftRows: 0,
  }),
  people_count: () => ({ matching: 5, total: 5 }),
  people_list: () => ({ rows: [], last: true }),
};
const asked = (calls: ReturnType<typeof openWindow>["calls"], name: string) =>
  calls.filter(({ command }) => command === name).map(({ request }) => request);

beforeEach(() => speak("en"));

describe("the seller's statuses", () => {
  it("are said to count as what stands in their key, and what is not understood as the strictest", () => {
    expect(meaningOf("interested:0199")).toBe("interested");
    expect(meaningOf("whatever")).toBe("do_not_contact");
  });

  it("tell who has been in them for longer than they allow", () => {
    const row = { statusSince: "2026-09-01T08:00:00Z" };
    const on = (day: string) => tooLong(later, row, Date.parse(`${day}T08:00:00Z`));
    expect([on("2026-09-14"), on("2026-09-15"), on("2026-09-20")]).toEqual([undefined, 14, 19]);
    expect(tooLong({ ...later, rottenDays: null }, row)).toBeUndefined();
  });

  it("are renamed, moved, added and deleted with where their people go", async () => {
    const { calls, container } = openWindow("/settings?page=statuses", {
      ...answers,
      statuses_update: () => ({ statuses: [] }),
      statuses_reorder: () => ({ statuses: [] }),
      statuses_create: () => ({ statuses: [] }),
      statuses_delete: () => ({ statuses: [] }),
    });
    const row = (await screen.findByRole("button", { name: "English name, Later, Later" })).closest("tr");
    const line = within(row as HTMLElement);
    expect(line.getByText("Interested")).toBeTruthy();
    fireEvent.click(line.getByRole("button", { name: "English name, Later, Later" }));
    const field = line.getByRole("textbox", { name: "English name, Later" });
    fireEvent.change(field, { target: { value: "On hold" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() =>
      expect(asked(calls, "statuses_update")[0]).toMatchObject({
        key: later.key,
        values: { nameFr: "Plus tard", nameEn: "On hold", rottenDays: 14, hidden: false },
      }),
    );
    fireEvent.click(line.getByRole("button", { name: "Later one place up" }));
    await waitFor(() => expect(asked(calls, "statuses_reorder")).toHaveLength(1));
    const keys = (asked(calls, "statuses_reorder")[0] as { keys: string[] }).keys;
    expect(keys.slice(-2)).toEqual([later.key, "do_not_contact"]);
    // What the desk itself gives can be renamed, not deleted.
    expect(screen.queryByRole("button", { name: "Delete New" })).toBeNull();
    fireEvent.click(line.getByRole("button", { name: "Delete Later" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("2 people are in this status");
    fireEvent.click(within(dialog).getByRole("button", { name: /^Delete/ }));
    await waitFor(() =>
      expect(asked(calls, "statuses_delete")[0]).toEqual({ key: later.key, moveTo: "new" }),
    );
    expect(await faults(container)).toEqual([]);
  });

  it("are the columns of the board, in the seller's order", async () => {
    openWindow("/people?layout=board", {
      ...answers,
      statuses_list: () => ({ statuses: [later, ...statuses.filter(({ key }) => key !== "lost")] }),
    });
    await screen.findByRole("region", { name: "Later" });
    const lanes = screen.getAllByRole("region").map((lane) => lane.getAttribute("aria-label"));
    expect(lanes.filter((name) => ["Later", "New", "Contacted", "Lost"].includes(name ?? ""))).toEqual([
      "Later",
      "New",
      "Contacted",
    ]);
  });
});
