import { useNavigate, useSearch } from "@tanstack/react-router";
import { Play, Users } from "lucide-react";
import { Button } from "@/design/Button";
import { Page } from "@/design/Page";
import { Tabs } from "@/design/Tabs";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { RunList } from "./RunList";
import { StandingConfig } from "./StandingConfig";
import { openPreflight } from "./selection";

/** Full sequence: start a run, past runs, and what a run does. */
export function RunsScreen() {
  const t = useText();
  const navigate = useNavigate({ from: "/runs" });
  const { view } = useSearch({ from: "/runs" });
  const start = () => openPreflight({ selection: { kind: "all" }, words: t("runs:everybody") });
  useCommands([
    {
      id: "runs.start",
      title: "outreach:runAll",
      group: "act",
      icon: Play,
      keys: "r",
      unlisted: true,
      run: start,
    },
    {
      id: "runs.choose",
      title: "outreach:choosePeople",
      group: "act",
      icon: Users,
      run: () => void navigate({ to: "/people" }),
    },
  ]);
  return (
    <Page
      title={t("runs:title")}
      banner={<DeskBanner />}
      beside={
        <Tabs
          label={t("runs:title")}
          value={view ?? "runs"}
          onChange={(next) => void navigate({ search: next === "config" ? { view: "config" } : {} })}
          choices={[
            { value: "runs", label: t("runs:tab.runs") },
            { value: "config", label: t("runs:tab.config") },
          ]}
        />
      }
      actions={
        <>
          <Button kind="ghost" icon={Users} onClick={() => void navigate({ to: "/people" })}>
            {t("outreach:choosePeople")}
          </Button>
          <Button kind="primary" icon={Play} keys="r" onClick={start}>
            {t("outreach:runAll")}
          </Button>
        </>
      }
    >
      {view === "config" ? <StandingConfig /> : <RunList onStart={start} />}
    </Page>
  );
}
