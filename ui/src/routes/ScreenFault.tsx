import type { ErrorComponentProps } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import { useText } from "@/i18n";

/** A screen that could not be drawn: the rest of the window stays, nothing of the desk is touched. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  const t = useText();
  return (
    <Page title={t("frame:fault.title")}>
      <div style={{ padding: "var(--s-6)", maxWidth: 560 }}>
        <Notice
          tone="bad"
          icon={TriangleAlert}
          title={t("frame:fault.title")}
          actions={
            <Button size="sm" onClick={reset}>
              {t("common:retry")}
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      </div>
    </Page>
  );
}
