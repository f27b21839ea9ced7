// What store/ gives: a file of coded articles that is added to and asked. Types only.
import type { Document } from "../document/types.ts";
import type { Event } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";

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
  /** True where this text is there already, so that it need not be coded. */
  holds(document: Document): Promise<boolean>;
  /** Keeps all of a record or, when anything fails, nothing of it. */
  add(record: ReadoutRecord): Promise<Added>;
  /** @throws ShelfError that names the query, here or while the groups come */
  ask(query: Query): Promise<Answer>;
  /** The rows as a Parquet file, in a folder that the shelf was opened for. The same rows give the same bytes. */
  copy(query: Query, file: string): Promise<void>;
  /** Waits for what is under way; what is asked later is never answered. */
  close(): Promise<void>;
}

/** What the shelf takes from record/. */
export interface Telling {
  /** The whole record as JSON. */
  write(record: ReadoutRecord): string;
  /** The day, month or year to file an event under. */
  dateOf(event: Event, document: Document): { readonly iso: string; readonly from: "text" | "publication" } | null;
}

export type Question = "events" | "statements" | "positions" | "commitments" | "reactions" | "actors" | "sources" | "timeline";

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
  /** 0–1 */
  readonly minConfidence?: number;
  /** Rows, at least 1. */
  readonly limit?: number;
}
