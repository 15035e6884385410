import { ChevronLeft } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/design/Button";
import { SecretField } from "@/design/Field";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { strength } from "./strength";
import css from "./workspace.module.css";

interface PassphraseStepProps {
  /** No keychain here: the key can only be kept behind a passphrase. */
  required: boolean;
  busy: boolean;
  onBack: () => void;
  /** Nothing: the system's keychain alone keeps the key. */
  onDone: (passphrase: string | undefined) => void;
}

/** An optional passphrase asked at each opening, on top of the system's keychain. */
export function PassphraseStep({ required, busy, onBack, onDone }: PassphraseStepProps) {
  const t = useText();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [told, setTold] = useState(false);
  const weight = strength(first);
  const wanted = first.length > 0 || required;
  const tooShort = wanted && weight === "short";
  const differ = wanted && second !== first;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    if (!wanted) onDone(undefined);
    else if (weight !== "empty" && !tooShort && !differ) onDone(first);
  };

  return (
    <form className={css.form} onSubmit={submit}>
      <div>
        <h2 className={css.heading}>{t("workspace:passphrase.title")}</h2>
        <p className={css.lead}>
          {t(required ? "workspace:passphrase.requiredWords" : "workspace:passphrase.words")}
        </p>
      </div>
      {required && (
        <Notice tone="warn" title={t("workspace:passphrase.noKeychain")}>
          {t("workspace:passphrase.noKeychainWords")}
        </Notice>
      )}
      <SecretField
        label={t("workspace:passphrase.phrase")}
        autoFocus
        autoComplete="new-password"
        value={first}
        onChange={(event) => setFirst(event.currentTarget.value)}
        hint={t(`workspace:passphrase.${weight}`)}
        error={
          told && tooShort
            ? t("workspace:passphrase.tooShort")
            : told && required && weight === "empty"
              ? t("workspace:passphrase.missing")
              : undefined
        }
      />
      <SecretField
        label={t("workspace:passphrase.again")}
        autoComplete="new-password"
        value={second}
        disabled={!first}
        onChange={(event) => setSecond(event.currentTarget.value)}
        error={told && differ && !tooShort ? t("workspace:passphrase.differ") : undefined}
      />
      <div className={css.foot}>
        <Button kind="ghost" icon={ChevronLeft} onClick={onBack}>
          {t("common:back")}
        </Button>
        <Button kind="primary" type="submit" keys="enter" busy={busy}>
          {wanted ? t("common:continue") : t("workspace:passphrase.without")}
        </Button>
      </div>
    </form>
  );
}
