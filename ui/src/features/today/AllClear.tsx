import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { openPreflight } from "@/features/runs/selection";
import { useText } from "@/i18n";

/** Nothing waits and everything is set up. */
export function AllClear() {
  const t = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t("today:clear.title")}
      actions={
        <>
          <Button
            kind="primary"
            onClick={() => openPreflight({ selection: { kind: "all" }, words: t("runs:everybody") })}
          >
            {t("outreach:runAll")}
          </Button>
          <Button onClick={() => void navigate({ to: "/people" })}>{t("outreach:choosePeople")}</Button>
        </>
      }
    >
      {t("today:clear.words")}
    </EmptyState>
  );
}
