import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { faults, show } from "@/testing/render";
import { Checked } from "./Checked";
import { Fact, Facts } from "./Facts";
import { Letter, MessageText, splitMerged } from "./Letter";

const underlined = (text: string, merged: string[]) =>
  splitMerged(text, merged)
    .filter((part) => part.merged)
    .map((part) => part.text);

describe("values from the seller's records", () => {
  it("are marked wherever they stand, as whole words only", () => {
    expect(underlined("Bonjour Anne, Anne et Annette à Lyon ?", ["Anne", "Lyon"])).toEqual([
      "Anne",
      "Anne",
      "Lyon",
    ]);
  });

  it("are marked as the longest value, once", () => {
    expect(underlined("Tissages Merlin contrôle", ["Merlin", "Tissages Merlin"])).toEqual([
      "Tissages Merlin",
    ]);
  });

  it("may hold signs that mean something in patterns, or be empty", () => {
    expect(underlined("A (B) + C", ["(B) +", "", "."])).toEqual(["(B) +"]);
    expect(underlined("chez A.B. (SARL), ce jour", ["A.B. (SARL)"])).toEqual(["A.B. (SARL)"]);
  });

  it("lose no letter of the text", () => {
    const text = "Élodie écrit à Élodie.";
    expect(
      splitMerged(text, ["Élodie"])
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});

describe("a letter", () => {
  it("is read in its own language, in paragraphs, without fault of accessibility", async () => {
    const { container } = show(
      <Letter
        from="Élodie <elodie@cevenol.example>"
        to="Jeanne <j@merlin.example>"
        subject="Vos relevés"
        lang="fr"
        foot={<Checked>Every field filled</Checked>}
      >
        <MessageText text={"Bonjour Jeanne,\n\nMerci.\nÉlodie"} merged={["Jeanne"]} />
      </Letter>,
    );
    expect(container.querySelectorAll("section[lang='fr'] p")).toHaveLength(2);
    expect(screen.getByText("Jeanne").tagName).toBe("U");
    expect(await faults(container)).toEqual([]);
  });

  it("stands beside facts without fault of accessibility", async () => {
    const { container } = show(
      <Facts>
        <Fact label="Gap">10 min</Fact>
      </Facts>,
    );
    expect(await faults(container)).toEqual([]);
  });
});
