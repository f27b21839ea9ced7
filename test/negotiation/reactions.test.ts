import { describe, expect, it } from "vitest";
import { writePage } from "../../src/record/page.ts";
import type { Reaction, ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { negotiated, type Parsed } from "./parsed.ts";

const names = ["Freedonia", "Sylvania=SYL|the premier", "Ruritania=RUR|investments", "Unions", "Residents", "The bishop", "critics"];
const read = (...sentences: Parsed[]): ReadoutRecord => negotiated(sentences, names);
/** "Freedonia opposes the raid (e1)", the event's id or "-". */
const takings = (...sentences: Parsed[]): string[] => {
  const record = read(...sentences);
  expect(faultsOf(record)).toEqual([]);
  const told = ({ actor, stance, about }: Omit<Reaction, "to">): string =>
    `${record.actors.find(({ id }) => id === actor)!.name} ${stance} ${record.document.text.slice(about!.start, about!.end)}`;
  return [...record.reactions.map((one) => `${told(one)} (${one.to})`), ...record.responses!.map((one) => `${told(one)} (-)`)];
};

const raided: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 bombed/VERB/root Freedonia/PROPN/obj>1 ./PUNCT/punct>1",
  acts: [
    {
      type: "ASSAULT",
      trigger: "bombed",
      args: [
        ["actor", "Sylvania"],
        ["recipient", "Freedonia"],
      ],
    },
  ],
};
const blames = (trigger: string, who: string): NonNullable<Parsed["acts"]> => [
  { type: "ACCUSE", modes: ["disapprove"], trigger, args: [["actor", who]] },
];
const praises = (trigger: string, who: string): NonNullable<Parsed["acts"]> => [{ type: "SUPPORT", trigger, args: [["actor", who]] }];

const noEvent: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 condemned/VERB/root the/DET/det>3 violence/NOUN/obj>1 ./PUNCT/punct>1",
  acts: blames("condemned", "Ruritania"),
};

const condemned = (what: string): Parsed => ({
  tree: `Ruritania/PROPN/nsubj>1 condemned/VERB/root ${what}`,
  acts: blames("condemned", "Ruritania"),
});
const attacked = (who: string): Parsed => ({
  tree: `${who}/PROPN/nsubj>1 attacked/VERB/root Residents/NOUN/obj>1 ./PUNCT/punct>1`,
  acts: [{ type: "ASSAULT", trigger: "attacked", args: [["actor", who]] }],
});

