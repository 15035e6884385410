import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { SecretField } from "@/design/Field";
import { MessageGlyph } from "@/design/Glyph";
import { toast } from "@/design/toast";
import { strength } from "@/features/workspace/strength";
import { useText } from "@/i18n";
import css from "./settings.module.css";

type Doing = "set" | "remove" | undefined;

/** The passphrase set, changed or removed; where there is no keychain it stays. */
export function Passphrase({ present, keychain }: { present: boolean; keychain: boolean }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>();
  return (
    <>
      <div className={css.stateLine}>
        <b>{t("settings:security.passphrase")}</b>
        <MessageGlyph progress={present ? "sent" : "draft"} />
        <span>{t(present ? "settings:security.asked" : "settings:security.notAsked")}</span>
        <span className={css.stateActs}>
          <Button size="sm" onClick={() => setDoing(doing === "set" ? undefined : "set")}>
            {t(present ? "settings:security.change" : "settings:security.set")}
          </Button>
          {present && keychain && (
            <Button
              size="sm"
              kind="ghost"
              onClick={() => setDoing(doing === "remove" ? undefined : "remove")}
            >
              {t("settings:security.remove")}
            </Button>
          )}
        </span>
      </div>
      {doing && <Form key={doing} doing={doing} present={present} onDone={() => setDoing(undefined)} />}
    </>
  );
}

function Form({ doing, present, onDone }: { doing: "set" | "remove"; present: boolean; onDone: () => void }) {
  const t = useText();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const weight = strength(next);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (doing === "set" && (weight === "empty" || weight === "short"))
      return setError(t("settings:security.tooShort"));
    if (doing === "set" && next !== again) return setError(t("settings:security.differ"));
    setBusy(true);
    try {
      await ask(
        commands.workspaceSetPassphrase({
          current: present ? current : null,
          new: doing === "set" ? next : null,
        }),
      );
      toast({ words: t(doing === "set" ? "settings:security.changed" : "settings:security.removed") });
      onDone();
    } catch (refused) {
      setError(sayError(refused));
      setBusy(false);
    }
  };

  return (
    <form className={css.subform} onSubmit={submit}>
      {present && (
        <SecretField
          label={t("settings:security.current")}
          autoFocus
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      )}
      {doing === "set" && (
        <>
          <SecretField
            label={t("settings:security.new")}
            autoComplete="new-password"
            hint={t(`workspace:passphrase.${weight}`)}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <SecretField
            label={t("workspace:passphrase.again")}
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </>
      )}
      {error && (
        <p className={css.formError} role="alert">
          {error}
        </p>
      )}
      <div className={css.lineActs}>
        <Button kind="primary" type="submit" busy={busy}>
          {t(doing === "set" ? "common:save" : "settings:security.removeNow")}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {t("common:cancel")}
        </Button>
      </div>
    </form>
  );
}
