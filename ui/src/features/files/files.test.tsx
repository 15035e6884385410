import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { FilesAdded, FileView } from "@/data/client";
import { onFilesDropped } from "@/platform/drop";
import { faults, show } from "@/testing/render";
import { Files } from "./Files";

const file = (id: string, name: string, there = true): FileView => ({
  id,
  name,
  saveAs: name,
  size: 48_300,
  addedAt: "2026-09-14T08:00:00Z",
  by: "seller",
  there,
});

interface Asked {
  command: string;
  request: unknown;
}

describe("files of a record", () => {
  let asked: Asked[] = [];
  const of = (command: string) => asked.filter((one) => one.command === command).map((one) => one.request);

  beforeEach(() => {
    asked = [];
    mockIPC(
      (command, args) => {
        const { request } = args as { request: unknown };
        asked.push({ command, request: request ?? args });
        if (command === "files_list") return [file("f1", "offer.pdf"), file("f2", "old.docx", false)];
        if (command === "pick_files") return ["/home/me/plan.pdf"];
        if (command === "pick_target") return "/home/me/offer.pdf";
        if (command === "files_save") return { path: "/home/me/offer.pdf", rows: 1, bytes: 48_300 };
        if (command === "files_remove") return { count: 1, operation: "o1" };
        if (command === "files_add")
          return {
            files: [],
            added: 1,
            refused: [
              {
                name: "film.mp4",
                reason: { code: "files.too_large", params: { name: "film.mp4", limit: "25" } },
              },
            ],
            operation: "o2",
          } satisfies FilesAdded;
        return file("f1", "quote.pdf");
      },
      { shouldMockEvents: true },
    );
  });

  const panel = () =>
    show(
      <aside>
        <Files of={{ kind: "person", id: "p1" }} name="Ann Lee" />
      </aside>,
    );

  it("are listed with what they weigh, and saved where the seller says", async () => {
    const { container } = panel();
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "offer.pdf" }));
    await waitFor(() => expect(of("files_save")).toEqual([{ id: "f1", path: "/home/me/offer.pdf" }]));
    expect(of("pick_target")).toMatchObject([{ kind: "any", name: "offer.pdf" }]);
    expect(await screen.findByText("Saved to /home/me/offer.pdf")).toBeVisible();
    expect(screen.getByText(/contents gone/)).toBeVisible();
    expect(screen.getByRole("button", { name: "old.docx" })).toBeDisabled();
    expect(await faults(container)).toEqual([]);
  });

  it("are renamed in place, without touching the ending, and removed with an undo", async () => {
    panel();
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "What to do with offer.pdf" }));
    await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
    const field = await screen.findByLabelText("Name of the file");
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard("quote{Enter}");
    await waitFor(() => expect(of("files_rename")).toEqual([{ id: "f1", name: "quote.pdf" }]));
    await user.click(await screen.findByRole("button", { name: "What to do with offer.pdf" }));
    await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
    expect(await screen.findByText("File removed")).toBeVisible();
    expect(of("files_remove")).toEqual([{ ids: ["f1"] }]);
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible();
  });

  it("are chosen, and one that is too large is told with the others added", async () => {
    panel();
    await userEvent.setup().click(await screen.findByRole("button", { name: "Add" }));
    await waitFor(() =>
      expect(of("files_add")).toEqual([{ of: { kind: "person", id: "p1" }, paths: ["/home/me/plan.pdf"] }]),
    );
    expect(await screen.findByText("File added")).toBeVisible();
    expect(await screen.findByText(/“film.mp4” is larger than 25 MB/)).toBeVisible();
  });

  it("are dropped on the panel, and what is dropped beside it is the window’s", async () => {
    const { container } = panel();
    await screen.findByRole("button", { name: "offer.pdf" });
    const aside = container.querySelector("aside");
    if (!aside) throw new Error("no panel");
    aside.getBoundingClientRect = () => new DOMRect(600, 0, 400, 800);
    const windows: string[][] = [];
    const stop = onFilesDropped(
      (paths) => windows.push(paths),
      () => {},
    );
    await emit("tauri://drag-over", { position: { x: 700, y: 100 } });
    expect(await screen.findByText("Drop to add to Ann Lee")).toBeVisible();
    await emit("tauri://drag-drop", { paths: ["/a.pdf"], position: { x: 700, y: 100 } });
    await waitFor(() =>
      expect(of("files_add")).toEqual([{ of: { kind: "person", id: "p1" }, paths: ["/a.pdf"] }]),
    );
    expect(screen.queryByText("Drop to add to Ann Lee")).toBeNull();
    await emit("tauri://drag-drop", { paths: ["/people.csv"], position: { x: 100, y: 100 } });
    await waitFor(() => expect(windows).toEqual([["/people.csv"]]));
    expect(of("files_add")).toHaveLength(1);
    stop();
  });
});
