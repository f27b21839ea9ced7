// The record as outside tools count on it, schema readout.record/1. Types only.
import type { Actor } from "../actors/types.ts";
import type { Voice } from "../codebook.ts";
import type { Document } from "../document/types.ts";
import type { Event, Statement } from "../events/types.ts";
import type { Commitment, Outcome, Position, Reaction, UncodedReaction } from "../negotiation/types.ts";
import type { Promotion } from "../segment/types.ts";
import type { Span } from "../span.ts";

export type { Commitment, Outcome, Position, Reaction, Stance, UncodedReaction } from "../negotiation/types.ts";

export interface Engine {
  readonly version: string;
  /** SHA-256 of the weights, first 12 hexadecimal digits. */
  readonly model: string;
}

export interface SentenceVoice extends Span {
  readonly voice: Voice;
  readonly confidence: number;
}

/** What Readout writes about one document. */
export interface ReadoutRecord {
  readonly schema: "readout.record/1";
  readonly engine: Engine;
  readonly document: Document;
  readonly sentences: readonly SentenceVoice[];
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly positions: readonly Position[];
  readonly commitments: readonly Commitment[];
  readonly reactions: readonly Reaction[];
  /** Records of earlier versions lack it. */
  readonly responses?: readonly UncodedReaction[] | undefined;
  /** Records of earlier versions lack it. */
  readonly outcomes?: readonly Outcome[] | undefined;
  readonly promotions: readonly Promotion[];
}
