// What document/ gives: one article as clean text with its metadata. Types only.
import type { Dated } from "./dated.ts";

/** One article. All later offsets are UTF-16 code units of `text`. */
export interface Document {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** ISO 8601, date or date and time, or null where the page names none. */
  readonly published: string | null;
  /** Where `published` is from and how sure that is, 0–1; null where there is none. Records of earlier versions lack it. */
  readonly dated?: Pick<Dated, "from" | "confidence"> | null | undefined;
  /** ISO 639-1 code, as declared or as detected from the text. */
  readonly language: string;
  /** The input itself for plain text; the extracted article, paragraphs parted by a blank line, for everything else. */
  readonly text: string;
  /** Of `text` in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly kind: DocumentKind;
  /** Keys of a JSONL line, or columns of a table, that Readout has no use for, returned as they came. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export type DocumentKind = "news" | "opinion" | "analysis" | "interview" | "press-release" | "other";

/** Plain text as it stands, or bytes whose charset is still to be told. */
export type Content = string | Uint8Array;

/** What a caller knows of an input before it is read. */
export interface Known {
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
  /** Name of the file that holds this article alone. */
  readonly file?: string;
  /** What holds where neither the caller nor the content says. */
  readonly otherwise?: { readonly title?: string; readonly published?: string; readonly publisher?: string };
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** One row of a table by its columns; a cell without a value is null or left out. */
export type TableRow = Readonly<Record<string, unknown>>;
