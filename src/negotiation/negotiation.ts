// Tagged, Cast and Coded → Negotiation: who stands where, who moved, what was promised, how it was taken, what came of it, what was only show. Reads no files.
import type { Cast } from "../actors/types.ts";
import type { Coded, SentenceVoice } from "../events/types.ts";
import { around } from "../kept.ts";
import type { Within } from "../parts.ts";
import { holds } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import { commitmentsOf } from "./commitments.ts";
import { toldOf } from "./evidence.ts";
import { opticsOf } from "./optics.ts";
import { outcomesOf } from "./outcomes.ts";
import { positionsOf } from "./positions.ts";
import { precedentsOf } from "./precedents.ts";
import { reactionsOf } from "./reactions.ts";
import type { Commitment, Negotiation } from "./types.ts";

/** @param within limits the work over a few sentences, however long the document is; left out, it takes what it takes */
export function negotiationOf(tagged: Tagged, cast: Cast, coded: Coded, within: Within = (_, work) => work()): Negotiation {
  const told = toldOf(tagged, cast, coded, within);
  const { text } = tagged.segmented.document;
  const positions = positionsOf(told);
  const commitments = commitmentsOf(told, positions);
  const taking = reactionsOf(told);
  const taken = new Set([...taking.reactions, ...taking.responses].flatMap(({ evidence }) => evidence));
  const sentences = withReminders(tagged, coded.voices, commitments);
  return {
    positions,
    commitments,
    ...taking,
    outcomes: outcomesOf(told),
    optics: opticsOf({ text, sentences, actors: cast.actors, ...coded, taken }),
    // An article that tells of no stand and no promise calls none to mind.
    precedents: positions.length + commitments.length > 0 ? precedentsOf(text, sentences, commitments) : [],
    voices: sentences,
  };
}

/** "Remember the … Accord?" that a promise is held against is no caption. */
function withReminders(
  { segmented }: Tagged,
  voices: readonly SentenceVoice[],
  commitments: readonly Commitment[],
): readonly SentenceVoice[] {
  const cited = commitments.flatMap(({ precedents }) => precedents);
  return voices.map((one, i) => {
    const isCaption = one.voice === "furniture" && segmented.blocks[segmented.sentences[i]!.block]!.kind !== "furniture";
    return isCaption && around(cited, one).some((place) => holds(one, place)) ? { ...one, voice: "opinion" } : one;
  });
}
