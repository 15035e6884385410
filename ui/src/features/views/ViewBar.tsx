import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  ArrowDown,
  ArrowUp,
  Check,
  ChevronDown,
  CopyPlus,
  Layers,
  Pencil,
  RotateCcw,
  Save,
  Star,
  Trash2,
} from "lucide-react";
import { memo, useState } from "react";
import { act } from "@/data/act";
import { commands, type SavedView, type ViewContent, type ViewOf } from "@/data/client";
import { Button } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { toast } from "@/design/toast";
import { asksAnything } from "@/features/list/clauses";
import type { Column, ListColumns } from "@/features/list/columns";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { viewsQuery } from "./queries";
import { SaveDialog } from "./SaveDialog";
import { addressOfView, contentOf, differs, type ViewAddress, viewName } from "./views";
import css from "./views.module.css";

interface ViewBarProps {
  of: ViewOf;
  address: ViewAddress;
  layout?: ViewContent["layout"];
  /** What the columns of a board are. */
  grouping?: string;
  columns: ListColumns;
}

/** The columns a list shows: those of its view, or the usual ones. */
export function useShownColumns(columns: ListColumns, view: string | undefined): readonly Column[] {
  const kept = useQuery(viewsQuery).data?.find((one) => one.id === view)?.content.columns;
  return columns.use(view, kept as readonly Column[] | undefined);
}

