import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { AgendaView, CalendarCheck, CalendarPlan, CalendarRow } from "@/data/client";
import { faults } from "@/testing/render";
import { openWindow } from "@/testing/window";

const event = (title: string, plan: CalendarPlan, part: Partial<CalendarRow> = {}): CalendarRow => ({
  title,
  plan,
  startsAt: "2026-11-24T09:00:00Z",
  allDay: false,
  why: [],
  people: [],
  ...part,
});

const check = (rows: CalendarRow[], beyond = 0): CalendarCheck => ({
  name: "salon.ics",
  hash: "abc",
  rows,
  counts: (["new", "changed", "unchanged", "cancelled", "refused"] as const).map((plan) => ({
    plan,
    count: rows.filter((row) => row.plan === plan).length,
  })),
  beyond,
});

const agenda: AgendaView = { appointments: [], tasks: [], followups: [], timeZone: "Europe/Paris" };

const core = (found: CalendarCheck) => ({
  agenda_range: () => agenda,
  pick_file: () => "/home/me/salon.ics",
  calendar_check: () => found,
  calendar_import: () => ({ count: 2, operation: "op" }),
});

async function take() {
  await userEvent.click(await screen.findByRole("button", { name: "Calendar files" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Take in a calendar file…" }));
  return screen.findByRole("dialog", { name: "What salon.ics would do" });
}

describe("a calendar file", () => {
  it("says event by event what it would do and why not, and is taken only then, as it was looked at", async () => {
    const { asked } = openWindow(
      "/agenda",
      core(
        check(
          [
            event("Steering", "new", { people: [{ id: "p1", name: "Ada Okafor" }] }),
            event("Lunch", "changed", { why: ["place"] }),
            event("Odd one", "refused", { why: ["rule"] }),
            event("Known", "unchanged"),
          ],
          1,
        ),
      ),
    );
    const dialog = await take();
    expect(asked("calendar_check")).toEqual([{ path: "/home/me/salon.ics", hash: "" }]);
    const [steering, lunch, odd, ...others] = within(dialog).getAllByRole("listitem");
    expect(steering).toHaveTextContent(/Steering.*Ada Okafor.*New/);
    expect(lunch).toHaveTextContent(/Lunch.*place.*Changed/);
    expect(odd).toHaveTextContent(/Odd one.*Not taken/);
    expect(others).toEqual([]);
    expect(dialog).toHaveTextContent("1 series goes on after a year");
    expect(await faults(dialog)).toEqual([]);
    expect(asked("calendar_import")).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Take 2 appointments" }));
    await waitFor(() =>
      expect(asked("calendar_import")).toEqual([{ path: "/home/me/salon.ics", hash: "abc" }]),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("offers nothing to take where everything is here already", async () => {
    const { asked } = openWindow("/agenda", core(check([event("Known", "unchanged")])));
    const dialog = await take();
    expect(dialog).toHaveTextContent("Everything in this file is here already.");
    expect(within(dialog).getAllByRole("button")).toHaveLength(1);
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(asked("calendar_import")).toEqual([]);
  });
});
