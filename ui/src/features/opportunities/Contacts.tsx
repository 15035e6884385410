import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { act } from "@/data/act";
import { type ContactRole, commands, type OpportunityDetail, type RoleWord } from "@/data/client";
import { IconButton } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { said } from "@/features/list/edits";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import css from "./opportunities.module.css";
import { PersonPick } from "./RecordPick";

const roles: readonly RoleWord[] = ["decision_maker", "influencer", "user", "buyer", "blocker", "other"];

/** Who is in an opportunity, and as what. */
export function Contacts({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useText();
  const { contacts, row } = opportunity;
  const known = contacts.flatMap(({ person, role }) => (role ? [{ person, role }] : []));
  const save = async (next: ContactRole[]) => {
    const done = await act(commands.opportunitiesContacts({ id: row.id, contacts: next }));
    if (done) void said(t("opportunities:contacts.changed", { name: row.name }));
  };
  const without = (person: string) => known.filter((one) => one.person !== person);
  return (
    <section>
      <div className={record.section}>
        <h3>{t("opportunities:contacts.title")}</h3>
      </div>
      <ul className={css.contacts}>
        {contacts.map((one) => (
          <li key={one.person} className={css.contact}>
            <span>
              <Link to="/people" search={{ person: one.person }}>
                {one.name}
              </Link>{" "}
              {one.main ? t("opportunities:contacts.main") : one.title}
            </span>
            <ChoiceField
              aria-label={t("opportunities:contacts.role", { name: one.name })}
              placeholder={t("opportunities:contacts.noRole")}
              data={roles.map((value) => ({ value, label: t(`opportunities:role.${value}`) }))}
              value={one.role}
              clearable={one.main}
              allowDeselect={false}
              onChange={(role) =>
                void save([
                  ...without(one.person),
                  ...(role ? [{ person: one.person, role: role as RoleWord }] : []),
                ])
              }
            />
            {!one.main && (
              <IconButton
                label={t("opportunities:contacts.remove", { name: one.name })}
                icon={X}
                onClick={() => void save(without(one.person))}
              />
            )}
          </li>
        ))}
      </ul>
      <PersonPick
        // Somebody who was added leaves the field to the next one.
        key={contacts.length}
        aria-label={t("opportunities:contacts.add")}
        placeholder={t("opportunities:contacts.add")}
        value={undefined}
        onPick={(person) => {
          if (person && !contacts.some((one) => one.person === person.id))
            void save([...known, { person: person.id, role: "other" }]);
        }}
      />
    </section>
  );
}
