import type { ImportWarning } from "@/data/client";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import css from "./import.module.css";
import { sayWarning } from "./warnings";

/** Values that were not taken as they stand, and of how many lines; nothing where all were. */
export function LostValues({ of }: { of: readonly ImportWarning[] }) {
  const t = useText();
  if (of.length === 0) return null;
  return (
    <Notice tone="quiet" title={t("imports:check.warnings")}>
      <Sentences of={of} />
    </Notice>
  );
}

export function Sentences({ of }: { of: readonly ImportWarning[] }) {
  return (
    <div className={css.sentences}>
      {of.map((warning) => (
        <p key={`${warning.code} ${warning.field}`}>{sayWarning(warning)}</p>
      ))}
    </div>
  );
}
