// What holds for any text at all: cover, order, no crossing, and that nothing makes segment/ throw.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds, overlaps } from "../../src/span.ts";
import { read } from "./read.ts";

/** U+0085, "next line", is a line break to Unicode and to the segmenter, though no blank to JavaScript. */
const WORD = /[^\s\u0085]/;

function check(text: string): void {
  const { blocks, sentences, quotations, promotions } = read(text);
  const lists = [blocks, sentences, quotations, promotions];
  for (const list of lists) {
    let last = 0;
    for (const { start, end } of list) {
      if (start < last || end <= start || end > text.length) throw new Error(`span ${start}–${end} after ${last} of ${text.length}`);
      last = end;
    }
  }
  let at = 0;
  for (const { start, end, block } of sentences) {
    if (WORD.test(text.slice(at, start))) throw new Error(`words at ${at} are in no sentence`);
    if (!holds(blocks[block]!, { start, end })) throw new Error(`sentence at ${start} leaves its block`);
    if (/^\s|\s$/.test(text[start]! + text[end - 1]!)) throw new Error(`sentence at ${start} begins or ends with a blank`);
    at = end;
  }
  if (WORD.test(text.slice(at))) throw new Error("the last words are in no sentence");
  for (const { start, end, signals } of promotions) {
    for (const signal of signals)
      if (!holds({ start, end }, signal) || signal.end <= signal.start) throw new Error(`signal ${signal.name} lies outside`);
    for (const block of blocks)
      if (overlaps(block, { start, end }) && block.kind !== "promotional") throw new Error(`block at ${block.start} is ${block.kind}`);
  }
  for (const block of blocks)
    if (block.kind === "promotional" && !promotions.some((promotion) => holds(promotion, block)))
      throw new Error(`block at ${block.start} is in no promotion`);
}

const piece = fc.constantFrom(
  ..."\n|\n\n|\r\n|\r|\u2028| |\u00a0|\t|.|!|?|…|...|\"|“|”|‘|’|'|«|»|(|)|[12]|;|,|:|—|•|- |a.|1. |U.S.|Mr.|Gen.|Jan.|No.|p.m.|5|3.5|The|the|He|said|Putin|Sponsored by Us|Call now!|WhatsApp 0712 345 678|$300 a day|#tag|Apply now|Read more:|Photo: A/AFP|©|https://example.com|\u0000|\ud800|\udc00|\u200f|\u202e|\ufeff|\u{1f4b2}|subscribe|salary:|Donate now|said.The|x".split(
    "|",
  ),
);

describe("should hold for", () => {
  test("any string", () => fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), check), { numRuns: 300 }));
  test("any UTF-16, lone surrogates too", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => check(String.fromCharCode(...units))),
      { numRuns: 300 },
    ));
  test("any news-like text", () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.constantFrom("", " "), (pieces, by) => check(pieces.join(by))),
      { numRuns: 1500 },
    ));
  for (const [name, text] of [
    ["an empty text", ""],
    ["blanks", " \n\t\u00a0\n "],
    ["one line of 1 MB", "The talks ended. ".repeat(62_500)],
    ["1 MB without a blank", "x".repeat(1_000_000)],
    ["1 MB of pairs", "\u{1f4b2}".repeat(500_000)],
    ["a sentence of 20,000 characters", `${"and then they met again ".repeat(834)}.`],
    ["1 MB of full stops", ". ".repeat(500_000)],
    ["1 MB of quotation marks", '“"‘«'.repeat(250_000)],
    ["100,000 bullets", "• a\n".repeat(100_000)],
    ["30,000 advertising lines", "Call now! WhatsApp 0712 345 678\n".repeat(30_000)],
    ["digits", `${"1".repeat(300)}!\n${"1,".repeat(150)}!\nBy ${"A-".repeat(100)}!\nphoto: ${"a ".repeat(150)}\n${"share ".repeat(50)}!`],
  ] as const)
    test(name, () => check(text));
  test("the same text twice", () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(read(pieces.join(" "))).toEqual(read(pieces.join(" ")));
      }),
      { numRuns: 50 },
    ));
});
