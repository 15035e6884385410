import { afterEach, describe, expect, it } from "vitest";
import type { ImportWarning } from "@/data/client";
import { speak } from "@/i18n";
import { parted, sayWarning } from "./warnings";

const left: ImportWarning = { code: "imports.left_out", field: "email", rows: 2, params: {} };
const assumed: ImportWarning = {
  code: "imports.date_order_assumed",
  field: "added_on",
  rows: 12,
  params: { order: "month_first", example: "3/12/2024", day: "2024-03-12" },
};
const told: ImportWarning = { ...assumed, code: "imports.date_order_told" };
const others = ["first_of_several", "cleaned", "email_of_other", "same_company", "date_open"].map(
  (code): ImportWarning => ({ ...left, code: `imports.${code}` }),
);

afterEach(() => speak("en"));

describe("a warning of an import", () => {
  it("about the order of a column's dates stands apart from those about single lines", () => {
    expect(parted([left, assumed])).toEqual([[assumed], [left]]);
    expect(parted([told, left])).toEqual([[told], [left]]);
  });
  it("says which order was taken, with an example", () => {
    const said = sayWarning(assumed).replaceAll("\u00A0", " ");
    expect(said).toMatch(/^12 lines: .*read month first.*\(3\/12\/2024 becomes 12 Mar 2024\)$/);
  });
  it("goes on in small letters after its colon", () => {
    const cleaned: ImportWarning = { ...left, code: "imports.cleaned", field: "company" };
    expect(sayWarning(cleaned)).toBe("2 lines: invisible characters or line breaks removed from Company");
    speak("fr");
    expect(sayWarning(cleaned)).toContain("signes invisibles ou sauts de ligne retirés de");
  });
  it.each(["fr", "en"] as const)("has one colon, in %s", (locale) => {
    speak(locale);
    for (const warning of [left, assumed, told, ...others]) {
      expect(sayWarning(warning).split(":"), warning.code).toHaveLength(2);
    }
  });
});
