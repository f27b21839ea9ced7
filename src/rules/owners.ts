// A deed told by a noun ("her husband's execution", "their threat", "demonstrations") → its sides, with those whose deed it is and without those of other clauses. Pure.

import { TYPES } from "../codebook.ts";
import { climb, headIn, headsOf, kidsBy, markOf, phraseHead, phraseOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { type Rule, stepped } from "./rule.ts";

/** Deeds that the one whose they are has suffered. */
export const SUFFERED = formsOf("suffered-deeds");

/** Types whose deed is done by speaking or in the street: whose it is, did it. */
const OWN_DEED = /^(?:ACCUSE|REQUEST|REJECT|AGREE|THREATEN|SUPPORT|PROTEST)$/;

const OTHER_CLAUSE: Rule = {
  name: "sides.other-clause",
  why: "who does something in a clause on another noun does nothing that the sentence tells besides",
  fires: "The vote, which observers from Togo praised, led to accusations against Ghana.",
  spares: "Observers from Togo made accusations against Ghana.",
};

const OWNER: Rule = {
  name: "sides.owner",
  why: "whose arrest it is, suffered it; whose threat it is, made it",
  fires: "Residents of Togo protested against Lima's arrest by the police.",
  spares: "Residents of Togo protested against the police.",
};

const KEEPER: Rule = {
  name: "sides.keeper",
  why: "in whose custody somebody is, keeps him",
  fires: "Lima is in the custody of Thai police.",
  spares: "Lima is a member of the Thai police.",
};

const CROWD_SHOT: Rule = {
  name: "sides.crowd",
  why: "those demonstrate who are shot, not those who shoot",
  fires: "Police shot protesters during demonstrations in Togo.",
  spares: "Police marched in demonstrations in Togo.",
};

export const OWNERS: readonly Rule[] = [OTHER_CLAUSE, OWNER, KEEPER, CROWD_SHOT];

export function withOwners(act: Act, sentence: TaggedSentence, tree: Tree, trigger: number): readonly Argument[] {
  if (tree.tokens[trigger]!.upos !== "NOUN") return act.arguments;
  const steps: readonly (readonly [Rule, (sides: readonly Argument[]) => readonly Argument[]])[] = [
    [OTHER_CLAUSE, (sides) => sides.filter((one) => one.role !== "actor" || !isOfOtherClause(tree, headIn(tree, one), trigger))],
    [OWNER, (sides) => withOwner(sides, act, tree, trigger)],
    [KEEPER, (sides) => kept(sides, act, tree, trigger)],
    [CROWD_SHOT, (sides) => atHands(sides, act, sentence, tree, trigger)],
  ];
  return steps.reduce((sides, [rule, step]) => stepped(rule, tree, act.trigger, sides, step), act.arguments);
}

/** "She is in the custody *of Thai police*": they keep her, and are not kept. */
function kept(sides: readonly Argument[], { type }: Act, tree: Tree, trigger: number): readonly Argument[] {
  if (type !== "COERCE" || !/^(?:custody|captivity|hands)$/.test(tree.words[trigger]!) || !/^(?:in|under)$/.test(markOf(tree, trigger)))
    return sides;
  const keepers = kidsBy(tree, trigger, "nmod").filter((kid) => markOf(tree, kid) === "of");
  const isKeeper = (one: Argument): boolean => headsOf(tree, one).some((at) => keepers.includes(at));
  return sides.map((one) => (one.role === "recipient" && isKeeper(one) ? { ...one, role: "actor" as const } : one));
}

/** "Her husband's execution": the husband's, not hers. Whose *arrest* or *murder* it is, suffered it, unless it is "of" somebody. */
function withOwner(sides: readonly Argument[], act: Act, tree: Tree, trigger: number): readonly Argument[] {
  const { tokens, words } = tree;
  const owner = tree.kids(trigger).find((kid) => tokens[kid]!.deprel === "nmod:poss");
  if (owner === undefined) return sides;
  const suffered = SUFFERED.has(words[trigger]!) && !kidsBy(tree, trigger, "nmod").some((kid) => markOf(tree, kid) === "of");
  const seen = new Set<string>();
  const owned = sides.flatMap((one) => {
    if (one.role !== "actor" && one.role !== "recipient") return [one];
    const up = climb(tree, headIn(tree, one), /^nmod$/);
    if (!up.includes(owner) || !isOwner(tree, up.slice(0, up.indexOf(owner)))) return [one];
    const role = suffered ? ("recipient" as const) : one.role;
    if (seen.has(role)) return [];
    seen.add(role);
    return [{ ...one, ...(up[0] === owner ? {} : phraseOf(tree, owner)), role }];
  });
  // "They discussed *Togo's* invasion": whose it is has done it, and not whoever talks of it.
  const byHand = (one: Argument): boolean => headsOf(tree, one).some((at) => markOf(tree, at) === "by");
  const isOwned = (one: Argument): boolean => headsOf(tree, one).includes(owner);
  if (!suffered && TYPES[act.type].quad === 4 && owned.some((one) => one.role === "actor" && isOwned(one)))
    return owned.filter((one) => one.role !== "actor" || isOwned(one) || byHand(one));
  // "He called on them not to carry out *their* threat": not his, whatever the model took.
  const actors = owned.filter(({ role }) => role === "actor");
  if (suffered || !OWN_DEED.test(act.type) || actors.length !== 1 || words[owner] !== "their") return owned;
  if (!isManyBetween(tree, headIn(tree, actors[0]!), trigger)) return owned;
  return [{ ...actors[0]!, ...phraseOf(tree, owner) }, ...owned.filter(({ role }) => role !== "actor")];
}

const isOwner = ({ tokens }: Tree, path: readonly number[]): boolean => path.every((at) => tokens[at]!.deprel === "nmod:poss");

/** True where several others are named nearer to the deed: "he called on *the parties* to drop their threat". */
const isManyBetween = ({ tokens, words }: Tree, actor: number, trigger: number): boolean =>
  tokens.some(
    ({ upos }, at) =>
      at > actor && at < trigger && /^(?:NOUN|PROPN)$/.test(upos) && /[^s]s$|^(?:people|police|men|women)$/.test(words[at]!),
  );

/** "The vote, which *observers* praised, led to accusations": who does something in a clause on another noun does not do what the sentence tells besides. */
function isOfOtherClause(tree: Tree, at: number, trigger: number): boolean {
  const up = climb(tree, trigger, /./);
  const path = climb(tree, at, /./);
  const below = path.slice(
    0,
    Math.max(
      0,
      path.findIndex((word) => up.includes(word)),
    ),
  );
  const clause = below.findIndex((word) => tree.tokens[word]!.deprel === "acl:relcl");
  return (
    clause > 0 && /^nsubj/.test(relOf(tree, below[clause - 1]!)) && below.slice(clause + 1).some((word) => /^nsubj/.test(relOf(tree, word)))
  );
}

/** "Police shot protesters *during demonstrations*": those demonstrate who are shot, not those who shoot. */
function atHands(sides: readonly Argument[], { type }: Act, { acts }: TaggedSentence, tree: Tree, trigger: number): readonly Argument[] {
  const verb = tree.tokens[trigger]!.head;
  if (type !== "PROTEST" || relOf(tree, trigger) !== "obl" || !/^(?:during|at|in|amid|after|over)$/.test(markOf(tree, trigger)))
    return sides;
  const force = acts.find((other) => /^(?:ASSAULT|COERCE)$/.test(other.type) && headIn(tree, other.trigger) === verb);
  if (!force) return sides;
  const plays = (role: string) => (one: Argument) => one.role === role;
  const heads = (some: readonly Argument[]): number[] => some.map((one) => phraseHead(tree, headIn(tree, one)));
  const forces = heads(force.arguments.filter(plays("actor")));
  const isCrowd = (one: Argument): boolean => tree.words.slice(...wordsIn(tree, one)).some((word) => CROWD.has(word));
  const isForce = (one: Argument): boolean => one.role === "actor" && forces.includes(phraseHead(tree, headIn(tree, one))) && !isCrowd(one);
  if (!sides.some(isForce)) return sides;
  const rest = sides.filter((one) => !isForce(one));
  const crowd = force.arguments.filter(plays("recipient")).filter(isCrowd);
  return rest.some(plays("actor"))
    ? rest
    : [
        ...crowd.map((one) => ({ ...one, role: "actor" as const })),
        ...rest.filter((one) => !crowd.some((some) => some.start === one.start)),
      ];
}

const CROWD = formsOf("crowds");

/** First and one past the last word of a mention. */
function wordsIn({ tokens }: Tree, { start, end }: Argument): [number, number] {
  const first = tokens.findIndex((token) => token.end > start);
  const past = tokens.findIndex((token) => token.start >= end);
  return [first, past < 0 ? tokens.length : past];
}
