// Joins the number or letter of a list to its words: "1. The army", "a. Online jobs", "IV. Results". Not: "It was 1945. The war"
import type { Rule } from "./candidates.ts";

export const lists: Rule = ({ text, from, mark, marks }) =>
  marks === "." && mark - from <= 5 && /^\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})\)?$/.test(text.slice(from, mark))
    ? "join"
    : undefined;
