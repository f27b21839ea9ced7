import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/codebook.ts";
import { writeMarkdown } from "../../src/record/markdown.ts";
import { writePage } from "../../src/record/page.ts";
import { countsOf } from "../../src/record/talks.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { negotiated, type Parsed } from "../negotiation/parsed.ts";

const names = ["Freedonia", "Sylvania=SYL|the Sylvanian premier|the premier|We", "Ruritania", "The envoy"];

const demands: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root that/SCONJ/mark>4 Sylvania/PROPN/nsubj>4 cede/VERB/ccomp>1 two/NUM/nummod>6 islands/NOUN/obj>4 ./PUNCT/punct>1",
  acts: [
    {
      type: "REQUEST",
      trigger: "demanded",
      args: [
        ["actor", "Freedonia"],
        ["recipient", "Sylvania"],
      ],
    },
  ],
};
const rejects: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 rejected/VERB/root the/DET/det>3 demand/NOUN/obj>1 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "rejected", args: [["actor", "Sylvania"]] }],
};
const redLine: Parsed = {
  tree: "“/PUNCT/punct>7 Giving/VERB/csubj>7 up/ADP/compound:prt>1 islands/NOUN/obj>1 is/AUX/cop>7 a/DET/det>7 red/ADJ/amod>7 line/NOUN/ccomp>12 ,”/PUNCT/punct>7 the/DET/det>11 Sylvanian/ADJ/amod>11 premier/NOUN/nsubj>12 said/VERB/root ./PUNCT/punct>12",
  says: [{ source: "the Sylvanian premier", cue: "said", content: ["Giving up islands is a red line"] }],
};
const drops: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 dropped/VERB/root its/PRON/nmod:poss>3 demand/NOUN/obj>1 for/ADP/case>7 a/DET/det>7 naval/ADJ/amod>7 base/NOUN/nmod>3 and/CCONJ/cc>9 called/VERB/conj>1 for/ADP/case>12 joint/ADJ/amod>12 patrols/NOUN/obl>9 ./PUNCT/punct>1",
  acts: [
    { type: "CONCEDE", trigger: "dropped", args: [["actor", "Freedonia"]] },
    { type: "REQUEST", trigger: "called", args: [["actor", "Freedonia"]] },
  ],
};
const claims: Parsed = {
  tree: "The/DET/det>1 envoy/NOUN/nsubj>2 claimed/VERB/root that/SCONJ/mark>6 Freedonia/PROPN/nsubj>6 had/AUX/aux>6 agreed/VERB/ccomp>2 to/ADP/case>9 some/DET/det>9 kind/NOUN/obl>6 of/ADP/case>12 security/NOUN/compound>12 pledge/NOUN/nmod>9 for/ADP/case>14 Sylvania/PROPN/nmod>12 ./PUNCT/punct>2",
  acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Freedonia"]] }],
  says: [{ source: "The envoy", cue: "claimed", content: ["that Freedonia had agreed to some kind of security pledge for Sylvania"] }],
};
const doubts: Parsed = { tree: "Analysts/NOUN/nsubj>1 doubted/VERB/root that/DET/det>3 pledge/NOUN/obj>1 ./PUNCT/punct>1" };
const broke: Parsed = {
  tree: "In/ADP/case>1 1931/NUM/obl>3 Freedonia/PROPN/nsubj>3 signed/VERB/root a/DET/det>5 treaty/NOUN/obj>3 with/ADP/case>7 Sylvania/PROPN/nmod>5 ,/PUNCT/punct>10 and/CCONJ/cc>10 broke/VERB/conj>3 it/PRON/obj>10 ./PUNCT/punct>3",
  acts: [
    {
      type: "AGREE",
      trigger: "signed",
      auxiliary: ["historical"],
      args: [
        ["actor", "Freedonia"],
        ["recipient", "Sylvania"],
      ],
    },
  ],
};
const met: Parsed = {
  tree: "Freedonia/PROPN/nsubj>3 and/CCONJ/cc>2 Sylvania/PROPN/conj>0 met/VERB/root in/ADP/case>5 Geneva/PROPN/obl>3 ./PUNCT/punct>3",
  acts: [
    {
      type: "CONSULT",
      trigger: "met",
      args: [
        ["actor", "Freedonia"],
        ["actor", "Sylvania"],
      ],
    },
  ],
};
const welcomes: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 welcomed/VERB/root the/DET/det>3 talks/NOUN/obj>1 ./PUNCT/punct>1",
  acts: [{ type: "SUPPORT", trigger: "welcomed", args: [["actor", "Ruritania"]] }],
};
const deplores: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 condemned/VERB/root the/DET/det>3 violence/NOUN/obj>1 ./PUNCT/punct>1",
  acts: [{ type: "ACCUSE", modes: ["disapprove"], trigger: "condemned", args: [["actor", "Ruritania"]] }],
};

