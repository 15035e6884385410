import { TriangleAlert } from "lucide-react";
import { DeskError } from "@/data/ask";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { BrandSide, FirstRunPage } from "./BrandSide";
import css from "./workspace.module.css";

/** The desk cannot be opened at all: in use by another process, written by a newer version, damaged. Nothing was changed. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  return (
    <FirstRunPage side={<BrandSide title={t("workspace:trouble.side")}>{null}</BrandSide>}>
      <div className={css.choose}>
        <Notice
          tone="bad"
          icon={TriangleAlert}
          title={t("workspace:trouble.title")}
          actions={
            <Button size="sm" onClick={onRetry}>
              {t("common:retry")}
            </Button>
          }
        >
          <p>{sayError(error)}</p>
          {error instanceof DeskError && (
            <p>{t("workspace:trouble.reference", { reference: error.reference })}</p>
          )}
        </Notice>
      </div>
    </FirstRunPage>
  );
}
