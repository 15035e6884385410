import { useQuery } from "@tanstack/react-query";
import { Copy, CopyX, CornerDownLeft, SkipForward } from "lucide-react";
import { useRef, useState } from "react";
import type { DuplicateGroup } from "@/data/client";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { actsByItself } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { merge, tellApart } from "./acts";
import css from "./duplicates.module.css";
import { choicesOf, type Row, rowsOf } from "./fields";
import { reviewQuery } from "./queries";
import { Review } from "./Review";
import { letter } from "./words";

/** One group at work: what is kept is chosen, then it becomes one, or is told apart. */
export function GroupReview({ group, onSkip }: { group: DuplicateGroup; onSkip: () => void }) {
  const t = useText();
  const ids = group.members.map((member) => member.id);
  const query = useQuery(reviewQuery(group.kind, ids));
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [working, setWorking] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const review = query.data;
  const rows = review ? rowsOf(review, chosen) : [];
  const keep = (row: Row, record: string) =>
    setChosen((before) => new Map([...before, ...row.fields.map((field) => [field, record] as const)]));
  const doing = async (work: Promise<boolean>) => {
    setWorking(true);
    if (!(await work)) setWorking(false);
  };
  const survivor = review?.records[0]?.id;
  const mergeNow = () => {
    if (!survivor || working) return;
    void doing(
      merge(
        group.kind,
        survivor,
        ids.filter((id) => id !== survivor),
        choicesOf(chosen),
      ),
    );
  };
  const ignore = () => void (working || doing(tellApart(group.kind, ids, null)));

  useCommands([
    {
      id: "duplicates.merge",
      title: "duplicates:command.merge",
      group: "selection",
      icon: Copy,
      keys: ["m", "mod+enter"],
      when: () => review !== undefined,
      run: mergeNow,
    },
    {
      id: "duplicates.ignore",
      title: "duplicates:command.ignore",
      group: "selection",
      icon: CopyX,
      keys: ["n", "#"],
      run: ignore,
    },
    {
      id: "duplicates.skip",
      title: "duplicates:skip",
      group: "selection",
      icon: SkipForward,
      keys: "s",
      run: onSkip,
    },
    {
      id: "duplicates.open",
      title: "duplicates:command.look",
      group: "selection",
      icon: CornerDownLeft,
      keys: "enter",
      unlisted: true,
      when: () => !actsByItself(),
      run: () => pane.current?.querySelector<HTMLElement>("input[type=radio], section[tabindex]")?.focus(),
    },
    ...(review?.records ?? []).slice(0, 9).map((record, place) => ({
      id: `duplicates.keep.${place + 1}`,
      title: "duplicates:command.choose" as const,
      values: { letter: letter(place) },
      group: "selection" as const,
      icon: Copy,
      keys: String(place + 1),
      run: () => {
        for (const row of rows) {
          if (!row.same && !row.united && row.values[place] !== "") keep(row, record.id);
        }
      },
    })),
  ]);

  return (
    <section
      className={css.review}
      aria-label={group.members[0]?.name ?? ""}
      data-region="panel"
      tabIndex={-1}
      ref={pane}
    >
      <Answered of={query} unreadable={t("duplicates:unreadable")} rows={8}>
        {(review) => (
          <Review
            group={group}
            review={review}
            rows={rows}
            onKeep={keep}
            onApart={(record) => void tellApart(group.kind, ids, record)}
          />
        )}
      </Answered>
      <footer className={css.foot}>
        <Button icon={CopyX} keys="n" onClick={ignore}>
          {t("duplicates:ignore")}
        </Button>
        <span className={css.promise}>{t("duplicates:split")}</span>
        <Button kind="ghost" keys="s" onClick={onSkip}>
          {t("duplicates:skip")}
        </Button>
        <Button kind="primary" icon={Copy} keys="m" busy={working} onClick={mergeNow}>
          {t("duplicates:merge")}
        </Button>
      </footer>
    </section>
  );
}
