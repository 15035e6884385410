import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ImportPreview, ImportReading, ImportRowView, ImportView } from "@/data/client";
import { openWindow } from "@/testing/window";

const view: ImportView = {
  id: "i1",
  fileName: "Connections.csv",
  kind: "linkedin",
  state: "checked",
  mode: "both",
  encoding: "UTF-8",
  delimiter: "comma",
  headerLine: 1,
  sheet: "",
  sheets: [],
  preset: "linkedin",
  columns: [],
  ignoredFiles: [],
  correspondenceFiles: [],
  correspondence: null,
  rows: 2,
  created: 1,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 1,
  applied: 0,
  suppressed: 0,
  conflicts: 0,
  notTaken: 0,
  readable: true,
  reading: {
    encoding: null,
    delimiter: null,
    headerLine: null,
    sheet: null,
    preset: null,
    dates: null,
    numbers: null,
    country: null,
  },
  rules: {
    keys: ["profile", "email", "name"],
    usual: "overwrite",
    policies: [],
    tags: [],
    list: "",
    source: "",
  },
  remembered: null,
  warnings: [],
  notice: null,
  failure: null,
  operation: null,
  undone: false,
  createdAt: "2026-09-08T07:00:00Z",
  finishedAt: null,
};

const hidden: ImportRowView = {
  n: 7,
  line: 8,
  cells: ["", "", "", "07 Jun 2026"],
  plan: "reject",
  name: "07 Jun 2026",
  title: "",
  company: "",
  email: "",
  reason: { code: "imports.hidden_member", params: {} },
  changes: [],
  person: null,
  suppressed: false,
  correctable: true,
};

describe("the check of an import", () => {
  it("calls a line with nothing but a date a hidden member", async () => {
    openWindow("/import?id=i1&step=check", { import_get: () => view, import_rows: () => [hidden] });
    const cell = await screen.findByText(/Hidden member/);
    expect(cell).toHaveTextContent("Hidden member 07 Jun 2026");
  });
});

describe("a line of the check", () => {
  const change = { field: "title", old: "Buyer", new: "CEO", kept: true, typed: true };
  const line: ImportRowView = {
    ...hidden,
    n: 3,
    line: 4,
    plan: "unchanged",
    name: "Ann Lee",
    title: "CEO",
    reason: { code: "imports.by_name", params: {} },
    changes: [change],
    correctable: false,
  };

  it("with a conflict keeps the seller's own value until they choose the file's", async () => {
    const asked: unknown[] = [];
    openWindow("/import?id=i1&step=check", {
      import_get: () => ({ ...view, created: 0, rejected: 0, unchanged: 2, conflicts: 1 }),
      import_rows: () => [line],
      import_row_choose: (request: never) => {
        asked.push(request);
        return { ...view, conflicts: 1, updated: 1 };
      },
    });
    const own = await screen.findByRole("radio", { name: /Buyer/ });
    expect(own).toBeChecked();
    await userEvent.click(screen.getByRole("radio", { name: /CEO/ }));
    expect(asked).toEqual([{ id: "i1", n: 3, field: "title", file: true }]);
  });

  it("says days as days", async () => {
    const changes = [
      { field: "added_on", old: "2026-11-22", new: "2024-03-01", kept: false, typed: false },
      { field: "connected_on", old: "2025-01-31", new: "2024-12-31", kept: true, typed: true },
    ];
    openWindow("/import?id=i1&step=check", {
      import_get: () => ({ ...view, created: 0, updated: 1 }),
      import_rows: () => [{ ...line, plan: "update", changes }],
    });
    expect(await screen.findByText(/^Date added: 22 November 2026 → 1 March 2024$/i)).toBeVisible();
    expect(screen.getByRole("radio", { name: /31\sJanuary\s2025/ })).toBeChecked();
    expect(document.body.textContent).not.toMatch(/20\d\d-\d\d/);
  });

  it("says what a cleaned value was and becomes", async () => {
    openWindow("/import?id=i1&step=check", {
      import_get: () => ({
        ...view,
        columns: [{ header: "Org", field: "company", samples: [], tellsOf: null }],
      }),
      import_rows: () => [
        {
          ...line,
          plan: "create",
          cells: ["Le Petit\nPain\u200b"],
          company: "Le Petit Pain",
          reason: { code: "imports.cleaned", params: { field: "company" } },
          changes: [],
        },
      ],
    });
    expect(await screen.findByText("“Le Petit↵Pain␣” becomes “Le Petit Pain”")).toBeVisible();
  });

  it("that is refused is corrected in place, and shows its new plan where it stands", async () => {
    const asked: unknown[] = [];
    openWindow("/import?id=i1&step=check", {
      import_get: () => ({
        ...view,
        columns: [{ header: "Email", field: "email", samples: [], tellsOf: null }],
      }),
      import_rows: () => [
        { ...hidden, cells: ["ann(at)a.example"], reason: { code: "imports.bad_email", params: {} } },
      ],
      import_row_edit: (request: never) => {
        asked.push(request);
        return {
          import: { ...view, rejected: 0, created: 2 },
          row: { ...line, n: 7, plan: "create", name: "ann@a.example", reason: null, changes: [] },
        };
      },
    });
    const cell = await screen.findByDisplayValue("ann(at)a.example");
    await userEvent.clear(cell);
    await userEvent.type(cell, "ann@a.example{Enter}");
    expect(asked).toEqual([{ id: "i1", n: 7, column: 0, value: "ann@a.example" }]);
    expect(await screen.findByTitle("ann@a.example")).toBeVisible();
  });
});

