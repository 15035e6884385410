import { Undo2, X } from "lucide-react";
import type { KeptEdit, OperationView, UndoneView } from "@/data/client";
import { sayIntent } from "@/data/say";
import { Button, IconButton } from "@/design/Button";
import { Fact, Facts } from "@/design/Facts";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { SidePanel } from "@/design/SidePanel";
import { useText } from "@/i18n";
import { ChangeLines } from "./ChangeLines";
import { everything } from "./changes";
import css from "./history.module.css";
import { actorWords, fieldWords } from "./words";

interface OperationPanelProps {
  operation: OperationView;
  /** What undoing it did, when it was undone from here. */
  undone: UndoneView | undefined;
  onUndo: () => void;
  onClose: () => void;
}

/** One operation: what undoing would do, or did, and which later edits it leaves alone. */
export function OperationPanel({ operation, undone, onUndo, onClose }: OperationPanelProps) {
  const t = useText();
  const format = useFormat();
  return (
    <SidePanel
      label={sayIntent(operation.intent)}
      head={
        <>
          <div className={css.head}>
            <h2>{sayIntent(operation.intent)}</h2>
            <IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
          </div>
          <Facts>
            <Fact label={t("history:screen.when")}>{`${format.weekdayTime(operation.at)}`}</Fact>
            <Fact label={t("history:screen.by")}>{actorWords(operation.actor, t)}</Fact>
          </Facts>
        </>
      }
      foot={
        operation.undoable && (
          <Button kind="primary" icon={Undo2} keys="u" onClick={onUndo}>
            {t("history:screen.undoThis")}
          </Button>
        )
      }
    >
      {undone ? (
        <div className={css.body}>
          <Notice tone="ok" title={t("history:screen.restored")}>
            {undone.kept.length > 0
              ? t("history:screen.keptWords", { count: undone.kept.length })
              : t("history:screen.nothingKept")}
          </Notice>
          {undone.kept.length > 0 && <Kept kept={undone.kept} />}
        </div>
      ) : operation.undoable ? (
        <Notice tone="accent" icon={Undo2} title={t("history:screen.wouldTitle")}>
          {t("history:screen.wouldWords")}
        </Notice>
      ) : (
        <p className={css.fine}>
          {t(operation.state === "undone" ? "history:screen.wasUndone" : "history:screen.cannot")}
        </p>
      )}
      {operation.rows > 0 && (
        <section>
          <h3 className={css.section}>{t("history:screen.change")}</h3>
          <ChangeLines ask={{ ...everything, operation: operation.id }} head="record" />
        </section>
      )}
    </SidePanel>
  );
}

function Kept({ kept }: { kept: readonly KeptEdit[] }) {
  const t = useText();
  return (
    <section>
      <h3 className={css.section}>{t("history:screen.keptTitle", { count: kept.length })}</h3>
      <ul className={css.kept}>
        {kept.map((edit) => (
          <li key={`${edit.table}-${edit.id}`}>
            <span>{edit.label || edit.id}</span>
            <span>{edit.columns.map((column) => fieldWords(column, t)).join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
