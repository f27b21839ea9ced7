// A row of the shelf → the link to its words in the article, and its columns in words. Pure.
import type { Reality } from "../../src/codebook.ts";
import { dayOf } from "../../src/record/words.ts";
import { only } from "../page/query.ts";
import type { Cited, OtherCited } from "../page/rows.ts";

/** @param mark id of the event or statement, where the row is one */
export function linkTo({ document, start, end }: Cited, mark = ""): string {
  const place = start === null || end === null ? "" : `#selector(type=TextPositionSelector,start=${start},end=${end})`;
  return only({ document, mark }) + place;
}

/** The other place of a row that has two. */
export const otherOf = (row: OtherCited): Cited => ({
  ...{ document: row.other_document, outlet: row.other_outlet, published: row.other_published },
  ...{ sentence: row.other_sentence, start: row.other_start, end: row.other_end, words: row.other_words },
});

/** "Northern Courier, 13 August 2025" */
export const sourceOf = ({ outlet, published, document }: Cited): string =>
  [outlet ?? document, published ? dayOf(published) : ""].filter(Boolean).join(", ");

/** "13 Aug 2025" */
export const shortDay = (iso: string | null): string => (iso ? dayOf(iso).replace(/([A-Z][a-z]{2})[a-z]+/, "$1") : "undated");

/** What is said: in quotation marks where the article has them, once. */
export const spoken = ({ content, direct }: { readonly content: string; readonly direct: boolean }): string =>
  direct && !/^[“"‘']/.test(content) ? `“${content}”` : content;

export const joined = (names: readonly string[]): string => names.join(", ");

const realities: Readonly<Record<Reality, string>> = {
  fact: "fact",
  past: "earlier history",
  said: "only said",
  future: "planned",
  hypothetical: "only supposed",
  denied: "denied",
  opinion: "opinion",
  question: "asked",
  heading: "a heading alone",
};
/** What an event is told as, in words. */
export const toldAs = (reality: string): string => realities[reality as Reality] ?? reality;
