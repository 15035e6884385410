import { Check, Printer } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { sayError } from "@/data/say";
import { Button, LinkButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Logo } from "@/design/Mark";
import { Notice } from "@/design/Notice";
import { Paper, PaperRule } from "@/design/Receipt";
import words from "@/design/text.module.css";
import { pressOf } from "@/features/palette/shortcuts";
import { useText } from "@/i18n";
import { clean, sameGroup, twoGroups } from "./recoveryKey";
import css from "./workspace.module.css";

interface RecoverySheetProps {
  groups: readonly string[];
  folder: string;
  /** The two groups as retyped, counted from 1; rejects when the desk finds them wrong. */
  onDone: (typed: Array<{ number: number; value: string }>) => Promise<void>;
  /** Leaves without the check: this key is then gone, and another is made in the settings. */
  onLater?: (() => void) | undefined;
  /** What leaving without the check is called; absent = skipping it on a trial. */
  laterWords?: string;
  /** Which two groups are asked; random unless a test says. */
  asked?: [number, number];
}

/** The recovery key on paper, shown once: first to be printed or written down, then two groups are covered and retyped. */
export function RecoverySheet({ groups, folder, onDone, onLater, laterWords, asked }: RecoverySheetProps) {
  const t = useText();
  const format = useFormat();
  const [two] = useState<[number, number]>(() => asked ?? twoGroups(Math.random));
  const [covered, setCovered] = useState(false);
  const [typed, setTyped] = useState<[string, string]>(["", ""]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const right = two.map((group, index) => sameGroup(typed[index] ?? "", groups[group]));
  const done = right.every(Boolean);
  const print = () => window.print();
  // Its own key: the frame, which hears those of the commands, is not there yet at the first start and is covered later.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressOf(event) !== "mod+p") return;
      event.preventDefault();
      window.print();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const confirm = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onDone(two.map((group, index) => ({ number: group + 1, value: clean(typed[index] ?? "") })));
    } catch (error) {
      setFailure(sayError(error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!covered) setCovered(true);
    else if (done && !busy) void confirm();
  };

  return (
    <form onSubmit={submit}>
      <div className={css.printed}>
        <Paper label={t("workspace:recovery.title")}>
          <header className={css.paperHead}>
            <Logo size={20} />
            {t("workspace:recovery.title")}
            <span>{format.longDay(new Date())}</span>
          </header>
          <PaperRule />
          <ol className={css.groups}>
            {groups.map((group, index) => {
              const hidden = covered && two.includes(index);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a key never move
                <li key={index} data-covered={hidden || undefined}>
                  <span>{index + 1}</span>
                  <b aria-hidden={hidden || undefined}>{group}</b>
                  {hidden && <em className={words.hidden}>{t("workspace:recovery.covered")}</em>}
                </li>
              );
            })}
          </ol>
          <PaperRule />
          <dl className={css.facts}>
            <dt>{t("workspace:recovery.desk")}</dt>
            <dd>{folder}</dd>
            <dt>{t("workspace:recovery.use")}</dt>
            <dd>{t("workspace:recovery.useWords")}</dd>
          </dl>
        </Paper>
      </div>
      <div className={css.paperActions}>
        <Button icon={Printer} keys="mod+p" onClick={print}>
          {t("workspace:recovery.print")}
        </Button>
        {covered && (
          <LinkButton onClick={() => setCovered(false)}>
            {t("workspace:recovery.again", { first: two[0] + 1, second: two[1] + 1 })}
          </LinkButton>
        )}
      </div>
      {covered ? (
        <>
          <p className={css.lead}>{t("workspace:recovery.reread")}</p>
          <div className={css.retype}>
            {two.map((group, index) => (
              <TextField
                key={group}
                label={t("workspace:recovery.retype", { group: group + 1 })}
                autoFocus={index === 0}
                autoComplete="off"
                spellCheck={false}
                maxLength={8}
                value={typed[index] ?? ""}
                onChange={(event) => {
                  const value = event.currentTarget.value;
                  setTyped((now) => (index === 0 ? [value, now[1]] : [now[0], value]));
                }}
                hint={
                  right[index] ? (
                    <span className={css.good}>
                      <Icon of={Check} size={12} />
                      {t("workspace:recovery.right")}
                    </span>
                  ) : (
                    t("workspace:recovery.four")
                  )
                }
                error={
                  (typed[index] ?? "").length >= 4 && !right[index]
                    ? t("workspace:recovery.wrong", { group: group + 1 })
                    : undefined
                }
              />
            ))}
          </div>
        </>
      ) : (
        <p className={css.lead}>{t("workspace:recovery.first")}</p>
      )}
      {failure && (
        <Notice tone="bad" title={t("workspace:recovery.refused")}>
          {failure}
        </Notice>
      )}
      {onLater && <p className={css.lead}>{t("workspace:recovery.skipped")}</p>}
      <div className={css.foot}>
        {onLater ? (
          <Button kind="ghost" onClick={onLater}>
            {laterWords ?? t("workspace:recovery.later")}
          </Button>
        ) : (
          <span />
        )}
        <Button
          kind="primary"
          type="submit"
          autoFocus={!covered}
          keys="enter"
          busy={busy}
          blocked={covered && !done ? t("workspace:recovery.when") : undefined}
        >
          {covered ? t("common:continue") : t("workspace:recovery.have")}
        </Button>
      </div>
    </form>
  );
}
