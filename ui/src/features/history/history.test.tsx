import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ChangesRows, OperationView, UndoneView } from "@/data/client";
import { faults } from "@/testing/render";
import { openWindow } from "@/testing/window";

const operation = (id: string, part: Partial<OperationView> = {}): OperationView => ({
  id,
  seq: 9,
  at: "2026-09-14T15:32:00Z",
  actor: "seller",
  intent: { code: "people.bulk_edit", params: { count: "12", fields: "status" } },
  rows: 12,
  state: "done",
  undoable: true,
  redoable: false,
  undoes: null,
  ...part,
});

const changes: ChangesRows = {
  rows: [
    {
      place: "4.0",
      operation: "a",
      at: "2026-09-14T15:32:00Z",
      actor: "seller",
      intent: { code: "people.edit", params: { name: "Denis Caron", field: "company" } },
      kind: "person",
      row: "person",
      label: "Denis Caron",
      change: "changed",
      fields: [
        { field: "company_id", form: "name", old: "Acme", new: "Borealis" },
        { field: "status", form: "code", old: "new", new: "interested" },
      ],
    },
  ],
  next: null,
};

const core = () => {
  const rows = [
    operation("a"),
    operation("b", { seq: 8, actor: "run", intent: { code: "runs.run", params: { people: "268" } } }),
    operation("c", {
      seq: 7,
      intent: { code: "history.undo", params: { intent: "people.note" } },
      undoable: false,
      undoes: "z",
    }),
    operation("d", {
      seq: 6,
      intent: { code: "settings.set", params: { key: "outreach.daily_cap" } },
      state: "undone",
      undoable: false,
    }),
  ];
  return {
    history_list: () => rows,
    history_top: () => ({ undo: rows[0], redo: null }),
    history_changes: () => changes,
    history_undo: ({ id }: { id: string }): UndoneView => ({
      operation: rows.find((row) => row.id === id) ?? operation("x"),
      restored: 10,
      kept: [
        { table: "person", id: "p1", label: "Denis Caron", columns: ["status"] },
        { table: "person", id: "p2", label: "Lila Mansour", columns: ["status", "company_id"] },
      ],
    }),
  };
};

describe("the history", () => {
  it("says who did what in words, also what an undo took back and which setting it was", async () => {
    openWindow("/history", core());
    expect((await screen.findAllByText("12 people changed at once"))[0]).toBeVisible();
    expect(screen.getByText("Run on 268 people")).toBeVisible();
    expect(screen.getByText("Undone: a note")).toBeVisible();
    expect(screen.getByText("Setting “daily cap” changed")).toBeVisible();
  });

  it("undoes any operation and lists by name what was edited since and is kept", async () => {
    const { asked } = openWindow("/history", core());
    await screen.findByText("Run on 268 people");
    await userEvent.keyboard("u");
    await waitFor(() => expect(asked("history_undo")).toEqual([{ id: "a" }]));
    expect(await screen.findByText("It is undone")).toBeVisible();
    expect(screen.getByText("Lila Mansour")).toBeVisible();
    expect(screen.getByText("status, company")).toBeVisible();
  });

  it("offers no undo where the core has none", async () => {
    const { asked } = openWindow("/history", core());
    await screen.findByText("Undone: a note");
    await userEvent.click(screen.getByText("Undone: a note"));
    expect(screen.queryByRole("button", { name: /Undo this/ })).toBeNull();
    await userEvent.keyboard("u");
    expect(asked("history_undo")).toEqual([]);
  });

  it("shows what an act changed, before and after, when its line is opened", async () => {
    const { asked } = openWindow("/history", core());
    await userEvent.click((await screen.findAllByText("12 people changed at once"))[0] as HTMLElement);
    expect(await screen.findByText("Borealis")).toBeVisible();
    expect(screen.getByText("Acme")).toBeVisible();
    expect(asked("history_changes")[0]).toMatchObject({ ask: { operation: "a" } });
  });

  it("lists every change field by field, and narrows it", async () => {
    const { asked, container } = openWindow("/history", core());
    await screen.findByText("Run on 268 people");
    await userEvent.click(screen.getByRole("radio", { name: "Field by field" }));
    expect(await screen.findByText("company: Acme → Borealis · status: new → interested")).toBeVisible();
    await userEvent.click(screen.getByRole("combobox", { name: "By" }));
    await userEvent.click(await screen.findByRole("option", { name: "import" }));
    await waitFor(() => expect(asked("history_changes").at(-1)).toMatchObject({ ask: { actor: "import" } }));
    expect(await faults(container)).toEqual([]);
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/history", core());
    await screen.findByText("Run on 268 people");
    expect(await faults(container)).toEqual([]);
  });
});
