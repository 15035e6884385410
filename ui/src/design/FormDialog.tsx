import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface FormDialogProps {
  open: boolean;
  /** What it is for, for those who do not see it. */
  label: string | undefined;
  /** Width in pixels. */
  size: number;
  onClose: () => void;
  /** The form: it begins anew each time. */
  children: ReactNode;
}

/** A form over the screen it belongs to. */
export function FormDialog({ open, label, size, onClose, children }: FormDialogProps) {
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      size={size}
      padding={0}
      attributes={{ content: { "aria-label": label } }}
      overlayProps={{ backgroundOpacity: 0.38 }}
    >
      {children}
    </Modal>
  );
}
