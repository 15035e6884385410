import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Eye, Pause, Play } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { OutboxRow } from "@/data/client";
import { workspaceQuery } from "@/data/desk";
import { Answered } from "@/design/Answered";
import { Button, LinkButton } from "@/design/Button";
import { cx } from "@/design/cx";
import { Dialog } from "@/design/Dialog";
import { useFormat } from "@/design/format";
import { Page } from "@/design/Page";
import { type Line, rowsOf } from "@/design/rows/lines";
import { RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { Split } from "@/design/SidePanel";
import { Tabs } from "@/design/Tabs";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useText } from "@/i18n";
import { approve, discard, pauseAll } from "./acts";
import { canApprove, countOf, isTab, passing, type Tab, tabs } from "./groups";
import { MessagePanel } from "./MessagePanel";
import { MessageRow } from "./MessageRow";
import { NoMessages } from "./NoMessages";
import css from "./outbox.module.css";
import { countsQuery } from "./queries";
import { useReviewed } from "./reviewed";
import { SeveralPanel } from "./SeveralPanel";
import { useEditing } from "./useEditing";
import { useGroups } from "./useGroups";
import { useOutboxKeys } from "./useOutboxKeys";

/** Every message on its way: what needs the seller first, then what leaves and what left. */
export function OutboxScreen() {
  const t = useText();
  const search = useSearch({ from: "/outbox" });
  const navigate = useNavigate({ from: "/outbox" });
  const tab = search.tab;
  const groups = useGroups(tab, search.run);
  const reviewed = useReviewed();
  const [giveUp, setGiveUp] = useState<OutboxRow[]>();
  const editor = useEditing();
  const edited = editor.edited?.row.id;
  const [back, setBack] = useState<string>();
  const [open, setOpen] = useState(() => search.id !== undefined || window.innerWidth >= 1024);

  const show = useCallback(
    (next: Tab | undefined) =>
      void navigate({
        search: (now) => ({ ...(now.run ? { run: now.run } : {}), ...(next ? { tab: next } : {}) }),
      }),
    [navigate],
  );
  const lines = useMemo(
    () => decorate(groups.lines, { reviewed, edited, tab, show, t }),
    [groups.lines, reviewed, edited, tab, show, t],
  );
  const cursor = useCursor(lines, search.id);
  const inHand = search.id ?? cursor.id;
  useEffect(() => {
    // An address that names a message opens it once; from then on the cursor decides.
    if (search.id && cursor.id && cursor.id !== search.id && cursor.index > 0)
      void navigate({ search: ({ id: _, ...rest }) => rest, replace: true });
  }, [search.id, cursor.id, cursor.index, navigate]);
  useEffect(() => {
    // What the editor held may have left the tab shown; the cursor follows it once it is back.
    if (!back || !lines.some((line) => line.id === back)) return;
    cursor.put(back);
    setBack(undefined);
  }, [back, lines, cursor.put]);
  const edit = (row: OutboxRow) => {
    setBack(undefined);
    void editor.open(row);
  };
  const closing = (close: () => void) => () => {
    if (editor.edited?.held) setBack(edited);
    close();
  };

  const drafts = useMemo(() => rowsOf(lines).filter((line) => canApprove(line.row)), [lines]);
  // A draft dealt with moves to another group; the cursor goes on to the next one to read instead of following it.
  const after = (acted: readonly OutboxRow[]) => {
    const gone = new Set(acted.map((row) => row.id));
    const here = drafts.findIndex((line) => gone.has(line.row.id));
    const waits = (line: (typeof drafts)[number]) => line.row.state === "draft" && !gone.has(line.row.id);
    return here < 0 ? undefined : (drafts.slice(here).find(waits) ?? drafts.find(waits))?.id;
  };

  useOutboxKeys({
    cursor,
    after,
    open: () => setOpen(true),
    close: () => {
      if (edited) {
        closing(editor.cancel)();
        return true;
      }
      if (cursor.selected.size > 0 || !open) return false;
      setOpen(false);
      return true;
    },
    edit,
    editing: edited !== undefined,
  });

  // The editor stays on its message wherever the cursor goes.
  const shown = edited ?? (open && groups.data ? inHand : undefined);

  return (
    <Page
      title={t("outbox:title")}
      beside={<OutboxTabs tab={tab} show={show} />}
      banner={<DeskBanner />}
      actions={
        <Actions
          drafts={search.run ? drafts.length : undefined}
          onReview={() => {
            setOpen(true);
            if (drafts[0]) cursor.put(drafts[0].id);
          }}
        />
      }
    >
      <div className={css.screen}>
        <Split
          list={
            <Answered
              of={groups}
              unreadable={t("outbox:unreadable")}
              rows={12}
              empty={
                lines.length === 0 && <NoMessages tab={tab} run={search.run} onAll={() => show(undefined)} />
              }
            >
              <RowList
                label={t("outbox:title")}
                lines={lines}
                cursor={cursor}
                columns={cx(css.columns, tab === "cancelled" && css.reasons)}
                onOpen={() => setOpen(true)}
                onEnd={groups.more}
              >
                {(row) => (
                  <MessageRow
                    row={row}
                    selected={cursor.selected.has(row.id)}
                    onToggle={() => cursor.toggle(row.id)}
                  />
                )}
              </RowList>
            </Answered>
          }
          panel={
            !edited && open && cursor.selected.size > 1 ? (
              <SeveralPanel
                rows={cursor.targets}
                onClear={cursor.clear}
                onGiveUp={() => setGiveUp(cursor.targets)}
              />
            ) : shown ? (
              <MessagePanel
                key={shown}
                id={shown}
                edit={
                  editor.edited && {
                    held: editor.edited.held,
                    onDone: closing(editor.done),
                    onCancel: closing(editor.cancel),
                  }
                }
                onEdit={edit}
                onMove={cursor.of > 1 ? cursor.move : undefined}
                onClose={edited ? closing(editor.cancel) : () => setOpen(false)}
                onGiveUp={(row) => setGiveUp([row])}
                onDone={(row) => {
                  const next = after([row]);
                  if (next) cursor.put(next);
                }}
              />
            ) : undefined
          }
        />
      </div>
      <Dialog
        open={giveUp !== undefined}
        title={t("outbox:giveUp.title", { count: giveUp?.length ?? 0 })}
        keep={t("outbox:giveUp.keep")}
        act={t("outbox:giveUp.act")}
        danger
        onKeep={() => setGiveUp(undefined)}
        onAct={() => {
          if (giveUp) void discard(giveUp).then(cursor.clear);
          setGiveUp(undefined);
        }}
      >
        {t("outbox:giveUp.words", { count: giveUp?.length ?? 0 })}
      </Dialog>
    </Page>
  );
}

