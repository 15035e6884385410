import i18next from "i18next";
import { expect, it } from "vitest";

const sources = import.meta.glob<string>(
  ["../../../src-tauri/crates/**/src/**/*.rs", "!**/tests.rs", "!**/tests/**"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

const refusals = new Set<string>();
const reasons = new Set<string>();
for (const text of Object.values(sources)) {
  const source = text.replace(/#\[cfg\(test\)\][\s\S]*/, "");
  for (const body of source.matchAll(/fn code\(&self\)[^{]*\{([\s\S]*?)\n {4}\}/g)) {
    for (const [, code] of (body[1] ?? "").matchAll(/"([a-z_]+\.[a-z_0-9]+)"/g)) refusals.add(code ?? "");
  }
  for (const [, code] of source.matchAll(/Reason::new\(\s*"([a-z_]+\.[a-z_0-9]+)"/g)) reasons.add(code ?? "");
}

const said = (code: string, areas: readonly string[]) =>
  areas.some((area) => i18next.exists(`${area}:${code}`));

it("the core's sources are found", () => {
  expect(refusals.size).toBeGreaterThan(50);
  expect(reasons.size).toBeGreaterThan(50);
});
it("every refusal of the core has its sentence", () => {
  expect([...refusals].filter((code) => !said(code, ["errors", "reasons"]))).toEqual([]);
});
it("every reason of the core has its sentence", () => {
  expect([...reasons].filter((code) => !said(code, ["reasons", "errors", "history"]))).toEqual([]);
});
