import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import css from "./Sheet.module.css";
import { layer } from "./theme";

interface SheetProps {
  open: boolean;
  onClose: () => void;
  /** Read aloud; the sheet draws its own head. */
  label: string;
  children: ReactNode;
}

/** A large working surface (pre-flight of a run): 1240 × 800 at most, the place it came from stays visible. */
export function Sheet({ open, onClose, label, children }: SheetProps) {
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      size="min(1240px, calc(100vw - 24px))"
      padding={0}
      zIndex={layer.sheet}
      transitionProps={{ transition: "fade", duration: 240, timingFunction: "cubic-bezier(.2,0,0,1)" }}
      overlayProps={{ color: "var(--scrim)", backgroundOpacity: 1, blur: 0 }}
      classNames={{ content: css.sheet, body: css.body, overlay: css.scrim, inner: css.inner }}
      attributes={{ content: { "aria-label": label } }}
    >
      {children}
    </Modal>
  );
}
