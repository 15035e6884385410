import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Play, ShieldCheck, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type Preflight } from "@/data/client";
import { useSetting } from "@/data/desk";
import { sayError, sayReason } from "@/data/say";
import { Button, IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { SkeletonRows } from "@/design/Skeleton";
import { Tabs } from "@/design/Tabs";
import { inField } from "@/features/palette/shortcuts";
import { useText } from "@/i18n";
import { ConfigEditor } from "../config/ConfigEditor";
import { changeDocument, readDocument, tidyDocument } from "../config/document";
import { configQuery, preflightQuery } from "../queries";
import type { Prepared } from "../selection";
import { MessagesColumn } from "./MessagesColumn";
import { PlanColumn } from "./PlanColumn";
import css from "./preflight.module.css";
import { WhoColumn } from "./WhoColumn";

/** Everything a run would do, before anything is done, and its one confirmation. */
export function PreflightSheet({ prepared, onClose }: { prepared: Prepared; onClose: () => void }) {
  const standing = useQuery(configQuery);
  const start = prepared.config ?? standing.data;
  const t = useText();
  if (start !== undefined) return <Loaded prepared={prepared} start={start} onClose={onClose} />;
  return (
    <div className={css.sheet}>
      <Head onClose={onClose}>
        <h2>{t("runs:preflight.title")}</h2>
      </Head>
      <div className={css.alone}>
        {standing.error ? (
          <Notice tone="bad" title={t("runs:preflight.unreadable")}>
            {sayError(standing.error)}
          </Notice>
        ) : (
          <SkeletonRows rows={8} />
        )}
      </div>
    </div>
  );
}

function Head({ children, onClose }: { children: React.ReactNode; onClose: () => void }) {
  const t = useText();
  return (
    <header className={css.head}>
      {children}
      <span className={css.end}>
        <IconButton label={t("common:close")} icon={X} size="md" onClick={onClose} />
      </span>
    </header>
  );
}

function Loaded({ prepared, start, onClose }: { prepared: Prepared; start: string; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const sheet = useRef<HTMLDivElement>(null);
  const [config, setConfig] = useState(() => tidyDocument(start));
  const [view, setView] = useState<"check" | "config">("check");
  const [title, setTitle] = useState("");
  const [shown, setShown] = useState(0);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const recallSeconds = useSetting("outreach.recall_seconds");
  const usable = readDocument(config).problems.length === 0;
  const query = useQuery({
    ...preflightQuery(prepared.selection, config),
    enabled: usable && view === "check",
    placeholderData: keepPreviousData,
    // Sheets are opened for a decision: figures of a minute ago are not good enough.
    staleTime: 0,
  });
  const preflight = query.data;
  const fresh = preflight !== undefined && !query.isPlaceholderData && !query.error;
  // The keys of the sheet work from anywhere in it as soon as it is open.
  useEffect(() => sheet.current?.focus(), []);

  const blocked = whyNot(preflight, fresh, usable, t);
  const go = async () => {
    if (blocked !== undefined || starting || !preflight) return;
    setStarting(true);
    setFailure(undefined);
    try {
      const run = await ask(
        commands.runStart({
          selection: prepared.selection,
          config,
          title: title.trim(),
          sendWithoutApproval: preflight.sends,
          recall: true,
        }),
      );
      onClose();
      void navigate({ to: "/runs/$id", params: { id: run.id } });
    } catch (error) {
      setFailure(sayError(error));
    } finally {
      setStarting(false);
    }
  };
  const toIdentity = () => {
    onClose();
    void navigate({ to: "/settings", search: { page: "identity" } });
  };
  const step = (by: number) =>
    preflight && setShown((now) => Math.min(Math.max(now + by, 0), preflight.messages.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void go();
    else if (inField(event.target)) return;
    else if (view === "check" && event.key === "j") step(1);
    else if (view === "check" && event.key === "k") step(-1);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the sheet are printed on its buttons
    <div ref={sheet} className={css.sheet} tabIndex={-1} data-autofocus onKeyDown={onKeyDown}>
      <Head onClose={onClose}>
        <h2>{t("runs:preflight.title")}</h2>
        <span className={css.words}>
          {prepared.words ?? (preflight && t("runs:preflight.chosen", { count: preflight.chosen }))}
        </span>
        <span className={css.views}>
          <Tabs
            compact
            label={t("runs:preflight.title")}
            value={view}
            onChange={setView}
            choices={[
              { value: "check", label: t("runs:preflight.check") },
              { value: "config", label: t("runs:preflight.config") },
            ]}
          />
        </span>
      </Head>
      {view === "config" ? (
        <div className={css.config}>
          <ConfigEditor text={config} onChange={setConfig} />
        </div>
      ) : preflight && usable ? (
        <div className={css.columns} aria-busy={!fresh}>
          <WhoColumn
            preflight={preflight}
            onDuplicates={() => {
              onClose();
              void navigate({ to: "/duplicates" });
            }}
          />
          <MessagesColumn
            preflight={preflight}
            shown={shown}
            onShow={setShown}
            selection={prepared.selection}
            config={config}
            onConfig={() => setView("config")}
            onIdentity={toIdentity}
          />
          <PlanColumn
            preflight={preflight}
            title={title}
            onTitle={setTitle}
            onSends={(sends) => setConfig(changeDocument(config, "actions.sendEmails", sends))}
            onIdentity={toIdentity}
            onConfig={() => setView("config")}
            failure={failure ?? (query.error ? sayError(query.error) : undefined)}
          />
        </div>
      ) : (
        <div className={css.alone}>
          {!usable ? (
            <Notice
              tone="warn"
              title={t("runs:preflight.badConfig")}
              actions={<Button onClick={() => setView("config")}>{t("runs:preflight.toConfig")}</Button>}
            >
              {t("runs:preflight.badConfigHint")}
            </Notice>
          ) : query.error ? (
            <Notice
              tone="bad"
              title={t("runs:preflight.unreadable")}
              actions={
                <>
                  <Button onClick={() => void query.refetch()}>{t("common:retry")}</Button>
                  <Button kind="ghost" onClick={() => setView("config")}>
                    {t("runs:preflight.toConfig")}
                  </Button>
                </>
              }
            >
              {sayError(query.error)}
            </Notice>
          ) : (
            <SkeletonRows rows={8} />
          )}
        </div>
      )}
      <footer className={css.foot}>
        <Icon of={ShieldCheck} />
        <span className={css.promise}>
          {t("runs:preflight.promise", { seconds: Number(recallSeconds ?? 30) })}
        </span>
        <Button kind="ghost" size="lg" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          size="lg"
          icon={Play}
          keys="mod+enter"
          busy={starting}
          blocked={blocked}
          onClick={() => void go()}
        >
          {preflight
            ? t("runs:preflight.start", { count: preflight.writtenTo })
            : t("runs:preflight.startPlain")}
        </Button>
      </footer>
    </div>
  );
}

/** Why the run cannot start now, if it cannot. */
function whyNot(
  preflight: Preflight | undefined,
  fresh: boolean,
  usable: boolean,
  t: ReturnType<typeof useText>,
): string | undefined {
  if (!usable) return t("runs:preflight.badConfig");
  if (!preflight || !fresh) return t("runs:preflight.checking");
  const blocker = preflight.blockers[0];
  if (blocker) return sayReason(blocker);
  if (preflight.writtenTo === 0 && preflight.linkedinNotes === 0) return t("runs:preflight.nobody");
  return undefined;
}
