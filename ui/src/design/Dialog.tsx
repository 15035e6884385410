import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { Button } from "./Button";
import css from "./Sheet.module.css";
import { layer } from "./theme";

interface DialogProps {
  open: boolean;
  /** The question. */
  title: string;
  /** What will be destroyed and what stays. */
  children: ReactNode;
  /** The safe choice: it has the focus, and Esc takes it. */
  keep: string;
  /** The other one; without it there is nothing to choose, only to read. */
  act?: string;
  danger?: boolean;
  busy?: boolean;
  /** What is asked for first was not done: the other choice waits. */
  blocked?: string | undefined;
  onKeep: () => void;
  onAct?: () => void;
}

/** A question asked only where undo cannot reach, or what must have been read before going on. */
export function Dialog({
  open,
  title,
  children,
  keep,
  act,
  danger = false,
  busy = false,
  blocked,
  onKeep,
  onAct,
}: DialogProps) {
  return (
    <Modal
      opened={open}
      onClose={onKeep}
      withCloseButton={false}
      size={440}
      padding={0}
      zIndex={layer.sheet + 1}
      attributes={{ content: { "aria-label": title } }}
      overlayProps={{ backgroundOpacity: 1, blur: 0 }}
      classNames={{ content: css.dialog, overlay: css.scrim }}
    >
      <div className={css.question}>
        <h2>{title}</h2>
        <div className={css.words}>{children}</div>
        <div className={css.actions}>
          <Button kind={act ? "default" : "primary"} onClick={onKeep} data-autofocus>
            {keep}
          </Button>
          {act && (
            <Button kind={danger ? "danger" : "primary"} busy={busy} blocked={blocked} onClick={onAct}>
              {act}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
