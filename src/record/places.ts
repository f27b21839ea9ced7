// ReadoutRecord → how its places are cited to a reader: paragraph, sentence and offsets, all counted so that the text can be found again.
import type { Span } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";

export interface Places {
  /** "¶4 s12 [1034–1101]": paragraph and sentence from 1, offsets as in the record. */
  cite(sentence: number, at: Span): string;
  /** "line 7" or "lines 97–131", from 1, as an editor numbers them. */
  lines(at: Span): string;
}

export function placesOf({ document: { text }, sentences }: ReadoutRecord): Places {
  // Texts without a blank line have a paragraph a line.
  const parting = /\n[^\S\n]*\n/.test(text.trim()) ? /\n[^\S\n]*\n\s*/g : /\n\s*/g;
  const from = text.search(/\S/);
  const ends = [...text.matchAll(parting)].map((gap) => gap.index).filter((end) => end > from);
  const breaks = [...text.matchAll(/\n/g)].map((line) => line.index);
  return {
    cite: (sentence, at) => `¶${below(ends, sentences[sentence]!.start) + 1} s${sentence + 1} [${at.start}–${at.end}]`,
    lines({ start, end }) {
      const [first, last] = [below(breaks, start) + 1, below(breaks, end - 1) + 1];
      return first === last ? `line ${first}` : `lines ${first}–${last}`;
    },
  };
}

/** How many of the sorted numbers are less than `limit`. */
function below(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
