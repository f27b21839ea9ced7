// Two words of a sentence → whether one, a date say, stands in the clause of the other, a trigger, so that it can tell of it; and whether a place tells of something else. Pure.

import { climb, kidsBy, markOf, relOf, type Tree, wordIn } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";

/** Clauses that go on with the one above, as long as they have no subject of their own: "plan to *meet*", "fired, *injuring* ten", "arrested and *charged*". */
const GOES_ON = /^(?:xcomp|advcl|conj)$/;

/**
 * @param triggers where the sentence's other acts have their triggers: a date that hangs on one of them is that one's
 * @param speaks true where what the trigger takes is what it says or wants: "asked them to leave *on Monday*", but "was forced to resign *on Monday*"
 */
export function isInClause(tree: Tree, at: number, trigger: number, triggers: ReadonlySet<number>, speaks = false): boolean {
  const path = upFromPhrase(tree, at);
  const clauses = clausesOf(tree, trigger);
  const top = path.findIndex((word, step) => step > 0 && (word === trigger || clauses.includes(word)));
  if (top < 0) return false;
  // "On Tuesday police arrested and charged him", but "arrested him on Tuesday and charged him": a date between the two may be the first one's alone.
  const lead = path[top]!;
  if (lead !== trigger && lead !== clauses[0] && at > lead && at < trigger && isJoined(tree, trigger)) return false;
  const goesOnBelow = (word: number): boolean =>
    isOpening(tree, word, trigger) || (lead === trigger && !speaks && !triggers.has(word) && relOf(tree, word) === "xcomp");
  const isApart = (word: number): boolean => triggers.has(word) || opensClause(tree, word) || formsOf("other-time").has(markOf(tree, word));
  return path.slice(1, top).every((word) => goesOnBelow(word) || !isApart(word));
}

/**
 * True where the place at `at` tells of something else than of the trigger's deed: "arrived *in Togo* after a visit to Ghana", "the raid raised worry *in Togo*".
 * Unlike a date, a place holds on below the trigger and above what is told there: "attacked what they took for a camp *in Togo*", "*in Togo*, sources report that troops patrol".
 */
export function isElsewhere(tree: Tree, at: number, trigger: number, triggers: ReadonlySet<number>): boolean {
  const [path, up] = [upFromPhrase(tree, at), upFrom(tree, trigger)];
  const meet = path.find((word) => up.includes(word));
  if (meet === undefined) return false;
  const below = path.slice(0, path.indexOf(meet));
  const above = up.slice(0, up.indexOf(meet));
  if (isWhereFelt(tree, at) || above.some((word) => formsOf("other-time").has(markOf(tree, word)))) return true;
  // "A body was found *in Togo* and the police took it": the second clause has a subject of its own.
  if (at > meet && at < trigger && above.some((word) => relOf(tree, word) === "conj" && hasSubject(tree, word))) return true;
  return below.some((word, step) => {
    // "*Clashes* in Togo killed ten" are one deed.
    const isOwnName = meet === trigger && relOf(tree, word) === "nsubj";
    if (triggers.has(word) && !isOwnName) return true;
    if (step === 0) return false;
    return formsOf("other-time").has(markOf(tree, word)) || ((at < trigger || meet !== trigger) && isOwnClause(tree, word));
  });
}

/** "Worry *in Togo*", "concerns about raids *in Togo*", whatever trees hang it on. */
function isWhereFelt(tree: Tree, at: number): boolean {
  const opens = Math.min(at, ...kidsBy(tree, at, "case", "det", "compound", "amod"));
  return wordIn(tree, opens - 1, "feelings") || climb(tree, at, /^(?:conj|nmod)$/).some((up) => up !== at && wordIn(tree, up, "feelings"));
}

const hasSubject = (tree: Tree, at: number): boolean => kidsBy(tree, at, "nsubj").length > 0;

const isOwnClause = (tree: Tree, at: number): boolean => relOf(tree, at) === "acl" || (opensClause(tree, at) && hasSubject(tree, at));

const upFrom = (tree: Tree, at: number): number[] => climb(tree, at, /./);

/** "On Tuesday, police *said* they had arrested her": no phrase hangs on a word behind the one that this hangs on, though trees say so. */
function upFromPhrase(tree: Tree, at: number): number[] {
  const [, ...path] = upFrom(tree, at);
  const crossed = path.slice(1).findLast((word) => (word > at && word < path[0]!) || (word < at && word > path[0]!));
  return crossed === undefined ? [at, ...path] : [at, ...path.slice(path.indexOf(crossed))];
}

const opensClause = (tree: Tree, at: number): boolean =>
  /^(?:acl|advcl|ccomp|parataxis)$/.test(relOf(tree, at)) || (/^(?:xcomp|conj)$/.test(relOf(tree, at)) && isVerb(tree, at));

/** "*Opening* the fair on Monday, he thanked them": what somebody does while he does the rest. */
const isOpening = (tree: Tree, at: number, trigger: number): boolean =>
  at < trigger &&
  relOf(tree, at) === "advcl" &&
  /ing$/.test(tree.words[at]!) &&
  markOf(tree, at) === "" &&
  kidsBy(tree, at, "nsubj", "aux").length === 0;

const isVerb = ({ tokens }: Tree, at: number): boolean => /^(?:VERB|AUX)$/.test(tokens[at]!.upos);

const isJoined = (tree: Tree, trigger: number): boolean =>
  climb(tree, trigger, /./).some((at) => relOf(tree, at) === "conj" && isVerb(tree, at));

/** The verbs whose clause the trigger stands in: the nearest, and those that it goes on from. */
function clausesOf(tree: Tree, trigger: number): number[] {
  const out: number[] = [];
  for (const at of upFrom(tree, trigger)) {
    if (!isVerb(tree, at) && formsOf("other-time").has(markOf(tree, at))) break;
    if (isVerb(tree, at) || relOf(tree, at) === "root") out.push(at);
    if (isVerb(tree, at) && !goesOn(tree, at)) break;
    if (/^(?:acl|ccomp|parataxis)$/.test(relOf(tree, at))) break;
  }
  return out;
}

const goesOn = (tree: Tree, at: number): boolean =>
  GOES_ON.test(relOf(tree, at)) &&
  kidsBy(tree, at, "nsubj").length === 0 &&
  (relOf(tree, at) !== "advcl" || /^(?:to)?$/.test(markOf(tree, at)));
