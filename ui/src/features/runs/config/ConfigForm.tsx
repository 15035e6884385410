import { NumberInput, Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { useSetting } from "@/data/desk";
import { AreaField } from "@/design/Field";
import { SegmentedControl } from "@/design/Tabs";
import { useLocale, useText } from "@/i18n";
import css from "./config.module.css";
import type { RunDocument } from "./document";
import { TemplateField } from "./TemplateField";

interface ConfigFormProps {
  value: RunDocument;
  onChange: (path: string, value: string | number | boolean) => void;
  /** A field was left: the moment to save. */
  onLeave: () => void;
}

/** How a fallback is written, shown under each template. */
const FALLBACK = '{{ first_name | default("…") }}';

/** What a run does, as a form over its document. */
export function ConfigForm({ value, onChange, onLeave }: ConfigFormProps) {
  const t = useText();
  const limit = Number(useSetting("linkedin.note_characters") ?? 200);
  const set = (path: string) => (next: string | number | boolean) => onChange(path, next);
  return (
    <div className={css.form}>
      <Group title={t("runs:config.email")}>
        <Toggle
          label={t("runs:config.generate")}
          hint={t("runs:config.generateHint")}
          checked={value.actions.generateEmails}
          onChange={set("actions.generateEmails")}
        />
        <Row label={t("runs:config.then")}>
          <SegmentedControl
            label={t("runs:config.then")}
            value={value.actions.sendEmails ? "send" : "drafts"}
            onChange={(choice) => set("actions.sendEmails")(choice === "send")}
            choices={[
              { value: "drafts", label: t("runs:sends.drafts") },
              { value: "send", label: t("runs:sends.send") },
            ]}
          />
        </Row>
        <AreaField
          label={t("runs:config.context")}
          hint={t("runs:config.contextHint")}
          value={value.emailContext}
          minRows={4}
          maxRows={12}
          onChange={(event) => onChange("emailContext", event.currentTarget.value)}
          onBlur={onLeave}
        />
      </Group>
      <Group title={t("runs:config.linkedin")}>
        <Toggle
          label={t("runs:config.notes")}
          hint={t("runs:config.notesHint")}
          checked={value.actions.sendLinkedInConnections}
          onChange={set("actions.sendLinkedInConnections")}
        />
        <TemplateField
          label={t("runs:config.note")}
          hint={t("runs:config.templateHint", { example: FALLBACK })}
          value={value.linkedinTemplate}
          limit={limit}
          onChange={set("linkedinTemplate")}
          onLeave={onLeave}
        />
      </Group>
      <Group title={t("runs:config.followups")}>
        <Toggle
          label={t("runs:config.schedule")}
          hint={t("runs:config.scheduleHint")}
          checked={value.actions.scheduleFollowups}
          onChange={set("actions.scheduleFollowups")}
        />
        <Row label={t("runs:config.after")}>
          <Whole
            label={t("runs:config.after")}
            unit={t("runs:config.days")}
            value={value.delays.followupDays}
            max={365}
            onChange={set("delays.followupDays")}
            onLeave={onLeave}
          />
        </Row>
        <Row label={t("runs:config.most")}>
          <Whole
            label={t("runs:config.most")}
            unit={t("runs:config.perPerson")}
            value={value.maxFollowups}
            max={20}
            onChange={set("maxFollowups")}
            onLeave={onLeave}
          />
        </Row>
        <TemplateField
          label={t("runs:config.followup")}
          hint={t("runs:config.templateHint", { example: FALLBACK })}
          value={value.followupTemplate}
          onChange={set("followupTemplate")}
          onLeave={onLeave}
        />
      </Group>
      <Group title={t("runs:config.pace")}>
        <Row label={t("runs:config.between")}>
          <Whole
            label={t("runs:config.between")}
            unit={t("runs:config.seconds")}
            value={value.delays.betweenProspects}
            max={3_600_000}
            step={500}
            scale={1000}
            onChange={set("delays.betweenProspects")}
            onLeave={onLeave}
          />
        </Row>
        <p className={css.hint}>{t("runs:config.paceHint")}</p>
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.group}>
      <h3 className={css.groupTitle}>{title}</h3>
      {children}
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}

function Toggle({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <Switch
      withThumbIndicator={false}
      label={label}
      description={hint}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{ label: css.toggle as string, description: css.hint as string }}
    />
  );
}

interface WholeProps {
  label: string;
  unit: string;
  value: number;
  max: number;
  step?: number;
  /** How many of the document's units make one that is shown: it keeps milliseconds, people read seconds. */
  scale?: number;
  onChange: (value: number) => void;
  onLeave: () => void;
}

/** A whole number of the document, in the unit people know it by. */
function Whole({ label, unit, value, max, step = 1, scale = 1, onChange, onLeave }: WholeProps) {
  const locale = useLocale();
  return (
    <span className={css.whole}>
      <NumberInput
        aria-label={`${label}, ${unit}`}
        className={css.number as string}
        value={value / scale}
        min={0}
        max={max / scale}
        step={step / scale}
        allowDecimal={scale > 1}
        decimalScale={Math.log10(scale)}
        decimalSeparator={locale === "fr" ? "," : "."}
        allowedDecimalSeparators={[",", "."]}
        allowNegative={false}
        clampBehavior="strict"
        onChange={(next) => typeof next === "number" && onChange(Math.round(next * scale))}
        onBlur={onLeave}
      />
      <span aria-hidden="true">{unit}</span>
    </span>
  );
}
