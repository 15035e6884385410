import { act, redo } from "@/data/act";
import { commands, type OperationView, type UndoneView } from "@/data/client";
import { sayIntent } from "@/data/say";
import { toast } from "@/design/toast";
import { text } from "@/i18n";

/** Takes one operation back, whenever it was done; edits made since are kept and told. */
export async function takeBack(operation: OperationView): Promise<UndoneView | undefined> {
  const undone = await act(commands.historyUndo({ id: operation.id }));
  if (!undone) return undefined;
  const what = sayIntent(undone.operation.intent);
  toast({
    words:
      undone.kept.length > 0
        ? text("common:undoneKept", { what, count: undone.kept.length })
        : text("common:undone", { what }),
    action: { label: text("common:redo"), run: () => void redo() },
  });
  return undone;
}
