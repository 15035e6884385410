import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { CompanyDetail, CompanyRow, PersonRow } from "@/data/client";
import { speak } from "@/i18n";
import { faults } from "@/testing/render";
import { type Answers, openWindow } from "@/testing/window";
import { fitting } from "./columns";
import { countries, countryName } from "./countries";
import { companiesQuery, readCompaniesSearch } from "./query";

const row = (id: string, name: string, more: Partial<CompanyRow> = {}): CompanyRow => ({
  id,
  name,
  website: "",
  phone: "",
  street: "",
  postcode: "",
  city: "",
  country: "",
  siren: "",
  siret: "",
  vat: "",
  naf: "",
  activity: "",
  headcount: null,
  people: 0,
  lastContactAt: null,
  addedAt: "2026-09-15T08:00:00Z",
  sample: false,
  tags: [],
  ...more,
});
const lumen = row("c1", "Atelier Lumen", {
  city: "Nantes",
  siret: "73282932000075",
  siren: "732829320",
  people: 2,
});
const person = {
  id: "p1",
  firstName: "Camille",
  lastName: "Faure",
  email: "",
  title: "Acheteuse",
  status: "interested",
} as PersonRow;
const detail: CompanyDetail = {
  row: lumen,
  notes: "",
  source: "manual",
  contacts: [],
  identifiers: [
    { field: "siren", shown: "732 829 320", flaw: null, offer: "" },
    {
      field: "siret",
      shown: "732 829 320 00075",
      flaw: { code: "companies.number_key", params: {} },
      offer: "",
    },
    { field: "vat", shown: "", flaw: null, offer: "FR44732829320" },
    { field: "naf", shown: "", flaw: null, offer: "" },
  ],
  next: {
    person: "p1",
    name: "Camille Faure",
    step: { kind: "linkedin", at: null, n: null, title: "", linkedin: true },
  },
  people: [person],
};
const answers: Answers = {
  companies_count: () => ({ matching: 2, total: 2 }),
  companies_list: () => ({ rows: [lumen, row("c2", "Maison Belmont", { city: "Lyon" })], last: true }),
  companies_get: () => detail,
  companies_update: () => detail,
  companies_timeline: () => [],
  companies_delete: () => ({ count: 1, operation: "o1" }),
  companies_bulk_update: () => ({ count: 2, operation: "o2" }),
  companies_search: () => [lumen],
  people_search: () => [],
};

beforeEach(() => speak("en"));

describe("the address of the list of companies", () => {
  it("carries words, filters, order and the company in hand, and leaves out what does not fit", () => {
    const filters = [
      { field: "headcount", op: "after", value: "50" },
      { field: "headcount", op: "contains", value: "5" },
      { field: "colour", op: "is", value: "red" },
    ];
    const search = readCompaniesSearch({ q: "lumen", filters, sort: "people", down: true, company: "c1" });
    expect(search).toEqual({ q: "lumen", filters: [filters[0]], sort: "people", down: true, company: "c1" });
    expect(companiesQuery(search)).toEqual({
      text: "lumen",
      filters: [filters[0]],
      sort: "people",
      descending: true,
    });
    expect(readCompaniesSearch({ sort: "moon", filters: "all" })).toEqual({});
  });
});

describe("the list of companies", () => {
  it("keeps where they are and whom they have when it is narrow", () => {
    expect(fitting(["city", "activity", "headcount", "people"], 600)).toEqual(["city", "people"]);
    expect(fitting(["city", "activity"], 1200)).toEqual(["city", "activity"]);
  });
  it("names countries in the language in use", () => {
    expect(countryName("DE", "fr")).toBe("Allemagne");
    expect(countries("en")).toHaveLength(249);
  });
  it("opens from the keys g then c and is empty with a way out", async () => {
    openWindow("/today", { ...answers, companies_count: () => ({ matching: 0, total: 0 }) });
    await screen.findByRole("navigation", { name: "Day" });
    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "c" });
    expect(await screen.findByText("No company yet")).toBeTruthy();
    expect(window.location.hash).toContain("/companies");
  });
  it("changes all that match at once, with what becomes of the first of them", async () => {
    const { asked } = openWindow("/companies", answers);
    await screen.findByText("Atelier Lumen");
    fireEvent.click(await screen.findByLabelText("Select Atelier Lumen"));
    fireEvent.click(await screen.findByText("Select all 2 that match"));
    fireEvent.click(await screen.findByRole("button", { name: /Change…/ }));
    const form = await screen.findByRole("dialog");
    await within(form).findByText("Atelier Lumen: Nantes becomes empty");
    fireEvent.change(within(form).getByLabelText("New value"), { target: { value: "Rennes" } });
    await within(form).findByText("Maison Belmont: Lyon becomes Rennes");
    fireEvent.click(within(form).getByRole("button", { name: /Change 2 companies/ }));
    await waitFor(() => expect(asked("companies_bulk_update")).toHaveLength(1));
    expect(asked("companies_bulk_update")[0]).toMatchObject({
      selection: { kind: "query" },
      values: [{ field: "city", value: "Rennes" }],
    });
  });
});

describe("a company in hand", () => {
  it("tells what is wrong with its numbers, offers the right one, and shows its people", async () => {
    const { asked, container } = openWindow("/companies?company=c1", answers);
    const panel = await screen.findByRole("complementary", { name: "Atelier Lumen" });
    expect(within(panel).getByText(/The check digit does not match/)).toBeTruthy();
    expect(within(panel).getByText("Camille Faure: LinkedIn note to send")).toBeTruthy();
    expect(
      within(panel)
        .getByRole("link", { name: /Acheteuse/ })
        .getAttribute("href"),
    ).toContain("person=p1");
    fireEvent.click(within(panel).getByRole("button", { name: "Use FR44732829320" }));
    await waitFor(() =>
      expect(asked("companies_update")).toEqual([
        { id: "c1", values: [{ field: "vat", value: "FR44732829320" }] },
      ]),
    );
    expect(await faults(container)).toEqual([]);
  });
  it("is found by the palette and removed with its people kept", async () => {
    const { asked } = openWindow("/today", answers);
    await screen.findByRole("navigation", { name: "Day" });
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    fireEvent.change(await screen.findByRole("combobox"), { target: { value: "lumen" } });
    fireEvent.click(await screen.findByRole("option", { name: /Lumen/ }));
    const panel = await screen.findByRole("complementary", { name: "Atelier Lumen" });
    fireEvent.click(within(panel).getByRole("button", { name: "More" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Remove" }));
    expect(await screen.findByText(/1 company removed; its people stay/)).toBeTruthy();
    expect(asked("companies_delete")).toEqual([{ kind: "ids", ids: ["c1"] }]);
  });
});
