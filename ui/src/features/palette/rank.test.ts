import { Download } from "lucide-react";
import { expect, it } from "vitest";
import { text, textIn } from "@/i18n";
import { rank } from "./rank";
import type { Command } from "./registry";

const command = (part: Partial<Command> & Pick<Command, "id" | "title">): Command => ({
  group: "act",
  icon: Download,
  run: () => {},
  ...part,
});
const words = { text, textIn, locale: "en" as const };
const commands = [
  command({ id: "import", title: "frame:place.import" }),
  command({ id: "people", title: "frame:place.people" }),
  command({ id: "hidden", title: "list:key.next", unlisted: true }),
];

it("a command is found by its title in the other language, which is then shown", () => {
  const [found] = rank("importer", commands, words);
  expect(found?.command.id).toBe("import");
  expect(found?.also).toBe("Importer");
});
it("moving in a list is on the sheet of keys, not in the palette", () => {
  expect(rank("", commands, words).map((found) => found.command.id)).toEqual(["import", "people"]);
});
it("what does not answer is left out", () => {
  expect(rank("zzz", commands, words)).toEqual([]);
});
