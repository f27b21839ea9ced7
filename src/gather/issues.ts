// Two issues, as stands on them are labelled → whether they are one: the rule by which the shelf tells who moved, and the page lays stands side by side. Pure.
import { contentOf, cover } from "./words.ts";

/** Share of the shorter label's words that the other has too. */
const share = 0.5;

export const sameIssue = (a: string, b: string): boolean => cover(contentOf(a), contentOf(b)) >= share;