const read = (...sentences: Parsed[]): ReadoutRecord => negotiated(sentences, names);
/** "Freedonia demands: the issue", with who says so. */
const stands = (record: ReadoutRecord): string[] =>
  record.positions.map(({ actor, stance, issue, said_by }) => {
    const name = (id: string | null): string => record.actors.find((one) => one.id === id)?.name ?? "?";
    return `${name(actor)} ${stance}: ${issue.label}${said_by ? ` (${name(said_by.actor)})` : ""}`;
  });
const wordsAt = ({ document: { text } }: ReadoutRecord, { start, end }: { start: number; end: number }): string => text.slice(start, end);

describe("positions", () => {
  it("should give a demand and its refusal one issue", () => {
    const record = read(demands, rejects);
    expect(stands(record)).toEqual(["Freedonia demands: Sylvania cede two islands", "Sylvania rejects: Sylvania cede two islands"]);
    expect(record.positions.map(({ issue }) => wordsAt(record, issue))).toEqual(["Sylvania cede two islands", "the demand"]);
  });
  it("should take a red line for the speaker's refusal, and join words of one family", () => {
    expect(stands(read(demands, redLine))).toEqual([
      "Freedonia demands: Sylvania cede two islands",
      "Sylvania rejects: Sylvania cede two islands",
    ]);
  });
  it("should not guess what a demand was that nobody has told", () => expect(stands(read(rejects))).toEqual([]));
  it("should keep an opponent's ascription apart from the actor's own word", () => {
    expect(stands(read(claims))).toEqual(["Freedonia accepts: some kind of security pledge for Sylvania (The envoy)"]);
  });

  const will: Parsed = {
    tree: "“/PUNCT/punct>4 We/PRON/nsubj>4 will/AUX/aux>4 not/PART/advmod>4 leave/VERB/ccomp>10 the/DET/det>6 islands/NOUN/obj>4 ,”/PUNCT/punct>4 the/DET/det>9 premier/NOUN/nsubj>10 said/VERB/root ./PUNCT/punct>10",
    says: [{ source: "the premier", cue: "said", content: ["We will not leave the islands"] }],
  };
  const ready: Parsed = {
    tree: "Sylvania/PROPN/nsubj>2 is/AUX/cop>2 ready/ADJ/root to/PART/mark>4 reopen/VERB/xcomp>2 the/DET/det>6 border/NOUN/obj>4 if/SCONJ/mark>9 Freedonia/PROPN/nsubj>9 withdraws/VERB/advcl>2 ./PUNCT/punct>2",
    acts: [{ type: "AGREE", trigger: "ready", args: [["actor", "Sylvania"]] }],
  };
  const urged: Parsed = {
    tree: "Ruritania/PROPN/nsubj>1 urged/VERB/root Freedonia/PROPN/obj>1 to/PART/mark>4 accept/VERB/xcomp>1 a/DET/det>6 truce/NOUN/obj>4 ./PUNCT/punct>1",
    acts: [
      {
        type: "REQUEST",
        trigger: "urged",
        args: [
          ["actor", "Ruritania"],
          ["recipient", "Freedonia"],
        ],
      },
      { type: "AGREE", trigger: "accept", args: [["actor", "Freedonia"]] },
    ],
  };
  const didNot: Parsed = {
    tree: "Freedonia/PROPN/nsubj>3 did/AUX/aux>3 not/PART/advmod>3 demand/VERB/root a/DET/det>5 veto/NOUN/obj>3 ./PUNCT/punct>3",
    acts: [{ type: "REQUEST", trigger: "demand", auxiliary: ["negation"], args: [["actor", "Freedonia"]] }],
  };
  const claim: Parsed = {
    tree: "Sylvania/PROPN/nsubj>1 rejected/VERB/root the/DET/det>3 allegation/NOUN/obj>1 of/ADP/case>5 fraud/NOUN/nmod>3 ./PUNCT/punct>1",
    acts: [{ type: "REJECT", trigger: "rejected", args: [["actor", "Sylvania"]] }],
  };
  const backs: Parsed = {
    tree: "Ruritania/PROPN/nsubj>1 supports/VERB/root Sylvania/PROPN/obj>1 ./PUNCT/punct>1",
    acts: [
      {
        type: "SUPPORT",
        trigger: "supports",
        args: [
          ["actor", "Ruritania"],
          ["recipient", "Sylvania"],
        ],
      },
    ],
  };
  const threat: Parsed = {
    tree: "Sylvania/PROPN/nsubj>1 threatened/VERB/root to/PART/mark>3 close/VERB/xcomp>1 the/DET/det>5 strait/NOUN/obj>3 unless/SCONJ/mark>8 Freedonia/PROPN/nsubj>8 withdraws/VERB/advcl>1 ./PUNCT/punct>1",
    acts: [{ type: "THREATEN", trigger: "threatened", args: [["actor", "Sylvania"]] }],
  };
  const going: Parsed = {
    tree: "Sylvania/PROPN/nsubj>3 is/AUX/aux>3 not/PART/advmod>3 going/VERB/root to/PART/mark>5 accept/VERB/xcomp>3 a/DET/det>7 protectorate/NOUN/obj>5 ./PUNCT/punct>3",
    acts: [{ type: "REJECT", trigger: "accept", args: [["actor", "Sylvania"]] }],
  };
  const notTo: Parsed = {
    tree: "Ruritania/PROPN/nsubj>1 urged/VERB/root Freedonia/PROPN/obj>1 not/PART/advmod>5 to/PART/mark>5 mine/VERB/xcomp>1 the/DET/det>7 harbour/NOUN/obj>5 ./PUNCT/punct>1",
    acts: [{ type: "REQUEST", trigger: "urged", args: [["actor", "Ruritania"]] }],
  };
  it.each([
    ["a threat with the way out of it", threat, ["Sylvania conditional: close the strait"]],
    ["a refusal by 'not going to'", going, ["Sylvania rejects: a protectorate"]],
    ["opposition in a demand not to", notTo, ["Ruritania opposes: Freedonia to mine the harbour"]],
    ["a refusal by 'will not'", will, ["Sylvania rejects: leave the islands"]],
    ["a condition", ready, ["Sylvania conditional: reopen the border"]],
    ["only the urging, not what is urged", urged, ["Ruritania demands: Freedonia to accept a truce"]],
    ["nothing in a demand that was not made", didNot, []],
    ["nothing in a denied allegation", claim, []],
    ["no issue in a friend", backs, []],
  ])("should find %s", (_, sentence, expected) => expect(stands(read(sentence))).toEqual(expected));
});

