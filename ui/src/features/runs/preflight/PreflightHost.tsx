import { lazy, Suspense } from "react";
import { Sheet } from "@/design/Sheet";
import { useOutreachCommands } from "@/features/outreach/everywhere";
import { useText } from "@/i18n";
import { closePreflight, usePrepared } from "../selection";

const PreflightSheet = lazy(() =>
  import("./PreflightSheet").then((file) => ({ default: file.PreflightSheet })),
);

/** The pre-flight sheet over whatever screen asked for it, and the commands of outreach that work everywhere. */
export function PreflightHost() {
  const t = useText();
  const prepared = usePrepared();
  useOutreachCommands();
  return (
    <Sheet open={prepared !== undefined} onClose={closePreflight} label={t("runs:preflight.title")}>
      <Suspense fallback={null}>
        {prepared && <PreflightSheet prepared={prepared} onClose={closePreflight} />}
      </Suspense>
    </Sheet>
  );
}
