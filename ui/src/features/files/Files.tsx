import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { act } from "@/data/act";
import { commands, type RecordRef } from "@/data/client";
import { read } from "@/data/queries";
import { sayError, sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { toast } from "@/design/toast";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { onFilesDroppedOn } from "@/platform/drop";
import { pickFiles } from "@/platform/files";
import { FileLine } from "./FileLine";
import css from "./files.module.css";

/** Files kept on a record, inside the desk: dropped anywhere on its panel, or chosen. */
export function Files({ of, name }: { of: RecordRef; name: string }) {
  const t = useText();
  const { kind, id } = of;
  const section = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const [adding, setAdding] = useState(0);
  const files = useQuery(
    read(["files_list", kind, id], ["files"], () => commands.filesList({ of: { kind, id } })),
  );

  const add = useCallback(
    async (paths: string[]) => {
      if (paths.length === 0) return;
      setAdding((count) => count + 1);
      const done = await act(commands.filesAdd({ of: { kind, id }, paths }), ({ added }) =>
        t("files:added", { count: added }),
      );
      setAdding((count) => count - 1);
      const [first, ...others] = done?.refused ?? [];
      if (!first) return;
      const words = [sayReason(first.reason)];
      if (others.length > 0) words.unshift(t("files:refused", { count: others.length + 1 }));
      toast({ words: words.join(" "), tone: "warn" });
    },
    [kind, id, t],
  );
  const choose = async () => add(await pickFiles(t("files:choose", { name })));

  useEffect(() => {
    const place = section.current?.closest("aside") ?? section.current;
    if (!place) return;
    return onFilesDroppedOn(place, (paths) => void add(paths), setOver);
  }, [add]);
  // What would be dropped shows where it will stand.
  useEffect(() => {
    if (over) section.current?.scrollIntoView?.({ block: "nearest" });
  }, [over]);

  const none = files.data?.length === 0 && adding === 0;
  return (
    <section
      ref={section}
      className={css.files}
      aria-label={t("files:title")}
      aria-busy={adding > 0 || undefined}
    >
      <div className={record.section}>
        <h3>{t("files:title")}</h3>
        <LinkButton onClick={() => void choose()}>{t("files:add")}</LinkButton>
      </div>
      {files.error && (
        <Notice tone="bad" title={t("files:unreadable")}>
          {sayError(files.error)}
        </Notice>
      )}
      {over && (
        <p className={css.over}>
          <Icon of={Plus} />
          {t("files:drop", { name })}
        </p>
      )}
      {adding > 0 && <p className={css.none}>{t("files:adding")}</p>}
      <ul className={css.list}>
        {(files.data ?? []).map((file) => (
          <FileLine key={file.id} file={file} />
        ))}
      </ul>
      {none && !over && <p className={css.none}>{t("files:none")}</p>}
    </section>
  );
}
