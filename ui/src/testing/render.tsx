import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { DesignProviders } from "@/design/Providers";

/** Draws something inside the look and a cache of its own. */
export function show(content: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <DesignProviders instant>{content}</DesignProviders>
    </QueryClientProvider>,
  );
}

/** What axe finds wrong in a drawing. Colour contrast needs a real browser and is left to the pictures. */
export async function faults(container: Element): Promise<string[]> {
  const found = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" | ")}`);
}
