import { Menu } from "@mantine/core";
import { Upload } from "lucide-react";
import { act } from "@/data/act";
import type { commands, TableFormat } from "@/data/client";
import { Button } from "@/design/Button";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { pickTarget } from "@/platform/files";

const formats = ["csv", "xlsx"] as const;

/** Writes what is ticked to a file of the seller's choice; the same as commands. */
export function ExportMenu({
  area,
  write,
}: {
  area: "companies" | "opportunities";
  write: (format: TableFormat, path: string) => ReturnType<typeof commands.exportCompanies>;
}) {
  const t = useText();
  const exportTo = async (format: (typeof formats)[number]) => {
    const path = await pickTarget(format, `${t(`${area}:export.name`)}.${format}`);
    if (path)
      await act(write(format, path), (done) =>
        t(`${area}:export.done`, { count: done.rows, path: done.path }),
      );
  };
  useCommands(
    formats.map((format) => ({
      id: `${area}.${format}`,
      title: `${area}:export.${format}` as const,
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
