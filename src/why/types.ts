// Why a line of the record is as it is. Types only.
import type { EventType, Voice } from "../codebook.ts";
import type { Effect } from "../grammar/trace.ts";
import type { Span } from "../span.ts";

export type Subject = "event" | "statement" | "sentence" | "position" | "commitment" | "reaction" | "actor";

/** A place of the text with its words. */
export interface Cited extends Span {
  readonly words: string;
  /** "¶4 s12 [1034–1101]" */
  readonly place: string;
}

export interface Chance {
  readonly type: EventType;
  /** 0–1. */
  readonly confidence: number;
}

/** What the model scored for a word that may tell an act. */
export interface Trigger extends Cited {
  /** Likeliest first; an act is read where the first is at least 0.5. */
  readonly types: readonly Chance[];
}

export interface Ruled extends Cited {
  readonly rule: string;
  readonly effect: Effect;
  readonly why: string;
  /** What was changed; "" where the effect says it all. */
  readonly what: string;
  /** What the rule was asked about. */
  readonly about: string;
}

export interface Country {
  readonly actor: string;
  readonly name: string;
  readonly code: string | null;
  /** Where its country comes from. */
  readonly from: Ruled | null;
}

export interface Part extends Cited {
  readonly role: string;
  readonly actor: string | null;
  /** Name of the actor, where the article knows it. */
  readonly name: string | null;
  /** The model's, 0–1; null where only a rule put it there. */
  readonly confidence: number | null;
  /** How these words came to the actor; null for nobody whom the article knows. */
  readonly joined: Joined | null;
}

export interface Joined {
  /** "join.office". */
  readonly rule: string;
  readonly why: string;
  /** The actor's mention before; null for its first. */
  readonly before: Cited | null;
}

export interface Why {
  readonly id: string;
  readonly subject: Subject;
  /** The line in words: "Putin AGREE → Ukraine". */
  readonly line: string;
  readonly at: Cited;
  readonly triggers: readonly Trigger[];
  /** Likeliest first; only of a sentence. */
  readonly voices: readonly { readonly voice: Voice; readonly confidence: number }[];
  readonly parts: readonly Part[];
  readonly rules: readonly Ruled[];
  readonly countries: readonly Country[];
  /** Ids of what the line rests on, and of what its sentence gave. */
  readonly evidence: readonly string[];
}
