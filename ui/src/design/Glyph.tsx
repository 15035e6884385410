import type { ReactNode } from "react";
import { cx } from "./cx";
import css from "./glyphs.module.css";

interface FrameProps {
  size: 10 | 14;
  tone: "accent" | "quiet" | "faint" | "off" | "ok" | "warn" | "bad" | "doubt";
  /** Read aloud when the glyph stands alone; leave out where its word stands beside it. */
  label?: string | undefined;
  children: ReactNode;
}

/** The drawing sheet of a state glyph: `currentColor` only, so forced colours keep it. */
export function Frame({ size, tone, label, children }: FrameProps) {
  const drawing = {
    className: cx(css.glyph, css[tone]),
    width: size,
    height: size,
    viewBox: `0 0 ${size} ${size}`,
  };
  if (label) {
    return (
      <svg {...drawing} role="img" aria-label={label}>
        {children}
      </svg>
    );
  }
  return (
    <svg {...drawing} aria-hidden="true">
      {children}
    </svg>
  );
}

const stroke = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" } as const;
const inside = { ...stroke, stroke: "var(--surface)", strokeLinejoin: "round" } as const;

/** How far along a person is: what their status counts as. */
export type PersonProgress =
  | "new"
  | "contacted"
  | "interested"
  | "qualified"
  | "converted"
  | "lost"
  | "do_not_contact";

/** Names of the colours a status may have, as tones. */
const tones: Record<string, FrameProps["tone"]> = {
  quiet: "quiet",
  line: "accent",
  accent: "accent",
  doubt: "doubt",
  warn: "warn",
  ok: "ok",
  bad: "bad",
};

const quarters: Partial<Record<PersonProgress, number>> = { contacted: 1, interested: 2, qualified: 3 };

/** Empty ring new, quarters as the person advances, tick converted, dash lost, bar do not contact. */
export function PersonGlyph({
  progress,
  label,
  tone,
}: {
  progress: PersonProgress;
  label?: string;
  /** Another colour than the shape's own. */
  tone?: string | undefined;
}) {
  const own = tone ? tones[tone] : undefined;
  switch (progress) {
    case "converted":
      return (
        <Frame size={14} tone={own ?? "ok"} label={label}>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="m4.3 7.2 1.9 1.9 3.6-4" {...inside} />
        </Frame>
      );
    case "lost":
      return (
        <Frame size={14} tone={own ?? "quiet"} label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} />
          <path d="M4.5 7h5" {...stroke} />
        </Frame>
      );
    case "do_not_contact":
      return (
        <Frame size={14} tone={own ?? "bad"} label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} />
          <path d="m3.2 3.2 7.6 7.6" {...stroke} />
        </Frame>
      );
    default: {
      const filled = quarters[progress] ?? 0;
      return (
        <Frame size={14} tone={own ?? (filled ? "accent" : "quiet")} label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} />
          {filled > 0 && (
            <circle
              cx="7"
              cy="7"
              r="1.75"
              fill="none"
              stroke="currentColor"
              strokeWidth="3.5"
              strokeDasharray={`${2.75 * filled} 20`}
              transform="rotate(-90 7 7)"
            />
          )}
        </Frame>
      );
    }
  }
}

/** Where a message is on its way out. */
export type MessageProgress = "draft" | "held" | "scheduled" | "sending" | "sent" | "unknown" | "failed";

/** Dotted ring draft, bars held, clock scheduled, turning arc in work, tick sent, "?" unknown, cross failed. */
export function MessageGlyph({ progress, label }: { progress: MessageProgress; label?: string }) {
  switch (progress) {
    case "draft":
      return (
        <Frame size={14} tone="faint" label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} strokeLinecap="butt" strokeDasharray="2.3 1.8" />
        </Frame>
      );
    case "held":
      return (
        <Frame size={14} tone="warn" label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} />
          <path d="M5.6 4.9v4.2M8.4 4.9v4.2" {...stroke} />
        </Frame>
      );
    case "scheduled":
      return (
        <Frame size={14} tone="accent" label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} />
          <path d="M7 4v3.2l2 1.2" {...stroke} />
        </Frame>
      );
    case "sending":
      return (
        <Frame size={14} tone="accent" label={label}>
          <circle cx="7" cy="7" r="5.75" {...stroke} stroke="var(--line-2)" />
          <path className={css.turning} d="M7 1.25a5.75 5.75 0 0 1 5.75 5.75" {...stroke} />
        </Frame>
      );
    case "sent":
      return (
        <Frame size={14} tone="ok" label={label}>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="m4.3 7.2 1.9 1.9 3.6-4" {...inside} />
        </Frame>
      );
    case "unknown":
      return (
        <Frame size={14} tone="doubt" label={label}>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path
            d="M5.3 5.6a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.1M7 10.3v.01"
            {...inside}
            strokeWidth={1.4}
          />
        </Frame>
      );
    case "failed":
      return (
        <Frame size={14} tone="bad" label={label}>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="m5 5 4 4M9 5 5 9" {...inside} />
        </Frame>
      );
  }
}

/** What is known of an address or a number. */
export type ChannelState = "valid" | "guessed" | "bounced" | "opted_out" | "none";

/** Disc valid, ring guessed, cross bounced, barred ring opted out, dash none. */
export function ChannelGlyph({ state, label }: { state: ChannelState; label?: string }) {
  switch (state) {
    case "valid":
      return (
        <Frame size={10} tone="ok" label={label}>
          <circle cx="5" cy="5" r="4" fill="currentColor" />
        </Frame>
      );
    case "guessed":
      return (
        <Frame size={10} tone="warn" label={label}>
          <circle cx="5" cy="5" r="3.2" {...stroke} strokeWidth={1.6} />
        </Frame>
      );
    case "bounced":
      return (
        <Frame size={10} tone="bad" label={label}>
          <path d="m1.8 1.8 6.4 6.4M8.2 1.8 1.8 8.2" {...stroke} strokeWidth={1.8} />
        </Frame>
      );
    case "opted_out":
      return (
        <Frame size={10} tone="bad" label={label}>
          <circle cx="5" cy="5" r="3.7" {...stroke} strokeWidth={1.4} />
          <path d="m2.4 2.4 5.2 5.2" {...stroke} strokeWidth={1.4} />
        </Frame>
      );
    case "none":
      return (
        <Frame size={10} tone="off" label={label}>
          <path d="M2 5h6" {...stroke} />
        </Frame>
      );
  }
}

/** Cold, warm, hot as one, two, three bars. */
export function TemperatureGlyph({ bars, label }: { bars: 1 | 2 | 3; label?: string }) {
  return (
    <Frame size={14} tone="accent" label={label}>
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4 - 2.5}
          y={12 - bar * 3}
          width="2.5"
          height={bar * 3}
          rx="1"
          fill={bar <= bars ? "currentColor" : "var(--line-2)"}
        />
      ))}
    </Frame>
  );
}

/** A glyph and its word on one line, as in lists. */
export function StateLine({ glyph, children }: { glyph: ReactNode; children: ReactNode }) {
  return (
    <span className={css.state}>
      {glyph}
      {children}
    </span>
  );
}

/** A clock, for what stands still for too long. */
export function LateGlyph() {
  const line = {
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 1.25,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  } as const;
  return (
    <svg className={css.glyph} width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" {...line} />
      <path d="M6 3v3l2 1" {...line} />
    </svg>
  );
}
