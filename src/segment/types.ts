// What segment/ gives: a document's blocks, sentences, quotations and promotions, all as spans of its text. Types only.
import type { Document } from "../document/types.ts";
import type { Span } from "../span.ts";

/** A line or paragraph. Headings and prose are coded; promotional and furniture blocks are shown, never coded. */
export interface Block extends Span {
  readonly kind: "heading" | "prose" | "promotional" | "furniture";
}

export interface Sentence extends Span {
  /** Index into `blocks`. */
  readonly block: number;
}

/** Words inside quotation marks; the span holds the marks too. A quotation that runs over paragraphs is one a paragraph. */
export type Quotation = Span;

/** A run of advertising, from the first line to the last, with what gave it away. */
export interface Promotion extends Span {
  readonly kind: "sponsored" | "advertisement" | "solicitation" | "subscription";
  readonly signals: readonly (Span & { readonly name: string })[];
}

export interface Segmented {
  readonly document: Document;
  readonly blocks: readonly Block[];
  /** In text order, every non-blank character of the text in exactly one. */
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly promotions: readonly Promotion[];
}
