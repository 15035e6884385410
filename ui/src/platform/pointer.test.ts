import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgiveDoubleClicks } from "./pointer";

const press = (on: Element, detail: number) => {
  for (const type of ["mousedown", "mouseup", "click"])
    on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail }));
};

describe("the second click of a double click", () => {
  const root = document.createElement("div");
  const [one, other] = [document.createElement("button"), document.createElement("button")];
  root.append(one, other);
  forgiveDoubleClicks(root);
  const clicked = vi.fn<(what: string) => void>();
  one.addEventListener("click", () => clicked("one"));
  other.addEventListener("click", () => clicked("other"));
  beforeEach(() => clicked.mockClear());

  it("is none where something else has come under the pointer", () => {
    press(one, 1);
    press(other, 2);
    expect(clicked.mock.calls).toEqual([["one"]]);
  });

  it("counts on what was pressed first, and so does what is pressed anew", () => {
    press(one, 1);
    press(one, 2);
    press(other, 1);
    press(other, 2);
    expect(clicked.mock.calls).toEqual([["one"], ["one"], ["other"], ["other"]]);
  });

  it("is not taken from presses of the keyboard, which count none", () => {
    press(one, 1);
    press(other, 0);
    expect(clicked.mock.calls).toEqual([["one"], ["other"]]);
  });
});
