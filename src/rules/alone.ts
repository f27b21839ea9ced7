// An act for which the model found nobody → the act with those whom its clause or noun phrase names. Pure.
import { actingSubject } from "../grammar/subjects.ts";
import { headIn, kidsBy, markOf, phraseOf, relOf, type Tree, wordIn } from "../grammar/tree.ts";
import type { Act, Argument } from "../tag/types.ts";
import { actBy, isSide, type Rule } from "./rule.ts";

export const ALONE: Rule = {
  name: "sides.alone",
  why: "an act has somebody: where the model found nobody, its owner, the subject of its clause, or whoever suffers it",
  fires: "The party said it is appalled at what happened in the court.",
  spares: "The party is appalled at the court.",
};

/** Words that can be a side. */
const SIDE = /^(?:NOUN|PROPN|PRON)$/;

/** "His *willingness*", "denounced and began a *fast*", "eight people *accused* of it". */
export const withSomebody = (act: Act, tree: Tree): Act =>
  act.arguments.some(isSide) ? act : actBy(ALONE, tree, act, (one) => peopled(one, tree));

function peopled(act: Act, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (trigger < 0) return act;
  const side = (role: "actor" | "recipient", at: number): Argument[] =>
    at >= 0 && SIDE.test(tree.tokens[at]!.upos) && !wordIn(tree, at, "nobody")
      ? [{ ...phraseOf(tree, at), role, confidence: act.confidence }]
      : [];
  const [actor, recipient] = tree.tokens[trigger]!.upos === "VERB" ? sidesOfVerb(tree, trigger) : sidesOfNoun(act, tree, trigger);
  return { ...act, arguments: [...act.arguments, ...side("actor", actor), ...side("recipient", recipient)] };
}

function sidesOfVerb(tree: Tree, at: number): readonly [actor: number, recipient: number] {
  const suffers = tree.kids(at).find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") ?? -1;
  const agent = kidsBy(tree, at, "obl").find((kid) => markOf(tree, kid) === "by") ?? -1;
  // "Eight people *accused* of it" suffer it; "people *accusing* him" do not.
  const told = relOf(tree, at) === "acl" && /(?:ed|en|wn)$/.test(tree.words[at]!) && kidsBy(tree, at, "obj").length === 0;
  if (suffers >= 0 || told) return [agent, suffers >= 0 ? suffers : tree.tokens[at]!.head];
  return [actingSubject(tree, at), kidsBy(tree, at, "obj")[0] ?? -1];
}

/** Modes of deeds that the one whose they are has suffered: "her suspension". */
const SUFFERED_MODES = /^(?:expel|arrest|deport|abduct)$/;

/** Whose noun it is, who did it by a "by", of whom an adjective is told, or who does the verb that it goes with. */
function sidesOfNoun({ modes }: Act, tree: Tree, at: number): readonly [actor: number, recipient: number] {
  const owner = tree.kids(at).find((kid) => tree.tokens[kid]!.deprel === "nmod:poss") ?? -1;
  const agent = kidsBy(tree, at, "nmod").find((kid) => markOf(tree, kid) === "by") ?? -1;
  if (owner >= 0 && (wordIn(tree, at, "suffered-deeds") || modes.some((mode) => SUFFERED_MODES.test(mode)))) return [agent, owner];
  const told = kidsBy(tree, at, "cop").length > 0 || tree.tokens[at]!.upos === "ADJ" ? actingSubject(tree, at) : -1;
  const up = tree.tokens[at]!.head;
  const light = relOf(tree, at) === "obj" && tree.tokens[up]?.upos === "VERB" ? actingSubject(tree, up) : -1;
  return [[owner, agent, told, light].find((one) => one >= 0) ?? -1, -1];
}
