import type { ReactNode } from "react";
import { sayError } from "@/data/say";
import { useText } from "@/i18n";
import css from "./Answered.module.css";
import { Button } from "./Button";
import { Notice } from "./Notice";
import { SkeletonRows } from "./Skeleton";

/** What was asked of the core, as far as it is answered. */
export interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  /** Asks again; without it the notice offers no second try. */
  refetch?: () => unknown;
}

interface AnsweredProps<Data> {
  of: Asked<Data>;
  /** Says what could not be read. */
  unreadable: string;
  /** Grey rows while it is read. */
  rows: number;
  /** Stands inside a panel or a section, which has its own room around. */
  within?: boolean;
  /** What stands there where nothing was found; nothing where there is something. */
  empty?: ReactNode | ((data: Data) => ReactNode);
  children?: ReactNode | ((data: Data) => ReactNode);
}

/**
 * An answer of the core where it belongs: why it could not be read, grey rows until it comes, what stands where there is nothing,
 * or what was found. What was read once stays on the screen when reading it again fails.
 */
export function Answered<Data>({ of, unreadable, rows, within, empty, children }: AnsweredProps<Data>) {
  const t = useText();
  if (of.data === undefined) {
    if (!of.error) return <SkeletonRows rows={rows} />;
    const { refetch } = of;
    return (
      <div className={within ? undefined : css.alone}>
        <Notice
          tone="bad"
          title={unreadable}
          actions={refetch && <Button onClick={() => void refetch()}>{t("common:retry")}</Button>}
        >
          {sayError(of.error)}
        </Notice>
      </div>
    );
  }
  return given(empty, of.data) || given(children, of.data);
}

function given<Data>(piece: ReactNode | ((data: Data) => ReactNode), data: Data): ReactNode {
  return typeof piece === "function" ? piece(data) : piece;
}
