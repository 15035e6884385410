import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { OutboxState, Receipt, ReceiptLine, RunPersonView, RunView } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Avatar } from "@/design/Avatar";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { MessageGlyph, PersonGlyph, StateLine } from "@/design/Glyph";
import { Notice } from "@/design/Notice";
import { group, type Line } from "@/design/rows/lines";
import { Cell, type Head, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { WordsAndLink } from "@/design/rows/WordsAndLink";
import { SkeletonRows } from "@/design/Skeleton";
import { Tabs } from "@/design/Tabs";
import { useListKeys } from "@/features/outreach/list";
import { progressOf } from "@/features/outreach/words";
import { useText } from "@/i18n";
import { resultWords } from "../progress/RunPeople";
import { inSentence } from "../words";
import { type Bucket, bucketOf, buckets, sortBuckets } from "./buckets";
import { ReceiptLog } from "./ReceiptLog";
import css from "./receipt.module.css";

type View = Bucket | "all" | "log";

interface ReceiptPeopleProps {
  run: RunView;
  receipt: Receipt | undefined;
  people: RunPersonView[];
  complete: boolean;
  loading: boolean;
  error: unknown;
}

/** A line per person: what was done, not done, and why. The parts add up to everybody. */
export function ReceiptPeople({ run, receipt, people, complete, loading, error }: ReceiptPeopleProps) {
  const t = useText();
  const format = useFormat();
  const [view, setView] = useState<View>("all");
  const sorted = useMemo(() => sortBuckets(people), [people]);
  const present = buckets.filter((name) => sorted[name].length > 0);
  const sum = `${present.map((name) => format.count(sorted[name].length)).join(" + ")} = ${format.count(people.length)}`;
  const problems: ReceiptLine[] | undefined = receipt && [...receipt.errors, ...receipt.warnings];
  return (
    <div className={css.right}>
      <div className={css.tools}>
        <Tabs
          label={t("runs:receipt.people", { count: people.length })}
          value={view}
          onChange={setView}
          choices={[
            {
              value: "all" as View,
              label: t("runs:bucket.all"),
              count: complete ? format.count(people.length) : undefined,
            },
            ...present.map((name) => ({
              value: name as View,
              label: t(`runs:bucket.${name}`),
              count: complete ? format.count(sorted[name].length) : undefined,
            })),
            {
              value: "log" as View,
              label: t("runs:bucket.log"),
              count: problems?.length ? format.count(problems.length) : undefined,
            },
          ]}
        />
        {complete && present.length > 1 && <span className={css.sumLine}>{sum}</span>}
      </div>
      <div className={css.people}>
        {error ? (
          <div className={css.notice}>
            <Notice tone="bad" title={t("runs:receipt.peopleUnreadable")}>
              {sayError(error)}
            </Notice>
          </div>
        ) : view === "log" ? (
          receipt && <ReceiptLog receipt={receipt} />
        ) : loading ? (
          <SkeletonRows rows={12} />
        ) : (
          <People run={run} view={view} sorted={sorted} />
        )}
      </div>
    </div>
  );
}

function People({
  run,
  view,
  sorted,
}: {
  run: RunView;
  view: Bucket | "all";
  sorted: Record<Bucket, RunPersonView[]>;
}) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const lines = useMemo<Line<RunPersonView>[]>(
    () =>
      buckets
        .filter((name) => view === "all" || view === name)
        .flatMap((name) =>
          group(
            {
              id: `bucket-${name}`,
              title: t(`runs:bucketTitle.${name}`),
              count: format.count(sorted[name].length),
            },
            sorted[name],
            (row) => row.person.id,
          ),
        ),
    [view, sorted, t, format],
  );
  const cursor = useCursor(lines);
  const open = (row: RunPersonView) =>
    void (row.outboxId
      ? navigate({ to: "/outbox", search: { run: run.id, id: row.outboxId } })
      : navigate({ to: "/people", search: { person: row.person.id } }));
  useListKeys({ cursor, open, close: () => false });
  const heads: Head[] = [
    { id: "person", title: t("runs:column.person") },
    { id: "outcome", title: t("runs:column.outcome") },
    { id: "what", title: t("runs:column.what") },
    { id: "when", title: t("runs:column.when"), align: "end", wide: "very" },
  ];
  return (
    <RowList
      label={t("runs:receipt.title")}
      lines={lines}
      cursor={cursor}
      columns={css.columns}
      heads={heads}
    >
      {(row) => (
        <>
          <Cell look="name" title={row.person.name}>
            <span className={css.name}>
              <Avatar name={row.person.name} />
              <span>{row.person.name}</span>
            </span>
          </Cell>
          <Cell>
            <Outcome row={row} />
          </Cell>
          <Cell look="second" title={whatWords(row, t, format)}>
            <WordsAndLink words={whatWords(row, t, format)}>
              {linked(row) && (
                <LinkButton tabIndex={-1} onClick={() => open(row)}>
                  {t(row.outboxId ? "runs:people.read" : "runs:people.openPerson")}
                </LinkButton>
              )}
            </WordsAndLink>
          </Cell>
          <Cell look="third" align="end" wide="very">
            {row.at ? format.dayTime(row.at) : "–"}
          </Cell>
        </>
      )}
    </RowList>
  );
}

/** Whether a row still asks for something: what was sent needs no second look. */
function linked(row: RunPersonView): boolean {
  const bucket = bucketOf(row);
  return bucket === "look" || bucket === "drafts";
}

function Outcome({ row }: { row: RunPersonView }) {
  const t = useText();
  if (row.outboxState && row.state !== "out") {
    const state = row.outboxState as OutboxState;
    return (
      <StateLine glyph={<MessageGlyph progress={progressOf(state)} />}>
        {t(`outreach:state.${state}`)}
      </StateLine>
    );
  }
  if (row.state === "done")
    return <StateLine glyph={<PersonGlyph progress="converted" />}>{t("runs:result.done")}</StateLine>;
  const forbidden = row.reason?.code === "gate.suppressed";
  return (
    <StateLine glyph={<PersonGlyph progress={forbidden ? "do_not_contact" : "lost"} />}>
      {t("runs:result.notContacted")}
    </StateLine>
  );
}

/** "Email, LinkedIn note handed over, follow-up 16 Sep", or why nothing was done. */
export function whatWords(
  row: RunPersonView,
  t: ReturnType<typeof useText>,
  format: ReturnType<typeof useFormat>,
): string {
  if (row.reason && row.state !== "done") return sayReason(row.reason);
  const parts: string[] = [];
  if (row.outboxState === "sent") parts.push(t("runs:what.email"));
  else if (row.outboxState) parts.push(resultWords({ ...row, reason: null }, t));
  if (row.steps.linkedin === "done") parts.push(t("runs:what.note"));
  // The run's own reason says that there is no note, and why.
  const told = row.reason?.code.startsWith("run.") ?? false;
  if (row.steps.linkedin === "skipped" && !told) parts.push(t("runs:what.noNote"));
  if (row.reason) parts.push(inSentence(sayReason(row.reason)));
  // What the run did stays said when its follow-up was undone since.
  if (row.followupOn) parts.push(t("runs:what.followup", { day: format.shortDay(row.followupOn) }));
  else if (row.steps.followup === "done") parts.push(t("runs:what.followupUndone"));
  const words = parts.join(", ");
  return words ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : t("runs:result.done");
}
