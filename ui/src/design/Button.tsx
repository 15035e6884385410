import { Tooltip } from "@mantine/core";
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import css from "./Button.module.css";
import { cx } from "./cx";
import { Icon, type LucideIcon } from "./Icon";
import { KeyCap } from "./KeyCap";
import words from "./text.module.css";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  /** One primary a pane, at its end. `danger` is an outline, never filled. */
  kind?: "primary" | "default" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  icon?: LucideIcon;
  /** Shortcut printed in the button; the registry of commands makes it work. */
  keys?: string;
  /** Why it cannot be pressed now. The button keeps its focus and says it. */
  blocked?: string | undefined;
  /** The act is under way: a second press does nothing. */
  busy?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with its verb first and its key printed in it. */
export function Button({
  kind = "default",
  size = "md",
  icon,
  keys,
  blocked,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const why = useId();
  const inert = blocked !== undefined || busy;
  const button = (
    <button
      {...rest}
      type={type}
      className={cx(css.button, className)}
      data-kind={kind}
      data-size={size}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      aria-describedby={blocked ? why : rest["aria-describedby"]}
      onClick={(event) => {
        // The second click of a double click is none: it would fall on whatever the first one has brought to this place.
        if (inert || event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} size={size === "sm" ? 14 : 16} />}
      {children}
      {keys && <KeyCap keys={keys} {...(kind === "primary" ? { tone: "inverse" as const } : {})} />}
      {blocked && (
        <span id={why} className={words.hidden}>
          {blocked}
        </span>
      )}
    </button>
  );
  return blocked ? <Tooltip label={blocked}>{button}</Tooltip> : button;
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** Its name, shown as a tooltip and read aloud. */
  label: string;
  icon: LucideIcon;
  kind?: "default" | "ghost";
  size?: "sm" | "md";
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A square button for tool bars; its name is its tooltip. */
export function IconButton({
  label,
  icon,
  kind = "ghost",
  size = "sm",
  keys,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      label={
        <span className={words.row}>
          {label}
          {keys && <KeyCap keys={keys} tone="inverse" />}
        </span>
      }
    >
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(css.button, css.square, className)}
        data-kind={kind}
        data-size={size}
      >
        <Icon of={icon} />
      </button>
    </Tooltip>
  );
}

/** Words that act: links inside sentences and at the end of rows. */
export function LinkButton({
  tone,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { tone?: "inverse" | "text" }) {
  return <button type="button" {...rest} className={cx(css.link, className)} data-tone={tone} />;
}
