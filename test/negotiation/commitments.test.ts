import { describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { negotiated, type Parsed } from "./parsed.ts";

const names = ["Freedonia=FRE|We|we", "Sylvania=SYL|the premier|his government|The premier", "Ruritania", "The envoy", "Residents"];
const read = (...sentences: Parsed[]): ReadoutRecord => negotiated(sentences, names);
const wordsAt = ({ document: { text } }: ReadoutRecord, { start, end }: { start: number; end: number }): string => text.slice(start, end);
/** "Freedonia stated: the words". */
const promises = (...sentences: Parsed[]): string[] => {
  const record = read(...sentences);
  expect(faultsOf(record)).toEqual([]);
  return record.commitments.map((one) => {
    const by = one.by.map((id) => record.actors.find((actor) => actor.id === id)!.name).join(" + ");
    return `${by} ${one.standing}: ${wordsAt(record, one.what)}`;
  });
};
const precedents = (...sentences: Parsed[]): string[] => {
  const record = read(...sentences);
  return record.commitments[0]!.precedents.map((at) => wordsAt(record, at));
};

const pledged: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 pledged/VERB/root to/PART/mark>3 respect/VERB/xcomp>1 the/DET/det>5 border/NOUN/obj>3 ./PUNCT/punct>1",
  acts: [{ type: "AGREE", trigger: "pledged", args: [["actor", "Sylvania"]] }],
};
const pact = (verb: string): Parsed => ({
  tree: `The/DET/det>1 pact/NOUN/nsubj>6 between/ADP/case>3 Freedonia/PROPN/nmod>1 and/CCONJ/cc>5 Sylvania/PROPN/conj>3 ${verb}/VERB/root ./PUNCT/punct>6`,
  acts: [{ type: "COOPERATE", trigger: verb, args: [["actor", "Sylvania"]] }],
});

