import { X } from "lucide-react";
import { useText } from "@/i18n";
import { Answered } from "./Answered";
import { IconButton } from "./Button";
import { SidePanel } from "./SidePanel";

interface PendingPanelProps {
  label: string;
  /** Says what could not be read. */
  unreadable: string;
  error: unknown;
  onClose: () => void;
}

/** The panel of a record that is not read yet, or is not there any more. */
export function PendingPanel({ label, unreadable, error, onClose }: PendingPanelProps) {
  const t = useText();
  return (
    <SidePanel
      label={label}
      head={<IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />}
    >
      <Answered of={{ data: undefined, error }} unreadable={unreadable} rows={6} within />
    </SidePanel>
  );
}
