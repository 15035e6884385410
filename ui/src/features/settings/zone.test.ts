import { describe, expect, it } from "vitest";
import { hoursDiffer, placeOf } from "./zone";

const summer = new Date("2026-07-01T10:00:00Z");
const winter = new Date("2026-12-01T10:00:00Z");

describe("zones", () => {
  it("are the same where their hours are, whatever they are called", () => {
    expect(hoursDiffer("Asia/Calcutta", "Asia/Kolkata", summer)).toBe(false);
    expect(hoursDiffer("Europe/Paris", "Europe/Berlin", summer)).toBe(false);
    expect(hoursDiffer("Europe/Paris", "America/New_York", summer)).toBe(true);
  });

  it("differ where only one of them has summer time", () => {
    expect(hoursDiffer("Africa/Lagos", "Europe/Paris", winter)).toBe(true);
    expect(hoursDiffer("UTC", "Europe/London", winter)).toBe(true);
  });

  it("are named after their place", () => {
    expect(placeOf("America/New_York")).toBe("New York");
    expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(placeOf("UTC")).toBe("UTC");
  });
});
