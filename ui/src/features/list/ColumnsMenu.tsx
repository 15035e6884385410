import { Menu } from "@mantine/core";
import { ChevronDown, ChevronUp, Columns3, RotateCcw } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { useText } from "@/i18n";
import { type Column, moved } from "./columns";
import css from "./list.module.css";

interface ColumnsMenuProps {
  /** Every column there is. */
  names: readonly string[];
  /** What a column is called. */
  title: (name: string) => string;
  /** The columns shown, in order. */
  shown: readonly Column[];
  onChange: (columns: readonly Column[]) => void;
  onReset: () => void;
}

/** Which columns a list shows, and in which order: ticked ones first, moved by their arrows or by Alt and an arrow key. */
export function ColumnsMenu({ names, title, shown, onChange, onReset }: ColumnsMenuProps) {
  const t = useText();
  const on = shown.map((column) => column.name);
  const rows = [...on, ...names.filter((name) => !on.includes(name))];
  const toggle = (name: string) =>
    onChange(on.includes(name) ? shown.filter((column) => column.name !== name) : [...shown, { name }]);
  const byKey = (event: KeyboardEvent, name: string) => {
    if (!event.altKey || !(event.key === "ArrowUp" || event.key === "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(moved(shown, name, event.key === "ArrowUp" ? -1 : 1));
  };
  return (
    <Menu closeOnItemClick={false} width={280}>
      <Menu.Target>
        <IconButton kind="default" size="md" label={t("list:columns")} icon={Columns3} />
      </Menu.Target>
      <Menu.Dropdown className={css.columnsMenu}>
        <Menu.Label className={css.columnsHint}>
          {t("list:columns")}
          <span>
            <KeyCap keys="alt+arrowup" /> {t("list:column.moveHint")}
          </span>
        </Menu.Label>
        {rows.map((name) => (
          <Menu.Item
            key={name}
            component="div"
            role="menuitemcheckbox"
            aria-checked={on.includes(name)}
            onKeyDown={(event: KeyboardEvent) => byKey(event, name)}
            leftSection={
              <input
                type="checkbox"
                className={css.tick}
                checked={on.includes(name)}
                readOnly
                tabIndex={-1}
                aria-hidden="true"
              />
            }
            rightSection={
              on.includes(name) && (
                <span className={css.columnMoves}>
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      tabIndex={-1}
                      aria-label={t(by < 0 ? "list:column.up" : "list:column.down", { name: title(name) })}
                      onClick={(event) => {
                        event.stopPropagation();
                        onChange(moved(shown, name, by));
                      }}
                    >
                      <Icon of={by < 0 ? ChevronUp : ChevronDown} size={14} />
                    </button>
                  ))}
                </span>
              )
            }
            onClick={() => toggle(name)}
          >
            {title(name)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon of={RotateCcw} size={14} />} onClick={onReset}>
          {t("list:column.reset")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
