import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { DuplicateGroup, DuplicatesMerge, DuplicatesReview, DuplicatesState } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const state: DuplicatesState = {
  search: null,
  merging: null,
  searchedAt: "2026-09-16T08:02:00Z",
  stale: false,
  exactPeople: 1,
  probablePeople: 1,
  exactCompanies: 0,
  probableCompanies: 0,
};

const member = (id: string, name: string) => ({ id, name, detail: "Directeur, Cartonnages Béal" });
const groups: DuplicateGroup[] = [
  {
    id: 1,
    kind: "person",
    verdict: "exact",
    score: 100,
    reasons: [{ part: "email", likeness: "same", speaks: true }],
    members: [member("s1", "Samira Bouchet"), member("s2", "Samira BOUCHET")],
  },
  {
    id: 2,
    kind: "person",
    verdict: "probable",
    score: 97,
    reasons: [
      { part: "last_name", likeness: "same", speaks: true },
      { part: "company", likeness: "same", speaks: true },
      { part: "title", likeness: "unlike", speaks: false },
    ],
    members: [member("b1", "Benoît Lefèvre"), member("b2", "Benoit Lefevre")],
  },
];

const at = "2026-09-11T08:00:00Z";
function review(ids: string[]): DuplicatesReview {
  const [one = "", other = ""] = ids;
  const values = (texts: Record<string, string>) =>
    Object.entries(texts).map(([field, value]) => ({ field, value, source: "", at }));
  const record = (id: string, texts: Record<string, string>) => ({
    id,
    name: texts.first_name ?? "",
    createdAt: at,
    source: "csv",
    sourceDetail: "",
    history: 2,
    values: values(texts),
  });
  return {
    kind: "person",
    records: [
      record(one, {
        first_name: "Benoît",
        last_name: "Lefèvre",
        title: "Responsable",
        company: "Cartonnages Béal",
        phone: "",
      }),
      record(other, {
        first_name: "Benoit",
        last_name: "Lefevre",
        title: "Directeur",
        company: "Cartonnages Béal",
        phone: "",
      }),
    ],
    choices: ["first_name", "last_name", "title", "company", "phone"].map((field) => ({
      field,
      from: field === "title" ? other : one,
    })),
    changes: [{ code: "merge.histories", params: {} }],
    group: null,
  };
}

function core(): Answers {
  let left = groups;
  return {
    duplicates_state: () => ({ ...state, exactPeople: left.filter((group) => group.score === 100).length }),
    duplicates_list: () => ({ groups: left, last: true }),
    duplicates_review: ({ ids }: { ids: string[] }) => review(ids),
    duplicates_merge: ({ survivor }: DuplicatesMerge) => {
      left = left.filter((group) => !group.members.some((one) => one.id === survivor));
      return { survivor, name: "Benoît Lefèvre", count: 1, operation: "op1" };
    },
    duplicates_ignore: ({ ids }: { ids: string[] }) => {
      left = left.filter((group) => !group.members.some((one) => ids.includes(one.id)));
      return { count: 1, operation: "op2" };
    },
    duplicates_merge_exact: () => ({ ...state, merging: { state: "running", done: 0, of: 1 } }),
  };
}

