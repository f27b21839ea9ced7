// Joins around an ellipsis that opens a sentence or is spaced: "... The deal", "talks . . . and". Not: "They waited... Nobody came."
import type { Rule } from "./candidates.ts";

export const ellipsis: Rule = ({ text, from, mark, marks, ahead }) => {
  if (/^[.…]/.test(ahead)) return "join";
  if (!/…|\.\.|^\.$/.test(marks)) return;
  // Nothing but marks so far: there is no sentence yet to end.
  if (mark - from < 8 && !/[\p{L}\p{N}]/u.test(text.slice(from, mark))) return "join";
  return;
};
