import { Checkbox, NumberInput } from "@mantine/core";
import { useState } from "react";
import type {
  ImportDates,
  ImportNumbers,
  ImportPreset,
  ImportPreview,
  ImportReading,
  ImportView,
} from "@/data/client";
import { ChoiceField } from "@/design/Field";
import { RadioCards } from "@/design/RadioCards";
import { useLocale, useText } from "@/i18n";
import css from "./import.module.css";
import { encodingName, phoneCountries, presets } from "./reading";
import { orderIn } from "./warnings";

type Separator = NonNullable<ImportReading["delimiter"]>;

interface PanelProps {
  view: ImportView;
  preview: ImportPreview | undefined;
  reading: ImportReading;
  onChange: (change: Partial<ImportReading>) => void;
}

/** Everything that was detected, each with its rivals and what they would make of the file. */
export function ReadingPanel({ view, preview, reading, onChange }: PanelProps) {
  const t = useText();
  if (!preview) return null;
  return (
    <>
      <Sheets preview={preview} reading={reading} onChange={onChange} />
      <Product preview={preview} reading={reading} onChange={onChange} />
      <Encodings preview={preview} reading={reading} onChange={onChange} />
      <Separators preview={preview} reading={reading} onChange={onChange} />
      <Header preview={preview} onChange={onChange} />
      <Dates view={view} preview={preview} reading={reading} onChange={onChange} />
      <Country preview={preview} onChange={onChange} />
      <ChoiceField
        label={t("imports:read.numbers")}
        data={(["comma", "point"] as const).map((value) => ({ value, label: t(`imports:numbers.${value}`) }))}
        value={preview.numbers}
        allowDeselect={false}
        onChange={(value) => value && onChange({ numbers: value as ImportNumbers })}
      />
    </>
  );
}

type PartProps = Omit<PanelProps, "view" | "preview"> & { preview: ImportPreview };

/** The sheets of a workbook that has several. */
function Sheets({ preview, reading, onChange }: PartProps) {
  const t = useText();
  if (preview.sheets.length < 2) return null;
  return (
    <ChoiceField
      label={t("imports:read.sheet")}
      hint={t("imports:read.sheets", { count: preview.sheets.length })}
      allowDeselect={false}
      data={[...preview.sheets]}
      value={reading.sheet ?? preview.sheet}
      // What was told of one sheet says nothing of another.
      onChange={(sheet) => sheet && onChange({ sheet, headerLine: null, preset: null })}
    />
  );
}

/** Whose export the table is: recognised by its columns, and the seller's to say. */
function Product({ preview, reading, onChange }: PartProps) {
  const t = useText();
  if (preview.headerLine === 0 || preview.recognised === "vcard") return null;
  const found = preview.recognised === "other" ? "imports:read.unrecognised" : "imports:read.recognised";
  return (
    <ChoiceField
      label={t("imports:read.product")}
      hint={t(reading.preset === null ? found : "imports:read.yours")}
      allowDeselect={false}
      data={presets.map((value) => ({ value, label: t(`imports:preset.${value}`) }))}
      value={reading.preset ?? preview.preset}
      onChange={(value) =>
        value && onChange({ preset: value === preview.recognised ? null : (value as ImportPreset) })
      }
    />
  );
}

/** Which line names the columns, if one does. */
function Header({ preview, onChange }: Pick<PartProps, "preview" | "onChange">) {
  const t = useText();
  const named = preview.headerLine > 0;
  const [last, setLast] = useState(Math.max(preview.headerLine, 1));
  if (preview.recognised === "vcard") return null;
  return (
    <div className={css.headerLine}>
      <Checkbox
        label={t("imports:read.named")}
        description={named ? undefined : t("imports:read.unnamed")}
        checked={named}
        onChange={(event) => {
          const now = event.currentTarget.checked;
          if (!now) setLast(preview.headerLine);
          onChange(now ? { headerLine: last } : { headerLine: 0, preset: null });
        }}
      />
      {named && (
        <NumberInput
          label={t("imports:read.header")}
          description={t("imports:read.headerHint")}
          min={1}
          max={1000}
          allowDecimal={false}
          value={preview.headerLine}
          onChange={(line) => {
            if (typeof line === "number" && line > 0 && line !== preview.headerLine)
              onChange({ headerLine: line });
          }}
        />
      )}
    </div>
  );
}