describe("the settings of the reading", () => {
  it("are shown in the preview at once and told when the seller goes on", async () => {
    const told: unknown[] = [];
    const preview = (encoding: string, name: string) => ({
      encoding,
      delimiter: "comma",
      headerLine: 1,
      sheet: "",
      sheets: [],
      preset: "other",
      recognised: "other",
      columns: [{ header: "Name", field: "full_name", samples: [], tellsOf: null }],
      rows: [{ line: 2, cells: [name], understood: [] }],
      encodings: [
        { value: "UTF-8", detected: true, sample: "H\uFFFDl\uFFFDne", broken: 3, columns: 1 },
        { value: "windows-1252", detected: false, sample: "Hélène", broken: 0, columns: 1 },
      ],
      delimiters: [{ value: "comma", detected: true, sample: "", broken: 0, columns: 1 }],
      numbers: "point",
      country: "FR",
    });
    openWindow("/import?id=i1&step=read", {
      import_get: () => view,
      import_preview: ({ reading }: { reading: { encoding: string | null } }) =>
        reading.encoding ? preview("windows-1252", "Hélène Roy") : preview("UTF-8", "H\uFFFDl\uFFFDne Roy"),
      import_reread: (request: never) => {
        told.push(request);
        return view;
      },
    });
    await userEvent.click(await screen.findByRole("radio", { name: /Windows-1252/ }));
    expect(await screen.findByText("Hélène Roy")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /^Map 1 column/ }));
    expect(told).toEqual([
      { id: "i1", reading: { ...view.reading, encoding: "windows-1252" }, fresh: false },
    ]);
  });
});

