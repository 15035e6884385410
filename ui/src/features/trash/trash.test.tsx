import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow } from "@/testing/window";

const row = {
  id: "p1",
  kind: "person",
  name: "Camille Faure",
  detail: "Atelier Lumen",
  removedAt: "2026-09-14T08:00:00Z",
  by: "seller",
  daysLeft: 29,
};

describe("the trash", () => {
  it("asks before somebody comes back to an address that is another's by now, and offers both ways", async () => {
    const taken = [
      {
        id: "p1",
        name: "Camille Faure",
        other: "p2",
        otherName: "Bruno Achard",
        address: "info@lumen.example",
      },
    ];
    const { asked } = openWindow("/trash", {
      trash_list: () => ({ rows: [row], total: 1, days: 30 }),
      trash_restore: (request: { taken: string }) =>
        request.taken === "ask"
          ? { count: 0, operation: null, taken }
          : { count: 1, operation: "op", taken: [] },
    });
    const user = userEvent.setup();
    await screen.findByText("Camille Faure");
    await user.click(screen.getByRole("button", { name: /Bring back/ }));
    expect(await screen.findByText(/Bruno Achard/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Bring back without the address" }));
    await waitFor(() =>
      expect(asked("trash_restore")).toEqual([
        { ids: ["p1"], taken: "ask" },
        { ids: ["p1"], taken: "drop" },
      ]),
    );
  });

  it("says so when there is nothing in it", async () => {
    openWindow("/trash", { trash_list: () => ({ rows: [], total: 0, days: 30 }) });
    expect(await screen.findByText("The trash is empty")).toBeVisible();
  });
});