describe("shifts", () => {
  it("should show both the dropped and the new stand, the new one pointing back", () => {
    const record = read(drops);
    expect(stands(record)).toEqual(["Freedonia demands: a naval base", "Freedonia demands: joint patrols"]);
    expect(record.positions.map(({ earlier }) => earlier)).toEqual([null, 0]);
  });
  it("should leave the matter open where nothing new is told", () => {
    const record = read({
      tree: "Sylvania/PROPN/nsubj>3 no/ADV/advmod>2 longer/ADV/advmod>3 opposes/VERB/root the/DET/det>6 new/ADJ/amod>6 canal/NOUN/obj>3 ./PUNCT/punct>3",
      acts: [{ type: "CONCEDE", trigger: "opposes", args: [["actor", "Sylvania"]] }],
    });
    expect(stands(record)).toEqual(["Sylvania opposes: the new canal", "Sylvania accepts: the new canal"]);
    expect(record.positions[1]!.earlier).toBe(0);
  });
  it("should see none where somebody refuses to drop a demand", () => {
    const record = read({
      tree: "Freedonia/PROPN/nsubj>1 refused/VERB/root to/PART/mark>3 drop/VERB/xcomp>1 its/PRON/nmod:poss>5 demand/NOUN/obj>3 for/ADP/case>7 tribute/NOUN/nmod>5 ./PUNCT/punct>1",
      acts: [{ type: "REJECT", trigger: "refused", args: [["actor", "Freedonia"]] }],
    });
    expect(record.positions.every(({ earlier }) => earlier === null)).toBe(true);
  });
});

