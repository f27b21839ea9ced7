// What negotiation/ gives: who stands where, who moved, what was promised, how it was taken and what came of it. Types, and the one measure that the contract names.
import type { STANCES, STANDINGS, TAKES } from "../codebook.ts";
import type { SentenceVoice } from "../events/types.ts";
import type { Span } from "../span.ts";

/** Words of an issue's label, at most. */
export const LABEL_WORDS = 16;

export type Stance = (typeof STANCES)[number];

export interface Position {
  readonly actor: string;
  readonly issue: Span & { readonly label: string };
  readonly stance: Stance;
  readonly said_by: (Span & { readonly actor: string | null }) | null;
  readonly evidence: readonly string[];
  /** Index into `positions` of the position that this one replaces, or null. */
  readonly earlier: number | null;
}

export interface Commitment {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly what: Span;
  readonly said_by: (Span & { readonly actor: string | null }) | null;
  readonly standing: (typeof STANDINGS)[number];
  readonly doubts: readonly Span[];
  readonly precedents: readonly Span[];
  readonly evidence: readonly string[];
}

export interface Reaction {
  readonly actor: string;
  /** Id of the event that is taken so. */
  readonly to: string;
  readonly stance: (typeof TAKES)[number];
  readonly evidence: readonly string[];
  /** The words that name what is taken so. Records of earlier versions lack it. */
  readonly about?: Span | undefined;
}

/** A reaction to what the text names and no event was coded for. */
export interface UncodedReaction {
  readonly actor: string;
  /** The words that name what is taken so. */
  readonly about: Span;
  readonly stance: Reaction["stance"];
  readonly evidence: readonly string[];
}

/** What a meeting or negotiation ended with. */
export interface Outcome {
  /** Id of the meeting's event; null where it is no event of the record. */
  readonly of: string | null;
  /** Nothing, a part of what was sought, terms, or talks that are not over. */
  readonly result: "none" | "partial" | "agreement" | "open";
  /** The words that tell it. */
  readonly what: Span;
  readonly said_by: (Span & { readonly actor: string | null }) | null;
  /** Ids of the events and statements of the sentence that tells it; may be empty. */
  readonly evidence: readonly string[];
}

/** What was only show: a scene, or a telling of victory, stage and picture. Never an event. */
export interface Optic {
  /** Index into the record's sentences, each of which has one at most. */
  readonly sentence: number;
  /** The words that give it away, or the whole sentence of a scene. */
  readonly what: Span;
  /** Whose telling it is; null for the author's. */
  readonly said_by: (Span & { readonly actor: string | null }) | null;
  readonly kind: "scene" | "telling";
}

/** All of them, each in text order. */
export interface Negotiation {
  readonly positions: readonly Position[];
  readonly commitments: readonly Commitment[];
  readonly reactions: readonly Reaction[];
  readonly responses: readonly UncodedReaction[];
  readonly outcomes: readonly Outcome[];
  readonly optics: readonly Optic[];
  /** Sentences that call an earlier agreement to mind, where no commitment has them among its own. */
  readonly precedents: readonly Span[];
  /** As coded, but for what only the promises tell of them. */
  readonly voices: readonly SentenceVoice[];
}
