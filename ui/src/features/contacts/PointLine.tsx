import { Menu } from "@mantine/core";
import { ArrowUpToLine, Ban, Check, Ellipsis, Pencil, ShieldCheck, Trash2 } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { type ContactPointView, commands, type Owner, type PointSet } from "@/data/client";
import { IconButton } from "@/design/Button";
import { ChannelGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { InlineText } from "@/features/list/InlineText";
import { useText } from "@/i18n";
import css from "./contacts.module.css";
import { PlaceDialog } from "./PlaceDialog";
import { channelOf, labels, useOrigin } from "./words";

/** One address, number, link or place, with its state, and where it came from under the pointer. */
export function PointLine({ owner, point }: { owner: Owner; point: ContactPointView }) {
  const t = useText();
  const origin = useOrigin();
  const [placing, setPlacing] = useState(false);
  const { id, kind } = point;
  const one = { owner, kind, id };
  const set = (change: Partial<PointSet>) =>
    act(
      commands.contactsSet({ ...one, label: null, value: null, postal: null, status: null, ...change }),
    ).then((done) => done !== undefined);
  const name = t(`contacts:kind.${kind}`);
  const label = (labels as readonly string[]).includes(point.label)
    ? t(`contacts:label.${point.label as "work"}`)
    : point.label;
  const state = t(`contacts:status.${point.status}`);
  const reachable = kind === "email" || kind === "phone";
  return (
    <li className={css.point} title={`${origin(point)} · ${state}`}>
      <ChannelGlyph state={channelOf(point)} label={state} />
      {kind === "address" ? (
        <button type="button" className={css.place} onClick={() => setPlacing(true)}>
          {point.shown}
        </button>
      ) : (
        <InlineText label={name} value={point.value} shown={point.shown} onSave={(value) => set({ value })} />
      )}
      <span className={css.label}>
        {[point.first ? "" : t("contacts:more"), label].filter(Boolean).join(", ")}
      </span>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton label={t("contacts:acts", { value: point.shown })} icon={Ellipsis} />
        </Menu.Target>
        <Menu.Dropdown>
          {!point.first && !(owner.kind === "company" && kind === "address") && (
            <Menu.Item
              leftSection={<Icon of={ArrowUpToLine} />}
              onClick={() =>
                void act(commands.contactsFirst(one), () => t("contacts:nowFirst", { value: point.shown }))
              }
            >
              {t(`contacts:useFirst.${kind}`)}
            </Menu.Item>
          )}
          {kind === "address" && (
            <Menu.Item leftSection={<Icon of={Pencil} />} onClick={() => setPlacing(true)}>
              {t("contacts:editPlace")}
            </Menu.Item>
          )}
          <Menu.Label>{t("contacts:for")}</Menu.Label>
          {labels.map((word) => (
            <Menu.Item
              key={word}
              rightSection={point.label === word ? <Icon of={Check} size={14} /> : undefined}
              onClick={() => void set({ label: point.label === word ? "" : word })}
            >
              {t(`contacts:label.${word}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {reachable && point.status !== "opted_out" && point.target && (
            <Menu.Item leftSection={<Icon of={Ban} />} onClick={() => void set({ status: "opted_out" })}>
              {t(`contacts:optOut.${kind}`)}
            </Menu.Item>
          )}
          {reachable &&
            (point.status === "opted_out" || point.status === "guessed" || point.status === "bounced") && (
              <Menu.Item
                leftSection={<Icon of={ShieldCheck} />}
                onClick={() => void set({ status: "valid" })}
              >
                {t("contacts:isValid")}
              </Menu.Item>
            )}
          <Menu.Item
            leftSection={<Icon of={Trash2} />}
            onClick={() =>
              void act(commands.contactsRemove(one), () => t("contacts:removed", { value: point.shown }))
            }
          >
            {t("contacts:remove")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {placing && <PlaceDialog owner={owner} point={point} onClose={() => setPlacing(false)} />}
    </li>
  );
}
