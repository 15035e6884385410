import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpportunityDetail, OpportunityRow, PipelinesView, StageView } from "@/data/client";
import { speak } from "@/i18n";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";

const stage = (id: string, nameEn: string, kind: StageView["kind"] = "open"): StageView => ({
  id,
  pipeline: "p1",
  nameFr: nameEn,
  nameEn,
  colour: "accent",
  probability: 10,
  rottenDays: 14,
  kind,
  archived: false,
  opportunities: 1,
});
const stages = [
  stage("s1", "Discovery"),
  stage("s2", "Proposal"),
  stage("s3", "Won", "won"),
  stage("s4", "Lost", "lost"),
];
const pipelines: PipelinesView = {
  pipelines: [{ id: "p1", nameFr: "Ventes", nameEn: "Sales", archived: false, stages }],
  reasons: [{ id: "r1", kind: "lost", nameFr: "Trop cher", nameEn: "Too expensive", archived: false }],
};
const row = (id: string, name: string, more: Partial<OpportunityRow> = {}): OpportunityRow => ({
  id,
  name,
  companyId: null,
  company: "",
  personId: null,
  person: "",
  pipeline: "p1",
  stage: "s1",
  stageFr: "Découverte",
  stageEn: "Discovery",
  stageColour: "accent",
  kind: "open",
  amount: { minor: 1230000, currency: "EUR" },
  currency: "EUR",
  probability: 10,
  ownProbability: false,
  closeOn: null,
  nextStep: "",
  nextStepOn: null,
  source: "",
  competitor: "",
  stageSince: "2026-09-01T08:00:00Z",
  days: 20,
  attention: {
    code: "opportunities.too_long_here",
    params: { days: "20", limit: "14", since: "2026-09-01" },
  },
  closedOn: null,
  reasonFr: "",
  reasonEn: "",
  addedAt: "2026-09-01T08:00:00Z",
  sample: false,
  ...more,
});
const audit = row("o1", "Audit");
const training = row("o2", "Training", { attention: null, days: 3 });
const detail: OpportunityDetail = {
  row: audit,
  reason: null,
  closeNote: "",
  notes: "",
  lines: [],
  contacts: [],
  history: [],
};
const money = [{ minor: 2460000, currency: "EUR" }];
const answers: Answers = {
  pipelines_list: () => pipelines,
  opportunities_count: () => ({ matching: 2, total: 2, open: money, weighted: money }),
  opportunities_board: () => ({
    columns: stages.map((one) => ({
      stage: one,
      count: one.id === "s1" ? 2 : 0,
      sums: one.id === "s1" ? money : [],
    })),
    open: money,
    weighted: [{ minor: 246000, currency: "EUR" }],
  }),
  opportunities_cards: ({ stage: of }: { stage: string }) => ({
    rows: of === "s1" ? [audit, training] : [],
    last: true,
  }),
  opportunities_list: () => ({ rows: [audit, training], last: true }),
  opportunities_get: () => detail,
  opportunities_timeline: () => [],
  opportunities_move: () => detail,
  opportunities_close: () => detail,
  opportunities_update: () => detail,
  opportunities_lines: () => detail,
  opportunities_products: () => [],
  opportunities_bulk_update: () => ({ count: 2, operation: "op" }),
  opportunities_create: () => detail,
  opportunities_forecast: () => ({
    this: "2026-09",
    months: [{ month: "2026-09", openCount: 2, open: money, weighted: money, wonCount: 0, won: [] }],
    undated: { month: "", openCount: 0, open: [], weighted: [], wonCount: 0, won: [] },
  }),
  goals_get: () => ({
    currency: "EUR",
    this: "2026-09",
    months: [
      {
        month: "2026-09",
        goals: [
          { goal: "revenue", target: 4000000, reached: 3000000 },
          { goal: "appointments", target: null, reached: 0 },
          { goal: "signatures", target: 4, reached: 1 },
        ],
      },
    ],
  }),
  goals_set: () => ({ currency: "EUR", this: "2026-09", months: [] }),
  stages_update: () => pipelines,
  stages_archive: () => pipelines,
};

const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

beforeEach(() => {
  localStorage.clear();
  speak("en");
});