function Encodings({ preview, reading, onChange }: PartProps) {
  const t = useText();
  const rivals = preview.encodings;
  const here = rivals.find(({ value }) => value.toLowerCase() === preview.encoding.toLowerCase());
  // An encoding that breaks nothing and changes nothing is no choice.
  const shown = rivals.filter(
    (rival) => rival === here || rival.detected || (rival.sample && rival.sample !== here?.sample),
  );
  if (!here) return null;
  return (
    <RadioCards<string>
      label={t("imports:read.encoding")}
      note={t(reading.encoding === null ? "imports:read.detected" : "imports:read.yours")}
      cards={shown.slice(0, 4).map((rival) => ({
        value: rival.value,
        label: encodingName(rival.value),
        detail: (
          <>
            {rival.sample && <code className={css.sample}>{rival.sample}</code>}
            {rival.broken > 0 ? t("imports:read.broken", { count: rival.broken }) : null}
          </>
        ),
      }))}
      value={here.value}
      onChange={(value) =>
        onChange({ encoding: rivals.find((rival) => rival.value === value)?.detected ? null : value })
      }
    />
  );
}

function Separators({ preview, reading, onChange }: PartProps) {
  const t = useText();
  const rivals = preview.delimiters;
  // One column is what any wrong separator gives: only rivals that give a table are worth a look, beside the likeliest one.
  const shown = rivals.filter(
    ({ value, detected, columns }) => value === preview.delimiter || detected || columns > 1,
  );
  const padded =
    shown.length > 1
      ? shown
      : rivals.filter((rival) => shown.includes(rival) || rival.value === other(preview.delimiter));
  if (rivals.length === 0) return null;
  return (
    <RadioCards<string>
      label={t("imports:read.separator")}
      note={t(reading.delimiter === null ? "imports:read.detected" : "imports:read.yours")}
      cards={padded.map((rival) => ({
        value: rival.value,
        label: t(`imports:separator.${rival.value as Separator}`),
        detail: rival.broken
          ? t("imports:read.uneven", { columns: rival.columns, count: rival.broken })
          : t("imports:read.cells", { columns: rival.columns }),
      }))}
      value={preview.delimiter}
      onChange={(value) =>
        onChange({
          delimiter: rivals.find((rival) => rival.value === value)?.detected ? null : (value as Separator),
          headerLine: null,
        })
      }
    />
  );
}

function other(delimiter: string): string {
  return delimiter === "semicolon" ? "comma" : "semicolon";
}

function Dates({ view, preview, reading, onChange }: PartProps & { view: ImportView }) {
  const t = useText();
  const columns = preview.columns.filter(({ field }) => field === "connected_on" || field === "added_on");
  if (columns.length === 0) return null;
  const open = view.warnings.find(({ code }) => code.startsWith("imports.date_order"));
  return (
    <RadioCards<ImportDates>
      label={t("imports:read.dates")}
      note={columns.map(({ header }) => header).join(", ")}
      cards={(["day_first", "month_first"] as const).map((value) => ({
        value,
        label: t(`imports:dates.${value}`),
        detail: <code className={css.sample}>{value === "day_first" ? "31/12/2026" : "12/31/2026"}</code>,
      }))}
      value={reading.dates ?? orderIn(open) ?? "day_first"}
      onChange={(dates) => onChange({ dates })}
    />
  );
}

function Country({ preview, onChange }: Pick<PartProps, "preview" | "onChange">) {
  const t = useText();
  const language = useLocale();
  const names = new Intl.DisplayNames([language], { type: "region" });
  const known = [...new Set<string>([preview.country, ...phoneCountries])].filter((code) =>
    /^[A-Z]{2}$/.test(code),
  );
  const choices = known.map((value) => ({ value, label: names.of(value) ?? value }));
  return (
    <ChoiceField
      label={t("imports:read.country")}
      searchable
      allowDeselect={false}
      data={choices}
      value={preview.country}
      onChange={(country) => country && onChange({ country })}
    />
  );
}
