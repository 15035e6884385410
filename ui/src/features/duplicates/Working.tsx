import type { DuplicatesState } from "@/data/client";
import { ProgressBar } from "@/design/ProgressBar";
import { useText } from "@/i18n";
import css from "./duplicates.module.css";

/** A search, or the merging of all exact matches, at work. */
export function Working({ state }: { state: DuplicatesState }) {
  const t = useText();
  const work = state.merging ?? state.search;
  if (!work) return null;
  const { done, of } = work;
  const words = state.merging
    ? t("duplicates:merging", { done, of })
    : work.state === "waiting"
      ? t("duplicates:waiting")
      : of === 0
        ? t("duplicates:searchingStart")
        : t("duplicates:searching", { done, of });
  return (
    <div className={css.working}>
      <span>{words}</span>
      <ProgressBar
        thin
        label={words}
        total={Math.max(of, 1)}
        shares={[{ id: "done", value: done, tone: "accent", label: words }]}
      />
    </div>
  );
}
