// Joins inside a number: "1.2 million", "10.30 a.m.", "v2.0". Not: "in 2015.The"
import type { Rule } from "./candidates.ts";

export const decimals: Rule = ({ text, mark, next, after }) =>
  next === after && /\d/.test(text[next]!) && (mark === 0 || /[\d\p{L}$£€]|\s/u.test(text[mark - 1]!)) ? "join" : undefined;