describe("the board", () => {
  it("opens from the keys g then o, with what its columns are worth, and nothing is wrong with it for a reader", async () => {
    const { container } = openWindow("/today", answers);
    await screen.findByRole("navigation", { name: "Day" });
    press("g", "o");
    const column = await screen.findByRole("region", { name: "Discovery" });
    await within(column).findByRole("button", { name: /Audit, No company, €12,300, 20 days at this stage/ });
    expect(within(column).getByText("€24,600")).toBeTruthy();
    expect(await faults(container)).toEqual([]);
  });
  it("moves a card by keys: m, an arrow, Enter", async () => {
    const { asked } = openWindow("/opportunities", answers);
    (await screen.findByRole("button", { name: /^Audit/ })).focus();
    press("m", "ArrowRight");
    await screen.findByText("Audit was here");
    press("Enter");
    await waitFor(() => expect(asked("opportunities_move")).toHaveLength(1));
    expect(asked("opportunities_move")[0]).toEqual({ id: "o1", stage: "s2", after: null, closing: null });
  });
  it("puts a card elsewhere in its column, and gives it back by Escape", async () => {
    const { asked } = openWindow("/opportunities", answers);
    (await screen.findByRole("button", { name: /^Audit/ })).focus();
    press("m", "ArrowRight", "Escape");
    await waitFor(() => expect(screen.queryByText("Audit was here")).toBeNull());
    press("m", "ArrowDown", "Enter");
    await waitFor(() => expect(asked("opportunities_move")).toHaveLength(1));
    expect(asked("opportunities_move")[0]).toEqual({ id: "o1", stage: "s1", after: "o2", closing: null });
  });
  it("asks for the reason and the day before a card is lost", async () => {
    const { asked } = openWindow("/opportunities", answers);
    (await screen.findByRole("button", { name: /^Audit/ })).focus();
    press("m", "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
    const form = await screen.findByRole("dialog", { name: "Audit is lost" });
    const lost = () => within(form).getByRole("button", { name: /Lost/ });
    fireEvent.click(lost());
    expect(asked("opportunities_move")).toHaveLength(0);
    fireEvent.change(within(form).getByLabelText("In a few words"), { target: { value: "Too late" } });
    fireEvent.click(lost());
    await waitFor(() => expect(asked("opportunities_move")).toHaveLength(1));
    expect(asked("opportunities_move")[0]).toMatchObject({
      stage: "s4",
      closing: { reason: null, note: "Too late" },
    });
  });
  it("is empty with a way out", async () => {
    const none = stages.map((one) => ({ ...one, opportunities: 0 }));
    openWindow("/opportunities", {
      ...answers,
      pipelines_list: () => ({ ...pipelines, pipelines: [{ ...pipelines.pipelines[0], stages: none }] }),
    });
    expect(await screen.findByText("No opportunity yet")).toBeTruthy();
  });
});

describe("an opportunity in hand", () => {
  it("says why it stagnates, moves by its stages and is won with a day and an amount", async () => {
    const { asked, container } = openWindow("/opportunities?opportunity=o1", answers);
    const panel = await screen.findByRole("complementary", { name: "Audit" });
    expect(within(panel).getByText(/20 days at this stage, which allows 14/)).toBeTruthy();
    fireEvent.click(await within(panel).findByRole("button", { name: "Proposal" }));
    await waitFor(() => expect(asked("opportunities_move")).toHaveLength(1));
    fireEvent.click(within(panel).getByRole("button", { name: /Won…/ }));
    const form = await screen.findByRole("dialog", { name: "Audit is won" });
    fireEvent.change(within(form).getByLabelText("Amount (EUR)"), { target: { value: "4,500" } });
    fireEvent.click(within(form).getByRole("button", { name: /^Won/ }));
    await waitFor(() => expect(asked("opportunities_close")).toHaveLength(1));
    expect(asked("opportunities_close")[0]).toMatchObject({
      id: "o1",
      won: true,
      closing: { amount: "4,500" },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(await faults(container)).toEqual([]);
  });
  it("writes its lines as they are typed", async () => {
    const { asked } = openWindow("/opportunities?opportunity=o1", answers);
    const panel = await screen.findByRole("complementary", { name: "Audit" });
    fireEvent.click(within(panel).getByRole("button", { name: "Add a line" }));
    const form = await screen.findByRole("dialog", { name: "Lines of Audit" });
    const type = (label: string, value: string) =>
      fireEvent.change(within(form).getByLabelText(label, { selector: "input" }), { target: { value } });
    type("Product or service 1", "Day");
    fireEvent.click(within(form).getByRole("button", { name: "Save the lines" }));
    expect(within(form).getByRole("alert")).toBeTruthy();
    type("Quantity 1", "2.5");
    type("Unit price 1", "800");
    fireEvent.click(within(form).getByRole("button", { name: "Save the lines" }));
    await waitFor(() => expect(asked("opportunities_lines")).toHaveLength(1));
    expect(asked("opportunities_lines")[0]).toEqual({
      id: "o1",
      lines: [{ name: "Day", quantity: 2500, unitPrice: 80000, vatRate: null }],
    });
  });
});

describe("the other layouts", () => {
  it("move all that match at once in the list", async () => {
    const { asked } = openWindow("/opportunities?layout=list", answers);
    fireEvent.click(await screen.findByLabelText("Select Audit"));
    fireEvent.click(await screen.findByText("Select all 2 that match"));
    fireEvent.click(await screen.findByRole("button", { name: /Change…/ }));
    const form = await screen.findByRole("dialog");
    fireEvent.click(within(form).getByRole("combobox", { name: "New value" }));
    fireEvent.click(await within(form).findByRole("option", { name: "Proposal" }));
    fireEvent.click(within(form).getByRole("button", { name: /Change 2 opportunities/ }));
    await waitFor(() => expect(asked("opportunities_bulk_update")).toHaveLength(1));
    expect(asked("opportunities_bulk_update")[0]).toMatchObject({ values: [], stage: "s2", closing: null });
  });
  it("tell the months, as bars and as a table, and how far the goals are", async () => {
    const { container } = openWindow("/opportunities?layout=forecast", answers);
    await screen.findByLabelText(/September 2026: €0 won, €24,600 weighted of €24,600 open/);
    const revenue = await screen.findByRole("progressbar", { name: "Revenue" });
    expect(revenue.getAttribute("aria-valuenow")).toBe("75");
    fireEvent.click(screen.getByRole("radio", { name: "Table" }));
    await screen.findByRole("rowheader", { name: "September 2026" });
    expect(await faults(container)).toEqual([]);
  });
});

describe("the pipelines in the settings", () => {
  it("ask where the opportunities of a stage go before it leaves", async () => {
    const { asked, container } = openWindow("/settings?page=pipelines", answers);
    fireEvent.click(await screen.findByRole("button", { name: "Take Discovery out of use" }));
    const form = await screen.findByRole("dialog");
    fireEvent.click(within(form).getByRole("button", { name: /Take out of use/ }));
    await waitFor(() => expect(asked("stages_archive")).toHaveLength(1));
    expect(asked("stages_archive")[0]).toEqual({ id: "s1", archived: true, moveTo: "s2" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(await faults(container)).toEqual([]);
  });
});
