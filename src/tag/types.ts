// What tag/ gives: the model's reading of each sentence. Types only; all spans are in the document's text, all token numbers within the sentence.
import type { Auxiliary, EventType, Voice } from "../codebook.ts";
import type { Note } from "../grammar/trace.ts";
import type { Segmented } from "../segment/types.ts";
import type { Span } from "../span.ts";

export interface Token extends Span {
  readonly upos: string;
  /** Index of the head token in this sentence, -1 for the root. */
  readonly head: number;
  /** UD relation, subtypes kept ("nsubj:pass"). */
  readonly deprel: string;
}

/** A name. */
export interface Entity extends Span {
  readonly kind: "PER" | "ORG" | "LOC" | "MISC";
}

export type Role = "actor" | "recipient" | "place" | "time";

export interface Argument extends Span {
  readonly role: Role;
  /** 0–1. */
  readonly confidence: number;
}

/** A node of the act graph: something that somebody does, and its arguments. */
export interface Act {
  readonly type: EventType;
  readonly trigger: Span;
  readonly modes: readonly string[];
  readonly auxiliary: readonly Auxiliary[];
  readonly arguments: readonly Argument[];
  /** Probability of the type, 0–1. */
  readonly confidence: number;
}

/** Who says what: source is null where the sentence names none ("it was alleged"). */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span;
  readonly content: readonly Span[];
  readonly confidence: number;
}

/** What the model scored in a sentence, for whoever asks why; likeliest first. */
export interface Seen {
  /** Words that may tell an act, with the chances of its types, whether or not one was read. */
  readonly triggers: readonly { readonly at: Span; readonly types: readonly { readonly type: EventType; readonly confidence: number }[] }[];
  readonly voices: readonly { readonly voice: Voice; readonly confidence: number }[];
  /** What rules did while the scores were read. */
  readonly notes: readonly Note[];
}

export interface TaggedSentence extends Span {
  /** Only where somebody asked (openTagger's `traced`). */
  readonly seen?: Seen;
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  readonly acts: readonly Act[];
  readonly attributions: readonly Attribution[];
  readonly voice: Voice;
  readonly voiceConfidence: number;
}

export interface Tagged {
  readonly segmented: Segmented;
  /** As many as `segmented.sentences`, in their order. */
  readonly sentences: readonly TaggedSentence[];
}

/** A sentence to read: its text, or its words as they are to be kept (spans are then those of the words joined by single spaces). */
export type Sentence = string | readonly string[];

/** A sentence with two marked mentions, for `relate`. */
export interface MarkedPair {
  readonly text: string;
  readonly actor: Span;
  readonly recipient: Span;
}

/** What the first mention does to the second: always one of the 16 types. */
export interface Relation {
  readonly type: EventType;
  readonly mode: string | null;
  /** Of `type`, 0–1. */
  readonly confidence: number;
  readonly scores: Readonly<Record<EventType, number>>;
}

/** How far the reading of a document is. */
export interface SentencesRead {
  readonly done: number;
  readonly total: number;
  /** Of their characters, 0–1: short sentences are read first. */
  readonly share: number;
  /** When all are read: what is found out now. In a long document it takes about as long. */
  readonly now?: "actors" | "events" | "negotiation";
}

/** The model behind a small door. Answers stand in the order of the questions; spans are relative to each sentence's own text. */
export interface Tagger {
  /** @param onRead told of sentences that are read, some at a time, in an order of its own */
  tag(sentences: readonly Sentence[], onRead?: (part: readonly Sentence[]) => void): Promise<TaggedSentence[]>;
  relate(pairs: readonly MarkedPair[]): Promise<Relation[]>;
  close(): Promise<void>;
}
