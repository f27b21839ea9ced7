// Trees that a model might give → the same with what grammar rules out mended. Sentences are written word/UPOS/head/relation, heads from 1.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mended } from "../../src/rules/mended.ts";
import type { Token } from "../../src/tag/types.ts";

const read = (tagged: string): { tokens: Token[]; words: string[] } => {
  const rows = tagged.split(" ").map((row) => row.split("/") as [string, string, string, string]);
  return {
    tokens: rows.map(([, upos, head, deprel], i) => ({ start: i, end: i + 1, upos, head: Number(head) - 1, deprel })),
    words: rows.map(([word]) => word),
  };
};

const mend = (tagged: string): string => {
  const { tokens, words } = read(tagged);
  return mended(tokens, (i) => words[i] ?? "")
    .map(({ upos, head, deprel }, i) => `${words[i]}/${upos}/${head + 1}/${deprel}`)
    .join(" ");
};

describe("a predicate has one subject", () => {
  test("the noun behind a verb in -ing that is one is its object", () =>
    expect(mend("raising/VERB/4/csubj fares/NOUN/4/nsubj is/AUX/4/cop unwise/ADJ/0/root")).toBe(
      "raising/VERB/4/csubj fares/NOUN/1/obj is/AUX/4/cop unwise/ADJ/0/root",
    ));
  test("but for another clause's", () => {
    const two = "raising/VERB/5/nsubj ,/PUNCT/5/punct fares/NOUN/5/nsubj is/AUX/5/cop unwise/ADJ/0/root";
    expect(mend(two)).toBe(two);
  });
});

test("a particle far from its fixed expression is its verb's", () =>
  expect(mend("not/PART/3/advmod to/PART/3/mark carry/VERB/0/root out/ADP/1/fixed threats/NOUN/3/obj")).toBe(
    "not/PART/3/advmod to/PART/3/mark carry/VERB/0/root out/ADP/3/compound:prt threats/NOUN/3/obj",
  ));

test("what is somebody's and ends in -ness is a noun", () => {
  const rest = "to/PART/6/mark help/VERB/4/xcomp";
  expect(mend(`Togo/PROPN/2/nsubj voiced/VERB/0/root Mali's/PROPN/4/nmod:poss readiness/ADJ/2/xcomp ${rest}`)).toBe(
    `Togo/PROPN/2/nsubj voiced/VERB/0/root Mali's/PROPN/4/nmod:poss readiness/NOUN/2/obj ${rest}`,
  );
  const adjective = "Togo/PROPN/2/nsubj is/AUX/2/cop ready/ADJ/0/root";
  expect(mend(adjective.replace("2/nsubj is/AUX/2", "3/nsubj is/AUX/3"))).toBe(adjective.replace("2/nsubj is/AUX/2", "3/nsubj is/AUX/3"));
});

test("a helper before its verb helps it", () =>
  expect(mend("Togo/PROPN/3/nsubj will/AUX/3/compound cede/VERB/0/root land/NOUN/3/obj")).toBe(
    "Togo/PROPN/3/nsubj will/AUX/3/aux cede/VERB/0/root land/NOUN/3/obj",
  ));

test("a clause behind 'is that' is no second predicate", () =>
  expect(
    mend(
      "The/DET/2/det demand/NOUN/7/nsubj:pass is/AUX/7/aux:pass that/SCONJ/7/mark drills/NOUN/7/nsubj:pass be/AUX/7/aux:pass ended/VERB/0/root ./PUNCT/7/punct",
    ),
  ).toBe(
    "The/DET/2/det demand/NOUN/3/nsubj is/AUX/0/root that/SCONJ/7/mark drills/NOUN/7/nsubj:pass be/AUX/7/aux:pass ended/VERB/3/ccomp ./PUNCT/3/punct",
  ));

describe("behind a denied helper stands a verb", () => {
  test("with the noun that it was taken for a part of as its object, and the helper before", () =>
    expect(
      mend(
        "Togo/PROPN/2/nsubj can/AUX/0/root not/PART/2/advmod and/CCONJ/8/cc will/AUX/8/aux not/PART/5/advmod cede/PROPN/8/compound land/NOUN/2/conj",
      ),
    ).toBe(
      "Togo/PROPN/7/nsubj can/AUX/7/aux not/PART/7/advmod and/CCONJ/7/cc will/AUX/7/aux not/PART/7/advmod cede/VERB/0/root land/NOUN/7/obj",
    ));
  test("but for names and nouns that stand alone", () => {
    for (const left of [
      "They/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod talk/VERB/0/root",
      "Will/AUX/5/aux not/PART/5/advmod Peru/PROPN/4/compound leaders/NOUN/5/nsubj go/VERB/0/root",
    ])
      expect(mend(left)).toBe(left);
  });
});

test("a tree stays a tree", () => {
  const kinds = ["VERB", "NOUN", "PROPN", "AUX", "PART", "PUNCT", "ADJ"];
  const relations = ["nsubj", "csubj", "compound", "amod", "aux", "conj", "obj", "advmod", "mark"];
  const words = ["raising", "cede", "will", "ca", "not", "n't", "land", ",", "is", "that"];
  const row = fc.record({
    word: fc.constantFrom(...words),
    upos: fc.constantFrom(...kinds),
    deprel: fc.constantFrom(...relations),
    up: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (rows, order) => {
      // Every word hangs on one that comes earlier in a random order, the first on nothing.
      const places = rows.map((_, i) => i).sort((a, b) => order[a]! - order[b]! || a - b);
      const rank = new Map(places.map((place, i) => [place, i]));
      const tokens = rows.map(({ upos, deprel, up }, i): Token => {
        const own = rank.get(i)!;
        return { start: i, end: i + 1, upos, head: own === 0 ? -1 : places[up % own]!, deprel: own === 0 ? "root" : deprel };
      });
      const out = mended(tokens, (i) => rows[i]?.word ?? "");
      expect(out.filter(({ head }) => head === -1)).toHaveLength(1);
      for (let i = 0; i < out.length; i++) {
        let [at, steps] = [i, 0];
        while (at !== -1 && steps++ <= out.length) at = out[at]!.head;
        expect(at).toBe(-1);
      }
    }),
    { numRuns: 2000 },
  );
});
