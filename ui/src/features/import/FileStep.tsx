import { useMutation, useQuery } from "@tanstack/react-query";
import { Download, FolderOpen } from "lucide-react";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { undo } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type ImportView } from "@/data/client";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { Button, LinkButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import { fileOf, useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import { onFilesDropped, onFilesOffered } from "@/platform/drop";
import { pickFile } from "@/platform/files";
import { takeDropped } from "./dropped";
import css from "./import.module.css";

const everyImport = read(["import_list"], ["imports", "history"], () => commands.importList({}));

/** A file dropped, chosen or named by its path; earlier imports stand below with their undo. */
export function FileStep({ onOpened }: { onOpened: (view: ImportView) => void }) {
  const t = useText();
  const [path, setPath] = useState("");
  const [over, setOver] = useState(false);
  const open = useMutation({
    mutationFn: (file: string) => ask(commands.importOpen({ path: file, readAs: "auto", mode: "both" })),
    onSuccess: onOpened,
  });
  const mutate = open.mutate;
  const begin = useCallback((file: string) => mutate(file), [mutate]);
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
          <Button
            kind="primary"
            icon={FolderOpen}
            busy={open.isPending}
            onClick={async () => {
              const picked = await pickFile("import");
              if (picked) begin(picked);
            }}
          >
            {t("imports:file.choose")}
          </Button>
        </section>
        {open.error && (
          <Notice tone="bad" title={t("imports:file.refused", { file: fileOf(open.variables) })}>
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
        <Earlier onOpen={onOpened} />
      </div>
    </div>
  );
}

function Earlier({ onOpen }: { onOpen: (view: ImportView) => void }) {
  const t = useText();
  const format = useFormat();
  const imports = useQuery(everyImport).data ?? [];
  if (imports.length === 0) return null;
  return (
    <section>
      <h3 className={css.head}>{t("imports:earlier.title")}</h3>
      <ul className={css.earlier}>
        {imports.map((view) => (
          <li key={view.id}>
            <span className={css.earlierFile} title={view.fileName}>
              <LinkButton onClick={() => onOpen(view)}>{fileOf(view.fileName)}</LinkButton>
            </span>
            <span className={css.quiet}>
              {t("imports:earlier.counts", { created: view.created, updated: view.updated })}
            </span>
            {view.undone ? (
              <Tag>{t("imports:earlier.undone")}</Tag>
            ) : view.state === "applied" ? null : (
              <Tag tone={view.state === "failed" ? "bad" : "quiet"}>{t(`imports:state.${view.state}`)}</Tag>
            )}
            <time className={css.quiet} dateTime={view.createdAt}>
              {format.dayTime(view.createdAt)}
            </time>
            {view.operation && !view.undone && (
              <LinkButton onClick={() => void undo(view.operation ?? undefined)}>
                {t("imports:earlier.undo")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
