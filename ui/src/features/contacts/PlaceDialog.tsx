import { useState } from "react";
import { act } from "@/data/act";
import { type ContactPointView, commands, type Owner, type Postal } from "@/data/client";
import { Dialog } from "@/design/Dialog";
import { TextField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./contacts.module.css";

const parts = ["street", "postcode", "city", "region", "country"] as const;

const blank: Postal = { street: "", postcode: "", city: "", region: "", country: "" };

/** A postal address in its parts: a new one, or one to be corrected. */
export function PlaceDialog({
  owner,
  point,
  onClose,
}: {
  owner: Owner;
  point?: ContactPointView;
  onClose: () => void;
}) {
  const t = useText();
  const [postal, setPostal] = useState<Postal>(point?.postal ?? blank);
  const save = async () => {
    const answer = point
      ? commands.contactsSet({
          owner,
          kind: "address",
          id: point.id,
          label: null,
          value: null,
          postal,
          status: null,
        })
      : commands.contactsAdd({ owner, kind: "address", label: "", value: "", postal, first: false });
    if (await act(answer)) onClose();
  };
  return (
    <Dialog
      open
      title={t(point ? "contacts:place.edit" : "contacts:place.new")}
      keep={t("common:cancel")}
      act={t(point ? "common:save" : "contacts:place.add")}
      onKeep={onClose}
      onAct={() => void save()}
    >
      <div className={css.parts}>
        {parts.map((part) => (
          <TextField
            key={part}
            className={css[part]}
            label={t(`contacts:place.${part}`)}
            value={postal[part]}
            {...(part === "street" ? { "data-autofocus": true } : {})}
            onChange={(event) => setPostal({ ...postal, [part]: event.currentTarget.value })}
            onKeyDown={(event) => event.key === "Enter" && void save()}
          />
        ))}
      </div>
    </Dialog>
  );
}
