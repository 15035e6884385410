import { useQuery } from "@tanstack/react-query";
import {
  Building2,
  CalendarDays,
  type LucideIcon,
  Paperclip,
  RotateCcw,
  SquareCheck,
  SquareKanban,
  StickyNote,
  Trash2,
  User,
} from "lucide-react";
import { useMemo, useState } from "react";
import { act } from "@/data/act";
import { commands, type Restored, type TrashKind, type TrashRow } from "@/data/client";
import { read } from "@/data/queries";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { Dialog } from "@/design/Dialog";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Page } from "@/design/Page";
import { groupBy, type Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { Tick } from "@/design/rows/Tick";
import { useCursor } from "@/design/rows/useCursor";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { actorWords } from "@/features/history/words";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import css from "./trash.module.css";

const MOST = 500;

const ICONS: Record<TrashKind, LucideIcon> = {
  person: User,
  company: Building2,
  opportunity: SquareKanban,
  task: SquareCheck,
  appointment: CalendarDays,
  note: StickyNote,
  file: Paperclip,
};

/** The kinds whose detail is a day. */
const DATED: TrashKind[] = ["task", "appointment", "note"];

const trashQuery = read(["trash_list"], ["people", "companies", "opportunities", "agenda", "files"], () =>
  commands.trashList({ offset: 0, limit: MOST }),
);

/** What was removed, by day, for thirty days: brought back one by one or together. */
export function TrashScreen() {
  const t = useText();
  const format = useFormat();
  const trash = useQuery(trashQuery);
  const [emptying, setEmptying] = useState(false);
  const [asked, setAsked] = useState<Restored & { ids: string[] }>();
  const lines = useMemo<Line<TrashRow>[]>(
    () =>
      groupBy(
        trash.data?.rows ?? [],
        (row) => row.id,
        (row) => row.removedAt.slice(0, 10),
        (day, own) => ({ id: `day-${day}`, title: format.shortDay(day), count: format.count(own.length) }),
      ),
    [trash.data, format],
  );
  const cursor = useCursor(lines);
  const restore = async (ids: string[], taken: "ask" | "keep" | "drop") => {
    const done = await act(commands.trashRestore({ ids, taken }), (back) =>
      back.count > 0 ? t("trash:restored", { count: back.count }) : undefined,
    );
    setAsked(done && done.count === 0 && done.taken.length > 0 ? { ...done, ids } : undefined);
    if (done && done.count > 0) cursor.clear();
  };
  const restoreTargets = () =>
    void restore(
      cursor.targets.map((row) => row.id),
      "ask",
    );
  useCommands([
    {
      id: "trash.restore",
      title: "trash:restore",
      group: "selection",
      icon: RotateCcw,
      keys: "r",
      when: () => cursor.targets.length > 0,
      run: restoreTargets,
    },
    {
      id: "trash.empty",
      title: "palette:to.emptyTrash",
      also: "palette:words.emptyTrash",
      group: "act",
      icon: Trash2,
      when: () => (trash.data?.total ?? 0) > 0,
      run: () => setEmptying(true),
    },
  ]);
  useListKeys({ cursor, several: true, open: restoreTargets, close: () => false });
  const empty = async () => {
    await act(commands.trashEmpty({}), (done) => t("trash:emptied", { count: done.count }));
    setEmptying(false);
  };
  const total = trash.data?.total ?? 0;
  const first = asked?.taken[0];
  return (
    <Page
      title={t("trash:title")}
      banner={<DeskBanner />}
      count={total > 0 ? format.count(total) : undefined}
      actions={
        total > 0 && (
          <>
            <Button
              icon={RotateCcw}
              keys="r"
              blocked={cursor.targets.length === 0 ? t("trash:choose") : undefined}
              onClick={restoreTargets}
            >
              {t("trash:restore")}
            </Button>
            <Button kind="ghost" icon={Trash2} onClick={() => setEmptying(true)}>
              {t("trash:empty.act")}
            </Button>
          </>
        )
      }
    >
      <Answered
        of={trash}
        unreadable={t("trash:unreadable")}
        rows={8}
        empty={({ days }) =>
          total === 0 && (
            <EmptyState title={t("trash:none.title")}>{t("trash:none.words", { days })}</EmptyState>
          )
        }
      >
        <RowList label={t("trash:title")} lines={lines} cursor={cursor} columns={css.columns}>
          {(row) => (
            <>
              <Cell>
                <Tick
                  checked={cursor.selected.has(row.id)}
                  label={t("outreach:list.selectRow", { name: row.name })}
                  onToggle={() => cursor.toggle(row.id)}
                >
                  <Icon of={ICONS[row.kind]} size={14} />
                </Tick>
              </Cell>
              <Cell look="name" title={row.name}>
                {row.name || t(`trash:kind.${row.kind}`)}
              </Cell>
              <Cell>{t(`trash:kind.${row.kind}`)}</Cell>
              <Cell title={row.detail}>
                {DATED.includes(row.kind) && row.detail ? format.shortDay(row.detail) : row.detail}
              </Cell>
              <Cell>{actorWords(row.by, t)}</Cell>
              <Cell align="end">{t("trash:left", { days: row.daysLeft })}</Cell>
            </>
          )}
        </RowList>
      </Answered>
      <Dialog
        open={emptying}
        title={t("trash:empty.title")}
        keep={t("trash:empty.keep")}
        act={t("trash:empty.act")}
        danger
        onKeep={() => setEmptying(false)}
        onAct={() => void empty()}
      >
        {t("trash:empty.words", { count: total })}
      </Dialog>
      <Dialog
        open={asked !== undefined}
        title={t("trash:taken.title", { count: asked?.taken.length ?? 0 })}
        keep={t("trash:taken.leave")}
        act={t("trash:taken.keep")}
        onKeep={() => setAsked(undefined)}
        onAct={() => asked && void restore(asked.ids, "keep")}
      >
        <p>
          {t("trash:taken.words", {
            name: first?.name ?? "",
            other: first?.otherName ?? "",
            address: first?.address ?? "",
          })}
        </p>
        <Button kind="ghost" onClick={() => asked && void restore(asked.ids, "drop")}>
          {t("trash:taken.drop")}
        </Button>
      </Dialog>
    </Page>
  );
}
