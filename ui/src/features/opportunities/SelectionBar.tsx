import { PenLine, Trash2 } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { commands, type OpportunitiesQuery } from "@/data/client";
import { Button } from "@/design/Button";
import { BulkButton } from "@/features/custom/BulkButton";
import { type Chosen, type ChosenRows, selectionOf } from "@/features/list/chosen";
import { ExportMenu } from "@/features/list/ExportMenu";
import { SelectionBar as ListSelectionBar } from "@/features/list/SelectionBar";
import { useNoteOnSelection } from "@/features/list/useNoteOnSelection";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { BulkEdit } from "./BulkEdit";

interface SelectionBarProps {
  chosen: ChosenRows<OpportunitiesQuery>;
  ticked: Chosen<OpportunitiesQuery>;
  query: OpportunitiesQuery;
  matching: number | undefined;
}

/** What can be done with the opportunities that are ticked. */
export function SelectionBar({ chosen, ticked, query, matching }: SelectionBarProps) {
  const t = useText();
  const [changing, setChanging] = useState(false);
  const remove = async () => {
    const done = await act(commands.opportunitiesDelete(selectionOf(ticked)), (changed) =>
      t("opportunities:bulk.removed", { count: changed.count }),
    );
    if (done) chosen.clear();
  };
  useNoteOnSelection(() => ({ of: "opportunities", selection: selectionOf(ticked) }), chosen.count());
  useCommands([
    {
      id: "opportunities.change",
      also: "palette:words.change",
      title: "opportunities:bulk.change",
      group: "selection",
      icon: PenLine,
      keys: "e",
      run: () => setChanging(true),
    },
    {
      id: "opportunities.remove",
      also: "palette:words.remove",
      title: "opportunities:bulk.remove",
      group: "selection",
      icon: Trash2,
      keys: "#",
      run: () => void remove(),
    },
  ]);
  return (
    <ListSelectionBar chosen={chosen} query={query} matching={matching}>
      <Button size="sm" icon={PenLine} onClick={() => setChanging(true)}>
        {t("opportunities:bulk.change")}
      </Button>
      <ExportMenu
        area="opportunities"
        write={(format, path) =>
          commands.exportOpportunities({ selection: selectionOf(ticked), format, path })
        }
      />
      <BulkButton on={{ of: "opportunities", selection: selectionOf(ticked) }} count={chosen.count()} />
      <Button size="sm" kind="ghost" icon={Trash2} onClick={() => void remove()}>
        {t("opportunities:bulk.remove")}
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
