import { expect, it } from "vitest";
import { readHour, readWindow, writeWindow } from "./sendingWindow";

it("hours are read and written as the setting has them", () => {
  expect(writeWindow(readWindow("09:30-17:00"))).toBe("09:30-17:00");
  expect(writeWindow(readWindow("always"))).toBe("always");
});
it("what cannot be read shows the usual hours", () => {
  expect(readWindow("whenever")).toEqual({ always: false, from: "08:00", to: "19:00" });
});

it("takes an hour as it is typed, and nothing else", () => {
  for (const typed of ["8:30", "08:30", "8h30", "8 h 30", "0830"]) expect(readHour(typed)).toBe("08:30");
  expect(readHour("19")).toBe("19:00");
  expect(readHour("7 h")).toBe("07:00");
  for (const typed of ["", "24:00", "8:75", "noon"]) expect(readHour(typed)).toBeUndefined();
});
