import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  redirect,
} from "@tanstack/react-router";
import { Frame } from "@/features/frame/Frame";
import { ImportScreen } from "@/features/import/ImportScreen";
import { type ImportStep, isImportStep } from "@/features/import/steps";
import { PeopleScreen, type PeopleSearch, readPeopleSearch } from "@/features/people/PeopleScreen";
import { isSettingsPage, type SettingsPage } from "@/features/settings/pages";
import { SettingsScreen } from "@/features/settings/SettingsScreen";
import { ScreenFault } from "./ScreenFault";

function GoHome() {
  return <Navigate to="/" />;
}

const root = createRootRoute({ component: Frame });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/people" });
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

/** One router for the window, over the hash: a reloaded window returns to its place. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([home, people, importFile, settings]),
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
