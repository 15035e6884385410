import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, undo } from "@/data/act";
import { commands, type ImportDeleted, type ImportView } from "@/data/client";
import { read } from "@/data/queries";
import { LinkButton } from "@/design/Button";
import { Dialog } from "@/design/Dialog";
import { fileOf, useFormat } from "@/design/format";
import { Tag } from "@/design/Tag";
import { toast } from "@/design/toast";
import { useText } from "@/i18n";
import css from "./import.module.css";
import { saveRejects } from "./rejects";

const everyImport = read(["import_list"], ["imports", "history"], () => commands.importList({}));

/** Every batch that came in: its result, and what can still be done with it. */
export function EarlierImports({
  onOpen,
  onAgain,
}: {
  onOpen: (view: ImportView) => void;
  onAgain: (view: ImportView) => void;
}) {
  const t = useText();
  const format = useFormat();
  const imports = useQuery(everyImport).data ?? [];
  const [deleting, setDeleting] = useState<ImportView>();
  const [kept, setKept] = useState<ImportDeleted["kept"]>([]);
  if (imports.length === 0 && kept.length === 0) return null;
  return (
    <section>
      <h3 className={css.head}>{t("imports:earlier.title")}</h3>
      <ul className={css.earlier}>
        {imports.map((view) => (
          <li key={view.id}>
            <div className={css.earlierHead}>
              <span className={css.earlierFile} title={view.fileName}>
                <LinkButton onClick={() => onOpen(view)}>{fileOf(view.fileName)}</LinkButton>
              </span>
              {view.undone ? (
                <Tag>{t("imports:earlier.undone")}</Tag>
              ) : view.state === "applied" ? null : (
                <Tag tone={view.state === "failed" ? "bad" : "quiet"}>{t(`imports:state.${view.state}`)}</Tag>
              )}
              <time className={css.quiet} dateTime={view.createdAt}>
                {format.dayTime(view.createdAt)}
              </time>
            </div>
            <div className={css.earlierActs}>
              <span className={css.quiet}>
                {t("imports:earlier.counts", { created: view.created, updated: view.updated })}
              </span>
              {view.state === "applied" && (
                <LinkButton title={t("imports:earlier.againHint")} onClick={() => onAgain(view)}>
                  {t("imports:earlier.again")}
                </LinkButton>
              )}
              {view.rejected > 0 && view.state !== "failed" && (
                <LinkButton onClick={() => void saveRejects(view)}>{t("imports:earlier.rejects")}</LinkButton>
              )}
              {view.operation && !view.undone && (
                <LinkButton onClick={() => void undo(view.operation ?? undefined)}>
                  {t("imports:earlier.undo")}
                </LinkButton>
              )}
              {view.state !== "applying" && view.state !== "reading" && (
                <LinkButton onClick={() => setDeleting(view)}>{t("imports:earlier.delete")}</LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {deleting && (
        <Delete
          view={deleting}
          onEnd={(deleted) => {
            setDeleting(undefined);
            if (deleted) {
              toast({ words: t("imports:earlier.deleted", { count: deleted.restored }) });
              setKept(deleted.kept);
            }
          }}
        />
      )}
      <Dialog
        open={kept.length > 0}
        title={t("imports:earlier.keptTitle", { count: kept.length })}
        keep={t("imports:earlier.close")}
        onKeep={() => setKept([])}
      >
        <ul className={css.keptList}>
          {kept.map((edit) => (
            <li key={`${edit.table} ${edit.id}`}>{edit.label || edit.id}</li>
          ))}
        </ul>
      </Dialog>
    </section>
  );
}

function Delete({ view, onEnd }: { view: ImportView; onEnd: (deleted?: ImportDeleted) => void }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const stands = view.operation !== null && !view.undone;
  const run = async () => {
    setBusy(true);
    onEnd(await act(commands.importDelete({ id: view.id })));
  };
  return (
    <Dialog
      open
      danger
      busy={busy}
      title={t("imports:earlier.deleteTitle")}
      keep={t("imports:earlier.deleteKeep")}
      act={t("imports:earlier.delete")}
      onKeep={() => onEnd()}
      onAct={() => void run()}
    >
      {stands
        ? t("imports:earlier.deleteWords", { created: view.created })
        : t("imports:earlier.deleteForget")}
    </Dialog>
  );
}
