import { Menu } from "@mantine/core";
import { Columns3 } from "lucide-react";
import { IconButton } from "@/design/Button";
import { type TextKey, useText } from "@/i18n";
import type { ListColumns } from "./columns";
import css from "./list.module.css";

/** Which columns a list shows. */
export function ColumnsMenu<Name extends string>({
  area,
  columns,
}: {
  area: "people" | "companies" | "opportunities";
  columns: ListColumns<Name>;
}) {
  const t = useText();
  const shown = columns.use();
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <IconButton kind="default" size="md" label={t("list:columns")} icon={Columns3} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("list:columns")}</Menu.Label>
        {columns.names.map((name) => (
          <Menu.Item
            key={name}
            role="menuitemcheckbox"
            aria-checked={shown.includes(name)}
            leftSection={
              <input
                type="checkbox"
                className={css.tick}
                checked={shown.includes(name)}
                readOnly
                tabIndex={-1}
                aria-hidden="true"
              />
            }
            onClick={() => columns.toggle(name)}
          >
            {t(`${area}:column.${name}` as TextKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
