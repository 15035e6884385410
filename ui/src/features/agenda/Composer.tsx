import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { type CallOutcome, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { Tabs } from "@/design/Tabs";
import { useText } from "@/i18n";
import { AppointmentForm } from "./AppointmentForm";
import { sayDone } from "./acts";
import css from "./agenda.module.css";
import { QuickAdd } from "./QuickAdd";

const modes = ["note", "task", "appointment", "call"] as const;
type Mode = (typeof modes)[number];
const outcomes: readonly CallOutcome[] = ["reached", "no_answer", "left_message", "busy", "wrong_number"];

interface ComposerProps {
  /** On whom, or on what. */
  person?: { id: string; name: string } | undefined;
  company?: { id: string; name: string } | undefined;
  opportunity?: { id: string; name: string } | undefined;
}

/** One place to write on a person, a company or an opportunity: a note, a task, an appointment, a call that was made. */
export function Composer({ person, company, opportunity }: ComposerProps) {
  const t = useText();
  const [mode, setMode] = useState<Mode>("note");
  const on = {
    personId: person?.id ?? null,
    companyId: person ? null : (company?.id ?? null),
    opportunityId: opportunity?.id ?? null,
  };
  const name = person?.name ?? company?.name ?? opportunity?.name ?? "";
  // An appointment is with somebody: it is made from them.
  const offered = opportunity ? modes.filter((value) => value !== "appointment") : modes;
  const about = person
    ? { person_id: person.id }
    : company
      ? { company_id: company.id }
      : opportunity
        ? { opportunity_id: opportunity.id }
        : {};
  return (
    <div className={css.modes}>
      <Tabs<Mode>
        compact
        label={t("agenda:compose.label")}
        choices={offered.map((value) => ({ value, label: t(`agenda:compose.${value}`) }))}
        value={mode}
        onChange={setMode}
      />
      {mode === "note" && <Note on={on} name={name} />}
      {mode === "task" && <QuickAdd about={about} />}
      {mode === "appointment" && <Appointment person={person} company={company} />}
      {mode === "call" && <Call on={on} />}
    </div>
  );
}

type On = { personId: string | null; companyId: string | null; opportunityId: string | null };

/** Text that is sent by its button, or by ⌘Enter. */
function useSending(send: () => Promise<boolean>) {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    submit: async (event?: FormEvent) => {
      event?.preventDefault();
      if (busy) return;
      setBusy(true);
      await send();
      setBusy(false);
    },
  };
}

function Note({ on, name }: { on: On; name: string }) {
  const t = useText();
  const [text, setText] = useState("");
  const { busy, submit } = useSending(async () => {
    if (!text.trim()) return false;
    const done = await act(commands.notesAdd({ ...on, text: text.trim() }));
    if (done) setText("");
    return done !== undefined;
  });
  return (
    <form className={css.modes} onSubmit={submit}>
      <AreaField
        aria-label={t("people:note.placeholder", { name })}
        placeholder={t("people:note.placeholder", { name })}
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void submit();
        }}
      />
      {text.trim() && (
        <div className={css.send}>
          <Button size="sm" type="submit" keys="mod+enter" busy={busy}>
            {t("people:note.add")}
          </Button>
        </div>
      )}
    </form>
  );
}

function Appointment({ person, company }: ComposerProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("agenda:compose.openForm")}
      </Button>
      {open && (
        <AppointmentForm
          draft={{
            people: person ? [person] : [],
            ...(company && !person ? { companyId: company.id } : {}),
          }}
          onClose={() => setOpen(false)}
          onKept={() => {}}
        />
      )}
    </div>
  );
}

function Call({ on }: { on: On }) {
  const t = useText();
  const [outcome, setOutcome] = useState<CallOutcome>("reached");
  const [minutes, setMinutes] = useState("");
  const [text, setText] = useState("");
  const [next, setNext] = useState("");
  const [due, setDue] = useState("");
  const { busy, submit } = useSending(async () => {
    const values = next.trim()
      ? {
          values: [{ field: "title", value: next }, ...(due ? [{ field: "due_on", value: due }] : [])],
        }
      : null;
    const done = await act(
      commands.callsLog({ ...on, outcome, minutes: Number(minutes) || 0, text, next: values }),
    );
    if (!done) return false;
    setText("");
    setNext("");
    setDue("");
    setMinutes("");
    await sayDone(t("agenda:compose.callNoted"));
    return true;
  });
  return (
    <form className={css.next} onSubmit={submit}>
      <div className={css.callRow}>
        <ChoiceField
          aria-label={t("agenda:compose.callOutcome")}
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(`agenda:call.${value}`) }))}
          value={outcome}
          onChange={(value) => value && setOutcome(value as CallOutcome)}
        />
        <TextField
          type="number"
          min={0}
          aria-label={t("agenda:compose.minutes")}
          placeholder={t("agenda:compose.minutes")}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
      </div>
      <AreaField
        minRows={1}
        maxRows={6}
        aria-label={t("agenda:compose.callSaid")}
        placeholder={t("agenda:compose.callSaid")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={css.callRow}>
        <TextField
          aria-label={t("agenda:form.next")}
          placeholder={t("agenda:form.next")}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <TextField
          type="date"
          aria-label={t("agenda:field.day")}
          leftSection={t("agenda:field.day")}
          leftSectionWidth={44}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
      </div>
      <div className={css.send}>
        <Button size="sm" type="submit" busy={busy}>
          {t("agenda:compose.log")}
        </Button>
      </div>
    </form>
  );
}
