/** The parts of the window F6 moves between, in reading order. */
const regions = ["sidebar", "main", "panel", "status"];

/** Gives the focus to the next region of the window (or the one before), back to where it last was inside it. */
export function moveRegion(step: 1 | -1): void {
  const present = regions
    .map((name) => document.querySelector<HTMLElement>(`[data-region="${name}"]`))
    .filter((region): region is HTMLElement => region !== null && region.offsetParent !== null);
  if (present.length === 0) return;
  // A panel lies inside the main region: the innermost one that holds the focus counts.
  const here = present.findLastIndex((region) => region.contains(document.activeElement));
  const next = present[(here + step + present.length) % present.length];
  if (!next) return;
  const inside = next.querySelector<HTMLElement>(
    '[aria-current="page"], [data-region-start], [tabindex="0"]',
  );
  const holds = next.dataset.region === "main" || next.dataset.region === "panel";
  const target = (holds ? next.querySelector<HTMLElement>("[data-region-start]") : inside) ?? next;
  target.focus();
  if (target === next) frame(next);
}

/** Shows that a region as a whole has the focus, until it leaves. */
function frame(region: HTMLElement): void {
  region.dataset.reached = "true";
  region.addEventListener("blur", () => delete region.dataset.reached, { once: true });
}
