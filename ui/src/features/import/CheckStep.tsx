import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ask } from "@/data/ask";
import {
  commands,
  type ImportDates,
  type ImportRowView,
  type ImportView,
  type ImportWarning,
  type RowPlan,
} from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { DiffCell } from "@/design/DiffCell";
import { useFormat } from "@/design/format";
import { GroupRow } from "@/design/GroupRow";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { SkeletonRows } from "@/design/Skeleton";
import { SegmentedControl } from "@/design/Tabs";
import { useText } from "@/i18n";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { saveRejects } from "./rejects";
import { toWrite } from "./steps";
import { useRemap } from "./useRemap";
import { orderIn, parted, sayWarning, toldOrder } from "./warnings";

const PAGE = 100;

/** Plans in the order they matter to the seller, with the tone of their square. */
const plans = [
  { plan: "reject", tone: "warn", count: (view: ImportView) => view.rejected },
  { plan: "update", tone: "accent", count: (view: ImportView) => view.updated },
  { plan: "create", tone: "ok", count: (view: ImportView) => view.created },
  { plan: "skip", tone: "quiet", count: (view: ImportView) => view.skipped },
  { plan: "unchanged", tone: "quiet", count: (view: ImportView) => view.unchanged },
] as const;

/** The dry run: every line counted once, what would change shown old above new. Nothing is written yet. */
export function CheckStep({ view, go }: StepProps) {
  const t = useText();
  const format = useFormat();
  const client = useQueryClient();
  const first = plans.find((entry) => entry.count(view) > 0)?.plan ?? "create";
  const [plan, setPlan] = useState<RowPlan>(first);
  const apply = useMutation({
    mutationFn: () => ask(commands.importApply({ id: view.id })),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      go("run");
    },
  });
  const writes = toWrite(view);
  const entry = plans.find((other) => other.plan === plan) ?? plans[0];
  const [columns, lines] = parted(view.warnings);

  return (
    <div className={css.wizard}>
      <div className={css.two} data-check="true">
        <aside className={css.side}>
          <h2 className={css.figure}>{t("imports:check.lines", { rows: view.rows })}</h2>
          <p className={css.sideLead}>{t("imports:check.once")}</p>
          <ProgressBar
            thin
            label={t("imports:check.lines", { rows: view.rows })}
            total={view.rows}
            shares={plans.map(({ plan: id, tone, count }) => ({
              id,
              tone,
              value: count(view),
              label: t(`imports:plan.${id}`),
            }))}
          />
          <ul className={css.plans}>
            {plans.map(({ plan: id, tone, count }) => (
              <li key={id}>
                <button type="button" aria-pressed={id === plan} data-tone={tone} onClick={() => setPlan(id)}>
                  <i aria-hidden="true" />
                  {t(`imports:plan.${id}`)}
                  <span>{count(view) > 0 ? format.count(count(view)) : t("imports:none")}</span>
                </button>
              </li>
            ))}
          </ul>
          {view.suppressed > 0 && (
            <Notice tone="quiet" title={t("imports:check.suppressed", { count: view.suppressed })}>
              {t("imports:check.suppressedHint")}
            </Notice>
          )}
          {lines.length > 0 && (
            <Notice tone="quiet" title={t("imports:check.warnings")}>
              <Sentences of={lines} />
            </Notice>
          )}
          <p className={css.sideFoot}>{t("imports:check.undoable")}</p>
        </aside>
        <section className={css.rowsArea}>
          {columns.length > 0 && (
            <div className={css.assumed}>
              <Dates view={view} of={columns} />
            </div>
          )}
          <GroupRow
            title={t(`imports:plan.${plan}`)}
            tone={entry.tone}
            count={t(`imports:planHint.${plan}`, { count: entry.count(view) })}
          />
          <Rows id={view.id} plan={plan} />
        </section>
      </div>
      {apply.error && (
        <Notice tone="bad" title={t("imports:check.refused")}>
          {sayError(apply.error)}
        </Notice>
      )}
      <Foot
        back="match"
        go={go}
        words={
          view.rejected > 0
            ? t("imports:check.rejects", { count: view.rejected })
            : t("imports:check.allGood")
        }
        next={{
          label: t("imports:check.apply", { count: writes }),
          run: () => apply.mutate(),
          busy: apply.isPending,
          blocked: writes === 0 ? t("imports:check.nothing") : undefined,
        }}
      >
        {view.rejected > 0 && (
          <Button icon={Upload} onClick={() => void saveRejects(view)}>
            {t("imports:check.saveRejects")}
          </Button>
        )}
      </Foot>
    </div>
  );
}