describe("commitmentsOf", () => {
  it.each<[string, Parsed[], string[]]>([
    [
      "an agreement by the parties between which it is",
      [pact("lapsed")],
      ["Freedonia + Sylvania stated: The pact between Freedonia and Sylvania"],
    ],
    [
      "a deal that the model codes by its noun",
      [
        {
          tree: "Freedonia/PROPN/nsubj>3 and/CCONJ/cc>2 Sylvania/PROPN/conj>0 reached/VERB/root a/DET/det>5 deal/NOUN/obj>3 on/ADP/case>7 grain/NOUN/nmod>5 ./PUNCT/punct>3",
          acts: [
            {
              type: "SUPPORT",
              trigger: "deal",
              args: [
                ["actor", "Freedonia"],
                ["actor", "Sylvania"],
              ],
            },
          ],
        },
      ],
      ["Freedonia + Sylvania stated: a deal on grain"],
    ],
    [
      "a commitment that is repeated",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 reaffirmed/VERB/root its/PRON/nmod:poss>3 commitment/NOUN/obj>1 to/ADP/case>6 the/DET/det>6 treaty/NOUN/nmod>3 ./PUNCT/punct>1",
          acts: [{ type: "AGREE", trigger: "reaffirmed", args: [["actor", "Ruritania"]] }],
        },
      ],
      ["Ruritania stated: its commitment to the treaty"],
    ],
    [
      "no agreement with an idea, which a participle tells more of",
      [
        {
          tree: "Sylvania/PROPN/nsubj>1 agreed/VERB/root with/ADP/case>4 the/DET/det>4 idea/NOUN/obl>1 grounded/VERB/xcomp>1 in/ADP/case>7 law/NOUN/obl>5 ./PUNCT/punct>1",
          acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Sylvania"]] }],
        },
      ],
      [],
    ],
    [
      "no agreement with the idea of a thing",
      [
        {
          tree: "Sylvania/PROPN/nsubj>1 agrees/VERB/root with/ADP/case>4 the/DET/det>4 idea/NOUN/obl>1 of/ADP/case>7 joint/ADJ/amod>7 patrols/NOUN/nmod>4 ./PUNCT/punct>1",
          acts: [{ type: "AGREE", trigger: "agrees", args: [["actor", "Sylvania"]] }],
        },
      ],
      [],
    ],
    [
      "what is signed with what it is to do, though a day stands between",
      [
        {
          tree: "Sylvania/PROPN/nsubj>1 signed/VERB/root a/DET/det>3 pact/NOUN/obj>1 with/ADP/case>5 Freedonia/PROPN/nmod>3 on/ADP/case>7 Monday/PROPN/obl>1 to/PART/mark>9 found/VERB/advcl>1 a/DET/det>12 ferry/NOUN/compound>12 board/NOUN/obj>9 ./PUNCT/punct>1",
          acts: [{ type: "AGREE", trigger: "signed", args: [["actor", "Sylvania"]] }],
        },
      ],
      ["Sylvania stated: a pact with Freedonia on Monday to found a ferry board"],
    ],
    [
      "one agreement that is named twice, and told once by the article itself",
      [
        {
          tree: "The/DET/det>1 envoy/NOUN/nsubj>2 said/VERB/root the/DET/det>4 pact/NOUN/nsubj>9 between/ADP/case>6 Freedonia/PROPN/nmod>4 and/CCONJ/cc>8 Sylvania/PROPN/conj>6 lapsed/VERB/ccomp>2 ./PUNCT/punct>2",
          says: [{ source: "The envoy", cue: "said", content: ["the pact between Freedonia and Sylvania lapsed"] }],
        },
        pact("lapsed"),
      ],
      ["Freedonia + Sylvania stated: The pact between Freedonia and Sylvania"],
    ],
    [
      "an agreement that only somebody speaks of as claimed",
      [
        {
          tree: "The/DET/det>1 envoy/NOUN/nsubj>2 said/VERB/root the/DET/det>4 pact/NOUN/nsubj>9 between/ADP/case>6 Freedonia/PROPN/nmod>4 and/CCONJ/cc>8 Sylvania/PROPN/conj>6 lapsed/VERB/ccomp>2 ./PUNCT/punct>2",
          says: [{ source: "The envoy", cue: "said", content: ["the pact between Freedonia and Sylvania lapsed"] }],
        },
      ],
      ["Freedonia + Sylvania claimed: the pact between Freedonia and Sylvania"],
    ],
    [
      "what an official says will be respected",
      [
        {
          tree: "The/DET/det>1 premier/NOUN/nsubj>2 stressed/VERB/root that/SCONJ/mark>7 rights/NOUN/nsubj:pass>7 would/AUX/aux>7 be/AUX/aux:pass>7 respected/VERB/ccomp>2 ./PUNCT/punct>2",
          says: [{ source: "The premier", cue: "stressed", content: ["that rights would be respected"] }],
        },
      ],
      ["Sylvania stated: rights would be respected"],
    ],
    [
      "what others fear and a government says it will not do, with the 'not'",
      [
        {
          tree: "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root his/PRON/nmod:poss>4 government/NOUN/nsubj>7 would/AUX/aux>7 not/PART/advmod>7 attack/VERB/ccomp>2 Freedonia/PROPN/obj>7 ./PUNCT/punct>2",
          says: [{ source: "The premier", cue: "said", content: ["his government would not attack Freedonia"] }],
        },
      ],
      ["Sylvania stated: his government would not attack Freedonia"],
    ],
    [
      "as claimed what one party says that another has told it",
      [
        {
          tree: "The/DET/det>1 envoy/NOUN/nsubj>2 said/VERB/root the/DET/det>4 premier/NOUN/nsubj>6 had/AUX/aux>6 told/VERB/ccomp>2 him/PRON/iobj>6 Sylvania/PROPN/nsubj>10 would/AUX/aux>10 respect/VERB/ccomp>6 the/DET/det>12 border/NOUN/obj>10 ./PUNCT/punct>2",
          says: [
            { source: "The envoy", cue: "said", content: ["the premier had told him Sylvania would respect the border"] },
            { source: "the premier", cue: "told", content: ["Sylvania would respect the border"] },
          ],
        },
      ],
      ["Sylvania claimed: Sylvania would respect the border"],
    ],
  ])("should find %s", (_, sentences, expected) => expect(promises(...sentences)).toEqual(expected));

  it.each<[string, Parsed]>([
    [
      "an agreement that is only sought",
      {
        tree: "Ruritania/PROPN/nsubj>1 seeks/VERB/root a/DET/det>3 pact/NOUN/obj>1 between/ADP/case>5 Freedonia/PROPN/nmod>3 and/CCONJ/cc>7 Sylvania/PROPN/conj>5 ./PUNCT/punct>1",
        acts: [{ type: "REQUEST", trigger: "seeks", args: [["actor", "Ruritania"]] }],
      },
    ],
    [
      "no agreement",
      {
        tree: "There/PRON/expl>1 is/VERB/root no/DET/det>3 pact/NOUN/nsubj>1 between/ADP/case>5 Freedonia/PROPN/nmod>3 and/CCONJ/cc>7 Sylvania/PROPN/conj>5 ./PUNCT/punct>1",
        acts: [{ type: "AGREE", trigger: "pact", args: [["actor", "Freedonia"]] }],
      },
    ],
    [
      "a forecast",
      {
        tree: "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root Sylvania/PROPN/nsubj>5 will/AUX/aux>5 win/VERB/ccomp>2 ./PUNCT/punct>2",
        says: [{ source: "The premier", cue: "said", content: ["Sylvania will win"] }],
      },
    ],
    [
      "what another party will do",
      {
        tree: "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root Freedonia/PROPN/nsubj>5 will/AUX/aux>5 respect/VERB/ccomp>2 the/DET/det>7 border/NOUN/obj>5 ./PUNCT/punct>2",
        says: [{ source: "The premier", cue: "said", content: ["Freedonia will respect the border"] }],
      },
    ],
    [
      "a threat",
      {
        tree: "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root Sylvania/PROPN/nsubj>6 would/AUX/aux>6 not/PART/advmod>6 yield/VERB/ccomp>2 the/DET/det>8 border/NOUN/obj>6 ./PUNCT/punct>2",
        says: [{ source: "The premier", cue: "said", content: ["Sylvania would not yield the border"] }],
      },
    ],
  ])("should take for no promise %s", (_, sentence) => expect(promises(sentence)).toEqual([]));
});

