import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { giveLayout } from "@/testing/layout";
import { faults, show } from "@/testing/render";
import { eachOnce, group, groupBy, type Line, rowsOf } from "./lines";
import { Cell, RowList } from "./RowList";
import { Tick } from "./Tick";
import { type Cursor, useCursor } from "./useCursor";

beforeAll(() => giveLayout());

interface Person {
  id: string;
  name: string;
}

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, n) => ({ id: `p${n}`, name: `Person ${n}` }));
const linesOf = (rows: readonly Person[]): Line<Person>[] =>
  group({ id: "g", title: "Everybody" }, rows, (row) => row.id);

let cursor: Cursor<Person>;
let setPeople: (rows: Person[]) => void;

function List({ start }: { start: Person[] }) {
  const [rows, setRows] = useState(start);
  const lines = linesOf(rows);
  cursor = useCursor(lines);
  setPeople = setRows;
  return (
    <RowList
      label="People"
      lines={lines}
      cursor={cursor}
      columns={undefined}
      heads={[{ id: "name", title: "Name" }]}
    >
      {(row) => (
        <Cell look="name">
          <Tick
            checked={cursor.selected.has(row.id)}
            label={`Select ${row.name}`}
            onToggle={() => cursor.toggle(row.id)}
          />
          {row.name}
        </Cell>
      )}
    </RowList>
  );
}

describe("lines", () => {
  it("leaves a group without rows out", () => {
    expect(linesOf([])).toEqual([]);
    expect(linesOf(people(2)).map((line) => line.kind)).toEqual(["group", "row", "row"]);
  });

  it("keeps the order of the rows and of the groups they come in", () => {
    const lines = groupBy(
      [
        { id: "a", day: "2026-09-16" },
        { id: "b", day: "2026-09-17" },
        { id: "c", day: "2026-09-16" },
      ],
      (row) => row.id,
      (row) => row.day,
      (day, rows) => ({ id: day, title: day, count: rows.length }),
    );
    expect(lines.map((line) => line.id)).toEqual(["2026-09-16", "a", "c", "2026-09-17", "b"]);
    expect(rowsOf(lines).map((line) => line.id)).toEqual(["a", "c", "b"]);
  });
});

describe("a row read in two groups", () => {
  const one = { id: "p1", name: "Person 1" };
  const idOf = (row: Person) => row.id;

  it("stays in the group that was read last", () => {
    const before = { rows: [one], at: 100 };
    const after = { rows: [{ ...one, name: "Newer" }], at: 200 };
    expect(eachOnce([before, after], idOf)).toEqual([[], [{ id: "p1", name: "Newer" }]]);
    expect(eachOnce([after, before], idOf)).toEqual([[{ id: "p1", name: "Newer" }], []]);
  });

  it("is listed once where two pages of one group overlap", () => {
    expect(eachOnce([{ rows: [...people(2), one], at: 1 }], idOf)).toEqual([people(2)]);
  });
});

describe("the cursor", () => {
  it("begins on the first row, moves, and stops at both ends", () => {
    show(<List start={people(3)} />);
    expect(cursor.id).toBe("p0");
    act(() => cursor.move(-1));
    expect(cursor.id).toBe("p0");
    act(() => cursor.move(1));
    act(() => cursor.move(1));
    act(() => cursor.move(1));
    expect(cursor.id).toBe("p2");
  });

  it("stays at its place when its row leaves, so that one key can be pressed again and again", () => {
    show(<List start={people(4)} />);
    act(() => cursor.move(1));
    act(() => setPeople(people(4).filter((row) => row.id !== "p1")));
    expect(cursor.id).toBe("p2");
    act(() => setPeople(people(4).slice(0, 1)));
    expect(cursor.id).toBe("p0");
  });

  it("follows its row when others come before it", () => {
    show(<List start={people(3)} />);
    act(() => cursor.put("p2"));
    act(() => setPeople([{ id: "new", name: "New" }, ...people(3)]));
    expect(cursor.row?.name).toBe("Person 2");
    expect(cursor.index).toBe(3);
  });

  it("extends the selection as it moves and forgets rows that are gone", () => {
    show(<List start={people(4)} />);
    act(() => cursor.move(1, true));
    act(() => cursor.move(1, true));
    expect([...cursor.selected]).toEqual(["p0", "p1", "p2"]);
    act(() => setPeople(people(4).slice(1)));
    expect(cursor.targets.map((row) => row.id)).toEqual(["p1", "p2"]);
    act(() => cursor.clear());
    expect(cursor.targets.map((row) => row.id)).toEqual([cursor.id]);
  });
});

describe("the list", () => {
  it("draws only what is seen of a hundred thousand rows", () => {
    show(<List start={people(100_000)} />);
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "100001");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
  });

  it("takes a row by the mouse and selects it by its box without opening it", async () => {
    show(<List start={people(5)} />);
    await userEvent.click(screen.getByText("Person 3"));
    expect(cursor.id).toBe("p3");
    await userEvent.click(screen.getByLabelText("Select Person 1"));
    expect([...cursor.selected]).toEqual(["p1"]);
    expect(cursor.id).toBe("p3");
  });

  it("leaves no ghost of a row that stood in two groups for a moment", () => {
    show(<List start={[...people(3), { id: "p1", name: "Person 1, older" }]} />);
    expect(screen.getAllByText(/^Person 1/)).toHaveLength(2);
    act(() => setPeople([{ id: "p1", name: "Person 1" }, ...people(3).slice(2)]));
    act(() => setPeople(people(3)));
    expect(screen.getAllByRole("row")).toHaveLength(5);
    expect(screen.getAllByText(/^Person 1/)).toHaveLength(1);
  });

  it("announces the row in hand and has no fault of accessibility", async () => {
    const { container } = show(<List start={people(3)} />);
    act(() => cursor.move(1));
    const active = screen.getByRole("grid").getAttribute("aria-activedescendant");
    expect(document.getElementById(active ?? "")).toHaveTextContent("Person 1");
    expect(await faults(container)).toEqual([]);
  });
});
