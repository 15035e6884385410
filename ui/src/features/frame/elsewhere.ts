import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  Activity,
  Archive,
  Ban,
  Building2,
  CalendarArrowDown,
  CalendarArrowUp,
  CalendarDays,
  ChartColumn,
  Copy,
  FileCog,
  FolderOutput,
  History,
  Layers,
  type LucideIcon,
  Plus,
  SquareKanban,
  Table2,
  Tags,
  Trash2,
  Upload,
  Users,
} from "lucide-react";
import { commands } from "@/data/client";
import { everything } from "@/features/history/changes";
import { changesFormats, exportChanges } from "@/features/history/exporting";
import { exportTable, tableFormats } from "@/features/list/exporting";
import { type Command, runThere } from "@/features/palette/registry";
import { exportPeople, exportsOfPeople, isCard } from "@/features/people/exporting";
import { settingsSections } from "@/features/settings/pages";
import { viewsQuery } from "@/features/views/queries";
import { addressOfView, viewName } from "@/features/views/views";
import { type TextKey, useText } from "@/i18n";

/** A command that a screen has of its own, and the screen. */
interface OfScreen {
  id: string;
  title: TextKey;
  to:
    | "/people"
    | "/companies"
    | "/opportunities"
    | "/agenda"
    | "/health"
    | "/duplicates"
    | "/linkedin"
    | "/trash";
  icon: LucideIcon;
  also?: TextKey;
  group?: Command["group"];
}

/** Commands that screens have of their own. */
const ofScreens: readonly OfScreen[] = [
  { id: "people.new", title: "people:new", to: "/people", icon: Plus, also: "palette:words.newPerson" },
  {
    id: "companies.new",
    title: "companies:new",
    to: "/companies",
    icon: Plus,
    also: "palette:words.newCompany",
  },
  {
    id: "opportunities.new",
    title: "opportunities:new",
    to: "/opportunities",
    icon: Plus,
    also: "palette:words.newOpportunity",
  },
  {
    id: "duplicates.search",
    title: "duplicates:command.search",
    to: "/duplicates",
    icon: Copy,
    also: "palette:words.duplicates",
  },
  {
    id: "linkedin.archive",
    title: "palette:to.linkedinArchive",
    to: "/linkedin",
    icon: History,
    also: "palette:words.linkedinArchive",
  },
  {
    id: "health.check",
    title: "palette:to.checkHealth",
    to: "/health",
    icon: Activity,
    also: "palette:words.health",
  },
  {
    id: "backup.elsewhere",
    title: "palette:to.backupElsewhere",
    to: "/health",
    icon: FolderOutput,
    also: "palette:words.backup",
    group: "desk",
  },
  {
    id: "backup.restore",
    title: "palette:to.restoreBackup",
    to: "/health",
    icon: Archive,
    also: "palette:words.restore",
    group: "desk",
  },
  {
    id: "trash.empty",
    title: "palette:to.emptyTrash",
    to: "/trash",
    icon: Trash2,
    also: "palette:words.emptyTrash",
  },
];

/** Those of the calendar's files, which stand after the exports of people. */
const ofCalendar: readonly OfScreen[] = [
  {
    id: "calendar.export",
    title: "palette:to.exportCalendar",
    to: "/agenda",
    icon: CalendarArrowUp,
    also: "palette:words.calendarFile",
  },
  {
    id: "calendar.exportTitles",
    title: "palette:to.exportCalendarTitles",
    to: "/agenda",
    icon: CalendarArrowUp,
    also: "palette:words.calendarFile",
  },
  {
    id: "calendar.import",
    title: "palette:to.importCalendar",
    to: "/agenda",
    icon: CalendarArrowDown,
    also: "palette:words.calendarImport",
  },
];