describe("to whom", () => {
  const given = (tree: string, cue: string, content: string): string[] =>
    read({ tree, says: [{ source: "The premier", cue, content: [content] }] }).commitments.map(({ to }) => to.join());
  it("should not be whoever the deed is done to, or is not let do", () => {
    expect(
      given(
        "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root his/PRON/nmod:poss>4 government/NOUN/nsubj>7 would/AUX/aux>7 not/PART/advmod>7 let/VERB/ccomp>2 Freedonia/PROPN/obj>7 build/VERB/xcomp>7 a/DET/det>11 port/NOUN/obj>9 ./PUNCT/punct>2",
        "said",
        "his government would not let Freedonia build a port",
      ),
    ).toEqual([""]);
    expect(
      given(
        "The/DET/det>1 premier/NOUN/nsubj>2 said/VERB/root his/PRON/nmod:poss>4 government/NOUN/nsubj>7 would/AUX/aux>7 not/PART/advmod>7 attack/VERB/ccomp>2 Freedonia/PROPN/obj>7 ./PUNCT/punct>2",
        "said",
        "his government would not attack Freedonia",
      ),
    ).toEqual([""]);
  });
  it("should be with whom a pact is", () => {
    const record = read({
      tree: "Sylvania/PROPN/nsubj>1 signed/VERB/root a/DET/det>3 pact/NOUN/obj>1 with/ADP/case>5 Freedonia/PROPN/nmod>3 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "signed", args: [["actor", "Sylvania"]] }],
    });
    expect(record.commitments.map(({ by, to }) => [by, to])).toEqual([[["a2"], ["a1"]]]);
  });
  it("should be whoever is told, also of what there shall be", () => {
    const record = read({
      tree: "Sylvania/PROPN/nsubj>1 assured/VERB/root Freedonia/PROPN/iobj>1 that/SCONJ/mark>6 there/PRON/expl>6 would/AUX/aux>6 be/VERB/csubj>1 a/DET/det>9 second/ADJ/amod>9 ferry/NOUN/nsubj>6 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "assured", args: [["actor", "Sylvania"]] }],
    });
    expect(record.commitments.map(({ by, to, what }) => [by, to, wordsAt(record, what)])).toEqual([
      [["a2"], ["a1"], "there would be a second ferry"],
    ]);
  });
});

