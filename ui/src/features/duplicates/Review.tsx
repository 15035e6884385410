import { UserX } from "lucide-react";
import { type CSSProperties, useId } from "react";
import type { DuplicateGroup, DuplicateRecord, DuplicatesReview } from "@/data/client";
import { sayReason } from "@/data/say";
import { IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { Radio } from "@/design/Radio";
import { Tag } from "@/design/Tag";
import { useStatuses } from "@/features/people/statuses";
import { type Text, type TextKey, useText } from "@/i18n";
import css from "./duplicates.module.css";
import { keptBehind, keptValue, type Row } from "./fields";
import { letter, reasonWords, verdictKey } from "./words";

/** Records whose values fit beside each other; more are scrolled through, with their own field and what they become in sight. */
const FEW = 3;

interface ReviewProps {
  group: DuplicateGroup;
  review: DuplicatesReview;
  rows: readonly Row[];
  onKeep: (row: Row, record: string) => void;
  /** Tells one record apart from the others; only where there are more than two. */
  onApart: (record: string) => void;
}

/** The records side by side, and at the right what they become. */
export function Review({ group, review, rows, onKeep, onApart }: ReviewProps) {
  const t = useText();
  const statuses = useStatuses();
  const format = useFormat();
  const name = useId();
  const { records } = review;
  const history = records.reduce((sum, record) => sum + record.history, 0);
  const person = review.kind === "person";
  const stay = rows.some((row) => keptBehind(row, review).length > 0);
  const many = records.length > FEW;
  const changes = review.changes.filter((change) => change.code !== "merge.histories" || history > 0);
  return (
    <>
      <header className={css.head}>
        <div className={css.verdict}>
          <h2>{t(verdictKey(group))}</h2>
          <Tag tone="accent">{t("duplicates:score", { score: group.score })}</Tag>
        </div>
        <ul className={css.reasons}>
          {group.reasons.map((reason) => (
            <li key={`${reason.part}-${reason.likeness}`}>
              <Tag tone={reason.speaks ? "quiet" : "warn"}>{reasonWords(reason, t)}</Tag>
            </li>
          ))}
        </ul>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={css.scroll} aria-label={t(verdictKey(group))} tabIndex={0}>
        <table
          className={css.compare}
          data-many={many || undefined}
          style={{ "--records": records.length } as CSSProperties}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className={css.hidden}>{t("duplicates:field")}</span>
              </th>
              {records.map((record, place) => (
                <th key={record.id} scope="col">
                  <span className={css.recordHead}>
                    <b>{t("duplicates:record", { letter: letter(place) })}</b>
                    {records.length > 2 && (
                      <IconButton
                        label={t("duplicates:apart")}
                        icon={UserX}
                        onClick={() => onApart(record.id)}
                      />
                    )}
                  </span>
                  <p>{about(record, person, t, format.shortDay)}</p>
                </th>
              ))}
              <th scope="col">
                <b>{t("duplicates:after")}</b>
                <p>{t(person ? "duplicates:together" : "duplicates:togetherPeople", { count: history })}</p>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-same={row.same || undefined}>
                <th scope="row">{fieldWords(row.id, review, t)}</th>
                {records.map((record, place) => (
                  <td key={record.id}>
                    <Pick
                      row={row}
                      record={record}
                      value={row.values[place] ?? ""}
                      name={`${name}-${row.id}`}
                      onKeep={() => onKeep(row, record.id)}
                    />
                  </td>
                ))}
                <td>
                  <Value
                    text={shown(row.id, keptValue(row, review), statuses.name, format.longDay)}
                    behind={keptBehind(row, review).map((value) =>
                      shown(row.id, value, statuses.name, format.longDay),
                    )}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {(stay || changes.length > 0) && (
          <div className={css.changes}>
            <Notice tone="quiet" title={t("duplicates:changes")}>
              {stay && <p>{t(person ? "duplicates:stayPerson" : "duplicates:stayCompany")}</p>}
              {changes.map((change) => (
                <p key={change.code}>{sayReason(change)}</p>
              ))}
            </Notice>
          </div>
        )}
      </section>
    </>
  );
}

interface PickProps {
  row: Row;
  record: DuplicateRecord;
  value: string;
  name: string;
  onKeep: () => void;
}

/** One value: clicked to keep it; plain where there is nothing to choose. */
function Pick({ row, record, value, name, onKeep }: PickProps) {
  const t = useText();
  const statuses = useStatuses();
  const format = useFormat();
  const words = shown(row.id, value, statuses.name, format.longDay);
  if (value === "") return <span className={css.nothing}>{t("duplicates:empty")}</span>;
  if (row.same || row.united)
    return (
      <span className={css.plain} title={words}>
        {words}
      </span>
    );
  const typed = record.values.find((one) => one.field === row.fields[0])?.source === "typed";
  return (
    <label className={css.pick} title={words}>
      <Radio
        name={name}
        checked={row.kept === record.id}
        onChange={onKeep}
        aria-label={t("duplicates:keep", { value: words })}
      />
      <span>{words}</span>
      <span className={css.source} data-typed={typed || undefined}>
        {t(typed ? "duplicates:typed" : "duplicates:imported")}
      </span>
    </label>
  );
}

/** What stands there after the merge, and how many others stay behind it. */
function Value({ text, behind }: { text: string; behind: readonly string[] }) {
  const t = useText();
  if (text === "") return <span className={css.nothing}>{t("duplicates:empty")}</span>;
  return (
    <span className={css.value}>
      <span title={text}>{text}</span>
      {behind.length > 0 && (
        <small title={behind.join("\n")}>{t("duplicates:behind", { count: behind.length })}</small>
      )}
    </span>
  );
}

/** Where a record comes from, and how much is tied to it. */
function about(record: DuplicateRecord, person: boolean, t: Text, day: (at: string) => string): string {
  const source =
    record.source === ""
      ? t("duplicates:createdOn", { day: day(record.createdAt) })
      : t("duplicates:from", {
          source: t(`people:source.${record.source}` as TextKey),
          day: day(record.createdAt),
        });
  const tied = t(person ? "duplicates:lines" : "duplicates:people", { count: record.history });
  return `${source}, ${tied}`;
}

/** A field as the screens call it. */
function fieldWords(row: string, review: DuplicatesReview, t: Text): string {
  if (row === "name") return t("duplicates:name");
  if (row === "address") return t("duplicates:address");
  if (row === "connected_on") return t("duplicates:connectedOn");
  const words = t(`history:field.${row}` as TextKey);
  void review;
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** A value as the screens show it: codes are words, days are days. */
function shown(
  row: string,
  value: string,
  status: (key: string) => string,
  day: (value: string) => string,
): string {
  if (value === "") return "";
  if (row === "status") return status(value);
  if (row === "linkedin_url") return value.replace(/^https?:\/\/(www\.)?linkedin\.com/, "");
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
}
