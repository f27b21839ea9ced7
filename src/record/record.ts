import type { Cast } from "../actors/types.ts";
import type { Coded } from "../events/types.ts";
import { around } from "../kept.ts";
import type { Negotiation } from "../negotiation/types.ts";
import { holds } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { Engine, ReadoutRecord } from "./types.ts";

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** Sentences of promotional and furniture blocks take their voice from the block: the rules there are surer than the model. */
export function recordOf(engine: Engine, tagged: Tagged, cast: Cast, coded: Coded, negotiation: Negotiation): ReadoutRecord {
  const { segmented } = tagged;
  const { events, statements } = coded;
  const cited = negotiation.commitments.flatMap(({ precedents }) => precedents);
  return {
    schema: "readout.record/1",
    engine,
    document: segmented.document,
    sentences: segmented.sentences.map(({ start, end, block }, i) => {
      const { kind } = segmented.blocks[block]!;
      if (kind === "promotional" || kind === "furniture") return { start, end, voice: kind, confidence: 1 };
      const { voice: read, voiceConfidence } = tagged.sentences[i]!;
      // "Remember the … Accord?" that a promise is held against is no caption.
      const voice = read === "furniture" && around(cited, { start, end }).some((place) => holds({ start, end }, place)) ? "opinion" : read;
      // A quotation that goes on over a sentence is still somebody's word, though that sentence names nobody.
      if (around(segmented.quotations, { start, end }).some((quotation) => quotation.start <= start && end <= quotation.end))
        return { start, end, voice: "attributed", confidence: round(voiceConfidence) };
      return { start, end, voice, confidence: round(voiceConfidence) };
    }),
    actors: cast.actors,
    events,
    statements,
    ...negotiation,
    promotions: segmented.promotions,
  };
}
