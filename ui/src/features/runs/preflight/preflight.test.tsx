import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Preflight, PreflightRequest } from "@/data/client";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const message = (name: string): Preflight["messages"][number] => ({
  person: { id: name, name },
  from: "Élodie <elodie@cevenol.example>",
  to: `${name} <x@atelier.example>`,
  subject: `Vos relevés, ${name}`,
  text: `Bonjour ${name},\n\nÀ bientôt.`,
  merged: [name],
  language: "fr",
  languageFrom: "place",
  writtenBy: "template",
  warnings: [],
  linkedinNote: `Bonjour ${name}`,
  connected: false,
});

function preflight(part: Partial<Preflight> = {}): Preflight {
  return {
    chosen: 312,
    writtenTo: 268,
    out: [
      {
        reason: { code: "gate.no_address", params: {} },
        count: 39,
        people: [{ id: "a", name: "Paul Chevallier" }],
      },
      {
        reason: { code: "gate.suppressed", params: {} },
        count: 5,
        people: [{ id: "b", name: "Solène Marty" }],
      },
    ],
    sends: false,
    transport: "practice",
    from: "elodie@cevenol.example",
    window: "08:00-19:00",
    dailyCap: 45,
    usedToday: 0,
    gapSeconds: 600,
    linkedinNotes: 251,
    linkedinMessages: 0,
    followupDays: 7,
    maxFollowups: 3,
    days: [
      { date: "2026-09-16", count: 45 },
      { date: "2026-09-17", count: 43 },
    ],
    finishesAt: "2026-09-17T14:40:00Z",
    writer: "template",
    model: null,
    messages: [message("Jeanne Vasserot"), message("Marion Gauthier")],
    warnings: [],
    blockers: [],
    ...part,
  };
}

function core(part: Partial<Preflight> = {}): Answers {
  return {
    run_default_config: () => '{"actions":{"sendEmails":false}}',
    run_preflight: ({ config }: PreflightRequest) => {
      const sends =
        (JSON.parse(config) as { actions?: { sendEmails?: boolean } }).actions?.sendEmails ?? false;
      return preflight({ sends, ...part });
    },
    run_start: () => {
      throw { code: "runs.nobody", params: {}, retryable: false, ref: "t" };
    },
  };
}

async function openSheet(answers: Answers) {
  const opened = openWindow("/runs", answers);
  await screen.findByText("No run yet");
  await userEvent.keyboard("r");
  const sheet = await screen.findByRole("dialog", { name: "Run full sequence" });
  return { ...opened, sheet };
}

