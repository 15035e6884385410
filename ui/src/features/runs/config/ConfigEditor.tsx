import { useState } from "react";
import { Notice } from "@/design/Notice";
import { SegmentedControl } from "@/design/Tabs";
import { useText } from "@/i18n";
import { ConfigForm } from "./ConfigForm";
import { ConfigText } from "./ConfigText";
import css from "./config.module.css";
import { changeDocument, readDocument } from "./document";

interface ConfigEditorProps {
  text: string;
  onChange: (text: string) => void;
  /** A field was left with a document that can be used. */
  onLeave?: (text: string) => void;
}

/** A run's configuration twice: as a form, and as the JSON document it is. Both are always in step. */
export function ConfigEditor({ text, onChange, onLeave }: ConfigEditorProps) {
  const t = useText();
  const [narrow, setNarrow] = useState<"form" | "json">("form");
  const { value, problems } = readDocument(text);
  const unreadable = problems.some((problem) => problem.kind === "json");
  const leave = (now: string) => {
    if (readDocument(now).problems.length === 0) onLeave?.(now);
  };
  const change = (path: string, next: string | number | boolean) => {
    const changed = changeDocument(text, path, next);
    onChange(changed);
    // A switch is left as soon as it is moved.
    if (typeof next === "boolean") leave(changed);
  };
  return (
    <div className={css.room}>
      <div className={css.editor} data-shown={narrow}>
        <div className={css.choose}>
          <SegmentedControl
            label={t("runs:config.view")}
            value={narrow}
            onChange={setNarrow}
            choices={[
              { value: "form", label: t("runs:config.asForm") },
              { value: "json", label: "JSON" },
            ]}
          />
        </div>
        <div className={css.formColumn}>
          {unreadable ? (
            <Notice tone="warn" title={t("runs:config.unreadable")}>
              {t("runs:config.unreadableHint")}
            </Notice>
          ) : (
            <ConfigForm value={value} onChange={change} onLeave={() => leave(text)} />
          )}
        </div>
        <div className={css.textColumn}>
          <ConfigText text={text} problems={problems} onChange={onChange} onLeave={() => leave(text)} />
          <p className={css.hint}>{t("runs:config.documentHint")}</p>
        </div>
      </div>
    </div>
  );
}
