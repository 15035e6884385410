import { Menu } from "@mantine/core";
import { Ban, Check, ChevronDown, ListPlus, PenLine, Play, Tags, Trash2, Upload, X } from "lucide-react";
import { Fragment, useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type PeopleQuery } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { BulkButton } from "@/features/custom/BulkButton";
import { type Chosen, type ChosenRows, selectionOf } from "@/features/list/chosen";
import css from "@/features/list/list.module.css";
import { SelectionBar as ListSelectionBar } from "@/features/list/SelectionBar";
import { useNoteOnSelection } from "@/features/list/useNoteOnSelection";
import { useCommands } from "@/features/palette/registry";
import { openPreflight } from "@/features/runs/selection";
import { useTagging } from "@/features/tags/useTagging";
import { useText } from "@/i18n";
import { BulkEdit } from "./BulkEdit";
import { exportPeople, exportsOfPeople, isCard } from "./exporting";
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
  const tagging = useTagging(() => ({ of: "people", selection: selection() }), chosen.count());
  useNoteOnSelection(() => ({ of: "people", selection: selectionOf(ticked) }), chosen.count());
  useCommands([
    {
      id: "people.run",
      title: "palette:to.runThese",
      values: { count: chosen.count() },
      also: "palette:words.run",
      group: "selection",
      icon: Play,
      run: () => openPreflight({ selection: selection() }),
    },
    {
      id: "people.change",
      also: "palette:words.change",
      title: "people:bulk.change",
      group: "selection",
      icon: PenLine,
      keys: "e",
      run: () => setChanging(true),
    },
    {
      id: "people.remove",
      also: "palette:words.remove",
      title: "people:bulk.remove",
      group: "selection",
      icon: Trash2,
      keys: "#",
      run: () => void remove(),
    },
    {
      id: "people.suppress",
      also: "palette:words.suppress",
      title: "people:bulk.suppress",
      group: "selection",
      icon: Ban,
      run: () => void suppress(),
    },
    {
      id: "people.untick",
      title: "palette:to.untick",
      group: "selection",
      icon: X,
      run: () => chosen.clear(),
    },
    ...exportsOfPeople.map(({ format, layout, title }) => ({
      id: `people.${format}.${layout}`,
      title: "palette:to.exportThese" as const,
      values: { what: t(title) },
      also: isCard(format) ? ("palette:words.exportCards" as const) : ("palette:words.export" as const),
      group: "selection" as const,
      icon: Upload,
      run: () => void exportPeople(selection(), format, layout),
    })),
    ...statuses.offered.map(({ key }) => ({
      id: `people.status.${key}`,
      title: "people:bulk.statusTo" as const,
      values: { status: statuses.name(key) },
      also: "palette:words.status" as const,
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
          {exportsOfPeople.map(({ format, layout, title }) => (
            <Menu.Item key={title} onClick={() => void exportPeople(selection(), format, layout)}>
              {t(title)}
            </Menu.Item>
          ))}
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
