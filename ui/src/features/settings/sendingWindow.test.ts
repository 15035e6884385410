import { expect, it } from "vitest";
import { readWindow, writeWindow } from "./sendingWindow";

it("hours are read and written as the setting has them", () => {
  expect(writeWindow(readWindow("09:30-17:00"))).toBe("09:30-17:00");
  expect(writeWindow(readWindow("always"))).toBe("always");
});
it("what cannot be read shows the usual hours", () => {
  expect(readWindow("whenever")).toEqual({ always: false, from: "08:00", to: "19:00" });
});
