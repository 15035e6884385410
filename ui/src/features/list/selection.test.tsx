import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { selectionWords } from "@/features/palette/selection";
import { openWindow } from "@/testing/window";

beforeEach(() => localStorage.clear());

it("what is ticked in the table is not acted on while another form of it is shown", async () => {
  openWindow("#/people?by=status", {
    people_count: () => ({ matching: 3, total: 3, near: false }),
    people_groups: () => ({
      groups: [{ key: "new", name: "", nameEn: "", colour: "", count: 2, sums: [] }],
      left: 0,
      leftRows: 0,
    }),
    people_list: () => ({ rows: [], last: true }),
    people_ids: () => ({ ids: ["p1", "p2"] }),
  });
  await userEvent.click(await screen.findByText("Select these 2"));
  expect(await screen.findByRole("button", { name: "Run on 2" })).toBeVisible();
  expect(selectionWords()).toBe("2 people selected");

  await userEvent.click(screen.getByRole("radio", { name: "Board" }));
  expect(await screen.findByRole("button", { name: "Run on 3" })).toBeVisible();
  expect(screen.queryByRole("region", { name: "Selection" })).toBeNull();
  expect(selectionWords()).toBeUndefined();

  // Back in the table they are shown again, and so they count again.
  await userEvent.click(screen.getByRole("radio", { name: "List" }));
  expect(await screen.findByRole("region", { name: "Selection" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Run on 2" })).toBeVisible());
});
