import { describe, expect, it } from "vitest";
import type { ImportView } from "@/data/client";
import { reachable, remapped, stepShown } from "./steps";

const view = (state: ImportView["state"]) => ({ state }) as ImportView;

describe("the wizard", () => {
  it("begins with a file", () => {
    expect(stepShown("check", undefined)).toBe("file");
  });
  it("goes up to the check while nothing is written", () => {
    expect(reachable(view("checked"))).toBe("check");
    expect(stepShown("map", view("checked"))).toBe("map");
    expect(stepShown("run", view("checked"))).toBe("check");
  });
  it("shows only the run once it has begun: there is no way back to a map that no longer counts", () => {
    expect(stepShown("map", view("applying"))).toBe("run");
    expect(stepShown(undefined, view("cancelled"))).toBe("run");
  });
  it("stays at reading for a file that was refused", () => {
    expect(stepShown("match", view("failed"))).toBe("read");
  });
});

describe("a mapping", () => {
  it("takes a field from one column only", () => {
    expect(remapped(["email", null, "company"], 1, "email")).toEqual([null, "email", "company"]);
  });
  it("may leave several columns out", () => {
    expect(remapped(["email", null], 0, null)).toEqual([null, null]);
  });
});
