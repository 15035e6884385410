import { afterEach, beforeEach, expect, it } from "vitest";
import { moveRegion } from "./regions";

beforeEach(() => {
  // jsdom lays nothing out: everything would count as hidden.
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get: () => document.body,
  });
  document.body.innerHTML = `
    <aside data-region="sidebar" tabindex="-1"><a href="#" aria-current="page">People</a></aside>
    <main data-region="main" tabindex="-1"><button>Import</button></main>`;
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, "offsetParent");
  document.body.innerHTML = "";
});

it("frames a part of the window that F6 led to, and no longer once the focus left it", () => {
  const main = document.querySelector("main") as HTMLElement;
  const place = document.querySelector("a") as HTMLElement;
  moveRegion(1);
  expect(document.activeElement).toBe(place);
  moveRegion(1);
  expect(document.activeElement).toBe(main);
  expect(main).toHaveAttribute("data-reached");
  place.focus();
  expect(main).not.toHaveAttribute("data-reached");
  // What covered the window closes: the focus comes back by program.
  main.focus();
  expect(main).not.toHaveAttribute("data-reached");
});
