import { useEffect, useState } from "react";
import css from "./Skeleton.module.css";

/** True once `waiting` has lasted 300 ms: before that nothing is shown. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, [waiting]);
  return slow;
}

/** Grey bars of the real row height while rows are fetched. */
export function SkeletonRows({ rows }: { rows: number }) {
  const slow = useSlow(true);
  if (!slow) return null;
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={css.row}>
          <i className={css.disc} />
          <i className={css.bar} data-width={row % 3} />
          <i className={css.bar} data-width={(row + 1) % 3} />
          <i className={css.bar} data-width={2} />
        </div>
      ))}
    </div>
  );
}

/** One grey bar, for a cell or a line that is not there yet. */
export function SkeletonBar() {
  return <i className={css.bar} data-width={0} aria-hidden="true" />;
}
