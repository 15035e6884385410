import { notifications } from "@mantine/notifications";
import { Check, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "./Button";
import { Icon } from "./Icon";
import css from "./toast.module.css";

interface Toast {
  words: ReactNode;
  /** Milliseconds it stays, where something can be called back for longer than 6 s. */
  lasts?: number;
  tone?: "ok" | "warn";
  icon?: LucideIcon;
  /** What can still be done about it: "Undo", "See why". */
  action?: ToastAction;
}

interface ToastAction {
  label: string;
  run: () => void;
  /** The operation it takes back, or a name of its own for an act outside the history: the toast goes once that is done from anywhere. */
  operation?: string;
}

/** How many are shown at once. */
export const MOST_TOASTS = 3;
let shown: string[] = [];
const offering = new Map<string, string>();

/** Takes away the toast that offers to take this operation back: there is nothing left to take back. */
export function dropOffer(operation: string): void {
  const id = offering.get(operation);
  if (id) notifications.hide(id);
}

/**
 * One line at the bottom left for 6 s (held while hovered or focused), announced politely. There are at most three: a new one takes the place
 * of the oldest, since what was just done or refused must be read now.
 */
export function toast({ words, lasts = 6000, tone = "ok", icon, action }: Toast): void {
  const id = `toast-${crypto.randomUUID()}`;
  const gone = shown.slice(0, Math.max(0, shown.length - MOST_TOASTS + 1));
  for (const oldest of gone) notifications.hide(oldest);
  shown = [...shown.filter((other) => !gone.includes(other)), id];
  const operation = action?.operation;
  if (operation) offering.set(operation, id);
  notifications.show({
    id,
    autoClose: lasts,
    onClose: () => {
      shown = shown.filter((other) => other !== id);
      if (operation && offering.get(operation) === id) offering.delete(operation);
    },
    withCloseButton: false,
    role: "status",
    classNames: { root: css.toast, body: css.body, description: css.words },
    message: (
      <>
        <Icon of={icon ?? (tone === "ok" ? Check : TriangleAlert)} size={14} />
        <span className={css.text}>{words}</span>
        {action && (
          <LinkButton
            tone="inverse"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </LinkButton>
        )}
      </>
    ),
  });
}