describe("the pre-flight sheet", () => {
  it("accounts for everybody: those in and those out add up to those chosen", async () => {
    const { sheet } = await openSheet(core());
    expect(await within(sheet).findByText("268")).toBeVisible();
    const figures = [...sheet.querySelectorAll("button[aria-expanded]")].map((row) =>
      Number(/(\d+)$/.exec(row.textContent ?? "")?.[1]),
    );
    expect(268 + figures.reduce((sum, figure) => sum + figure, 0)).toBe(312);
    await userEvent.click(within(sheet).getByText("Do-not-contact list"));
    expect(within(sheet).getByText("Solène Marty")).toBeVisible();
  });

  it("leads from what is not said yet to where it is said", async () => {
    const { sheet } = await openSheet(core({ warnings: [{ code: "preflight.no_offer", params: {} }] }));
    await userEvent.click(await within(sheet).findByRole("button", { name: "Open the configuration" }));
    expect(within(sheet).getByRole("tab", { name: "Configuration" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
  });

  it("hints at people who may be listed twice, and leads to them", async () => {
    const duplicates = {
      search: null,
      merging: null,
      searchedAt: "2026-09-16T08:02:00Z",
      stale: false,
      exactPeople: 2,
      probablePeople: 24,
      exactCompanies: 3,
      probableCompanies: 0,
    };
    const { sheet } = await openSheet({
      ...core(),
      duplicates_state: () => duplicates,
      duplicates_list: () => ({ groups: [], last: true }),
    });
    expect(await within(sheet).findByText(/^26 groups of possible duplicates/)).toBeVisible();
    await userEvent.click(within(sheet).getByRole("button", { name: "See the duplicates" }));
    expect(await screen.findByRole("heading", { name: /^Duplicates/ })).toBeVisible();
    expect(screen.queryByRole("dialog", { name: "Run full sequence" })).toBeNull();
  });

  it("shows the very messages, moved through by j and k, with what came from the records underlined", async () => {
    const { sheet } = await openSheet(core());
    expect((await within(sheet).findAllByText("Jeanne Vasserot", { selector: "u" }))[0]?.tagName).toBe("U");
    await userEvent.keyboard("j");
    expect(within(sheet).getByText(/^Marion Gauthier </)).toBeVisible();
    await userEvent.keyboard("k");
    expect(within(sheet).getByText(/^Jeanne Vasserot </)).toBeVisible();
  });

  it("counts the characters of a note, not those of a message to a connection", async () => {
    const connection = { ...message("Jeanne Vasserot"), connected: true };
    const { sheet } = await openSheet(core({ messages: [connection, message("Marion Gauthier")] }));
    expect(await within(sheet).findByText(/^LinkedIn message/)).toBeVisible();
    expect(within(sheet).queryByText(/of 200 characters/)).toBeNull();
    await userEvent.keyboard("j");
    expect(await within(sheet).findByText(/^LinkedIn note/)).toBeVisible();
    expect(within(sheet).getByText("23 of 200 characters")).toBeVisible();
  });

  it("tells invitations, which a cap limits, from messages to connections", async () => {
    const { sheet } = await openSheet(core({ linkedinMessages: 20 }));
    expect(await within(sheet).findByText("231 invitations, 20 a day")).toBeVisible();
    expect(within(sheet).getByText("20 messages")).toBeVisible();
  });

  it("says what told the language of a message", async () => {
    const unknown = { ...message("Jeanne Vasserot"), languageFrom: "desk" as const };
    const { sheet } = await openSheet(core({ messages: [unknown, message("Marion Gauthier")] }));
    expect(await within(sheet).findByText(/^French, the language of the desk: nothing tells/)).toBeVisible();
    await userEvent.keyboard("j");
    expect(within(sheet).getByText(/^French, from where they are/)).toBeVisible();
  });

  it("does not tick the identity while nobody's name is set, and leads to where it is given", async () => {
    const { sheet } = await openSheet(core({ warnings: [{ code: "preflight.no_identity", params: {} }] }));
    const missing = await within(sheet).findByText(/Your name is missing/);
    expect(within(sheet).queryByText("Identity and opt-out")).toBeNull();
    expect(within(sheet).getByText("Opt-out sentence")).toBeVisible();
    await userEvent.click(within(missing).getByRole("button", { name: "Give your name" }));
    await waitFor(() => expect(window.location.hash).toBe("#/settings?page=identity"));
  });

  it("shows the distance between people in seconds and keeps milliseconds in the document", async () => {
    const { sheet } = await openSheet(core());
    await userEvent.click(await within(sheet).findByRole("tab", { name: "Configuration" }));
    const between = within(sheet).getByRole("textbox", { name: "Between two people, seconds" });
    expect(between).toHaveValue("2");
    await userEvent.clear(between);
    await userEvent.type(between, "1,5");
    expect(between).toHaveValue("1.5");
    expect(within(sheet).getByRole("textbox", { name: "The document" })).toHaveDisplayValue(
      /"betweenProspects": 1500/,
    );
  });

  it("asks again what would happen when drafts become sending", async () => {
    const { sheet, asked } = await openSheet(core());
    await userEvent.click(await within(sheet).findByRole("radio", { name: "Send" }));
    await within(sheet).findByText(/Limited by the daily cap of 45/);
    const last = asked("run_preflight").at(-1) as PreflightRequest;
    expect(JSON.parse(last.config)).toEqual({ actions: { sendEmails: true } });
  });

  it("starts by one confirmation, and says why when the core refuses", async () => {
    const { sheet, asked } = await openSheet(core());
    await within(sheet).findByRole("button", { name: /Start with 268 people/ });
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(asked("run_start")).toHaveLength(1));
    expect(asked("run_start")[0]).toMatchObject({
      selection: { kind: "all" },
      sendWithoutApproval: false,
      recall: true,
    });
    expect(await within(sheet).findByText(/No run was started/)).toBeVisible();
  });

  it("cannot be started while something stands in the way, and says what", async () => {
    const { sheet, asked } = await openSheet(core({ blockers: [{ code: "mail.no_sender", params: {} }] }));
    expect(
      await within(sheet).findByRole("heading", { name: "The sender address is not set" }),
    ).toBeVisible();
    const start = within(sheet).getByRole("button", { name: /Start with/ });
    expect(start).toHaveAttribute("aria-disabled", "true");
    expect(start).toHaveAccessibleDescription("The sender address is not set");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(asked("run_start")).toEqual([]);
  });

  it("does not start on a configuration with an error, which it shows at its line", async () => {
    const { sheet, asked } = await openSheet(core());
    await userEvent.click(await within(sheet).findByRole("tab", { name: "Configuration" }));
    const text = within(sheet).getByRole("textbox", { name: "The document" });
    await userEvent.clear(text);
    await userEvent.click(text);
    await userEvent.paste('{\n  "maxFolowups": 2\n}');
    expect(
      within(sheet).getByText("Line 2: “maxFolowups” is not known. Did you mean “maxFollowups”?"),
    ).toBeVisible();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(asked("run_start")).toEqual([]);
  });

  it("has no fault of accessibility", async () => {
    const { sheet } = await openSheet(core());
    await within(sheet).findByText("268");
    expect(await faults(sheet)).toEqual([]);
  });
});
