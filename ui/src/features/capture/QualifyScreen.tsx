import { useQuery } from "@tanstack/react-query";
import { Building2, Check, User, Zap } from "lucide-react";
import { useMemo } from "react";
import { act } from "@/data/act";
import { commands, type ToQualify } from "@/data/client";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Page } from "@/design/Page";
import { groupBy, type Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { Tick } from "@/design/rows/Tick";
import { useCursor } from "@/design/rows/useCursor";
import { Split } from "@/design/SidePanel";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import css from "./capture.module.css";
import { QualifyPanel } from "./QualifyPanel";
import { waitingQuery } from "./queries";
import { openCapture } from "./state";

/** Who was noted in two seconds and waits to be completed, with how complete they are. */
export function QualifyScreen() {
  const t = useText();
  const format = useFormat();
  const waiting = useQuery(waitingQuery);
  const [open, setOpen] = usePanel();
  const lines = useMemo<Line<ToQualify>[]>(
    () =>
      groupBy(
        waiting.data ?? [],
        (row) => row.id,
        (row) => row.since.slice(0, 10),
        (day, own) => ({ id: `day-${day}`, title: format.shortDay(day), count: format.count(own.length) }),
      ),
    [waiting.data, format],
  );
  const cursor = useCursor(lines);
  const done = () =>
    void act(commands.captureDone({ ids: cursor.targets.map((row) => row.id), back: false }), (changed) =>
      t("capture:qualified", { count: changed.count }),
    ).then((changed) => changed && cursor.clear());
  useCommands([
    {
      id: "capture.done",
      title: "capture:done",
      group: "selection",
      icon: Check,
      keys: "e",
      when: () => cursor.targets.length > 0,
      run: done,
    },
  ]);
  useListKeys({
    cursor,
    several: true,
    open: () => setOpen(true),
    close: () => {
      if (cursor.selected.size > 0 || !open) return false;
      setOpen(false);
      return true;
    },
  });
  return (
    <Page
      title={t("capture:list")}
      banner={<DeskBanner />}
      count={waiting.data && waiting.data.length > 0 ? format.count(waiting.data.length) : undefined}
      actions={
        <>
          {cursor.targets.length > 0 && (
            <Button icon={Check} keys="e" onClick={done}>
              {t("capture:done")}
            </Button>
          )}
          <Button kind="primary" icon={Zap} keys="q" onClick={openCapture}>
            {t("capture:title")}
          </Button>
        </>
      }
    >
      <Answered
        of={waiting}
        unreadable={t("capture:unreadable")}
        rows={8}
        empty={(rows) =>
          rows.length === 0 && (
            <EmptyState title={t("capture:none.title")}>{t("capture:none.words")}</EmptyState>
          )
        }
      >
        <Split
          list={
            <RowList
              label={t("capture:list")}
              lines={lines}
              cursor={cursor}
              columns={css.columns}
              onOpen={() => setOpen(true)}
            >
              {(row) => (
                <>
                  <Cell>
                    <Tick
                      checked={cursor.selected.has(row.id)}
                      label={t("outreach:list.selectRow", { name: row.name })}
                      onToggle={() => cursor.toggle(row.id)}
                    >
                      <Icon of={row.kind === "person" ? User : Building2} size={14} />
                    </Tick>
                  </Cell>
                  <Cell look="name" title={row.name}>
                    {row.name}
                  </Cell>
                  <Cell wide>{row.place || t(`trash:kind.${row.kind}`)}</Cell>
                  <Cell>
                    <Score value={row.score} />
                  </Cell>
                  <Cell wide>
                    {row.parts
                      .filter((part) => !part.known)
                      .map((part) => t(`capture:part.${part.field as "email"}`))
                      .join(", ")}
                  </Cell>
                </>
              )}
            </RowList>
          }
          panel={
            open &&
            cursor.row && <QualifyPanel key={cursor.row.id} row={cursor.row} onClose={() => setOpen(false)} />
          }
        />
      </Answered>
    </Page>
  );
}

/** How complete somebody is, as a bar and a figure. */
function Score({ value }: { value: number }) {
  return (
    <span className={css.score}>
      <span className={css.bar}>
        <i style={{ width: `${value}%` }} />
      </span>
      {value} %
    </span>
  );
}
