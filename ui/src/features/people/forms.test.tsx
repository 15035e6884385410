import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { PeopleQuery, PersonRow } from "@/data/client";
import { type Answers, openWindow } from "@/testing/window";
import { asksDays } from "./query";

const ann = {
  id: "p1",
  firstName: "Ann",
  lastName: "Lee",
  title: "Buyer",
  company: "Acme",
  email: "ann@acme.test",
  emailStatus: "valid",
  status: "new",
  suppressed: false,
  linkedinUrl: "",
  lastContactAt: null,
  next: {
    kind: "task",
    at: `${new Date().toISOString().slice(0, 8)}15T00:00:00Z`,
    n: null,
    title: "Call",
    linkedin: false,
  },
  tags: [],
  custom: [],
} as unknown as PersonRow;

function open(place: string, answers: Answers = {}) {
  return openWindow(place, {
    views_list: () => [],
    people_count: () => ({ matching: 1, total: 9, near: false }),
    people_groups: () => ({
      groups: [{ key: "new", name: "", nameEn: "", colour: "", count: 1, sums: [] }],
      left: 0,
      leftRows: 0,
    }),
    people_list: ((request: { query: PeopleQuery }) => ({
      rows: (request.query.within?.key ?? "new") === "new" ? [ann] : [],
      last: true,
    })) as never,
    tags_list: () => [],
    lists_list: () => [],
    fields_list: () => [],
    history_list: () => [],
    ...answers,
  });
}

describe("people in other forms than a table", () => {
  beforeEach(() => localStorage.clear());

  it("stand on a board by status, and a card is moved by the keys", async () => {
    const { asked } = open("#/people?layout=board", { people_update: () => ({ row: ann }) });
    const lane = await screen.findByRole("region", { name: "New" });
    const card = await within(lane).findByRole("button", { name: "Ann Lee, Acme" });
    card.focus();
    await userEvent.keyboard("m{ArrowRight}{Enter}");
    await waitFor(() =>
      expect(asked("people_update")).toEqual([
        { id: "p1", values: [{ field: "status", value: "contacted" }] },
      ]),
    );
  });

  it("keep the form of their list in a view", async () => {
    const { asked } = open("#/people?layout=board&q=acme", { views_create: () => ({ id: "v1" }) });
    await userEvent.click((await screen.findAllByRole("button", { name: "Save view" }))[0] as HTMLElement);
    await userEvent.type(await screen.findByLabelText("Name of the view"), "Board{Enter}");
    await waitFor(() => expect(asked("views_create")[0]).toMatchObject({ content: { layout: "board" } }));
  });

  it("stand on the day of what comes next with them", async () => {
    const { asked } = open("#/people?layout=calendar");
    expect(await screen.findByText("Ann Lee")).toBeInTheDocument();
    const { query } = asked("people_list").at(-1) as unknown as { query: PeopleQuery };
    expect(query.filters.map(({ field, op }) => [field, op])).toEqual([
      ["next_step", "after"],
      ["next_step", "before"],
    ]);
  });

  it("are asked for their days beside whatever the list is asked", () => {
    const city = { field: "location", op: "is", value: "Lyon" } as const;
    const query: PeopleQuery = {
      text: "",
      filters: [city],
      any: true,
      groups: [],
      sort: "name",
      descending: false,
    };
    const asked = asksDays(query, "2026-09-01", "2026-09-30");
    expect(asked).toMatchObject({ any: false, groups: [{ any: true, filters: [city] }] });
    expect(asked.filters[1]?.value).toBe("2026-10-01");
  });
});
