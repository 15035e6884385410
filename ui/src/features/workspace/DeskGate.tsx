import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { workspaceQuery } from "@/data/desk";
import { useSlow } from "@/design/Skeleton";
import { rememberedLocale, speak } from "@/i18n";
import { FirstRun } from "./FirstRun";
import { Locked } from "./Locked";
import { Trouble } from "./Trouble";
import css from "./workspace.module.css";

/**
 * Lets the frame in only while the desk is open: first run before there is one, lock screen while it is closed. `ahead` loads what an open
 * desk will show, while the core is opening it.
 */
export function DeskGate({ children, ahead }: { children: ReactNode; ahead: () => void }) {
  const client = useQueryClient();
  const status = useQuery(workspaceQuery);
  const [firstRun, setFirstRun] = useState(false);
  const state = status.data?.state;
  const locale = status.data?.locale;
  const slow = useSlow(status.isPending);

  useEffect(() => {
    if (state === "none") setFirstRun(true);
    // Nothing of a closed desk stays in the window's memory.
    if (state === "locked")
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== workspaceQuery.queryKey[0] });
  }, [state, client]);
  useEffect(() => {
    if (state === "locked") ahead();
  }, [state, ahead]);
  useEffect(() => {
    // The language a desk was made in, until the one set in it can be read.
    if ((locale === "fr" || locale === "en") && !rememberedLocale()) speak(locale);
  }, [locale]);

  if (status.isError) return <Trouble error={status.error} onRetry={() => void status.refetch()} />;
  if (!status.data) return slow ? <div className={css.page} aria-busy="true" /> : null;
  if (firstRun || state === "none")
    return <FirstRun status={status.data} onDone={() => setFirstRun(false)} />;
  if (state === "locked") return <Locked status={status.data} />;
  return children;
}
