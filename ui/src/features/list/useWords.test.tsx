import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useWords } from "./useWords";

const written: Array<string | undefined> = [];

/** A list whose address is told a moment after it was changed, as the router does. */
function List() {
  const [q, setQ] = useState<string>();
  const { words, onWords, onLeave } = useWords(q, (part) => {
    written.push(part.q);
    setTimeout(() => setQ(part.q), 20);
  });
  return (
    <>
      <input aria-label="search" value={words} onChange={(e) => onWords(e.target.value)} onBlur={onLeave} />
      <button type="button" onClick={() => setQ("of a view")}>
        view
      </button>
    </>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  written.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const user = () => userEvent.setup({ advanceTimers: (time) => vi.advanceTimersByTime(time) });
const box = () => screen.getByLabelText<HTMLInputElement>("search").value;

test("the address is told once, when the keys rest, and never takes letters back", async () => {
  render(<List />);
  const keys = user();
  await keys.type(screen.getByLabelText("search"), "ca");
  expect(written).toEqual([]);
  act(() => vi.advanceTimersByTime(255));
  expect(written).toEqual(["ca"]);
  // Before the address is heard of, more is typed.
  await keys.type(screen.getByLabelText("search"), "m");
  act(() => vi.advanceTimersByTime(30));
  expect(box()).toBe("cam");
  act(() => vi.advanceTimersByTime(300));
  expect(written).toEqual(["ca", "cam"]);
  expect(box()).toBe("cam");
});

test("leaving the box tells the address at once, and what a view asks for is shown", async () => {
  render(<List />);
  const keys = user();
  await keys.type(screen.getByLabelText("search"), "zoe");
  await keys.tab();
  expect(written).toEqual(["zoe"]);
  act(() => vi.advanceTimersByTime(500));
  expect(written).toEqual(["zoe"]);
  expect(box()).toBe("zoe");
  await keys.click(screen.getByText("view"));
  expect(box()).toBe("of a view");
});

test("whoever goes elsewhere with words on their way is not fetched back", async () => {
  window.location.hash = "#/people";
  render(<List />);
  const keys = user();
  await keys.type(screen.getByLabelText("search"), "zoe");
  window.location.hash = "#/companies";
  await keys.tab();
  act(() => vi.advanceTimersByTime(500));
  expect(written).toEqual([]);
});