describe("commitments", () => {
  it("should show a claimed commitment as claimed, with the doubts and precedents beside it", () => {
    const record = read(claims, doubts, broke);
    const [claimed, past] = record.commitments;
    expect(claimed).toMatchObject({ by: ["a1"], to: ["a2"], standing: "claimed", said_by: { actor: "a4" } });
    expect(wordsAt(record, claimed!.what)).toBe("some kind of security pledge for Sylvania");
    expect(claimed!.doubts.map((at) => wordsAt(record, at))).toEqual(["Analysts doubted that pledge ."]);
    expect(claimed!.precedents.map((at) => wordsAt(record, at))).toEqual([
      "In 1931 Freedonia signed a treaty with Sylvania , and broke it .",
    ]);
    expect(past).toMatchObject({ by: ["a1"], standing: "broken", said_by: null });
  });
  it("should call vague what is worded so, and doubted what is doubted", () => {
    const vague: Parsed = {
      tree: "Freedonia/PROPN/nsubj>1 promised/VERB/root some/DET/det>3 kind/NOUN/obj>1 of/ADP/case>5 pledge/NOUN/nmod>3 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "promised", args: [["actor", "Freedonia"]] }],
    };
    expect(read(vague).commitments[0]!.standing).toBe("vague");
    expect(read(vague, doubts).commitments[0]!.standing).toBe("doubted");
  });
  it("should take no promise that is only asked for, nor a shared opinion", () => {
    const asked: Parsed = {
      tree: "Ruritania/PROPN/nsubj>1 urged/VERB/root Freedonia/PROPN/obj>1 to/PART/mark>4 promise/VERB/xcomp>1 a/DET/det>6 truce/NOUN/obj>4 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "promise", args: [["actor", "Freedonia"]] }],
    };
    const agreed: Parsed = {
      tree: "Freedonia/PROPN/nsubj>1 agreed/VERB/root that/SCONJ/mark>5 talks/NOUN/nsubj>5 were/AUX/cop>5 useful/ADJ/ccomp>1 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Freedonia"]] }],
    };
    expect(read(asked, agreed).commitments).toEqual([]);
  });
});

describe("reactions", () => {
  it("should tie a welcome to the meeting that it names", () => {
    const record = read(met, welcomes);
    expect(record.reactions).toMatchObject([{ actor: "a3", to: "e1", stance: "supports", evidence: ["e2"] }]);
    expect(wordsAt(record, record.reactions[0]!.about!)).toBe("the talks");
    expect(record.responses).toEqual([]);
  });
  it("should be a response where what it names was not coded, told with the reactions in the order of the text", () => {
    const record = read(deplores, met, welcomes);
    expect(record.reactions).toMatchObject([{ to: "e2", stance: "supports" }]);
    expect(record.responses).toMatchObject([{ actor: "a3", stance: "opposes", evidence: ["e1"] }]);
    expect(wordsAt(record, record.responses![0]!.about)).toBe("the violence");
    expect(countsOf(record)).toContain("2 reactions");
    for (const page of [writePage(record, { width: 88, colour: false }), writeMarkdown(record)]) {
      const [, section] = page.split(/who reacted/i);
      expect(section).toMatch(/against: “the violence”[\s\S]*in favour: “the talks” \(CONSULT, s2\)/);
    }
  });
});

