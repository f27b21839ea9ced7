// Two issues, as stands on them are labelled → whether they are one: the rule by which the shelf tells who moved, and the page lays stands side by side. Pure.
import { common, contentOf } from "./words.ts";

/** Share of the shorter label's words that the other has too. */
const share = 0.5;
/** One word in common, as "cooperate" or "threat", makes no issue; but "a ceasefire" is "an immediate ceasefire in Ukraine". */
const least = 2;
const short = 3;

export function sameIssue(a: string, b: string): boolean {
  const [one, two] = [contentOf(a), contentOf(b)];
  const [few, many] = [Math.min(one.size, two.size), Math.max(one.size, two.size)];
  const both = common(one, two);
  return few > 0 && both >= few * share && (both >= least || (few === 1 && many <= short));
}
