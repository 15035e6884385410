import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PersonDetail } from "@/data/client";
import { openWindow } from "@/testing/window";

const marion: PersonDetail = {
  row: {
    id: "p1",
    firstName: "Marion",
    lastName: "Gauthier",
    title: "Gérante",
    company: "Atelier Cévenol",
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
    addedOn: "2026-09-08",
    sample: true,
    tags: [],
  },
  language: "fr",
  timeZone: "",
  notes: "",
  messageSent: "",
  followupCount: 0,
  connectedOn: null,
  source: "sample",
  sourceDetail: "",
  consent: null,
  fields: [],
  contacts: [],
  suppression: null,
  verdict: { answer: "go", until: null, rule: { code: "gate.go", params: {} }, rules: [] },
};

function refuse(): never {
  throw { code: "people.not_found", params: {}, retryable: false, ref: "t" };
}

describe("the panel of a person", () => {
  it("closes once its person is removed, also with everybody else", async () => {
    let removed = false;
    const { client } = openWindow("/people?person=p1", {
      people_get: () => (removed ? refuse() : marion),
      people_timeline: () => [],
    });
    await screen.findByRole("complementary", { name: "Marion Gauthier" });
    removed = true;
    await client.invalidateQueries();
    await waitFor(() => expect(screen.queryByText("Marion Gauthier")).toBeNull());
    expect(window.location.hash).not.toContain("person=");
  });

  it("says that a person is not there when an address leads to somebody removed before", async () => {
    openWindow("/people?person=p1", { people_get: refuse });
    expect(await screen.findByText(/This person is not in the desk, or no longer/)).toBeVisible();
  });
});
