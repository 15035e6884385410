import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { BackupView, HealthView } from "@/data/client";
import { text } from "@/i18n";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";
import { backupWords, known } from "./backupNames";

const health: HealthView = {
  parts: [
    { name: "mail", state: "bad", what: { code: "health.mail_no_password", params: {} } },
    { name: "desk", state: "ok", what: { code: "health.desk_ok", params: {} } },
    { name: "ai", state: "off", what: { code: "health.ai_templates", params: {} } },
  ],
  caps: [{ name: "mail.day", used: 45, of: 45 }],
  lastBackupAt: null,
  nextSendAt: null,
  queue: 3,
  paused: { code: "gate.sending_paused", params: { reason: "mail.bad_password" } },
  deskBytes: 84_000_000,
  people: 3214,
};

const backup: BackupView = {
  id: "b1",
  path: "/backups/2026-09-16.rainbackup",
  at: "2026-09-16T05:00:00Z",
  kind: "automatic",
  bytes: 84_000_000,
  people: 3209,
  verified: true,
};

const core = (more: Answers = {}): Answers => ({
  health_get: () => health,
  backup_list: () => [backup],
  backup_create: () => backup,
  ...more,
});

describe("health", () => {
  it("names the trouble with its way out, and why nothing leaves", async () => {
    openWindow("/health", core());
    expect((await screen.findAllByText("The password is missing. Nothing can leave"))[0]).toBeVisible();
    expect(screen.getByText("1 thing to mend")).toBeVisible();
    expect(screen.getByRole("button", { name: "Mend" })).toBeVisible();
    expect(
      screen.getByRole("heading", { name: "Paused: the mail account refused the password" }),
    ).toBeVisible();
    expect(screen.getByRole("meter", { name: "Email, day" })).toHaveAttribute("aria-valuetext", "45 of 45");
  });

  it("does not say that all is well while everything is held after a restore, and lets it go from there", async () => {
    const restore = {
      name: "restore",
      state: "warn",
      what: { code: "health.held_after_restore", params: {} },
    };
    const held = { ...health, parts: [restore, ...health.parts.slice(1)], paused: null };
    const { asked } = openWindow(
      "/health",
      core({ health_get: () => held, workspace_release_hold: () => null }),
    );
    expect(await screen.findByText("1 thing to mend")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Let messages leave" }));
    await waitFor(() => expect(asked("workspace_release_hold")).toHaveLength(1));
  });

  it.each([
    ["outbox.paused_by_seller", "you paused all sending", false],
    ["mail.bad_password", "the mail account refused the password", true],
  ])("tells a pause for %s as what it is", async (reason, words, trouble) => {
    const { container } = openWindow("/health", {
      health_get: () => ({
        ...health,
        parts: health.parts.slice(1),
        paused: { code: "gate.sending_paused", params: { reason } },
      }),
      backup_list: () => [backup],
    });
    expect(await screen.findByRole("heading", { name: new RegExp(words) })).toBeVisible();
    expect(screen.getByText("All well")).toBeVisible();
    expect(container.querySelector("[data-item='queue']")?.hasAttribute("data-trouble")).toBe(trouble);
  });

  it("makes a backup and says what was read back", async () => {
    const { asked } = openWindow("/health", core());
    await userEvent.click(await screen.findByRole("button", { name: "Back up now" }));
    await waitFor(() => expect(asked("backup_create")).toEqual([{ path: "" }]));
    expect(await screen.findByText("Backup written and read back: 3,209 people")).toBeVisible();
  });

  it("asks before the desk is replaced, keeps it when the backup cannot be opened, and asks for the key", async () => {
    const restored: unknown[] = [];
    openWindow(
      "/health",
      core({
        backup_restore: (request: { secret: string }) => {
          restored.push(request);
          throw { code: "workspace.wrong_key", params: {}, retryable: false, ref: "t" };
        },
      }),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Restore…" }));
    const dialog = await screen.findByRole("dialog", { name: "Replace the desk by this backup?" });
    expect(dialog).toHaveTextContent(/since the daily backup of Wed 16 Sep.* is replaced/);
    expect(restored).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Restore" }));
    expect(await within(dialog).findByText("Not restored; the desk is as it was")).toBeVisible();
    await userEvent.type(within(dialog).getByLabelText(/Recovery key or passphrase/), "K7QD 4XW2");
    await userEvent.click(within(dialog).getByRole("button", { name: "Restore" }));
    await waitFor(() => expect(restored).toHaveLength(2));
    expect(restored[1]).toEqual({ path: backup.path, secret: "K7QD 4XW2" });
  });

  it("names a backup chosen as a file by its kind and moment, and any other file by its name", () => {
    const format = { weekdayTime: (at: string) => at } as Parameters<typeof backupWords>[2];
    const words = (path: string) => backupWords(known(path, [backup]), text, format);
    expect(words(backup.path)).toBe("the daily backup of 2026-09-16T05:00:00Z");
    expect(words("C:\\desk\\20261121T210952-before-upgrade-from-3.rainbackup")).toBe(
      "the backup before an update, made 2026-11-21T21:09:52Z",
    );
    expect(words("/media/usb/old.rainbackup")).toBe("the backup “old.rainbackup”");
  });

  it("says where the replaced desk lies and what came with the restored one, until that is read", async () => {
    openWindow(
      "/health",
      core({
        backup_restore: () => ({ locale: "fr", replaced: "/desk/replaced", carried: 0, notice: null }),
      }),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Restore…" }));
    const question = await screen.findByRole("dialog", { name: "Replace the desk by this backup?" });
    await userEvent.click(within(question).getByRole("button", { name: "Restore" }));
    const told = await screen.findByRole("dialog", { name: "The desk is the one of the backup" });
    expect(told).toHaveTextContent(/put aside in \/desk\/replaced/);
    expect(told).toHaveTextContent(/Language, theme and every setting are those of this desk/);
    await userEvent.click(within(told).getByRole("button", { name: "Understood" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("has no fault of accessibility", async () => {
    const { container } = openWindow("/health", core());
    await screen.findByText("1 thing to mend");
    expect(await faults(container)).toEqual([]);
  });
});
