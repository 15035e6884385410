import { expect, it } from "vitest";
import { keyCaps } from "./keys";

it("a Mac prints its own signs on one cap, others the names of the keys", () => {
  expect(keyCaps("mod+shift+z", true)).toEqual(["⇧⌘Z"]);
  expect(keyCaps("mod+shift+z", false)).toEqual(["Ctrl ⇧ Z"]);
});
it("a sequence is two caps", () => {
  expect(keyCaps("g p", false)).toEqual(["G", "P"]);
});
it("Enter and Escape have their usual caps", () => {
  expect(keyCaps("mod+enter", true)).toEqual(["⌘↵"]);
  expect(keyCaps("escape", false)).toEqual(["Esc"]);
});
