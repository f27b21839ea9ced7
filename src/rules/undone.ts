// An act's trigger in its sentence → the auxiliary mode that the sentence tells the deed with, though the model saw none: alleged, planned, plotted, or a condition that nobody has met. Pure.

import { type Auxiliary, type EventType, TYPES } from "../codebook.ts";
import { type Test as Matches, pattern } from "../grammar/pattern.ts";
import { isInflected } from "../grammar/stems.ts";
import { climb, headIn, kidIn, kidsBy, markOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";
import { isTakenFor, isUnproven } from "./perceived.ts";
import type { Rule } from "./rule.ts";

interface TellingRule extends Rule {
  readonly aux: Auxiliary;
  /** Left out: of all types that do not look ahead by themselves. */
  readonly of?: ReadonlySet<EventType>;
  /** True where it tells of these, too. */
  readonly ahead?: true;
  /** True where it tells only of what nobody vouches for. */
  readonly unsaid?: true;
  /** What must hold of the trigger's head word. */
  readonly holds: Matches;
}

/** Of all types but those whose attempt is force already: who tried to storm a gate has rioted. */
const BUT_FORCE: ReadonlySet<EventType> = new Set(
  (Object.keys(TYPES) as EventType[]).filter((type) => !/^(?:ASSAULT|PROTEST)$/.test(type)),
);

/** The first that holds tells. */
export const TELLING: readonly TellingRule[] = [
  {
    name: "telling.unmet",
    why: "a condition that nobody has met is no deed",
    aux: "hypothetical",
    holds: isUnmet,
    fires: "Togo will not stop until Ghana releases the prisoners.",
    spares: "Togo stopped when Ghana released the prisoners.",
  },
  {
    name: "telling.allegedly",
    why: "what was allegedly done may not have been",
    aux: "hypothetical",
    holds: pattern("> (=allegedly)"),
    fires: "Soldiers of Togo allegedly shot a farmer in Ghana.",
    spares: "Soldiers of Togo shot a farmer in Ghana.",
  },
  {
    name: "telling.planned-before",
    why: "a planned deed is yet to come",
    aux: "future",
    holds: pattern(">amod (@planned)"),
    fires: "Ghana spoke about the planned invasion by Togo.",
    spares: "Ghana spoke about the invasion by Togo.",
  },
  {
    name: "telling.plotted",
    why: "what somebody plans, plots or prepares to do to another has not been done by that; “the attack” that was planned is one that all know of",
    aux: "hypothetical",
    of: new Set(["ASSAULT", "COERCE", "SANCTION"]),
    holds: pattern("^obj|xcomp|acl (@plotting), !>det (@pointing)"),
    fires: "The three are charged with conspiring to kill the envoy of Togo.",
    spares: "The three are charged with killing the envoy of Togo.",
  },
  {
    name: "telling.tried",
    why: "what is only tried may have come to nothing; force that is tried is force",
    aux: "hypothetical",
    of: BUT_FORCE,
    holds: under(".xcomp|advcl|acl|ccomp|nmod, ~to, < (@trying)"),
    fires: "Togo tried to arrest the mayor of Accra.",
    spares: "Togo managed to arrest the mayor of Accra.",
  },
  {
    name: "telling.sought",
    why: "what somebody seeks or hopes to do he has not done by that",
    aux: "hypothetical",
    holds: under(".xcomp|advcl|ccomp, ~to, < (@seeking, !@trying)"),
    fires: "Togo sought to blame Ghana for the attack.",
    spares: "Togo began to blame Ghana for the attack.",
  },
  {
    name: "telling.meant",
    why: "what a thing is meant for need not come of it",
    aux: "hypothetical",
    holds: isMeant,
    fires: "Togo's visit was aimed at supporting Ghana.",
    spares: "Togo thanked its envoy for supporting Ghana.",
  },
  {
    name: "telling.taken-for",
    why: "what is widely seen as a deed may be none",
    aux: "hypothetical",
    unsaid: true,
    holds: anywhere(isTakenFor),
    fires: "Togo is seen as supporting the rebels of Ghana.",
    spares: "Togo is seen supporting the rebels of Ghana.",
  },
  {
    name: "telling.unproven",
    why: "what somebody is accused or suspected of, by nobody who is named, he may not have done",
    aux: "hypothetical",
    unsaid: true,
    holds: anywhere(isUnproven),
    fires: "Police in Ghana arrested a man suspected of killing a farmer.",
    spares: "Police in Ghana arrested a man convicted of killing a farmer.",
  },
  {
    name: "telling.close-to",
    why: "who comes close to a deed has not done it",
    aux: "hypothetical",
    holds: under(".advcl|acl|xcomp|obl, ~to, < (=close|closer)"),
    fires: "Togo came close to attacking Ghana.",
    spares: "Togo came to attack Ghana.",
  },
  {
    name: "telling.left-undone",
    why: "what stands behind “instead of” or “without” was not done",
    aux: "negation",
    ahead: true,
    holds: isLeftUndone,
    fires: "Togo praised the treaty instead of rejecting it.",
    spares: "Togo disappointed Ghana by rejecting the treaty.",
  },
  {
    name: "telling.alleged-before",
    why: "an alleged or feared deed may not have been done",
    aux: "hypothetical",
    holds: pattern(">amod (@alleged)"),
    fires: "Residents spoke about the alleged attack by Togo on a village.",
    spares: "Residents spoke about the attack by Togo on a village.",
  },
];

/** Types that look ahead by themselves: a planned promise is none yet, and is told as what it is. */
const AHEAD: ReadonlySet<EventType> = new Set(["AGREE", "THREATEN", "REQUEST", "REJECT"]);

/** The rule that tells how the deed stands, or null. @param isSaid whether somebody vouches for it */
export function tellingOf({ type, trigger }: Act, tree: Tree, isSaid = false): TellingRule | null {
  const at = headIn(tree, trigger);
  if (at < 0) return null;
  return (
    TELLING.find(
      ({ of, ahead, unsaid, holds }) => (ahead || !AHEAD.has(type)) && !(unsaid && isSaid) && (of?.has(type) ?? true) && holds(tree, at),
    ) ?? null
  );
}

/** "Would not stop until the rebels *withdrew*": a condition that nobody has met. */
function isUnmet(tree: Tree, trigger: number): boolean {
  const clause = climb(tree, trigger, /^(?:xcomp|conj|obj|nsubj)$/).find((at) => relOf(tree, at) === "advcl") ?? -1;
  const host = clause < 0 ? -1 : tree.tokens[clause]!.head;
  if (host < 0 || !(formsOf("ifs").has(markOf(tree, clause)) || /^(?:only after|before)$/.test(markOf(tree, clause)))) return false;
  return kidIn(tree, host, "modals", "aux");
}

/** The verb at `at`, and those above whose complement it goes on: "tried to force them to *leave*", "tried to arrest and *deport* him". */
function chain(tree: Tree, at: number): number[] {
  const goesOn = (word: number): boolean =>
    relOf(tree, word) !== "conj" ||
    (kidsBy(tree, word, "nsubj", "aux", "mark").length === 0 && (!isInflected(tree.words[word]!) || /ing$/.test(tree.words[word]!)));
  const path = climb(tree, at, /^(?:xcomp|conj)$/);
  const end = path.findIndex((word) => !goesOn(word));
  return end < 0 ? path : path.slice(0, end + 1);
}

/** Whether it holds of the verb or of one whose complement it goes on. A joined verb of its own time ends the way up. */
function anywhere(holds: Matches): Matches {
  return (tree, at) => chain(tree, at).some((word) => holds(tree, word));
}

function under(text: string): Matches {
  return anywhere(pattern(text));
}

const PURPOSES = formsOf("purposes");
const IS_MEANT = under(".xcomp|advcl|acl|obl|ccomp, ~to|at, < (@meant)");

/** "Aimed at *ending* it", "in an effort to *punish* them", on whatever trees hang it. */
function isMeant(tree: Tree, at: number): boolean {
  return (
    IS_MEANT(tree, at) ||
    chain(tree, at).some((word) =>
      kidsBy(tree, word, "mark").some(
        (to) => PURPOSES.has(tree.words[to - 1]!) && tree.words.slice(Math.max(0, to - 6), to).includes("in"),
      ),
    )
  );
}

const LEFT_UNDONE = formsOf("left-undone");

/** "*Instead of* arresting him", "*without* naming Togo", "*far from* ending it". */
function isLeftUndone(tree: Tree, trigger: number): boolean {
  const { words, relations } = tree;
  return chain(tree, trigger).some(
    (at) =>
      tree.tokens[at]!.upos === "VERB" &&
      kidsBy(tree, at, "mark", "case", "cc", "advmod").some((kid) => {
        if (kid > at) return false;
        const pair = relations[kid + 1] === "fixed" ? `${words[kid]} ${words[kid + 1]}` : `${words[kid - 1]} ${words[kid]}`;
        return LEFT_UNDONE.has(words[kid]!) || LEFT_UNDONE.has(pair);
      }),
  );
}
