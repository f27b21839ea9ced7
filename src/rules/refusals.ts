// An act that refuses what is asked or offered in the same sentence, or that asks or offers it → the act with its sides as the other tells them: who refuses was asked, and who asked is refused. Pure.

import { climb, headIn, headsOf, kidsBy, markOf, phraseOf, relOf, subjectOf, type Tree, wordIn } from "../grammar/tree.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { actBy, type Rule } from "./rule.ts";

const ASKING = /^(?:REQUEST|AGREE)$/;

/** Head words: the refusal, what it refuses, and on either side whom the tree has for it. */
interface Refusal {
  readonly refusal: number;
  readonly asked: number;
  readonly refusers: readonly number[];
  readonly askers: readonly number[];
}

export const REFUSAL: Rule = {
  name: "sides.refusal",
  why: "who refuses was asked, and who asked is refused",
  fires: "The rebels' demand for talks was rejected by Togo.",
  spares: "Togo rejected the treaty.",
};

export const withRefusal = (act: Act, sentence: TaggedSentence, tree: Tree): Act =>
  actBy(REFUSAL, tree, act, (one) => ofRefusal(one, sentence, tree));

function ofRefusal(act: Act, sentence: TaggedSentence, tree: Tree): Act {
  const refusals = sentence.acts.filter(({ type }) => type === "REJECT").map((one) => headIn(tree, one.trigger));
  const at = headIn(tree, act.trigger);
  for (const refusal of refusals) {
    const found = refusedBy(tree, refusal, sentence);
    if (found && act.type === "REJECT" && at === refusal) return between(act, found.refusers, found.askers, tree);
    if (found && ASKING.test(act.type) && at === found.asked) return between(act, found.askers, found.refusers, tree);
  }
  return act;
}

function refusedBy(tree: Tree, refusal: number, sentence: TaggedSentence): Refusal | null {
  const asked = askedIn(tree, refusal, sentence);
  if (asked < 0) return null;
  const by = kidsBy(tree, refusal, "obl").filter((kid) => markOf(tree, kid) === "by");
  const passive = tree.kids(refusal).some((kid) => /:pass$/.test(tree.tokens[kid]!.deprel));
  // "With his request *voted down*": a participle has no subject, whatever it hangs on.
  const own = climb(tree, refusal, /^(?:xcomp|conj)$/).some((at) => tree.kids(at).some((kid) => tree.tokens[kid]!.deprel === "nsubj"));
  const subject = passive || !own ? -1 : subjectOf(tree, refusal);
  return { refusal, asked, refusers: passive ? by : subject < 0 ? [] : [subject], askers: askersOf(tree, asked) };
}

/** "Rejected a *request*", "the *request* was rejected", "*asked* leave, which was refused"; -1 where the sentence tells of no such thing. */
function askedIn(tree: Tree, refusal: number, { acts }: TaggedSentence): number {
  const { tokens, words } = tree;
  const told = tree.kids(refusal).find((kid) => /^(?:obj|nsubj:pass)$/.test(tokens[kid]!.deprel));
  if (told !== undefined && wordIn(tree, told, "requests")) return told;
  if (told === undefined || words[told] !== "which" || !/^(?:acl|parataxis|advcl)$/.test(relOf(tree, refusal))) return -1;
  const asking = acts.filter(({ type }) => ASKING.test(type)).map(({ trigger }) => headIn(tree, trigger));
  const up = climb(tree, tokens[refusal]!.head, /^obj$/);
  return up.find((at) => asking.includes(at)) ?? -1;
}

/** "The *union's* request", "a *Togolese* request", "a request from *Togo*", "*they* asked". */
function askersOf(tree: Tree, asked: number): number[] {
  const { tokens, forms } = tree;
  if (tokens[asked]!.upos === "VERB") return [subjectOf(tree, asked)].filter((at) => at >= 0);
  return tree.kids(asked).filter((kid) => {
    const { deprel, upos } = tokens[kid]!;
    if (deprel === "nmod:poss") return true;
    if (relOf(tree, kid) === "nmod") return /^(?:by|from)$/.test(markOf(tree, kid));
    return /^(?:compound|amod)$/.test(deprel) && kid < asked && /^(?:PROPN|ADJ)$/.test(upos) && /^\p{Lu}/u.test(forms[kid]!);
  });
}

/** The act with whoever is known to do it on the one side, and whom it is done to on the other; grammar adds where the model saw nobody. */
function between(act: Act, doers: readonly number[], others: readonly number[], tree: Tree): Act {
  const isOneOf = (heads: readonly number[], one: Argument): boolean => headsOf(tree, one).some((at) => heads.includes(at));
  const sides = act.arguments.flatMap((one): Argument[] => {
    if (one.role !== "actor" && one.role !== "recipient") return [one];
    if (isOneOf(others, one)) return [{ ...one, role: "recipient" }];
    return [isOneOf(doers, one) ? { ...one, role: "actor" } : one];
  });
  const missing = (role: Argument["role"], heads: readonly number[]): Argument[] =>
    sides.some((one) => one.role === role) ? [] : heads.map((at) => ({ ...phraseOf(tree, at), role, confidence: act.confidence }));
  return { ...act, arguments: [...sides, ...missing("actor", doers), ...missing("recipient", others)] };
}
