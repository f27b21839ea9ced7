// Sentence → what it is compared by: the beginnings of its content words. For comparing, never for showing.

const silent = new Set(
  `the and that with from have has had was were been are its their his her they them this these those for not but who which what when where while
  after before into about over under than then there here will would could should must may might can said says say told also only more most some any
  all both two three first last year years week weeks month months day days monday tuesday wednesday thursday friday saturday sunday january february
  march april june july august september october november december according president minister prime foreign government leaders officials reporters
  between during until since because against upon among such other another new own its it's as to of in on at by an or if no so up out he she him`.split(
    /\s+/,
  ),
);

/** Letters of a word that count: "crossed", "crossing" and "cross" are one. */
const kept = 5;

export function contentOf(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of datelineOff(sentence)
    .toLowerCase()
    .matchAll(/[\p{L}]{3,}|\d+/gu))
    if (!silent.has(word)) found.add(word.slice(0, kept));
  return found;
}

/** "GENEVA, 16 August 2025 — The ministers met" → "The ministers met": place and day of the report are no part of what it tells. */
const datelineOff = (sentence: string): string => sentence.replace(/^\p{Lu}[\p{Lu} .'’-]{2,40},[^—–]{4,40}[—–]\s*/u, "");

/** Share of the words of both that both have, 0–1 (Dice): long and short sentences compare fairly. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * common(a, b)) / (a.size + b.size);
}

/** Share of the smaller one's words that the other has too, 0–1. */
export const cover = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : common(a, b) / Math.min(a.size, b.size);

export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small) if (large.has(word)) count++;
  return count;
}
