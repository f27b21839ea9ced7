// A content or source that the scores broke off, and the sentence's tree → the content to the ends of its clause, the source to its bracket.
import type { Token } from "./types.ts";

type Run = readonly [number, number];

/** Relations whose dependents say something beside the clause that they hang on. */
const BESIDE = /^(?:parataxis|punct|root)/;

/**
 * @param run first and last word of what was found
 * @param own true for words of the source and cue, which no content takes in
 */
export function wholeContent([first, last]: Run, tokens: readonly Token[], own: (j: number) => boolean, word: (j: number) => string): Run {
  let [a, b] = [first, last];
  const inside = (j: number): boolean => {
    for (let at = j, steps = 0; steps < 40; steps++) {
      if (BESIDE.test(tokens[at]!.deprel)) return false;
      at = tokens[at]!.head;
      if (at < 0 || own(at)) return false;
      if (at >= a && at <= b) return true;
    }
    return false;
  };
  const free = (j: number): boolean => j >= 0 && j < tokens.length && !own(j);
  const mark = (j: number): boolean => tokens[j]!.upos === "PUNCT";
  // A comma or dash is passed over where the clause goes on behind it. "About this shift": the preposition belongs to the cue.
  const next = (from: number, step: 1 | -1): number => {
    let j = from + step;
    while (free(j) && mark(j) && /^[,–—-]$/.test(word(j))) j += step;
    return free(j) && !mark(j) && inside(j) && !(step === -1 && tokens[j]!.upos === "ADP") ? j : -1;
  };
  for (let j = next(b, 1); j !== -1; j = next(b, 1)) b = j;
  for (let j = next(a, -1); j !== -1; j = next(a, -1)) a = j;
  return [a, b];
}

/** Words that stand in brackets beside a name at most: "(R-Ohio)". */
const BRACKET = 6;

/** @returns the last word of a source, moved on to the bracket that closes one opened inside */
export function bracketed([a, b]: Run, words: number, word: (j: number) => string): number {
  let open = false;
  for (let j = a; j <= b; j++) open = word(j) === "(" || (open && word(j) !== ")");
  for (let j = b + 1; open && j < words && j <= b + BRACKET; j++) if (word(j) === ")") return j;
  return b;
}
