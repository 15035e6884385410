import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Archive, Globe, LockOpen, Mail, Send, Undo2 } from "lucide-react";
import { useEffect } from "react";
import { offerRedoOnly } from "@/data/act";
import { healthQuery, historyTopQuery, pausedByChoice, useSetting } from "@/data/desk";
import { undoLast, useLastAct } from "@/data/lastAct";
import { sayIntent, sayReason } from "@/data/say";
import { minutesAgo, sameDay, useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { useOnline } from "./online";
import type { StatusItem } from "./StatusBar";

/** What ⌘Z and ⇧⌘Z would do, in words. */
export function useHistoryTop(): { undo: string | undefined; redo: string | undefined } {
  useText();
  const top = useQuery(historyTopQuery).data;
  const act = useLastAct(top?.undo?.id);
  const redo = top?.redo?.id;
  useEffect(() => offerRedoOnly(redo), [redo]);
  return {
    undo: act ?? (top?.undo ? sayIntent(top.undo.intent) : undefined),
    redo: top?.redo ? sayIntent(top.redo.intent) : undefined,
  };
}

function nextSend(
  count: number,
  at: string,
  t: ReturnType<typeof useText>,
  format: ReturnType<typeof useFormat>,
): string {
  const time = format.clock(at);
  return sameDay(new Date(at), new Date())
    ? t("frame:bar.queueNext", { count, time })
    : t("frame:bar.queueNextDay", { count, day: format.shortDay(at), time });
}

/** The items of the status bar: lock, mail, queue, network, backup, last act. */
export function useStatusItems(): StatusItem[] {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const online = useOnline();
  const top = useHistoryTop();
  const health = useQuery(healthQuery).data;
  const transport = useSetting("mail.transport");
  const from = useSetting("mail.from");
  const settings = (page: "mail" | "security") => () => void navigate({ to: "/settings", search: { page } });

  const items: StatusItem[] = [
    {
      id: "lock",
      icon: LockOpen,
      words: t("frame:bar.unlocked"),
      yields: "icon",
      open: settings("security"),
    },
  ];
  const mail = health?.parts.find((part) => part.name === "mail");
  // While sending is paused the queue says why, once.
  const trouble = mail?.state === "bad" && health?.paused === null ? mail.what : undefined;
  items.push({
    id: "mail",
    icon: Mail,
    words: trouble ? sayReason(trouble) : transport === "smtp" && from ? from : t("frame:bar.practice"),
    trouble: trouble !== undefined,
    open: settings("mail"),
  });
  if (health) {
    items.push({
      id: "queue",
      icon: Send,
      words: health.paused
        ? sayReason(health.paused)
        : health.nextSendAt
          ? nextSend(health.queue, health.nextSendAt, t, format)
          : t("frame:bar.queue", { count: health.queue }),
      trouble: health.paused !== null && !pausedByChoice(health.paused.params.reason),
      open: settings("mail"),
    });
  }
  items.push({
    id: "online",
    icon: Globe,
    words: t(online ? "frame:bar.online" : "frame:bar.offline"),
    ...(online ? { yields: "gone" as const } : {}),
    open: settings("mail"),
  });
  if (health) {
    const ago = health.lastBackupAt ? minutesAgo(health.lastBackupAt) : undefined;
    items.push({
      id: "backup",
      icon: Archive,
      words: !health.lastBackupAt
        ? t("frame:bar.noBackup")
        : ago !== undefined
          ? t("frame:bar.backupMinutes", { minutes: ago })
          : t("frame:bar.backupAt", { time: format.dayTime(health.lastBackupAt) }),
      yields: "later",
      open: settings("security"),
    });
  }
  if (top.undo) {
    items.push({
      id: "undo",
      icon: Undo2,
      words: t("frame:bar.undo", { what: top.undo }),
      keys: "mod+z",
      last: true,
      open: () => void undoLast(),
    });
  }
  return items;
}
