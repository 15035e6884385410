import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ImportRowView, ImportView } from "@/data/client";
import { openWindow } from "@/testing/window";

const view: ImportView = {
  id: "i1",
  fileName: "Connections.csv",
  kind: "linkedin",
  state: "checked",
  mode: "both",
  encoding: "UTF-8",
  delimiter: "comma",
  columns: [],
  ignoredFiles: [],
  rows: 2,
  created: 1,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 1,
  applied: 0,
  suppressed: 0,
  warnings: [],
  notice: null,
  failure: null,
  operation: null,
  undone: false,
  createdAt: "2026-09-08T07:00:00Z",
  finishedAt: null,
};

const hidden: ImportRowView = {
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
};

describe("the check of an import", () => {
  it("calls a line with nothing but a date a hidden member", async () => {
    openWindow("/import?id=i1&step=check", { import_get: () => view, import_rows: () => [hidden] });
    const cell = await screen.findByText(/Hidden member/);
    expect(cell).toHaveTextContent("Hidden member 07 Jun 2026");
  });
});

describe("earlier imports", () => {
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
