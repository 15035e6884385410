/** The hours of sending as the form shows them. */
export interface SendingWindow {
  always: boolean;
  /** `08:00` */
  from: string;
  /** `19:00` */
  to: string;
}

/** Reads the setting `always` or `08:00-19:00`; what does not fit shows the usual hours. */
export function readWindow(value: string): SendingWindow {
  const found = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(value);
  return { always: value === "always", from: found?.[1] ?? "08:00", to: found?.[2] ?? "19:00" };
}

/** `8`, `8:30`, `8 h 30` or `0830` as `08:30`; nothing for what is not an hour. */
export function readHour(typed: string): string | undefined {
  const found = /^(\d{1,2})\s*(?:[:h.]?\s*(\d{2})|h)?$/i.exec(typed.trim());
  const hour = Number(found?.[1] ?? Number.NaN);
  const minute = Number(found?.[2] ?? 0);
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The setting that stands for these hours. */
export function writeWindow(window: SendingWindow): string {
  return window.always ? "always" : `${window.from}-${window.to}`;
}
