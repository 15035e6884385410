import { CheckCheck, CornerDownLeft, ListChecks, MoveDown, MoveUp, SquareCheck, X } from "lucide-react";
import type { Cursor } from "@/design/rows/useCursor";
import { type Command, useCommands } from "@/features/palette/registry";

interface ListKeys<Row> {
  cursor: Cursor<Row>;
  /** Whether several rows can be taken at once. */
  several?: boolean;
  open: (row: Row) => void;
  /** Esc: closes what is open; answers whether there was something. */
  close: () => boolean;
}

/** The keys every list has: j, k, x, Enter, Esc, ⇧↑, ⇧↓, ⌘A. */
export function useListKeys<Row>({ cursor, several = false, open, close }: ListKeys<Row>): void {
  const present = () => cursor.row !== undefined;
  const commands: Command[] = [
    {
      id: "list.next",
      title: "outreach:list.next",
      group: "list",
      icon: MoveDown,
      keys: ["j", "arrowdown"],
      unlisted: true,
      when: present,
      run: () => cursor.move(1),
    },
    {
      id: "list.previous",
      title: "outreach:list.previous",
      group: "list",
      icon: MoveUp,
      keys: ["k", "arrowup"],
      unlisted: true,
      when: present,
      run: () => cursor.move(-1),
    },
    {
      id: "list.open",
      title: "outreach:list.open",
      group: "list",
      icon: CornerDownLeft,
      keys: "enter",
      unlisted: true,
      when: () => present() && !actsByItself(),
      run: () => cursor.row !== undefined && open(cursor.row),
    },
    {
      id: "list.close",
      title: "outreach:list.close",
      group: "list",
      icon: X,
      keys: "escape",
      unlisted: true,
      run: () => void (close() || cursor.clear()),
    },
  ];
  const severalCommands: Command[] = [
    {
      id: "list.select",
      title: "outreach:list.select",
      group: "list",
      icon: SquareCheck,
      keys: "x",
      unlisted: true,
      when: present,
      run: () => cursor.toggle(),
    },
    {
      id: "list.extendDown",
      title: "outreach:list.extendDown",
      group: "list",
      icon: ListChecks,
      keys: "shift+arrowdown",
      unlisted: true,
      when: present,
      run: () => cursor.move(1, true),
    },
    {
      id: "list.extendUp",
      title: "outreach:list.extendUp",
      group: "list",
      icon: ListChecks,
      keys: "shift+arrowup",
      unlisted: true,
      when: present,
      run: () => cursor.move(-1, true),
    },
    {
      id: "list.all",
      title: "outreach:list.all",
      group: "list",
      icon: CheckCheck,
      keys: "mod+a",
      unlisted: true,
      when: present,
      run: () => cursor.selectAll(),
    },
  ];
  useCommands(several ? [...commands, ...severalCommands] : commands);
}

/** Whether the focus stands on something that Enter itself presses. */
export function actsByItself(): boolean {
  return (
    document.activeElement?.matches(
      "button, a[href], summary, [role='tab'], [role='radio'], input, textarea, select",
    ) ?? false
  );
}
