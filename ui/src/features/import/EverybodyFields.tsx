import { Autocomplete, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { commands, type ImportRules } from "@/data/client";
import { read } from "@/data/queries";
import { TextField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./import.module.css";

const everyTag = read(["tags_list"], ["people"], () => commands.tagsList({}));
const everyList = read(["lists_list"], ["people"], () => commands.listsList({}));

/** Tags, a list and a source for everybody of the file; tags and lists that do not exist are made. */
export function EverybodyFields({
  rules,
  onChange,
}: {
  rules: ImportRules;
  onChange: (change: Partial<ImportRules>) => void;
}) {
  const t = useText();
  const tags = useQuery(everyTag).data ?? [];
  const lists = (useQuery(everyList).data ?? []).filter(({ of }) => of === "people");
  return (
    <section className={css.everybody}>
      <h3 className={css.head}>{t("imports:match.everybody")}</h3>
      <TagsInput
        label={t("imports:match.tags")}
        data={tags.map(({ name }) => name)}
        value={rules.tags}
        onChange={(value) => onChange({ tags: value })}
      />
      <Autocomplete
        label={t("imports:match.list")}
        data={[...new Set(lists.map(({ name }) => name))]}
        value={rules.list}
        onChange={(list) => onChange({ list })}
      />
      <TextField
        label={t("imports:match.source")}
        hint={t("imports:match.sourceHint")}
        value={rules.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
    </section>
  );
}
