import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { openWindow } from "@/testing/window";

it("keeps where messages go in the foot of a narrow window: the network goes first, the lock keeps its icon", async () => {
  openWindow("/people", {
    settings_get: () => ({ values: [{ key: "mail.transport", value: "practice" }], secrets: [] }),
  });
  const practice = (await screen.findByText("Practice outbox")).closest("button");
  const yields = (id: string) => document.querySelector<HTMLElement>(`[data-item='${id}']`)?.dataset.yields;
  expect(practice).not.toHaveAttribute("data-yields");
  await waitFor(() => expect(yields("backup")).toBe("later"));
  expect([yields("queue"), yields("online"), yields("lock")]).toEqual([undefined, "gone", "icon"]);
});
