// A paragraph → its sentences: the rules of rules.ts decide at each candidate, and what is too long for the model is cut.
import type { Span } from "../span.ts";
import { cutAt } from "./candidates.ts";
import { cutLong } from "./long.ts";
import { rules } from "./rules.ts";

/** Sentences in order, no blanks at their ends; every non-blank character of `of` is in one. @param of starts and ends with a non-blank character */
export function sentencesIn(text: string, of: Span): Span[] {
  const sentences = cutAt(text, of, (at) => {
    for (const rule of rules) {
      const answer = rule(at);
      if (answer) return answer === "break";
    }
    return true;
  });
  return sentences.flatMap((sentence) => cutLong(text, sentence));
}
