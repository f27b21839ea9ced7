// What gather/ takes and gives: events as several articles tell them, which of them are one, and where the reports differ. Types only.
import type { Event } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";

/** One event as one article tells it. Lists of names and codes belong to the whole side, not position by position. */
export interface Mention {
  /** Number of the article's version, and of the event in it; together they name the mention. */
  readonly document: number;
  readonly number: number;
  /** The event that it was gathered into; null while that is open. */
  readonly gathered: number | null;
  /** The event's id in its article ("e3"), and the ids in that article that tell the same. */
  readonly id: string;
  readonly same_as: readonly string[];
  /** A PLOVER type. */
  readonly type: string;
  readonly auxiliary: readonly string[];
  readonly source: readonly string[];
  readonly source_code: readonly string[];
  readonly source_sector: readonly string[];
  readonly target: readonly string[];
  readonly target_code: readonly string[];
  readonly target_sector: readonly string[];
  readonly said_by: string | null;
  readonly said_by_code: string | null;
  /** ISO 8601, as exact as the text tells it; null where it does not. */
  readonly date: string | null;
  /** Day that the event is filed under, YYYY-MM-DD: its own or the publication's; null where it is under none. */
  readonly day: string | null;
  /** Day of the article's publication, or null. */
  readonly published: string | null;
  /** The word that tells it: "rejected". */
  readonly trigger: string;
  /** Place of the trigger in the article's text. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  /** 0–1. */
  readonly confidence: number;
  /** The sentence. */
  readonly words: string;
}

/** Words that answer a report: a statement ("denied that …", "confirmed that …"), or a sentence that tells of a correction. */
export interface Answer {
  readonly document: number;
  /** The statement's id in its article ("s2"); null for a sentence. */
  readonly id: string | null;
  readonly speaker: string | null;
  readonly speaker_code: string | null;
  /** The word that tells it: "denied". */
  readonly cue: string;
  readonly content: string;
  readonly published: string | null;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** The sentence. */
  readonly words: string;
}

/** A stand of an actor in one article. `earlier` is the number of the stand that the article says it replaces. */
export interface Stand {
  readonly document: number;
  readonly number: number;
  readonly actor: string | null;
  readonly actor_code: string | null;
  readonly issue: string;
  readonly stance: string;
  readonly said_by: string | null;
  readonly earlier: number | null;
  readonly published: string | null;
}

/** How two reports of one matter stand to each other; "later" is by publication. */
export type ContradictionKind = "refusal" | "denial" | "figure" | "date" | "actor" | "confirmation" | "correction";

/** One side of a contradiction: an event or a statement of an article. */
export interface Side {
  readonly document: number;
  /** "e3" or "s2" in its article; null for a sentence. */
  readonly id: string | null;
  /** PLOVER type; null for a statement or sentence. */
  readonly type: string | null;
  /** Who says so, where it is not the article itself. */
  readonly said_by: string | null;
  /** What differs, in short: "REJECT", "denied", "19 killed", "2026-03-05", "Rapid Support Forces". */
  readonly value: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** Names and codes of all who take part or speak. */
  readonly who: readonly string[];
}

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** Whom it is about, where both sides name the same; else the first of the earlier one's. */
  readonly actor: string | null;
  readonly actor_code: string | null;
  /** Published no later than `later`. */
  readonly earlier: Side;
  readonly later: Side;
}

/** Stand `to` takes the place of stand `from` of the same actor in an article published before. */
export interface Shift {
  readonly from: Pick<Stand, "document" | "number">;
  readonly to: Pick<Stand, "document" | "number">;
}

/** The wording of an article, for finding copies. */
export interface Sketch {
  /** How many different shingles of five words it has. */
  readonly shingles: number;
  /** MinHash, 64 whole numbers of 32 bits; none where the text has fewer than five words. */
  readonly minima: readonly number[];
}

export interface Reports {
  readonly mentions: readonly Mention[];
  readonly answers: readonly Answer[];
}

/** How far apart, in days, what is compared can be. */
export interface Windows {
  /** Two mentions of one event, by the days that they are filed under. */
  readonly events: number;
  /** An answer and the report that it answers, by publication. */
  readonly answers: number;
  /** Two copies of one text, by publication. */
  readonly copies: number;
  /** A stand and the one that it replaces, by publication. */
  readonly stands: number;
}

/** What gathering needs from an article, given by whoever keeps articles. */
export interface Gatherer {
  readonly windows: Windows;
  sketchOf(text: string): Sketch;
  /** Share of the shorter text's shingles that the other has too, estimated, 0–1. */
  shared(a: Sketch, b: Sketch): number;
  /** True from this share on: one text is a copy of the other. */
  isCopy(shared: number): boolean;
  /** @param document number of the article's version @param published its day @param dayOf the day to file an event under */
  mentionsOf(record: ReadoutRecord, document: number, published: string | null, dayOf: (event: Event) => string | null): Mention[];
  /** What an article denies, confirms or corrects. */
  answersOf(record: ReadoutRecord, document: number, published: string | null): Answer[];
  standsOf(record: ReadoutRecord, document: number, published: string | null): Stand[];
  /**
   * @param own mentions of one article; one that is gathered already stays so
   * @param known mentions of others, all gathered, filed under a day within `window` of one of the own; more do not matter
   * @param fresh a number for an event that nobody told before, which none of `taken` is
   * @returns the own mentions in their order, gathered
   */
  gather(own: readonly Mention[], known: readonly Mention[], fresh: (own: Mention, taken: ReadonlySet<number>) => number): Mention[];
  /** @param own mentions and answers of one article, gathered @param known those of other articles; what is far from them does not matter */
  contradictions(own: Reports, known: Reports): Contradiction[];
  /** @param known of other articles, those of the same actors */
  shifts(own: readonly Stand[], known: readonly Stand[]): Shift[];
}
