import { useInfiniteQuery } from "@tanstack/react-query";
import { Upload, X } from "lucide-react";
import { useMemo, useState } from "react";
import type { ChangedKind, ChangesAsk, ChangeView } from "@/data/client";
import { nextPage } from "@/data/queries";
import { sayIntent } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button, IconButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { Fact, Facts } from "@/design/Facts";
import { ChoiceField, TextField } from "@/design/Field";
import { localDay, useFormat } from "@/design/format";
import { groupBy, type Line } from "@/design/rows/lines";
import { Cell, type Head, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { SidePanel, Split } from "@/design/SidePanel";
import { usePanel } from "@/design/usePanel";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { ChangeFields } from "./ChangeFields";
import { changesQuery, everything, valueWords } from "./changes";
import { exportChanges } from "./exporting";
import css from "./history.module.css";
import { actorWords, fieldWords, filterableFields, knownWords, labelWords } from "./words";

const PAGE = 100;
const kinds = [
  "person",
  "company",
  "opportunity",
  "task",
  "appointment",
  "tag",
  "pipeline",
  "setting",
] as const satisfies readonly ChangedKind[];
const actors = ["seller", "run", "import", "desk"] as const;

/** Everything that changed, a line each record: narrowed, read before → after, and written to a file. */
export function ChangesView() {
  const t = useText();
  const format = useFormat();
  const [ask, setAsk] = useState<ChangesAsk>(everything);
  const query = useInfiniteQuery(changesQuery(ask, PAGE));
  const [panel, setPanel] = usePanel();
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const lines = useMemo<Line<ChangeView>[]>(
    () =>
      groupBy(
        rows,
        (row) => row.place,
        (row) => localDay(new Date(row.at)),
        (day) => ({ id: `day-${day}`, title: format.longDay(day) }),
      ),
    [rows, format],
  );
  const cursor = useCursor(lines);
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
      id: "history.csv",
      title: "palette:to.exportHistory",
      values: { what: "CSV" },
      also: "palette:words.exportHistory",
      group: "act",
      icon: Upload,
      run: () => void exportChanges(ask, "csv"),
    },
    {
      id: "history.json",
      title: "palette:to.exportHistory",
      values: { what: "JSON" },
      also: "palette:words.exportHistory",
      group: "act",
      icon: Upload,
      run: () => void exportChanges(ask, "json"),
    },
  ]);
  const heads: Head[] = [
    { id: "time", title: t("history:screen.time") },
    { id: "by", title: t("history:screen.by") },
    { id: "record", title: t("history:screen.record") },
    { id: "change", title: t("history:screen.change") },
  ];
  const summary = (row: ChangeView) =>
    row.fields
      .map((field) => {
        const said = [field.old, field.new].map((raw) => valueWords(field, raw, t, format));
        const name = fieldWords(field.field, t, row.row);
        return t("history:screen.fieldValue", {
          name,
          value: said[0] ? `${said[0]} → ${said[1] || t("history:screen.empty_value")}` : (said[1] ?? ""),
        });
      })
      .join(" · ") || t(`history:change.${row.change}`);
  const narrowed = ask !== everything;
  const one = cursor.row;
  return (
    <div className={css.view}>
      <div className={css.filters}>
        <ChoiceField
          aria-label={t("history:screen.kinds")}
          placeholder={t("history:screen.kinds")}
          clearable
          data={kinds.map((kind) => ({ value: kind, label: t(`history:kind.${kind}`) }))}
          value={ask.kinds[0] ?? null}
          onChange={(kind) => setAsk({ ...ask, kinds: kind ? [kind as ChangedKind] : [] })}
        />
        <ChoiceField
          aria-label={t("history:screen.actor")}
          placeholder={t("history:screen.actor")}
          clearable
          data={actors.map((actor) => ({ value: actor, label: t(`history:actor.${actor}`) }))}
          value={ask.actor}
          onChange={(actor) => setAsk({ ...ask, actor })}
        />
        <ChoiceField
          aria-label={t("history:screen.fieldFilter")}
          placeholder={t("history:screen.fieldFilter")}
          clearable
          searchable
          data={filterableFields.map((field) => ({ value: field, label: fieldWords(field, t) }))}
          value={ask.field}
          onChange={(field) => setAsk({ ...ask, field })}
        />
        <TextField
          type="date"
          aria-label={t("history:screen.from")}
          leftSection={t("history:screen.from")}
          value={ask.from ?? ""}
          onChange={(event) => setAsk({ ...ask, from: event.currentTarget.value || null })}
        />
        <TextField
          type="date"
          aria-label={t("history:screen.to")}
          leftSection={t("history:screen.to")}
          value={ask.to ?? ""}
          onChange={(event) => setAsk({ ...ask, to: event.currentTarget.value || null })}
        />
        {narrowed && (
          <Button kind="ghost" icon={X} onClick={() => setAsk(everything)}>
            {t("history:screen.clear")}
          </Button>
        )}
        <span className={css.grow} />
        <Button icon={Upload} onClick={() => void exportChanges(ask, "csv")}>
          {t("history:screen.exportCsv")}
        </Button>
      </div>
      <Split
        list={
          <Answered
            of={query}
            unreadable={t("history:screen.unreadable")}
            rows={12}
            empty={
              rows.length === 0 &&
              (narrowed ? (
                <EmptyState title={t("history:screen.noMatch")}>
                  <Button onClick={() => setAsk(everything)}>{t("history:screen.clear")}</Button>
                </EmptyState>
              ) : (
                <EmptyState title={t("history:screen.empty")}>{t("history:screen.emptyWords")}</EmptyState>
              ))
            }
          >
            <RowList
              label={t("history:screen.changes")}
              lines={lines}
              cursor={cursor}
              columns={css.changeColumns}
              heads={heads}
              onOpen={() => setPanel(true)}
              onEnd={nextPage(query)}
            >
              {(row) => (
                <>
                  <Cell look="third">{format.clock(row.at)}</Cell>
                  <Cell look="second">{actorWords(row.actor, t)}</Cell>
                  <Cell look="name" title={labelWords(row, t)}>
                    {labelWords(row, t)}
                  </Cell>
                  <Cell title={summary(row)}>{summary(row)}</Cell>
                </>
              )}
            </RowList>
          </Answered>
        }
        panel={
          panel && one ? (
            <SidePanel
              key={one.place}
              label={labelWords(one, t)}
              head={
                <>
                  <div className={css.head}>
                    <h2>{labelWords(one, t)}</h2>
                    <IconButton
                      label={t("common:close")}
                      keys="escape"
                      icon={X}
                      onClick={() => setPanel(false)}
                    />
                  </div>
                  <Facts>
                    <Fact label={t("history:screen.when")}>{format.weekdayTime(one.at)}</Fact>
                    <Fact label={t("history:screen.by")}>{actorWords(one.actor, t)}</Fact>
                    <Fact label={t("history:screen.what")}>{sayIntent(one.intent)}</Fact>
                    <Fact label={t("history:screen.record")}>
                      {`${knownWords("row", one.row, t)}, ${t(`history:change.${one.change}`)}`}
                    </Fact>
                  </Facts>
                </>
              }
            >
              <ChangeFields row={one.row} fields={one.fields} />
            </SidePanel>
          ) : undefined
        }
      />
    </div>
  );
}