/** What is done on another screen, or of everything on the desk: the palette has every command wherever it is opened. */
export function useElsewhere(): Command[] {
  const t = useText();
  const navigate = useNavigate();
  const views = useQuery(viewsQuery).data ?? [];
  const go = (id: string, title: TextKey, part: Omit<Command, "id" | "title" | "group">): Command => ({
    id: `go/${id}`,
    title,
    group: "go",
    ...part,
  });
  const layout = (place: TextKey, name: TextKey) => ({ place: t(place), layout: t(name) });

  const there = ({ id, title, to, icon, also, group = "act" }: OfScreen): Command => ({
    id,
    title,
    icon,
    group,
    ...(also ? { also } : {}),
    elsewhere: true,
    run: () => void navigate({ to }).then(() => runThere(id)),
  });

  return [
    ...ofScreens.map(there),
    ...exportsOfPeople
      .filter(({ format, layout }) => layout === "full" && ["csv", "xlsx", "vcard"].includes(format))
      .map<Command>(({ format, layout, title }) => ({
        id: `export.people.${format}`,
        elsewhere: true,
        title: "palette:to.exportPeople",
        values: { what: t(title) },
        also: [isCard(format) ? "palette:words.exportCards" : "palette:words.export", "frame:place.people"],
        group: "act",
        icon: Upload,
        run: () => void exportPeople({ kind: "all" }, format, layout),
      })),
    ...tableFormats.map<Command>((format) => ({
      id: `export.companies.${format}`,
      elsewhere: true,
      title: "palette:to.exportCompanies",
      values: { what: t(`companies:export.${format}`) },
      also: ["palette:words.export", "frame:place.companies"],
      group: "act",
      icon: Upload,
      run: () =>
        void exportTable("companies", format, (format, path) =>
          commands.exportCompanies({ selection: { kind: "all" }, format, path }),
        ),
    })),
    ...tableFormats.map<Command>((format) => ({
      id: `export.opportunities.${format}`,
      elsewhere: true,
      title: "palette:to.exportOpportunities",
      values: { what: t(`opportunities:export.${format}`) },
      also: ["palette:words.export", "frame:place.opportunities"],
      group: "act",
      icon: Upload,
      run: () =>
        void exportTable("opportunities", format, (format, path) =>
          commands.exportOpportunities({ selection: { kind: "all" }, format, path }),
        ),
    })),
    ...changesFormats.map<Command>((format) => ({
      id: `history.${format}`,
      title: "palette:to.exportHistory",
      values: { what: format.toUpperCase() },
      also: "palette:words.exportHistory",
      elsewhere: true,
      group: "act",
      icon: Upload,
      run: () => void exportChanges(everything, format),
    })),
    ...ofCalendar.map(there),
    go("people/board", "palette:to.layout", {
      values: layout("frame:place.people", "list:layout.board"),
      also: ["frame:place.people", "palette:words.board"],
      icon: SquareKanban,
      run: () => void navigate({ to: "/people", search: { layout: "board" } }),
    }),
    go("people/calendar", "palette:to.layout", {
      values: layout("frame:place.people", "list:layout.calendar"),
      also: ["frame:place.people", "palette:words.calendar"],
      icon: CalendarDays,
      run: () => void navigate({ to: "/people", search: { layout: "calendar" } }),
    }),
    go("people/tags", "palette:to.byTag", {
      also: "palette:words.tags",
      icon: Tags,
      run: () => void navigate({ to: "/people", search: { by: "tag" } }),
    }),
    go("people/never", "palette:to.doNotContact", {
      also: "palette:words.suppress",
      icon: Ban,
      run: () =>
        void navigate({
          to: "/people",
          search: { filters: [{ field: "counts_as", op: "is", value: "do_not_contact" }] },
        }),
    }),
    go("opportunities/list", "palette:to.layout", {
      values: layout("frame:place.opportunities", "opportunities:layout.list"),
      also: ["frame:place.opportunities", "palette:words.table"],
      icon: Table2,
      run: () => void navigate({ to: "/opportunities", search: { layout: "list" } }),
    }),
    go("opportunities/calendar", "palette:to.layout", {
      values: layout("frame:place.opportunities", "opportunities:layout.calendar"),
      also: ["frame:place.opportunities", "palette:words.calendar"],
      icon: CalendarDays,
      run: () => void navigate({ to: "/opportunities", search: { layout: "calendar" } }),
    }),
    go("opportunities/forecast", "palette:to.layout", {
      values: layout("frame:place.opportunities", "opportunities:layout.forecast"),
      also: ["opportunities:goals.title", "palette:words.forecast"],
      icon: ChartColumn,
      run: () => void navigate({ to: "/opportunities", search: { layout: "forecast" } }),
    }),
    go("runs/config", "palette:to.config", {
      also: "palette:words.config",
      icon: FileCog,
      run: () => void navigate({ to: "/runs", search: { view: "config" } }),
    }),
    ...settingsSections
      .flatMap(({ pages }) => pages)
      .map(({ page, icon }) =>
        go(`settings/${page}`, "palette:to.settingsPage", {
          values: { page: t(`settings:page.${page}`) },
          also: [`settings:page.${page}`, `palette:words.page.${page}`],
          icon,
          run: () => void navigate({ to: "/settings", search: { page } }),
        }),
      ),
    ...views.map<Command>((view) => ({
      id: `view.${view.id}`,
      title: "views:open",
      values: { name: viewName(view, t) },
      also: "palette:words.views",
      group: "go",
      icon: view.of === "people" ? Users : view.of === "companies" ? Building2 : Layers,
      elsewhere: true,
      run: () => void navigate({ to: `/${view.of}`, search: addressOfView(view) as never }),
    })),
  ];
}
