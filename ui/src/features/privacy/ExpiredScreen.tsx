import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Eraser, ShieldCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { commands, type ExpiredPerson } from "@/data/client";
import { read } from "@/data/queries";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import type { Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { Tick } from "@/design/rows/Tick";
import { useCursor } from "@/design/rows/useCursor";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { EraseDialog } from "./EraseDialog";
import css from "./privacy.module.css";

const MOST = 1000;

const expiredQuery = read(["privacy_expired"], ["people", "agenda", "settings"], () =>
  commands.privacyExpired({ limit: MOST }),
);

/** Those nobody heard of for as long as people may be kept: looked through, and erased together with a report. */
export function ExpiredScreen() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const found = useQuery(expiredQuery);
  const [erasing, setErasing] = useState<readonly ExpiredPerson[]>();
  const [report, setReport] = useState<number>();
  const lines = useMemo<Line<ExpiredPerson>[]>(
    () => (found.data?.rows ?? []).map((row) => ({ kind: "row", id: row.id, row })),
    [found.data],
  );
  const cursor = useCursor(lines);
  const open = () => {
    if (cursor.row) void navigate({ to: "/people", search: { person: cursor.row.id } });
  };
  useListKeys({ cursor, several: true, open, close: () => false });
  const ask = (rows: readonly ExpiredPerson[]) => {
    if (rows.length > 0) setErasing(rows);
  };
  useCommands([
    {
      id: "privacy.eraseChosen",
      title: "privacy:expired.erase",
      group: "selection",
      icon: Eraser,
      when: () => cursor.targets.length > 0,
      run: () => ask(cursor.targets),
    },
  ]);
  const total = found.data?.total ?? 0;
  return (
    <Page
      title={t("privacy:expired.title")}
      banner={<DeskBanner />}
      count={total > 0 ? format.count(total) : undefined}
      actions={
        total > 0 && (
          <>
            <Button
              icon={Eraser}
              blocked={cursor.targets.length === 0 ? t("privacy:expired.choose") : undefined}
              onClick={() => ask(cursor.targets)}
            >
              {t("privacy:expired.erase")}
            </Button>
            <Button kind="ghost" icon={Eraser} onClick={() => ask(found.data?.rows ?? [])}>
              {t("privacy:expired.eraseAll", { count: Math.min(total, MOST) })}
            </Button>
          </>
        )
      }
    >
      {report !== undefined && (
        <div className={css.notice}>
          <Notice tone="ok" icon={ShieldCheck} title={t("privacy:erase.done", { count: report })}>
            {t("privacy:expired.report")}
          </Notice>
        </div>
      )}
      <Answered
        of={found}
        unreadable={t("privacy:expired.unreadable")}
        rows={8}
        empty={({ years }) =>
          total === 0 && (
            <EmptyState title={t("privacy:expired.none")}>
              {t("privacy:expired.noneWords", { years })}
            </EmptyState>
          )
        }
      >
        <RowList
          label={t("privacy:expired.title")}
          lines={lines}
          cursor={cursor}
          columns={css.columns}
          onOpen={open}
          heads={[
            { id: "tick", title: "" },
            { id: "name", title: t("people:column.name") },
            { id: "company", title: t("people:column.company") },
            { id: "collected", title: t("privacy:box.collected") },
            { id: "heard", title: t("privacy:box.heard") },
            { id: "until", title: t("privacy:box.until"), align: "end" },
          ]}
        >
          {(row) => (
            <>
              <Cell>
                <Tick
                  checked={cursor.selected.has(row.id)}
                  label={t("outreach:list.selectRow", { name: row.name })}
                  onToggle={() => cursor.toggle(row.id)}
                />
              </Cell>
              <Cell look="name" title={row.name}>
                {row.name}
              </Cell>
              <Cell title={row.company}>{row.company}</Cell>
              <Cell look="second">{format.longDay(row.collected)}</Cell>
              <Cell look="second">{row.heardOn ? format.longDay(row.heardOn) : t("privacy:box.never")}</Cell>
              <Cell align="end">{format.longDay(row.until)}</Cell>
            </>
          )}
        </RowList>
      </Answered>
      <EraseDialog
        open={erasing !== undefined}
        ids={erasing?.map((row) => row.id) ?? []}
        name={erasing?.[0]?.name ?? ""}
        onClose={() => setErasing(undefined)}
        onErased={() => {
          setReport(erasing?.length ?? 0);
          cursor.clear();
        }}
      />
    </Page>
  );
}
