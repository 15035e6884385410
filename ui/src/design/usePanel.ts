import { useViewportSize } from "@mantine/hooks";
import { useState } from "react";

/**
 * Whether a side panel is open: by itself where it has room beside its list, also after the window or the letters changed
 * their size; elsewhere only once it was asked for. `from` is the width of the window in pixels.
 */
export function usePanel(from = 1024): [open: boolean, set: (open: boolean) => void] {
  const [asked, setAsked] = useState<boolean>();
  const { width } = useViewportSize();
  return [asked ?? (width || window.innerWidth) >= from, setAsked];
}
