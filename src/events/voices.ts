// Tagged → how each sentence is told. Pure.

import { anyOf } from "../grammar/words.ts";
import { around } from "../kept.ts";
import { holds } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { SentenceVoice } from "./types.ts";

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** Sentences of promotional and furniture blocks take their voice from the block: the rules there are surer than the model. */
export function voicesOf(tagged: Tagged): SentenceVoice[] {
  const voices = ownVoices(tagged);
  const { text } = tagged.segmented.document;
  const isOpinion = isMostlyOpinion(voices);
  return voices.map((one, i) => {
    if (one.voice !== "reported") return one;
    const words = text.slice(one.start, one.end);
    // What a claim is spelled out in is still the claim: "Lima says it will hold. The idea is that nobody shoots."
    if (SPELLED_OUT.test(words) && voices[i - 1]?.voice === "attributed") return { ...one, voice: "attributed" };
    // An author who judges asks, and glosses what he tells.
    const isGloss = one.confidence < SURE_IN_OPINION || /\?["”’)]*\s*$/.test(words);
    return isOpinion && isGloss ? { ...one, voice: "opinion" } : one;
  });
}

const SPELLED_OUT = new RegExp(
  String.raw`^(?:the|${anyOf("possessives")}) (?:${anyOf("spelled-out")}) (?:${anyOf("being")}|goes|went)\b`,
  "i",
);

/** Less sure than this, a sentence of a piece of opinion that the model takes for reported is its author's gloss. */
const SURE_IN_OPINION = 0.6;

/** The share of judgements and anecdotes that makes a piece one of opinion: of 121 articles at hand, the two that are have 53 and 50 in 100, the next one 22. */
const MOSTLY = 0.4;
/** Sentences: a few lines of text may all be a judgement by chance. */
const FEWEST = 8;

/** True where the author judges in much of what he tells. */
export function isMostlyOpinion(voices: readonly SentenceVoice[]): boolean {
  const told = voices.filter(({ voice }) => voice !== "promotional" && voice !== "furniture");
  const judged = told.filter(({ voice }) => voice === "opinion" || voice === "anecdotal");
  return told.length >= FEWEST && judged.length >= MOSTLY * told.length;
}

const ownVoices = ({ segmented, sentences }: Tagged): SentenceVoice[] =>
  segmented.sentences.map(({ start, end, block }, i) => {
    const { kind } = segmented.blocks[block]!;
    if (kind === "promotional" || kind === "furniture") return { start, end, voice: kind, confidence: 1 };
    const { voice, voiceConfidence } = sentences[i]!;
    // A quotation that goes on over a sentence is still somebody's word, though that sentence names nobody.
    const quoted = around(segmented.quotations, { start, end }).some((quotation) => holds(quotation, { start, end }));
    return { start, end, voice: quoted ? "attributed" : voice, confidence: round(voiceConfidence) };
  });
