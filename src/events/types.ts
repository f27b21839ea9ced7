// What events/ gives: PLOVER events and statements, each tied to actors of the cast, in the record's own shape. Types only.
import type { Auxiliary, EventType, Voice } from "../codebook.ts";
import type { Span } from "../span.ts";

/** A mention that stands for an actor: `actor` is an id of the cast. */
export interface Participant extends Span {
  readonly actor: string;
}

export interface EventDate extends Span {
  /** ISO 8601: a day, or a month or year where the text says no more. */
  readonly iso: string;
}

export interface EventPlace extends Span {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface Event {
  /** "e1", "e2", … in text order. */
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  readonly auxiliary: readonly Auxiliary[];
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  /** Index into the record's sentences. */
  readonly sentence: number;
  readonly trigger: Span;
  readonly actor: readonly Participant[];
  readonly recipient: readonly Participant[];
  /** Who says that it happened, when it is not the article itself. `actor` is null where the source is no known actor; the whole is null where the article vouches. */
  readonly said_by: (Span & { readonly actor: string | null }) | null;
  readonly date: EventDate | null;
  readonly place: EventPlace | null;
  /** 0–1. */
  readonly confidence: number;
  /** Ids of events in this document that tell the same event again, in text order: the first eight of them. */
  readonly same_as: readonly string[];
}

export interface Statement {
  readonly id: string;
  readonly sentence: number;
  readonly source: (Span & { readonly actor: string | null }) | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** True where the content stands in quotation marks. */
  readonly direct: boolean;
  readonly confidence: number;
}

/** How a sentence is told. */
export interface SentenceVoice extends Span {
  readonly voice: Voice;
  readonly confidence: number;
}

/** Events that tell one meeting, all of them, also where one names more of those who met, or no time. */
export interface Meeting {
  /** Ids, two or more, in text order. */
  readonly events: readonly string[];
}

export interface Coded {
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly meetings: readonly Meeting[];
  /** One a sentence of the document. */
  readonly voices: readonly SentenceVoice[];
}
