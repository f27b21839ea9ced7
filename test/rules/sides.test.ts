// A sentence with its tree and what the model took for an act's sides → the sides that grammar leaves and adds.
import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { withSides } from "../../src/rules/sides.ts";
import { slice } from "../../src/span.ts";
import type { Role } from "../../src/tag/types.ts";
import { actIn, drawn } from "./trees.ts";

/** @param others triggers of the sentence's other acts */
function sides(
  notation: string,
  trigger: string,
  args: readonly (readonly [Role, string])[],
  type: EventType,
  others: readonly string[] = [],
): string[] {
  const of = drawn(notation);
  const act = actIn(of, type, trigger, args);
  const sentence = { ...of.sentence, acts: [act, ...others.map((other) => actIn(of, "ASSAULT", other))] };
  return withSides(act, sentence, of.syntax).arguments.map((one) => `${one.role} ${slice(of.text, one)}`);
}

describe("a complaint", () => {
  const letter =
    "Togo/P/nsubj>1 filed/V/root>-1 a/det>3 complaint/obj>1 with/case>6 the/det>6 council/obl>1 about/case>10 Ghana/P/nmod:poss>10 's/case>8 raids/nmod>3";

  it("is not about those whom it is brought before", () => {
    const to = "Togo/P/nsubj>1 protested/V/root>-1 to/case>4 the/det>4 council/obl>1 and/cc>7 the/det>7 court/conj>4";
    const both = [
      ["recipient", "council"],
      ["recipient", "court"],
    ] as const;
    expect(sides(to, "protested", both, "ACCUSE")).toEqual([]);
    expect(sides(letter, "complaint", [["recipient", "council"]], "ACCUSE")).toEqual(["recipient Ghana"]);
  });

  it("is about those whom it is against, and whom blame is fixed on is blamed", () => {
    expect(
      sides("Togo/P/nsubj>1 protested/V/root>-1 against/case>3 Ghana/P/obl>1", "protested", [["recipient", "Ghana"]], "ACCUSE"),
    ).toEqual(["recipient Ghana"]);
    expect(
      sides("They/nsubj>1 attributed/V/root>-1 it/obj>1 to/case>4 Ghana/P/obl>1", "attributed", [["recipient", "Ghana"]], "ACCUSE"),
    ).toEqual(["recipient Ghana"]);
  });
});

