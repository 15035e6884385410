import { Download } from "lucide-react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Command, register } from "./registry";
import { listenToKeys, pressOf } from "./shortcuts";

const key = (init: KeyboardEventInit) =>
  new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
const press = (init: KeyboardEventInit, on: EventTarget = document.body) => on.dispatchEvent(key(init));

describe("a key press", () => {
  it("is read by its letter, so that ? and / work on every keyboard", () => {
    expect(pressOf(key({ key: "?", shiftKey: true }), false)).toBe("?");
    expect(pressOf(key({ key: "/", shiftKey: true }), false)).toBe("/");
  });
  it("names its modifiers for this computer", () => {
    expect(pressOf(key({ key: "Z", ctrlKey: true, shiftKey: true }), false)).toBe("mod+shift+z");
    expect(pressOf(key({ key: "z", metaKey: true }), true)).toBe("mod+z");
    expect(pressOf(key({ key: "ArrowDown", shiftKey: true }), false)).toBe("shift+arrowdown");
  });
  it("with Caps Lock is still the letter", () => {
    expect(pressOf(key({ key: "J" }), false)).toBe("j");
  });
});

describe("the registry", () => {
  const ran: string[] = [];
  const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
    id,
    keys,
    title: "common:save",
    group: "act",
    icon: Download,
    run: () => ran.push(id),
    ...more,
  });
  let stops: Array<() => void> = [];
  let covered = false;
  beforeEach(() => {
    ran.length = 0;
    covered = false;
    stops = [
      listenToKeys(() => covered),
      register(() => [
        command("people", "g p"),
        command("next", "j"),
        command("undo", "mod+z"),
        command("palette", "mod+k", { inFields: true }),
      ]),
    ];
  });
  afterEach(() => {
    for (const stop of stops) stop();
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it("runs a sequence of two keys", () => {
    press({ key: "g" });
    press({ key: "p" });
    expect(ran).toEqual(["people"]);
  });
  it("forgets the first key when another one comes", () => {
    press({ key: "g" });
    press({ key: "x" });
    press({ key: "p" });
    expect(ran).toEqual([]);
  });
  it("never acts on a letter, and leaves undo to the field, inside a field", () => {
    const field = document.body.appendChild(document.createElement("input"));
    press({ key: "j" }, field);
    press({ key: "z", ctrlKey: true }, field);
    press({ key: "k", ctrlKey: true }, field);
    expect(ran).toEqual(["palette"]);
  });
  it("lets the screen in front win over the frame", () => {
    stops.push(register(() => [command("front", "j")]));
    press({ key: "j" });
    expect(ran).toEqual(["front"]);
  });
  it("leaves out what cannot be done now", () => {
    stops.push(register(() => [command("front", "j", { when: () => false })]));
    press({ key: "j" });
    expect(ran).toEqual(["next"]);
  });
  it("is silent under a dialog", () => {
    covered = true;
    press({ key: "j" });
    expect(ran).toEqual([]);
  });
});
