import { answerUndo, useUndoQuestion } from "@/data/lastAct";
import { sayIntent } from "@/data/say";
import { Dialog } from "@/design/Dialog";
import { useText } from "@/i18n";

/** Asks before a key takes a whole run or import back. */
export function UndoQuestion() {
  const t = useText();
  const operation = useUndoQuestion();
  return (
    <Dialog
      open={operation !== undefined}
      title={t("frame:undoAsk.title")}
      keep={t("frame:undoAsk.keep")}
      act={t("frame:undoAsk.act")}
      onKeep={() => answerUndo(false)}
      onAct={() => answerUndo(true)}
    >
      {operation && t("frame:undoAsk.words", { what: sayIntent(operation.intent) })}
    </Dialog>
  );
}
