import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  Check,
  ChevronDown,
  ChevronUp,
  Copy,
  History,
  PanelRight,
  SkipForward,
  SlidersHorizontal,
  UserCheck,
  X,
} from "lucide-react";
import { useMemo, useState } from "react";
import type { LinkedinTask } from "@/data/client";
import { Answered } from "@/design/Answered";
import { Button, IconButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { Page } from "@/design/Page";
import { SidePanel, Split } from "@/design/SidePanel";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { actsByItself } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { openPreflight } from "@/features/runs/selection";
import { useText } from "@/i18n";
import { copyAndOpen, record, takeArchive } from "./acts";
import { Counters } from "./Counters";
import { DoneToday } from "./DoneToday";
import css from "./linkedin.module.css";
import { NextPeople } from "./NextPeople";
import { queueQuery } from "./queries";
import { Stage } from "./Stage";

/** The hand-off queue: one person fills the stage, the seller acts in their own browser, the desk keeps count. */
export function LinkedinScreen() {
  const t = useText();
  const navigate = useNavigate();
  const query = useQuery(queueQuery);
  const queue = query.data;
  const [place, setPlace] = useState(0);
  const [opened, setOpened] = useState<string>();
  const [panel, setPanel] = usePanel();
  const tasks = useMemo(() => queue?.tasks ?? [], [queue]);
  const index = Math.min(place, Math.max(tasks.length - 1, 0));
  const task = tasks[index];
  const open = (which: LinkedinTask) => void copyAndOpen(which).then((done) => done && setOpened(which.id));
  const caps = () => void navigate({ to: "/settings", search: { page: "limits" } });

  useCommands([
    {
      id: "linkedin.open",
      title: "linkedin:act.open",
      group: "selection",
      icon: Copy,
      keys: "enter",
      when: () => task !== undefined && !actsByItself(),
      run: () => task && open(task),
    },
    {
      id: "linkedin.sent",
      title: "linkedin:act.sent",
      group: "selection",
      icon: Check,
      keys: ["s", "1"],
      when: () => task !== undefined,
      run: () => task && void record(task, "sent"),
    },
    {
      id: "linkedin.already",
      title: "linkedin:act.already",
      group: "selection",
      icon: UserCheck,
      keys: ["c", "2"],
      // Of a connection the desk knows it already.
      when: () => task !== undefined && !task.connectedOn,
      run: () => task && void record(task, "already_connected"),
    },
    {
      id: "linkedin.skip",
      title: "linkedin:act.skip",
      group: "selection",
      icon: SkipForward,
      keys: ["x", "3"],
      when: () => task !== undefined,
      run: () => task && void record(task, "skipped"),
    },
    {
      id: "linkedin.next",
      title: "linkedin:act.next",
      group: "list",
      icon: ChevronDown,
      keys: ["j", "arrowdown"],
      unlisted: true,
      run: () => setPlace(Math.min(index + 1, Math.max(tasks.length - 1, 0))),
    },
    {
      id: "linkedin.previous",
      title: "linkedin:act.previous",
      group: "list",
      icon: ChevronUp,
      keys: ["k", "arrowup"],
      unlisted: true,
      run: () => setPlace(Math.max(index - 1, 0)),
    },
    {
      id: "linkedin.panel",
      title: "linkedin:act.panel",
      group: "list",
      icon: PanelRight,
      keys: "p",
      run: () => setPanel(!panel),
    },
    {
      id: "linkedin.archive",
      title: "palette:to.linkedinArchive",
      also: "palette:words.linkedinArchive",
      group: "act",
      icon: History,
      run: () => void takeArchive(),
    },
    { id: "linkedin.caps", title: "linkedin:act.caps", group: "act", icon: SlidersHorizontal, run: caps },
  ]);

  return (
    <Page
      title={t("linkedin:title")}
      count={queue && queue.waiting > 0 ? t("linkedin:waiting", { count: queue.waiting }) : undefined}
      banner={<DeskBanner />}
      actions={
        <>
          {!panel && (
            <Button icon={PanelRight} keys="p" onClick={() => setPanel(true)}>
              {t("linkedin:act.panel")}
            </Button>
          )}
          {panel ? (
            <Button kind="ghost" icon={History} onClick={() => void takeArchive()}>
              {t("linkedin:archive.take")}
            </Button>
          ) : (
            <IconButton
              size="md"
              icon={History}
              label={t("linkedin:archive.take")}
              onClick={() => void takeArchive()}
            />
          )}
          <Button kind="ghost" icon={SlidersHorizontal} onClick={caps}>
            {t("linkedin:act.caps")}
          </Button>
        </>
      }
    >
      <Answered of={query} unreadable={t("linkedin:unreadable")} rows={8}>
        {(queue) => (
          <Split
            list={
              task ? (
                <Stage
                  key={task.id}
                  task={task}
                  place={index + 1}
                  of={queue.waiting}
                  wait={queue.wait}
                  opened={opened === task.id}
                  onOpen={() => open(task)}
                />
              ) : (
                <EmptyState
                  title={t(queue.done.length > 0 ? "linkedin:empty.allDone" : "linkedin:empty.title")}
                  actions={
                    queue.done.length > 0 ? undefined : (
                      <Button kind="primary" onClick={() => openPreflight({ selection: { kind: "all" } })}>
                        {t("outreach:runAll")}
                      </Button>
                    )
                  }
                >
                  {t("linkedin:empty.words")}
                </EmptyState>
              )
            }
            panel={
              panel && (
                <SidePanel
                  label={t("linkedin:panel")}
                  head={
                    <div className={css.panelHead}>
                      <Counters queue={queue} />
                      <IconButton
                        label={t("common:close")}
                        keys="p"
                        icon={X}
                        onClick={() => setPanel(false)}
                      />
                    </div>
                  }
                >
                  <NextPeople tasks={tasks} waiting={queue.waiting} index={index} onPick={setPlace} />
                  <DoneToday done={queue.done} />
                </SidePanel>
              )
            }
          />
        )}
      </Answered>
    </Page>
  );
}
