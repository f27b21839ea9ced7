// Scores as the model might give them → the mentions that are read off them. Each sentence is written with its tree: word/UPOS/head/relation, heads from 1.
import { describe, expect, test } from "vitest";
import { TYPES, VOICES } from "../../src/codebook.ts";
import { span } from "../../src/span.ts";
import { decode } from "../../src/tag/decode.ts";

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
  tagged: string,
  trigger: number,
  roles: { actor?: number[]; recipient?: number[]; cue?: number; source?: number[]; content?: number[] },
): Record<"actor" | "recipient" | "auxiliary" | "cues" | "sources", readonly string[]> {
  const rows = tagged.split(" ").map((w) => w.split("/") as [string, string, string, string]);
  const text = rows.map(([word]) => word).join(" ");
  let from = 0;
  const words = rows.map(([word]) => {
    const s = span(from, from + word.length);
    from += word.length + 1;
    return s;
  });
  const at = (name: string, ...[i, j, k]: number[]): number => {
    if (name === "upos") return UPOS[j!] === rows[i!]![1] ? 9 : 0;
    if (name === "arcs") return Number(rows[i!]![2]) === j ? 9 : -9;
    if (name === "rels") return relations[j!] === rows[i!]![3] ? 9 : 0;
    if (name === "trigger") return (i === trigger && j === 1) || (i !== trigger && j === 0) ? 9 : -9;
    if (name === "cue") return j === (i === roles.cue ? 1 : 0) ? 9 : -9;
    if (name === "grid" && j === roles.cue) return (i === 5 ? roles.content : i === 4 ? roles.source : [])?.includes(k!) ? 3 : -3;
    if (name === "grid") return j === trigger && (i === 0 ? roles.actor : i === 1 ? roles.recipient : [])?.includes(k!) ? 3 : -3;
    if (name === "aux") return -3;
    if (name === "names") return nameOf(rows[i!]![0]) === j ? 3 : 0;
    if (name === "voice") return i === 0 ? 3 : 0;
    return 0;
  };
  const { acts, attributions } = decode(text, words, at, labels as never);
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
  test("to its own noun", () =>
    expect(read("The/DET/3/det two/NUM/3/nummod leaders/NOUN/4/nsubj met/VERB/0/root", 3, { actor: [1] }).actor).toEqual(["two leaders"]));
  test("to the end of a name", () =>
    expect(
      read("Prince/PROPN/0/nsubj Karim/PROPN/1/flat Bin/PROPN/1/flat Salah/PROPN/1/flat spoke/VERB/0/root", 4, { actor: [0, 1, 2] }).actor,
    ).toEqual(["Prince Karim Bin Salah"]));
  test("from a hedge's first word on", () =>
    expect(
      read("At/ADP/2/case least/ADJ/3/obl 40/NUM/4/nummod guards/NOUN/5/nsubj left/VERB/0/root", 4, { actor: [1, 2, 3] }).actor,
    ).toEqual(["At least 40 guards"]));
  test("but never over the trigger", () =>
    expect(read("An/DET/3/det Israeli/ADJ/3/amod strike/NOUN/0/root", 2, { actor: [1] }).actor).toEqual(["Israeli"]));
  test("and a country keeps to itself before a common noun", () =>
    expect(
      read("They/PRON/2/nsubj discussed/VERB/0/root the/DET/5/det Ukraine/PROPN/5/compound war/NOUN/2/obj", 1, { recipient: [3] })
        .recipient,
    ).toEqual(["Ukraine"]));
});

test("a person's mention ends where a place's name begins", () =>
  expect(read("the/DET/4/det *Trump/PROPN/4/compound +Alaska/PROPN/4/compound summit/NOUN/0/root", 3, { actor: [1, 2] }).actor).toEqual([
    "*Trump",
  ]));

describe("participants are told apart by the tree", () => {
  const marak =
    "Marak/PROPN/7/nsubj ,/PUNCT/3/punct member/NOUN/1/appos of/ADP/5/case Council/PROPN/3/nmod ,/PUNCT/1/punct attacked/VERB/0/root Rao/PROPN/7/obj";
  test("an apposition and its parts are no second actor", () =>
    expect(read(marak, 6, { actor: [0, 2, 4], recipient: [7] }).actor).toEqual(["Marak"]));
  test("what a conjunction joins is one", () =>
    expect(
      read("France/PROPN/4/nsubj and/CCONJ/3/cc Spain/PROPN/1/conj urged/VERB/0/root calm/NOUN/4/obj", 3, { actor: [0, 2] }).actor,
    ).toEqual(["France", "Spain"]));
  test("nor does a mention run over one", () => {
    const both = "Unions/NOUN/5/nsubj and/CCONJ/4/cc lumber/NOUN/4/compound workers/NOUN/1/conj struck/VERB/0/root";
    expect(read(both, 4, { actor: [0, 1, 2, 3] }).actor).toEqual(["Unions", "lumber workers"]);
    const one = "Ministers/NOUN/6/nsubj of/ADP/3/case trade/NOUN/1/nmod and/CCONJ/5/cc industry/NOUN/3/conj met/VERB/0/root";
    expect(read(one, 5, { actor: [0, 1, 2, 3, 4] }).actor).toEqual(["Ministers of trade and industry"]);
    expect(read(one, 5, { actor: [0, 1, 2, 4] }).actor).toEqual(["Ministers of trade and industry"]);
  });
  test("an owner may be one beside what he owns", () =>
    expect(
      read("They/PRON/2/nsubj condemned/VERB/0/root Omar/PROPN/6/nmod:poss 's/PART/3/case deadly/ADJ/6/amod raids/NOUN/2/obj", 1, {
        recipient: [2, 5],
      }).recipient,
    ).toEqual(["Omar", "raids"]));
  test("what follows a pronoun does not belong to it", () =>
    expect(
      read("He/PRON/2/nsubj invited/VERB/0/root him/PRON/2/obj to/ADP/5/case Moscow/PROPN/2/obl", 1, { recipient: [2, 4] }).recipient,
    ).toEqual(["him", "Moscow"]));
});

