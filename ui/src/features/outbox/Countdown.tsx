import { useEffect, useState } from "react";
import { useText } from "@/i18n";

/** "Leaves in 24 s": what can still be called back, with its seconds. */
export function Countdown({ until, count }: { until: string; count: number }) {
  const t = useText();
  const end = new Date(until).getTime();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((end - now) / 1000));
  // The seconds are for the eyes: read aloud they would not stop.
  return (
    <>
      {t("outbox:acts.approved", { count })}{" "}
      <span aria-hidden="true">{t("outbox:acts.leavesIn", { seconds })}</span>
    </>
  );
}
