import { Modal } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Tag } from "@/design/Tag";
import { layer } from "@/design/theme";
import { text, textIn, useLocale, useText } from "@/i18n";
import { FormLine } from "./FormLine";
import { Marked } from "./Marked";
import css from "./Palette.module.css";
import { type Found, rank } from "./rank";
import { recentFirst, remember } from "./recent";
import { type Command, groups, keysOf, offeredCommands } from "./registry";

/** A person or company the palette can open. */
export interface RecordRow {
  id: string;
  title: string;
  detail: string;
  icon: Found["command"]["icon"];
  open: () => void;
}

interface PaletteProps {
  open: boolean;
  onClose: () => void;
  /** Opens the sheet of keys. */
  onKeys: () => void;
  /** What a command of the group "selection" would act on, in words. */
  selection?: string | undefined;
  /** Records that answer the query; asked again at each letter. */
  useRecords: (query: string) => readonly RecordRow[];
}

/** Everything the window can do, and everybody it knows, under one key. */
export function Palette({ open, onClose, ...rest }: PaletteProps) {
  const t = useText();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={640}
      zIndex={layer.palette}
      centered={false}
      yOffset={104}
      attributes={{ content: { "aria-label": t("palette:title") } }}
      transitionProps={{ transition: "fade", duration: 120 }}
      overlayProps={{ backgroundOpacity: 1, blur: 0 }}
      classNames={{ content: css.palette, overlay: css.scrim, body: css.body }}
    >
      <Content onClose={onClose} {...rest} />
    </Modal>
  );
}

type Row = { id: string; head?: string; run: () => void } & ({ found: Found } | { record: RecordRow });

function Content({ onClose, onKeys, selection, useRecords }: Omit<PaletteProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const list = useId();
  const [query, setQuery] = useState("");
  const [cursor, setCursor] = useState(0);
  const [asking, setAsking] = useState<Command>();
  const commands = useMemo(() => offeredCommands(), []);
  const records = useRecords(query);
  const rows = useMemo<Row[]>(() => {
    const found = rank(query, commands, { text, textIn, locale });
    const title = (group: string) =>
      group === "selection" && selection
        ? t("palette:onSelection", { selection })
        : t(`palette:group.${group}` as "palette:group.act");
    const heads = new Set<string>();
    const ordered = query.trim()
      ? [
          ...found.filter((row) => row.command.group === "selection"),
          ...found.filter((row) => row.command.group !== "selection"),
        ]
      : recentFirst(found).sort((one, two) => order(one) - order(two));
    const commandRows = ordered.map<Row>((row) => {
      const head =
        query.trim() && row.command.group !== "selection" ? t("palette:group.act") : title(row.command.group);
      const first = !heads.has(head);
      heads.add(head);
      return {
        id: row.command.id,
        found: row,
        ...(first ? { head } : {}),
        run: () => act(row, onClose, setAsking),
      };
    });
    const recordRows = records.map<Row>((record, index) => ({
      id: record.id,
      record,
      ...(index === 0 ? { head: t("palette:group.records") } : {}),
      run: () => {
        onClose();
        record.open();
      },
    }));
    return [...commandRows, ...recordRows];
  }, [query, commands, records, locale, selection, t, onClose]);

  const here = Math.min(cursor, Math.max(rows.length - 1, 0));
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row in hand is brought into view when it changes
  useEffect(() => {
    active.current?.scrollIntoView?.({ block: "nearest" });
  }, [here, rows]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || (event.key === "n" && event.ctrlKey))
      setCursor(Math.min(here + 1, rows.length - 1));
    else if (event.key === "ArrowUp" || (event.key === "p" && event.ctrlKey))
      setCursor(Math.max(here - 1, 0));
    else if (event.key === "Home" && event.ctrlKey) setCursor(0);
    else if (event.key === "Enter") rows[here]?.run();
    else if (event.key === "?" && query === "") onKeys();
    else return;
    event.preventDefault();
  };

  if (asking?.form)
    return (
      <FormLine command={asking} form={asking.form} onBack={() => setAsking(undefined)} onDone={onClose} />
    );
  return (
    <div className={css.inside}>
      <div className={css.query}>
        <Icon of={Search} size={18} />
        <input
          className={css.input}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={rows[here] ? `${list}-${here}` : undefined}
          aria-label={t("palette:placeholder")}
          placeholder={t("palette:placeholder")}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
        />
        {selection && <Tag>{selection}</Tag>}
      </div>
      <div className={css.list} id={list} role="listbox" aria-label={t("palette:title")}>
        {rows.map((row, index) => (
          <div key={row.id} role="presentation">
            {row.head && <div className={css.head}>{row.head}</div>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which owns the list */}
            <div
              ref={index === here ? active : undefined}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === here}
              className={css.row}
              onPointerMove={() => index !== here && setCursor(index)}
              onClick={row.run}
            >
              {"found" in row ? (
                <CommandRow found={row.found} />
              ) : (
                <RecordLine record={row.record} query={query} />
              )}
            </div>
          </div>
        ))}
        {rows.length === 0 && <div className={css.none}>{t("palette:none")}</div>}
      </div>
      <footer className={css.foot}>
        <span>
          <KeyCap keys="arrowup arrowdown" /> {t("palette:move")}
        </span>
        <span>
          <KeyCap keys="enter" /> {t("palette:run")}
        </span>
        <span className={css.end}>
          <KeyCap keys="?" /> {t("palette:allKeys")}
        </span>
      </footer>
    </div>
  );
}

function order({ command }: Found): number {
  return groups.indexOf(command.group) + (command.elsewhere ? 0.5 : 0);
}

function act(found: Found, close: () => void, ask: (command: Command) => void): void {
  remember(found.command.id);
  if (found.command.form) {
    ask(found.command);
    return;
  }
  close();
  // After the palette has given the focus back, so that what the command opens may take it.
  setTimeout(found.command.run, 0);
}

function CommandRow({ found }: { found: Found }) {
  const t = useText();
  const keys = keysOf(found.command)[0];
  return (
    <>
      <Icon of={found.command.icon} />
      <span className={css.words}>
        <Marked text={found.title} marks={found.marks} />
      </span>
      <span className={css.right}>
        {found.also && <span>{t("palette:also", { word: found.also })}</span>}
        {found.command.note && <span>{found.command.note}</span>}
        {keys && <KeyCap keys={keys} />}
      </span>
    </>
  );
}

function RecordLine({ record, query }: { record: RecordRow; query: string }) {
  return (
    <>
      <Icon of={record.icon} />
      <span className={css.words}>
        <Marked text={record.title} query={query} />
      </span>
      <span className={css.right}>
        <Marked text={record.detail} query={query} />
      </span>
    </>
  );
}
