import { ArrowRight, Lock, Pause, TriangleAlert } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "@/design/Icon";
import { Logo } from "@/design/Mark";
import { speak, useLocale, useText } from "@/i18n";
import { Art } from "./BrandSide";
import { isWhole } from "./recoveryKey";
import css from "./workspace.module.css";

/** What opens the desk. */
export type Opening = { passphrase: string } | { recoveryKey: string } | Record<string, never>;

interface LockScreenProps {
  /** A passphrase is asked; otherwise the system's keychain opens the desk at one press. */
  passphrase: boolean;
  /** Why and when it was locked. */
  since?: ReactNode;
  error?: string | undefined;
  busy: boolean;
  onOpen: (opening: Opening) => void;
}

/** The locked desk: mark, one word, one field. No name and no count, here or in the window's title. */
export function LockScreen({ passphrase, since, error, busy, onOpen }: LockScreenProps) {
  const t = useText();
  const locale = useLocale();
  const [forgotten, setForgotten] = useState(false);
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const asks = passphrase || forgotten;
  // What was refused is typed over, not continued.
  useEffect(() => {
    if (error) field.current?.select();
  }, [error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!asks) onOpen({});
    else if (!forgotten && typed) onOpen({ passphrase: typed });
    else if (forgotten && isWhole(typed)) onOpen({ recoveryKey: typed });
    else field.current?.focus();
  };
  const swap = () => {
    setForgotten(!forgotten);
    setTyped("");
    field.current?.focus();
  };

  return (
    <main className={css.lock}>
      <Art />
      <form className={css.lockForm} onSubmit={submit}>
        <Logo size={56} />
        <h1>{t("workspace:lock.title")}</h1>
        {since && <p>{since}</p>}
        <div className={css.lockField} data-wide={forgotten || undefined}>
          {asks ? (
            <input
              ref={field}
              // biome-ignore lint/a11y/noAutofocus: the one field of the screen
              autoFocus
              type={forgotten ? "text" : "password"}
              aria-label={t(forgotten ? "workspace:lock.key" : "workspace:lock.phrase")}
              aria-invalid={error ? true : undefined}
              placeholder={forgotten ? t("workspace:lock.keyExample") : undefined}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : (
            <span>{t("workspace:lock.keychain")}</span>
          )}
          <button
            type="submit"
            // biome-ignore lint/a11y/noAutofocus: Enter opens, as is printed under it
            autoFocus={!asks}
            aria-label={t("workspace:lock.open")}
            aria-busy={busy || undefined}
          >
            <Icon of={ArrowRight} size={18} />
          </button>
        </div>
        {error && (
          <p className={css.lockError} data-wide={forgotten || undefined} role="alert">
            <Icon of={TriangleAlert} />
            {error}
          </p>
        )}
        <p className={css.lockHelp}>
          <span>{t("workspace:lock.enter")}</span>
          <button type="button" onClick={swap}>
            {t(forgotten ? "workspace:lock.remembered" : "workspace:lock.forgotten")}
          </button>
        </p>
      </form>
      <footer className={css.lockFoot}>
        <span>
          <Icon of={Lock} size={14} />
          {t("workspace:lock.closed")}
        </span>
        <span>
          <Icon of={Pause} size={14} />
          {t("workspace:lock.waiting")}
        </span>
        <button type="button" onClick={() => speak(locale === "fr" ? "en" : "fr")}>
          Français / English
        </button>
      </footer>
    </main>
  );
}
