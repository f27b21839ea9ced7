// Rules that hold for the cast of any reading, also a nonsensical one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { castOf } from "../../src/actors/cast.ts";
import { countryOfHost } from "../../src/actors/host.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { isPronoun } from "../../src/actors/pronouns.ts";
import type { Tagged, TaggedSentence } from "../../src/tag/types.ts";
import { articleOf } from "../article.ts";

const cast = castOf(loadDictionary());
const word = fc.oneof(
  fc.constantFrom(
    "the",
    "Russia",
    "'s",
    "president",
    "Putin",
    ",",
    "he",
    "We",
    "US",
    "French",
    "police",
    "of",
    "-",
    "(",
    '"',
    "two",
    "Kim",
    "Georgia",
    "and",
    "former",
    "UN",
    "Mr",
    "it",
    "’s",
    "«",
    // Names that every object has: what is looked up must be ours.
    "constructor",
    "__proto__",
    "toString",
  ),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);

/** Words, and any spans, trees and labels over them; some spans lie outside the text. */
const readings: fc.Arbitrary<Tagged> = fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 4 }).chain((lines) => {
  const text = lines.map((line) => line.join(" ")).join(" ");
  const spans = fc
    .tuple(fc.nat(text.length + 3), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length }));
  const sentence = fc.record({
    tokens: fc.boolean().map((with_) =>
      with_
        ? [...text.matchAll(/\S+/gu)].map(({ index, 0: found }) => ({
            start: index,
            end: index + found.length,
            upos: "NOUN",
            head: index % 7,
            deprel: "nsubj",
          }))
        : [],
    ),
    entities: fc.array(
      fc.tuple(spans, fc.constantFrom("PER", "ORG", "LOC", "MISC")).map(([at, kind]) => ({ ...at, kind: kind as "PER" })),
      { maxLength: 4 },
    ),
    args: fc.array(
      fc
        .tuple(spans, fc.constantFrom("actor", "recipient", "place"))
        .map(([at, role]) => ({ ...at, role: role as "actor", confidence: 1 })),
      { maxLength: 4 },
    ),
    source: fc.option(spans),
  });
  return fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => ({
    segmented: { ...articleOf(text, [], { published: "2024-01-01" }), blocks: [], quotations: [] },
    sentences: sentences.map(
      ({ tokens, entities, args, source }): TaggedSentence => ({
        start: 0,
        end: Math.max(1, text.length),
        tokens,
        entities,
        acts: [{ type: "AGREE", trigger: { start: 0, end: 1 }, modes: [], auxiliary: [], arguments: args, confidence: 1 }],
        attributions: [{ source, cue: { start: 0, end: 1 }, content: [{ start: 0, end: Math.max(1, text.length) }], confidence: 1 }],
        voice: "reported",
        voiceConfidence: 1,
      }),
    ),
  }));
});

test("never throws; ids are unique and in order; mentions lie inside the text; the same input gives the same cast", () => {
  fc.assert(
    fc.property(readings, fc.nat(60), (input, at) => {
      const { actors, assumed, actorAt } = cast(input);
      const length = input.segmented.document.text.length;
      expect(actors.map(({ id }) => id)).toEqual(actors.map((_, index) => `a${index + 1}`));
      for (const { mentions, name } of actors) {
        expect(name).not.toBe("");
        expect(mentions.length).toBeGreaterThan(0);
        for (const { start, end } of mentions) expect(start >= 0 && end > start && end <= length).toBe(true);
      }
      const first = actors.map(({ mentions }) => mentions[0]!.start);
      expect(first).toEqual(first.toSorted((a, b) => a - b));
      for (const id of assumed) expect(actors.some((actor) => actor.id === id)).toBe(true);
      const found = actorAt({ start: at, end: at + 4 });
      expect(found === null || actors.includes(found)).toBe(true);
      expect(cast(input).actors).toEqual(actors);
    }),
    { numRuns: 300 },
  );
});

test("should take no name that every object has for a pronoun", () => {
  expect(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"].filter(isPronoun)).toEqual([]);
  expect(["he", " Their "].filter(isPronoun)).toHaveLength(2);
});

test("should take no country from a host that names none, whatever its labels are and however many", () => {
  const dictionary = loadDictionary();
  expect(countryOfHost(dictionary, "https://www.koreaherald.com/a")).not.toBeNull();
  for (const host of ["constructor", "__proto__.constructor", "tostring.hasownproperty", "", "...", "[::1]", "valueof.".repeat(20_000)])
    expect(countryOfHost(dictionary, `https://${host}/russia.ru`)).toBeNull();
});
