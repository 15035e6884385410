import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { useSetting, workspaceQuery } from "@/data/desk";
import { type LockMemory, rememberLock } from "@/features/workspace/lockMemory";

const activity = ["pointerdown", "pointermove", "keydown", "wheel", "focus"] as const;

/** Closes the desk; the gate shows the lock screen as soon as it is closed. */
export function useLock(): (memory?: { idle?: number }) => void {
  const client = useQueryClient();
  return useCallback(
    (memory) => {
      const note: LockMemory = { at: new Date(), ...(memory?.idle ? { idle: memory.idle } : {}) };
      rememberLock(note);
      void act(commands.workspaceLock({})).then(() =>
        client.invalidateQueries({ queryKey: workspaceQuery.queryKey }),
      );
    },
    [client],
  );
}

/** Locks after the set minutes without a key, a click or a movement in this window; 0 never does. */
export function useIdleLock(lock: (memory: { idle: number }) => void): void {
  const minutes = Number(useSetting("security.lock_minutes") ?? 0);
  useEffect(() => {
    if (!(minutes > 0)) return;
    let last = Date.now();
    const moved = () => {
      last = Date.now();
    };
    for (const name of activity) window.addEventListener(name, moved, { passive: true });
    // A timer alone would start anew after sleep: the clock is compared instead.
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) lock({ idle: minutes });
    }, 5000);
    return () => {
      clearInterval(timer);
      for (const name of activity) window.removeEventListener(name, moved);
    };
  }, [minutes, lock]);
}
