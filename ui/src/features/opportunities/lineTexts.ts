import type { LineView } from "@/data/client";
import { decimals } from "@/design/format";

/** A line as it is typed. */
export interface LineText {
  key: number;
  name: string;
  quantity: string;
  price: string;
  vat: string;
}

/** A decimal number as people type it, in units of `10^-places`; nothing for what is none. */
export function scaled(text: string, places: number): number | undefined {
  const plain = text.replace(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  if (!/^\d*\.?\d*$/.test(plain) || !/\d/.test(plain)) return undefined;
  const [whole = "", fraction = ""] = plain.split(".");
  if (fraction.length > places) return undefined;
  const value = Number(`${whole || "0"}${fraction.padEnd(places, "0")}`);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The number of units of `10^-places`, as it is typed: without needless zeros. */
export function unscaled(value: number, places: number, comma: boolean): string {
  const text = String(value / 10 ** places);
  return comma ? text.replace(".", ",") : text;
}

/** A line of the core, to be typed on. */
export function lineText(line: LineView, currency: string, key: number, comma: boolean): LineText {
  return {
    key,
    name: line.name,
    quantity: unscaled(line.quantity, 3, comma),
    price: unscaled(line.unitPrice, decimals(currency), comma),
    vat: line.vatRate === null ? "" : unscaled(line.vatRate, 2, comma),
  };
}

/** A typed line as the core takes it; nothing where something is missing or no number. */
export function lineOf(text: LineText, currency: string): LineView | undefined {
  const quantity = scaled(text.quantity, 3);
  const unitPrice = scaled(text.price, decimals(currency));
  const vatRate = text.vat.trim() === "" ? null : scaled(text.vat.replace("%", ""), 2);
  if (text.name.trim() === "" || quantity === undefined || unitPrice === undefined || vatRate === undefined)
    return undefined;
  return { name: text.name.trim(), quantity, unitPrice, vatRate };
}

/** What a line costs without VAT, in minor units, rounded half up as the core does. */
export function lineTotal(line: Pick<LineView, "quantity" | "unitPrice">): number {
  return Math.floor((line.quantity * line.unitPrice + 500) / 1000);
}

/** What lines cost together, without and with VAT; nothing with VAT where one line does not say its rate. */
export function totals(lines: readonly LineView[]): { without: number; with: number | undefined } {
  const without = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  if (lines.length === 0 || lines.some((line) => line.vatRate === null)) return { without, with: undefined };
  const vat = lines.reduce(
    (sum, line) => sum + Math.round((lineTotal(line) * (line.vatRate ?? 0)) / 10_000),
    0,
  );
  return { without, with: without + vat };
}
