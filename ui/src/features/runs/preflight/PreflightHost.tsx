import { Sheet } from "@/design/Sheet";
import { useText } from "@/i18n";
import { closePreflight, usePrepared } from "../selection";
import { PreflightSheet } from "./PreflightSheet";

/** The pre-flight sheet over whatever screen asked for it. */
export function PreflightHost() {
  const t = useText();
  const prepared = usePrepared();
  return (
    <Sheet open={prepared !== undefined} onClose={closePreflight} label={t("runs:preflight.title")}>
      {prepared && <PreflightSheet prepared={prepared} onClose={closePreflight} />}
    </Sheet>
  );
}
