import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { OperationView } from "@/data/client";
import { openWindow } from "@/testing/window";

function operation(id: string, seq: number): OperationView {
  return {
    id,
    seq,
    at: "2026-09-08T07:00:00Z",
    actor: "seller",
    intent: { code: "people.note", params: {} },
    rows: 1,
    state: "done",
    undoable: true,
    redoable: false,
    undoes: null,
  };
}

/** Two operations that can be taken back and done again, one after the other. */
function core() {
  const done = [operation("a", 1), operation("b", 2)];
  const undone: OperationView[] = [];
  const move = (from: OperationView[], to: OperationView[]) => {
    const moved = from.pop();
    if (moved) to.push(moved);
    return { operation: moved, restored: 1, kept: [] };
  };
  return {
    answers: {
      history_top: () => ({ undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }),
      history_undo: () => move(done, undone),
      history_redo: () => move(undone, done),
    },
    forgetUndone: () => undone.splice(0),
  };
}

it("offers to do again only what was undone last, and nothing once the key did it", async () => {
  const { asked } = openWindow("/health", core().answers);
  await screen.findByText(/Undo:/);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(await screen.findByText("Redo")).toBeVisible();
  await userEvent.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(asked("history_undo")).toHaveLength(2));
  await waitFor(() => expect(screen.getAllByText("Redo")).toHaveLength(1));
  await userEvent.keyboard("{Control>}y{/Control}");
  await screen.findByText(/^Done again/);
  await waitFor(() => expect(screen.queryByText("Redo")).toBeNull());
});

it("takes the offer away once something else was done and nothing can be done again", async () => {
  const { forgetUndone, answers } = core();
  const { client } = openWindow("/health", answers);
  await screen.findByText(/Undo:/);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(await screen.findByText("Redo")).toBeVisible();
  await client.invalidateQueries();
  expect(screen.getByText("Redo")).toBeVisible();
  forgetUndone();
  await client.invalidateQueries();
  await waitFor(() => expect(screen.queryByText("Redo")).toBeNull());
});
