import { mockIPC } from "@tauri-apps/api/mocks";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { WorkspaceStatus } from "@/data/client";
import { speak } from "@/i18n";
import { faults, show } from "@/testing/render";
import { FirstRun } from "./FirstRun";
import { Locked } from "./Locked";
import { LockScreen } from "./LockScreen";
import { RecoverySheet } from "./RecoverySheet";

const groups = ["K7QD", "4XW2", "9MPA", "TR6H", "VE3N", "Z8CJ", "5GBY", "H2KF"];
const status: WorkspaceStatus = {
  state: "none",
  locale: null,
  keychain: true,
  passphrase: false,
  recoveryConfirmed: false,
  sample: false,
  heldAfterRestore: false,
  sendingPaused: null,
  folder: "/home/elodie/Rainmaker",
  version: "0.1.0",
};

describe("the first run", () => {
  it("creates a desk in the language of the window, then shows the key", async () => {
    const calls: Array<[string, unknown]> = [];
    mockIPC((command, args) => {
      calls.push([command, args]);
      return command === "workspace_create" ? { recoveryKey: groups } : {};
    });
    show(<FirstRun status={status} onDone={() => {}} />);
    await userEvent.click(screen.getByText("Create a desk"));
    await userEvent.click(screen.getByRole("button", { name: /Continue without a phrase/ }));
    expect(await screen.findByText("K7QD")).toBeVisible();
    expect(calls[0]).toEqual([
      "workspace_create",
      { request: { locale: "en", passphrase: null, sample: false } },
    ]);
  });

  it("refuses a short passphrase before anything is created", async () => {
    const called = vi.fn();
    mockIPC(called);
    show(<FirstRun status={status} onDone={() => {}} />);
    await userEvent.click(screen.getByText("Create a desk"));
    await userEvent.type(screen.getByLabelText("Passphrase"), "abc");
    await userEvent.click(screen.getByRole("button", { name: /Continue/ }));
    expect(screen.getByText(/The desk was not created. Add a word or two/)).toBeVisible();
    expect(called).not.toHaveBeenCalled();
  });

  it("asks for a passphrase where there is no keychain, also for a trial", async () => {
    mockIPC(() => ({}));
    show(<FirstRun status={{ ...status, keychain: false }} onDone={() => {}} />);
    await userEvent.click(screen.getByText("Try with sample data"));
    expect(screen.getByText("No keychain on this system")).toBeVisible();
    expect(screen.queryByText(/without a phrase/)).toBeNull();
  });

  it("says what went wrong when the desk cannot be created", async () => {
    mockIPC(() => {
      throw { code: "workspace.exists", params: {}, retryable: false, ref: "r" };
    });
    show(<FirstRun status={status} onDone={() => {}} />);
    await userEvent.click(screen.getByText("Try with sample data"));
    expect(await screen.findByText(/There is already a desk in this folder/)).toBeVisible();
  });

  it("says after a restore where the replaced desk lies and what could not be carried over", async () => {
    const done = vi.fn();
    mockIPC((command) =>
      command === "backup_verify"
        ? { path: "/b.rainmaker", at: "2026-09-15T08:00:00Z", people: 3, bytes: 9000, verified: true }
        : {
            ...status,
            state: "open",
            replaced: "/home/elodie/Rainmaker/replaced",
            carried: 0,
            notice: { code: "gate.deleted", params: {} },
          },
    );
    const page = show(<FirstRun status={status} onDone={done} />);
    await userEvent.click(screen.getByText("Restore a backup"));
    await userEvent.type(screen.getByLabelText("Backup file"), "/b.rainmaker");
    await userEvent.click(screen.getByRole("button", { name: /Verify/ }));
    await userEvent.click(await screen.findByRole("button", { name: /^Restore/ }));
    expect(await screen.findByText(/put aside in \/home\/elodie\/Rainmaker\/replaced/)).toBeVisible();
    expect(screen.getByText("Removed from the desk")).toBeVisible();
    expect(await faults(page.container)).toEqual([]);
    expect(done).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: /Open the desk/ }));
    await waitFor(() => expect(done).toHaveBeenCalled());
  });
});

