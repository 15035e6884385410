import { Menu } from "@mantine/core";
import { Ban, Check, ChevronDown, ListPlus, PenLine, Tags, Trash2, Upload } from "lucide-react";
import { Fragment, useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type ExportFormat, type PeopleQuery } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { BulkButton } from "@/features/custom/BulkButton";
import { type Chosen, type ChosenRows, selectionOf } from "@/features/list/chosen";
import css from "@/features/list/list.module.css";
import { SelectionBar as ListSelectionBar } from "@/features/list/SelectionBar";
import { useNoteOnSelection } from "@/features/list/useNoteOnSelection";
import { useCommands } from "@/features/palette/registry";
import { useTagging } from "@/features/tags/useTagging";
import { useText } from "@/i18n";
import { pickTarget } from "@/platform/files";
import { BulkEdit } from "./BulkEdit";
import { StatusGlyph } from "./StatusGlyph";
import { useStatuses } from "./statuses";

interface SelectionBarProps {
  chosen: ChosenRows<PeopleQuery>;
  ticked: Chosen<PeopleQuery>;
  query: PeopleQuery;
  matching: number | undefined;
}

/** What can be done with the people who are ticked. */
export function SelectionBar({ chosen, ticked, query, matching }: SelectionBarProps) {
  const t = useText();
  const statuses = useStatuses();
  const [changing, setChanging] = useState(false);
  const selection = () => selectionOf(ticked);

  const setStatus = (status: string) =>
    void act(
      commands.peopleBulkUpdate({ selection: selection(), values: [{ field: "status", value: status }] }),
      (changed) => t("people:bulk.status", { count: changed.count }),
    );
  const remove = async () => {
    const done = await act(commands.peopleDelete(selection()), (changed) =>
      t("people:bulk.removed", { count: changed.count }),
    );
    if (done) chosen.clear();
  };
  const suppress = async () => {
    const ids = ticked.kind === "all" ? (await ask(commands.peopleIds(ticked.query))).ids : [...ticked.ids];
    await act(commands.peopleSuppress({ ids, note: "" }), (changed) =>
      t("people:bulk.suppressed", { count: changed.count }),
    );
  };
  const exportTo = async (format: ExportFormat, layout: "full" | "sheet") => {
    const card = format === "vcard" || format === "vcard21" || format === "vcard40";
    const path = card
      ? await pickTarget("vcard", `${t("people:export.name")}.vcf`)
      : await pickTarget(format, `${t("people:export.name")}.${format}`);
    if (path)
      await act(commands.exportPeople({ selection: selection(), format, layout, path }), (done) =>
        t("people:export.done", { count: done.rows, path: done.path }),
      );
  };

  const tagging = useTagging(() => ({ of: "people", selection: selection() }), chosen.count());
  useNoteOnSelection(() => ({ of: "people", selection: selectionOf(ticked) }), chosen.count());
  useCommands([
    {
      id: "people.change",
      title: "people:bulk.change",
      group: "selection",
      icon: PenLine,
      keys: "e",
      run: () => setChanging(true),
    },
    {
      id: "people.remove",
      title: "people:bulk.remove",
      group: "selection",
      icon: Trash2,
      keys: "#",
      run: () => void remove(),
    },
    {
      id: "people.suppress",
      title: "people:bulk.suppress",
      group: "selection",
      icon: Ban,
      run: () => void suppress(),
    },
    {
      id: "people.csv",
      title: "people:export.csv",
      group: "selection",
      icon: Upload,
      run: () => void exportTo("csv", "full"),
    },
    {
      id: "people.xlsx",
      title: "people:export.xlsx",
      group: "selection",
      icon: Upload,
      run: () => void exportTo("xlsx", "full"),
    },
    {
      id: "people.vcard",
      title: "people:export.vcard",
      group: "selection",
      icon: Upload,
      run: () => void exportTo("vcard", "full"),
    },
    ...statuses.offered.map(({ key }) => ({
      id: `people.status.${key}`,
      title: "people:bulk.statusTo" as const,
      values: { status: statuses.name(key) },
      group: "selection" as const,
      icon: Check,
      run: () => setStatus(key),
    })),
  ]);

  return (
    <ListSelectionBar chosen={chosen} query={query} matching={matching}>
      <Menu>
        <Menu.Target>
          <Button size="sm">
            {t("people:column.status")}
            <Icon of={ChevronDown} size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {statuses.offered.map(({ key }) => (
            <Menu.Item key={key} leftSection={<StatusGlyph status={key} />} onClick={() => setStatus(key)}>
              {statuses.name(key)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="sm" icon={PenLine} onClick={() => setChanging(true)}>
        {t("people:bulk.change")}
      </Button>
      <Menu>
        <Menu.Target>
          <Button size="sm" icon={Upload}>
            {t("people:export.export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void exportTo("csv", "full")}>{t("people:export.csv")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("xlsx", "full")}>{t("people:export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("vcard", "full")}>{t("people:export.vcard")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("vcard40", "full")}>{t("people:export.vcard4")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("vcard21", "full")}>{t("people:export.vcard21")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("csv", "sheet")}>{t("people:export.sheetCsv")}</Menu.Item>
          <Menu.Item onClick={() => void exportTo("xlsx", "sheet")}>{t("people:export.sheetXlsx")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <BulkButton on={{ of: "people", selection: selectionOf(ticked) }} count={chosen.count()} />
      <Button size="sm" icon={Tags} keys="l" onClick={tagging.tags}>
        {t("tags:command.tags")}
      </Button>
      <Button size="sm" icon={ListPlus} onClick={tagging.lists}>
        {t("tags:command.lists")}
      </Button>
      {tagging.dialogs}
      {[
        { icon: Ban, label: t("people:bulk.suppress"), run: suppress },
        { icon: Trash2, label: t("people:bulk.remove"), run: remove },
      ].map(({ icon, label, run }) => (
        <Fragment key={label}>
          <Button className={css.wideOnly} size="sm" kind="ghost" icon={icon} onClick={() => void run()}>
            {label}
          </Button>
          <IconButton className={css.narrow} icon={icon} label={label} onClick={() => void run()} />
        </Fragment>
      ))}
      <BulkEdit
        open={changing}
        onClose={() => setChanging(false)}
        selection={selection()}
        count={chosen.count()}
      />
    </ListSelectionBar>
  );
}
