import { describe, expect, it, vi } from "vitest";
import { clock, dayTime, duration, localDay, longDay, minutesAgo, shortDay, weekdayTime } from "./dates";
import { count, fileSize, money } from "./numbers";
import { initials, profilePath } from "./people";

const now = new Date("2026-09-16T10:00:00Z");
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, " ");

describe("days and hours", () => {
  it("are written for the core alike by every webview, whatever it makes of a locale", () => {
    const locale = vi.spyOn(Date.prototype, "toLocaleDateString").mockReturnValue("11/5/2026");
    expect(localDay(new Date(2026, 10, 5, 23, 59))).toBe("2026-11-05");
    locale.mockRestore();
  });
  it("are short and without the year of today", () => {
    expect(plain(shortDay("2026-09-16", "en", now))).toBe("16 Sep");
    expect(plain(shortDay("2026-09-16", "fr", now))).toBe("16 sept.");
  });
  it("name another year", () => {
    expect(plain(shortDay("2024-03-02", "en", now))).toBe("2 Mar 2024");
  });
  it("keep a plain date on its day in every zone", () => {
    expect(plain(shortDay("2026-09-16", "en", now, "Pacific/Auckland"))).toBe("16 Sep");
    expect(plain(shortDay("2026-09-16", "en", now, "America/Los_Angeles"))).toBe("16 Sep");
  });
  it("say the weekday and the hour where a rule names a moment", () => {
    expect(plain(weekdayTime("2026-09-17T07:00:00Z", "en", now, "Europe/Paris"))).toBe("Thu 17 Sep 9:00");
    expect(plain(weekdayTime("2026-09-17T07:00:00Z", "fr", now, "Europe/Paris"))).toBe("jeu. 17 sept. 9:00");
  });
  it("write midnight as 0:05, not 24:05", () => {
    expect(clock("2026-09-16T22:05:00Z", "fr", "Europe/Paris")).toBe("0:05");
  });
  it("are long on paper", () => {
    expect(plain(longDay("2026-09-15", "fr"))).toBe("15 septembre 2026");
  });
  it("leave the day out of an hour of today", () => {
    expect(dayTime(now, "en", now, "UTC")).toBe("10:00");
  });
  it("are relative only under one hour", () => {
    expect(minutesAgo("2026-09-16T09:20:00Z", now)).toBe(40);
    expect(minutesAgo("2026-09-16T08:59:00Z", now)).toBeUndefined();
  });
  it("tell how long something took", () => {
    expect([41, 2900, 250_000, 3_900_000].map((ms) => plain(duration(ms, "en")))).toEqual([
      "41 ms",
      "2.9 s",
      "4 min 10 s",
      "1 h 05",
    ]);
  });
});

describe("figures", () => {
  it("group thousands with a narrow no-break space in French", () => {
    expect(count(3214, "fr")).toBe("3\u202F214");
    expect(count(3214, "en")).toBe("3,214");
  });
  it("show cents only where there are some", () => {
    expect(plain(money(1_230_000, "EUR", "fr"))).toBe("12 300 €");
    expect(money(1_230_000, "EUR", "en")).toBe("€12,300");
    expect(money(1250, "EUR", "en")).toBe("€12.50");
  });
  it("give sizes in octets to the French", () => {
    expect(plain(fileSize(84_000_000, "fr"))).toBe("84 Mo");
    expect(plain(fileSize(412_000, "en"))).toBe("412 KB");
  });
});

describe("names", () => {
  it("become two letters, accents kept", () => {
    expect([
      initials("Élise Tournier"),
      initials("Bastide"),
      initials("Paul-Antoine Chevallier"),
      initials(""),
    ]).toEqual(["ÉT", "B", "PC", ""]);
  });
  it("shorten a profile to what people know, undoing percent signs", () => {
    expect(profilePath("https://www.linkedin.com/in/elise-tourni%C3%A8re/?x=1")).toBe("/in/elise-tournière");
    expect(profilePath("https://www.linkedin.com/in/bad%E9")).toBe("/in/bad%E9");
  });
});