describe("LinkedIn's archive", () => {
  it("puts messages and invitations onto timelines, unless the seller leaves them", async () => {
    const told: unknown[] = [];
    openWindow("/import?id=i1&step=check", {
      import_get: () => ({ ...view, correspondenceFiles: ["messages.csv", "Invitations.csv"] }),
      import_rows: () => [],
      import_apply: (request: never) => {
        told.push(request);
        return { ...view, state: "applying" };
      },
    });
    const tick = await screen.findByRole("checkbox", { name: /messages and invitations/i });
    expect(tick).toBeChecked();
    await userEvent.click(screen.getByRole("button", { name: /^Import 1 person/ }));
    expect(told).toEqual([{ id: "i1", correspondence: true }]);
  });

  const done: ImportView = { ...view, state: "applied", finishedAt: "2026-09-16T08:02:00Z" };

  it("says in its report what came of them", async () => {
    openWindow("/import?id=i1&step=run", {
      import_get: () => ({
        ...done,
        correspondenceFiles: ["messages.csv"],
        correspondence: { entered: 12, people: 3, strangers: 7, failure: null },
      }),
    });
    expect(await screen.findByText(/12 new on the timelines, with 3 people/)).toBeVisible();
    expect(screen.getByText(/7 others are with people who are not on the desk/)).toBeVisible();
  });

  it("offers in its report what was left", async () => {
    openWindow("/import?id=i1&step=run", {
      import_get: () => ({ ...done, correspondenceFiles: ["messages.csv", "Invitations.csv"] }),
      import_list: () => [],
    });
    expect(
      await screen.findByText(/The archive holds them \(messages\.csv, Invitations\.csv\)/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Open the archive again" }));
    expect(await screen.findByRole("button", { name: "Choose a file" })).toBeVisible();
  });
});

describe("what a table is told to be", () => {
  const preview: ImportPreview = {
    encoding: "UTF-8",
    delimiter: "",
    headerLine: 1,
    sheet: "Contacts",
    sheets: ["Contacts", "Anciens"],
    preset: "hubspot",
    recognised: "hubspot",
    columns: [{ header: "Email", field: "email", samples: [], tellsOf: null }],
    rows: [],
    encodings: [],
    delimiters: [],
    numbers: "point",
    country: "FR",
  };

  it("is the export its columns say, another sheet or product being the seller's to choose", async () => {
    Element.prototype.scrollIntoView ??= vi.fn();
    const asked: ImportReading[] = [];
    openWindow("/import?id=i1&step=read", {
      import_get: () => ({ ...view, kind: "csv", preset: "hubspot" }),
      import_preview: ({ reading }: { reading: ImportReading }) => {
        asked.push(reading);
        return { ...preview, sheet: reading.sheet ?? "Contacts", preset: reading.preset ?? "hubspot" };
      },
    });
    expect(await screen.findByText("The columns of HubSpot are recognised.")).toBeVisible();
    await userEvent.click(await screen.findByRole("combobox", { name: "Sheet" }));
    await userEvent.click(await screen.findByRole("option", { name: "Anciens" }));
    await userEvent.click(screen.getByRole("combobox", { name: "Exported from" }));
    await userEvent.click(await screen.findByRole("option", { name: "Pipedrive" }));
    expect(await screen.findByText("The columns of Pipedrive are recognised.")).toBeVisible();
    expect(asked.at(-1)).toEqual({ ...view.reading, sheet: "Anciens", preset: "pipedrive" });
  });

  it("may have no line that names its columns", async () => {
    const asked: ImportReading[] = [];
    openWindow("/import?id=i1&step=read", {
      import_get: () => view,
      import_preview: ({ reading }: { reading: ImportReading }) => {
        asked.push(reading);
        return { ...preview, sheets: [], headerLine: reading.headerLine ?? 1 };
      },
    });
    await userEvent.click(await screen.findByRole("checkbox", { name: /A line names the columns/ }));
    expect(
      await screen.findByText("No line names the columns: they are taken for what stands in them."),
    ).toBeVisible();
    expect(asked.at(-1)?.headerLine).toBe(0);
    expect(screen.queryByRole("textbox", { name: /Line of the column names/ })).toBeNull();
  });
});

describe("a column", () => {
  it("can be given a field of the seller's own that is made in its place", async () => {
    // The list of fields scrolls to its choice, which jsdom cannot.
    Element.prototype.scrollIntoView ??= vi.fn();
    const column = { header: "Budget", field: null, samples: ["12", "8"], tellsOf: null };
    const { asked } = openWindow("/import?id=i1&step=map", {
      import_get: () => ({
        ...view,
        columns: [{ header: "Email", field: "email", samples: [], tellsOf: null }, column],
      }),
      fields_create: (request: { name: string; kind: string }) => ({
        ...request,
        id: "f1",
        of: "people",
        choices: [],
        currency: "",
        used: 0,
      }),
      import_remap: () => view,
    });
    await userEvent.click(await screen.findByRole("combobox", { name: "Field for Budget" }));
    await userEvent.click(await screen.findByRole("option", { name: "New field…" }));
    await userEvent.click(await screen.findByRole("button", { name: "Add the field" }));
    expect(asked("fields_create")).toEqual([
      { of: "people", name: "Budget", kind: "number", choices: [], currency: "" },
    ]);
    await userEvent.click(screen.getByRole("button", { name: /^Choose how to match/ }));
    expect(asked("import_remap")).toMatchObject([{ columns: ["email", "custom:f1"] }]);
  });
});

describe("earlier imports", () => {
  it("can be deleted with what they brought, and what stays is listed", async () => {
    openWindow("/import", {
      import_list: () => [{ ...view, state: "applied", operation: "o1" }],
      import_delete: () => ({
        restored: 3,
        kept: [{ table: "person", id: "p1", label: "Bob Roy", columns: ["title"] }],
      }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Delete" }));
    const dialog = await screen.findByRole("dialog", { name: "Delete this import?" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
    expect(await screen.findByText("Bob Roy")).toBeVisible();
  });

  it("are named by their file, however long the path that was given", async () => {
    const path = "C:\\Users\\Paul\\Downloads\\Connections.csv";
    openWindow("/import", { import_list: () => [{ ...view, fileName: path, state: "applied" }] });
    const list = (await screen.findByRole("heading", { name: "Earlier imports" }))
      .parentElement as HTMLElement;
    const link = within(list).getByRole("button", { name: "Connections.csv" });
    expect(link.parentElement).toHaveAttribute("title", path);
  });
});

describe("a file that is refused", () => {
  const why = { code: "imports.no_rows", params: {} };

  it("is named when it cannot be opened", async () => {
    openWindow("/import", {
      import_list: () => [],
      import_open: () => {
        throw { ...why, retryable: false, ref: "t" };
      },
    });
    await userEvent.type(
      await screen.findByLabelText("Or the path of a file"),
      "/home/paul/salon.csv{Enter}",
    );
    expect(await screen.findByRole("alert")).toHaveTextContent(/“salon\.csv” was not read/);
  });

  it("is named when it was opened and nothing in it could be read", async () => {
    openWindow("/import?id=i1", {
      import_get: () => ({ ...view, fileName: "/home/paul/salon.csv", state: "failed", failure: why }),
    });
    expect(await screen.findByRole("alert")).toHaveTextContent(/“salon\.csv” was refused/);
  });
});
