import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "@/data/ask";
import { commands, type WorkspaceStatus } from "@/data/client";
import { workspaceQuery } from "@/data/desk";
import { sayError } from "@/data/say";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { LockScreen, type Opening } from "./LockScreen";
import { lastLock } from "./lockMemory";

/** A start of the program tries the keychain once by itself; a desk that was locked in this window never opens by itself. */
let started = false;

/** The lock screen, opening the desk by passphrase, recovery key or the system's keychain. */
export function Locked({ status }: { status: WorkspaceStatus }) {
  const t = useText();
  const format = useFormat();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: (opening: Opening) =>
      ask(
        commands.workspaceUnlock({
          passphrase: "passphrase" in opening ? opening.passphrase : null,
          recoveryKey: "recoveryKey" in opening ? opening.recoveryKey : null,
        }),
      ),
    onSuccess: (now) => client.setQueryData(workspaceQuery.queryKey, now),
  });
  const { mutate } = open;
  const memory = lastLock();
  const byItself = status.keychain && !status.passphrase && !memory;
  useEffect(() => {
    document.title = "Rainmaker";
    if (!byItself || started) return;
    started = true;
    mutate({});
  }, [byItself, mutate]);

  const time = memory ? format.clock(memory.at) : "";
  const since = memory
    ? memory.idle
      ? t("workspace:lock.idle", { minutes: memory.idle, time })
      : t("workspace:lock.since", { time })
    : undefined;
  return (
    <LockScreen
      passphrase={status.passphrase || !status.keychain}
      since={since}
      error={open.error ? sayError(open.error) : undefined}
      busy={open.isPending}
      onOpen={open.mutate}
    />
  );
}
