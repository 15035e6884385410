import { Menu } from "@mantine/core";
import { Upload } from "lucide-react";
import type { commands, TableFormat } from "@/data/client";
import { Button } from "@/design/Button";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { exportTable, tableFormats as formats } from "./exporting";

/** Writes what is ticked to a file of the seller's choice; the same as commands. */
export function ExportMenu({
  area,
  write,
}: {
  area: "companies" | "opportunities";
  write: (format: TableFormat, path: string) => ReturnType<typeof commands.exportCompanies>;
}) {
  const t = useText();
  const exportTo = (format: (typeof formats)[number]) => exportTable(area, format, write);
  useCommands(
    formats.map((format) => ({
      id: `${area}.${format}`,
      title: "palette:to.exportThese" as const,
      values: { what: t(`${area}:export.${format}`) },
      also: "palette:words.export" as const,
      group: "selection" as const,
      icon: Upload,
      run: () => void exportTo(format),
    })),
  );
  return (
    <Menu>
      <Menu.Target>
        <Button size="sm" icon={Upload}>
          {t(`${area}:export.export`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void exportTo(format)}>
            {t(`${area}:export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
