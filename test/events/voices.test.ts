// Sentences as the model takes them → how each is told, and whether the piece is one of opinion.
import { describe, expect, it } from "vitest";
import { isMostlyOpinion, voicesOf } from "../../src/events/voices.ts";
import { span } from "../../src/span.ts";
import type { TaggedSentence } from "../../src/tag/types.ts";
import { articleOf, sentenceOf } from "../article.ts";

type Line = readonly [words: string, voice: TaggedSentence["voice"], sure?: number];

function read(lines: readonly Line[]) {
  const text = lines.map(([words]) => words).join(" ");
  let from = 0;
  const sentences = lines.map(([words, voice, voiceConfidence = 0.9]) => {
    const at = span(from, from + words.length);
    from = at.end + 1;
    return sentenceOf(at, { voice, voiceConfidence });
  });
  return voicesOf({ segmented: articleOf(text, sentences), sentences });
}
const many = (voice: TaggedSentence["voice"], times: number): Line[] => Array.from({ length: times }, () => ["It is so.", voice]);
const last = (lines: readonly Line[]): string => read(lines).at(-1)!.voice;

describe("in a piece that mostly judges", () => {
  const piece = [...many("opinion", 5), ...many("reported", 4)];
  it("an unsure report and a question are its author's", () => {
    expect(last([...piece, ["They were spin.", "reported", 0.5]])).toBe("opinion");
    expect(last([...piece, ["The sticking point?", "reported"]])).toBe("opinion");
    expect(last([...piece, ["He left on Friday.", "reported"]])).toBe("reported");
    expect(last([...piece, ["She said so.", "attributed", 0.5]])).toBe("attributed");
  });
  it("and in any other they are not", () => {
    const news = [...many("reported", 8), ...many("opinion", 2)];
    expect(last([...news, ["They were spin.", "reported", 0.5]])).toBe("reported");
    expect(last([...news, ["The sticking point?", "reported"]])).toBe("reported");
  });
});

it("what spells a claim out is still the claim", () => {
  expect(
    last([
      ["Lima claimed that it was agreed.", "attributed"],
      ["The idea was that nobody would shoot.", "reported"],
    ]),
  ).toBe("attributed");
  expect(
    last([
      ["Lima left.", "reported"],
      ["The idea was that nobody would shoot.", "reported"],
    ]),
  ).toBe("reported");
});

it("is one of opinion where two in five sentences judge, and eight are there to tell by", () => {
  const of = (...lines: Line[][]) => isMostlyOpinion(read(lines.flat()));
  expect(of(many("opinion", 4), many("reported", 6))).toBe(true);
  expect(of(many("anecdotal", 4), many("attributed", 6))).toBe(true);
  expect(of(many("opinion", 3), many("reported", 7))).toBe(false);
  expect(of(many("opinion", 7))).toBe(false);
  expect(of(many("opinion", 4), many("reported", 6), many("furniture", 90))).toBe(true);
});