describe("blame", () => {
  it("does not fall on those to whom another does something", () => {
    const told =
      "Critics/nsubj>1 called/V/root>-1 it/obj>1 proof/xcomp>1 of/mark>6 Lima/P/nsubj>6 giving/V/acl>3 Togo/P/iobj>6 money/obj>6";
    const both = [
      ["recipient", "Lima"],
      ["recipient", "Togo"],
    ] as const;
    expect(sides(told, "called", both, "ACCUSE")).toEqual(["recipient Lima"]);
    expect(sides(told.replace("Lima/P/nsubj>6", "Lima/P/nmod>3"), "called", both, "ACCUSE")).toEqual(["recipient Lima"]);
  });

  it("does not fall on those who feel concern", () => {
    const told = "Lima/P/nsubj>1 relayed/V/root>-1 concern/obj>1 among/case>4 neighbours/nmod>2 over/case>6 Togo/P/nmod>2";
    const both = [
      ["recipient", "neighbours"],
      ["recipient", "Togo"],
    ] as const;
    expect(sides(told, "concern", both, "ACCUSE")).toEqual(["recipient Togo"]);
  });

  it("does not fall on those to whom it was done", () => {
    const treated =
      "Envoys/nsubj>1 condemned/V/root>-1 treatment/obj>1 of/case>4 nurses/nmod>2 and/cc>6 monks/conj>4 by/case>8 Togo/P/nmod>2";
    const args = ["nurses", "monks", "Togo"].map((name) => ["recipient", name] as const);
    expect(sides(treated, "condemned", args, "ACCUSE")).toEqual(["recipient Togo"]);
    const read = "Envoys/nsubj>1 blasted/V/root>-1 treatment/obj>1 of/mark>4 protesting/V/acl>2 nurses/obj>4";
    expect(sides(read, "blasted", [["recipient", "nurses"]], "ACCUSE")).toEqual([]);
    const killed = "Envoys/nsubj>1 condemned/V/root>-1 the/det>3 shooting/obj>1 of/case>5 nurses/nmod>3";
    expect(sides(killed, "condemned", [["recipient", "nurses"]], "ACCUSE", ["shooting"])).toEqual([]);
    const criticism = "Envoys/nsubj>1 voiced/V/root>-1 criticism/obj>1 of/case>4 ministers/nmod>2";
    expect(sides(criticism, "criticism", [["recipient", "ministers"]], "ACCUSE")).toEqual(["recipient ministers"]);
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

describe("a request", () => {
  it("is not made of those whose deed is to be looked into", () => {
    const probe = "Envoys/nsubj>1 demanded/V/root>-1 a/det>3 probe/obj>1 into/case>6 the/det>6 raid/nmod>3 by/case>8 rebels/nmod>6";
    expect(sides(probe, "demanded", [["recipient", "rebels"]], "REQUEST")).toEqual([]);
    const asked = "Envoys/nsubj>1 demanded/V/root>-1 a/det>3 probe/obj>1 by/case>5 Togo/P/nmod>3";
    expect(sides(asked, "demanded", [["recipient", "Togo"]], "REQUEST")).toEqual(["recipient Togo"]);
  });
});

describe("a deed that a noun tells", () => {
  it("strikes nobody outside where the noun's own phrase says whom", () => {
    const worry = "Togo/P/nmod:poss>2 's/case>0 invasion/nsubj>5 of/case>4 Ghana/P/nmod>2 alarmed/V/root>-1 Benin/P/obj>5";
    const args = ["Ghana", "Benin"].map((name) => ["recipient", name] as const);
    expect(sides(worry, "invasion", args, "ASSAULT")).toEqual(["recipient Ghana"]);
    const unread = "An/det>1 attack/nsubj>4 on/case>3 Ghana/P/nmod>1 alarmed/V/root>-1 Benin/P/obj>4";
    expect(sides(unread, "attack", [["recipient", "Benin"]], "ASSAULT")).toEqual([]);
  });

  it("strikes those whom it kills, and those on whom it is carried out", () => {
    const kills = "An/det>1 attack/nsubj>4 on/case>3 Ghana/P/nmod>1 killed/V/root>-1 nurses/obj>4";
    expect(sides(kills, "attack", [["recipient", "nurses"]], "ASSAULT")).toEqual(["recipient nurses"]);
    const carried = "Togo/P/nsubj>1 launched/V/root>-1 a/det>3 raid/obj>1 on/case>5 Ghana/P/obl>1";
    expect(sides(carried, "raid", [["recipient", "Ghana"]], "ASSAULT")).toEqual(["recipient Ghana"]);
  });

  it("befalls its owner, not the owner's own", () => {
    const execution = "She/nsubj>1 mourned/V/root>-1 her/nmod:poss>3 husband/nmod:poss>5 's/case>3 execution/obj>1";
    expect(sides(execution, "execution", [["recipient", "her"]], "ASSAULT")).toEqual(["recipient her husband"]);
    expect(sides(execution, "execution", [["actor", "her husband"]], "ASSAULT")).toEqual(["recipient her husband"]);
    const by = "Togo/P/nmod:poss>2 's/case>0 execution/root>-1 of/case>4 rebels/nmod>2";
    expect(sides(by, "execution", [["actor", "Togo"]], "ASSAULT")).toEqual(["actor Togo"]);
    const visit = "Togo/P/nmod:poss>2 's/case>0 visit/root>-1";
    expect(sides(visit, "visit", [["actor", "Togo"]], "CONSULT")).toEqual(["actor Togo"]);
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

describe("“with them doing it”", () => {
  it("is their deed", () => {
    const apology = "He/nsubj>1 spoke/V/root>-1 with/mark>5 the/det>4 union/nsubj>5 apologising/V/advcl>1";
    expect(sides(apology, "apologising", [["actor", "He"]], "CONCEDE")).toEqual(["actor the union"]);
    const both = [
      ["actor", "He"],
      ["actor", "the union"],
    ] as const;
    expect(sides(apology, "apologising", both, "CONCEDE")).toEqual(["actor the union"]);
    const hung = "He/nsubj>1 resigned/V/root>-1 with/case>3 members/obl>1 accusing/V/acl>3 him/obj>4";
    expect(sides(hung, "accusing", [["actor", "He"]], "ACCUSE")).toEqual(["actor members"]);
  });

  it("takes no other clause's deed from its subject", () => {
    const own = "He/nsubj>1 spoke/V/root>-1 with/case>4 the/det>4 union/obl>1 before/mark>6 apologising/V/advcl>1";
    expect(sides(own, "apologising", [["actor", "He"]], "CONCEDE")).toEqual(["actor He"]);
  });
});

describe("no side", () => {
  it("is a weapon, what a clash is about, whose office it is, or where a clause tells what happened", () => {
    const hit = "A/det>1 drone/nsubj>2 hit/V/root>-1 nurses/obj>2";
    expect(
      sides(
        hit,
        "hit",
        [
          ["actor", "drone"],
          ["recipient", "nurses"],
        ],
        "ASSAULT",
      ),
    ).toEqual(["recipient nurses"]);
    const clashed = "Parties/nsubj>1 clashed/V/root>-1 over/case>3 the_bureau/obl>1";
    expect(sides(clashed, "clashed", [["recipient", "the_bureau"]], "ACCUSE")).toEqual([]);
    const order = "The/det>1 order/root>-1 of/case>3 chief/nmod>1 of/case>5 Police/P/nmod>3";
    expect(sides(order, "order", [["recipient", "Police"]], "REQUEST")).toEqual([]);
    const east = "Bombs/nsubj>1 hit/V/root>-1 the_east/obj>1 where/advmod>5 shells/nsubj>5 fell/V/acl:relcl>2";
    expect(sides(east, "hit", [["recipient", "the_east"]], "ASSAULT")).toEqual([]);
  });

  it("is threatened by what it is said to do itself", () => {
    const block = "Lima/P/nsubj>1 warned/V/root>-1 that/mark>5 Togo/P/nsubj>5 would/aux>5 block/V/ccomp>1 it/obj>5";
    expect(sides(block, "warned", [["recipient", "Togo"]], "THREATEN")).toEqual([]);
  });
});

it("asks nobody for what is only wondered about", () => {
  const what = "Lima/P/nsubj>1 insisted/V/root>-1 on/case>3 what/obj>6 Togo/P/nsubj>6 would/aux>6 demand/V/ccomp>1";
  expect(sides(what, "insisted", [["recipient", "Togo"]], "REQUEST")).toEqual([]);
});

it("takes whose invasion it is for its doer, and not who talks of it", () => {
  const talk = "Lima/P/nsubj>1 discussed/V/root>-1 Togo/P/nmod:poss>3 invasion/obj>1";
  expect(
    sides(
      talk,
      "invasion",
      [
        ["actor", "Lima"],
        ["actor", "Togo"],
      ],
      "ASSAULT",
    ),
  ).toEqual(["actor Togo"]);
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
