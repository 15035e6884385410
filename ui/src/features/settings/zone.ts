import { useSettings } from "./useSettings";

/** The desk's time zone and this computer's (IANA), where their hours differ. */
export function useForeignZone(): { desk: string; computer: string } | undefined {
  const desk = useSettings().value("identity.time_zone");
  const computer = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return desk && computer && hoursDiffer(desk, computer, new Date()) ? { desk, computer } : undefined;
}

/** Whether two zones show different hours, now or half a year on: one place has several names (Asia/Calcutta, Asia/Kolkata). */
export function hoursDiffer(one: string, other: string, now: Date): boolean {
  const hour = (zone: string, at: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);
  const half = new Date(now.getTime() + 183 * 86_400_000);
  try {
    return [now, half].some((at) => hour(one, at) !== hour(other, at));
  } catch {
    // A zone this webview does not know: all that is left are the names.
    return one !== other;
  }
}

/** The place a zone is named after: `New York`. */
export function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
