import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import {
  ArchiveRestore,
  Ban,
  CalendarClock,
  Ellipsis,
  Eraser,
  ExternalLink,
  ShieldCheck,
  Trash2,
  X,
} from "lucide-react";
import { useEffect, useState } from "react";
import { act } from "@/data/act";
import { DeskError } from "@/data/ask";
import { commands, type PersonDetail } from "@/data/client";
import { read } from "@/data/queries";
import { Avatar } from "@/design/Avatar";
import { IconButton } from "@/design/Button";
import { profilePath, useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { PendingPanel } from "@/design/PendingPanel";
import { SidePanel } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { Composer } from "@/features/agenda/Composer";
import { Contacts } from "@/features/contacts/Contacts";
import contacts from "@/features/contacts/contacts.module.css";
import { CustomLines } from "@/features/custom/CustomLines";
import { Ties } from "@/features/duplicates/Ties";
import { Files } from "@/features/files/Files";
import { RecordHistory } from "@/features/history/RecordHistory";
import { Fold } from "@/features/list/Fold";
import record from "@/features/list/record.module.css";
import { OpportunitiesOf } from "@/features/opportunities/OpportunitiesOf";
import { VerdictBox } from "@/features/outreach/VerdictBox";
import { EraseDialog } from "@/features/privacy/EraseDialog";
import { PrivacyBox } from "@/features/privacy/PrivacyBox";
import { ScoreBox } from "@/features/scores/ScoreBox";
import { TagLine } from "@/features/tags/TagLine";
import { useText } from "@/i18n";
import { AllowDialog } from "./AllowDialog";
import { useNextWords } from "./cells";
import { Details } from "./Details";
import css from "./people.module.css";
import { StatusGlyph } from "./StatusGlyph";
import { useStatuses } from "./statuses";
import { Timeline } from "./Timeline";
import { TooLong } from "./TooLong";
import { fullName } from "./words";

/** One person beside the list: who they are, why not now, what happened, and a note to add. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const person = useQuery(
    read(["people_get", id], ["people", "outbox", "followups", "linkedin", "settings"], () =>
      commands.peopleGet({ id }),
    ),
  );

  // They were removed while they stood here, alone or with others: there is nobody left to show.
  const gone =
    person.data !== undefined &&
    person.error instanceof DeskError &&
    person.error.code === "people.not_found";
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (gone) return null;

  if (!person.data) {
    return (
      <PendingPanel
        label={t("people:panel")}
        unreadable={t("people:notFound")}
        error={person.error}
        onClose={onClose}
      />
    );
  }
  return (
    <SidePanel
      label={fullName(person.data.row)}
      head={<Head person={person.data} onClose={onClose} />}
      foot={<Composer person={{ id, name: fullName(person.data.row) }} />}
    >
      <VerdictBox
        verdict={person.data.verdict}
        // The gate was asked about a first message; the follow-up named below is another matter.
        refusal={person.data.row.next?.kind === "followup" ? t("people:noSecondFirst") : undefined}
      />
      <NextLine person={person.data} />
      <Ties kind="person" id={person.data.row.id} />
      <Contacts owner={{ kind: "person", id }} points={person.data.contacts}>
        {person.data.row.linkedinUrl && <Profile person={person.data} />}
      </Contacts>
      <Files of={{ kind: "person", id }} name={fullName(person.data.row)} />
      <ScoreBox kind="person" id={person.data.row.id} />
      <OpportunitiesOf person={person.data.row.id} company={person.data.row.companyId ?? undefined} quiet />
      <Fold title={t("people:details")} opens={t("people:showDetails")}>
        <Details person={person.data} />
      </Fold>
      <CustomLines of="people" id={person.data.row.id} values={person.data.row.custom} />
      <PrivacyBox person={person.data} name={fullName(person.data.row)} />
      <RecordHistory kind="person" id={person.data.row.id} />
      <Timeline id={id} />
    </SidePanel>
  );
}

function Head({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const statuses = useStatuses();
  const { row } = person;
  const name = fullName(row);
  return (
    <>
      <div className={record.who}>
        <Avatar name={name} size="lg" />
        <div>
          <h2 className={record.whoName} title={name}>
            {name}
          </h2>
          <p className={record.whoTitle} title={[row.title, row.company].filter(Boolean).join(", ")}>
            {row.title}
            {row.title && row.company && ", "}
            {row.companyId && (
              <Link to="/companies" search={{ company: row.companyId }} title={t("people:openCompany")}>
                {row.company}
              </Link>
            )}
          </p>
        </div>
        <div className={record.whoActs}>
          <MoreMenu person={person} onClose={onClose} />
          <IconButton label={t("common:close")} icon={X} keys="escape" onClick={onClose} />
        </div>
      </div>
      <div className={record.tags}>
        <StatusMenu person={person} />
        <TooLong row={row} status={statuses.of(row.status)} t={t} />
        {row.sample && <Tag tone="accent">{t("people:sample")}</Tag>}
        {row.location && <Tag>{row.location}</Tag>}
        <TagLine tags={row.tags} hand={{ of: "people", selection: { kind: "ids", ids: [row.id] } }} />
        {person.suppression && (
          <Tag tone="bad">{t("people:suppressedSince", { day: format.shortDay(person.suppression.at) })}</Tag>
        )}
      </div>
    </>
  );
}

/** The LinkedIn profile, which is opened by the hand-off queue. */
function Profile({ person }: { person: PersonDetail }) {
  const t = useText();
  return (
    <li className={contacts.point}>
      <Icon of={ExternalLink} size={12} />
      <span className={contacts.line} title={person.row.linkedinUrl}>
        {profilePath(person.row.linkedinUrl)}
      </span>
      <span className={contacts.label}>
        {person.connectedOn ? t("people:connected", { year: person.connectedOn.slice(0, 4) }) : ""}
      </span>
    </li>
  );
}

function StatusMenu({ person }: { person: PersonDetail }) {
  const t = useText();
  const statuses = useStatuses();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={css.statusTag}
          aria-label={t("people:statusIs", { status: statuses.name(person.row.status) })}
        >
          <StatusGlyph status={person.row.status} />
          {statuses.name(person.row.status)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses.offered.map(({ key }) => (
          <Menu.Item
            key={key}
            leftSection={<StatusGlyph status={key} />}
            onClick={() =>
              void act(
                commands.peopleUpdate({ id: person.row.id, values: [{ field: "status", value: key }] }),
              )
            }
          >
            {statuses.name(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreMenu({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [erasing, setErasing] = useState(false);
  const ids = [person.row.id];
  const remove = async () => {
    const done = await act(commands.peopleDelete({ kind: "ids", ids }), (changed) =>
      t("people:bulk.removed", { count: changed.count }),
    );
    if (done) onClose();
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <IconButton label={t("people:more")} icon={Ellipsis} />
        </Menu.Target>
        <Menu.Dropdown>
          {person.suppression ? (
            <Menu.Item leftSection={<Icon of={ShieldCheck} />} onClick={() => setAsking(true)}>
              {t("people:allow")}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Icon of={Ban} />}
              onClick={() =>
                void act(commands.peopleSuppress({ ids, note: "" }), (changed) =>
                  t("people:bulk.suppressed", { count: changed.count }),
                )
              }
            >
              {t("people:bulk.suppress")}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon of={Trash2} />} onClick={() => void remove()}>
            {t("people:bulk.remove")}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<Icon of={Eraser} />} onClick={() => setErasing(true)}>
            {t("privacy:erase.act")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={ArchiveRestore} />}
            onClick={() => void navigate({ to: "/trash" })}
          >
            {t("trash:open")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EraseDialog
        open={erasing}
        ids={ids}
        name={fullName(person.row)}
        onClose={() => setErasing(false)}
        onErased={onClose}
      />
      <AllowDialog person={person} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function NextLine({ person }: { person: PersonDetail }) {
  const words = useNextWords();
  if (!person.row.next) return null;
  return (
    <p className={record.nextStep}>
      <Icon of={CalendarClock} />
      {words(person.row.next)}
    </p>
  );
}
