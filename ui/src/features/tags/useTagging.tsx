import { useQuery } from "@tanstack/react-query";
import { ListPlus, Tags } from "lucide-react";
import { type ReactNode, useState } from "react";
import { act } from "@/data/act";
import { type CompanySelection, commands, type Selection } from "@/data/client";
import { read } from "@/data/queries";
import { type Command, useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { PutOnDialog } from "./PutOnDialog";

/** Those in hand: people or companies. */
export type InHand =
  | { of: "people"; selection: Selection }
  | { of: "companies"; selection: CompanySelection };

/** The tags there are. */
export const tagsQuery = read(["tags_list"], ["people", "companies"], () => commands.tagsList({}));
/** The lists there are. */
export const listsQuery = read(["lists_list"], ["people", "companies"], () => commands.listsList({}));

/** Puts tags on those in hand, or takes them off. */
export function tag(hand: InHand, add: string[], remove: string[]) {
  return hand.of === "people"
    ? commands.tagsPeople({ selection: hand.selection, add, remove })
    : commands.tagsCompanies({ selection: hand.selection, add, remove });
}

/** Tags (key `l`) and lists for those in hand: what opens them, and the dialogs to be drawn. */
export function useTagging(
  hand: () => InHand,
  count: number,
  free: () => boolean = () => true,
): { tags: () => void; lists: () => void; dialogs: ReactNode } {
  const t = useText();
  const [open, setOpen] = useState<"tags" | "lists">();
  const tags = useQuery({ ...tagsQuery, enabled: open === "tags" }).data ?? [];
  const lists = useQuery({ ...listsQuery, enabled: open === "lists" }).data ?? [];
  const close = () => setOpen(undefined);
  const offered: Command[] = [
    {
      id: "tags.put",
      also: "palette:words.tags",
      title: "tags:command.tags",
      group: "selection",
      icon: Tags,
      keys: "l",
      when: () => count > 0 && free(),
      run: () => setOpen("tags"),
    },
    {
      id: "lists.put",
      also: "palette:words.lists",
      title: "tags:command.lists",
      group: "selection",
      icon: ListPlus,
      when: () => count > 0 && free(),
      run: () => setOpen("lists"),
    },
  ];
  useCommands(offered);
  const { of } = hand();
  const own = lists.filter((list) => list.of === of);
  const change = (add: string[], remove: string[]) =>
    act(tag(hand(), add, remove), (done) =>
      t(add.length > 0 ? "tags:done.on" : "tags:done.off", {
        count: done.count,
        name: [...add, ...remove].join(", "),
      }),
    ).then(() => undefined);
  const list = async (name: string, remove: boolean) => {
    const known = own.find((one) => one.name === name);
    const id = known?.id ?? (await act(commands.listsCreate({ name, of })))?.id;
    if (!id) return;
    const { selection } = hand();
    await act(
      of === "people"
        ? commands.listsPeople({ id, selection: selection as Selection, remove })
        : commands.listsCompanies({ id, selection: selection as CompanySelection, remove }),
      (done) => t(remove ? "tags:done.offList" : "tags:done.onList", { count: done.count, name }),
    );
  };
  const dialogs =
    open === "tags" ? (
      <PutOnDialog
        title={t(`tags:title.${of}`, { count })}
        label={t("tags:find")}
        options={tags.map((one) => ({ ...one, count: of === "people" ? one.people : one.companies }))}
        onPut={(name) => change([name], [])}
        onTake={(name) => change([], [name])}
        onClose={close}
      />
    ) : open === "lists" ? (
      <PutOnDialog
        title={t(`tags:listTitle.${of}`, { count })}
        label={t("tags:findList")}
        options={own}
        onPut={(name) => list(name, false)}
        onTake={(name) => list(name, true)}
        onClose={close}
      />
    ) : null;
  return { tags: () => setOpen("tags"), lists: () => setOpen("lists"), dialogs };
}
