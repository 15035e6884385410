import { type KeyboardEvent, useRef, useState } from "react";
import { act } from "@/data/act";
import { commands, type Owner, type PointKind } from "@/data/client";
import { ChannelGlyph } from "@/design/Glyph";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import css from "./contacts.module.css";

interface AddLineProps {
  owner: Owner;
  kind: Exclude<PointKind, "address">;
  onDone: () => void;
}

/** A new address, number or link, typed where it will stand: Enter adds, Esc drops. A refused one stays to be corrected. */
export function AddLine({ owner, kind, onDone }: AddLineProps) {
  const t = useText();
  const [value, setValue] = useState("");
  const busy = useRef(false);
  const add = async () => {
    if (busy.current) return;
    if (value.trim() === "") return onDone();
    busy.current = true;
    const added = await act(
      commands.contactsAdd({ owner, kind, label: "", value, postal: null, first: false }),
    );
    busy.current = false;
    if (added) onDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") onDone();
    else void add();
  };
  // Asked for by the menu a moment ago, which gives the focus back first.
  const [focus] = useState(() => (field: HTMLInputElement | null) => {
    if (field) setTimeout(() => field.focus());
  });
  return (
    <li className={css.point}>
      <ChannelGlyph state="none" />
      <input
        className={`${record.inline} ${record.inlineInput}`}
        aria-label={t(`contacts:new.${kind}`)}
        placeholder={t(`contacts:example.${kind}`)}
        value={value}
        ref={focus}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void add()}
      />
    </li>
  );
}
