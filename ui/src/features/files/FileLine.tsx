import { Menu } from "@mantine/core";
import { Download, Ellipsis, File, FileImage, FileText, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { act } from "@/data/act";
import { commands, type FileView } from "@/data/client";
import { IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { pickTarget } from "@/platform/files";
import css from "./files.module.css";

const pictures = /\.(png|jpe?g|gif|webp|svg|heic|tiff?)$/i;
const texts = /\.(pdf|docx?|odt|txt|md|rtf|pages)$/i;

/** One file: its name, which is typed over in place, how large it is and since when it is here. */
export function FileLine({ file }: { file: FileView }) {
  const t = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<string>();
  const icon = pictures.test(file.name) ? FileImage : texts.test(file.name) ? FileText : File;
  const who = file.by === "seller" ? t("files:seller") : file.by;

  const save = async () => {
    const path = await pickTarget("any", file.saveAs);
    if (path)
      await act(commands.filesSave({ id: file.id, path }), (done) => t("files:saved", { path: done.path }));
  };
  const remove = () => act(commands.filesRemove({ ids: [file.id] }), () => t("files:removed"));

  return (
    <li
      className={css.file}
      title={`${file.name}\n${t("files:by", { at: format.longDay(file.addedAt), who })}`}
    >
      <Icon of={icon} size={12} />
      {draft === undefined ? (
        <button type="button" className={css.name} disabled={!file.there} onClick={() => void save()}>
          <bdi>{file.name}</bdi>
        </button>
      ) : (
        <Naming file={file} draft={draft} onDraft={setDraft} />
      )}
      <span className={css.fact}>
        {file.there ? format.fileSize(file.size) : t("files:gone")} · {format.shortDay(file.addedAt)}
      </span>
      <Menu position="bottom-end" returnFocus={false}>
        <Menu.Target>
          <IconButton label={t("files:acts", { name: file.name })} icon={Ellipsis} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!file.there} leftSection={<Icon of={Download} />} onClick={() => void save()}>
            {t("files:save")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={Pencil} />} onClick={() => setDraft(file.name)}>
            {t("files:rename")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={Trash2} />} onClick={() => void remove()}>
            {t("files:remove")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

interface NamingProps {
  file: FileView;
  draft: string;
  onDraft: (draft: string | undefined) => void;
}

/** Another name, typed where it stands: Enter or leaving keeps it, Esc gives the old one back. */
function Naming({ file, draft, onDraft }: NamingProps) {
  const t = useText();
  const dropped = useRef(false);
  // Asked for by the menu a moment ago, which gives the focus back first. The ending stays as it is unless it is meant.
  const [focus] = useState(() => (field: HTMLInputElement | null) => {
    if (!field) return;
    const stem = file.name.lastIndexOf(".");
    setTimeout(() => {
      field.focus();
      field.setSelectionRange(0, stem > 0 ? stem : file.name.length);
    });
  });
  const finish = async () => {
    const name = draft.trim();
    if (!dropped.current && name !== "" && name !== file.name)
      await act(commands.filesRename({ id: file.id, name }));
    onDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    dropped.current = event.key === "Escape";
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <input
      className={`${record.inline} ${record.inlineInput}`}
      aria-label={t("files:name")}
      value={draft}
      ref={focus}
      onChange={(event) => onDraft(event.currentTarget.value)}
      onBlur={() => void finish()}
      onKeyDown={onKeyDown}
    />
  );
}
