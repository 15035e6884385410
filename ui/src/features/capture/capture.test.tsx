import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow } from "@/testing/window";

describe("quick capture", () => {
  it("notes a name and a postcode from anywhere with one key", async () => {
    const { asked } = openWindow("/today", {
      capture_add: () => ({ id: "p1", kind: "person", name: "Ann Lee", operation: "op" }),
    });
    const user = userEvent.setup();
    await screen.findByRole("main");
    await user.keyboard("q");
    await user.type(await screen.findByLabelText("Name"), "Ann Lee");
    await user.type(screen.getByLabelText("Postcode"), "44000{Enter}");
    await waitFor(() =>
      expect(asked("capture_add")).toEqual([
        { kind: "person", name: "Ann Lee", postcode: "44000", phone: "", note: "" },
      ]),
    );
    await waitFor(() => expect(screen.queryByLabelText("Postcode")).toBeNull());
  });
});
