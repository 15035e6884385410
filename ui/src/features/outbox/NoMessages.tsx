import { useNavigate } from "@tanstack/react-router";
import { Button, LinkButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { openPreflight } from "@/features/runs/selection";
import { useText } from "@/i18n";
import type { Tab } from "./groups";

/** Nothing to show: never anything, or nothing in this tab. */
export function NoMessages({
  tab,
  run,
  onAll,
}: {
  tab: Tab | undefined;
  run: string | undefined;
  onAll: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  if (tab || run) {
    return (
      <EmptyState title={tab ? t(`outbox:nothing.${tab}`) : t("outbox:nothing.run")}>
        <LinkButton onClick={onAll}>{t("outbox:nothing.all")}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("outbox:empty.title")}
      actions={
        <>
          <Button kind="primary" onClick={() => openPreflight({ selection: { kind: "all" } })}>
            {t("outreach:runAll")}
          </Button>
          <Button onClick={() => void navigate({ to: "/people" })}>{t("outreach:choosePeople")}</Button>
        </>
      }
    >
      {t("outbox:empty.words")}
    </EmptyState>
  );
}
