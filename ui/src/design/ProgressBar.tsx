import { useText } from "@/i18n";
import css from "./ProgressBar.module.css";

/** One length of a bar; lengths add up to the whole. */
export interface Share {
  id: string;
  value: number;
  tone: "accent" | "accent-line" | "ok" | "warn" | "bad" | "doubt" | "quiet";
  label: string;
}

/** What is done, in work, needs you and waits, as lengths that add up. `total` may exceed their sum: the rest stays empty. */
export function ProgressBar({
  shares,
  total,
  label,
  thin = false,
}: {
  shares: readonly Share[];
  total: number;
  label: string;
  thin?: boolean;
}) {
  const filled = shares.filter((share) => share.value > 0);
  const done = filled.reduce((sum, share) => sum + share.value, 0);
  return (
    <div
      className={css.bar}
      data-thin={thin || undefined}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={filled.map((share) => `${share.label} ${share.value}`).join(", ")}
    >
      {filled.map((share) => (
        <i key={share.id} data-tone={share.tone} style={{ flexGrow: share.value }} />
      ))}
      {total > done && <i data-tone="empty" style={{ flexGrow: total - done }} />}
    </div>
  );
}

/** How much of a budget is used; the tick stands at 80 %, from where it is near its limit. */
export function Meter({ used, limit, label }: { used: number; limit: number; label: string }) {
  const t = useText();
  const tone = used >= limit ? "bad" : used >= limit * 0.8 ? "warn" : "accent";
  return (
    <div
      className={css.bar}
      data-tick="true"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={used}
      aria-valuetext={t("common:meter", { used, limit })}
    >
      {used > 0 && <i data-tone={tone} style={{ flexGrow: Math.min(used, limit) }} />}
      <i data-tone="empty" style={{ flexGrow: Math.max(limit - used, 0) }} />
    </div>
  );
}
