import { Tooltip } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { Building2, SquareKanban, Users } from "lucide-react";
import { commands, type SavedView } from "@/data/client";
import { read } from "@/data/queries";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Counter } from "@/design/Tag";
import css from "@/features/frame/Sidebar.module.css";
import { useText } from "@/i18n";
import { viewsQuery } from "./queries";
import { addressOfView, viewName } from "./views";

const icons = { people: Users, companies: Building2, opportunities: SquareKanban };

/** The views the seller keeps in the sidebar, with how many rows each has now. */
export function SidebarViews({ onLeave }: { onLeave: () => void }) {
  const t = useText();
  const shown = (useQuery(viewsQuery).data ?? []).filter((view) => view.favourite);
  if (shown.length === 0) return null;
  return (
    <nav className={css.nav} aria-label={t("views:sidebar")}>
      <h2 className={css.head}>{t("views:sidebar")}</h2>
      {shown.map((view) => (
        <Entry key={view.id} view={view} onLeave={onLeave} />
      ))}
    </nav>
  );
}

function Entry({ view, onLeave }: { view: SavedView; onLeave: () => void }) {
  const t = useText();
  const format = useFormat();
  const here = useRouterState({
    select: ({ location }) => (location.search as { view?: string }).view === view.id,
  });
  const { query } = view.content.query;
  const count = useQuery({
    ...read<{ matching: number }>(["view_count", view.of, query], [view.of, "agenda", "duplicates"], () =>
      view.content.query.of === "people"
        ? commands.peopleCount(view.content.query.query)
        : view.content.query.of === "companies"
          ? commands.companiesCount(view.content.query.query)
          : commands.opportunitiesCount(view.content.query.query),
    ),
    placeholderData: keepPreviousData,
  }).data?.matching;
  const name = viewName(view, t);
  return (
    <Tooltip label={name} position="right" classNames={{ tooltip: css.narrowOnly }}>
      <Link
        to={`/${view.of}`}
        search={addressOfView(view) as never}
        activeOptions={{ exact: true, includeSearch: true }}
        className={css.entry}
        aria-current={here ? "page" : undefined}
        onClick={onLeave}
      >
        <Icon of={icons[view.of]} />
        <span>{name}</span>
        <Counter value={count ? format.count(count) : undefined} waiting={false} />
      </Link>
    </Tooltip>
  );
}
