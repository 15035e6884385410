import { describe, expect, it } from "vitest";
import type { RunPersonView } from "@/data/client";
import { bucketOf, sortBuckets } from "./buckets";

function person(state: RunPersonView["state"], outboxState: string | null = null): RunPersonView {
  return {
    person: { id: `${state}-${outboxState}`, name: "Jeanne Vasserot" },
    company: "",
    state,
    steps: {},
    reason: null,
    outboxId: outboxState && "m1",
    outboxState,
    followupOn: null,
    at: null,
  };
}

describe("the lists of a receipt", () => {
  it("put whatever needs the seller first, whatever became of the message", () => {
    expect(bucketOf(person("needs_you", "draft"))).toBe("look");
    expect(bucketOf(person("out"))).toBe("look");
    for (const state of ["unknown", "failed"]) expect(bucketOf(person("done", state))).toBe("look");
  });

  it("tell drafts, scheduled, sent and people done without an email apart", () => {
    expect(bucketOf(person("done", "held"))).toBe("drafts");
    expect(bucketOf(person("done", "sending"))).toBe("scheduled");
    expect(bucketOf(person("done", "sent"))).toBe("sent");
    expect(bucketOf(person("done"))).toBe("done");
  });

  it("ask nothing for whom a run was cancelled, nor for a message given up", () => {
    expect(bucketOf({ ...person("out"), reason: { code: "run.cancelled", params: {} } })).toBe("given");
    expect(bucketOf(person("done", "cancelled"))).toBe("given");
  });

  it("lose nobody: the parts add up to everybody", () => {
    const states = ["waiting", "working", "done", "needs_you", "out"] as const;
    const messages = [
      null,
      "draft",
      "held",
      "scheduled",
      "sending",
      "sent",
      "unknown",
      "failed",
      "cancelled",
      "something new",
    ];
    const everybody = states.flatMap((state) => messages.map((message) => person(state, message)));
    const parts = Object.values(sortBuckets(everybody));
    expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(everybody.length);
  });
});
