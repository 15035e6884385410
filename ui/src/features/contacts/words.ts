import type { ContactPointView } from "@/data/client";
import { useFormat } from "@/design/format";
import type { ChannelState } from "@/design/Glyph";
import { useText } from "@/i18n";

/** What a way to reach somebody is mostly for; a seller may type another word. */
export const labels = ["work", "home", "mobile", "other"] as const;

/** How its state is drawn: of a number or a link nobody checked, nothing is known. */
export function channelOf(point: Pick<ContactPointView, "status" | "kind">): ChannelState {
  return point.status === "unknown" ? "none" : point.status;
}

/** Where it came from, and when. */
export function useOrigin() {
  const t = useText();
  const format = useFormat();
  return (point: ContactPointView): string => {
    const day = format.shortDay(point.sourceAt);
    if (point.source === "typed" || point.source === "manual") return t("contacts:origin.typed", { day });
    if (point.sourceName) return t("contacts:origin.file", { file: point.sourceName, day });
    switch (point.source) {
      case "linkedin":
      case "csv":
      case "sheet":
      case "sample":
        return t("contacts:origin.from", { source: t(`people:source.${point.source}`), day });
      default:
        return t("contacts:origin.since", { day });
    }
  };
}
