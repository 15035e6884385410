import { useInfiniteQuery } from "@tanstack/react-query";
import {
  Ban,
  CalendarDays,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Copy,
  Download,
  ExternalLink,
  type LucideIcon,
  MailX,
  MessageCircle,
  Paperclip,
  PenLine,
  Phone,
  Repeat,
  Send,
  ShieldCheck,
  Square,
  SquareCheck,
  SquareKanban,
  StickyNote,
  User,
  UserPlus,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type TimelineItem, type TimelineKind } from "@/data/client";
import type { Tag } from "@/data/queries";
import { sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { AreaField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Rich } from "@/design/Rich";
import { Tabs } from "@/design/Tabs";
import { Change, Quote, TimelineDay, TimelineEvent } from "@/design/Timeline";
import css from "@/features/list/list.module.css";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";

/** What is asked for at once. */
export const PAGE = 50;
const tags: readonly Tag[] = ["people", "agenda", "outbox", "followups", "linkedin"];

type Filter = "all" | "emails" | "notes" | "tasks" | "files";

/** What each filter asks the core for. */
const filters: Record<Filter, TimelineKind[]> = {
  all: [],
  emails: ["messages", "followups"],
  notes: ["notes", "calls"],
  tasks: ["tasks", "appointments"],
  files: ["files"],
};

const icons: Partial<Record<string, LucideIcon>> = {
  note: StickyNote,
  status_changed: User,
  merged: Copy,
  email_sent: Send,
  email_unknown: CircleHelp,
  email_failed: MailX,
  email_draft: PenLine,
  email_scheduled: Clock,
  email_stopped: MailX,
  linkedin_sent: ExternalLink,
  linkedin_already_connected: ExternalLink,
  linkedin_skipped: ExternalLink,
  linkedin_waiting: ExternalLink,
  linkedin_received: MessageCircle,
  linkedin_written: MessageCircle,
  linkedin_invited: UserPlus,
  linkedin_invited_you: UserPlus,
  followup_scheduled: Repeat,
  followup_stopped: Repeat,
  suppressed: Ban,
  allowed: ShieldCheck,
  imported: Download,
  call: Phone,
  file_added: Paperclip,
  task_open: Square,
  task_done: SquareCheck,
  task_cancelled: Square,
  appointment_planned: CalendarDays,
  appointment_done: CalendarDays,
  appointment_cancelled: CalendarDays,
  appointment_no_show: CalendarDays,
  opportunity_created: SquareKanban,
  opportunity_moved: SquareKanban,
  opportunity_won: CircleCheck,
  opportunity_lost: CircleX,
};

/** What happened with a person, newest first, by day. */
export function Timeline({ id }: { id: string }) {
  const t = useText();
  return (
    <Happenings
      name="people_timeline"
      id={id}
      title={t("people:timeline.title")}
      none={t("people:timeline.none")}
      tags={tags}
      fetch={async (before, kinds) =>
        (await ask(commands.peopleTimeline({ id, before, limit: PAGE, kinds }))).map((item) => ({ item }))
      }
    />
  );
}

/** Something that happened, and with whom where that is not plain. */
export interface Happening {
  item: TimelineItem;
  who?: ReactNode;
}

interface HappeningsProps {
  /** Of the question to the core. */
  name: string;
  id: string;
  title: string;
  /** Said where nothing happened. */
  none: string;
  tags: readonly Tag[];
  /** What happened before a moment, newest first, up to `PAGE`. */
  fetch: (before: string | null, kinds: TimelineKind[]) => Promise<Happening[]>;
}

/** A timeline with its filters, day by day, page by page. */
export function Happenings({ name, id, title, none, tags, fetch }: HappeningsProps) {
  const t = useText();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>("all");
  const pages = useInfiniteQuery({
    queryKey: [name, id, filter],
    queryFn: ({ pageParam }) => fetch(pageParam, filters[filter]),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page[page.length - 1]?.item.at),
    meta: { tags },
  });
  const events = pages.data?.pages.flat() ?? [];
  const now = Date.now();
  const days = new Map<string, Happening[]>();
  for (const event of events) {
    // What is to come stands above the days, at its own day and hour.
    const day =
      new Date(event.item.at).getTime() > now ? t("people:timeline.coming") : format.shortDay(event.item.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <section>
      <div className={record.section}>
        <h3>{title}</h3>
        <Tabs<Filter>
          compact
          label={t("people:timeline.filter")}
          choices={(["all", "emails", "notes", "tasks", "files"] as const).map((value) => ({
            value,
            label: t(`people:timeline.${value}`),
          }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {[...days].map(([day, events]) => (
        <TimelineDay key={day} day={day}>
          {events.map(({ item, who }) => (
            <TimelineEvent
              key={item.id}
              icon={icons[item.kind] ?? User}
              title={
                who ? (
                  <>
                    {who} <Sentence item={item} />
                  </>
                ) : (
                  <Sentence item={item} />
                )
              }
              time={timeOf(item, now, format)}
              dateTime={item.at}
            >
              <Body item={item} />
            </TimelineEvent>
          ))}
        </TimelineDay>
      ))}
      {pages.data && events.length === 0 && <p className={css.time}>{none}</p>}
      {pages.hasNextPage && (
        <LinkButton onClick={() => void pages.fetchNextPage()}>{t("list:older")}</LinkButton>
      )}
    </section>
  );
}

/** The hour of what happened; of what is to come the day too, and of what has a day alone only that. */
function timeOf(item: TimelineItem, now: number, format: ReturnType<typeof useFormat>): string {
  const whole =
    (item.kind === "task_open" && item.reason?.params.due_time === "") ||
    Boolean(item.reason?.params.starts_on);
  const coming = new Date(item.at).getTime() > now;
  if (whole) return coming ? format.shortDay(item.at) : "";
  return coming ? format.dayTime(item.at) : format.clock(item.at);
}

/** Whether the reason is the whole sentence. */
function saysAll(item: TimelineItem): boolean {
  return item.kind === "imported" || item.kind === "merged" || item.kind.startsWith("opportunity_");
}

function Sentence({ item }: { item: TimelineItem }): ReactNode {
  const t = useText();
  const locale = useLocale();
  if (item.kind === "note") return <b>{t("people:timeline.note")}</b>;
  if (item.kind === "call")
    return (
      <>
        <b>{t("people:timeline.call")}</b> {item.reason && sayReason(item.reason)}
      </>
    );
  if (item.kind === "status_changed") {
    const params = item.reason?.params ?? {};
    return (
      <Change
        label={t("people:timeline.status")}
        before={params[`from_${locale}`] ?? ""}
        after={params[`to_${locale}`] ?? ""}
      />
    );
  }
  if (saysAll(item) && item.reason) return sayReason(item.reason);
  return (
    <Rich text={t(`people:timeline.${item.kind as "email_sent"}`, { title: item.title, n: item.n ?? 1 })} />
  );
}

/** A note, or what was said in a call: it can be put in other words, or taken away. */
function Note({ item }: { item: TimelineItem }) {
  const t = useText();
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <>
        {item.body && <Quote>{item.body}</Quote>}
        <p className={record.tags}>
          <LinkButton onClick={() => setText(item.body)}>{t("people:timeline.edit")}</LinkButton>
          <LinkButton
            onClick={() =>
              void act(commands.notesDelete({ id: item.id }), () => t("people:timeline.noteRemoved"))
            }
          >
            {t("people:timeline.remove")}
          </LinkButton>
        </p>
      </>
    );
  const keep = async () => {
    if (await act(commands.notesEdit({ id: item.id, text }))) setText(undefined);
  };
  return (
    <>
      <AreaField
        autoFocus
        aria-label={t("people:timeline.note")}
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void keep();
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setText(undefined);
        }}
      />
      <p className={record.tags}>
        <LinkButton onClick={() => void keep()}>{t("people:timeline.keep")}</LinkButton>
        <LinkButton onClick={() => setText(undefined)}>{t("common:cancel")}</LinkButton>
      </p>
    </>
  );
}

function Body({ item }: { item: TimelineItem }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (item.kind === "note" || item.kind === "call") return <Note item={item} />;
  if (item.kind.startsWith("task_") || item.kind.startsWith("appointment_"))
    return item.body ? <Quote>{item.body}</Quote> : null;
  const reason =
    item.reason && item.kind !== "status_changed" && !saysAll(item) ? <p>{sayReason(item.reason)}</p> : null;
  if (!item.body) return reason;
  return (
    <>
      {reason}
      {open ? (
        <Quote>{item.body}</Quote>
      ) : (
        <p>
          <LinkButton onClick={() => setOpen(true)}>{t("people:timeline.read")}</LinkButton>
        </p>
      )}
    </>
  );
}
