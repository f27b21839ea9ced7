// A text and a place in it → the few words that a reader is shown, as one clean line, and where exactly they stand.
import { hull, type Span, slice, span } from "../span.ts";
import { tidy } from "../tidy.ts";

export interface Quote {
  /** In curly quotation marks, with "…" where the sentence goes on. */
  readonly words: string;
  /** The words' place, without the marks. */
  readonly at: Span;
}

/** Words of a sentence of usual length, at most: three lines of a terminal. */
const usual = 36;

/**
 * Words of `within` around the `keys`, the first of which is always kept; the others as long as they fit.
 * @param within a sentence, or a part of one
 * @param keys places inside `within`, the weightiest first; at least one
 * A sentence of usual length is shown whole: what it goes on to say is what its reader would ask for next.
 * @param most how many words of a longer one, give or take three, so that no sentence is cut just before its end
 */
export function quote(text: string, within: Span, keys: readonly Span[], most = 24): Quote {
  const words = wordsOf(text, within);
  if (words.length === 0) return { words: "“”", at: within };
  if (words.length <= usual) return { words: `“${inner(tidy(slice(text, hull(words))))}”`, at: hull(words) };
  let [from, to] = range(words, keys[0]!);
  const near = keys.slice(1).map((key) => range(words, key));
  near.sort((a, b) => distance(a, from, to) - distance(b, from, to));
  for (const [first, last] of near) {
    if (Math.max(to, last) - Math.min(from, first) > most) continue;
    from = Math.min(from, first);
    to = Math.max(to, last);
  }
  // What is left of the words is spent on both sides, the right one first: English says what was done after the verb.
  while (to - from < most && (from > 0 || to < words.length)) {
    if (to < words.length) to++;
    if (to - from < most && from > 0) from--;
  }
  if (words.length - to <= 3) to = words.length;
  if (from <= 3) from = 0;
  const at = hull(words.slice(from, to));
  const body = inner(tidy(slice(text, at)));
  return { words: `“${from > 0 ? "… " : ""}${body}${to < words.length ? " …" : ""}”`, at };
}

// Quotation marks inside a quotation are single ones.
const inner = (words: string): string =>
  words
    .replace(/^[“"]([^“”"]*)[”"]$/, "$1")
    .replace(/“/g, "‘")
    .replace(/”/g, "’")
    .replace(/"(?=\w)/g, "‘")
    .replace(/"/g, "’");

const wordsOf = (text: string, within: Span): Span[] =>
  [...slice(text, within).matchAll(/\S+/g)].map((word) => span(within.start + word.index, within.start + word.index + word[0].length));

/** Numbers [from, to) of the words that `key` touches; the first word where it touches none. */
function range(words: readonly Span[], key: Span): [number, number] {
  const first = words.findIndex((word) => word.end > key.start);
  if (first === -1) return [words.length - 1, words.length];
  let last = first + 1;
  while (last < words.length && words[last]!.start < key.end) last++;
  return [first, last];
}

const distance = ([first, last]: [number, number], from: number, to: number): number => Math.max(from - first, last - to);
