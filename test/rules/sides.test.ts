// A sentence with its tree and what the model took for an act's sides → the sides that grammar leaves and adds.
import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { withSides } from "../../src/rules/sides.ts";
import { slice } from "../../src/span.ts";
import type { Role } from "../../src/tag/types.ts";
import { actIn, drawn } from "./trees.ts";

function sides(notation: string, trigger: string, args: readonly (readonly [Role, string])[], type: EventType): string[] {
  const of = drawn(notation);
  const act = actIn(of, type, trigger, args);
  const sentence = { ...of.sentence, acts: [act] };
  return withSides(act, sentence, of.syntax).arguments.map((one) => `${one.role} ${slice(of.text, one)}`);
}

describe("blame", () => {
  it("does not fall on those who feel concern", () => {
    const told = "Lima/P/nsubj>1 relayed/V/root>-1 concern/obj>1 among/case>4 neighbours/nmod>2 over/case>6 Togo/P/nmod>2";
    const both = [
      ["recipient", "neighbours"],
      ["recipient", "Togo"],
    ] as const;
    expect(sides(told, "concern", both, "ACCUSE")).toEqual(["recipient Togo"]);
  });

  it("falls on who does something in what is feared, and on nobody else there", () => {
    const clause = "They/nsubj>1 voiced/V/root>-1 concern/obj>1 that/mark>5 control/nsubj>5 passes/V/acl>2 to/case>7 Togo/P/obl>5";
    expect(sides(clause, "concern", [["recipient", "Togo"]], "ACCUSE")).toEqual([]);
    const beaten =
      "They/nsubj>1 voiced/V/root>-1 concern/obj>1 that/mark>6 nurses/nsubj:pass>6 were/aux:pass>6 beaten/V/acl>2 by/case>8 guards/obl:agent>6";
    const args = ["nurses", "guards"].map((name) => ["recipient", name] as const);
    expect(sides(beaten, "concern", args, "ACCUSE")).toEqual(["recipient guards"]);
    const doer = "They/nsubj>1 alleged/V/root>-1 that/mark>4 Togo/P/nsubj>4 armed/V/ccomp>1 rebels/obj>4";
    expect(sides(doer, "alleged", [["recipient", "Togo"]], "ACCUSE")).toEqual(["recipient Togo"]);
  });
});

describe("blame in a clause that trees break up", () => {
  it("falls on nobody of whom the clause only tells", () => {
    const half =
      "They/nsubj>1 voiced/V/root>-1 concern/obj>1 that/mark>9 control/nmod>2 over/case>6 Togo/P/nmod>4 would/aux>9 soon/advmod>9 harm/V/parataxis>1 trade/obj>9";
    expect(sides(half, "concern", [["recipient", "Togo"]], "ACCUSE")).toEqual([]);
  });
});

describe("a noun that names another", () => {
  it("is nobody by itself", () => {
    const line = "They/nsubj>1 rejected/V/root>-1 the/det>4 party/compound>4 line/obj>1";
    expect(sides(line, "rejected", [["recipient", "party"]], "REJECT")).toEqual([]);
    expect(sides(line, "rejected", [["recipient", "party line"]], "REJECT")).toEqual(["recipient party line"]);
  });

  it("may be blamed, or be a name", () => {
    const brutality = "They/nsubj>1 condemned/V/root>-1 police/compound>3 brutality/obj>1";
    expect(sides(brutality, "condemned", [["recipient", "police"]], "ACCUSE")).toEqual(["recipient police"]);
    const plan = "They/nsubj>1 rejected/V/root>-1 the/det>4 Togo/P/compound>4 plan/obj>1";
    expect(sides(plan, "rejected", [["recipient", "Togo"]], "REJECT")).toEqual(["recipient Togo"]);
  });
});

describe("whom only the end, the owner or the other side names", () => {
  it("is not struck by a refusal that is to please him, but a call on him is", () => {
    const end = "words/nsubj>1 tossed/V/root>-1 out/compound:prt>1 to/mark>4 calm/V/advcl>1 Togo/P/nmod:poss>7 's/case>5 team/obj>4";
    expect(sides(end, "tossed", [["recipient", "Togo"]], "REJECT")).toEqual([]);
    expect(sides(end, "tossed", [["recipient", "Togo"]], "REQUEST")).toEqual(["recipient Togo"]);
  });
  it("does not suffer what his people do", () => {
    const whose = "Togo/P/nmod:poss>3 's/case>0 main/amod>3 rivals/nsubj>4 remain/V/root>-1 in/case>6 prison/obl>4";
    expect(
      sides(
        whose,
        "prison",
        [
          ["recipient", "Togo"],
          ["recipient", "rivals"],
        ],
        "COERCE",
      ),
    ).toEqual(["recipient rivals"]);
    expect(sides(whose, "prison", [["recipient", "Togo"]], "COERCE")).toEqual(["recipient Togo"]);
  });
  it("is not helped by help against him", () => {
    const against = "Togo/P/nsubj>1 armed/V/root>-1 rebels/obj>1 against/case>4 Ghana/P/obl>1";
    expect(
      sides(
        against,
        "armed",
        [
          ["actor", "Togo"],
          ["recipient", "rebels"],
          ["recipient", "Ghana"],
        ],
        "AID",
      ),
    ).toEqual(["actor Togo", "recipient rebels"]);
  });
});

describe("a participle before its noun", () => {
  it("has no doer outside that noun's phrase", () => {
    const arrested = "the/det>2 arrested/V/acl>2 editor/nsubj>4 was/aux:pass>4 given/V/root>-1 pledges/obj>4 from/case>7 Togo/P/obl>4";
    expect(
      sides(
        arrested,
        "arrested",
        [
          ["actor", "Togo"],
          ["recipient", "editor"],
        ],
        "COERCE",
      ),
    ).toEqual(["recipient editor"]);
    const own = "Togo/P/nmod:poss>3 's/case>0 jailed/V/amod>3 editor/nsubj>4 spoke/V/root>-1";
    expect(
      sides(
        own,
        "jailed",
        [
          ["actor", "Togo"],
          ["recipient", "editor"],
        ],
        "COERCE",
      ),
    ).toEqual(["actor Togo", "recipient editor"]);
  });
});
