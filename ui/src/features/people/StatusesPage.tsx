import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Eye, EyeOff, GripVertical, Plus, Trash2 } from "lucide-react";
import { type DragEvent, useState } from "react";
import { act } from "@/data/act";
import { commands, type StatusMeaning, type StatusValues, type StatusView } from "@/data/client";
import { read } from "@/data/queries";
import { Button, IconButton } from "@/design/Button";
import { PersonGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { InlineText } from "@/features/list/InlineText";
import { ColourChoice } from "@/features/settings/ColourChoice";
import { Group } from "@/features/settings/Group";
import css from "@/features/settings/rows.module.css";
import { WhereTo } from "@/features/settings/WhereTo";
import { type TextKey, useText } from "@/i18n";
import { meanings, useStatuses } from "./statuses";

/** How many people are in each status. */
const countsQuery = read(["statuses_counts"], ["people"], () =>
  commands.peopleGroups({ query: { text: "", filters: [], sort: "name", descending: false }, by: "status" }),
);

type Answer = Parameters<typeof act>[0];

/** Whether it was written; a refusal is said. */
async function written(answer: Answer): Promise<boolean> {
  return (await act(answer)) !== undefined;
}

/** Statuses of people: their names, colours and order, and the seller's own beside those every desk begins with. */
export function StatusesPage() {
  const t = useText();
  const statuses = useStatuses();
  const groups = useQuery(countsQuery).data?.groups ?? [];
  const [leaving, setLeaving] = useState<StatusView>();
  const [held, setHeld] = useState<number>();
  const count = (key: string) => groups.find((group) => group.key === key)?.count ?? 0;
  // A deleted one is shown as long as an undo has left somebody in it.
  const lost = groups.map(({ key }) => ({ ...statuses.of(key), key })).filter((one) => one.deleted);
  const rows = [...statuses.present, ...lost];
  const reorder = (from: number, to: number) => {
    const keys = statuses.present.map(({ key }) => key);
    const [moved] = keys.splice(from, 1);
    if (moved && to >= 0 && to <= keys.length) {
      keys.splice(to, 0, moved);
      void written(commands.statusesReorder({ keys }));
    }
  };
  const add = (meaning: StatusMeaning) => {
    const taken = statuses.present.flatMap(({ nameFr, nameEn }) => [nameFr, nameEn]);
    const free = (name: string, n = 1): string => {
      const tried = n === 1 ? name : `${name} ${n}`;
      return taken.includes(tried) ? free(name, n + 1) : tried;
    };
    const values = {
      nameFr: free(t("settings:statuses.newFr")),
      nameEn: free(t("settings:statuses.newEn")),
      colour: "doubt",
      rottenDays: null,
      hidden: false,
    };
    void written(commands.statusesCreate({ meaning, values }));
  };
  const drop = (to: number) => {
    if (held !== undefined && held !== to) reorder(held, to);
    setHeld(undefined);
  };
  return (
    <Group title={t("settings:statuses.title")}>
      <p className={css.fixed}>{t("settings:statuses.hint")}</p>
      <table className={css.stages}>
        <thead>
          <tr>
            <th scope="col">
              <span className={css.hidden}>{t("settings:statuses.place")}</span>
            </th>
            <th scope="col">{t("settings:pipelines.colour")}</th>
            <th scope="col">{t("settings:pipelines.nameFr")}</th>
            <th scope="col">{t("settings:pipelines.nameEn")}</th>
            <th scope="col">{t("settings:statuses.countsAs")}</th>
            <th scope="col">{t("settings:pipelines.limit")}</th>
            <th scope="col">{t("settings:pipelines.here")}</th>
            <th scope="col">
              <span className={css.hidden}>{t("settings:pipelines.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((status, index) => (
            <Row
              key={status.key}
              status={status}
              name={statuses.name(status.key)}
              people={count(status.key)}
              dragged={held === index}
              onHold={() => setHeld(index)}
              onDrop={() => drop(index)}
              up={!status.deleted && index > 0 ? () => reorder(index, index - 1) : undefined}
              down={index < statuses.present.length - 1 ? () => reorder(index, index + 1) : undefined}
              remove={
                status.fixed
                  ? undefined
                  : () => {
                      if (count(status.key) > 0) setLeaving(status);
                      else void written(commands.statusesDelete({ key: status.key, moveTo: null }));
                    }
              }
            />
          ))}
        </tbody>
      </table>
      <div className={css.acts}>
        <Menu>
          <Menu.Target>
            <Button size="sm" icon={Plus}>
              {t("settings:statuses.add")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("settings:statuses.addAs")}</Menu.Label>
            {meanings.map((meaning) => (
              <Menu.Item
                key={meaning}
                leftSection={<PersonGlyph progress={meaning} />}
                onClick={() => add(meaning)}
              >
                {t(`people:status.${meaning}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <WhereTo
        question={
          leaving && {
            title: t("settings:statuses.delete", { name: statuses.name(leaving.key) }),
            has: t("settings:statuses.has", { count: count(leaving.key) }),
            label: t("settings:statuses.whereTo"),
            act: t("settings:statuses.deleteDo"),
            targets: statuses.present
              .filter((one) => one.key !== leaving.key && isNever(one) === isNever(leaving))
              .map(({ key }) => ({ value: key, label: statuses.name(key) })),
            onTo: (moveTo) => written(commands.statusesDelete({ key: leaving.key, moveTo })),
          }
        }
        onClose={() => setLeaving(undefined)}
      />
    </Group>
  );
}

function isNever(status: StatusView): boolean {
  return status.meaning === "do_not_contact";
}

interface RowProps {
  status: StatusView;
  name: string;
  people: number;
  dragged: boolean;
  onHold: () => void;
  onDrop: () => void;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  remove: (() => void) | undefined;
}

function Row({ status, name, people, dragged, onHold, onDrop, up, down, remove }: RowProps) {
  const t = useText();
  const { key, meaning, nameFr, nameEn, colour, rottenDays, hidden } = status;
  const save = (part: Partial<StatusValues>) =>
    written(
      commands.statusesUpdate({ key, values: { nameFr, nameEn, colour, rottenDays, hidden, ...part } }),
    );
  const days = (text: string) => (text.trim() === "" ? null : Math.max(0, Number.parseInt(text, 10) || 0));
  const hold = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", name);
    onHold();
  };
  return (
    <tr
      data-dragged={dragged || undefined}
      data-quiet={hidden || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <td className={css.grip} draggable onDragStart={hold} title={t("settings:statuses.drag")}>
        <Icon of={GripVertical} size={14} />
      </td>
      <td>
        <ColourChoice name={name} value={colour} onChange={(value) => void save({ colour: value })} />
      </td>
      <td>
        <InlineText
          label={`${t("settings:pipelines.nameFr")}, ${name}`}
          value={nameFr}
          onSave={(value) => save({ nameFr: value })}
        />
      </td>
      <td>
        <InlineText
          label={`${t("settings:pipelines.nameEn")}, ${name}`}
          value={nameEn}
          onSave={(value) => save({ nameEn: value })}
        />
      </td>
      <td className={css.meaning}>{t(`people:status.${meaning}` as TextKey)}</td>
      <td>
        <InlineText
          label={`${t("settings:pipelines.limit")}, ${name}`}
          value={rottenDays === null ? "" : String(rottenDays)}
          placeholder={t("settings:pipelines.noLimit")}
          onSave={(value) => save({ rottenDays: days(value) })}
        />
      </td>
      <td className={css.fixed}>{people}</td>
      <td className={css.slots}>
        {up ? (
          <IconButton label={t("settings:pipelines.up", { name })} icon={ArrowUp} onClick={up} />
        ) : (
          <span />
        )}
        {down ? (
          <IconButton label={t("settings:pipelines.down", { name })} icon={ArrowDown} onClick={down} />
        ) : (
          <span />
        )}
        <IconButton
          label={t(hidden ? "settings:statuses.show" : "settings:statuses.hide", { name })}
          icon={hidden ? EyeOff : Eye}
          onClick={() => void save({ hidden: !hidden })}
        />
        {remove ? (
          <IconButton label={t("settings:statuses.delete", { name })} icon={Trash2} onClick={remove} />
        ) : (
          <span />
        )}
      </td>
    </tr>
  );
}
