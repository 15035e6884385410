import { ArrowRight, Check, Minus } from "lucide-react";
import { useState } from "react";
import { sayError } from "@/data/say";
import { ChoiceField } from "@/design/Field";
import { Icon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { useFields } from "@/features/custom/queries";
import { useText } from "@/i18n";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { NewColumnField } from "./NewColumnField";
import { ownField } from "./own";
import { toldBy } from "./reading";
import { type ImportField, importFields, remapped } from "./steps";
import { useRemap } from "./useRemap";

/** The choice that opens the form of a new field. */
const NEW = "new";

/** One row a column: its name, three values, the field it goes to. */
export function MapStep({ view, go }: StepProps) {
  const t = useText();
  const [fields, setFields] = useState(() => view.columns.map((column) => column.field));
  const remap = useRemap(view);
  const given = fields.filter((field) => field !== null).length;
  const beside = view.columns.filter(
    ({ tellsOf }, index) => tellsOf !== null && fields[index] === null,
  ).length;
  const changed = fields.some((field, index) => field !== view.columns[index]?.field);
  const next = () => {
    if (changed) remap.mutate({ columns: fields }, { onSuccess: () => go("match") });
    else go("match");
  };
  const own = useFields("people");
  const [making, setMaking] = useState<number>();
  // The seller's own fields stand first: whoever made one for a file looks for it.
  const choices = [
    { value: "", label: t("imports:map.ignore") },
    { value: NEW, label: t("imports:map.newField") },
    {
      group: t("imports:map.own"),
      items: own.map(({ id, name }) => ({ value: ownField(id), label: name })),
    },
    {
      group: t("imports:map.known"),
      items: importFields.map((field: ImportField) => ({ value: field, label: t(`imports:field.${field}`) })),
    },
  ].filter((choice) => !("items" in choice) || choice.items.length > 0);

  return (
    <div className={css.wizard}>
      <div className={css.scroll}>
        <table className={css.table} data-map="true">
          <thead>
            <tr>
              <th scope="col">{t("imports:map.column")}</th>
              <th scope="col">{t("imports:map.values")}</th>
              <th scope="col">{t("imports:map.goesTo")}</th>
              <th scope="col">{t("imports:map.because")}</th>
            </tr>
          </thead>
          <tbody>
            {view.columns.map((column, index) => {
              const field = fields[index] ?? null;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file may have one name twice and never move
                <tr key={index} data-off={(field === null && column.tellsOf === null) || undefined}>
                  <th scope="row">{column.header || t("imports:map.unnamed", { n: index + 1 })}</th>
                  <td className={css.quiet}>
                    <span className={css.values}>
                      {column.samples.filter(Boolean).join(" · ") || t("common:empty")}
                    </span>
                    <Icon of={ArrowRight} size={14} />
                  </td>
                  <td>
                    <ChoiceField
                      aria-label={t("imports:map.fieldOf", { column: column.header })}
                      data={choices}
                      searchable
                      value={making === index ? NEW : (field ?? "")}
                      onChange={(value) => {
                        setMaking(value === NEW ? index : undefined);
                        if (value !== NEW) setFields((now) => remapped(now, index, value || null));
                      }}
                    />
                    {making === index && (
                      <NewColumnField
                        header={column.header}
                        samples={column.samples}
                        onMade={(id) => {
                          setMaking(undefined);
                          setFields((now) => remapped(now, index, ownField(id)));
                        }}
                        onCancel={() => setMaking(undefined)}
                      />
                    )}
                  </td>
                  <td className={css.because}>
                    <Icon of={field === null && column.tellsOf === null ? Minus : Check} size={14} />
                    {field === null
                      ? column.tellsOf === null
                        ? t("imports:map.leftOut")
                        : t("imports:map.tellsOf", { column: view.columns[column.tellsOf]?.header ?? "" })
                      : field === column.field
                        ? t(view.remembered ? "imports:map.byMemory" : `imports:map.by.${toldBy(view)}`, {
                            product: t(`imports:preset.${view.preset}`),
                          })
                        : t("imports:map.byYou")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {remap.error && (
          <div className={css.column}>
            <Notice tone="bad" title={t("imports:map.refused")}>
              {sayError(remap.error)}
            </Notice>
          </div>
        )}
      </div>
      <Foot
        back="read"
        go={go}
        words={t("imports:map.count", { taken: given + beside, left: fields.length - given - beside })}
        next={{
          label: t("imports:map.next"),
          run: next,
          busy: remap.isPending,
          blocked: given === 0 ? t("imports:map.none") : undefined,
        }}
      />
    </div>
  );
}
