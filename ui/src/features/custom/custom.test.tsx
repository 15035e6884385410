import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomField, PersonRow } from "@/data/client";
import { addressOfAsked, askedOf, queryOf } from "@/features/list/address";
import { openWindow } from "@/testing/window";
import { shownValue } from "./words";

const size: CustomField = {
  id: "01990000-0000-7000-8000-000000000001",
  of: "people",
  name: "Size",
  kind: "choice",
  choices: ["Small", "Large"],
  currency: "",
  used: 1,
};
const t = ((key: string) => key) as never;

describe("fields of one's own", () => {
  beforeEach(() => localStorage.clear());

  it("are asked and ordered by under their own name, and told to the core as it takes them", () => {
    const name = `custom:${size.id}` as const;
    const address = { filters: [{ field: name, op: "is" as const, value: "Large" }], sort: name, down: true };
    const query = queryOf(address);
    expect(query).toEqual({
      text: "",
      filters: [{ field: "custom", custom: size.id, op: "is", value: "Large" }],
      sort: "custom",
      by: size.id,
      descending: true,
    });
    expect(addressOfAsked(askedOf(address)).filters).toEqual(address.filters);
  });

  it("are read in the words of the language", () => {
    const of = (kind: CustomField["kind"]) => ({ ...size, kind, currency: "EUR" });
    expect(shownValue(of("number"), "1234.5", t, "fr")).toBe("1\u202f234,5");
    expect(shownValue(of("money"), "1200.50", t, "en")).toBe("€1,200.50");
    expect(shownValue(of("choices"), "Small\nLarge", t, "en")).toBe("Small, Large");
    expect(shownValue(of("link"), "https://www.lumen.fr/", t, "en")).toBe("lumen.fr");
  });

  it("stand among the columns and the conditions of the list", async () => {
    const row = {
      id: "p1",
      firstName: "Ann",
      lastName: "Lee",
      title: "",
      company: "",
      companyId: null,
      email: "",
      emailStatus: "none",
      suppressed: false,
      phone: "",
      linkedinUrl: "",
      location: "",
      status: "new",
      statusSince: "2026-09-08T08:00:00Z",
      lastContactAt: null,
      next: null,
      addedOn: "2026-09-15",
      sample: false,
      tags: [],
      custom: [{ field: size.id, value: "Large" }],
    } satisfies PersonRow;
    openWindow("#/people", {
      fields_list: () => [size],
      people_count: () => ({ matching: 1, total: 1 }),
      people_list: () => ({ rows: [row], last: true }),
      tags_list: () => [],
      lists_list: () => [],
    });
    await userEvent.click(await screen.findByRole("button", { name: "Columns" }));
    await userEvent.click(await screen.findByText("Size"));
    await waitFor(() => expect(screen.getByText("Large")).toBeInTheDocument());
  });

  it("are made in the settings, a choice one a line", async () => {
    const { asked } = openWindow("#/settings?page=fields", {
      fields_list: () => [size],
      fields_create: () => size,
    });
    await userEvent.click((await screen.findAllByRole("button", { name: "New field" }))[0] as HTMLElement);
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Visits");
    await userEvent.click(screen.getByRole("button", { name: "Add the field" }));
    await waitFor(() =>
      expect(asked("fields_create")).toEqual([
        { of: "people", name: "Visits", kind: "text", choices: [], currency: "" },
      ]),
    );
  });
});
