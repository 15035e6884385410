import { useState } from "react";
import { act } from "@/data/act";
import { commands, type PersonDetail } from "@/data/client";
import { ChoiceField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { InlineText } from "@/features/list/InlineText";
import { Line, Lines } from "@/features/list/Line";
import { useText } from "@/i18n";

/** Every value of a person, each edited where it stands. */
export function Details({ person }: { person: PersonDetail }) {
  const t = useText();
  const format = useFormat();
  const { row } = person;
  const save = (field: string) => (value: string) =>
    act(commands.peopleUpdate({ id: row.id, values: [{ field, value }] })).then((done) => done !== undefined);
  const lines = [
    ["first_name", row.firstName],
    ["last_name", row.lastName],
    ["title", row.title],
    ["company", row.company],
    ["linkedin_url", row.linkedinUrl],
    ["location", row.location],
    ["time_zone", person.timeZone],
  ] as const;
  return (
    <Lines>
      {lines.map(([field, value]) => (
        <Line key={field} label={t(`people:detail.${field}`)}>
          <InlineText label={t(`people:detail.${field}`)} value={value} onSave={save(field)} />
        </Line>
      ))}
      <Line label={t("people:detail.language")}>
        <ChoiceField
          aria-label={t("people:detail.language")}
          data={[
            { value: "", label: t("people:languageAuto") },
            { value: "fr", label: t("common:locale.fr") },
            { value: "en", label: t("common:locale.en") },
          ]}
          value={person.language}
          onChange={(value) => void save("language")(value ?? "")}
        />
      </Line>
      <Line label={t("people:detail.notes")}>
        <InlineText label={t("people:detail.notes")} value={person.notes} onSave={save("notes")} long />
      </Line>
      <Line label={t("people:detail.consent")}>
        <Consent person={person} />
      </Line>
      <Line label={t("people:detail.source")}>
        {[t(`people:source.${person.source as "csv"}`), person.sourceDetail, format.shortDay(row.addedOn)]
          .filter(Boolean)
          .join(", ")}
      </Line>
    </Lines>
  );
}

function Consent({ person }: { person: PersonDetail }) {
  const t = useText();
  const [asked] = useState(person.consent?.note ?? "");
  return (
    <InlineText
      label={t("people:detail.consent")}
      value={asked}
      placeholder={t("people:noConsent")}
      onSave={(note) =>
        act(commands.peopleConsent({ id: person.row.id, note })).then((done) => done !== undefined)
      }
    />
  );
}
