// Sentences with hand-built trees that tell a stand without a word of asking or refusing → the stands.
import { describe, expect, it } from "vitest";
import { negotiated, type Parsed } from "./parsed.ts";

const names = ["Freedonia", "Sylvania=SYL|the premier", "Ruritania", "Bela Tor", "Unions"];

function stands(one: Parsed): string[] {
  const { actors, positions } = negotiated([one], names);
  return positions.map(({ actor, stance, issue }) => `${actors.find(({ id }) => id === actor)!.name} ${stance}: ${issue.label}`);
}

const said = (source: string, cue: string, content: string): NonNullable<Parsed["says"]> => [{ source, cue, content: [content] }];
const called: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 calls/VERB/root the/DET/det>3 toll/NOUN/obj>1 unacceptable/ADJ/xcomp>1 ./PUNCT/punct>1",
  says: said("Freedonia", "calls", "the toll unacceptable"),
};
const which: Parsed = {
  tree: "Unions/NOUN/nsubj>1 raised/VERB/root the/DET/det>3 toll/NOUN/obj>1 ,/PUNCT/punct>7 which/PRON/obj>7 Freedonia/PROPN/nsubj>7 calls/VERB/parataxis>1 unacceptable/ADJ/xcomp>7 ./PUNCT/punct>1",
  says: said("Freedonia", "calls", "unacceptable"),
};
const made: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 made/VERB/root an/DET/det>3 apology/NOUN/obj>1 a/DET/det>5 condition/NOUN/xcomp>1 for/ADP/case>7 talks/NOUN/nmod>5 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "made", args: [["actor", "Sylvania"]] }],
};
const none: Parsed = {
  tree: "There/PRON/expl>2 will/AUX/aux>2 be/VERB/ccomp>8 no/DET/det>4 talks/NOUN/nsubj>2 ,/PUNCT/punct>2 the/DET/det>7 premier/NOUN/nsubj>8 said/VERB/root ./PUNCT/punct>8",
  says: said("the premier", "said", "There will be no talks"),
};
const isThat: Parsed = {
  tree: "Freedonia/PROPN/nmod:poss>2 's/PART/case>0 demand/NOUN/nsubj>3 is/AUX/root that/SCONJ/mark>7 patrols/NOUN/nsubj>7 should/AUX/aux>7 end/VERB/ccomp>3 ./PUNCT/punct>3",
  says: said("Freedonia", "demand", "that patrols should end"),
};
const wanted: Parsed = {
  tree: "Unions/NOUN/nsubj>1 want/VERB/root the/DET/det>3 bridge/NOUN/obj>1 finished/VERB/xcomp>1 ./PUNCT/punct>1",
  says: said("Unions", "want", "the bridge finished"),
};
const would: Parsed = {
  tree: "Ruritania/PROPN/nsubj>2 would/AUX/aux>2 like/VERB/root to/PART/mark>4 see/VERB/xcomp>2 a/DET/det>6 truce/NOUN/obj>4 ./PUNCT/punct>2",
  says: said("Ruritania", "would like", "to see a truce"),
};
const consider: Parsed = {
  tree: "Ruritania/PROPN/nsubj>2 would/AUX/aux>2 consider/VERB/root a/DET/det>4 truce/NOUN/obj>2 if/SCONJ/mark>7 patrols/NOUN/nsubj>7 ended/VERB/advcl>2 ./PUNCT/punct>2",
  acts: [{ type: "AGREE", trigger: "consider", args: [["actor", "Ruritania"]] }],
};
const opposed: Parsed = {
  tree: "Unions/NOUN/nsubj:pass>2 are/AUX/aux:pass>2 opposed/VERB/root to/ADP/case>5 the/DET/det>5 toll/NOUN/obl>2 ./PUNCT/punct>2",
  says: said("Unions", "are opposed to", "the toll"),
};
const claims: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 claims/VERB/root sovereignty/NOUN/obj>1 over/ADP/case>5 the/DET/det>5 islands/NOUN/nmod>2 ./PUNCT/punct>1",
  says: said("Sylvania", "claims", "sovereignty over the islands"),
};
const expects: Parsed = {
  tree: "We/PRON/nsubj>1 expect/VERB/ccomp>8 Ruritania/PROPN/obj>1 to/PART/mark>4 withdraw/VERB/xcomp>1 ,/PUNCT/punct>1 the/DET/det>7 premier/NOUN/nsubj>8 said/VERB/root ./PUNCT/punct>8",
  says: said("the premier", "said", "We expect Ruritania to withdraw"),
  acts: [{ type: "REQUEST", trigger: "expect", args: [["recipient", "Ruritania"]] }],
};
const colon: Parsed = {
  tree: "It/PRON/nsubj>2 is/AUX/cop>2 simple/ADJ/ccomp>8 :/PUNCT/punct>6 patrols/NOUN/nsubj>6 must/AUX/aux>6 end/VERB/parataxis>2 ,/PUNCT/punct>2 said/VERB/root Bela/PROPN/nsubj>8 Tor/PROPN/flat>9 ./PUNCT/punct>8".replace(
    "ccomp>11",
    "ccomp>8",
  ),
  says: said("Bela Tor", "said", "It is simple : patrols must end"),
};
const closed: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 said/VERB/root the/DET/det>3 border/NOUN/nsubj>8 is/AUX/cop>8 not/PART/advmod>8 up/ADP/case>8 for/ADP/case>8 discussion/NOUN/ccomp>1 ./PUNCT/punct>1",
  says: said("Sylvania", "said", "the border is not up for discussion"),
};
const itself: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 said/VERB/root it/PRON/nsubj>5 will/AUX/aux>5 not/PART/advmod>5 sign/VERB/ccomp>1 the/DET/det>7 treaty/NOUN/obj>5 ./PUNCT/punct>1",
  says: said("Sylvania", "said", "it will not sign the treaty"),
};
const intends: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 has/VERB/root no/DET/det>3 intention/NOUN/obj>1 of/SCONJ/mark>5 leaving/VERB/acl>3 the/DET/det>7 islands/NOUN/obj>5 ./PUNCT/punct>1",
  says: said("Sylvania", "has no intention", "of leaving the islands"),
};
const need: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 stressed/VERB/root the/DET/det>3 need/NOUN/obj>1 for/ADP/case>6 a/DET/det>6 truce/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "stressed", args: [["actor", "Sylvania"]] }],
  says: said("Sylvania", "stressed", "the need for a truce"),
};
const cleft: Parsed = {
  tree: "What/PRON/nsubj>5 we/PRON/nsubj>2 need/VERB/acl>0 is/AUX/cop>5 a/DET/det>5 truce/NOUN/ccomp>7 ,/PUNCT/punct>5 said/VERB/root Bela/PROPN/nsubj>7 Tor/PROPN/flat>8 ./PUNCT/punct>7",
  says: said("Bela Tor", "said", "What we need is a truce"),
};
const stance: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 repeated/VERB/root its/PRON/nmod:poss>3 stance/NOUN/obj>1 on/ADP/case>5 fishing/NOUN/nmod>3 ./PUNCT/punct>1",
  says: said("Freedonia", "repeated", "its stance on fishing"),
};

