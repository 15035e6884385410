import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { SavedView } from "@/data/client";
import { type Answers, openWindow } from "@/testing/window";

const buyers: SavedView = {
  id: "v1",
  of: "people",
  name: "Buyers",
  builtin: "",
  icon: "",
  favourite: true,
  content: {
    layout: "table",
    query: {
      of: "people",
      query: {
        text: "",
        filters: [{ field: "title", op: "is", value: "Buyer" }],
        any: false,
        groups: [
          {
            any: true,
            not: false,
            filters: [
              { field: "location", op: "is", value: "Lyon" },
              { field: "next_step", op: "before", value: "today+1" },
            ],
          },
        ],
        sort: "added",
        descending: true,
      },
    },
    columns: [{ name: "title", width: null }],
    grouping: "",
  },
};
const own: SavedView = { ...buyers, id: "v2", name: "", builtin: "missing_email", favourite: false };

function open(place: string, answers: Answers = {}) {
  return openWindow(place, {
    views_list: () => [buyers, own],
    people_count: () => ({ matching: 3, total: 9 }),
    people_list: () => ({ rows: [], last: true }),
    tags_list: () => [],
    lists_list: () => [],
    ...answers,
  });
}

describe("saved views", () => {
  beforeEach(() => localStorage.clear());

  it("stand in the sidebar with their count and ask for what they keep", async () => {
    const { asked } = open("#/people");
    const entry = await screen.findByRole("link", { name: /Buyers/ });
    await waitFor(() => expect(entry).toHaveTextContent("3"));
    await userEvent.click(entry);
    await waitFor(() =>
      expect(asked("people_list").at(-1)).toMatchObject({
        query: { sort: "added", descending: true, groups: [{ any: true }] },
      }),
    );
    expect(screen.getByText("where")).toBeVisible();
    expect(screen.getByText("in 1 day")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Update view" })).toBeNull();
  });

  it("say that they were changed and take the change over", async () => {
    const kept: unknown[] = [];
    open("#/people", {
      views_set: ((request: unknown) => {
        kept.push(request);
        return buyers;
      }) as never,
    });
    await userEvent.click(await screen.findByRole("link", { name: /Buyers/ }));
    await userEvent.click(await screen.findByRole("button", { name: "or" }));
    await userEvent.click(await screen.findByRole("button", { name: "Update view" }));
    const [update] = kept as Array<{ id: string; content: SavedView["content"] }>;
    expect(update).toMatchObject({ id: "v1", content: { columns: [{ name: "title", width: null }] } });
    expect(update?.content.query.query.groups?.[0]?.any ?? false).toBe(false);
  });

  it("are kept under a name", async () => {
    const { asked } = open(
      `#/people?filters=${encodeURIComponent(JSON.stringify(buyers.content.query.query.filters))}`,
      {
        views_create: () => buyers,
      },
    );
    await userEvent.click((await screen.findAllByRole("button", { name: "Save view" }))[0] as HTMLElement);
    await userEvent.type(await screen.findByLabelText("Name of the view"), "Mine{Enter}");
    await waitFor(() => expect(asked("views_create")).toHaveLength(1));
    expect(asked("views_create")[0]).toMatchObject({
      name: "Mine",
      favourite: false,
      content: { query: { of: "people" } },
    });
  });

  it("are called as the catalogues say when they are the desk's own", async () => {
    open("#/people");
    await userEvent.click(await screen.findByRole("button", { name: /^All/ }));
    expect(await screen.findByRole("menuitem", { name: /Missing email/ })).toBeVisible();
  });
});
