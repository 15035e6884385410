import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { GroupsView, SavedView } from "@/data/client";
import { type Answers, openWindow } from "@/testing/window";

const groups: GroupsView = {
  groups: [
    { key: "new", name: "", nameEn: "", colour: "", count: 2, sums: [] },
    { key: "lost", name: "", nameEn: "", colour: "", count: 1, sums: [] },
  ],
  left: 0,
  leftRows: 0,
};
const view: SavedView = {
  id: "v1",
  of: "people",
  name: "Mine",
  builtin: "",
  icon: "",
  favourite: true,
  content: {
    layout: "table",
    query: { of: "people", query: { text: "", filters: [], sort: "name", descending: false } },
    columns: [],
    grouping: "status",
    folded: ["lost"],
  },
};

function open(place: string, answers: Answers = {}) {
  return openWindow(place, {
    views_list: () => [view],
    people_count: () => ({ matching: 3, total: 9, near: false }),
    people_groups: () => groups,
    people_list: () => ({ rows: [], last: true }),
    tags_list: () => [],
    lists_list: () => [],
    fields_list: () => [],
    ...answers,
  });
}

describe("a grouped list", () => {
  beforeEach(() => localStorage.clear());

  it("is grouped from its menu, and asks for its rows group by group", async () => {
    const { asked } = open("#/people");
    await userEvent.click(await screen.findByRole("button", { name: "Group rows" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Status" }));
    await waitFor(() => expect(asked("people_groups").at(-1)).toMatchObject({ by: "status" }));
    await waitFor(() => expect(asked("people_list").at(-1)).toMatchObject({ grouped: { by: "status" } }));
    expect(await screen.findByRole("button", { name: /New 2/ })).toHaveAttribute("aria-expanded", "true");
  });

  it("folds a group, ticks one, and keeps both in its view", async () => {
    const kept: Array<{ content: SavedView["content"] }> = [];
    const { asked } = open("#/people", {
      people_ids: () => ({ ids: ["p1", "p2"] }),
      views_set: ((request: { content: SavedView["content"] }) => {
        kept.push(request);
        return view;
      }) as never,
    });
    await userEvent.click(await screen.findByRole("link", { name: /Mine/ }));
    const lost = await screen.findByRole("button", { name: /Lost 1/ });
    expect(lost).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("button", { name: "Update view" })).toBeNull();
    await userEvent.click(await screen.findByRole("button", { name: /New 2/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Update view" }));
    await waitFor(() =>
      expect(kept[0]?.content).toMatchObject({ grouping: "status", folded: ["lost", "new"] }),
    );
    await userEvent.click(screen.getByText("Select these 2"));
    await waitFor(() =>
      expect(asked("people_ids").at(-1)).toMatchObject({ within: { by: "status", key: "new" } }),
    );
    const bar = await screen.findByRole("region", { name: "Selection" });
    expect(within(bar).getByText("2 selected.")).toBeVisible();
  });
});