describe("a first desk from a backup", () => {
  it.each([
    ["fr", true],
    ["en", false],
  ] as const)("in %s is announced where it changes the language", async (locale, announced) => {
    const done = vi.fn();
    mockIPC((command) => {
      if (command === "backup_verify")
        return { path: "/b.rainmaker", at: "2026-09-15T08:00:00Z", people: 3, bytes: 9000, verified: true };
      // The window hears of the new desk before the answer is here.
      speak(locale);
      return { ...status, state: "open", locale, replaced: null, carried: 0, notice: null };
    });
    show(<FirstRun status={status} onDone={done} />);
    await userEvent.click(screen.getByText("Restore a backup"));
    await userEvent.type(screen.getByLabelText("Backup file"), "/b.rainmaker");
    await userEvent.click(screen.getByRole("button", { name: /Verify/ }));
    await userEvent.click(await screen.findByRole("button", { name: /^Restore/ }));
    if (announced) {
      expect(await screen.findByText(/La langue, le thème et tous les réglages/)).toBeVisible();
      await userEvent.click(screen.getByRole("button", { name: /Ouvrir le bureau/ }));
    }
    await waitFor(() => expect(done).toHaveBeenCalled());
    speak("en");
  });
});

describe("a start of the program", () => {
  it("opens the desk by the keychain, once, and never one that asks for its phrase", async () => {
    const calls: string[] = [];
    mockIPC((command) => {
      calls.push(command);
      return { ...status, state: "open" };
    });
    const asks = show(<Locked status={{ ...status, state: "locked", passphrase: true }} />);
    asks.unmount();
    expect(calls).toEqual([]);
    const starts = show(<Locked status={{ ...status, state: "locked" }} />);
    await waitFor(() => expect(calls).toEqual(["workspace_unlock"]));
    starts.unmount();
    show(<Locked status={{ ...status, state: "locked" }} />);
    expect(calls).toEqual(["workspace_unlock"]);
  });
});

describe("the recovery sheet", () => {
  it("covers two groups and opens the way only when both are retyped", async () => {
    const done = vi.fn().mockResolvedValue(undefined);
    show(<RecoverySheet groups={groups} folder="/d" onDone={done} asked={[2, 5]} />);
    await userEvent.click(screen.getByRole("button", { name: /I have the sheet/ }));
    await userEvent.type(screen.getByLabelText("Retype group 3"), "9mpa");
    await userEvent.click(screen.getByRole("button", { name: /Continue/ }));
    expect(done).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText("Retype group 6"), "Z8CX");
    expect(screen.getByText(/This is not group 6/)).toBeVisible();
    await userEvent.type(screen.getByLabelText("Retype group 6"), "{Backspace}j");
    await userEvent.click(screen.getByRole("button", { name: /Continue/ }));
    await waitFor(() =>
      expect(done).toHaveBeenCalledWith([
        { number: 3, value: "9MPA" },
        { number: 6, value: "Z8CJ" },
      ]),
    );
  });

  it("has no fault of accessibility", async () => {
    const { container } = show(<RecoverySheet groups={groups} folder="/d" onDone={async () => {}} />);
    expect(await faults(container)).toEqual([]);
  });
});

describe("the lock screen", () => {
  it("opens by the passphrase, and by the recovery key when it is forgotten", async () => {
    const open = vi.fn();
    show(<LockScreen passphrase busy={false} onOpen={open} />);
    await userEvent.type(screen.getByLabelText("Passphrase"), "cerise tunnel{Enter}");
    expect(open).toHaveBeenLastCalledWith({ passphrase: "cerise tunnel" });
    await userEvent.click(screen.getByText(/Phrase forgotten/));
    await userEvent.type(screen.getByLabelText(/Recovery key/), "K7QD{Enter}");
    expect(open).toHaveBeenCalledTimes(1);
    await userEvent.type(screen.getByLabelText(/Recovery key/), `${groups.slice(1).join("-")}{Enter}`);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("says a wrong phrase aloud and has no fault of accessibility", async () => {
    const { container } = show(
      <LockScreen passphrase error="This is not the right phrase." busy={false} onOpen={() => {}} />,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("This is not the right phrase.");
    expect(await faults(container)).toEqual([]);
  });
});
