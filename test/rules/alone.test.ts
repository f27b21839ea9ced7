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
    ["his readiness", "Lima/P/nsubj>1 signalled/V/root>-1 his/nmod:poss>3 readiness/N/obj>1", "readiness", "AGREE", [], "his → "],
    ["a fast that the subject began", "Lima/P/nsubj>1 began/V/root>-1 a/det>3 fast/N/obj>1", "fast", "PROTEST", [], "Lima → "],
    [
      "an infinitive's subject",
      "Lima/P/nsubj>1 began/V/root>-1 to/mark>3 denounce/V/xcomp>1 abuses/N/obj>3",
      "denounce",
      "ACCUSE",
      [],
      "Lima → abuses",
    ],
    ["who is accused", "Chad/P/nsubj>1 held/V/root>-1 men/N/obj>1 accused/V/acl>2", "accused", "ACCUSE", [], " → men"],
    ["who suffers a suspension", "Her/nmod:poss>1 suspension/N/nsubj>2 ended/V/root>-1", "suspension", "SANCTION", ["expel"], " → Her"],
  ] as const)("finds %s", (_, notation, trigger, type, modes, want) => expect(sides(notation, trigger, type, modes)).toBe(want));

  it("leaves alone what names somebody, and what has nobody", () => {
    const { place, syntax } = drawn("Rain/N/nsubj>1 fell/V/root>-1 before/case>4 the/det>4 fast/N/obl>1");
    const act = { type: "PROTEST" as const, trigger: place("fast"), modes: [], auxiliary: [], arguments: [], confidence: 0.8 };
    expect(withSomebody(act, syntax).arguments).toEqual([]);
    const known = { ...act, arguments: [{ ...place("Rain"), role: "actor" as const, confidence: 1 }] };
    expect(withSomebody(known, syntax)).toBe(known);
  });
});
