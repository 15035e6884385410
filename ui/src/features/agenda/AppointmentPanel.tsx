import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pencil, Trash2, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import type { AppointmentState, AppointmentView } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { Fact, Facts } from "@/design/Facts";
import { AreaField, TextField } from "@/design/Field";
import { Icon } from "@/design/Icon";
import { PendingPanel } from "@/design/PendingPanel";
import { SidePanel } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { Quote } from "@/design/Timeline";
import { useText } from "@/i18n";
import type { Draft } from "./AppointmentForm";
import { closeAppointment, removeAppointment, valuesOf } from "./acts";
import css from "./agenda.module.css";
import { appointmentQuery } from "./queries";
import { useSpan } from "./when";

interface AppointmentPanelProps {
  id: string;
  known: AppointmentView | undefined;
  onEdit: (draft: Draft) => void;
  onClose: () => void;
}

/** One appointment: with whom, where, what falls together; how it went and what comes next are one form. */
export function AppointmentPanel({ id, known, onEdit, onClose }: AppointmentPanelProps) {
  const t = useText();
  const span = useSpan();
  const query = useQuery(appointmentQuery(id));
  const one = query.data?.row ?? known;
  const together = query.data?.conflicts[0];
  if (!one)
    return (
      <PendingPanel
        label={t("agenda:calendar.title")}
        unreadable={t("agenda:calendar.gone")}
        error={query.error}
        onClose={onClose}
      />
    );
  return (
    <SidePanel
      label={one.title}
      head={
        <div className={css.panelHead}>
          <h2>{one.title}</h2>
          <span className={css.tools}>
            <IconButton label={t("agenda:act.edit")} icon={Pencil} onClick={() => onEdit({ one })} />
            <IconButton
              label={t("agenda:command.remove")}
              icon={Trash2}
              onClick={() => void removeAppointment(id).then((done) => done && onClose())}
            />
            <IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
          </span>
          <p>{span(one)}</p>
        </div>
      }
      foot={<HowItWent one={one} />}
    >
      <div className={css.body}>
        <div className={css.acts}>
          <Tag>{t(`agenda:appointmentKind.${one.kind}`)}</Tag>
          {one.state !== "planned" && (
            <Tag tone={one.state === "done" ? "ok" : "warn"}>{t(`agenda:appointmentState.${one.state}`)}</Tag>
          )}
        </div>
        {together && (
          <p className={css.together}>
            <Icon of={TriangleAlert} size={14} /> {t("agenda:form.together", { title: together.title })}
          </p>
        )}
        <AppointmentFacts one={one} />
        {one.outcome && (
          <section>
            <h3>{t("agenda:form.outcome")}</h3>
            <Quote>{one.outcome}</Quote>
          </section>
        )}
      </div>
    </SidePanel>
  );
}

/** With whom, where, and what was noted for it. */
export function AppointmentFacts({ one }: { one: AppointmentView }) {
  const t = useText();
  return (
    <>
      <Facts>
        {one.people.length > 0 && (
          <Fact label={t("agenda:detail.people")}>
            {one.people.map((person, index) => (
              <span key={person.id}>
                {index > 0 && ", "}
                <Link to="/people" search={{ person: person.id }}>
                  {person.name}
                </Link>
              </span>
            ))}
          </Fact>
        )}
        {one.company && (
          <Fact label={t("agenda:detail.company")}>
            <Link to="/companies" search={{ company: one.company.id }}>
              {one.company.name}
            </Link>
          </Fact>
        )}
        {one.place && <Fact label={t("agenda:detail.place")}>{one.place}</Fact>}
        {one.videoLink && <Fact label={t("agenda:detail.video_link")}>{one.videoLink}</Fact>}
        {one.remindMinutes != null && (
          <Fact label={t("agenda:detail.remind")}>
            {t("agenda:form.before", { minutes: one.remindMinutes })}
          </Fact>
        )}
      </Facts>
      {one.notes && <Quote>{one.notes}</Quote>}
    </>
  );
}

/** How it went, what came of it, and the next step. */
function HowItWent({ one }: { one: AppointmentView }) {
  const t = useText();
  const [outcome, setOutcome] = useState("");
  const [next, setNext] = useState("");
  const [due, setDue] = useState("");
  const close = (state: AppointmentState) =>
    void closeAppointment(
      one.id,
      state,
      outcome,
      next.trim() ? valuesOf({ title: next, ...(due ? { due_on: due } : {}) }) : null,
    ).then((done) => {
      if (!done) return;
      setOutcome("");
      setNext("");
    });
  if (one.state !== "planned")
    return (
      <div className={css.acts}>
        <Button onClick={() => close("planned")}>{t("agenda:act.planAgain")}</Button>
      </div>
    );
  const begun = new Date(one.startsAt) <= new Date();
  return (
    <div className={css.next}>
      <AreaField
        minRows={1}
        maxRows={6}
        aria-label={t("agenda:form.outcome")}
        placeholder={t("agenda:form.outcomeExample")}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <div className={css.callRow}>
        <TextField
          aria-label={t("agenda:form.next")}
          placeholder={t("agenda:form.nextExample")}
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
      <div className={css.acts}>
        <Button kind={begun ? "primary" : "default"} onClick={() => close("done")}>
          {t("agenda:act.tookPlace")}
        </Button>
        <Button onClick={() => close("no_show")}>{t("agenda:appointmentState.no_show")}</Button>
        <Button onClick={() => close("cancelled")}>{t("agenda:act.cancel")}</Button>
      </div>
    </div>
  );
}
