import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { sayError } from "@/data/say";
import { Notice } from "@/design/Notice";
import { SkeletonRows } from "@/design/Skeleton";
import { toast } from "@/design/toast";
import { text, useText } from "@/i18n";
import { ConfigEditor } from "./config/ConfigEditor";
import { tidyDocument } from "./config/document";
import { configQuery } from "./queries";
import css from "./runs.module.css";

/** The configuration every new run starts from. It is saved when a field is left, and can be undone. */
export function StandingConfig() {
  const t = useText();
  const query = useQuery(configQuery);
  const [draft, setDraft] = useState<string>();
  const kept = query.data;
  // What came from elsewhere (undo, another window of the desk) replaces what is shown.
  useEffect(() => setDraft(kept === undefined ? undefined : tidyDocument(kept)), [kept]);
  if (query.error) {
    return (
      <div className={css.notice}>
        <Notice tone="bad" title={t("runs:config.notRead")}>
          {sayError(query.error)}
        </Notice>
      </div>
    );
  }
  if (draft === undefined) return <SkeletonRows rows={8} />;
  return (
    <ConfigEditor
      text={draft}
      onChange={setDraft}
      onLeave={(now) => !same(now, kept) && void save(now, kept)}
    />
  );
}

/** Whether two documents say the same, however they are laid out. */
function same(one: string, other: string | undefined): boolean {
  return other !== undefined && tidyDocument(one) === tidyDocument(other);
}

/** Keeps the document; the one before it is one click away. */
async function save(config: string, before: string | undefined): Promise<void> {
  const kept = await act(commands.runKeepConfig({ config }));
  if (kept === undefined) return;
  toast({
    words: text("runs:config.saved"),
    ...(before === undefined
      ? {}
      : {
          action: {
            label: text("common:undo"),
            run: () => void act(commands.runKeepConfig({ config: before })),
          },
        }),
  });
}