describe("duplicates", () => {
  it("show the reason and the score, and the records side by side with what they become", async () => {
    const { container } = openWindow("/duplicates", core());
    expect(await screen.findByRole("heading", { name: "Exact, 1 group" })).toBeTruthy();
    expect(screen.getByText("Same last name, same company")).toBeTruthy();
    await userEvent.keyboard("j");
    expect(await screen.findByRole("heading", { name: "Probably the same person" })).toBeTruthy();
    const title = await screen.findByRole("row", { name: /^Title/ });
    expect(within(title).getAllByRole("cell").at(-1)?.textContent).toBe("Directeur");
    expect(screen.queryByRole("row", { name: /^Phone/ })).toBeNull();
    expect(await faults(container)).toEqual([]);
  });

  it("say that other addresses and numbers stay, and do not speak of a history that is none", async () => {
    const one = review(["b1", "b2"]);
    const having = (place: number, texts: Record<string, string>) => {
      const record = one.records[place] as DuplicatesReview["records"][number];
      return {
        ...record,
        history: 0,
        values: [
          ...record.values.filter((value) => !(value.field in texts)),
          ...Object.entries(texts).map(([field, value]) => ({ field, value, source: "", at })),
        ],
      };
    };
    openWindow("/duplicates", {
      ...core(),
      duplicates_review: () => ({
        ...one,
        records: [
          having(0, { email: "b.lefevre@beal.test", phone: "01 49 29 39 49" }),
          having(1, { email: "benoit@beal.test", phone: "+33 1 49 29 39 49" }),
        ],
        choices: [...one.choices, { field: "email", from: "b1" }],
      }),
    });
    const email = await screen.findByRole("row", { name: /^Email/ });
    const after = within(email).getAllByRole("cell").at(-1) as HTMLElement;
    expect(within(after).getByText("b.lefevre@beal.test")).toBeTruthy();
    expect(within(after).getByText("+ 1 other").title).toBe("benoit@beal.test");
    // One number written in two ways is one number.
    expect(within(screen.getByRole("row", { name: /^Phone/ })).queryByText("+ 1 other")).toBeNull();
    expect(screen.getByText(/The other emails, phone numbers and profiles stay/)).toBeTruthy();
    expect(screen.queryByText("nothing to unite")).toBeNull();
    expect(screen.queryByText("All histories are kept, in order.")).toBeNull();
  });

  it("keep the value that is clicked and merge by one key", async () => {
    const { asked } = openWindow("/duplicates", core());
    await screen.findByRole("heading", { name: "The same person" });
    await userEvent.keyboard("j");
    await userEvent.click(await screen.findByRole("radio", { name: "Keep “Responsable”" }));
    const title = screen.getByRole("row", { name: /^Title/ });
    expect(within(title).getAllByRole("cell").at(-1)?.textContent).toBe("Responsable");
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard("m");
    await waitFor(() => expect(asked("duplicates_merge")).toHaveLength(1));
    expect(asked("duplicates_merge")[0]).toEqual({
      kind: "person",
      survivor: "b1",
      others: ["b2"],
      choices: [{ field: "title", from: "b1" }],
    });
    expect(await screen.findByText("Benoît Lefèvre: 1 record merged")).toBeTruthy();
  });

  it("are told apart by n, skipped by s, and a number keeps a whole record", async () => {
    const { asked } = openWindow("/duplicates", core());
    await screen.findByRole("heading", { name: "The same person" });
    await userEvent.keyboard("s");
    await screen.findByRole("heading", { name: "Probably the same person" });
    await screen.findByRole("row", { name: /^Title/ });
    await userEvent.keyboard("2");
    const name = screen.getByRole("row", { name: /^Name/ });
    expect(within(name).getAllByRole("cell").at(-1)?.textContent).toBe("Benoit Lefevre");
    await userEvent.keyboard("n");
    await waitFor(() => expect(asked("duplicates_ignore")).toHaveLength(1));
    expect(asked("duplicates_ignore")[0]).toEqual({ kind: "person", ids: ["b1", "b2"], only: null });
  });

  it("beyond doubt are merged all at once", async () => {
    const { asked } = openWindow("/duplicates", core());
    await userEvent.click(await screen.findByRole("button", { name: "Merge the exact match" }));
    await waitFor(() => expect(asked("duplicates_merge_exact")).toEqual([{ kind: null }]));
  });

  it("are offered to be searched where nobody has yet", async () => {
    const { asked } = openWindow("/duplicates", {
      duplicates_state: () => ({ ...state, searchedAt: null, exactPeople: 0, probablePeople: 0 }),
      duplicates_list: () => ({ groups: [], last: true }),
      duplicates_search: () => state,
    });
    await screen.findByText("Nobody has looked yet");
    await userEvent.click(screen.getAllByRole("button", { name: "Search" })[0] as HTMLElement);
    await waitFor(() => expect(asked("duplicates_search")).toHaveLength(1));
  });
});
