// Joins after initials: "J. D. Vance spoke." Not: "Plan B. Talks ended.", "taller than I. He left."
import { type Rule, startsSentence } from "./candidates.ts";

const labelled =
  /\b(?:plan|vitamin|group|class|type|hepatitis|section|grade|exhibit|appendix|part|block|zone|team|category|division|option|article|point)\s+$/i;

export const initials: Rule = (at) => {
  const { text, from, mark, marks, word, ahead } = at;
  if (marks !== "." || !/^(?:\p{Lu}\.-?)*\p{Lu}$/u.test(word) || word.length > 1) return;
  if (labelled.test(text.slice(Math.max(from, mark - 20), mark - 1)) || startsSentence(at)) return "break";
  return /^\p{Lu}/u.test(ahead) ? "join" : undefined;
};
