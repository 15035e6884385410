import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { undoOfLast } from "@/data/act";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { settingsQuery } from "@/data/desk";
import { forget } from "@/data/queries";
import { sayError } from "@/data/say";
import { toast } from "@/design/toast";
import { text } from "@/i18n";

/** Writes a setting; the answer is what was refused, in words, or nothing. */
export type Save = (key: string, value: string) => Promise<string | undefined>;

/** The settings by key, the secrets that are set, and how to change one: saved at once, with Undo. */
export function useSettings() {
  const client = useQueryClient();
  const all = useQuery(settingsQuery).data;
  const save = useCallback<Save>(
    async (key, value) => {
      try {
        await ask(commands.settingSet({ key, value }));
      } catch (error) {
        return sayError(error);
      }
      forget(client, ["settings", "history"]);
      const action = await undoOfLast();
      toast({ words: text("settings:saved"), ...(action ? { action } : {}) });
      return undefined;
    },
    [client],
  );
  return {
    ready: all !== undefined,
    value: (key: string) => all?.values.find((setting) => setting.key === key)?.value ?? "",
    isSet: (secret: string) => all?.secrets.some((known) => known.name === secret && known.set) ?? false,
    save,
  };
}
