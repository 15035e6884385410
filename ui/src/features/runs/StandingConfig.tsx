import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { Answered } from "@/design/Answered";
import { toast } from "@/design/toast";
import { text, useText } from "@/i18n";
import { ConfigEditor } from "./config/ConfigEditor";
import { tidyDocument } from "./config/document";
import { configQuery } from "./queries";

/** The configuration every new run starts from. It is saved when a field is left, and can be undone. */
export function StandingConfig() {
  const t = useText();
  const query = useQuery(configQuery);
  const [draft, setDraft] = useState<string>();
  const kept = query.data;
  // What came from elsewhere (undo, another window of the desk) replaces what is shown.
  useEffect(() => setDraft(kept === undefined ? undefined : tidyDocument(kept)), [kept]);
  return (
    <Answered of={{ ...query, data: draft }} unreadable={t("runs:config.notRead")} rows={8}>
      {(text) => (
        <ConfigEditor
          text={text}
          onChange={setDraft}
          onLeave={(now) => !same(now, kept) && void save(now, kept)}
        />
      )}
    </Answered>
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