/** The view a list shows: chosen from all of them, changed and kept, renamed, put in order, made a favourite. */
export const ViewBar = memo(function ViewBar({
  of,
  address,
  layout = "table",
  grouping = "",
  columns,
}: ViewBarProps) {
  const t = useText();
  const navigate = useNavigate();
  const all = useQuery(viewsQuery).data ?? [];
  const mine = all.filter((view) => view.of === of);
  const view = mine.find((one) => one.id === address.view);
  const shown = useShownColumns(columns, view?.id);
  const [naming, setNaming] = useState<"new" | "rename">();
  const changed = view !== undefined && differs(view, address, layout, shown);
  const something =
    asksAnything(address) || Boolean(address.q) || Boolean(address.sort) || Boolean(address.by);
  const to = `/${of}` as const;
  const open = (one: SavedView) => void navigate({ to, search: addressOfView(one) as never });
  const content = () => contentOf(of, address, shown, layout, grouping);

  const update = async () => {
    if (!view) return;
    const kept = await act(
      commands.viewsSet({ id: view.id, name: null, icon: null, favourite: null, content: content() }),
    );
    if (!kept) return;
    columns.reset(view.id);
    toast({ words: t("views:updated", { name: viewName(view, t) }) });
  };
  const save = async (name: string, favourite: boolean) => {
    const kept = await act(commands.viewsCreate({ name, favourite, content: content() }));
    if (!kept) return;
    setNaming(undefined);
    if (view) columns.reset(view.id);
    toast({ words: t("views:saved", { name }) });
    void navigate({ to, search: ((now: object) => ({ ...now, view: kept.id })) as never, replace: true });
  };
  const set = (one: SavedView, part: { name?: string; favourite?: boolean }) =>
    act(
      commands.viewsSet({
        id: one.id,
        name: part.name ?? null,
        icon: null,
        favourite: part.favourite ?? null,
        content: null,
      }),
    );
  const move = (one: SavedView, by: -1 | 1) => {
    const other = mine[mine.indexOf(one) + by];
    if (!other) return;
    const ids = all.map(({ id }) => (id === one.id ? other.id : id === other.id ? one.id : id));
    void act(commands.viewsOrder({ ids }));
  };
  const remove = async (one: SavedView) => {
    const gone = await act(commands.viewsDelete({ id: one.id }), () =>
      t("views:deleted", { name: viewName(one, t) }),
    );
    if (gone)
      void navigate({ to, search: ((now: object) => ({ ...now, view: undefined })) as never, replace: true });
  };

  useCommands([
    {
      id: `${of}.saveView`,
      title: "views:save",
      group: "list",
      icon: Save,
      when: () => view === undefined || changed,
      run: () => setNaming("new"),
    },
    ...mine.map((one) => ({
      id: `view.${one.id}`,
      title: "views:open" as const,
      values: { name: viewName(one, t) },
      group: "list" as const,
      icon: Layers,
      run: () => open(one),
    })),
  ]);

  return (
    <div className={css.bar}>
      <Menu width={300}>
        <Menu.Target>
          <Button kind="ghost" size="sm" icon={Layers} className={css.current}>
            <span>{view ? viewName(view, t) : t("views:all")}</span>
            {changed && <i className={css.dot} title={t("views:changed")} />}
            <Icon of={ChevronDown} size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("views:title")}</Menu.Label>
          <Menu.Item
            leftSection={<Icon of={view ? Layers : Check} size={14} />}
            onClick={() => void navigate({ to, search: {} as never })}
          >
            {t("views:all")}
          </Menu.Item>
          {mine.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={<Icon of={one.id === view?.id ? Check : Layers} size={14} />}
              rightSection={
                one.favourite && (
                  <span className={css.star}>
                    <Icon of={Star} size={12} />
                  </span>
                )
              }
              onClick={() => open(one)}
            >
              {viewName(one, t)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon of={Save} size={14} />} onClick={() => setNaming("new")}>
            {t("views:saveAs")}
          </Menu.Item>
          {view && (
            <>
              <Menu.Label>{viewName(view, t)}</Menu.Label>
              <Menu.Item
                leftSection={<Icon of={Star} size={14} />}
                onClick={() => void set(view, { favourite: !view.favourite })}
              >
                {t(view.favourite ? "views:unfavourite" : "views:favourite")}
              </Menu.Item>
              <Menu.Item leftSection={<Icon of={Pencil} size={14} />} onClick={() => setNaming("rename")}>
                {t("views:rename")}
              </Menu.Item>
              <Menu.Item leftSection={<Icon of={ArrowUp} size={14} />} onClick={() => move(view, -1)}>
                {t("views:up")}
              </Menu.Item>
              <Menu.Item leftSection={<Icon of={ArrowDown} size={14} />} onClick={() => move(view, 1)}>
                {t("views:down")}
              </Menu.Item>
              <Menu.Item leftSection={<Icon of={Trash2} size={14} />} onClick={() => void remove(view)}>
                {t("views:delete")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {view && changed && (
        <>
          <Button
            size="sm"
            className={css.act}
            icon={Save}
            title={t("views:update")}
            onClick={() => void update()}
          >
            <span>{t("views:update")}</span>
          </Button>
          <Button
            size="sm"
            kind="ghost"
            className={css.act}
            icon={CopyPlus}
            title={t("views:saveAs")}
            onClick={() => setNaming("new")}
          >
            <span>{t("views:saveAs")}</span>
          </Button>
          <Button
            size="sm"
            kind="ghost"
            icon={RotateCcw}
            aria-label={t("views:reset")}
            title={t("views:reset")}
            onClick={() => {
              columns.reset(view.id);
              open(view);
            }}
          />
        </>
      )}
      {!view && something && (
        <Button
          size="sm"
          kind="ghost"
          className={css.act}
          icon={Save}
          title={t("views:save")}
          onClick={() => setNaming("new")}
        >
          <span>{t("views:save")}</span>
        </Button>
      )}
      {naming === "new" && (
        <SaveDialog
          title={t("views:saveTitle")}
          hint={t("views:saveWords")}
          name=""
          favourite={false}
          onSave={(name, favourite) => void save(name, favourite)}
          onClose={() => setNaming(undefined)}
        />
      )}
      {naming === "rename" && view && (
        <SaveDialog
          title={t("views:renameTitle")}
          name={viewName(view, t)}
          favourite={view.favourite}
          onSave={(name, favourite) =>
            void set(view, { name, favourite }).then((kept) => kept && setNaming(undefined))
          }
          onClose={() => setNaming(undefined)}
        />
      )}
    </div>
  );
});
