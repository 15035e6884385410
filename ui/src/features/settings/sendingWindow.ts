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

/** The setting that stands for these hours. */
export function writeWindow(window: SendingWindow): string {
  return window.always ? "always" : `${window.from}-${window.to}`;
}
