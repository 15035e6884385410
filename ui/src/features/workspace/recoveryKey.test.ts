import { describe, expect, it } from "vitest";
import { clean, groupsOf, isWhole, sameGroup, twoGroups } from "./recoveryKey";
import { strength } from "./strength";

describe("a recovery key", () => {
  it("is read with or without dashes, spaces and capitals", () => {
    expect(clean("k7qd-4xw2 9mpa")).toBe("K7QD4XW29MPA");
    expect(groupsOf("K7QD4XW2")).toEqual(["K7QD", "4XW2"]);
    expect(sameGroup(" z8cj ", "Z8CJ")).toBe(true);
    expect(sameGroup("Z8C", "Z8CJ")).toBe(false);
  });
  it("is whole with its 32 characters", () => {
    expect(isWhole("K7QD-4XW2-9MPA-TR6H-VE3N-Z8CJ-5GBY-H2KF")).toBe(true);
    expect(isWhole("K7QD-4XW2")).toBe(false);
  });
  it("is checked by two different groups, in order", () => {
    for (const [one, other] of [
      [0, 0],
      [0.99, 0.99],
      [0.5, 0.3],
    ] as const) {
      const given = [one, other];
      const [first, second] = twoGroups(() => given.shift() ?? 0);
      expect(first).toBeLessThan(second);
      expect(second).toBeLessThan(8);
    }
  });
});

describe("a passphrase", () => {
  it("of a few letters is short, of repeated letters too", () => {
    expect([strength(""), strength("abc"), strength("aaaaaaaaaaaaaaaa")]).toEqual([
      "empty",
      "short",
      "short",
    ]);
  });
  it("of four unrelated words is good", () => {
    expect(strength("cerise tunnel amiral plume")).toBe("good");
  });
});
