import { expect, it } from "vitest";
import { notAsked } from "./StepStrip";

it("a run without LinkedIn notes is not asked for them, whoever waits", () => {
  expect([...notAsked('{"actions":{"sendLinkedInConnections":false}}')]).toEqual(["linkedin"]);
  expect([...notAsked('{"actions":{"generateEmails":false}}')]).toEqual(["write", "check", "email"]);
  expect([...notAsked("{}")]).toEqual([]);
});
