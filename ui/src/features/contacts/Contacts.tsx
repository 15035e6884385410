import { Menu } from "@mantine/core";
import { AtSign, Link as LinkIcon, MapPin, Phone } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ContactPointView, Owner, PointKind } from "@/data/client";
import { LinkButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { AddLine } from "./AddLine";
import css from "./contacts.module.css";
import { PlaceDialog } from "./PlaceDialog";
import { PointLine } from "./PointLine";

const kinds: readonly { kind: PointKind; icon: typeof Phone }[] = [
  { kind: "email", icon: AtSign },
  { kind: "phone", icon: Phone },
  { kind: "url", icon: LinkIcon },
  { kind: "address", icon: MapPin },
];

interface ContactsProps {
  owner: Owner;
  points: readonly ContactPointView[];
  /** Lines of another kind, such as the LinkedIn profile. */
  children?: ReactNode;
}

/** Every way to reach a person or a company: each edited where it stands, the first of each kind first. */
export function Contacts({ owner, points, children }: ContactsProps) {
  const t = useText();
  const [adding, setAdding] = useState<PointKind>();
  const done = () => setAdding(undefined);
  return (
    <section aria-label={t("contacts:title")}>
      <div className={record.section}>
        <h3>{t("contacts:title")}</h3>
        <Menu position="bottom-end">
          <Menu.Target>
            <LinkButton>{t("contacts:add")}</LinkButton>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map(({ kind, icon }) => (
              <Menu.Item key={kind} leftSection={<Icon of={icon} />} onClick={() => setAdding(kind)}>
                {t(`contacts:kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <ul className={css.points}>
        {points.map((point) => (
          <PointLine key={`${point.kind} ${point.id}`} owner={owner} point={point} />
        ))}
        {children}
        {adding && adding !== "address" && <AddLine owner={owner} kind={adding} onDone={done} />}
      </ul>
      {points.length === 0 && !adding && !children && <p className={css.none}>{t("contacts:none")}</p>}
      {adding === "address" && <PlaceDialog owner={owner} onClose={done} />}
    </section>
  );
}