describe("a mention goes on over a preposition", () => {
  const council = (head: number): readonly string[] =>
    read(
      `They/PRON/2/nsubj wrote/VERB/0/root complaints/NOUN/2/obj to/ADP/5/case Togo/PROPN/3/nmod near/ADP/7/case Benin/PROPN/${head}/nmod`,
      2,
      { recipient: [4, 6] },
    ).recipient;
  test("only where what follows hangs on it", () => {
    expect(council(5)).toEqual(["Togo near Benin"]);
    expect(council(3)).toEqual(["Togo", "Benin"]);
  });
});

describe("what did not come about", () => {
  test("is denied by without", () =>
    expect(
      read("They/PRON/2/nsubj left/VERB/0/root without/ADP/5/case an/DET/5/det agreement/NOUN/2/obl", 4, { actor: [0] }).auxiliary,
    ).toEqual(["negation"]));
  test("is denied by no", () =>
    expect(read("They/PRON/2/nsubj reached/VERB/0/root no/DET/4/det deal/NOUN/2/obj", 3, { actor: [0] }).auxiliary).toEqual(["negation"]));
  test("and nothing else is", () =>
    expect(read("They/PRON/2/nsubj reached/VERB/0/root a/DET/4/det deal/NOUN/2/obj", 3, { actor: [0] }).auxiliary).toEqual([]));
});

describe("an adverb attributes nothing", () => {
  const said = (adverb: string): readonly string[] =>
    read(`They/PRON/3/nsubj ${adverb}/ADV/3/advmod refused/VERB/0/root talks/NOUN/3/obj`, 2, { actor: [0], cue: 1, content: [2, 3] }).cues;
  test("by itself", () => expect(said("really")).toEqual([]));
  test("but for those of hearsay", () => expect(said("reportedly")).toEqual(["reportedly"]));
});

test("an adjective of the cue's noun is no part of its source", () =>
  expect(
    read("Togo/PROPN/4/nmod:poss 's/PART/1/case repeated/ADJ/4/amod calls/NOUN/5/nsubj failed/VERB/0/root", 4, {
      actor: [0],
      cue: 3,
      source: [0, 1, 2],
      content: [4],
    }).sources,
  ).toEqual(["Togo"]));

test("a verb alone is nobody's name", () =>
  expect(
    read("Ministers/NOUN/3/nsubj are/AUX/3/cop wary/ADJ/0/root that/ADP/5/case talks/NOUN/3/obl", 2, {
      actor: [0],
      cue: 2,
      source: [1],
      content: [4],
    }).sources,
  ).toEqual([""]));

test("nor is an adverb of it", () =>
  expect(
    read("Ministers/NOUN/3/nsubj also/ADV/3/advmod refused/VERB/0/root talks/NOUN/3/obj", 2, {
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
    expect(source("Guards/NOUN/3/nsubj:pass were/AUX/3/aux:pass threatened/VERB/0/root dismissal/NOUN/3/obl", 2, 2, [0])).toBe(""));
  test("whose handling it is", () =>
    expect(source("His/PRON/2/nmod:poss work/NOUN/3/nsubj meets/VERB/0/root rules/NOUN/3/obj", 2, 2, [0])).toBe(""));
  test("what stands before the comma of the name", () =>
    expect(source("Seoul/PROPN/0/appos ,/PUNCT/1/punct Lee/PROPN/4/nsubj said/VERB/0/root it/PRON/4/obj", 3, 3, [0, 1, 2])).toBe("Lee"));
  test("a clause that tells what was got", () =>
    expect(source("What/PRON/4/nsubj we/PRON/3/nsubj got/VERB/1/amod told/VERB/0/root much/ADJ/4/obj", 3, 3, [0, 1])).toBe(""));
});

describe("a cue", () => {
  const cues = (tagged: string, trigger: number, cue: number): readonly string[] =>
    read(tagged, trigger, { cue, source: [0], content: [trigger + 1] }).cues;

  test("of helpers alone is the verb that they help", () =>
    expect(cues("Unions/NOUN/3/nsubj had/AUX/3/aux insisted/VERB/0/root much/NOUN/3/obj", 2, 1)).toEqual(["had insisted"]));
  test("is none where something only seems so", () =>
    expect(cues("Sides/NOUN/2/nsubj appear/VERB/0/root mended/VERB/2/xcomp ties/NOUN/3/obj", 2, 1)).toEqual([]));
});
