import { useQuery } from "@tanstack/react-query";
import { commands, type RecordRef, type ScorePoint } from "@/data/client";
import { read } from "@/data/queries";
import { sayReason } from "@/data/say";
import { useFormat } from "@/design/format";
import { Tag } from "@/design/Tag";
import { Fold } from "@/features/list/Fold";
import { useText } from "@/i18n";
import css from "./scores.module.css";

const tones = { hot: "bad", warm: "warn", cold: "accent" } as const;

/** How warm a person or an opportunity is, why, and how that went. */
export function ScoreBox(of: RecordRef) {
  const t = useText();
  const score = useQuery(
    read(["scores_get", of.kind, of.id], ["people", "companies", "opportunities", "agenda", "settings"], () =>
      commands.scoresGet({ of }),
    ),
  ).data;
  if (!score) return null;
  return (
    <Fold
      title={t("scores:title")}
      opens={t("scores:why")}
      line={
        score.value === null ? (
          <span className={css.none}>{t("scores:none")}</span>
        ) : (
          <>
            <b className={css.value}>{score.value}</b>
            {score.temperature && (
              <Tag tone={tones[score.temperature]}>{t(`scores:temperature.${score.temperature}`)}</Tag>
            )}
            <Course points={score.history} />
          </>
        )
      }
    >
      <dl className={css.factors}>
        {score.factors.map((factor) => (
          <div key={factor.code} data-none={factor.points === null || undefined}>
            <dt>
              {t(`scores:factor.${factor.code as "maturity"}`)}
              <span>
                {factor.points === null
                  ? t("scores:leftOut")
                  : t("scores:worth", {
                      points: Math.round((factor.points * factor.weight) / 100),
                      most: factor.weight,
                    })}
              </span>
            </dt>
            <dd>
              {factor.points !== null && (
                <progress className={css.bar} max={100} value={factor.points} aria-hidden="true" />
              )}
              <span>{sayReason(factor.why)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.scale}>{t("scores:scale", { scale: score.scale })}</p>
    </Fold>
  );
}

const WIDTH = 72;
const HEIGHT = 18;

/** The course of a score as a line, read aloud by its ends. */
function Course({ points }: { points: readonly ScorePoint[] }) {
  const t = useText();
  const format = useFormat();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const from = Date.parse(first.at);
  const span = Math.max(1, Date.parse(last.at) - from);
  const place = (point: ScorePoint) =>
    `${(((Date.parse(point.at) - from) / span) * WIDTH).toFixed(1)},${(HEIGHT - (point.value / 100) * HEIGHT).toFixed(1)}`;
  const words = t("scores:course", { from: first.value, to: last.value, day: format.longDay(first.at) });
  return (
    <svg
      className={css.course}
      viewBox={`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <polyline points={points.map(place).join(" ")} />
    </svg>
  );
}
