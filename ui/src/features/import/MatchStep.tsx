import type { ImportMode } from "@/data/client";
import { sayError } from "@/data/say";
import { Notice } from "@/design/Notice";
import { RadioCards } from "@/design/RadioCards";
import { useText } from "@/i18n";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { useRemap } from "./useRemap";

const modes: readonly ImportMode[] = ["both", "create", "update"];

/** Who is the same person, and what the import may do to them. */
export function MatchStep({ view, go }: StepProps) {
  const t = useText();
  const remap = useRemap(view);
  const mode = remap.variables?.mode ?? view.mode;
  return (
    <div className={css.wizard}>
      <div className={css.scroll}>
        <div className={css.column}>
          <h2 className={css.figure}>{t("imports:match.title")}</h2>
          <RadioCards<ImportMode>
            label={t("imports:match.may")}
            cards={modes.map((value) => ({
              value,
              label: t(`imports:match.${value}`),
              detail: t(`imports:match.${value}Hint`),
            }))}
            value={mode}
            onChange={(value) => remap.mutate({ mode: value })}
          />
          <section className={css.rulesBox}>
            <h3 className={css.head}>{t("imports:match.same")}</h3>
            <ol>
              <li>{t("imports:match.byProfile")}</li>
              <li>{t("imports:match.byEmail")}</li>
              <li>{t("imports:match.byName")}</li>
            </ol>
            <h3 className={css.head}>{t("imports:match.values")}</h3>
            <ul>
              <li>{t("imports:match.fill")}</li>
              <li>{t("imports:match.typed")}</li>
              <li>{t("imports:match.twice")}</li>
            </ul>
          </section>
          {remap.error && (
            <Notice tone="bad" title={t("imports:map.refused")}>
              {sayError(remap.error)}
            </Notice>
          )}
        </div>
      </div>
      <Foot
        back="map"
        go={go}
        words={t("imports:match.counts", {
          created: view.created,
          updated: view.updated,
          skipped: view.skipped,
        })}
        next={{
          label: t("imports:match.next", { rows: view.rows }),
          run: () => go("check"),
          busy: remap.isPending,
        }}
      />
    </div>
  );
}
