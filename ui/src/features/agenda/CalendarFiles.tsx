import { Menu } from "@mantine/core";
import { CalendarArrowDown, CalendarArrowUp, Ellipsis } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { type CalendarCheck, type CalendarRow, commands } from "@/data/client";
import { sayError } from "@/data/say";
import { IconButton } from "@/design/Button";
import { Dialog } from "@/design/Dialog";
import { useFormat } from "@/design/format";
import { toast } from "@/design/toast";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { pickFile, pickTarget } from "@/platform/files";
import css from "./agenda.module.css";

/** Events shown before they are taken; the rest is counted. */
const SHOWN = 60;

/** Calendar files: the days in view or everything written to one, and one looked into and taken. */
export function CalendarFiles() {
  const t = useText();
  const [looked, setLooked] = useState<{ path: string; check: CalendarCheck }>();
  const [busy, setBusy] = useState(false);

  const write = async (titlesOnly: boolean) => {
    const path = await pickTarget("ics", `${t("agenda:file.name")}.ics`);
    if (!path) return;
    await act(commands.calendarExport({ ids: [], from: null, to: null, titlesOnly, path }), (done) =>
      t("agenda:file.exported", { count: done.rows, path: done.path }),
    );
  };
  const look = async () => {
    const path = await pickFile("ics");
    if (!path) return;
    try {
      setLooked({ path, check: await ask(commands.calendarCheck({ path, hash: "" })) });
    } catch (error) {
      toast({ words: sayError(error), tone: "warn" });
    }
  };
  const take = async () => {
    if (!looked) return;
    setBusy(true);
    const done = await act(
      commands.calendarImport({ path: looked.path, hash: looked.check.hash }),
      (changed) => t("agenda:file.taken", { count: changed.count }),
    );
    setBusy(false);
    if (done) setLooked(undefined);
  };

  useCommands([
    {
      id: "calendar.export",
      title: "palette:to.exportCalendar",
      also: "palette:words.calendarFile",
      group: "act",
      icon: CalendarArrowUp,
      run: () => void write(false),
    },
    {
      id: "calendar.exportTitles",
      title: "palette:to.exportCalendarTitles",
      also: "palette:words.calendarFile",
      group: "act",
      icon: CalendarArrowUp,
      run: () => void write(true),
    },
    {
      id: "calendar.import",
      title: "palette:to.importCalendar",
      also: "palette:words.calendarImport",
      group: "act",
      icon: CalendarArrowDown,
      run: () => void look(),
    },
  ]);

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton label={t("agenda:file.menu")} icon={Ellipsis} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void write(false)}>{t("agenda:file.export")}</Menu.Item>
          <Menu.Item onClick={() => void write(true)}>{t("agenda:file.exportTitles")}</Menu.Item>
          <Menu.Item onClick={() => void look()}>{t("agenda:file.import")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {looked && (
        <Look
          check={looked.check}
          busy={busy}
          onTake={() => void take()}
          onLeave={() => setLooked(undefined)}
        />
      )}
    </>
  );
}

interface LookProps {
  check: CalendarCheck;
  busy: boolean;
  onTake: () => void;
  onLeave: () => void;
}

/** What a calendar file would do, before anything is done. */
function Look({ check, busy, onTake, onLeave }: LookProps) {
  const t = useText();
  const of = (...plans: CalendarRow["plan"][]) =>
    check.counts.filter((one) => plans.includes(one.plan)).reduce((sum, one) => sum + one.count, 0);
  const willDo = of("new", "changed") + check.rows.filter((row) => row.plan === "cancelled").length;
  const told = check.counts.filter((one) => one.count > 0);
  const rows = check.rows.filter((row) => row.plan !== "unchanged" || row.why.length > 0);
  const all = check.counts.reduce((sum, one) => sum + one.count, 0);
  const left = all - of("unchanged") - Math.min(rows.length, SHOWN);
  return (
    <Dialog
      open
      title={t("agenda:file.look", { name: check.name })}
      keep={t(willDo > 0 ? "agenda:file.leave" : "common:close")}
      {...(willDo > 0 ? { act: t("agenda:file.take", { count: willDo }) } : {})}
      busy={busy}
      onKeep={onLeave}
      onAct={onTake}
    >
      <p className={css.fileCounts}>
        {told.map((one) => (
          <span key={one.plan} data-plan={one.plan}>
            {t(`agenda:plan.${one.plan}`)} <b>{one.count}</b>
          </span>
        ))}
      </p>
      {willDo === 0 && of("refused") === 0 && <p>{t("agenda:file.nothing")}</p>}
      <ul className={css.fileRows}>
        {rows.slice(0, SHOWN).map((row, index) => (
          // Two occurrences of a series may look alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
          <Event key={index} row={row} />
        ))}
      </ul>
      {left > 0 && <p className={css.fileWords}>{t("agenda:file.more", { count: left })}</p>}
      {check.beyond > 0 && (
        <p className={css.fileWords}>{t("agenda:file.beyond", { count: check.beyond })}</p>
      )}
    </Dialog>
  );
}

function Event({ row }: { row: CalendarRow }) {
  const t = useText();
  const format = useFormat();
  const when =
    row.startsAt && (row.allDay ? format.shortDay(row.startsAt.slice(0, 10)) : format.dayTime(row.startsAt));
  const why = row.why.map((code) => t(`agenda:why.${code as "title"}`)).join(", ");
  const people = row.people.map((person) => person.name).join(", ");
  return (
    <li data-plan={row.plan}>
      <span>{when}</span>
      <span>
        <b>{row.title}</b>
        {(people || why) && <small>{[people, why].filter(Boolean).join(" · ")}</small>}
      </span>
      <small>{t(`agenda:plan.${row.plan}`)}</small>
    </li>
  );
}
