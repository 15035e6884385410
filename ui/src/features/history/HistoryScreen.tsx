import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { redo, undo } from "@/data/act";
import type { OperationView, UndoneView } from "@/data/client";
import { historyTopQuery } from "@/data/desk";
import { nextPage } from "@/data/queries";
import { sayIntent } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button, LinkButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { localDay, sameDay, useFormat } from "@/design/format";
import { Page } from "@/design/Page";
import { groupBy, type Line } from "@/design/rows/lines";
import { Cell, type Head, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { Split } from "@/design/SidePanel";
import { SegmentedControl } from "@/design/Tabs";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useLocale, useText } from "@/i18n";
import { ChangesView } from "./ChangesView";
import css from "./history.module.css";
import { OperationPanel } from "./OperationPanel";
import { historyQuery } from "./queries";
import { actorWords } from "./words";

/** Everything that was done in the desk: who, what, when, and its undo at the end of the row. */
export function HistoryScreen() {
  const t = useText();
  const [listed, setListed] = useState<"acts" | "changes">("acts");
  const last = useQuery(historyTopQuery).data;
  return (
    <Page
      title={t("history:screen.title")}
      banner={<DeskBanner />}
      count={<span className={css.stays}>{t("history:screen.stays")}</span>}
      actions={
        <>
          <SegmentedControl
            label={t("history:screen.view")}
            value={listed}
            onChange={setListed}
            choices={[
              { value: "acts", label: t("history:screen.acts") },
              { value: "changes", label: t("history:screen.changes") },
            ]}
          />
          <Button
            icon={Undo2}
            keys="mod+z"
            blocked={last?.undo ? undefined : t("history:screen.nothingToUndo")}
            onClick={() => last?.undo && void undo(last.undo.id)}
          >
            {t("history:screen.undo")}
          </Button>
          <Button
            kind="ghost"
            icon={Redo2}
            keys="mod+shift+z"
            blocked={last?.redo ? undefined : t("history:screen.nothingToRedo")}
            onClick={() => void redo()}
          >
            {t("history:screen.redo")}
          </Button>
        </>
      }
    >
      {listed === "acts" ? <Acts /> : <ChangesView />}
    </Page>
  );
}

/** What was done, act by act. */
function Acts() {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const query = useInfiniteQuery(historyQuery);
  const [panel, setPanel] = usePanel();
  const [undone, setUndone] = useState<UndoneView>();
  const operations = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const lines = useMemo<Line<OperationView>[]>(() => {
    const weekday = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { weekday: "long" });
    const now = new Date();
    return groupBy(
      operations,
      (row) => row.id,
      (row) => localDay(new Date(row.at)),
      (day, rows) => {
        const at = new Date(rows[0]?.at ?? day);
        const name = `${weekday.format(at)} ${format.longDay(at)}`;
        const today = sameDay(at, now);
        return {
          id: `day-${day}`,
          title: today ? t("history:screen.today") : name.charAt(0).toLocaleUpperCase() + name.slice(1),
          ...(today ? { count: name } : {}),
        };
      },
    );
  }, [operations, locale, format, t]);
  const cursor = useCursor(lines);
  const back = (row: OperationView) => void undo(row.id).then((done) => done && setUndone(done));
  useListKeys({
    cursor,
    open: () => setPanel(true),
    close: () => {
      if (!panel) return false;
      setPanel(false);
      return true;
    },
  });
  useCommands([
    {
      id: "history.undo",
      title: "history:screen.undoThis",
      group: "selection",
      icon: Undo2,
      keys: "u",
      when: () => cursor.row?.undoable ?? false,
      run: () => cursor.row && back(cursor.row),
    },
  ]);
  const heads: Head[] = [
    { id: "time", title: t("history:screen.time") },
    { id: "by", title: t("history:screen.by") },
    { id: "what", title: t("history:screen.what") },
    { id: "undo", title: t("history:screen.undo"), align: "end" },
  ];
  return (
    <Split
      list={
        <Answered
          of={query}
          unreadable={t("history:screen.unreadable")}
          rows={12}
          empty={
            operations.length === 0 && (
              <EmptyState title={t("history:screen.empty")}>{t("history:screen.emptyWords")}</EmptyState>
            )
          }
        >
          <RowList
            label={t("history:screen.title")}
            lines={lines}
            cursor={cursor}
            columns={css.columns}
            heads={heads}
            onOpen={() => setPanel(true)}
            onEnd={nextPage(query)}
          >
            {(row) => (
              <>
                <Cell look="third">{format.clock(row.at)}</Cell>
                <Cell look="second">{actorWords(row.actor, t)}</Cell>
                <Cell
                  className={row.state === "undone" ? css.undone : undefined}
                  title={sayIntent(row.intent)}
                >
                  {sayIntent(row.intent)}
                </Cell>
                <Cell align="end" look="third" className={css.act}>
                  {row.undoable ? (
                    <LinkButton tabIndex={-1} onClick={() => back(row)}>
                      {t("history:screen.undo")}
                    </LinkButton>
                  ) : row.state === "undone" ? (
                    t("history:screen.isUndone")
                  ) : row.state === "undoing" ? (
                    t("history:screen.isUndoing")
                  ) : null}
                </Cell>
              </>
            )}
          </RowList>
        </Answered>
      }
      panel={
        panel && cursor.row ? (
          <OperationPanel
            key={cursor.row.id}
            operation={cursor.row}
            undone={undone?.operation.id === cursor.row.id ? undone : undefined}
            onUndo={() => cursor.row && back(cursor.row)}
            onClose={() => setPanel(false)}
          />
        ) : undefined
      }
    />
  );
}
