import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from "@tanstack/react-router";
import { readCalendarSearch, readTasksSearch } from "@/features/agenda/address";
import { type CompaniesSearch, readCompaniesSearch } from "@/features/companies/query";
import { readFollowupsSearch } from "@/features/followups/address";
import { Frame } from "@/features/frame/Frame";
import { type ImportStep, isImportStep } from "@/features/import/steps";
import { type OpportunitiesSearch, readOpportunitiesSearch } from "@/features/opportunities/query";
import { readOutboxSearch } from "@/features/outbox/address";
import { type PeopleSearch, readPeopleSearch } from "@/features/people/query";
import { readRunsSearch } from "@/features/runs/address";
import { isSettingsPage, type SettingsPage } from "@/features/settings/pages";
import { ScreenFault } from "./ScreenFault";

function GoHome() {
  return <Navigate to="/" />;
}

const root = createRootRoute({ component: Frame });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: (search): PeopleSearch => readPeopleSearch(search),
  component: lazyRouteComponent(() => import("@/features/people/PeopleScreen"), "PeopleScreen"),
});

const companies = createRoute({
  getParentRoute: () => root,
  path: "/companies",
  validateSearch: (search): CompaniesSearch => readCompaniesSearch(search),
  component: lazyRouteComponent(() => import("@/features/companies/CompaniesScreen"), "CompaniesScreen"),
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: "/tasks",
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import("@/features/agenda/TasksScreen"), "TasksScreen"),
});

const agenda = createRoute({
  getParentRoute: () => root,
  path: "/agenda",
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import("@/features/agenda/CalendarScreen"), "CalendarScreen"),
});

const opportunities = createRoute({
  getParentRoute: () => root,
  path: "/opportunities",
  validateSearch: (search): OpportunitiesSearch => readOpportunitiesSearch(search),
  component: lazyRouteComponent(
    () => import("@/features/opportunities/OpportunitiesScreen"),
    "OpportunitiesScreen",
  ),
});

const duplicates = createRoute({
  getParentRoute: () => root,
  path: "/duplicates",
  validateSearch: (search): { group?: number } =>
    typeof search.group === "number" ? { group: search.group } : {},
  component: lazyRouteComponent(() => import("@/features/duplicates/DuplicatesScreen"), "DuplicatesScreen"),
});

const importFile = createRoute({
  getParentRoute: () => root,
  path: "/import",
  validateSearch: (search): { id?: string; step?: ImportStep } => ({
    ...(typeof search.id === "string" ? { id: search.id } : {}),
    ...(isImportStep(search.step) ? { step: search.step } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/import/ImportScreen"), "ImportScreen"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search): { page?: SettingsPage } =>
    isSettingsPage(search.page) ? { page: search.page } : {},
  component: lazyRouteComponent(() => import("@/features/settings/SettingsScreen"), "SettingsScreen"),
});

const today = createRoute({
  getParentRoute: () => root,
  path: "/today",
  component: lazyRouteComponent(() => import("@/features/today/TodayScreen"), "TodayScreen"),
});

const runs = createRoute({
  getParentRoute: () => root,
  path: "/runs",
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(() => import("@/features/runs/RunsScreen"), "RunsScreen"),
});

const run = createRoute({
  getParentRoute: () => root,
  path: "/runs/$id",
  component: lazyRouteComponent(() => import("@/features/runs/RunScreen"), "RunScreen"),
});

const outbox = createRoute({
  getParentRoute: () => root,
  path: "/outbox",
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import("@/features/outbox/OutboxScreen"), "OutboxScreen"),
});

const linkedin = createRoute({
  getParentRoute: () => root,
  path: "/linkedin",
  component: lazyRouteComponent(() => import("@/features/linkedin/LinkedinScreen"), "LinkedinScreen"),
});

const followups = createRoute({
  getParentRoute: () => root,
  path: "/followups",
  validateSearch: readFollowupsSearch,
  component: lazyRouteComponent(() => import("@/features/followups/FollowupsScreen"), "FollowupsScreen"),
});

const health = createRoute({
  getParentRoute: () => root,
  path: "/health",
  component: lazyRouteComponent(() => import("@/features/health/HealthScreen"), "HealthScreen"),
});

const history = createRoute({
  getParentRoute: () => root,
  path: "/history",
  component: lazyRouteComponent(() => import("@/features/history/HistoryScreen"), "HistoryScreen"),
});

const trash = createRoute({
  getParentRoute: () => root,
  path: "/trash",
  component: lazyRouteComponent(() => import("@/features/trash/TrashScreen"), "TrashScreen"),
});

const expired = createRoute({
  getParentRoute: () => root,
  path: "/expired",
  component: lazyRouteComponent(() => import("@/features/privacy/ExpiredScreen"), "ExpiredScreen"),
});

const qualify = createRoute({
  getParentRoute: () => root,
  path: "/qualify",
  component: lazyRouteComponent(() => import("@/features/capture/QualifyScreen"), "QualifyScreen"),
});

/** One router for the window, over the hash: a reloaded window returns to its place. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      home,
      today,
      people,
      companies,
      tasks,
      agenda,
      opportunities,
      runs,
      run,
      outbox,
      linkedin,
      followups,
      duplicates,
      importFile,
      health,
      history,
      trash,
      expired,
      qualify,
      settings,
    ]),
    history: createHashHistory(),
    defaultPreload: false,
    defaultErrorComponent: ScreenFault,
    defaultNotFoundComponent: GoHome,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
