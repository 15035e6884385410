import i18next from "i18next";
import { duration, shortDay, weekdayTime } from "@/design/format";
import { currentLocale, type TextKey, text, type Values } from "@/i18n";
import { DeskError } from "./ask";

/** A code with its values, as the core returns reasons, refusals and intents. */
export interface Said {
  code: string;
  params: { readonly [name in string]?: string };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const HOUR = /^\d{2}:\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const CODE = /^([a-z]+\.[a-z_]+)(?:: .*)?$/;

/** A value that is itself a code ("paused because of mail.bad_password") in words; the library's own word behind a colon is left out. */
function nested(value: string): string | undefined {
  const code = CODE.exec(value)?.[1];
  if (!code || !i18next.exists(`reasons:${code}`)) return undefined;
  const words = text(`reasons:${code}` as TextKey, {});
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}

function fieldName(field: string): string {
  const known = [
    `people:detail.${field}`,
    `companies:detail.${field}`,
    `opportunities:detail.${field}`,
    `imports:field.${field}`,
  ].find((key) => i18next.exists(key));
  return known ? text(known as TextKey) : field;
}

/** Values as the sentence shows them: moments and days in the seller's form, whole numbers as numbers so that plurals work. */
function shown(params: Said["params"]): Values {
  const locale = currentLocale();
  const values: Values = {};
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    if (MOMENT.test(value)) {
      values[name] = weekdayTime(value, locale);
      values[`${name}Day`] = shortDay(value, locale);
    } else if (name === "zone") values[name] = value.split("/").pop()?.replaceAll("_", " ") ?? value;
    else if (HOUR.test(value)) values[name] = value.replace(/^0/, "");
    else if (DAY.test(value)) values[name] = shortDay(value, locale);
    else if (/^\d{1,9}$/.test(value)) values[name] = Number(value);
    else values[name] = nested(value) ?? value;
    // What the seller names in both languages is told in the one that is spoken.
    if (name.endsWith(`_${locale}`)) values[name.slice(0, -3)] = value;
    // A field is named as on the screens.
    if (name === "field") values.fieldName = fieldName(value);
    // A sentence may say "10 min" where the rule counts 600 seconds.
    if (name === "seconds" && /^\d+$/.test(value)) values.duration = duration(Number(value) * 1000, locale);
  }
  return values;
}

function say(area: "errors" | "reasons" | "history", said: Said): string {
  // One code may be refused today and be the reason of a person tomorrow: each sentence is written once.
  for (const place of area === "errors" ? ["errors", "reasons"] : [area, "errors"]) {
    const key = `${place}:${said.code}`;
    if (i18next.exists(key)) {
      const words = text(key as TextKey, shown(said.params));
      // A sentence whose values are missing comes back as it is written: better the code than braces.
      if (!/\{\w+[,}]/.test(words)) return words;
    }
  }
  return text(area === "errors" ? "errors:unexpected" : `${area}:unknown`, { code: said.code });
}

/** What the gate, a check or a run says, in the seller's language. */
export function sayReason(reason: Said): string {
  return say("reasons", reason);
}

/** A reason for several people at once: without the date or the status that is each one's own. */
export function sayShort(reason: Said): string {
  const short = { code: `short.${reason.code}`, params: reason.params };
  return i18next.exists(`reasons:${short.code}`) ? say("reasons", short) : sayReason(reason);
}

/** One rule of the gate: a satisfied rule is said as what holds, another one as what stands against. */
export function sayRule({ ok, rule }: { ok: boolean; rule: Said }): string {
  const satisfied = { code: `ok.${rule.code}`, params: rule.params };
  return ok && i18next.exists(`reasons:${satisfied.code}`) ? say("reasons", satisfied) : sayReason(rule);
}

/** What an operation of the history did. */
export function sayIntent(intent: Said): string {
  // Undo and redo name what they took back by its code.
  const subject = `history:short.${intent.params.intent}`;
  if (intent.params.intent && i18next.exists(subject)) {
    return say("history", {
      code: intent.code,
      params: { ...intent.params, what: text(subject as TextKey) },
    });
  }
  const setting = `history:setting.${intent.params.key}`;
  if (intent.params.key && i18next.exists(setting)) {
    return say("history", { code: intent.code, params: { ...intent.params, key: text(setting as TextKey) } });
  }
  return say("history", intent);
}

/** What happened, what was not done, the next step. */
export function sayError(error: unknown): string {
  if (error instanceof DeskError) return say("errors", error);
  return text("errors:unexpected", { code: error instanceof Error ? error.name : "unknown" });
}
