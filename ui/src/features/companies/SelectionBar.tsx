import { ListPlus, PenLine, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { type CompaniesQuery, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { BulkButton } from "@/features/custom/BulkButton";
import { type Chosen, type ChosenRows, selectionOf } from "@/features/list/chosen";
import { ExportMenu } from "@/features/list/ExportMenu";
import { SelectionBar as ListSelectionBar } from "@/features/list/SelectionBar";
import { useNoteOnSelection } from "@/features/list/useNoteOnSelection";
import { useCommands } from "@/features/palette/registry";
import { useTagging } from "@/features/tags/useTagging";
import { useText } from "@/i18n";
import { BulkEdit } from "./BulkEdit";

interface SelectionBarProps {
  chosen: ChosenRows<CompaniesQuery>;
  ticked: Chosen<CompaniesQuery>;
  query: CompaniesQuery;
  matching: number | undefined;
}

/** What can be done with the companies that are ticked. */
export function SelectionBar({ chosen, ticked, query, matching }: SelectionBarProps) {
  const t = useText();
  const [changing, setChanging] = useState(false);
  const remove = async () => {
    const done = await act(commands.companiesDelete(selectionOf(ticked)), (changed) =>
      t("companies:bulk.removed", { count: changed.count }),
    );
    if (done) chosen.clear();
  };
  const tagging = useTagging(() => ({ of: "companies", selection: selectionOf(ticked) }), chosen.count());
  useNoteOnSelection(() => ({ of: "companies", selection: selectionOf(ticked) }), chosen.count());
  useCommands([
    {
      id: "companies.change",
      also: "palette:words.change",
      title: "companies:bulk.change",
      group: "selection",
      icon: PenLine,
      keys: "e",
      run: () => setChanging(true),
    },
    {
      id: "companies.remove",
      also: "palette:words.remove",
      title: "companies:bulk.remove",
      group: "selection",
      icon: Trash2,
      keys: "#",
      run: () => void remove(),
    },
  ]);
  return (
    <ListSelectionBar chosen={chosen} query={query} matching={matching}>
      <Button size="sm" icon={PenLine} onClick={() => setChanging(true)}>
        {t("companies:bulk.change")}
      </Button>
      <ExportMenu
        area="companies"
        write={(format, path) => commands.exportCompanies({ selection: selectionOf(ticked), format, path })}
      />
      <BulkButton on={{ of: "companies", selection: selectionOf(ticked) }} count={chosen.count()} />
      <Button size="sm" icon={Tags} keys="l" onClick={tagging.tags}>
        {t("tags:command.tags")}
      </Button>
      <Button size="sm" icon={ListPlus} onClick={tagging.lists}>
        {t("tags:command.lists")}
      </Button>
      {tagging.dialogs}
      <Button size="sm" kind="ghost" icon={Trash2} onClick={() => void remove()}>
        {t("companies:bulk.remove")}
      </Button>
      <BulkEdit
        open={changing}
        onClose={() => setChanging(false)}
        selection={selectionOf(ticked)}
        count={chosen.count()}
      />
    </ListSelectionBar>
  );
}
