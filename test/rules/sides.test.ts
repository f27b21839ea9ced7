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
    const told =
      "Lima/PROPN/nsubj>1 relayed/VERB/root concern/NOUN/obj>1 among/NOUN/case>4 neighbours/NOUN/nmod>2 over/NOUN/case>6 Togo/PROPN/nmod>2";
    const both = [
      ["recipient", "neighbours"],
      ["recipient", "Togo"],
    ] as const;
    expect(sides(told, "concern", both, "ACCUSE")).toEqual(["recipient Togo"]);
  });

  it("falls on who does something in what is feared, and on nobody else there", () => {
    const clause =
      "They/NOUN/nsubj>1 voiced/VERB/root concern/NOUN/obj>1 that/NOUN/mark>5 control/NOUN/nsubj>5 passes/VERB/acl>2 to/NOUN/case>7 Togo/PROPN/obl>5";
    expect(sides(clause, "concern", [["recipient", "Togo"]], "ACCUSE")).toEqual([]);
    const beaten =
      "They/NOUN/nsubj>1 voiced/VERB/root concern/NOUN/obj>1 that/NOUN/mark>6 nurses/NOUN/nsubj:pass>6 were/NOUN/aux:pass>6 beaten/VERB/acl>2 by/NOUN/case>8 guards/NOUN/obl:agent>6";
    const args = ["nurses", "guards"].map((name) => ["recipient", name] as const);
    expect(sides(beaten, "concern", args, "ACCUSE")).toEqual(["recipient guards"]);
    const doer = "They/NOUN/nsubj>1 alleged/VERB/root that/NOUN/mark>4 Togo/PROPN/nsubj>4 armed/VERB/ccomp>1 rebels/NOUN/obj>4";
    expect(sides(doer, "alleged", [["recipient", "Togo"]], "ACCUSE")).toEqual(["recipient Togo"]);
  });
});

describe("blame in a clause that trees break up", () => {
  it("falls on nobody of whom the clause only tells", () => {
    const half =
      "They/NOUN/nsubj>1 voiced/VERB/root concern/NOUN/obj>1 that/NOUN/mark>9 control/NOUN/nmod>2 over/NOUN/case>6 Togo/PROPN/nmod>4 would/NOUN/aux>9 soon/NOUN/advmod>9 harm/VERB/parataxis>1 trade/NOUN/obj>9";
    expect(sides(half, "concern", [["recipient", "Togo"]], "ACCUSE")).toEqual([]);
  });
});

describe("a noun that names another", () => {
  it("is nobody by itself", () => {
    const line = "They/NOUN/nsubj>1 rejected/VERB/root the/NOUN/det>4 party/NOUN/compound>4 line/NOUN/obj>1";
    expect(sides(line, "rejected", [["recipient", "party"]], "REJECT")).toEqual([]);
    expect(sides(line, "rejected", [["recipient", "party line"]], "REJECT")).toEqual(["recipient party line"]);
  });

  it("may be blamed, or be a name", () => {
    const brutality = "They/NOUN/nsubj>1 condemned/VERB/root police/NOUN/compound>3 brutality/NOUN/obj>1";
    expect(sides(brutality, "condemned", [["recipient", "police"]], "ACCUSE")).toEqual(["recipient police"]);
    const plan = "They/NOUN/nsubj>1 rejected/VERB/root the/NOUN/det>4 Togo/PROPN/compound>4 plan/NOUN/obj>1";
    expect(sides(plan, "rejected", [["recipient", "Togo"]], "REJECT")).toEqual(["recipient Togo"]);
  });
});

describe("whom only the end, the owner or the other side names", () => {
  it("is not struck by a refusal that is to please him, but a call on him is", () => {
    const end =
      "words/NOUN/nsubj>1 tossed/VERB/root out/NOUN/compound:prt>1 to/NOUN/mark>4 calm/VERB/advcl>1 Togo/PROPN/nmod:poss>7 's/NOUN/case>5 team/NOUN/obj>4";
    expect(sides(end, "tossed", [["recipient", "Togo"]], "REJECT")).toEqual([]);
    expect(sides(end, "tossed", [["recipient", "Togo"]], "REQUEST")).toEqual(["recipient Togo"]);
  });
  it("is not helped by help against him", () => {
    const against = "Togo/PROPN/nsubj>1 armed/VERB/root rebels/NOUN/obj>1 against/NOUN/case>4 Ghana/PROPN/obl>1";
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
    const arrested =
      "the/NOUN/det>2 arrested/VERB/acl>2 editor/NOUN/nsubj>4 was/NOUN/aux:pass>4 given/VERB/root pledges/NOUN/obj>4 from/NOUN/case>7 Togo/PROPN/obl>4";
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
    const own = "Togo/PROPN/nmod:poss>3 's/NOUN/case>0 jailed/VERB/amod>3 editor/NOUN/nsubj>4 spoke/VERB/root";
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
