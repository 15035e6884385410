import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ExpiredPerson, PersonDetail, PrivacyView } from "@/data/client";
import { faults } from "@/testing/render";
import { openWindow } from "@/testing/window";

const old: ExpiredPerson = {
  id: "p1",
  name: "Marion Gauthier",
  company: "Atelier Cévenol",
  collected: "2022-03-01",
  heardOn: null,
  until: "2025-03-01",
};

const privacy: PrivacyView = {
  source: "csv",
  sourceDetail: "salon.csv",
  collected: "2022-03-01",
  basis: "legitimate_interest",
  informedAt: null,
  informedOn: null,
  heardOn: null,
  heardBy: "",
  heardHow: "",
  until: "2025-03-01",
  expired: true,
  years: 3,
  consents: [{ channel: "phone", given: false, on: "2024-01-01", note: "" }],
};

const marion = {
  row: {
    id: "p1",
    firstName: "Marion",
    lastName: "Gauthier",
    title: "",
    company: "",
    companyId: null,
    email: "marion@atelier.example",
    emailStatus: "valid",
    suppressed: false,
    phone: "",
    linkedinUrl: "",
    location: "",
    status: "new",
    statusSince: "2026-09-08T08:00:00Z",
    lastContactAt: null,
    next: null,
    addedOn: "2022-03-01",
    sample: false,
    tags: [],
    custom: [],
  },
  language: "fr",
  timeZone: "",
  notes: "",
  messageSent: "",
  followupCount: 0,
  connectedOn: null,
  source: "csv",
  sourceDetail: "salon.csv",
  consent: null,
  fields: [],
  contacts: [],
  suppression: null,
  verdict: { answer: "go", until: null, rule: { code: "gate.go", params: {} }, rules: [] },
} as PersonDetail;

describe("erasing for good", () => {
  it("waits until the word was typed, and says what goes and that nothing brings it back", async () => {
    const { asked } = openWindow("/expired", {
      privacy_expired: () => ({ rows: [old], total: 1, years: 3 }),
      privacy_erase: () => ({ count: 1, operation: null }),
    });
    await screen.findByText("Marion Gauthier");
    await userEvent.click(screen.getByRole("button", { name: "Erase this person…" }));
    const dialog = await screen.findByRole("dialog", { name: "Erase Marion Gauthier for good?" });
    expect(dialog).toHaveTextContent("This cannot be undone.");
    const erase = () => screen.getByRole("button", { name: /^Erase for good/ });
    await userEvent.click(erase());
    expect(asked("privacy_erase")).toEqual([]);
    await userEvent.type(screen.getByLabelText("Type ERASE to go on"), "erase");
    await userEvent.click(erase());
    await waitFor(() => expect(asked("privacy_erase")).toEqual([{ ids: ["p1"], forGood: true }]));
    expect(await screen.findByText(/Hashes keep them from being imported/)).toBeVisible();
  });

  it("says so where nobody is kept too long", async () => {
    const { container } = openWindow("/expired", {
      privacy_expired: () => ({ rows: [], total: 0, years: 3 }),
    });
    expect(await screen.findByText("Nobody is kept too long")).toBeVisible();
    expect(await faults(container)).toEqual([]);
  });
});

describe("the privacy of a person", () => {
  it("shows ground, clock and consents, and notes what is chosen", async () => {
    const { asked } = openWindow("/people?person=p1", {
      people_get: () => marion,
      people_timeline: () => [],
      privacy_get: () => privacy,
      privacy_set: () => privacy,
    });
    const box = await screen.findByRole("region", { name: "Privacy" });
    expect(box).toHaveTextContent(/^PrivacyLegitimate interestTime ran out/);
    expect(within(box).getByText("Time ran out")).toBeVisible();
    expect(screen.queryByRole("button", { name: /Phone: Refused/ })).toBeNull();
    await userEvent.click(within(box).getByRole("button", { name: "Show" }));
    expect(screen.getByRole("button", { name: /Phone: Refused/ })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "They got in touch today" }));
    await waitFor(() => expect(asked("privacy_set")).toHaveLength(1));
    await userEvent.click(screen.getByRole("button", { name: /E-mail: Not asked/ }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Agreed" }));
    await waitFor(() =>
      expect(asked("privacy_set")[1]).toMatchObject({ consent: { channel: "email", given: true } }),
    );
  });
});
