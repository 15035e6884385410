import { emit } from "@tauri-apps/api/event";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportView } from "@/data/client";
import { openWindow } from "@/testing/window";

const earlier: Partial<ImportView> = {
  id: "i1",
  fileName: "Connections.csv",
  state: "applied",
  rows: 6,
  created: 6,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 0,
  finishedAt: "2026-09-14T15:32:00Z",
  operation: null,
  undone: false,
  warnings: [],
  correspondenceFiles: [],
  correspondence: null,
};

describe("a file that arrives while another import is open", () => {
  it("opens an import of its own", async () => {
    const { asked } = openWindow("/import?id=i1", {
      import_get: () => earlier,
      import_list: () => [],
      import_open: () => ({ ...earlier, id: "i2", fileName: "salon.csv" }),
    });
    expect((await screen.findAllByText(/Connections\.csv/))[0]).toBeVisible();
    await emit("tauri://drag-drop", { paths: ["/files/salon.csv"] });
    await waitFor(() =>
      expect(asked("import_open")).toMatchObject([
        { path: "/files/salon.csv", readAs: "auto", text: null, like: null },
      ]),
    );
  });
});
