import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArchiveRestore, CalendarClock, Ellipsis, Trash2, X } from "lucide-react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { type CompanyDetail, commands } from "@/data/client";
import { read, type Tag as Stale } from "@/data/queries";
import { Avatar } from "@/design/Avatar";
import { IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { PendingPanel } from "@/design/PendingPanel";
import { SidePanel } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { Composer } from "@/features/agenda/Composer";
import { Contacts } from "@/features/contacts/Contacts";
import { CustomLines } from "@/features/custom/CustomLines";
import { Ties } from "@/features/duplicates/Ties";
import { Files } from "@/features/files/Files";
import { RecordHistory } from "@/features/history/RecordHistory";
import record from "@/features/list/record.module.css";
import { OpportunitiesOf } from "@/features/opportunities/OpportunitiesOf";
import { useNextWords } from "@/features/people/cells";
import { StatusGlyph } from "@/features/people/StatusGlyph";
import { useStatuses } from "@/features/people/statuses";
import { Happenings, PAGE } from "@/features/people/Timeline";
import { fullName } from "@/features/people/words";
import { TagLine } from "@/features/tags/TagLine";
import { useText } from "@/i18n";
import css from "./companies.module.css";
import { Details } from "./Details";
import { Identifiers } from "./Identifiers";

const tags: readonly Stale[] = ["companies", "people", "opportunities", "outbox", "followups", "linkedin"];

/** People shown in the panel; the list of people has the others. */
const SHOWN = 6;

/** One company beside the list: what is known of it, its numbers, its people, and what happened with them. */
export function CompanyPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const company = useQuery(read(["companies_get", id], tags, () => commands.companiesGet({ id })));
  if (!company.data) {
    return (
      <PendingPanel
        label={t("companies:panel")}
        unreadable={t("companies:notFound")}
        error={company.error}
        onClose={onClose}
      />
    );
  }
  return (
    <SidePanel
      label={company.data.row.name}
      head={<Head company={company.data} onClose={onClose} />}
      foot={<Composer company={{ id, name: company.data.row.name }} />}
    >
      <NextLine company={company.data} />
      <Ties kind="company" id={company.data.row.id} />
      <People company={company.data} />
      <Contacts
        owner={{ kind: "company", id }}
        // The head office is among the details.
        points={company.data.contacts.filter((point) => point.kind !== "address" || point.id !== id)}
      />
      <Files of={{ kind: "company", id }} name={company.data.row.name} />
      <OpportunitiesOf company={company.data.row.id} />
      <Identifiers company={company.data} />
      <Details company={company.data} />
      <CustomLines of="companies" id={company.data.row.id} values={company.data.row.custom} />
      <RecordHistory kind="company" id={id} />
      <Happenings
        name="companies_timeline"
        id={id}
        title={t("people:timeline.title")}
        none={t("people:timeline.none")}
        tags={tags}
        fetch={async (before, kinds) =>
          (await ask(commands.companiesTimeline({ id, before, limit: PAGE, kinds }))).map(
            ({ person, name, item }) => ({
              item,
              ...(person && {
                who: (
                  <Link to="/people" search={{ person }}>
                    {name}
                  </Link>
                ),
              }),
            }),
          )
        }
      />
    </SidePanel>
  );
}

function Head({ company, onClose }: { company: CompanyDetail; onClose: () => void }) {
  const t = useText();
  const { row } = company;
  const under = [row.activity, row.city].filter(Boolean).join(", ");
  return (
    <>
      <div className={record.who}>
        <Avatar name={row.name} of="company" size="lg" />
        <div>
          <h2 className={record.whoName} title={row.name}>
            {row.name}
          </h2>
          <p className={record.whoTitle} title={under}>
            {under || row.website}
          </p>
        </div>
        <div className={record.whoActs}>
          <MoreMenu company={company} onClose={onClose} />
          <IconButton label={t("common:close")} icon={X} keys="escape" onClick={onClose} />
        </div>
      </div>
      <div className={record.tags}>
        {row.sample && <Tag tone="accent">{t("companies:sample")}</Tag>}
        {row.headcount !== null && <Tag>{t("companies:headcountIs", { count: row.headcount })}</Tag>}
        <TagLine tags={row.tags} hand={{ of: "companies", selection: { kind: "ids", ids: [row.id] } }} />
      </div>
    </>
  );
}

function MoreMenu({ company, onClose }: { company: CompanyDetail; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const remove = async () => {
    const done = await act(commands.companiesDelete({ kind: "ids", ids: [company.row.id] }), (changed) =>
      t("companies:bulk.removed", { count: changed.count }),
    );
    if (done) onClose();
  };
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t("companies:more")} icon={Ellipsis} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon of={Trash2} />} onClick={() => void remove()}>
          {t("companies:bulk.remove")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon of={ArchiveRestore} />} onClick={() => void navigate({ to: "/trash" })}>
          {t("trash:open")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function NextLine({ company }: { company: CompanyDetail }) {
  const t = useText();
  const words = useNextWords();
  const { next } = company;
  if (!next) return null;
  return (
    <p className={record.nextStep}>
      <Icon of={CalendarClock} />
      <Link to="/people" search={{ person: next.person }}>
        {t("companies:next", { name: next.name, step: words(next.step) })}
      </Link>
    </p>
  );
}

function People({ company }: { company: CompanyDetail }) {
  const t = useText();
  const statuses = useStatuses();
  const { people, row } = company;
  return (
    <section>
      <div className={record.section}>
        <h3>{t("companies:people.title")}</h3>
        {row.people > Math.min(people.length, SHOWN) && (
          <Link to="/people" search={{ filters: [{ field: "company", op: "is", value: row.name }] }}>
            {t("companies:people.all", { count: row.people })}
          </Link>
        )}
      </div>
      {people.length === 0 && <p className={css.quiet}>{t("companies:people.none")}</p>}
      <ul className={css.people}>
        {people.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <Link className={css.person} to="/people" search={{ person: person.id }}>
              <StatusGlyph status={person.status} />
              <b>{fullName(person)}</b>
              <span className={css.title}>{person.title}</span>
              <span className={css.status}>{statuses.short(person.status)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
