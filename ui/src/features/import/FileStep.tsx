import { useMutation } from "@tanstack/react-query";
import { ClipboardPaste, Download, FolderOpen } from "lucide-react";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type ImportView } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { TextField } from "@/design/Field";
import { fileOf } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { onFilesDropped, onFilesOffered } from "@/platform/drop";
import { pickFile } from "@/platform/files";
import { takeDropped } from "./dropped";
import { EarlierImports } from "./EarlierImports";
import css from "./import.module.css";
import { PasteRows } from "./PasteRows";

interface Asked {
  path: string;
  /** Pasted rows instead of a file. */
  text?: string;
  /** The earlier import whose settings serve. */
  like?: string;
}

/** A file dropped, chosen, named by its path, or rows pasted; earlier imports stand below. */
export function FileStep({ onOpened }: { onOpened: (view: ImportView) => void }) {
  const t = useText();
  const [path, setPath] = useState("");
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const open = useMutation({
    mutationFn: ({ path, text, like }: Asked) =>
      ask(
        commands.importOpen({
          path,
          readAs: "auto",
          mode: "both",
          text: text ?? null,
          like: like ?? null,
          reading: null,
        }),
      ),
    onSuccess: onOpened,
  });
  const mutate = open.mutate;
  const begin = useCallback(
    (file: string, like?: string) => mutate({ path: file, ...(like ? { like } : {}) }),
    [mutate],
  );
  const choose = async (like?: ImportView) => {
    const picked = await pickFile("import", like && t("imports:file.again"));
    if (picked) begin(picked, like?.id);
  };
  useEffect(() => {
    const waiting = takeDropped();
    if (waiting) begin(waiting);
    const first = ([path]: string[]) => path && begin(path);
    const stops = [onFilesDropped(first, setOver), onFilesOffered(first)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [begin]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim()) begin(path.trim());
  };

  return (
    <div className={css.scroll}>
      <div className={css.column}>
        <section className={css.drop} data-over={over || undefined} aria-busy={open.isPending || undefined}>
          <Icon of={Download} size={20} />
          <h2>{t(open.isPending ? "imports:file.reading" : "imports:file.drop")}</h2>
          <p>{t("imports:file.kinds")}</p>
          <span className={css.dropActs}>
            <Button kind="primary" icon={FolderOpen} busy={open.isPending} onClick={() => void choose()}>
              {t("imports:file.choose")}
            </Button>
            <Button icon={ClipboardPaste} onClick={() => setPasting(true)}>
              {t("imports:file.paste")}
            </Button>
          </span>
        </section>
        {pasting && (
          <PasteRows
            busy={open.isPending}
            onRead={(text) => mutate({ path: t("imports:file.pasted"), text })}
            onClose={() => setPasting(false)}
          />
        )}
        {open.error && (
          <Notice tone="bad" title={t("imports:file.refused", { file: fileOf(open.variables.path) })}>
            {sayError(open.error)}
          </Notice>
        )}
        <form className={css.path} onSubmit={submit}>
          <TextField
            label={t("imports:file.path")}
            placeholder={t("imports:file.example")}
            spellCheck={false}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
          />
          <Button
            type="submit"
            blocked={path.trim() ? undefined : t("imports:file.noPath")}
            busy={open.isPending}
          >
            {t("imports:file.open")}
          </Button>
        </form>
        <Notice tone="quiet" title={t("imports:file.howTitle")}>
          {t("imports:file.how")}
        </Notice>
        <EarlierImports onOpen={onOpened} onAgain={(view) => void choose(view)} />
      </div>
    </div>
  );
}