function OutboxTabs({ tab, show }: { tab: Tab | undefined; show: (tab: Tab | undefined) => void }) {
  const t = useText();
  const format = useFormat();
  const counts = useQuery(countsQuery).data;
  return (
    <Tabs
      label={t("outbox:title")}
      value={tab ?? "all"}
      onChange={(value) => show(value === "all" ? undefined : value)}
      choices={[
        { value: "all" as const, label: t("outbox:tab.all") },
        ...tabs
          .map((name) => ({ name, count: countOf(name, counts) ?? 0 }))
          .filter(({ name, count }) => name === tab || !passing.has(name) || count > 0)
          .map(({ name, count }) => ({
            value: name,
            label: t(`outbox:tab.${name}`),
            count: count > 0 ? format.count(count) : undefined,
          })),
      ]}
    />
  );
}

/** `drafts` counts those of one run; without it all are counted. */
function Actions({ drafts: own, onReview }: { drafts: number | undefined; onReview: () => void }) {
  const t = useText();
  const counts = useQuery(countsQuery).data;
  const drafts = own ?? (counts ? counts.draft + counts.held : 0);
  const paused = useQuery(workspaceQuery).data?.sendingPaused ?? null;
  return (
    <>
      <Button
        icon={paused ? Play : Pause}
        onClick={() => void pauseAll(paused === null)}
        className={css.pause}
        title={t(paused ? "outbox:resume" : "outbox:pause")}
      >
        <span>{t(paused ? "outbox:resume" : "outbox:pause")}</span>
      </Button>
      {drafts > 0 && (
        <Button kind="primary" icon={Eye} onClick={onReview}>
          {t("outbox:review", { count: drafts })}
        </Button>
      )}
    </>
  );
}

interface Decor {
  reviewed: ReadonlySet<string>;
  /** The message in the editor: it is not approved from elsewhere. */
  edited: string | undefined;
  tab: Tab | undefined;
  show: (tab: Tab) => void;
  t: ReturnType<typeof useText>;
}

/** Group rows with what can be done for their whole group. */
function decorate(
  lines: readonly Line<OutboxRow>[],
  { reviewed, edited, tab, show, t }: Decor,
): Line<OutboxRow>[] {
  const drafts = rowsOf(lines)
    .map((line) => line.row)
    .filter((row) => canApprove(row) && reviewed.has(row.id) && row.id !== edited);
  return lines.map((line) => {
    if (line.kind !== "group") return line;
    if (line.id === "group-draft" && drafts.length > 0) {
      const action = (
        <LinkButton key="reviewed" onClick={() => void approve(drafts)}>
          {t("outbox:approveReviewed", { count: drafts.length })}
        </LinkButton>
      );
      return { ...line, action };
    }
    if (!tab && line.action === "more") {
      const name = line.id.replace("group-", "");
      return {
        ...line,
        action: isTab(name) ? (
          <LinkButton onClick={() => show(name)}>{t("outbox:seeAll")}</LinkButton>
        ) : undefined,
      };
    }
    return line;
  });
}
