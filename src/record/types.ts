// The record as outside tools count on it, schema readout.record/1. Types only.
import type { Actor } from "../actors/types.ts";
import type { Document } from "../document/types.ts";
import type { Event, Meeting, SentenceVoice, Statement } from "../events/types.ts";
import type { Commitment, Optic, Outcome, Position, Reaction, UncodedReaction } from "../negotiation/types.ts";
import type { Promotion } from "../segment/types.ts";
import type { Span } from "../span.ts";

export type { Meeting, SentenceVoice } from "../events/types.ts";
export type { Commitment, Optic, Outcome, Position, Reaction, Stance, UncodedReaction } from "../negotiation/types.ts";

export interface Engine {
  readonly version: string;
  /** SHA-256 of the weights, first 12 hexadecimal digits. */
  readonly model: string;
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
  /** Records of earlier versions lack it. */
  readonly optics?: readonly Optic[] | undefined;
  /** Sentences that call an earlier agreement to mind, where no commitment has them among its own. Records of earlier versions lack it. */
  readonly precedents?: readonly Span[] | undefined;
  /** Records of earlier versions lack it. */
  readonly meetings?: readonly Meeting[] | undefined;
  readonly promotions: readonly Promotion[];
}
