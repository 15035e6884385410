import type { ReactNode } from "react";
import { useText } from "@/i18n";
import css from "./Letter.module.css";

interface LetterProps {
  from?: string;
  to: string;
  subject: ReactNode;
  /** Language of the text, so that it is read aloud in it. */
  lang: string;
  children: ReactNode;
  /** What was checked, under the text. */
  foot?: ReactNode;
}

/** A message on its paper: from, to, subject, text. */
export function Letter({ from, to, subject, lang, children, foot }: LetterProps) {
  const t = useText();
  return (
    <article className={css.letter}>
      <dl className={css.head}>
        {from && (
          <>
            <dt>{t("outreach:letter.from")}</dt>
            <dd title={from}>{from}</dd>
          </>
        )}
        <dt>{t("outreach:letter.to")}</dt>
        <dd title={to}>{to}</dd>
        <dt>{t("outreach:letter.subject")}</dt>
        <dd className={css.subject} lang={lang}>
          {subject}
        </dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than its paper is scrolled by key */}
      <section className={css.body} lang={lang} tabIndex={0} aria-label={t("outreach:letter.text")}>
        {children}
      </section>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </article>
  );
}

/** A plain text as paragraphs, with the values that came from the seller's records underlined. */
export function MessageText({ text, merged = [] }: { text: string; merged?: readonly string[] }) {
  let offset = 0;
  return (
    <div className={css.text}>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => {
          const key = offset;
          offset += paragraph.length + 2;
          return (
            <p key={key}>
              <Marked text={paragraph} merged={merged} />
            </p>
          );
        })}
    </div>
  );
}

/** Words with the given values underlined: what came from the seller's records. */
export function Marked({ text, merged }: { text: string; merged: readonly string[] }) {
  return splitMerged(text, merged).map((part) =>
    part.merged ? (
      <u key={part.at} className={css.merged}>
        {part.text}
      </u>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  );
}

/** Cuts a text at the merged values; the longest value wins, and only whole words count. */
export function splitMerged(
  text: string,
  merged: readonly string[],
): { at: number; text: string; merged: boolean }[] {
  const values = [...new Set(merged.filter((value) => value.trim() !== ""))].sort(
    (one, other) => other.length - one.length,
  );
  if (values.length === 0) return [{ at: 0, text, merged: false }];
  const escaped = values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const parts: { at: number; text: string; merged: boolean }[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push({ at: end, text: text.slice(end, found.index), merged: false });
    parts.push({ at: found.index, text: found[0], merged: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end), merged: false });
  return parts;
}
