import { useSyncExternalStore } from "react";

/** Density of rows and controls, kept per window. */
export type Density = "comfortable" | "compact";

const KEY = "rainmaker.density";
const listeners = new Set<() => void>();

function read(): Density {
  return localStorage.getItem(KEY) === "compact" ? "compact" : "comfortable";
}

/** Applies the kept density to the document; called once before the first drawing. */
export function startDensity(): void {
  document.documentElement.dataset.density = read();
}

/** Changes the density at once. */
export function setDensity(density: Density): void {
  localStorage.setItem(KEY, density);
  document.documentElement.dataset.density = density;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The density in use. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, read);
}

/** Row and head heights in pixels, which a virtual grid needs as numbers; the same figures as in tokens.css. */
export const rowHeights: Record<Density, { row: number; head: number }> = {
  comfortable: { row: 36, head: 32 },
  compact: { row: 30, head: 30 },
};
