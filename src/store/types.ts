// What store/ gives: a file of coded articles that is added to and asked. Types only.
import type { Auxiliary, EventType, Voice } from "../codebook.ts";
import type { Document } from "../document/types.ts";
import type { Event } from "../events/types.ts";
import type { Gatherer } from "../gather/types.ts";
import type { Geography } from "../places/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Span } from "../span.ts";

/** One value of a row. */
export type Value = string | number | boolean | null | readonly (string | number | boolean | null)[];
export type Row = readonly Value[];

export interface Answer {
  /** Names of the values of each row, each once. */
  readonly columns: readonly string[];
  /** Groups of rows, in the order of the query. */
  readonly groups: AsyncIterable<readonly Row[]>;
}

export interface Query {
  /** Names the query in errors: its file, or what the user asked with. */
  readonly name: string;
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** new: an article that was not there; version: another text of one that was; known: this text is there. */
export type Added = "new" | "version" | "known";

export interface Shelf {
  /** What is there of this text, so that it need not be coded: null where nothing is; `better` where the document knows more of the article than the shelf. */
  holds(document: Document): Promise<{ readonly key: number; readonly better: Document | null } | null>;
  /** The newest version of the article with this id, address, number (a12) or SHA-256. @throws ShelfError where there is none, or several */
  article(name: string): Promise<{ readonly key: number; readonly document: Document }>;
  /**
   * Puts a coding with other facts about the article in the place of the present one, corrections kept, and remembers who said so.
   * @throws ShelfError where another article has that address and day
   */
  set(key: number, record: ReadoutRecord, settings: readonly Setting[], signed: Omit<Signed, "note">): Promise<void>;
  /** Takes an article off the shelf, in all its versions. @returns its id */
  remove(name: string, signed: Omit<Signed, "note">): Promise<string>;
  /** Keeps all of a record or, when anything fails, nothing of it. */
  add(record: ReadoutRecord): Promise<Added>;
  /** Likewise many in one transaction, which costs less; where one of them fails, those before it are kept. */
  addAll(records: readonly ReadoutRecord[]): Promise<readonly Added[]>;
  /** @param id of an event, as the column `id` has it @throws ShelfError where there is none, or where the change cannot be */
  correct(id: string, change: Change, signed: Signed): Promise<Desk>;
  /** Adds an event that the machine missed. @param words of the article, once in it, or where they stand; in one sentence */
  addMissed(document: string, words: string | Span, change: Change & { readonly type: EventType }, signed: Signed): Promise<Desk>;
  /**
   * Says of a line what `correct` cannot: who says so, when, where, in what voice; and what statements, positions, commitments and reactions are.
   * @param id e12.3 as `correct` has it; s12.4, p12.1, c12.1, r12.1, x12.1, v12.7: the article's number, and the line's id in its record @throws ShelfError
   */
  remark(id: string, saying: Partial<Saying> & { readonly isSo?: boolean }, signed: Signed): Promise<Told>;
  /** Keeps a note on words of an article. @param words once in it, or where they stand */
  annotate(document: string, words: string | Span, signed: Signed & { readonly note: string }): Promise<{ readonly id: string }>;
  /** Gives the machine's coding back; the correction is kept as ended. @param id of a line, or of a remark (m7) */
  undo(id: string, signed: Signed): Promise<Told>;
  /** The record of a version as the machine coded it. @param key as shelf_tables.document has it */
  recordOf(key: number): Promise<ReadoutRecord>;
  /** Puts another coding of the same text in the place of the present one, with the corrections on it, or (write false) only tells what would change. */
  recode(key: number, record: ReadoutRecord, write: boolean): Promise<readonly Difference[]>;
  /** @throws ShelfError that names the query, here or while the groups come */
  ask(query: Query): Promise<Answer>;
  /** The rows as a Parquet file, in a folder that the shelf was opened for. The same rows give the same bytes. */
  copy(query: Query, file: string): Promise<void>;
  /** Waits for what is under way; what is asked later is never answered. */
  close(): Promise<void>;
}

/** What a person says of an event; null where the machine's word stands. */
export interface Change {
  readonly type: EventType | null;
  readonly modes: readonly string[] | null;
  readonly auxiliary: readonly Auxiliary[] | null;
  /** Names or codes. */
  readonly actor: readonly string[] | null;
  readonly recipient: readonly string[] | null;
  readonly isEvent: boolean;
}

export interface Signed {
  readonly by: string;
  /** ISO 8601, to the second. */
  readonly at: string;
  readonly note: string | null;
}

/** What can be corrected of an event, in names. */
export interface Coding {
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly auxiliary: readonly Auxiliary[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly confidence: number;
}

/** What a line of a record can be about. */
export type About = "event" | "statement" | "position" | "commitment" | "reaction" | "response" | "sentence" | "note";

/** What a person says of a line beyond what an event is and who takes part in it; null where the machine's word stands, "" or [] for none. Names or codes. */
export interface Saying {
  readonly said_by: string | null;
  /** ISO 8601: a day, a month or a year. */
  readonly date: string | null;
  readonly place: string | null;
  readonly contexts: readonly string[] | null;
  readonly actor: readonly string[] | null;
  readonly recipient: readonly string[] | null;
  readonly stance: string | null;
  readonly issue: string | null;
  readonly standing: string | null;
  readonly voice: Voice | null;
}
/** What a line says, in names; null for what such a line does not have, "" or [] for none. */
export type Aspects = Saying;

/** What a person says of a line, in force. `words`, `trigger` and `nth` are its anchor; `ref` the number of an event. */
export interface Remark extends Saying, Signed {
  readonly number: number;
  readonly article: number;
  readonly about: About;
  readonly ref: number | null;
  /** False where it takes the line out. */
  readonly isSo: boolean;
  readonly words: string;
  readonly trigger: string;
  readonly nth: number;
  /** False where the present coding has no such line. */
  readonly found: boolean;
  readonly machine: Aspects | null;
}

/** A correction in force. `words`, `trigger` and `nth` are its anchor. */
export interface Correction extends Change, Signed {
  readonly number: number;
  readonly article: number;
  readonly ref: number;
  /** True where it added the event. */
  readonly missed: boolean;
  readonly words: string;
  readonly trigger: string;
  readonly nth: number;
  /** False where the present coding has no such event. */
  readonly found: boolean;
  readonly machine: Coding | null;
}

/** A fact about an article that a person gave. */
export interface Setting {
  readonly field: "published" | "publisher" | "title" | "url";
  readonly value: string;
  /** What the article said itself, or an earlier setting. */
  readonly was: string | null;
}

/** What a correction did: the event before and after it, null where there is none. */
export interface Desk {
  readonly id: string;
  readonly was: Coding | null;
  readonly now: Coding | null;
}

/** What was said of any line: for an event both. */
export interface Told {
  readonly id: string;
  readonly was: Coding | Aspects | null;
  readonly now: Coding | Aspects | null;
  /** What undoes this and nothing else (m7), where it was kept as a remark. */
  readonly remark?: string;
}

/** One event that another coding tells otherwise. */
export interface Difference {
  readonly change: "gone" | "new" | "changed";
  readonly id: string;
  readonly document: string;
  readonly url: string | null;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly trigger: string;
  /** Names of what changed; empty for an event that is gone or new. */
  readonly fields: readonly string[];
  readonly was: string | null;
  readonly now: string | null;
}

/** What the shelf takes from record/, gather/ and places/. */
export interface Telling {
  /** The whole record as JSON. */
  write(record: ReadoutRecord): string;
  /** The day, month or year to file an event under. */
  dateOf(event: Event, document: Document): { readonly iso: string; readonly from: "text" | "publication" } | null;
  /** What an event is told as: fact, said, denied … */
  realityOf(event: Event, record: ReadoutRecord): string;
  /** True where another event of the record tells the same more plainly, or as plainly and before it. */
  isRetold(event: Event, record: ReadoutRecord): boolean;
  /** Tells which events of several articles are one, and where they differ. */
  readonly gatherer: Gatherer;
  /** Towns, and the numbers of states. */
  readonly geography: Geography;
}

export type Question =
  | "events"
  | "gathered"
  | "contradictions"
  | "shifts"
  | "statements"
  | "positions"
  | "commitments"
  | "reactions"
  | "outcomes"
  | "actors"
  | "sources"
  | "timeline";

/** The same for every question; what is left out does not narrow it. */
export interface Filters {
  /** A PLOVER country code, or words of a name. */
  readonly actor?: string;
  /** Of the event, or of an event that the row rests on. */
  readonly type?: string;
  /** First and last day, YYYY-MM-DD. */
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly issue?: string;
  /** What it is told as: fact, past, said, future, hypothetical, denied, opinion, question, heading. */
  readonly reality?: string;
  /** Who says so, where it is not the article itself: a code, or words of a name. */
  readonly saidBy?: string;
  /** 0–1 */
  readonly minConfidence?: number;
  /** A month, as in 2025-08, "undated", or "no month": the row's own day. */
  readonly within?: string;
  /** Rows, at least 1. */
  readonly limit?: number;
}
