// A signature or a word of thanks → the act with its sides as grammar has them: a paper that is signed is nobody, and who is thanked does not thank. Pure.

import { climb, headIn, headsOf, kidsBy, markOf, phraseHead, relOf, type Tree, wordIn } from "../grammar/tree.ts";
import { overlaps } from "../span.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { isSide, type Rule, stepped } from "./rule.ts";

const SIGNED: Rule = {
  name: "sides.signed",
  why: "a paper that is signed is nobody, and who signs with whom is told by “between” and “with”",
  fires: "Ghana signed an agreement between Togo and Benin.",
  spares: "Togo signed with Ghana a pact to create a joint council.",
};

const THANKED: Rule = {
  name: "sides.thanked",
  why: "who is thanked does not thank, and nobody is thanked whom the help was for",
  fires: "Thanks to the mayor of Lomé for his help to Ghana.",
  spares: "The mayor thanked Togo.",
};

export const GOODWILL: readonly Rule[] = [SIGNED, THANKED];

export function withGoodwill(act: Act, sentence: TaggedSentence, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (!/^(?:SUPPORT|COOPERATE|AGREE)$/.test(act.type) || trigger < 0) return act;
  if (wordIn(tree, trigger, "signing"))
    return { ...act, arguments: stepped(SIGNED, tree, act.trigger, act.arguments, (all) => signed(all, tree, trigger)) };
  if (act.type === "SUPPORT" && wordIn(tree, trigger, "thanking"))
    return { ...act, arguments: stepped(THANKED, tree, act.trigger, act.arguments, (all) => thanked(all, sentence, tree, trigger)) };
  return act;
}

/** "Papers were signed *between Togo and Benin*", "Togo signed *with Benin* a pact to create a council". */
function signed(all: readonly Argument[], tree: Tree, trigger: number): readonly Argument[] {
  const papers = papersOf(tree, trigger);
  const kept = all.filter((one) => !isSide(one) || !(isPaper(tree, one, papers) || isYetToBe(tree, one, papers)));
  const markedBy = (one: Argument): string => (isSide(one) ? markOf(tree, phraseHead(tree, headIn(tree, one))) : "");
  const joint = kept.map((one) => (/^(?:between|among)$/.test(markedBy(one)) ? { ...one, role: "actor" as const } : one));
  const signer = joint.some((one) => one.role === "actor" && markedBy(one) !== "with");
  return joint.map((one) => (signer && markedBy(one) === "with" ? { ...one, role: "recipient" as const } : one));
}

/** What is signed: the object, the passive's subject, the noun that "signed" says more of. */
function papersOf(tree: Tree, trigger: number): number[] {
  const { tokens, words } = tree;
  const own = tree.kids(trigger).filter((kid) => /^(?:obj|nsubj:pass)$/.test(tokens[kid]!.deprel));
  const of = tokens[trigger]!.upos === "NOUN" ? kidsBy(tree, trigger, "nmod").filter((kid) => markOf(tree, kid) === "of") : [];
  const noun = tokens[trigger]!.deprel === "acl" && !/ing$/.test(words[trigger]!) ? [tokens[trigger]!.head] : [];
  const papers = [...own, ...of, ...noun];
  return [...papers, ...papers.flatMap((at) => kidsBy(tree, at, "conj"))];
}

const isPaper = (tree: Tree, one: Argument, papers: readonly number[]): boolean => papers.includes(headIn(tree, one));

function isYetToBe(tree: Tree, one: Argument, papers: readonly number[]): boolean {
  const path = climb(tree, headIn(tree, one), /./);
  const made = path.findIndex((at) => wordIn(tree, at, "founding"));
  return made > 0 && relOf(tree, path[made - 1]!) === "obj" && path.slice(made).some((at) => papers.includes(at));
}

/** "Thanked *Togo and Benin* for their help": those and nobody whom the help is for; "thanks to *Togo*": Togo did not thank. */
function thanked(all: readonly Argument[], { entities }: TaggedSentence, tree: Tree, trigger: number): readonly Argument[] {
  const whom = whomOf(tree, trigger);
  const isThanked = (one: Argument): boolean => headsOf(tree, one).some((at) => whom.includes(at));
  const sides = all.map((one) =>
    isSide(one) && (isThanked(one) || isAddressed(tree, one, trigger)) ? { ...one, role: "recipient" as const } : one,
  );
  const named = entities
    .filter((name) => name.kind === "PER" && !all.some((one) => overlaps(one, name)))
    .filter((name) => climb(tree, headIn(tree, name), /^(?:conj|flat|compound)$/).some((at) => whom.includes(at)))
    .map(({ start, end }): Argument => ({ role: "recipient", start, end, confidence: 0.5 }));
  return withoutDeeds([...sides, ...named], tree, trigger);
}

/** The verb that only carries the noun of thanks, "*expressed* gratitude", and the word itself. */
function carriersOf(tree: Tree, trigger: number): number[] {
  return climb(tree, trigger, /^(?:obj|conj)$/);
}

function whomOf(tree: Tree, trigger: number): number[] {
  const objects = tree.tokens[trigger]!.upos === "VERB" ? kidsBy(tree, trigger, "obj") : [];
  const to = carriersOf(tree, trigger).flatMap((at) => kidsBy(tree, at, "nmod", "obl").filter((kid) => markOf(tree, kid) === "to"));
  return [...objects, ...to];
}

/** "Many thanks *to the mayor, to Lima*": without a verb, trees hang names anywhere; what stands behind the word is spoken to. */
function isAddressed(tree: Tree, one: Argument, trigger: number): boolean {
  const { words } = tree;
  const at = headIn(tree, one);
  if (words[trigger + 1] !== "to" || at <= trigger) return false;
  return climb(tree, at, /./).includes(trigger) && !words.slice(trigger, at).includes("for");
}

/** Whoever has a part in what thanks are for is not thanked, but he whose deed it was, and that where nobody else is. */
function withoutDeeds(all: readonly Argument[], tree: Tree, trigger: number): readonly Argument[] {
  const deeds = carriersOf(tree, trigger).flatMap((at) => tree.kids(at).filter((kid) => markOf(tree, kid) === "for"));
  const up = (one: Argument): number[] => climb(tree, headIn(tree, one), /./);
  const inDeed = (one: Argument): boolean => one.role === "recipient" && up(one).some((at) => deeds.includes(at));
  if (all.some((one) => one.role === "recipient" && !inDeed(one))) return all.filter((one) => !inDeed(one));
  const owners = deeds.flatMap((at) => tree.kids(at).filter((kid) => tree.tokens[kid]!.deprel === "nmod:poss"));
  const isOwner = (one: Argument): boolean => headsOf(tree, one).some((at) => owners.includes(at));
  return all.some((one) => one.role === "recipient" && isOwner(one)) ? all.filter((one) => one.role !== "recipient" || isOwner(one)) : all;
}
