import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Ellipsis, Plus, Trash2, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { type CustomField, type CustomKind, type CustomOf, commands } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { Icon } from "@/design/Icon";
import { InlineText } from "@/features/list/InlineText";
import { Group } from "@/features/settings/Group";
import { useText } from "@/i18n";
import css from "./custom.module.css";
import { fieldsQuery } from "./queries";
import { kinds } from "./words";

const ofs: readonly CustomOf[] = ["people", "companies", "opportunities"];

/** The fields the seller adds to people, companies and opportunities. */
export function FieldsPage() {
  const t = useText();
  const all = useQuery(fieldsQuery).data;
  if (!all) return null;
  return ofs.map((of) => (
    <Group key={of} title={t(`custom:of.${of}`)}>
      <Fields all={all} of={of} />
      <NewField of={of} />
    </Group>
  ));
}

function Fields({ all, of }: { all: readonly CustomField[]; of: CustomOf }) {
  const t = useText();
  const mine = all.filter((field) => field.of === of);
  if (mine.length === 0) return <p className={css.none}>{t("custom:noneYet")}</p>;
  const move = (field: CustomField, by: -1 | 1) => {
    const other = mine[mine.indexOf(field) + by];
    if (!other) return;
    const ids = all.map(({ id }) => (id === field.id ? other.id : id === other.id ? field.id : id));
    void act(commands.fieldsOrder({ ids }));
  };
  return (
    <ul className={css.fields}>
      {mine.map((field, index) => (
        <Field
          key={field.id}
          field={field}
          first={index === 0}
          last={index === mine.length - 1}
          onMove={move}
        />
      ))}
    </ul>
  );
}

function Field({
  field,
  first,
  last,
  onMove,
}: {
  field: CustomField;
  first: boolean;
  last: boolean;
  onMove: (field: CustomField, by: -1 | 1) => void;
}) {
  const t = useText();
  const set = (part: { name?: string; choices?: string[]; rename?: { from: string; to: string } }) =>
    act(
      commands.fieldsSet({
        id: field.id,
        name: part.name ?? null,
        choices: part.choices ?? null,
        rename: part.rename ?? null,
      }),
    ).then((done) => done !== undefined);
  return (
    <li className={css.field}>
      <div className={css.line}>
        <InlineText label={t("custom:name")} value={field.name} onSave={(name) => set({ name })} />
        <span className={css.kind}>
          {t(`custom:kind.${field.kind}`)}
          {field.currency && `, ${field.currency}`}
        </span>
        <span className={css.used}>{t("custom:used", { count: field.used })}</span>
        <IconButton label={t("views:up")} icon={ArrowUp} disabled={first} onClick={() => onMove(field, -1)} />
        <IconButton
          label={t("views:down")}
          icon={ArrowDown}
          disabled={last}
          onClick={() => onMove(field, 1)}
        />
        <Menu>
          <Menu.Target>
            <IconButton label={t("custom:more", { field: field.name })} icon={Ellipsis} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Icon of={Trash2} />}
              onClick={() =>
                void act(commands.fieldsDelete({ id: field.id }), () =>
                  t("custom:deleted", { field: field.name }),
                )
              }
            >
              {t("custom:delete")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {(field.kind === "choice" || field.kind === "choices") && (
        <Choices
          choices={field.choices}
          onRename={(from, to) => set({ rename: { from, to } })}
          onChange={(choices) => set({ choices })}
        />
      )}
    </li>
  );
}

function Choices({
  choices,
  onRename,
  onChange,
}: {
  choices: readonly string[];
  onRename: (from: string, to: string) => Promise<boolean>;
  onChange: (choices: string[]) => Promise<boolean>;
}) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) void onChange([...choices, typed.trim()]).then((done) => done && setTyped(""));
  };
  return (
    <div className={css.choices}>
      {choices.map((choice) => (
        <span key={choice} className={css.choice}>
          <InlineText
            label={t("custom:choice")}
            value={choice}
            onSave={(to) => (to ? onRename(choice, to) : Promise.resolve(false))}
          />
          {choices.length > 1 && (
            <button
              type="button"
              aria-label={t("custom:removeChoice", { choice })}
              onClick={() => void onChange(choices.filter((other) => other !== choice))}
            >
              <Icon of={X} size={12} />
            </button>
          )}
        </span>
      ))}
      <form onSubmit={add}>
        <TextField
          aria-label={t("custom:addChoice")}
          placeholder={t("custom:addChoice")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
    </div>
  );
}

function NewField({ of }: { of: CustomOf }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<CustomKind>("text");
  const [choices, setChoices] = useState("");
  const [currency, setCurrency] = useState("");
  const list = choices.split("\n").filter((line) => line.trim());
  const chooses = kind === "choice" || kind === "choices";
  const missing = !name.trim()
    ? t("custom:needsName")
    : chooses && list.length === 0
      ? t("custom:needsChoices")
      : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (missing) return;
    const made = await act(commands.fieldsCreate({ of, name, kind, choices: list, currency }));
    if (!made) return;
    setOpen(false);
    setName("");
    setChoices("");
  };
  if (!open)
    return (
      <div className={css.add}>
        <Button size="sm" icon={Plus} onClick={() => setOpen(true)}>
          {t("custom:new")}
        </Button>
      </div>
    );
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t("custom:name")}
        maxLength={60}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ChoiceField
        label={t("custom:holds")}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`custom:kind.${value}`) }))}
        value={kind}
        onChange={(next) => setKind((next ?? "text") as CustomKind)}
      />
      {chooses && (
        <AreaField
          label={t("custom:choices")}
          hint={t("custom:choicesHint")}
          value={choices}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      {kind === "money" && (
        <TextField
          label={t("custom:currency")}
          hint={t("custom:currencyHint")}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
      )}
      <div className={css.acts}>
        <Button onClick={() => setOpen(false)}>{t("common:cancel")}</Button>
        <Button kind="primary" type="submit" blocked={missing}>
          {t("custom:add")}
        </Button>
      </div>
    </form>
  );
}