/** In which order the dates are read that prove none, and the way to say the other: everything is checked again at once. */
function Dates({ view, of }: { view: ImportView; of: readonly ImportWarning[] }) {
  const t = useText();
  const remap = useRemap(view);
  const told = toldOrder(view.warnings) !== null;
  return (
    <Notice
      tone={told ? "accent" : "warn"}
      title={t(told ? "imports:check.datesTold" : "imports:check.dates")}
    >
      <Sentences of={of} />
      <div className={css.order}>
        <span>{t("imports:check.datesAre")}</span>
        <SegmentedControl<ImportDates>
          label={t("imports:check.datesAre")}
          choices={(["day_first", "month_first"] as const).map((value) => ({
            value,
            label: t(`imports:check.${value}`),
          }))}
          value={remap.variables?.dates ?? orderIn(of[0]) ?? "day_first"}
          onChange={(dates) => remap.mutate({ dates })}
        />
      </div>
      {remap.error && <p>{sayError(remap.error)}</p>}
    </Notice>
  );
}

function Sentences({ of }: { of: readonly ImportWarning[] }) {
  return (
    <div className={css.sentences}>
      {of.map((warning) => (
        <p key={`${warning.code} ${warning.field}`}>{sayWarning(warning)}</p>
      ))}
    </div>
  );
}

function Rows({ id, plan }: { id: string; plan: RowPlan }) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const pages = useInfiniteQuery({
    queryKey: ["import_rows", id, plan],
    queryFn: ({ pageParam }) => ask(commands.importRows({ id, plan, offset: pageParam, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (page, all) => (page.length < PAGE ? undefined : all.length * PAGE),
    meta: { tags: ["imports"] },
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = pages;
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasNextPage || isFetchingNextPage || typeof IntersectionObserver === "undefined") return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "400px",
    });
    seen.observe(mark);
    return () => seen.disconnect();
  }, [hasNextPage, fetchNextPage, isFetchingNextPage]);
  const rows = pages.data?.pages.flat();
  if (!rows) return <SkeletonRows rows={8} />;
  if (rows.length === 0) return <p className={css.noRows}>{t("imports:check.noRows")}</p>;
  return (
    <div className={css.scroll}>
      <table className={css.table} data-rows="true">
        <thead>
          <tr>
            <th scope="col">{t("imports:check.line")}</th>
            <th scope="col">{t("imports:field.full_name")}</th>
            <th scope="col">{t("imports:field.title")}</th>
            <th scope="col">{t("imports:field.company")}</th>
            <th scope="col">{t("imports:field.email")}</th>
            <th scope="col">{t("imports:check.why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </div>
  );
}

function Row({ row }: { row: ImportRowView }) {
  const t = useText();
  const cell = (field: string, value: string) => {
    const change = row.changes.find((other) => other.field === field);
    if (!change) return <td title={value}>{value}</td>;
    if (change.kept) {
      return (
        <td data-kept="true">
          {change.old}
          <small>{t("imports:check.kept", { value: change.new })}</small>
        </td>
      );
    }
    return (
      <td data-diff="true">
        <DiffCell before={change.old} after={change.new} />
      </td>
    );
  };
  const shown = new Set(["title", "company", "email"]);
  const others = row.changes.filter((change) => !shown.has(change.field) && !change.kept);
  return (
    <tr>
      <td className={css.quiet}>{row.line}</td>
      {row.plan === "reject" ? (
        <Refused row={row} />
      ) : (
        <>
          <td data-name="true" title={row.name}>
            {row.plan === "create" && <b className={css.plus}>+</b>}
            {row.name || <span className={css.missing}>{t("common:empty")}</span>}
          </td>
          {cell("title", row.title)}
          {cell("company", row.company)}
          {cell("email", row.email)}
        </>
      )}
      <td className={css.quiet}>
        {[
          row.reason ? sayReason(row.reason) : "",
          row.suppressed ? t("imports:check.onList") : "",
          ...others.map(({ field, old, new: now }) =>
            t("imports:check.change", {
              field: fieldWords(field, t),
              before: old || t("common:empty"),
              after: now || t("common:empty"),
            }),
          ),
        ]
          .filter(Boolean)
          .join(" · ")}
      </td>
    </tr>
  );
}

/** What stands in a refused line, seldom a name: it has the room of all the cells that say nothing. */
function Refused({ row }: { row: ImportRowView }) {
  const t = useText();
  const hidden = row.reason?.code === "imports.hidden_member";
  return (
    <td colSpan={4} className={css.refused} title={row.name}>
      {hidden && t("imports:check.hiddenMember")}
      {hidden && " "}
      <span className={row.name ? css.quiet : css.missing}>{row.name || t("common:empty")}</span>
    </td>
  );
}

function fieldWords(field: string, t: ReturnType<typeof useText>): string {
  return t(`imports:field.${field as "phone"}`);
}
