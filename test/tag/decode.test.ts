// Scores as the model might give them → the mentions that are read off them. Each sentence is a drawn tree.
import { describe, expect, test } from "vitest";
import { TYPES, VOICES } from "../../src/codebook.ts";
import { decode } from "../../src/tag/decode.ts";
import { treeIn } from "../tree.ts";

const UPOS = ["NOUN", "VERB", "ADV", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PUNCT", "CCONJ", "AUX", "PART"];
const relations = [
  "root",
  "nsubj",
  "obj",
  "obl",
  "appos",
  "nmod",
  "nmod:poss",
  "conj",
  "cc",
  "case",
  "det",
  "nummod",
  "amod",
  "compound",
  "flat",
  "punct",
  "aux",
  "aux:pass",
  "nsubj:pass",
  "xcomp",
  "advmod",
];
const labels = {
  types: Object.keys(TYPES),
  modes: ["-"],
  aux: [],
  roles: ["actor", "recipient", "place", "time", "source", "content"],
  names: ["O", "B-PER", "B-LOC"],
  upos: UPOS,
  relations,
};

/** A word of the sentence that is written with an asterisk before it is a person's name to the model, with a plus a place's. */
const nameOf = (word: string): number => (word.startsWith("*") ? 1 : word.startsWith("+") ? 2 : 0);

/** @param roles words (from 0) that the model takes for a part of the actor or the recipient of the act at `trigger` */
function read(
  tree: string,
  trigger: number,
  roles: { actor?: number[]; recipient?: number[]; cue?: number; source?: number[]; content?: number[] },
): Record<"actor" | "recipient" | "auxiliary" | "cues" | "sources", readonly string[]> {
  const { text, words, tokens } = treeIn(tree);
  const at = (name: string, ...[i, j, k]: number[]): number => {
    if (name === "upos") return UPOS[j!] === tokens[i!]!.upos ? 9 : 0;
    if (name === "arcs") return tokens[i!]!.head + 1 === j ? 9 : -9;
    if (name === "rels") return relations[j!] === tokens[i!]!.deprel ? 9 : 0;
    if (name === "trigger") return (i === trigger && j === 1) || (i !== trigger && j === 0) ? 9 : -9;
    if (name === "cue") return j === (i === roles.cue ? 1 : 0) ? 9 : -9;
    if (name === "grid" && j === roles.cue) return (i === 5 ? roles.content : i === 4 ? roles.source : [])?.includes(k!) ? 3 : -3;
    if (name === "grid") return j === trigger && (i === 0 ? roles.actor : i === 1 ? roles.recipient : [])?.includes(k!) ? 3 : -3;
    if (name === "aux") return -3;
    if (name === "names") return nameOf(words[i!]!) === j ? 3 : 0;
    if (name === "voice") return i === 0 ? 3 : 0;
    return 0;
  };
  const { acts, attributions } = decode(text, tokens, at, labels as never);
  const act = acts[0];
  const of = (role: string): string[] => act!.arguments.filter((a) => a.role === role).map((a) => text.slice(a.start, a.end));
  return {
    actor: of("actor"),
    recipient: of("recipient"),
    auxiliary: act!.auxiliary,
    cues: attributions.map(({ cue }) => text.slice(cue.start, cue.end)),
    sources: attributions.map(({ source }) => (source ? text.slice(source.start, source.end) : "")),
  };
}

test("every voice and type that the fake scores name exists", () => expect([VOICES.length > 0, labels.types.length]).toEqual([true, 16]));

describe("a mention is read whole", () => {
  test("to its own noun, past what a conjunction joins", () => {
    const officials =
      "Togo/PROPN/nsubj>1 freed/VERB/root seven/NUM/nummod>8 former/ADJ/amod>8 and/CCONJ/cc>5 current/ADJ/amod>3 tax/NOUN/compound>7 office/NOUN/compound>8 clerks/NOUN/obj>1";
    expect(read(officials, 1, { recipient: [2, 5] }).recipient).toEqual(["seven former and current tax office clerks"]);
    // These are two bodies, and the first is not both.
    const police = "Thai/ADJ/amod>3 and/CCONJ/cc>2 Korean/ADJ/conj>0 police/NOUN/nsubj>4 met/VERB/root";
    expect(read(police, 4, { actor: [0, 2, 3] }).actor).toEqual(["Korean police"]);
  });
  test("and so is a list", () => {
    const list = (behind: string): string =>
      `Togo/PROPN/nsubj>1 freed/VERB/root Lima/PROPN/obj>1 ,/PUNCT/punct>5 the/DET/det>5 editor/NOUN/${behind}>2`;
    const last = "and/CCONJ/cc>7 Diallo/PROPN/conj>2";
    expect(read(`${list("conj")} ${last}`, 1, { recipient: [2, 7] }).recipient).toEqual(["Lima", "Diallo", "the editor"]);
    expect(read(`${list("appos")} ${last}`, 1, { recipient: [2, 7] }).recipient).toEqual(["Lima", "Diallo"]);
    const apart =
      "Togo/PROPN/nsubj>1 freed/VERB/root Lima/PROPN/obj>1 ,/PUNCT/punct>4 editor/NOUN/conj>2 ,/PUNCT/punct>7 and/CCONJ/cc>7 Diallo/PROPN/conj>2";
    expect(read(apart, 1, { recipient: [2, 7] }).recipient).toEqual(["Lima", "Diallo"]);
  });
  test("to its own noun", () =>
    expect(read("The/DET/det>2 two/NUM/nummod>2 leaders/NOUN/nsubj>3 met/VERB/root", 3, { actor: [1] }).actor).toEqual(["two leaders"]));
  test("to the end of a name", () =>
    expect(
      read("Prince/PROPN/nsubj Karim/PROPN/flat>0 Bin/PROPN/flat>0 Salah/PROPN/flat>0 spoke/VERB/root", 4, { actor: [0, 1, 2] }).actor,
    ).toEqual(["Prince Karim Bin Salah"]));
  test("from a hedge's first word on", () =>
    expect(read("At/ADP/case>1 least/ADJ/obl>2 40/NUM/nummod>3 guards/NOUN/nsubj>4 left/VERB/root", 4, { actor: [1, 2, 3] }).actor).toEqual(
      ["At least 40 guards"],
    ));
  test("but never over the trigger", () =>
    expect(read("An/DET/det>2 Israeli/ADJ/amod>2 strike/NOUN/root", 2, { actor: [1] }).actor).toEqual(["Israeli"]));
  test("and a country keeps to itself before a common noun", () =>
    expect(
      read("They/PRON/nsubj>1 discussed/VERB/root the/DET/det>4 Ukraine/PROPN/compound>4 war/NOUN/obj>1", 1, { recipient: [3] }).recipient,
    ).toEqual(["Ukraine"]));
});

test("a person's mention ends where a place's name begins", () =>
  expect(read("the/DET/det>3 *Trump/PROPN/compound>3 +Alaska/PROPN/compound>3 summit/NOUN/root", 3, { actor: [1, 2] }).actor).toEqual([
    "*Trump",
  ]));

describe("participants are told apart by the tree", () => {
  const marak =
    "Marak/PROPN/nsubj>6 ,/PUNCT/punct>2 member/NOUN/appos>0 of/ADP/case>4 Council/PROPN/nmod>2 ,/PUNCT/punct>0 attacked/VERB/root Rao/PROPN/obj>6";
  test("an apposition and its parts are no second actor", () =>
    expect(read(marak, 6, { actor: [0, 2, 4], recipient: [7] }).actor).toEqual(["Marak"]));
  test("what a conjunction joins is one", () =>
    expect(
      read("France/PROPN/nsubj>3 and/CCONJ/cc>2 Spain/PROPN/conj>0 urged/VERB/root calm/NOUN/obj>3", 3, { actor: [0, 2] }).actor,
    ).toEqual(["France", "Spain"]));
  test("nor does a mention run over one", () => {
    const both = "Unions/NOUN/nsubj>4 and/CCONJ/cc>3 lumber/NOUN/compound>3 workers/NOUN/conj>0 struck/VERB/root";
    expect(read(both, 4, { actor: [0, 1, 2, 3] }).actor).toEqual(["Unions", "lumber workers"]);
    const one = "Ministers/NOUN/nsubj>5 of/ADP/case>2 trade/NOUN/nmod>0 and/CCONJ/cc>4 industry/NOUN/conj>2 met/VERB/root";
    expect(read(one, 5, { actor: [0, 1, 2, 3, 4] }).actor).toEqual(["Ministers of trade and industry"]);
    expect(read(one, 5, { actor: [0, 1, 2, 4] }).actor).toEqual(["Ministers of trade and industry"]);
  });
  test("an owner may be one beside what he owns", () =>
    expect(
      read("They/PRON/nsubj>1 condemned/VERB/root Omar/PROPN/nmod:poss>5 's/PART/case>2 deadly/ADJ/amod>5 raids/NOUN/obj>1", 1, {
        recipient: [2, 5],
      }).recipient,
    ).toEqual(["Omar", "raids"]));
  test("what follows a pronoun does not belong to it", () =>
    expect(
      read("He/PRON/nsubj>1 invited/VERB/root him/PRON/obj>1 to/ADP/case>4 Moscow/PROPN/obl>1", 1, { recipient: [2, 4] }).recipient,
    ).toEqual(["him", "Moscow"]));
});

describe("a mention goes on over a preposition", () => {
  const council = (head: number): readonly string[] =>
    read(
      `They/PRON/nsubj>1 wrote/VERB/root complaints/NOUN/obj>1 to/ADP/case>4 Togo/PROPN/nmod>2 near/ADP/case>6 Benin/PROPN/nmod>${head}`,
      2,
      { recipient: [4, 6] },
    ).recipient;
  test("only where what follows hangs on it", () => {
    expect(council(4)).toEqual(["Togo near Benin"]);
    expect(council(2)).toEqual(["Togo", "Benin"]);
  });
});

describe("what did not come about", () => {
  test("is denied by without", () =>
    expect(
      read("They/PRON/nsubj>1 left/VERB/root without/ADP/case>4 an/DET/det>4 agreement/NOUN/obl>1", 4, { actor: [0] }).auxiliary,
    ).toEqual(["negation"]));
  test("is denied by no", () =>
    expect(read("They/PRON/nsubj>1 reached/VERB/root no/DET/det>3 deal/NOUN/obj>1", 3, { actor: [0] }).auxiliary).toEqual(["negation"]));
  test("and nothing else is", () =>
    expect(read("They/PRON/nsubj>1 reached/VERB/root a/DET/det>3 deal/NOUN/obj>1", 3, { actor: [0] }).auxiliary).toEqual([]));
});

describe("an adverb attributes nothing", () => {
  const said = (adverb: string): readonly string[] =>
    read(`They/PRON/nsubj>2 ${adverb}/ADV/advmod>2 refused/VERB/root talks/NOUN/obj>2`, 2, { actor: [0], cue: 1, content: [2, 3] }).cues;
  test("by itself", () => expect(said("really")).toEqual([]));
  test("but for those of hearsay", () => expect(said("reportedly")).toEqual(["reportedly"]));
});

test("an adjective of the cue's noun is no part of its source", () =>
  expect(
    read("Togo/PROPN/nmod:poss>3 's/PART/case>0 repeated/ADJ/amod>3 calls/NOUN/nsubj>4 failed/VERB/root", 4, {
      actor: [0],
      cue: 3,
      source: [0, 1, 2],
      content: [4],
    }).sources,
  ).toEqual(["Togo"]));

test("a verb alone is nobody's name", () =>
  expect(
    read("Ministers/NOUN/nsubj>2 are/AUX/cop>2 wary/ADJ/root that/ADP/case>4 talks/NOUN/obl>2", 2, {
      actor: [0],
      cue: 2,
      source: [1],
      content: [4],
    }).sources,
  ).toEqual([""]));

test("nor is an adverb of it", () =>
  expect(
    read("Ministers/NOUN/nsubj>2 also/ADV/advmod>2 refused/VERB/root talks/NOUN/obj>2", 2, {
      actor: [0],
      cue: 2,
      source: [0, 1],
      content: [3],
    }).sources,
  ).toEqual(["Ministers"]));

describe("who is told, owned or only before a comma is no source", () => {
  const source = (tagged: string, trigger: number, cue: number, words: number[]): string | undefined =>
    read(tagged, trigger, { cue, source: words, content: [trigger + 1] }).sources[0];

  test("who is threatened", () =>
    expect(source("Guards/NOUN/nsubj:pass>2 were/AUX/aux:pass>2 threatened/VERB/root dismissal/NOUN/obl>2", 2, 2, [0])).toBe(""));
  test("whose handling it is", () =>
    expect(source("His/PRON/nmod:poss>1 work/NOUN/nsubj>2 meets/VERB/root rules/NOUN/obj>2", 2, 2, [0])).toBe(""));
  test("what stands before the comma of the name", () =>
    expect(source("Seoul/PROPN/appos ,/PUNCT/punct>0 Lee/PROPN/nsubj>3 said/VERB/root it/PRON/obj>3", 3, 3, [0, 1, 2])).toBe("Lee"));
  test("a clause that tells what was got", () =>
    expect(source("What/PRON/nsubj>3 we/PRON/nsubj>2 got/VERB/amod>0 told/VERB/root much/ADJ/obj>3", 3, 3, [0, 1])).toBe(""));
});

describe("a cue", () => {
  const cues = (tagged: string, trigger: number, cue: number): readonly string[] =>
    read(tagged, trigger, { cue, source: [0], content: [trigger + 1] }).cues;

  test("of helpers alone is the verb that they help", () =>
    expect(cues("Unions/NOUN/nsubj>2 had/AUX/aux>2 insisted/VERB/root much/NOUN/obj>2", 2, 1)).toEqual(["had insisted"]));
  test("is none where something only seems so", () =>
    expect(cues("Sides/NOUN/nsubj>1 appear/VERB/root mended/VERB/xcomp>1 ties/NOUN/obj>2", 2, 1)).toEqual([]));
});
