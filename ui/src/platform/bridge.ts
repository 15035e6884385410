import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";

/**
 * Development only: answers the window's calls from the loopback HTTP endpoint of the command line instead of the shell,
 * so that screens can be looked at in a browser. `main.tsx` leaves it out of production bundles.
 */
export function connectBridge(base: string): void {
  mockIPC(
    async (command, args) => {
      const answer = await fetch(`${base}/call/${command}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(args ?? {}),
      });
      const body: unknown = await answer.json();
      if (!answer.ok) throw body;
      return body;
    },
    { shouldMockEvents: true },
  );
  const events = new EventSource(`${base}/events`);
  events.onmessage = (message) => {
    const { event, payload } = JSON.parse(message.data as string) as { event: string; payload: unknown };
    void emit(event, payload);
  };
}
