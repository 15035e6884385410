import { describe, expect, it } from "vitest";
import { absent, changeDocument, readDocument, tidyDocument } from "./document";
import { unknownFields } from "./placeholders";

const earlier = `{"actions":{"generateEmails":true,"sendEmails":true,"sendLinkedInConnections":true,"scheduleFollowups":true},"emailContext":"…","linkedinTemplate":"Hi {name}, …{title} at {company}.","followupTemplate":"…","delays":{"betweenProspects":2000,"followupDays":7},"maxFollowups":3}`;

describe("the configuration document", () => {
  it("of the earlier system is taken as it is", () => {
    const { value, problems } = readDocument(earlier);
    expect(problems).toEqual([]);
    expect(value.actions.sendEmails).toBe(true);
    expect(value.linkedinTemplate).toBe("Hi {name}, …{title} at {company}.");
  });

  it("that is empty keeps every default, and drafts by default", () => {
    const { value, problems } = readDocument("{}");
    expect(problems).toEqual([]);
    expect(value).toEqual(absent);
    expect(value.actions.sendEmails).toBe(false);
  });

  it("names every unknown key at its line, with the one probably meant", () => {
    const text = '{\n  "acitons": {},\n  "delays": {\n    "followUpDay": 3,\n    "zzzzzz": 1\n  }\n}';
    expect(readDocument(text).problems).toEqual([
      { kind: "unknown", path: "acitons", line: 2, hint: "actions" },
      { kind: "unknown", path: "delays.followUpDay", line: 4, hint: "followupDays" },
      { kind: "unknown", path: "delays.zzzzzz", line: 5 },
    ]);
  });

  it("says where it stops being JSON", () => {
    expect(readDocument('{\n  "maxFollowups": 3,\n  "emailContext": "a\n}').problems).toEqual([
      { kind: "json", path: "", line: 3 },
    ]);
    expect(readDocument('{"a": 1} x').problems[0]?.kind).toBe("json");
    expect(readDocument("").problems[0]).toEqual({ kind: "json", path: "", line: 1 });
  });

  it("refuses values of another kind and numbers below zero", () => {
    const text = '{\n"maxFollowups": "3",\n"delays": {"followupDays": -1},\n"actions": []\n}';
    expect(readDocument(text).problems.map(({ kind, path, line }) => [kind, path, line])).toEqual([
      ["type", "maxFollowups", 2],
      ["range", "delays.followupDays", 3],
      ["type", "actions", 4],
    ]);
  });

  it("is not fooled by names every object has", () => {
    expect(
      readDocument('{"constructor": 1, "__proto__": 2}').problems.map((problem) => problem.kind),
    ).toContain("unknown");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("changes one value and leaves out what the seller never wrote", () => {
    expect(JSON.parse(changeDocument('{"maxFollowups": 2}', "delays.followupDays", 5))).toEqual({
      maxFollowups: 2,
      delays: { followupDays: 5 },
    });
  });

  it("is shown with its keys in the order of the form, and left alone while it has a problem", () => {
    const tidy = tidyDocument('{"maxFollowups":3,"actions":{"sendEmails":true,"generateEmails":true}}');
    expect(
      tidy
        .split("\n")
        .map((line) => line.trim().split('"')[1])
        .filter(Boolean),
    ).toEqual(["actions", "generateEmails", "sendEmails", "maxFollowups"]);
    expect(tidyDocument('{"zzz":1}')).toBe('{"zzz":1}');
  });

  it("stays in step with what was changed, in both directions", () => {
    const changed = changeDocument(earlier, "actions.sendEmails", false);
    expect(readDocument(changed).value.actions.sendEmails).toBe(false);
    expect(readDocument(changed).value.followupTemplate).toBe("…");
  });
});

describe("fields of a template", () => {
  it("are known in every spelling of the earlier system, with fallbacks", () => {
    const template =
      'Hi {name} {first_name} {{first_name}} {{ first_name | default("there") }} {title} {position} {company} {location}';
    expect(unknownFields(template)).toEqual([]);
  });

  it("that do not exist are named with the one probably meant", () => {
    expect(unknownFields("Hi {frist_name}, {salary}")).toEqual([
      { name: "frist_name", meant: "first_name" },
      { name: "salary" },
    ]);
  });
});
