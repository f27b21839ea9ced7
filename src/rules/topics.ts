// Words that hang below a talk → whether they are what it is about: who or what is talked of is no party to it, and help that is on an agenda was not given. Pure.

import { climb, headIn, markOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Span } from "../span.ts";
import type { Act } from "../tag/types.ts";

/** Verbs whose object, or what stands behind their "on", is only talked of. */
const TREATS = formsOf("treating-of");

/** What tells that a phrase is about something. */
const ABOUT = formsOf("about");

/** Parties stand behind these. */
const TOGETHER = /\b(?:with|among|alongside)$/;

/** "Called *on Lima*", "paid a call on Lima": a visit. */
const CALL = formsOf("calling");

/** "On the invitation of the king": he is the host. */
const INVITING = /^invitations?$/;

/**
 * True where the word at `at` lies in what is talked of: "discussed *the villages'* issues", "talks on *Togo*", not "discussed it with *Togo*".
 * @param talks head words of the talks that the sentence tells
 * @param trigger the word that is asked about: what is above it as well tells nothing of the two
 */
export function isTopic(tree: Tree, at: number, talks: ReadonlySet<number> = new Set(), trigger = -1): boolean {
  const { tokens, words } = tree;
  const shared = climb(tree, trigger, /./);
  for (const word of climb(tree, at, /./)) {
    const up = tokens[word]!.head;
    const mark = markOf(tree, word);
    if (up < 0 || talks.has(word) || shared.includes(word) || TOGETHER.test(mark)) return false;
    const treated = TREATS.has(words[up]!);
    if (ABOUT.has(mark) && (treated || talks.has(up)) && !CALL.has(words[up]!)) return !INVITING.test(words[word]!);
    if (treated && relOf(tree, word) === "obj") return true;
  }
  return false;
}

const isKnown = ({ tokens, words, kids }: Tree, noun: number): boolean =>
  kids(noun).some((kid) => tokens[kid]!.deprel === "nmod:poss" || /^(?:the|this|that|these|those)$/.test(words[kid]!));

/** Nouns with a deed behind them that must have happened before: "a probe into *the raid*", "justice for *the killing*", "an end to *the siege*". */
const PRESUPPOSES = formsOf("presupposing");

/** True where the word at `at` hangs on such a noun. */
export const isKnownTo = (tree: Tree, at: number): boolean =>
  PRESUPPOSES.has(tree.words[tree.tokens[at]!.head] ?? "") && /^(?:into|of|to|for|over)$/.test(markOf(tree, at));

/** "*Called* for an inquiry into the shelling": the word for what is asked about a deed that whoever asks takes as known, and does not claim; null for none. */
export function askerOf({ trigger }: Act, tree: Tree): Span | null {
  const at = headIn(tree, trigger);
  if (at < 0 || tree.tokens[at]!.upos !== "NOUN" || !isKnown(tree, at) || !isKnownTo(tree, at)) return null;
  const [, , asking] = climb(tree, at, /./);
  return asking === undefined ? null : tree.tokens[asking]!;
}
