import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { followDesk, makeQueryClient } from "./data/queries";
import { DesignProviders } from "./design/Providers";
import { DeskGate } from "./features/workspace/DeskGate";

/** The frame and its screens wait for an open desk: first run and lock screen load little. */
const Desk = lazy(() => import("./routes/Desk"));

/** The window: look, data, then whatever the state of the desk asks for. */
export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(() => followDesk(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <DesignProviders>
        <DeskGate>
          <Suspense fallback={null}>
            <Desk />
          </Suspense>
        </DeskGate>
      </DesignProviders>
    </QueryClientProvider>
  );
}
