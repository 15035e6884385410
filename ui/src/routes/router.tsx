import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  redirect,
} from "@tanstack/react-router";
import { FollowupsScreen, readFollowupsSearch } from "@/features/followups/FollowupsScreen";
import { Frame } from "@/features/frame/Frame";
import { HealthScreen } from "@/features/health/HealthScreen";
import { HistoryScreen } from "@/features/history/HistoryScreen";
import { ImportScreen } from "@/features/import/ImportScreen";
import { type ImportStep, isImportStep } from "@/features/import/steps";
import { LinkedinScreen } from "@/features/linkedin/LinkedinScreen";
import { OutboxScreen, readOutboxSearch } from "@/features/outbox/OutboxScreen";
import { PeopleScreen, type PeopleSearch, readPeopleSearch } from "@/features/people/PeopleScreen";
import { RunScreen } from "@/features/runs/RunScreen";
import { RunsScreen, readRunsSearch } from "@/features/runs/RunsScreen";
import { isSettingsPage, type SettingsPage } from "@/features/settings/pages";
import { SettingsScreen } from "@/features/settings/SettingsScreen";
import { TodayScreen } from "@/features/today/TodayScreen";
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
  component: PeopleScreen,
});

const importFile = createRoute({
  getParentRoute: () => root,
  path: "/import",
  validateSearch: (search): { id?: string; step?: ImportStep } => ({
    ...(typeof search.id === "string" ? { id: search.id } : {}),
    ...(isImportStep(search.step) ? { step: search.step } : {}),
  }),
  component: ImportScreen,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search): { page?: SettingsPage } =>
    isSettingsPage(search.page) ? { page: search.page } : {},
  component: SettingsScreen,
});

const today = createRoute({ getParentRoute: () => root, path: "/today", component: TodayScreen });

const runs = createRoute({
  getParentRoute: () => root,
  path: "/runs",
  validateSearch: readRunsSearch,
  component: RunsScreen,
});

const run = createRoute({ getParentRoute: () => root, path: "/runs/$id", component: RunScreen });

const outbox = createRoute({
  getParentRoute: () => root,
  path: "/outbox",
  validateSearch: readOutboxSearch,
  component: OutboxScreen,
});

const linkedin = createRoute({ getParentRoute: () => root, path: "/linkedin", component: LinkedinScreen });

const followups = createRoute({
  getParentRoute: () => root,
  path: "/followups",
  validateSearch: readFollowupsSearch,
  component: FollowupsScreen,
});

const health = createRoute({ getParentRoute: () => root, path: "/health", component: HealthScreen });

const history = createRoute({ getParentRoute: () => root, path: "/history", component: HistoryScreen });

/** One router for the window, over the hash: a reloaded window returns to its place. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      home,
      today,
      people,
      runs,
      run,
      outbox,
      linkedin,
      followups,
      importFile,
      health,
      history,
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