describe("reactionsOf", () => {
  it.each<[string, Parsed[], string[]]>([
    [
      "condemnation that trees call a complement",
      [
        {
          tree: "The/DET/det>1 verdict/NOUN/nsubj>2 drew/VERB/root condemnation/NOUN/xcomp>2 from/ADP/case>5 Unions/NOUN/obl>3 ./PUNCT/punct>2",
          acts: blames("condemnation", "Unions"),
        },
      ],
      ["Unions opposes The verdict (-)"],
    ],
    ["a deed in the words of the text where none was coded", [noEvent], ["Ruritania opposes the violence (-)"]],
    [
      "criticism that a deed draws",
      [
        raided,
        {
          tree: "The/DET/det>1 raid/NOUN/nsubj>2 drew/VERB/root sharp/ADJ/amod>4 criticism/NOUN/obj>2 from/ADP/case>6 Ruritania/PROPN/obl>2 ./PUNCT/punct>2",
          acts: blames("criticism", "Ruritania"),
        },
      ],
      ["Ruritania opposes The raid (e1)"],
    ],
    [
      "both sides of a contrast",
      [
        {
          tree: "Unions/NOUN/nsubj>1 praised/VERB/root the/DET/det>3 closure/NOUN/obj>1 ,/PUNCT/punct>7 while/SCONJ/mark>7 critics/NOUN/nsubj>7 called/VERB/advcl>1 it/PRON/obj>7 hasty/ADJ/xcomp>7 ./PUNCT/punct>1",
          acts: praises("praised", "Unions"),
          says: [{ source: "critics", cue: "called", content: ["it hasty"] }],
        },
      ],
      ["Unions supports the closure (-)", "critics opposes the closure (-)"],
    ],
    [
      "what gratitude is for, where trees make one expression of it",
      [
        {
          tree: "Unions/NOUN/nsubj>1 expressed/VERB/root gratitude/NOUN/fixed>1 to/ADP/case>4 Freedonia/PROPN/obl>1 for/SCONJ/mark>6 reopening/VERB/advcl>1 the/DET/det>8 quay/NOUN/obj>6 ./PUNCT/punct>1",
          acts: praises("gratitude", "Unions"),
        },
      ],
      ["Unions supports reopening the quay (-)"],
    ],
    [
      "what is welcomed, though the words speak of an actor too",
      [
        {
          tree: "Unions/NOUN/nsubj>1 welcomed/VERB/root Ruritanian/ADJ/amod>3 investments/NOUN/obj>1 ./PUNCT/punct>1",
          acts: praises("welcomed", "Unions"),
        },
      ],
      ["Unions supports Ruritanian investments (-)"],
    ],
    [
      "the words in quotation marks whole",
      [
        {
          tree: "Unions/NOUN/nsubj>1 praised/VERB/root him/PRON/obj>1 for/SCONJ/mark>5 “/PUNCT/punct>5 trying/VERB/advcl>1 talks/NOUN/obj>5 while/SCONJ/mark>9 others/NOUN/nsubj>9 slept/VERB/advcl>5 ,/PUNCT/punct>5 ”/PUNCT/punct>5 as/SCONJ/mark>13 reported/VERB/advcl>1 ./PUNCT/punct>1",
          acts: praises("praised", "Unions"),
        },
      ],
      ["Unions supports trying talks while others slept (-)"],
    ],
    [
      "a thing apart from the deed that is named beside it",
      [
        {
          tree: "Unions/NOUN/nsubj>1 condemned/VERB/root the/DET/det>3 lack/NOUN/obj>1 of/ADP/case>5 openness/NOUN/nmod>3 ;/PUNCT/punct>8 Freedonia/PROPN/nmod:poss>8 support/NOUN/conj>5 for/ADP/case>10 Sylvania/PROPN/nmod>8 ./PUNCT/punct>1",
          acts: [...blames("condemned", "Unions"), { type: "SUPPORT", trigger: "support", args: [["actor", "Freedonia"]] }],
        },
      ],
      ["Unions opposes the lack of openness (-)"],
    ],
    [
      "parties that split over a deed as divided over it",
      [
        raided,
        {
          tree: "Unions/NOUN/nsubj>1 split/VERB/root along/ADP/case>4 party/NOUN/compound>4 lines/NOUN/obl>1 over/ADP/case>7 the/DET/det>7 raid/NOUN/obl>1 ./PUNCT/punct>1",
          acts: blames("split", "Unions"),
        },
      ],
      ["Unions mixed the raid (e1)"],
    ],
    [
      "reactions that are split between those who are named",
      [
        raided,
        {
          tree: "Reactions/NOUN/nsubj:pass>5 to/ADP/case>3 the/DET/det>3 raid/NOUN/nmod>0 were/AUX/aux:pass>5 split/VERB/root between/ADP/case>7 Unions/NOUN/obl>5 and/CCONJ/cc>9 Residents/NOUN/conj>7 ./PUNCT/punct>5",
          acts: blames("split", "Unions"),
        },
      ],
      ["Unions mixed the raid (e1)", "Residents mixed the raid (e1)"],
    ],
    [
      "what somebody is blamed for, not whom",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 criticised/VERB/root Sylvania/PROPN/obj>1 for/ADP/case>5 the/DET/det>5 closure/NOUN/obl>1 of/ADP/case>8 the/DET/det>8 port/NOUN/nmod>5 ./PUNCT/punct>1",
          acts: blames("criticised", "Ruritania"),
        },
      ],
      ["Ruritania opposes the closure of the port (-)"],
    ],
    [
      "concern that is voiced",
      [
        {
          tree: "Freedonia/PROPN/nsubj>1 voiced/VERB/root concern/NOUN/obj>1 about/ADP/case>5 rising/VERB/amod>5 tensions/NOUN/nmod>2 ./PUNCT/punct>1",
          says: [{ source: "Freedonia", cue: "voiced concern", content: ["rising tensions"] }],
        },
      ],
      ["Freedonia worried rising tensions (-)"],
    ],
    [
      "whose condemnation it is",
      [
        raided,
        {
          tree: "Ruritania/PROPN/nmod:poss>2 's/PART/case>0 condemnation/NOUN/nsubj>7 of/ADP/case>5 the/DET/det>5 bombing/NOUN/nmod>2 was/AUX/cop>7 swift/ADJ/root ./PUNCT/punct>7",
          acts: blames("condemnation", "Ruritania"),
        },
      ],
      ["Ruritania opposes the bombing (e1)"],
    ],
    [
      "a deed told before by another word, not the same word told later",
      [raided, condemned("the/DET/det>3 attack/NOUN/obj>1 ./PUNCT/punct>1"), attacked("Sylvania")],
      ["Ruritania opposes the attack (e1)"],
    ],
    [
      "a later deed where none was told before",
      [condemned("the/DET/det>3 attack/NOUN/obj>1 ./PUNCT/punct>1"), attacked("Sylvania")],
      ["Ruritania opposes the attack (e2)"],
    ],
    [
      "the deed that is told with the doer whom the words name",
      [
        raided,
        { ...attacked("Sylvania"), acts: [{ type: "ASSAULT", trigger: "attacked", args: [] }] },
        condemned("Sylvania/PROPN/nmod:poss>4 's/PART/case>2 strike/NOUN/obj>1 ./PUNCT/punct>1"),
      ],
      ["Ruritania opposes Sylvania 's strike (e2)"],
    ],
    [
      "the deed of those whom the words name, not of others",
      [raided, condemned("Unions/NOUN/nmod:poss>4 's/PART/case>2 attack/NOUN/obj>1 ./PUNCT/punct>1"), attacked("Unions")],
      ["Ruritania opposes Unions 's attack (e3)"],
    ],
    [
      "a feeling, and the act that it goes with as its evidence",
      [
        raided,
        {
          tree: "Angered/VERB/advcl>6 by/ADP/case>3 the/DET/det>3 raid/NOUN/obl>0 ,/PUNCT/punct>0 Ruritania/PROPN/nsubj>6 recalled/VERB/root its/PRON/nmod:poss>8 envoy/NOUN/obj>6 ./PUNCT/punct>6",
          acts: [{ type: "SANCTION", trigger: "recalled", args: [["actor", "Ruritania"]] }],
        },
      ],
      ["Ruritania opposes the raid (e1)"],
    ],
    [
      "a protest's cause",
      [
        {
          tree: "In/ADP/case>1 protest/NOUN/obl>7 at/ADP/case>4 the/DET/det>4 closure/NOUN/nmod>1 ,/PUNCT/punct>1 Unions/NOUN/nsubj>7 marched/VERB/root ./PUNCT/punct>7",
          acts: [{ type: "PROTEST", trigger: "marched", args: [["actor", "Unions"]] }],
        },
      ],
      ["Unions opposes the closure (-)"],
    ],
    [
      "a verdict on a deed in the speaker's mouth",
      [
        raided,
        {
          tree: "The/DET/det>1 raid/NOUN/nsubj>4 was/AUX/cop>4 a/DET/det>4 crime/NOUN/ccomp>8 ,/PUNCT/punct>4 the/DET/det>7 premier/NOUN/nsubj>8 said/VERB/root ./PUNCT/punct>8",
          says: [{ source: "the premier", cue: "said", content: ["The raid was a crime"] }],
        },
      ],
      ["Sylvania opposes The raid (e1)"],
    ],
    [
      "what already worries in a clause on what may come of it",
      [
        raided,
        {
          tree: "Ruritania/PROPN/nsubj>2 is/AUX/cop>2 worried/ADJ/root that/SCONJ/mark>7 the/DET/det>5 raid/NOUN/nsubj>7 may/AUX/aux>7 start/VERB/ccomp>2 a/DET/det>9 war/NOUN/obj>7 ./PUNCT/punct>2",
          says: [{ source: "Ruritania", cue: "worried", content: ["that the raid may start a war"] }],
        },
      ],
      ["Ruritania worried the raid (e1)"],
    ],
    [
      "thanks for what somebody has done",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 thanked/VERB/root Sylvania/PROPN/obj>1 for/ADP/case>5 the/DET/det>5 rescue/NOUN/obl>1 ./PUNCT/punct>1",
          acts: praises("thanked", "Ruritania"),
        },
      ],
      ["Ruritania supports the rescue (-)"],
    ],
    [
      "no party in the place of the talks",
      [
        { tree: "They/PRON/nsubj>1 met/VERB/root in/ADP/case>3 Ruritania/PROPN/obl>1 ./PUNCT/punct>1" },
        {
          tree: "Unions/NOUN/nsubj>1 said/VERB/root the/DET/det>3 raid/NOUN/nsubj>4 drew/VERB/ccomp>1 criticism/NOUN/obj>4 in/ADP/case>7 Ruritania/PROPN/nmod>5 ./PUNCT/punct>1",
          says: [{ source: "Unions", cue: "said", content: ["the raid drew criticism in Ruritania"] }],
        },
      ],
      [],
    ],
    [
      "the party of a place where nobody has met",
      [
        {
          tree: "Unions/NOUN/nsubj>1 said/VERB/root the/DET/det>3 raid/NOUN/nsubj>4 drew/VERB/ccomp>1 criticism/NOUN/obj>4 in/ADP/case>7 Ruritania/PROPN/nmod>5 ./PUNCT/punct>1",
          says: [{ source: "Unions", cue: "said", content: ["the raid drew criticism in Ruritania"] }],
        },
      ],
      ["Ruritania opposes the raid (-)"],
    ],
  ])("should find %s", (_, sentences, expected) => expect(takings(...sentences)).toEqual(expected));

  it.each<[string, Parsed[]]>([
    [
      "to a plan",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 praised/VERB/root the/DET/det>3 proposal/NOUN/obj>1 ./PUNCT/punct>1",
          acts: praises("praised", "Ruritania"),
        },
      ],
    ],
    [
      "to what is only planned",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 condemned/VERB/root the/DET/det>4 planned/VERB/amod>4 closure/NOUN/obj>1 ./PUNCT/punct>1",
          acts: blames("condemned", "Ruritania"),
        },
      ],
    ],
    [
      "to a person",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 praised/VERB/root The/DET/det>3 bishop/NOUN/obj>1 ./PUNCT/punct>1",
          acts: praises("praised", "Ruritania"),
        },
      ],
    ],
    [
      "to words",
      [
        {
          tree: "Ruritania/PROPN/nsubj>1 condemned/VERB/root the/DET/det>3 remarks/NOUN/obj>1 ./PUNCT/punct>1",
          acts: blames("condemned", "Ruritania"),
        },
      ],
    ],
    [
      "to what is only feared",
      [
        raided,
        {
          tree: "Ruritania/PROPN/nsubj>1 fears/VERB/root an/DET/det>3 attack/NOUN/obj>1 ./PUNCT/punct>1",
          says: [{ source: "Ruritania", cue: "fears", content: ["an attack"] }],
        },
      ],
    ],
    [
      "where it is denied",
      [
        raided,
        {
          tree: "Ruritania/PROPN/nsubj>3 is/AUX/cop>3 not/PART/advmod>3 worried/ADJ/root about/ADP/case>6 the/DET/det>6 raid/NOUN/obl>3 ./PUNCT/punct>3",
          says: [{ source: "Ruritania", cue: "worried", content: ["about the raid"] }],
        },
      ],
    ],
    [
      "where it is only asked for",
      [
        raided,
        {
          tree: "Freedonia/PROPN/nsubj>1 urged/VERB/root Ruritania/PROPN/obj>1 to/PART/mark>4 condemn/VERB/xcomp>1 the/DET/det>6 raid/NOUN/obj>4 ./PUNCT/punct>1",
          acts: blames("condemn", "Ruritania"),
        },
      ],
    ],
    [
      "of one who is blamed",
      [
        raided,
        {
          tree: "Sylvania/PROPN/nsubj>1 faced/VERB/root a/DET/det>3 grilling/NOUN/obj>1 over/ADP/case>6 the/DET/det>6 raid/NOUN/nmod>3 ./PUNCT/punct>1",
          acts: [{ type: "ACCUSE", modes: ["disapprove"], trigger: "faced", args: [["recipient", "Sylvania"]] }],
        },
      ],
    ],
    ["without evidence in an event or a statement", [{ tree: noEvent.tree }]],
  ])("should see none %s", (_, sentences) => expect(takings(...sentences)).toEqual([]));

  it("should tell praise once on the page, with whom it is for", () => {
    const thanks: Parsed = {
      tree: "Unions/NOUN/nsubj>1 thanked/VERB/root Freedonia/PROPN/obj>1 for/ADP/case>5 the/DET/det>5 reopening/NOUN/obl>1 ./PUNCT/punct>1",
      acts: [
        {
          type: "SUPPORT",
          trigger: "thanked",
          args: [
            ["actor", "Unions"],
            ["recipient", "Freedonia"],
          ],
        },
      ],
    };
    const page = writePage(read(thanks), { width: 100, colour: false });
    expect(page).toMatch(/Unions\s+in favour:\s+“the reopening”\s+→\s+Freedonia/);
    expect(page).not.toContain("SUPPORT");
  });
  it("should show the words on the page where no event was coded", () =>
    expect(writePage(read(noEvent), { width: 100, colour: false })).toMatch(/Ruritania\s+against:\s+“the violence”/));
});