it("should show as claimed what only one of several parties says that all have promised", () => {
  const pledge: Parsed = {
    tree: "Freedonia/PROPN/nsubj>3 and/CCONJ/cc>2 Sylvania/PROPN/conj>0 pledged/VERB/root to/PART/mark>5 respect/VERB/xcomp>3 the/DET/det>7 border/NOUN/obj>5 ./PUNCT/punct>3",
    acts: [
      {
        type: "AGREE",
        trigger: "pledged",
        args: [
          ["actor", "Freedonia"],
          ["actor", "Sylvania"],
        ],
      },
    ],
  };
  const said = (source: string): Parsed => ({
    ...pledge,
    tree: `${source}/PROPN/nsubj>1 said/VERB/root Freedonia/PROPN/nsubj>5 and/CCONJ/cc>4 Sylvania/PROPN/conj>2 pledged/VERB/ccomp>1 to/PART/mark>7 respect/VERB/xcomp>5 the/DET/det>9 border/NOUN/obj>7 ./PUNCT/punct>1`,
    says: [{ source, cue: "said", content: ["Freedonia and Sylvania pledged to respect the border"] }],
  });
  expect(promises(pledge)).toEqual(["Freedonia + Sylvania stated: respect the border"]);
  expect(promises(said("Sylvania"))).toEqual(["Freedonia + Sylvania claimed: respect the border"]);
});

describe("precedents", () => {
  const reminder: Parsed = {
    tree: "Remember/VERB/root the/DET/det>3 Lima/PROPN/compound>3 Accord/PROPN/obj>0 ?/PUNCT/punct>0",
    voice: "furniture",
  };
  it("should cite a reminder of a treaty by its name, even where it was read as page furniture", () =>
    expect(precedents(pledged, reminder, { tree: "Residents/NOUN/nsubj>1 left/VERB/root ./PUNCT/punct>1" })).toEqual([
      "Remember the Lima Accord ?",
    ]));
  it("should not call it furniture then", () => {
    const after: Parsed = { tree: "Residents/NOUN/nsubj>1 left/VERB/root ./PUNCT/punct>1" };
    expect(read(pledged, reminder, after).sentences.map(({ voice }) => voice)).toEqual(["reported", "opinion", "reported"]);
  });
  it.each<[string, string, boolean]>([
    [
      "a track record of breaking",
      "Sylvania/PROPN/nsubj>1 has/VERB/root a/DET/det>4 track/NOUN/compound>4 record/NOUN/obj>1 of/SCONJ/mark>6 breaking/VERB/acl>4 its/PRON/nmod:poss>8 neighbours/NOUN/obj>6 ./PUNCT/punct>1",
      true,
    ],
    [
      "an earlier promise with its year",
      "In/ADP/case>1 2011/NUM/obl>3 Sylvania/PROPN/nsubj>3 promised/VERB/root to/PART/mark>5 leave/VERB/xcomp>3 ./PUNCT/punct>3",
      true,
    ],
    [
      "another party's record",
      "Ruritania/PROPN/nsubj>1 has/VERB/root a/DET/det>4 track/NOUN/compound>4 record/NOUN/obj>1 of/SCONJ/mark>6 breaking/VERB/acl>4 promises/NOUN/obj>6 ./PUNCT/punct>1",
      false,
    ],
    ["a year alone", "In/ADP/case>1 2011/NUM/obl>3 Sylvania/PROPN/nsubj>3 flooded/VERB/root ./PUNCT/punct>3", false],
  ])("should weigh %s", (_, tree, is) =>
    expect(precedents(pledged, { tree })).toEqual(
      is
        ? [
            tree
              .split(/\s+/)
              .map((piece) => piece.split("/")[0])
              .join(" "),
          ]
        : [],
    ),
  );
  it("should weigh what the party itself did before, and no other's treaty", () => {
    const broken = (who: string): string =>
      `In/ADP/case>1 2011/NUM/obl>3 ${who}/PROPN/nsubj>3 broke/VERB/root the/DET/det>6 Lima/PROPN/compound>6 Accord/PROPN/obj>3 ./PUNCT/punct>3`;
    expect(precedents({ tree: broken("Sylvania") }, pledged)).toEqual(["In 2011 Sylvania broke the Lima Accord ."]);
    expect(precedents({ tree: broken("Ruritania") }, pledged)).toEqual([]);
  });
});