describe("a stand is told", () => {
  it.each<[string, Parsed, readonly string[]]>([
    ["by a verdict on an object", called, ["Freedonia rejects: the toll"]],
    ["by a verdict in a clause on a noun", which, ["Freedonia rejects: the toll"]],
    ["by what is made a condition", made, ["Sylvania demands: an apology"]],
    ["by what there will be none of", none, ["Sylvania rejects: talks"]],
    ["by what a demand is", isThat, ["Freedonia demands: patrols end"]],
    ["by what is wanted done", wanted, ["Unions demands: the bridge finished"]],
    ["by what one would like to see", would, ["Ruritania demands: a truce"]],
    ["by what one would consider on terms", consider, ["Ruritania conditional: a truce"]],
    ["by what one is opposed to", opposed, ["Unions opposes: the toll"]],
    ["by what one claims", claims, ["Sylvania demands: sovereignty over the islands"]],
    ["by what we expect of another", expects, ["Sylvania demands: Ruritania to withdraw"]],
    ["behind a colon", colon, ["Bela Tor demands: patrols end"]],
    ["by what is not up for discussion", closed, ["Sylvania demands: the border"]],
    ["by one who speaks of itself", itself, ["Sylvania rejects: the treaty"]],
    ["by the need that one stresses", need, ["Sylvania demands: a truce"]],
    ["by what we need", cleft, ["Bela Tor demands: a truce"]],
    ["by none where only its matter is named", stance, []],
    ["by what one has no intention of", intends, ["Sylvania rejects: leaving the islands"]],
  ])("%s", (_, one, expected) => expect(stands(one)).toEqual(expected));

  /** The same sentence with other words, its statement with it. */
  const other = (one: Parsed, from: string, to: string, content: string): Parsed => {
    const tree = one.tree.replace(from, to);
    expect(tree).not.toBe(one.tree);
    return { ...one, tree, says: one.says!.map((say) => ({ ...say, content: [content] })) };
  };

  it.each<[string, Parsed]>([
    ["what there will be none of by nature", other(none, "talks", "winners", "There will be no winners")],
    ["what is claimed as held", other(claims, "sovereignty", "control", "control over the islands")],
    ["whom one would like to see", other(would, "a/DET/det>6 truce", "his/PRON/nmod:poss>6 mother", "to see his mother")],
    [
      "a verdict that is denied",
      other(called, "unacceptable/ADJ/xcomp>1 ./PUNCT/punct>1", "not/ADV/advmod>5 unacceptable/ADJ/xcomp>1", "the toll not unacceptable"),
    ],
    [
      "what is said of a thing before",
      {
        tree: "Sylvania/PROPN/nsubj>1 said/VERB/root bridges/NOUN/nsubj>3 shake/VERB/ccomp>1 and/CCONJ/cc>8 it/PRON/nsubj>8 will/AUX/aux>8 not/PART/advmod>8 sign/VERB/conj>3 the/DET/det>10 treaty/NOUN/obj>8 ./PUNCT/punct>1",
        says: said("Sylvania", "said", "bridges shake and it will not sign the treaty"),
      },
    ],
  ])("but not by %s", (_, one) => expect(stands(one)).toEqual([]));

  it("but not by what a condition is for", () => {
    const forTalks = {
      ...made,
      tree: made.tree.replace("made/", "reviewed/").replace("xcomp>1", "conj>3"),
      acts: [{ type: "REQUEST" as const, trigger: "condition", args: [["actor", "Sylvania"] as const] }],
    };
    expect(stands(forTalks)).toEqual([]);
  });
});

it("a stand rests on the act that its cue is coded as, and on its statement", () => {
  const { positions } = negotiated(
    [
      {
        tree: "Sylvania/PROPN/nsubj>1 said/VERB/root Ruritania/PROPN/nsubj>4 must/AUX/aux>4 withdraw/VERB/ccomp>1 ./PUNCT/punct>1",
        says: said("Sylvania", "said", "Ruritania must withdraw"),
        acts: [
          {
            type: "REQUEST",
            trigger: "said",
            args: [
              ["actor", "Sylvania"],
              ["recipient", "Ruritania"],
            ],
          },
        ],
      },
    ],
    names,
  );
  expect(positions.map(({ evidence }) => evidence)).toEqual([["s1", "e1"]]);
});
