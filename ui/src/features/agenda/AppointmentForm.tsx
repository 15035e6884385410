import { Checkbox, MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { type AppointmentKind, type AppointmentView, commands } from "@/data/client";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { localDay, useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import record from "@/features/list/record.module.css";
import { fullName } from "@/features/people/words";
import { useText } from "@/i18n";
import { sayDone, valuesOf } from "./acts";
import { localMinute } from "./when";

/** What a form begins with: nothing, a stretch of time, or an appointment to change. */
export interface Draft {
  one?: AppointmentView;
  starts?: string;
  ends?: string;
  people?: { id: string; name: string }[];
  companyId?: string;
}

const kinds: readonly AppointmentKind[] = ["meeting", "video", "call", "visit", "other"];
const reminders = ["", "0", "10", "30", "60", "1440"] as const;

/** An appointment as a form; what falls together, and where there is room, is told while it is typed. */
export function AppointmentForm({
  draft,
  onClose,
  onKept,
}: {
  draft: Draft;
  onClose: () => void;
  onKept: (id: string) => void;
}) {
  const t = useText();
  return (
    <FormDialog open onClose={onClose} size={560} label={t("agenda:act.newAppointment")}>
      <Form draft={draft} onClose={onClose} onKept={onKept} />
    </FormDialog>
  );
}

/** The next full hour, for an hour. */
function usual(): { starts: string; ends: string } {
  const from = new Date();
  from.setHours(from.getHours() + 1, 0, 0, 0);
  return { starts: localMinute(from), ends: localMinute(new Date(from.getTime() + 3_600_000)) };
}

function timesOf(draft: Draft): { starts: string; ends: string } {
  const { one } = draft;
  if (one?.allDay && one.startsOn && one.endsOn) return { starts: one.startsOn, ends: one.endsOn };
  if (one) return { starts: localMinute(new Date(one.startsAt)), ends: localMinute(new Date(one.endsAt)) };
  if (draft.starts && draft.ends) return { starts: draft.starts, ends: draft.ends };
  return usual();
}

function Form({ draft, onClose, onKept }: Parameters<typeof AppointmentForm>[0]) {
  const t = useText();
  const format = useFormat();
  const { one } = draft;
  const [title, setTitle] = useState(one?.title ?? "");
  const [kind, setKind] = useState<AppointmentKind>(one?.kind ?? "meeting");
  const [times, setTimes] = useState(() => timesOf(draft));
  const [place, setPlace] = useState(one?.place ?? "");
  const [link, setLink] = useState(one?.videoLink ?? "");
  const [notes, setNotes] = useState(one?.notes ?? "");
  const [people, setPeople] = useState(one?.people ?? draft.people ?? []);
  const [remind, setRemind] = useState(one?.remindMinutes == null ? "" : String(one.remindMinutes));
  const whole = times.starts.length === 10;
  const moment = (value: string) => new Date(value).toISOString();
  const valid = whole ? times.ends >= times.starts : times.ends > times.starts;
  const busy = useQuery({
    ...read(["agenda_busy", times.starts, times.ends, one?.id], ["agenda"], () =>
      commands.agendaBusy({
        startsAt: moment(times.starts),
        endsAt: moment(times.ends),
        except: one?.id ?? null,
      }),
    ),
    enabled: !whole && valid,
  }).data;
  const keep = useMutation({
    mutationFn: async () => {
      const values = valuesOf({
        title,
        kind,
        starts: whole ? times.starts : moment(times.starts),
        ends: whole ? times.ends : moment(times.ends),
        place,
        video_link: link,
        notes,
        people: people.map((person) => person.id).join(","),
        remind_minutes: remind,
        ...(draft.companyId ? { company_id: draft.companyId } : {}),
      });
      return one
        ? ask(commands.appointmentsUpdate({ id: one.id, values }))
        : ask(commands.appointmentsCreate({ values }));
    },
    onSuccess: async ({ row }) => {
      onClose();
      onKept(row.id);
      await sayDone(t(one ? "agenda:acts.changed" : "agenda:acts.appointmentAdded", { title: row.title }));
    },
  });
  const setWhole = (on: boolean) =>
    setTimes(
      on
        ? { starts: times.starts.slice(0, 10), ends: times.ends.slice(0, 10) }
        : { starts: `${times.starts}T09:00`, ends: `${times.starts}T10:00` },
    );
  // A new beginning takes the end along.
  const setStarts = (starts: string) => {
    if (!starts) return;
    const length = new Date(times.ends).getTime() - new Date(times.starts).getTime();
    const end = new Date(new Date(starts).getTime() + Math.max(length, 0));
    setTimes({ starts, ends: whole ? localDay(end) : localMinute(end) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && valid && !keep.isPending) keep.mutate();
  };
  const type = whole ? "date" : "datetime-local";
  return (
    <form className={record.newForm} onSubmit={submit}>
      <h2>{one ? one.title : t("agenda:act.newAppointment")}</h2>
      <TextField
        className={record.wide}
        data-autofocus
        label={t("agenda:detail.title")}
        placeholder={t("agenda:form.titleExample")}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextField
        type={type}
        label={t("agenda:detail.starts")}
        value={times.starts}
        onChange={(event) => setStarts(event.currentTarget.value)}
      />
      <TextField
        type={type}
        label={t("agenda:detail.ends")}
        value={times.ends}
        error={valid ? undefined : t("agenda:form.endFirst")}
        onChange={(event) => setTimes({ ...times, ends: event.currentTarget.value || times.ends })}
      />
      <div className={record.wide}>
        <Checkbox
          checked={whole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
          label={t("agenda:form.wholeDays")}
        />
      </div>
      {!whole && busy && busy.conflicts.length > 0 && (
        <div className={record.wide}>
          <Notice
            tone="warn"
            title={t("agenda:form.together", { title: busy.conflicts[0]?.title ?? "" })}
            actions={busy.free.map((free) => (
              <Button
                key={free.startsAt}
                size="sm"
                onClick={() =>
                  setTimes({
                    starts: localMinute(new Date(free.startsAt)),
                    ends: localMinute(new Date(free.endsAt)),
                  })
                }
              >
                {format.weekdayTime(free.startsAt)}
              </Button>
            ))}
          >
            {t("agenda:form.free")}
          </Notice>
        </div>
      )}
      <People className={record.wide} people={people} onChange={setPeople} />
      <ChoiceField
        label={t("agenda:detail.kind")}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`agenda:appointmentKind.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value as AppointmentKind)}
      />
      <ChoiceField
        label={t("agenda:detail.remind")}
        allowDeselect={false}
        data={reminders.map((value) => ({
          value,
          label: t(`agenda:form.remind.${value || "none"}` as "agenda:form.remind.none"),
        }))}
        value={remind}
        onChange={(value) => setRemind(value ?? "")}
      />
      <TextField
        label={t("agenda:detail.place")}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <TextField
        label={t("agenda:detail.video_link")}
        value={link}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <AreaField
        className={record.wide}
        label={t("agenda:detail.notes")}
        minRows={2}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {keep.error && (
        <div className={record.wide}>
          <Notice tone="bad" title={t("agenda:form.notKept")}>
            {sayError(keep.error)}
          </Notice>
        </div>
      )}
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          type="submit"
          busy={keep.isPending}
          blocked={title.trim() ? undefined : t("agenda:form.needsTitle")}
        >
          {t(one ? "agenda:form.keep" : "agenda:form.add")}
        </Button>
      </div>
    </form>
  );
}

/** The people of an appointment, found as they are typed. */
function People({
  className,
  people,
  onChange,
}: {
  className: string | undefined;
  people: { id: string; name: string }[];
  onChange: (people: { id: string; name: string }[]) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    ...read(["people_search", words, 8], ["people"], () => commands.peopleSearch({ text: words, limit: 8 })),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  }).data;
  const known = new Map([
    ...(found ?? []).map((row) => [row.id, fullName(row)] as const),
    ...people.map((person) => [person.id, person.name] as const),
  ]);
  return (
    <MultiSelect
      className={className ?? ""}
      label={t("agenda:detail.people")}
      placeholder={people.length === 0 ? t("agenda:form.people") : ""}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={words.length > 1 ? t("agenda:form.nobody") : undefined}
      filter={({ options }) => options}
      data={[...known].map(([value, label]) => ({ value, label }))}
      value={people.map((person) => person.id)}
      onChange={(ids) => {
        onChange(ids.map((id) => ({ id, name: known.get(id) ?? "" })));
        setTyped("");
      }}
    />
  );
}
