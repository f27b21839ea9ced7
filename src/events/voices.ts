// Tagged → how each sentence is told. Pure.
import { around } from "../kept.ts";
import type { Tagged } from "../tag/types.ts";
import type { SentenceVoice } from "./types.ts";

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** Sentences of promotional and furniture blocks take their voice from the block: the rules there are surer than the model. */
export const voicesOf = ({ segmented, sentences }: Tagged): SentenceVoice[] =>
  segmented.sentences.map(({ start, end, block }, i) => {
    const { kind } = segmented.blocks[block]!;
    if (kind === "promotional" || kind === "furniture") return { start, end, voice: kind, confidence: 1 };
    const { voice, voiceConfidence } = sentences[i]!;
    // A quotation that goes on over a sentence is still somebody's word, though that sentence names nobody.
    const quoted = around(segmented.quotations, { start, end }).some((quotation) => quotation.start <= start && end <= quotation.end);
    return { start, end, voice: quoted ? "attributed" : voice, confidence: round(voiceConfidence) };
  });
