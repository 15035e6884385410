import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ownKeys, readKeymap, setKeymap } from "@/design/keymap";
import { openWindow } from "@/testing/window";
import { everyBindable, fixed, takenBy } from "./bindable";
import { availableCommands, keysOf } from "./registry";

describe("keys of one's own", () => {
  beforeEach(() => setKeymap({}));

  it("are read from the setting, and nothing else is", () => {
    expect(readKeymap('{"j":"s","k":7}')).toEqual({ j: "s" });
    expect([readKeymap(""), readKeymap("[]"), readKeymap("not json")]).toEqual([{}, {}, {}]);
    expect([ownKeys("j", { j: "s" }), ownKeys("k", { j: "s" })]).toEqual(["s", "k"]);
  });

  it("tell what a key is taken by", () => {
    expect(takenBy("k", "j")).toMatchObject({ keys: "k" });
    expect(takenBy("w", "j")).toBeUndefined();
    expect(takenBy("enter", "j")).toBe("fixed");
    expect(takenBy("g", "j")).toBe("begins");
    setKeymap({ k: "w" });
    expect(takenBy("k", "j")).toBeUndefined();
    expect(takenBy("w", "j")).toMatchObject({ keys: "k" });
  });

  it("can be chosen for every shortcut of the frame and the list", async () => {
    openWindow("#/people", {
      people_count: () => ({ matching: 1, total: 1 }),
      people_list: () => ({ rows: [], last: true }),
    });
    await screen.findByRole("button", { name: "Columns" });
    const keys = availableCommands().flatMap((command) => keysOf(command));
    const known = [...fixed, ...everyBindable.map((one) => one.keys), "mod+f", "mod+y"];
    expect(keys.filter((one) => !known.includes(one))).toEqual([]);
  });

  it("work on the keyboard and are printed on the buttons", async () => {
    const { asked } = openWindow("#/settings?page=keys", {
      setting_set: () => ({ key: "window.keys", value: "", default: "" }),
      settings_get: () => ({
        values: [{ key: "window.keys", value: '{"g c":"g e"}', default: "" }],
        secrets: [],
      }),
    });
    await screen.findByText("Go to");
    await userEvent.click(await screen.findByRole("button", { name: "Change the key of: Next" }));
    await userEvent.keyboard("{Control>}k{/Control}");
    expect(await screen.findByText("This key already does: Search and commands")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Exchange the two" }));
    await waitFor(() =>
      expect(asked("setting_set")).toEqual([
        { key: "window.keys", value: JSON.stringify({ "g c": "g e", j: "mod+k", "mod+k": "j" }) },
      ]),
    );
    await userEvent.keyboard("ge");
    await waitFor(() => expect(window.location.hash).toContain("/companies"));
  });

  it("give way to one line for a quick task in the palette", async () => {
    const { asked } = openWindow("#/today", {
      tasks_read: () => ({
        title: "Call Marie",
        kind: "call",
        dueOn: "2026-09-16",
        dueTime: "14:00",
        priority: "normal",
      }),
      tasks_create: () => ({ id: "t1", title: "Call Marie" }),
    });
    await screen.findAllByText("Today");
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.type(await screen.findByRole("combobox"), "quick task");
    await userEvent.keyboard("{Enter}");
    await userEvent.type(
      await screen.findByRole("textbox", { name: "Quick task" }),
      "call Marie tomorrow 2pm",
    );
    expect(await screen.findByText("Call Marie")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(asked("tasks_create")).toHaveLength(1));
  });
});
