import { Check, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { commands, type ToQualify } from "@/data/client";
import { Avatar } from "@/design/Avatar";
import { Button, IconButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import { SidePanel } from "@/design/SidePanel";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import css from "./capture.module.css";

/** What is asked for a part of the score, by the names of the fields that are typed. */
const fields: Record<string, string> = { place: "city" };

/** The completion form of somebody noted in two seconds: what is missing, and what it counts. */
export function QualifyPanel({ row, onClose }: { row: ToQualify; onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, string>>({});
  const missing = row.parts.filter((part) => !part.known);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    const typed = Object.entries(values)
      .filter(([, value]) => value.trim() !== "")
      .map(([field, value]) => ({
        field: field === "place" && row.kind === "person" ? "location" : (fields[field] ?? field),
        value: value.trim(),
      }));
    if (typed.length === 0) return true;
    const request = { id: row.id, values: typed };
    const done = await (row.kind === "person"
      ? act(commands.peopleUpdate(request))
      : act(commands.companiesUpdate(request)));
    if (done) setValues({});
    return done !== undefined;
  };
  const qualified = async () => {
    if (!(await save())) return;
    const done = await act(commands.captureDone({ ids: [row.id], back: false }), (changed) =>
      t("capture:qualified", { count: changed.count }),
    );
    if (done) onClose();
  };
  return (
    <SidePanel
      label={row.name}
      head={
        <div className={record.who}>
          <Avatar name={row.name} of={row.kind} size="lg" />
          <h2 className={record.whoName}>{row.name}</h2>
          <div className={record.whoActs}>
            <IconButton label={t("common:close")} icon={X} keys="escape" onClick={onClose} />
          </div>
        </div>
      }
      foot={
        <div className={record.newActs}>
          <Button onClick={() => void save()}>{t("common:save")}</Button>
          <Button kind="primary" icon={Check} onClick={() => void qualified()}>
            {t("capture:done")}
          </Button>
        </div>
      }
    >
      <p className={css.why}>{t("capture:why", { score: row.score })}</p>
      <form className={css.form} onSubmit={(event) => void save(event)}>
        {missing.map((part) => (
          <TextField
            key={part.field}
            label={t(`capture:part.${part.field as "email"}`)}
            hint={t("capture:points", { points: part.points })}
            value={values[part.field] ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setValues((now) => ({ ...now, [part.field]: value }));
            }}
          />
        ))}
        <button type="submit" hidden />
      </form>
      {missing.length === 0 && <p>{t("capture:complete")}</p>}
    </SidePanel>
  );
}
