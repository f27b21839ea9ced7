// Acts for which the model found nobody, on drawn trees: whom their clause names.
import { describe, expect, it } from "vitest";
import { withSomebody } from "../../src/rules/alone.ts";
import { slice } from "../../src/span.ts";
import { drawn } from "./trees.ts";

/** "actor → recipient" of the act at `trigger`, of this type and these modes. */
function sides(
  notation: string,
  trigger: string,
  type: "ACCUSE" | "AGREE" | "PROTEST" | "SANCTION",
  modes: readonly string[] = [],
): string {
  const { place, syntax } = drawn(notation);
  const act = withSomebody({ type, trigger: place(trigger), modes, auxiliary: [], arguments: [], confidence: 0.8 }, syntax);
  const of = (role: string): string =>
    act.arguments
      .filter((one) => one.role === role)
      .map((one) => slice(syntax.text, one))
      .join("+");
  return `${of("actor")} → ${of("recipient")}`;
}

describe("withSomebody", () => {
  it.each([
    [
      "his readiness",
      "Lima/PROPN/nsubj>1 signalled/VERB/root his/NOUN/nmod:poss>3 readiness/NOUN/obj>1",
      "readiness",
      "AGREE",
      [],
      "his → ",
    ],
    ["a fast that the subject began", "Lima/PROPN/nsubj>1 began/VERB/root a/NOUN/det>3 fast/NOUN/obj>1", "fast", "PROTEST", [], "Lima → "],
    [
      "an infinitive's subject",
      "Lima/PROPN/nsubj>1 began/VERB/root to/NOUN/mark>3 denounce/VERB/xcomp>1 abuses/NOUN/obj>3",
      "denounce",
      "ACCUSE",
      [],
      "Lima → abuses",
    ],
    ["who is accused", "Chad/PROPN/nsubj>1 held/VERB/root men/NOUN/obj>1 accused/VERB/acl>2", "accused", "ACCUSE", [], " → men"],
    [
      "who suffers a suspension",
      "Her/NOUN/nmod:poss>1 suspension/NOUN/nsubj>2 ended/VERB/root",
      "suspension",
      "SANCTION",
      ["expel"],
      " → Her",
    ],
  ] as const)("finds %s", (_, notation, trigger, type, modes, want) => expect(sides(notation, trigger, type, modes)).toBe(want));

  it("leaves alone what names somebody, and what has nobody", () => {
    const { place, syntax } = drawn("Rain/NOUN/nsubj>1 fell/VERB/root before/NOUN/case>4 the/NOUN/det>4 fast/NOUN/obl>1");
    const act = { type: "PROTEST" as const, trigger: place("fast"), modes: [], auxiliary: [], arguments: [], confidence: 0.8 };
    expect(withSomebody(act, syntax).arguments).toEqual([]);
    const known = { ...act, arguments: [{ ...place("Rain"), role: "actor" as const, confidence: 1 }] };
    expect(withSomebody(known, syntax)).toBe(known);
  });
});
