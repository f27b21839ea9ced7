// What server/ takes from the program, so that it can be given fakes and imports no stage: reading, the shelf, queries. Types only.
import type { Document, Known } from "../document/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Added, Filters, Query, Row, Setting, Shelf, Signed } from "../store/types.ts";
import type { SentencesRead } from "../tag/types.ts";
import type { Why } from "../why/types.ts";

/** What a request gives to be read: exactly one of text, html and url, and what it knows of the article. */
export interface Given extends Pick<Known, "title" | "published" | "publisher"> {
  readonly text?: string;
  readonly html?: string;
  /** Base64 */
  readonly pdf?: string;
  readonly url?: string;
  readonly id?: string;
  /** The day that "yesterday" is told from, where the article has none. */
  readonly date?: string;
}

/** What is to be read: of a request, a line of a batch, or a document that is known already. */
export type Source =
  /** `why` asks why the line of its record that this id names is as it is: what is read is then {"why": […]}. */
  | { readonly given: Given; readonly why?: string }
  | { readonly line: { readonly content: string; readonly format: "text" | "html"; readonly known: Known } }
  | { readonly document: Document; readonly date?: string };

/** A record as JSON in UTF-8: what serves it need not take it apart. */
export interface Json {
  readonly json: Uint8Array<ArrayBuffer>;
}

/** `failure` is "what is wrong: what to do". */
export type Result<Good> = Good | { readonly failure: string };

/** A line of a batch, by its number from 1. */
export type BatchResult = Json | { readonly line: number; readonly failure: string };

/** A shelf as a server uses it. Records and rows come and go as bytes, so that whoever only hands them on need not take them apart or write them. */
export interface ServedShelf
  extends Pick<Shelf, "article" | "remove" | "correct" | "addMissed" | "remark" | "annotate" | "undo" | "close"> {
  /** @returns also the SHA-256 of its text */
  add(record: Json): Promise<{ readonly added: Added; readonly sha256: string }>;
  set(key: number, record: Json, settings: readonly Setting[], signed: Omit<Signed, "note">): Promise<void>;
  /** At most `limit` rows, and whether there are more. @throws ShelfError that names the query */
  rows(
    query: Query,
    limit: number,
  ): Promise<{ readonly columns: readonly string[]; readonly rows: readonly Row[]; readonly more: boolean }>;
  /** Likewise, written in a format; JSON as a list of objects. */
  written(query: Query, limit: number, format: RowFormat): Promise<Written>;
}

export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly more: boolean;
}

/** One shelf that many ask: opened when it is needed, let go when it is not, so that `readout add` can write to it between. */
export interface Door {
  /** Where the file may not be written to; asked once, when the server starts. */
  readonly readOnly: boolean;
  /** One at a time. @throws ShelfError */
  read<T>(use: (shelf: ServedShelf) => Promise<T>): Promise<T>;
  /** By a shelf that can do nothing but read itself: for SQL of the client's own. @throws ShelfError */
  readStrictly<T>(use: (shelf: ServedShelf) => Promise<T>): Promise<T>;
  /** One at a time. @throws ShelfError */
  write<T>(use: (shelf: ServedShelf) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type RowFormat = "json" | "csv" | "jsonl" | "parquet";

export interface Services {
  readonly version: string;
  /** Name of the shelf's file, as the user gave it. */
  readonly db: string;
  readonly door: Door;
  /** Who signs what nobody else has signed. */
  readonly user: string;
  /** First 12 hexadecimal digits of the SHA-256 of the weights; loads them. */
  model(): Promise<string>;
  /**
   * Fetches where only an address is given; must refuse what is not public. `long` is a document that proved longer than what is read beside others
   * ("short"), to be given again as "long". @throws ModelError where nothing can be read
   */
  read(
    source: Source,
    size: "short" | "long",
    onProgress?: (read: SentencesRead) => void,
  ): Promise<Result<Json | { readonly long: Document }>>;
  /** Why as a page of text, cited. */
  whyPage(why: readonly Why[]): string;
  /** JSONL → what each line gave, in order, while it still comes. */
  batch(lines: AsyncIterable<Uint8Array>, read: (source: Source) => Promise<Result<Json>>): AsyncIterable<BatchResult>;
  /** The record of the example article; coded by the first call. */
  example(): Promise<Json>;
  /** A question by its name, with filters. */
  query(question: string, filters: Filters): Query;
  /** One row with one number: how many rows pass the filters but for the days, and have no date. */
  undated(question: string, filters: Filters): Query;
  /** A document with what a person says of it, and what changed. */
  mended(
    document: Document,
    given: { readonly [Name in Setting["field"]]?: string | undefined },
  ): { readonly mended: Document; readonly settings: Setting[] };
  /** The list of articles, `words` narrows it; each with its id for `record`. */
  listing(words: string | undefined, limit: number): Query;
  /** One row with one cell: the id, as the listing has it, of the current article with this text. */
  id(sha256: string): Query;
  /** One row with one cell: the shelf's id of a line of an article's record. */
  lineId(document: string, line: string): Query;
  /** One row with one cell, the record as JSON; none where there is no such article. */
  record(id: string): Query;
  /** The record as a page of Markdown, cited. */
  markdown(record: ReadoutRecord): string;
}
