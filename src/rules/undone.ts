// An act's trigger in its sentence → the auxiliary mode that the sentence tells the deed with, though the model saw none: alleged, planned, plotted, or a condition that nobody has met. Pure.

import type { Auxiliary, EventType } from "../codebook.ts";
import { type Test as Matches, pattern } from "../grammar/pattern.ts";
import { climb, headIn, kidIn, markOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";
import type { Rule } from "./rule.ts";

interface TellingRule extends Rule {
  readonly aux: Auxiliary;
  /** Left out: of all types that do not look ahead by themselves. */
  readonly of?: ReadonlySet<EventType>;
  /** What must hold of the trigger's head word. */
  readonly holds: Matches;
}

/** The first that holds tells. */
export const TELLING: readonly TellingRule[] = [
  {
    name: "telling.unmet",
    why: "a condition that nobody has met is no deed",
    aux: "hypothetical",
    holds: isUnmet,
    fires: "Togo will not stop until Ghana withdraws its troops.",
    spares: "Togo stopped when Ghana withdrew its troops.",
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

/** The rule that tells how the deed stands, or null. */
export function tellingOf({ type, trigger }: Act, tree: Tree): TellingRule | null {
  const at = headIn(tree, trigger);
  if (at < 0 || AHEAD.has(type)) return null;
  return TELLING.find(({ of, holds }) => (of?.has(type) ?? true) && holds(tree, at)) ?? null;
}

/** "Would not stop until the rebels *withdrew*": a condition that nobody has met. */
function isUnmet(tree: Tree, trigger: number): boolean {
  const clause = climb(tree, trigger, /^(?:xcomp|conj|obj|nsubj)$/).find((at) => relOf(tree, at) === "advcl") ?? -1;
  const host = clause < 0 ? -1 : tree.tokens[clause]!.head;
  if (host < 0 || !(formsOf("ifs").has(markOf(tree, clause)) || /^(?:only after|before)$/.test(markOf(tree, clause)))) return false;
  return kidIn(tree, host, "modals", "aux");
}
