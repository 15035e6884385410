import { CircleMinus, Undo2 } from "lucide-react";
import type { ImportChange, ImportRowView, ImportView } from "@/data/client";
import { sayReason } from "@/data/say";
import { IconButton } from "@/design/Button";
import { DiffCell } from "@/design/DiffCell";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { cleanedIn } from "./cleaned";
import { EditableCells } from "./EditableCells";
import css from "./import.module.css";
import { ownId } from "./own";
import { RowConflict } from "./RowConflict";
import type { RowActs } from "./useRowActs";

const shown: ReadonlySet<string> = new Set(["title", "company", "email"]);
/** What is added beside what is there, and stands in the place of nothing. */
const adds = /^(tags|list|opted_out|bounced|other_|custom:)/;

/** A line of the check: what becomes of it, why, and what the seller can still do about it. */
export function CheckRow({ line, view, acts }: { line: ImportRowView; view: ImportView; acts: RowActs }) {
  const t = useText();
  const format = useFormat();
  const out = line.reason?.code === "imports.taken_out";
  const cell = (field: string, value: string) => {
    const change = line.changes.find((other) => other.field === field);
    return change ? <ChangedCell change={change} n={line.n} acts={acts} /> : <td title={value}>{value}</td>;
  };
  const others = line.changes.filter((change) => !shown.has(change.field));
  const cleaned = cleanedIn(line, view.columns);
  return (
    <>
      <tr data-out={out || undefined} data-fix={line.correctable || undefined}>
        <td className={css.quiet}>{line.line}</td>
        {line.plan === "reject" ? (
          <Refused line={line} />
        ) : (
          <>
            <td data-name="true" title={line.name}>
              {line.plan === "create" && <b className={css.plus}>+</b>}
              {line.name || <span className={css.missing}>{t("common:empty")}</span>}
            </td>
            {cell("title", line.title)}
            {cell("company", line.company)}
            {cell("email", line.email)}
          </>
        )}
        <td className={css.quiet}>
          {[
            line.reason ? sayReason(line.reason) : "",
            cleaned ? t("imports:check.cleaned", cleaned) : "",
            line.suppressed ? t("imports:check.onList") : "",
            ...others
              .filter((change) => !change.kept && !change.typed)
              .map(({ field, old, new: now }) =>
                adds.test(field)
                  ? t("imports:check.added", { field: fieldWords(field, t, view), value: said(now, format) })
                  : t("imports:check.change", {
                      field: fieldWords(field, t),
                      before: said(old, format) || t("common:empty"),
                      after: said(now, format) || t("common:empty"),
                    }),
              ),
          ]
            .filter(Boolean)
            .map((words) => (
              <p key={words}>{words}</p>
            ))}
          {others
            .filter((change) => change.typed)
            .map((change) => (
              <RowConflict key={change.field} change={change} named n={line.n} acts={acts} />
            ))}
        </td>
        <td className={css.rowAct}>
          <IconButton
            size="sm"
            icon={out ? Undo2 : CircleMinus}
            label={t(out ? "imports:check.takeBack" : "imports:check.leaveOut", { line: line.line })}
            onClick={() => void acts.leave(line.n, !out)}
          />
        </td>
      </tr>
      {line.correctable && !out && <EditableCells line={line} view={view} acts={acts} />}
    </>
  );
}

function ChangedCell({ change, n, acts }: { change: ImportChange; n: number; acts: RowActs }) {
  const t = useText();
  if (change.typed) {
    return (
      <td data-conflict="true">
        <RowConflict change={change} n={n} acts={acts} />
      </td>
    );
  }
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
}

/** What stands in a refused line, seldom a name: it has the room of all the cells that say nothing. */
function Refused({ line }: { line: ImportRowView }) {
  const t = useText();
  const hidden = line.reason?.code === "imports.hidden_member";
  return (
    <td colSpan={4} className={css.refused} title={line.name}>
      {hidden && t("imports:check.hiddenMember")}
      {hidden && " "}
      <span className={line.name ? css.quiet : css.missing}>{line.name || t("common:empty")}</span>
    </td>
  );
}

/** A value as the screens say it: a day is a day with its year, and a number is not broken over lines. */
export function said(value: string, format: ReturnType<typeof useFormat>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.longDay(value);
  return /^\+?[\d .()]{6,}$/.test(value) ? value.replaceAll(" ", "\u00a0") : value;
}

/** The name of a field as the seller knows it; one of their own is called as its column. */
export function fieldWords(
  field: string,
  t: ReturnType<typeof useText>,
  view?: Pick<ImportView, "columns">,
): string {
  if (ownId(field)) return view?.columns.find((column) => column.field === field)?.header ?? "";
  return t(`imports:field.${field as "phone"}`);
}
