import { Tooltip } from "@mantine/core";
import { Link, useRouterState } from "@tanstack/react-router";
import { Lock, Search } from "lucide-react";
import { IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Logo } from "@/design/Mark";
import { Counter } from "@/design/Tag";
import { SidebarViews } from "@/features/views/SidebarViews";
import { useText } from "@/i18n";
import { type CounterName, type Place, placeGroups } from "./places";
import css from "./Sidebar.module.css";

interface SidebarProps {
  counters: Partial<Record<CounterName, number>>;
  onPalette: () => void;
  onLock: () => void;
  /** Called when a place is chosen, to close the sidebar where it covers the page. */
  onLeave: () => void;
}

/** Where one can go. Icons alone between 1024 and 1200 px; behind the menu button below. */
export function Sidebar({ counters, onPalette, onLock, onLeave }: SidebarProps) {
  const t = useText();
  return (
    <aside className={css.side} aria-label={t("frame:sidebar")} data-region="sidebar" tabIndex={-1}>
      <div className={css.brand}>
        <Logo size={20} />
        <span>Rainmaker</span>
        <IconButton
          className={css.lock}
          label={t("frame:command.lock")}
          icon={Lock}
          keys="mod+shift+l"
          onClick={onLock}
        />
      </div>
      <button type="button" className={css.find} onClick={onPalette} aria-label={t("palette:placeholder")}>
        <Icon of={Search} />
        <span>{t("palette:placeholder")}</span>
        <KeyCap keys="mod+k" />
      </button>
      {placeGroups.map((group) => [
        group.foot && <SidebarViews key="views" onLeave={onLeave} />,
        <nav
          key={group.title ?? String(group.foot)}
          className={group.foot ? css.foot : css.nav}
          aria-label={t(group.title ?? (group.foot ? "frame:nav.desk" : "frame:nav.main"))}
        >
          {group.title && <h2 className={css.head}>{t(group.title)}</h2>}
          {group.places.map((place) => (
            <Entry key={place.path} place={place} counters={counters} onLeave={onLeave} />
          ))}
        </nav>,
      ])}
    </aside>
  );
}

function Entry({
  place,
  counters,
  onLeave,
}: {
  place: Place;
  counters: SidebarProps["counters"];
  onLeave: () => void;
}) {
  const t = useText();
  const format = useFormat();
  // A saved view has an entry of its own.
  const here = useRouterState({
    select: ({ location }) =>
      location.pathname.startsWith(place.path) && !(location.search as { view?: string }).view,
  });
  const count = place.counter ? counters[place.counter] : undefined;
  const title = t(place.title);
  if (place.whenAny && !count && !here) return null;
  return (
    <Tooltip label={title} position="right" classNames={{ tooltip: css.narrowOnly }}>
      <Link
        to={place.path}
        // What is shown is told above; a link would also call a saved view of the place "here".
        activeOptions={{ exact: true, includeSearch: true }}
        className={css.entry}
        aria-current={here ? "page" : undefined}
        onClick={onLeave}
      >
        <Icon of={place.icon} />
        <span>{title}</span>
        <Counter value={count ? format.count(count) : undefined} waiting={place.waiting ?? false} />
      </Link>
    </Tooltip>
  );
}