describe("what was only show", () => {
  const spun: Parsed = {
    tree: "State/NOUN/compound>1 television/NOUN/nsubj>2 hailed/VERB/root a/DET/det>4 victory/NOUN/obj>2 ./PUNCT/punct>2",
    says: [{ source: "State television", cue: "hailed", content: ["a victory"] }],
  };
  const scene: Parsed = { tree: "Flags/NOUN/nsubj>1 waved/VERB/root ./PUNCT/punct>1", voice: "scene" };
  const plain: Parsed = { tree: "The/DET/det>1 party/NOUN/nsubj>2 won/VERB/root a/DET/det>4 victory/NOUN/obj>2 ./PUNCT/punct>2" };
  it("should tell scenes, and triumphs with their teller, and no plain report", () => {
    const record = read(spun, scene, plain);
    expect(record.optics!.map(({ said_by, what }) => [said_by && wordsAt(record, said_by), wordsAt(record, what)])).toEqual([
      ["State television", "victory"],
      [null, "Flags waved ."],
    ]);
  });
  it.each<[string, Parsed, string[]]>([
    [
      "a gain in talks with whose narrative it is",
      {
        tree: "Analysts/NOUN/nsubj>1 said/VERB/root it/PRON/nsubj>5 was/AUX/cop>5 a/DET/det>5 win/NOUN/ccomp>1 ./PUNCT/punct>1",
        says: [{ source: "Analysts", cue: "said", content: ["it was a win"] }],
      },
      ["Analysts: a win"],
    ],
    [
      "a stage that somebody says was given",
      {
        tree: "Analysts/NOUN/nsubj>1 said/VERB/root talks/NOUN/nsubj>3 gave/VERB/ccomp>1 Sylvania/PROPN/iobj>3 a/DET/det>6 stage/NOUN/obj>3 ./PUNCT/punct>1",
        says: [{ source: "Analysts", cue: "said", content: ["talks gave Sylvania a stage"] }],
      },
      ["Analysts: stage"],
    ],
    [
      "no victory at the polls",
      {
        tree: "Analysts/NOUN/nsubj>1 said/VERB/root it/PRON/nsubj>5 was/AUX/cop>5 a/DET/det>5 victory/NOUN/ccomp>1 in/ADP/case>8 the/DET/det>8 election/NOUN/nmod>5 ./PUNCT/punct>1",
        says: [{ source: "Analysts", cue: "said", content: ["it was a victory in the election"] }],
      },
      [],
    ],
    [
      "no platform for payments",
      {
        tree: "Analysts/NOUN/nsubj>1 said/VERB/root it/PRON/nsubj>6 was/AUX/cop>6 a/DET/det>6 payment/NOUN/compound>6 platform/NOUN/ccomp>1 ./PUNCT/punct>1",
        says: [{ source: "Analysts", cue: "said", content: ["it was a payment platform"] }],
      },
      [],
    ],
  ])("should tell %s", (_, sentence, expected) => {
    const record = read(sentence);
    expect(record.optics!.map(({ said_by, what }) => `${said_by && wordsAt(record, said_by)}: ${wordsAt(record, what)}`)).toEqual(expected);
  });
});

