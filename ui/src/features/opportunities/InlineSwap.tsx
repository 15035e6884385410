import { type ReactNode, useRef, useState } from "react";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";

interface InlineSwapProps {
  label: string;
  /** The value as it is read; empty where there is none. */
  shown: string;
  /** The control it is changed with, there until the focus leaves it or `done` is called. */
  children: (done: () => void) => ReactNode;
}

/** A value that looks like text where it stands, and becomes its control by a click or Enter. */
export function InlineSwap({ label, shown, children }: InlineSwapProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  if (!open) {
    return (
      <button
        type="button"
        className={record.inline}
        data-empty={shown === "" || undefined}
        aria-label={`${label}, ${shown || t("common:empty")}`}
        onClick={() => setOpen(true)}
      >
        {shown || "–"}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches its control lose the focus
    <div
      ref={box}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      {children(() => setOpen(false))}
    </div>
  );
}
