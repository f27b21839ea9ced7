// Trees that a model might give → the same with what grammar rules out mended.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mended } from "../../src/rules/mended.ts";
import type { Token } from "../../src/tag/types.ts";
import { drawnAs, treeIn } from "../tree.ts";

const mend = (tree: string): string => {
  const { tokens, words } = treeIn(tree);
  return drawnAs(
    words,
    mended(tokens, (i) => words[i] ?? ""),
  );
};

describe("a predicate has one subject", () => {
  test("the noun behind a verb in -ing that is one is its object", () =>
    expect(mend("raising/VERB/csubj>3 fares/NOUN/nsubj>3 is/AUX/cop>3 unwise/ADJ/root")).toBe(
      "raising/VERB/csubj>3 fares/NOUN/obj>0 is/AUX/cop>3 unwise/ADJ/root",
    ));
  test("what stands behind its verb with a preposition is none", () => {
    const rest = "without/ADP/case>4 a/DET/det>4";
    expect(mend(`talks/NOUN/nsubj>1 ended/VERB/root ${rest} deal/NOUN/nsubj>1`)).toBe(
      `talks/NOUN/nsubj>1 ended/VERB/root ${rest} deal/NOUN/obl>1`,
    );
    const only = "then/ADV/advmod>1 came/VERB/root over/ADP/case>3 ten/NUM/nsubj>1";
    expect(mend(only)).toBe(only);
  });
  test("but for another clause's", () => {
    const two = "raising/VERB/nsubj>4 ,/PUNCT/punct>4 fares/NOUN/nsubj>4 is/AUX/cop>4 unwise/ADJ/root";
    expect(mend(two)).toBe(two);
  });
});

test("a particle far from its fixed expression is its verb's", () =>
  expect(mend("not/PART/advmod>2 to/PART/mark>2 carry/VERB/root out/ADP/fixed>0 threats/NOUN/obj>2")).toBe(
    "not/PART/advmod>2 to/PART/mark>2 carry/VERB/root out/ADP/compound:prt>2 threats/NOUN/obj>2",
  ));

test("what ends in -ed or -ing and has an object is a verb", () => {
  const rest = "his/PRON/nmod:poss>3 demand/NOUN/obj>1";
  expect(mend(`he/PRON/nsubj>1 dropped/ADJ/root ${rest}`)).toBe(`he/PRON/nsubj>1 dropped/VERB/root ${rest}`);
  const worth = "it/PRON/nsubj>2 is/AUX/cop>2 worth/ADJ/root thousands/NOUN/obj>2";
  expect(mend(worth)).toBe(worth);
});

test("what is somebody's and ends in -ness is a noun", () => {
  const rest = "to/PART/mark>5 help/VERB/xcomp>3";
  expect(mend(`Togo/PROPN/nsubj>1 voiced/VERB/root Mali's/PROPN/nmod:poss>3 readiness/ADJ/xcomp>1 ${rest}`)).toBe(
    `Togo/PROPN/nsubj>1 voiced/VERB/root Mali's/PROPN/nmod:poss>3 readiness/NOUN/obj>1 ${rest}`,
  );
  const adjective = "Togo/PROPN/nsubj>1 is/AUX/cop>1 ready/ADJ/root";
  expect(mend(adjective.replace("nsubj>1 is/AUX/cop>1", "nsubj>2 is/AUX/cop>2"))).toBe(
    adjective.replace("nsubj>1 is/AUX/cop>1", "nsubj>2 is/AUX/cop>2"),
  );
});

test("a helper before its verb helps it", () =>
  expect(mend("Togo/PROPN/nsubj>2 will/AUX/compound>2 cede/VERB/root land/NOUN/obj>2")).toBe(
    "Togo/PROPN/nsubj>2 will/AUX/aux>2 cede/VERB/root land/NOUN/obj>2",
  ));

test("a clause behind 'is that' is no second predicate", () =>
  expect(
    mend(
      "The/DET/det>1 demand/NOUN/nsubj:pass>6 is/AUX/aux:pass>6 that/SCONJ/mark>6 drills/NOUN/nsubj:pass>6 be/AUX/aux:pass>6 ended/VERB/root ./PUNCT/punct>6",
    ),
  ).toBe(
    "The/DET/det>1 demand/NOUN/nsubj>2 is/AUX/root that/SCONJ/mark>6 drills/NOUN/nsubj:pass>6 be/AUX/aux:pass>6 ended/VERB/ccomp>2 ./PUNCT/punct>2",
  ));

describe("behind a denied helper stands a verb", () => {
  test("with the noun that it was taken for a part of as its object, and the helper before", () =>
    expect(
      mend(
        "Togo/PROPN/nsubj>1 can/AUX/root not/PART/advmod>1 and/CCONJ/cc>7 will/AUX/aux>7 not/PART/advmod>4 cede/PROPN/compound>7 land/NOUN/conj>1",
      ),
    ).toBe(
      "Togo/PROPN/nsubj>6 can/AUX/aux>6 not/PART/advmod>6 and/CCONJ/cc>6 will/AUX/aux>6 not/PART/advmod>6 cede/VERB/root land/NOUN/obj>6",
    ));
  test("but for names and nouns that stand alone", () => {
    for (const left of [
      "They/PRON/nsubj>3 will/AUX/aux>3 not/PART/advmod>3 talk/VERB/root",
      "Will/AUX/aux>4 not/PART/advmod>4 Peru/PROPN/compound>3 leaders/NOUN/nsubj>4 go/VERB/root",
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
