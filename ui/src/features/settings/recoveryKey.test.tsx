import { mockIPC } from "@tauri-apps/api/mocks";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { WorkspaceStatus } from "@/data/client";
import { show } from "@/testing/render";
import { RecoveryKey } from "./RecoveryKey";

const groups = ["K7QD", "4XW2", "9MPA", "TR6H", "VE3N", "Z8CJ", "5GBY", "H2KF"];
const status: WorkspaceStatus = {
  state: "open",
  locale: "en",
  keychain: true,
  passphrase: true,
  recoveryConfirmed: false,
  sample: false,
  heldAfterRestore: false,
  sendingPaused: null,
  folder: "/home/elodie/Rainmaker",
  version: "0.1.0",
};

describe("a recovery sheet that was never verified", () => {
  it("is replaced in the settings, where the passphrase stands and the key is shown once more", async () => {
    const calls: Array<[string, unknown]> = [];
    mockIPC((command, args) => {
      calls.push([command, args]);
      return command === "workspace_renew_recovery_key" ? { recoveryKey: groups } : {};
    });
    show(<RecoveryKey status={status} />);
    expect(screen.getByText(/has not been retyped/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Make a new one" }));
    expect(screen.getByText(/The old sheet stops opening this desk/)).toBeVisible();
    await userEvent.type(screen.getByLabelText("Present phrase"), "four plain words here");
    await userEvent.click(screen.getByRole("button", { name: "Make the sheet" }));
    expect(await screen.findByText("K7QD")).toBeVisible();
    expect(calls).toContainEqual([
      "workspace_renew_recovery_key",
      { request: { passphrase: "four plain words here" } },
    ]);
    expect(screen.getByText(/this key is never shown again/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /Close without checking/ }));
    expect(screen.queryByText("K7QD")).toBeNull();
  });
});
