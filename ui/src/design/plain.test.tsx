import { render } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { Avatar } from "./Avatar";
import { ChannelGlyph, PersonGlyph, StateLine } from "./Glyph";
import { draw, plain } from "./plain";

function Counter() {
  return <b>{useState(1)[0]}</b>;
}

describe("a piece drawn without React", () => {
  it.each([
    ["an avatar", <Avatar key="" name="Camille Faure" of="company" />],
    ["a glyph with a name", <ChannelGlyph key="" state="opted_out" label="Opted out" />],
    [
      "a state",
      <StateLine key="" glyph={<PersonGlyph progress="qualified" tone="warn" />}>
        Qualified
      </StateLine>,
    ],
  ])("is what React draws: %s", (_, piece) => {
    expect(draw(piece)).toEqual(render(piece).container.firstChild);
  });

  it("is nothing where there is nothing to draw, and words where there are only words", () => {
    expect(draw(null).textContent).toBe("");
    expect(draw(0).textContent).toBe("0");
    expect(plain(({ value }: { value: string }) => value)({ value: "Nantes" }).textContent).toBe("Nantes");
  });

  it("refuses a piece with a state of its own", () => {
    expect(() => draw(<Counter />)).toThrow();
  });
});
