import { mockIPC } from "@tauri-apps/api/mocks";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ContactPointView } from "@/data/client";
import { faults, show } from "@/testing/render";
import { Contacts } from "./Contacts";

const point = (id: string, value: string, first: boolean): ContactPointView => ({
  id,
  kind: "email",
  label: "work",
  value,
  shown: value,
  target: value,
  postal: null,
  status: first ? "valid" : "opted_out",
  first,
  source: "typed",
  sourceName: "",
  sourceAt: "2026-09-14T08:00:00Z",
  by: "seller",
});

describe("the ways to reach somebody", () => {
  it("shows every address with its state, and adds another where it will stand", async () => {
    const asked: unknown[] = [];
    mockIPC((command, args) => {
      if (command === "contacts_add") asked.push((args as { request: unknown }).request);
      return [];
    });
    const { container } = show(
      <Contacts
        owner={{ kind: "person", id: "p1" }}
        points={[point("p1", "ann@acme.example", true), point("e2", "ann@home.example", false)]}
      />,
    );
    expect(await faults(container)).toEqual([]);
    const user = userEvent.setup();
    expect(screen.getByRole("img", { name: "opted out" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Add" }));
    await user.click(await screen.findByRole("menuitem", { name: "Phone" }));
    await user.type(await screen.findByLabelText("New phone number"), "0612345678{Enter}");
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ kind: "phone", value: "0612345678" });
  });
});
