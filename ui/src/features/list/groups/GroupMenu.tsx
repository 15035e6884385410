import { Menu } from "@mantine/core";
import { Check, ChevronsDownUp, ChevronsUpDown, Rows3 } from "lucide-react";
import { IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { useFields } from "@/features/custom/queries";
import { columnOf } from "@/features/custom/words";
import { type Command, useCommands } from "@/features/palette/registry";
import { type TextKey, useText } from "@/i18n";
import type { ListKind } from "../kind";

interface GroupMenuProps {
  area: ListKind<never, never>["area"];
  /** What the list can be grouped by, beside the seller's own fields. */
  names: readonly string[];
  by: string | undefined;
  onBy: (by: string | undefined) => void;
  /** Folds all groups, or unfolds them. */
  onFoldAll: (folded: boolean) => void;
}

/** What a list is grouped by; the same as commands. */
export function GroupMenu({ area, names, by, onBy, onFoldAll }: GroupMenuProps) {
  const t = useText();
  const own = useFields(area).filter(({ kind }) => ["choice", "choices", "flag", "text"].includes(kind));
  const choices = [
    ...names.map((name) => ({ name, label: t(`list:groups.by.${name}` as TextKey) })),
    ...own.map((field) => ({ name: columnOf(field) as string, label: field.name })),
  ];
  useCommands([
    ...choices.map<Command>(({ name, label }) => ({
      id: `${area}.groupBy.${name}`,
      title: "list:groups.command",
      values: { field: label },
      group: "list",
      icon: Rows3,
      when: () => by !== name,
      run: () => onBy(name),
    })),
    {
      id: `${area}.groupBy.nothing`,
      title: "list:groups.off",
      group: "list",
      icon: Rows3,
      when: () => by !== undefined,
      run: () => onBy(undefined),
    },
    {
      id: `${area}.foldAll`,
      title: "list:groups.foldAll",
      group: "list",
      icon: ChevronsDownUp,
      when: () => by !== undefined,
      run: () => onFoldAll(true),
    },
    {
      id: `${area}.unfoldAll`,
      title: "list:groups.unfoldAll",
      group: "list",
      icon: ChevronsUpDown,
      when: () => by !== undefined,
      run: () => onFoldAll(false),
    },
  ]);
  return (
    <Menu width={240}>
      <Menu.Target>
        <IconButton
          kind="default"
          size="md"
          label={t("list:groups.title")}
          icon={Rows3}
          aria-pressed={by !== undefined}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("list:groups.title")}</Menu.Label>
        <Menu.Item
          leftSection={<Icon of={by === undefined ? Check : Rows3} size={14} />}
          onClick={() => onBy(undefined)}
        >
          {t("list:groups.nothing")}
        </Menu.Item>
        {choices.map(({ name, label }) => (
          <Menu.Item
            key={name}
            leftSection={<Icon of={by === name ? Check : Rows3} size={14} />}
            onClick={() => onBy(name)}
          >
            {label}
          </Menu.Item>
        ))}
        {by !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<Icon of={ChevronsDownUp} size={14} />} onClick={() => onFoldAll(true)}>
              {t("list:groups.foldAll")}
            </Menu.Item>
            <Menu.Item leftSection={<Icon of={ChevronsUpDown} size={14} />} onClick={() => onFoldAll(false)}>
              {t("list:groups.unfoldAll")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
