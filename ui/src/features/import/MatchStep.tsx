import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ImportKey, ImportMode, ImportPolicy, ImportRules } from "@/data/client";
import { sayError } from "@/data/say";
import { ChoiceField } from "@/design/Field";
import { Notice } from "@/design/Notice";
import { RadioCards } from "@/design/RadioCards";
import { useText } from "@/i18n";
import { EverybodyFields } from "./EverybodyFields";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { policyOf, sameRules, withPolicy } from "./rules";
import type { ImportField } from "./steps";
import { useRemap } from "./useRemap";

const modes: readonly ImportMode[] = ["both", "create", "update"];
const keys: readonly ImportKey[] = ["profile", "email", "phone", "name"];
const policies: readonly ImportPolicy[] = ["overwrite", "fill", "overwrite_typed", "never"];

/** Who is the same person, what the import may do to them, and what everybody of the file gets. */
export function MatchStep({ view, go }: StepProps) {
  const t = useText();
  const remap = useRemap(view);
  const [mode, setMode] = useState(view.mode);
  const [rules, setRules] = useState<ImportRules>(view.rules);
  const tell = (change: Partial<ImportRules>) => setRules((now) => ({ ...now, ...change }));
  const changed = mode !== view.mode || !sameRules(rules, view.rules);
  const next = () => {
    if (changed) remap.mutate({ mode, rules }, { onSuccess: () => go("check") });
    else go("check");
  };
  const fields = [
    ...new Set(
      view.columns.flatMap(({ field }) => (field && personField[field] ? [personField[field]] : [])),
    ),
  ];
  return (
    <div className={css.wizard}>
      <div className={css.scroll}>
        <div className={css.column} data-match="true">
          <h2 className={css.figure}>{t("imports:match.title")}</h2>
          <fieldset className={css.keys}>
            <legend className={css.head}>{t("imports:match.same")}</legend>
            {keys.map((key) => (
              <Checkbox
                key={key}
                label={t(`imports:match.key.${key}`)}
                description={key === "phone" ? t("imports:match.phoneHint") : undefined}
                checked={rules.keys.includes(key)}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  tell({ keys: keys.filter((other) => (other === key ? on : rules.keys.includes(other))) });
                }}
              />
            ))}
            {rules.keys.length === 0 && <p className={css.missing}>{t("imports:match.noKey")}</p>}
          </fieldset>
          <RadioCards<ImportMode>
            label={t("imports:match.may")}
            cards={modes.map((value) => ({
              value,
              label: t(`imports:match.${value}`),
              detail: t(`imports:match.${value}Hint`),
            }))}
            value={mode}
            onChange={setMode}
          />
          {mode !== "create" && (
            <>
              <RadioCards<ImportPolicy>
                label={t("imports:match.values")}
                note={t("imports:match.valuesNote")}
                cards={policies.map((value) => ({
                  value,
                  label: t(`imports:policy.${value}`),
                  detail: t(`imports:policyHint.${value}`),
                }))}
                value={rules.usual}
                onChange={(usual) => tell({ usual })}
              />
              <details className={css.exceptions} open={rules.policies.length > 0 || undefined}>
                <summary>{t("imports:match.exceptions", { count: rules.policies.length })}</summary>
                <ul>
                  {fields.map((field) => (
                    <li key={field}>
                      <span>{t(`imports:field.${field as ImportField}`)}</span>
                      <ChoiceField
                        aria-label={t("imports:match.policyOf", {
                          field: t(`imports:field.${field as ImportField}`),
                        })}
                        data={[
                          { value: "", label: t("imports:match.asUsual") },
                          ...policies.map((value) => ({ value, label: t(`imports:policy.${value}`) })),
                        ]}
                        allowDeselect={false}
                        value={policyOf(rules, field) ?? ""}
                        onChange={(value) =>
                          setRules((now) => withPolicy(now, field, (value || null) as ImportPolicy | null))
                        }
                      />
                    </li>
                  ))}
                </ul>
              </details>
            </>
          )}
          <p className={css.quiet}>{t("imports:match.ownHint")}</p>
          <EverybodyFields rules={rules} onChange={tell} />
          {remap.error && (
            <Notice tone="bad" title={t("imports:map.refused")}>
              {sayError(remap.error)}
            </Notice>
          )}
        </div>
      </div>
      <Foot
        back="map"
        go={go}
        words={
          changed
            ? t("imports:match.again")
            : t("imports:match.counts", {
                created: view.created,
                updated: view.updated,
                skipped: view.skipped,
              })
        }
        next={{
          label: t("imports:match.next", { rows: view.rows }),
          run: next,
          busy: remap.isPending,
        }}
      />
    </div>
  );
}

/** The value of a person that a column of the file fills. */
const personField: Partial<Record<string, string>> = {
  first_name: "first_name",
  last_name: "last_name",
  email: "email",
  phone: "phone",
  company: "company",
  title: "title",
  linked_in_url: "linkedin_url",
  location: "location",
  city: "location",
  country: "location",
  notes: "notes",
  status: "status",
  connected_on: "connected_on",
  added_on: "added_on",
  message_sent: "message_sent",
  follow_up_count: "followup_count",
  language: "language",
};
