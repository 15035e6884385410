import { useInfiniteQuery } from "@tanstack/react-query";
import {
  Ban,
  CircleHelp,
  Clock,
  Download,
  ExternalLink,
  type LucideIcon,
  MailX,
  PenLine,
  Repeat,
  Send,
  ShieldCheck,
  StickyNote,
  User,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type TimelineItem } from "@/data/client";
import type { Tag } from "@/data/queries";
import { sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Rich } from "@/design/Rich";
import { Tabs } from "@/design/Tabs";
import { Change, Quote, TimelineDay, TimelineEvent } from "@/design/Timeline";
import css from "@/features/list/list.module.css";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";

/** What is asked for at once. */
export const PAGE = 50;
const tags: readonly Tag[] = ["people", "outbox", "followups", "linkedin"];

type Filter = "all" | "emails" | "notes";

const icons: Partial<Record<string, LucideIcon>> = {
  note: StickyNote,
  status_changed: User,
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
  followup_scheduled: Repeat,
  followup_stopped: Repeat,
  suppressed: Ban,
  allowed: ShieldCheck,
  imported: Download,
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
      fetch={async (before) =>
        (await ask(commands.peopleTimeline({ id, before, limit: PAGE }))).map((item) => ({ item }))
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
  fetch: (before: string | null) => Promise<Happening[]>;
}

/** A timeline with its filters, day by day, page by page. */
export function Happenings({ name, id, title, none, tags, fetch }: HappeningsProps) {
  const t = useText();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>("all");
  const pages = useInfiniteQuery({
    queryKey: [name, id],
    queryFn: ({ pageParam }) => fetch(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page[page.length - 1]?.item.at),
    meta: { tags },
  });
  const events = (pages.data?.pages.flat() ?? []).filter(({ item }) => shows(filter, item));
  const days = new Map<string, Happening[]>();
  for (const event of events) {
    const day = format.shortDay(event.item.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <section>
      <div className={record.section}>
        <h3>{title}</h3>
        <Tabs<Filter>
          compact
          label={t("people:timeline.filter")}
          choices={(["all", "emails", "notes"] as const).map((value) => ({
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
              time={format.clock(item.at)}
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

function shows(filter: Filter, item: TimelineItem): boolean {
  if (filter === "all") return true;
  return filter === "notes" ? item.kind === "note" : item.kind.startsWith("email");
}

function Sentence({ item }: { item: TimelineItem }): ReactNode {
  const t = useText();
  const status = (word: string | undefined) => (word ? t(`people:status.${word as "new"}`) : "");
  if (item.kind === "note") return <b>{t("people:timeline.note")}</b>;
  if (item.kind === "status_changed") {
    const params = item.reason?.params ?? {};
    return (
      <Change
        label={t("people:timeline.status")}
        before={status(params.old ?? params.from)}
        after={status(params.new ?? params.to)}
      />
    );
  }
  if (item.kind === "imported" && item.reason) return sayReason(item.reason);
  return (
    <Rich text={t(`people:timeline.${item.kind as "email_sent"}`, { title: item.title, n: item.n ?? 1 })} />
  );
}

function Body({ item }: { item: TimelineItem }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (item.kind === "note") return <Quote>{item.body || item.title}</Quote>;
  const reason =
    item.reason && !["status_changed", "imported"].includes(item.kind) ? (
      <p>{sayReason(item.reason)}</p>
    ) : null;
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