describe("the page of a negotiation", () => {
  const record = read(met, demands, rejects, drops, claims, doubts, broke, welcomes);
  const page = writePage(record, { width: 88, colour: false });
  it.each(["WHERE THEY STAND", "WHO MOVED", "PROMISES, AND WHAT THEY ARE WORTH", "WHO REACTED"])("should have the section %s", (title) => {
    expect(page).toContain(title);
  });
  it("should never say that a claimed promise was made", () => {
    expect(page).toContain("is said to have agreed");
    expect(page).not.toMatch(/Freedonia (?:promised|agreed(?!, and broke it))/);
    expect(writeMarkdown(record)).toContain("precedent:");
  });
  const signs: Parsed = {
    tree: "Freedonia/PROPN/nsubj>1 signed/VERB/root a/DET/det>3 pact/NOUN/obj>1 to/PART/mark>5 found/VERB/acl>3 a/DET/det>8 ferry/NOUN/compound>8 board/NOUN/obj>5 ./PUNCT/punct>1",
    acts: [{ type: "AGREE", trigger: "signed", args: [["actor", "Freedonia"]] }],
  };
  const pledges: Parsed = {
    tree: "Freedonia/PROPN/nsubj>1 pledged/VERB/root to/PART/mark>3 sign/VERB/xcomp>1 the/DET/det>5 pact/NOUN/obj>3 ./PUNCT/punct>1",
    acts: [{ type: "AGREE", trigger: "pledged", args: [["actor", "Freedonia"]] }],
  };
  it.each<[string, Parsed, string]>([
    ["what is signed as agreed", signs, "Freedonia agreed"],
    ["what is pledged as promised", pledges, "Freedonia promised"],
  ])("should tell %s", (_, sentence, words) => expect(writePage(read(sentence), { width: 88, colour: false })).toContain(words));
  it("should tell a broken treaty of an article that tells of stands, and none that was kept", () => {
    const treaty = (verb: string): Parsed => ({
      tree: `Ruritania/PROPN/nsubj>1 ${verb}/VERB/root the/DET/det>4 Lima/PROPN/compound>4 Accord/PROPN/obj>1 ./PUNCT/punct>1`,
    });
    expect(writePage(read(demands, treaty("broke")), { width: 88, colour: false })).toContain("precedent: “Ruritania broke");
    expect(writePage(read(demands, treaty("praised")), { width: 88, colour: false })).not.toContain("precedent:");
    expect(writePage(read(treaty("broke")), { width: 88, colour: false })).not.toContain("precedent:");
  });
  it("should fold a heading into the stand that it announces", () => {
    const heading: Parsed = {
      tree: "What/PRON/obj>2 Freedonia/PROPN/nsubj>2 Demanded/VERB/root",
      acts: [{ type: "REQUEST", trigger: "Demanded", args: [["actor", "Freedonia"]] }],
    };
    const page = writePage(read(heading, demands), { width: 120, colour: false });
    expect(page).toContain("also s1");
    expect(page).not.toContain("REQUEST");
  });
  it("should show more than two doubts beside a promise, and tell them once", () => {
    const page = writePage(read(claims, doubts, doubts, doubts), { width: 120, colour: false });
    expect(page.match(/doubt:/g)).toHaveLength(3);
  });
  it("should count what it leaves out", () => {
    const many = Array.from(
      { length: 12 },
      (_, i): Parsed => ({ ...demands, tree: demands.tree.replace("islands", `colon${"abcdefghijkl"[i]}x`) }),
    );
    expect(writePage(read(...many), { width: 88, colour: false })).toContain("and 4 more");
  });
});

const all = [demands, rejects, redLine, drops, claims, doubts, broke, met, welcomes, deplores];

