import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { FollowupListRequest, FollowupView } from "@/data/client";
import { localDay } from "@/design/format";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const today = localDay(new Date());

const followup = (id: string, name: string, part: Partial<FollowupView> = {}): FollowupView => ({
  id,
  person: { id: `p${id}`, name },
  company: "Verrerie du Rhône",
  n: 1,
  of: 3,
  dueOn: today,
  state: "drafted",
  reason: "",
  outboxId: `m${id}`,
  subject: "Re: Vos fours",
  follows: "Vos fours",
  awaits: null,
  runNumber: 13,
  ...part,
});

function core(): Answers {
  const rows = [
    followup("1", "Hugo Marchand", { dueOn: "2026-01-05" }),
    followup("2", "Olivier Brunet"),
    followup("3", "Nadia Ferhat", { dueOn: "2099-03-04", state: "scheduled", outboxId: null, subject: "" }),
  ];
  return {
    followup_list: ({ due }: FollowupListRequest) => ({
      rows: due ? rows.slice(0, 2) : rows,
      due: 2,
      later: 1,
    }),
    outbox_get: ({ id }: { id: string }) => ({
      row: { id, state: "draft", subject: "Re: Vos fours", step: "followup-1" },
      from: "Élodie <elodie@cevenol.example>",
      to: "Hugo <h@verrerie.example>",
      text: "Je reviens vers vous.",
      writtenBy: "template",
      language: "fr",
      warnings: [],
      verdict: null,
      approvedAt: null,
      startedAt: null,
      account: "",
    }),
    outbox_approve: ({ ids }: { ids: string[] }) => ({ changed: ids.length, refused: [], recallUntil: null }),
    followup_stop: ({ ids }: { ids: string[] }) => ({ count: ids.length, operation: "op1" }),
  };
}

describe("follow-ups", () => {
  it("come by day, the late ones first, each saying that replies are not read", async () => {
    openWindow("/followups", core());
    await screen.findByText("Hugo Marchand", { selector: "[role='gridcell']" });
    const heads = within(screen.getByRole("grid"))
      .getAllByRole("heading", { level: 2 })
      .map((head) => head.textContent);
    expect(heads.slice(0, 2)).toEqual(["Late", "Due today"]);
    expect(screen.getByText("Replies are not read: confirm that none came")).toBeVisible();
    expect(await screen.findByText("Je reviens vers vous.")).toBeVisible();
  });

  it("leave only when the seller confirms that none replied: one, or the selected ones together", async () => {
    const { asked } = openWindow("/followups", core());
    await screen.findByText("Olivier Brunet");
    await userEvent.keyboard("x{Shift>}{ArrowDown}{/Shift}");
    await userEvent.click(await screen.findByRole("button", { name: /No replies: approve 2/ }));
    await waitFor(() => expect(asked("outbox_approve")).toEqual([{ ids: ["m1", "m2"] }]));
  });

  it("are stopped by one key, which can be undone", async () => {
    const { asked } = openWindow("/followups", core());
    await screen.findByText("Olivier Brunet");
    await userEvent.keyboard("s");
    await waitFor(() => expect(asked("followup_stop")).toEqual([{ ids: ["1"] }]));
    expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
  });

  it("to come have no draft yet and cannot be approved", async () => {
    const { asked } = openWindow("/followups?view=later", core());
    await screen.findByText(/Its draft is written on/);
    await userEvent.keyboard("a");
    expect(asked("outbox_approve")).toEqual([]);
  });

  it("wait on a message of unknown outcome, and lead to where it is settled", async () => {
    const waits = followup("4", "Léa Besson", {
      state: "scheduled",
      outboxId: null,
      subject: "",
      awaits: { id: "m9", state: "unknown" },
    });
    openWindow("/followups", { ...core(), followup_list: () => ({ rows: [waits], due: 1, later: 0 }) });
    expect(await screen.findByText("Say first whether the earlier message left")).toBeVisible();
    expect(screen.queryByText(/Its draft is written/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Settle that message" }));
    await waitFor(() => expect(window.location.hash).toContain("id=m9"));
  });

  it("have no fault of accessibility", async () => {
    const { container } = openWindow("/followups", core());
    await screen.findByText("Je reviens vers vous.");
    expect(await faults(container)).toEqual([]);
  });
});
