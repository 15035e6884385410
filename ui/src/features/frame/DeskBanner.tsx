import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { FlaskConical, Globe, PauseCircle, ShieldAlert, TriangleAlert, WifiOff } from "lucide-react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { healthQuery, pausedByChoice, workspaceQuery } from "@/data/desk";
import { sayReason } from "@/data/say";
import { Banner, type BannerText } from "@/design/Banner";
import { useSettings } from "@/features/settings/useSettings";
import { placeOf, useForeignZone } from "@/features/settings/zone";
import { releaseHold } from "@/features/workspace/releaseHold";
import { useText } from "@/i18n";
import { useOnline } from "./online";

/** Places whose hours are worth a word when they are not the desk's. */
const TIMED = ["/agenda", "/tasks", "/outbox"];

/** Sample data, offline, sending held or paused: one line, the most serious first. */
export function DeskBanner() {
  const t = useText();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const onHealth = path === "/health";
  const foreign = useForeignZone();
  const { save } = useSettings();
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
  if (foreign && TIMED.includes(path)) {
    const { desk, computer } = foreign;
    banners.push({
      id: "zone",
      tone: "quiet",
      icon: Globe,
      weight: 1.5,
      words: t("frame:banner.zone", { desk: placeOf(desk), computer: placeOf(computer) }),
      action: {
        label: t("frame:banner.takeZone", { computer: placeOf(computer) }),
        run: () => void save("identity.time_zone", computer),
      },
    });
  }
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
