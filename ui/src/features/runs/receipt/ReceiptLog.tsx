import { useMemo } from "react";
import type { Receipt, ReceiptLine } from "@/data/client";
import { sayReason } from "@/data/say";
import { useFormat } from "@/design/format";
import { group, type Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { useListKeys } from "@/features/outreach/list";
import { useText } from "@/i18n";
import css from "./receipt.module.css";

type Numbered = ReceiptLine & { id: string };

/** What failed, what to know, and the whole log of a run as the receipt keeps it. */
export function ReceiptLog({ receipt }: { receipt: Receipt }) {
  const t = useText();
  const format = useFormat();
  const lines = useMemo<Line<Numbered>[]>(() => {
    const part = (id: "errors" | "warnings" | "logs", rows: readonly ReceiptLine[]) =>
      group<Numbered>(
        { id, title: t(`runs:receipt.${id}`), count: format.count(rows.length) },
        rows.map((row, index) => ({ ...row, id: `${id}-${index}` })),
        (row) => row.id,
      );
    return [
      ...part("errors", receipt.errors),
      ...part("warnings", receipt.warnings),
      ...part("logs", receipt.logs),
    ];
  }, [receipt, t, format]);
  const cursor = useCursor(lines);
  useListKeys({ cursor, open: () => undefined, close: () => false });
  return (
    <RowList label={t("runs:bucket.log")} lines={lines} cursor={cursor} columns={css.logColumns}>
      {(row) => (
        <>
          <Cell look="third">{format.dayTime(row.at)}</Cell>
          <Cell look="name" title={row.person?.name}>
            {row.person?.name}
          </Cell>
          <Cell look="second" title={sayReason(row.what)}>
            {sayReason(row.what)}
          </Cell>
        </>
      )}
    </RowList>
  );
}
