import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { FlaskConical, PauseCircle, ShieldAlert, TriangleAlert, WifiOff } from "lucide-react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { healthQuery, pausedByChoice, workspaceQuery } from "@/data/desk";
import { sayReason } from "@/data/say";
import { Banner, type BannerText } from "@/design/Banner";
import { releaseHold } from "@/features/workspace/releaseHold";
import { useText } from "@/i18n";
import { useOnline } from "./online";

/** Sample data, offline, sending held or paused: one line, the most serious first. */
export function DeskBanner() {
  const t = useText();
  const navigate = useNavigate();
  const onHealth = useLocation({ select: ({ pathname }) => pathname === "/health" });
  const online = useOnline();
  const status = useQuery(workspaceQuery).data;
  const health = useQuery(healthQuery).data;
  const banners: BannerText[] = [];
  if (status?.heldAfterRestore) {
    banners.push({
      id: "held",
      tone: "warn",
      icon: ShieldAlert,
      weight: 4,
      words: t("frame:banner.held"),
      ...(onHealth ? {} : { action: { label: t("frame:banner.release"), run: () => void releaseHold() } }),
    });
  }
  if (status?.sendingPaused) {
    banners.push({
      id: "paused",
      tone: pausedByChoice(status.sendingPaused) ? "quiet" : "warn",
      icon: PauseCircle,
      weight: 3,
      words: sayReason({ code: status.sendingPaused, params: {} }),
      action: {
        label: t("frame:banner.resume"),
        run: () => void act(commands.outboxResume({}), () => t("frame:banner.resumed")),
      },
    });
  }
  const stopped = health?.parts.find((part) => part.name === "jobs" && part.state === "bad");
  if (stopped) {
    banners.push({
      id: "stopped",
      tone: "warn",
      icon: TriangleAlert,
      weight: 5,
      words: t("frame:banner.stopped", { why: sayReason(stopped.what) }),
      ...(onHealth
        ? {}
        : { action: { label: t("frame:banner.seeHealth"), run: () => void navigate({ to: "/health" }) } }),
    });
  }
  if (!online)
    banners.push({
      id: "offline",
      tone: "quiet",
      icon: WifiOff,
      weight: 2,
      words: t("frame:banner.offline"),
    });
  if (status?.sample) {
    banners.push({
      id: "sample",
      tone: "accent",
      icon: FlaskConical,
      weight: 1,
      words: t("frame:banner.sample"),
      action: {
        label: t("frame:banner.removeSample"),
        run: () =>
          void act(commands.sampleRemove({}), ({ count }) => t("frame:banner.sampleRemoved", { count })),
      },
    });
  }
  return <Banner banners={banners} />;
}