describe("any order of sentences", () => {
  it("should give sound records in which nothing rests on advertising", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), fc.nat(8), (sentences, at) => {
        const record = read(...sentences.map((one, i): Parsed => (i === at ? { ...one, block: "promotional" } : one)));
        expect(faultsOf(record)).toEqual([]);
        for (const { issue } of record.positions) expect(issue.start).toBeLessThan(record.document.text.length);
        if (sentences.length === 1 && at === 0)
          expect([...record.positions, ...record.commitments, ...record.reactions, ...record.responses!]).toEqual([]);
        writePage(record, { width: 80, colour: true });
      }),
      { numRuns: 60 },
    );
  });
  it("should stand trees that run in circles or point nowhere", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }), (sentence, heads) => {
        const tree = sentence.tree
          .split(" ")
          .map((piece, i) => piece.replace(/(?:>\d+)?$/, `>${heads[i % 20]}`))
          .join(" ");
        expect(faultsOf(read({ ...sentence, tree }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
  it("should stand any words of its rules in any tree, with any acts", () => {
    const words =
      "who which what that none not no never would will could must had has been is ask asked told warned threatened vowed promised offered refused declined demanded until unless if while before after without once soon as only provided prepared ready suspended ended boycott strike talks deal agreement pledge by over with of for under to from where Togo Lima they it he we request order offer suggestion adamant clear condition dropped softened stance deadline lifted veto blocked accept sign release met sessions grilling faced planted landmines".split(
        " ",
      );
    const relations =
      "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss acl acl:relcl advcl ccomp xcomp conj cc case mark det amod compound flat appos aux aux:pass cop advmod fixed parataxis punct expl".split(
        " ",
      );
    const kinds = "NOUN PROPN VERB AUX ADJ ADV PRON ADP DET SCONJ PART NUM PUNCT".split(" ");
    const word = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...kinds), fc.constantFrom(...relations), fc.nat(22));
    const act = fc.tuple(fc.constantFrom(...EVENT_TYPES), fc.nat(19), fc.nat(19), fc.nat(19));
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 20 }), fc.array(act, { minLength: 1, maxLength: 3 }), (sentence, acts) => {
        const at = (i: number): string => sentence[i % sentence.length]![0];
        const parsed: Parsed = {
          tree: sentence.map(([form, upos, relation, head]) => `${form}/${upos}/${relation}>${head}`).join(" "),
          acts: acts.map(([type, trigger, actor, recipient]) => ({
            type,
            trigger: at(trigger),
            args: [
              ["actor", at(actor)],
              ["recipient", at(recipient)],
            ],
          })),
          says: [
            {
              source: at(1),
              cue: at(2),
              content: [
                sentence
                  .slice(3)
                  .map(([form]) => form)
                  .join(" "),
              ],
            },
          ],
        };
        expect(faultsOf(read(parsed))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what is only said", () => {
  const denies: Parsed = {
    tree: "Sylvania/PROPN/nsubj>1 denied/VERB/root that/SCONJ/mark>5 it/PRON/nsubj>5 had/AUX/aux>5 mined/VERB/ccomp>1 the/DET/det>8 outer/ADJ/amod>8 harbour/NOUN/obj>5 ,/PUNCT/punct>1 which/PRON/nsubj>11 prompted/VERB/advcl>1 Ruritania/PROPN/obj>11 to/PART/mark>14 call/VERB/xcomp>11 for/ADP/case>16 talks/NOUN/obl>14 ./PUNCT/punct>1",
    acts: [{ type: "REQUEST", trigger: "call", args: [["actor", "Ruritania"]] }],
    says: [{ source: "Sylvania", cue: "denied", content: ["that it had mined the outer harbour"] }],
  };
  const said: Parsed = {
    tree: "Sylvania/PROPN/nsubj>1 said/VERB/root that/SCONJ/mark>4 Freedonia/PROPN/nsubj>4 attacked/VERB/ccomp>1 the/DET/det>7 outer/ADJ/amod>7 harbour/NOUN/obj>4 ./PUNCT/punct>1",
    acts: [{ type: "ASSAULT", trigger: "attacked", args: [["actor", "Freedonia"]] }],
    says: [{ source: "Sylvania", cue: "said", content: ["that Freedonia attacked the outer harbour"] }],
  };
  const page = (...sentences: Parsed[]): string => writePage(read(...sentences), { width: 200, colour: false });
  it("should show what no event tells, whatever else its sentence holds, and a denial as one", () =>
    expect(page(denies)).toContain("– denied: “that it had mined the outer harbour”"));
  it("should not tell again what an event tells", () => expect(page(said)).not.toContain("“that Freedonia attacked"));
  it("should leave out the verb that only says", () =>
    expect(page({ ...said, acts: [] })).toContain("– “that Freedonia attacked the outer harbour”"));
});
