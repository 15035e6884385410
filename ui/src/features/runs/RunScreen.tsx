import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Answered } from "@/design/Answered";
import { Page } from "@/design/Page";
import { useText } from "@/i18n";
import { RunProgress } from "./progress/RunProgress";
import { POLL_MS, runQuery } from "./queries";
import { RunReceipt } from "./receipt/RunReceipt";
import { isOpen } from "./words";

/** One run: its progress while it works, its receipt once it has ended. */
export function RunScreen() {
  const t = useText();
  const { id } = useParams({ from: "/runs/$id" });
  const query = useQuery({
    ...runQuery(id),
    // Events say when something changed; asking again each second is the safety net while a run works.
    refetchInterval: (held) =>
      held.state.data?.state === "running" || held.state.data?.state === "cancelling" ? POLL_MS : false,
  });
  const run = query.data;
  if (run) return isOpen(run) ? <RunProgress run={run} /> : <RunReceipt run={run} />;
  return (
    <Page title={t("runs:run")} crumbs={<Link to="/runs">{t("runs:title")}</Link>}>
      <Answered of={query} unreadable={t("runs:unreadable")} rows={10} />
    </Page>
  );
}
