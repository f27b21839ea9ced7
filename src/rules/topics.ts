// Words that hang below a talk → whether they are what it is about: who or what is talked of is no party to it, and help that is on an agenda was not given. Pure.

import { climb, headIn, markOf, relOf, type Tree, wordIn } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Span } from "../span.ts";
import type { Act } from "../tag/types.ts";

/** Parties stand behind these. */
const TOGETHER = /\b(?:with|among|alongside)$/;

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
    const treated = wordIn(tree, up, "treating-of");
    if (formsOf("about").has(mark) && (treated || talks.has(up)) && tree.stems[up] !== "cal") return !INVITING.test(words[word]!);
    if (treated && relOf(tree, word) === "obj") return true;
  }
  return false;
}

const isKnown = ({ tokens, words, kids }: Tree, noun: number): boolean =>
  kids(noun).some((kid) => tokens[kid]!.deprel === "nmod:poss" || formsOf("pointing").has(words[kid]!));

/** True where the word at `at` hangs on such a noun. */
export const isKnownTo = (tree: Tree, at: number): boolean =>
  wordIn(tree, tree.tokens[at]!.head, "presupposing") && formsOf("leading-to").has(markOf(tree, at));

/** "*Called* for an inquiry into the shelling": the word for what is asked about a deed that whoever asks takes as known, and does not claim; null for none. */
export function askerOf({ trigger }: Act, tree: Tree): Span | null {
  const at = headIn(tree, trigger);
  if (at < 0 || tree.tokens[at]!.upos !== "NOUN" || !isKnown(tree, at) || !isKnownTo(tree, at)) return null;
  const [, , asking] = climb(tree, at, /./);
  return asking === undefined ? null : tree.tokens[asking]!;
}
