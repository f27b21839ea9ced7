// Two words of a sentence → whether one, a date say, stands in the clause of the other, a trigger, so that it can tell of it; and whether a place tells of something else. Pure.
import { climb, isFeeling, kidsBy, markOf, relOf, type Syntax } from "./syntax.ts";

/** Clauses that go on with the one above, as long as they have no subject of their own: "plan to *meet*", "fired, *injuring* ten", "arrested and *charged*". */
const GOES_ON = /^(?:xcomp|advcl|conj)$/;

/** What a phrase stands in that tells of another time than its verb does: "arrested after *a visit* in May". */
const OTHER_TIME = /^(?:(?:soon |shortly )?after|before|since|until|following|over|for)$/;

/**
 * @param triggers where the sentence's other acts have their triggers: a date that hangs on one of them is that one's
 * @param speaks true where what the trigger takes is what it says or wants: "asked them to leave *on Monday*", but "was forced to resign *on Monday*"
 */
export function isInClause(syntax: Syntax, at: number, trigger: number, triggers: ReadonlySet<number>, speaks = false): boolean {
  const path = upFromPhrase(syntax, at);
  const clauses = clausesOf(syntax, trigger);
  const top = path.findIndex((word, step) => step > 0 && (word === trigger || clauses.includes(word)));
  if (top < 0) return false;
  // "On Tuesday police arrested and charged him", but "arrested him on Tuesday and charged him": a date between the two may be the first one's alone.
  const lead = path[top]!;
  if (lead !== trigger && lead !== clauses[0] && at > lead && at < trigger && isJoined(syntax, trigger)) return false;
  const goesOnBelow = (word: number): boolean =>
    isOpening(syntax, word, trigger) || (lead === trigger && !speaks && !triggers.has(word) && relOf(syntax, word) === "xcomp");
  const isApart = (word: number): boolean => triggers.has(word) || opensClause(syntax, word) || OTHER_TIME.test(markOf(syntax, word));
  return path.slice(1, top).every((word) => goesOnBelow(word) || !isApart(word));
}

/**
 * True where the place at `at` tells of something else than of the trigger's deed: "arrived *in Togo* after a visit to Ghana", "the raid raised worry *in Togo*".
 * Unlike a date, a place holds on below the trigger and above what is told there: "attacked what they took for a camp *in Togo*", "*in Togo*, sources report that troops patrol".
 */
export function isElsewhere(syntax: Syntax, at: number, trigger: number, triggers: ReadonlySet<number>): boolean {
  const [path, up] = [upFromPhrase(syntax, at), upFrom(syntax, trigger)];
  const meet = path.find((word) => up.includes(word));
  if (meet === undefined) return false;
  const below = path.slice(0, path.indexOf(meet));
  const above = up.slice(0, up.indexOf(meet));
  if (isWhereFelt(syntax, at) || above.some((word) => OTHER_TIME.test(markOf(syntax, word)))) return true;
  // "A body was found *in Togo* and the police took it": the second clause has a subject of its own.
  if (at > meet && at < trigger && above.some((word) => relOf(syntax, word) === "conj" && hasSubject(syntax, word))) return true;
  return below.some((word, step) => {
    // "*Clashes* in Togo killed ten" are one deed.
    const isOwnName = meet === trigger && relOf(syntax, word) === "nsubj";
    if (triggers.has(word) && !isOwnName) return true;
    if (step === 0) return false;
    return OTHER_TIME.test(markOf(syntax, word)) || ((at < trigger || meet !== trigger) && isOwnClause(syntax, word));
  });
}

/** "Worry *in Togo*", "concerns about raids *in Togo*", whatever trees hang it on. */
function isWhereFelt(syntax: Syntax, at: number): boolean {
  const opens = Math.min(at, ...kidsBy(syntax, at, "case", "det", "compound", "amod"));
  return isFeeling(syntax, opens - 1) || climb(syntax, at, /^(?:conj|nmod)$/).some((up) => up !== at && isFeeling(syntax, up));
}

const hasSubject = (syntax: Syntax, at: number): boolean => kidsBy(syntax, at, "nsubj").length > 0;

const isOwnClause = (syntax: Syntax, at: number): boolean =>
  relOf(syntax, at) === "acl" || (opensClause(syntax, at) && hasSubject(syntax, at));

const upFrom = (syntax: Syntax, at: number): number[] => climb(syntax, at, /./);

/** "On Tuesday, police *said* they had arrested her": no phrase hangs on a word behind the one that this hangs on, though trees say so. */
function upFromPhrase(syntax: Syntax, at: number): number[] {
  const [, ...path] = upFrom(syntax, at);
  const crossed = path.slice(1).findLast((word) => (word > at && word < path[0]!) || (word < at && word > path[0]!));
  return crossed === undefined ? [at, ...path] : [at, ...path.slice(path.indexOf(crossed))];
}

const opensClause = (syntax: Syntax, at: number): boolean =>
  /^(?:acl|advcl|ccomp|parataxis)$/.test(relOf(syntax, at)) || (/^(?:xcomp|conj)$/.test(relOf(syntax, at)) && isVerb(syntax, at));

/** "*Opening* the fair on Monday, he thanked them": what somebody does while he does the rest. */
const isOpening = (syntax: Syntax, at: number, trigger: number): boolean =>
  at < trigger &&
  relOf(syntax, at) === "advcl" &&
  /ing$/.test(syntax.words[at]!) &&
  markOf(syntax, at) === "" &&
  kidsBy(syntax, at, "nsubj", "aux").length === 0;

const isVerb = ({ tokens }: Syntax, at: number): boolean => /^(?:VERB|AUX)$/.test(tokens[at]!.upos);

const isJoined = (syntax: Syntax, trigger: number): boolean =>
  climb(syntax, trigger, /./).some((at) => relOf(syntax, at) === "conj" && isVerb(syntax, at));

/** The verbs whose clause the trigger stands in: the nearest, and those that it goes on from. */
function clausesOf(syntax: Syntax, trigger: number): number[] {
  const out: number[] = [];
  for (const at of upFrom(syntax, trigger)) {
    if (!isVerb(syntax, at) && OTHER_TIME.test(markOf(syntax, at))) break;
    if (isVerb(syntax, at) || relOf(syntax, at) === "root") out.push(at);
    if (isVerb(syntax, at) && !goesOn(syntax, at)) break;
    if (/^(?:acl|ccomp|parataxis)$/.test(relOf(syntax, at))) break;
  }
  return out;
}

const goesOn = (syntax: Syntax, at: number): boolean =>
  GOES_ON.test(relOf(syntax, at)) &&
  kidsBy(syntax, at, "nsubj").length === 0 &&
  (relOf(syntax, at) !== "advcl" || /^(?:to)?$/.test(markOf(syntax, at)));
