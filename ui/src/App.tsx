import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { followDesk, makeQueryClient } from "./data/queries";
import { DesignProviders } from "./design/Providers";
import { DeskGate } from "./features/workspace/DeskGate";

/** The frame and its screens wait for an open desk: first run and lock screen load little. */
const desk = () => import("./routes/Desk");
const Desk = lazy(desk);

/** The frame, then the list of people, which is the largest piece: read while the core opens the desk. */
function ahead(): void {
  void desk().then(() => import("./features/people/PeopleScreen"));
}

/** The window: look, data, then whatever the state of the desk asks for. */
export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(() => followDesk(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <DesignProviders>
        <DeskGate ahead={ahead}>
          <Suspense fallback={null}>
            <Desk />
          </Suspense>
        </DeskGate>
      </DesignProviders>
    </QueryClientProvider>
  );
}
