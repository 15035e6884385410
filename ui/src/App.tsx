import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { followDesk, makeQueryClient } from "./data/queries";
import { DesignProviders } from "./design/Providers";
import { DeskGate } from "./features/workspace/DeskGate";
import { makeRouter } from "./routes/router";

/** The window: look, data, then whatever the state of the desk asks for. */
export function App() {
  const [client] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  useEffect(() => followDesk(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <DesignProviders>
        <DeskGate>
          <RouterProvider router={router} />
        </DeskGate>
      </DesignProviders>
    </QueryClientProvider>
  );
}
