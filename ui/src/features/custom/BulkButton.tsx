import { PenLine } from "lucide-react";
import { useState } from "react";
import type { CustomPut } from "@/data/client";
import { Button } from "@/design/Button";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { BulkDialog } from "./BulkDialog";
import { useFields } from "./queries";

/** Opens the change of one of the seller's fields for what is ticked; nothing where there are no such fields. */
export function BulkButton({ on, count }: { on: CustomPut["on"]; count: number }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const any = useFields(on.of).length > 0;
  useCommands([
    {
      id: `${on.of}.fields`,
      title: "custom:bulk.title",
      group: "selection",
      icon: PenLine,
      when: () => any,
      run: () => setOpen(true),
    },
  ]);
  if (!any) return null;
  return (
    <>
      <Button size="sm" icon={PenLine} onClick={() => setOpen(true)}>
        {t("custom:bulk.button")}
      </Button>
      {open && <BulkDialog on={on} count={count} onClose={() => setOpen(false)} />}
    </>
  );
}
