// Words that hang below a talk → whether they are what it is about: who or what is talked of is no party to it, and help that is on an agenda was not given. Pure.
import { TYPES } from "../codebook.ts";
import type { Span } from "../span.ts";
import type { Act } from "../tag/types.ts";
import { climb, headIn, kidsBy, markOf, relOf, type Syntax } from "./syntax.ts";

/** Verbs whose object, or what stands behind their "on", is only talked of. */
const TREATS =
  /^(?:discuss|tackl|debat|review|explor|examin|cover|touch|rais|handl|delv|dwel|focus|focuss)(?:|e|l|s|es|ls|ed|led|ing|ling)$|^dwelt$/;

/** What tells that a phrase is about something. */
const ABOUT = /^(?:on|about|over|regarding|concerning|around|upon|into)$/;

/** Parties stand behind these. */
const TOGETHER = /\b(?:with|among|alongside)$/;

/** "Called *on Lima*", "paid a call on Lima": a visit. */
const CALL = /^call(?:|s|ed|ing)$/;

/** "On the invitation of the king": he is the host. */
const INVITING = /^invitations?$/;

/**
 * True where the word at `at` lies in what is talked of: "discussed *the villages'* issues", "talks on *Togo*", not "discussed it with *Togo*".
 * @param talks head words of the talks that the sentence tells
 * @param trigger the word that is asked about: what is above it as well tells nothing of the two
 */
export function isTopic(syntax: Syntax, at: number, talks: ReadonlySet<number> = new Set(), trigger = -1): boolean {
  const { tokens, words } = syntax;
  const shared = climb(syntax, trigger, /./);
  for (const word of climb(syntax, at, /./)) {
    const up = tokens[word]!.head;
    const mark = markOf(syntax, word);
    if (up < 0 || talks.has(word) || shared.includes(word) || TOGETHER.test(mark)) return false;
    const treated = TREATS.test(words[up]!);
    if (ABOUT.test(mark) && (treated || talks.has(up)) && !CALL.test(words[up]!)) return !INVITING.test(words[word]!);
    if (treated && relOf(syntax, word) === "obj") return true;
  }
  return false;
}

/** "Handling … aid given to those in need", "discussed help for Togo": kindness that nobody is told to have done, below a verb that only treats of it. */
export function isOnlyTalkedOf({ type, trigger, arguments: sides }: Act, syntax: Syntax): boolean {
  const { tokens } = syntax;
  const at = headIn(syntax, trigger);
  if (at < 0 || TYPES[type].quad > 2 || type === "CONSULT") return false;
  const given = relOf(syntax, at) === "acl" && !/ing$/.test(syntax.words[at]!) && kidsBy(syntax, at, "nsubj", "aux").length === 0;
  const noun = given ? tokens[at]!.head : at;
  // Who discusses help has not given it: only whoever stands in its own phrase may have.
  const hasDoer = sides.some((one) => one.role === "actor" && climb(syntax, headIn(syntax, one), /./).includes(noun));
  if (tokens[noun]!.upos !== "NOUN" || hasDoer || isKnown(syntax, noun)) return false;
  // What is listed with "and" or "including" is treated of as the rest of the list is.
  const listed = climb(syntax, noun, /^(?:conj|appos)$/).flatMap((one) => (isIncluded(syntax, one) ? [one, tokens[one]!.head] : [one]));
  return listed.some((one) => isTopic(syntax, one) || (TREATS.test(syntax.words[tokens[one]!.head] ?? "") && isIncluded(syntax, one)));
}

const isIncluded = (syntax: Syntax, at: number): boolean => /^(?:including|such as)$/.test(markOf(syntax, at));

const isKnown = ({ tokens, words, kids }: Syntax, noun: number): boolean =>
  kids(noun).some((kid) => tokens[kid]!.deprel === "nmod:poss" || /^(?:the|this|that|these|those)$/.test(words[kid]!));

/** Nouns with a deed behind them that must have happened before: "a probe into *the raid*", "justice for *the killing*", "an end to *the siege*". */
const PRESUPPOSES =
  /^(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|ends?|halts?|justice|accountability|compensation|reparations?)$/;

/** True where the word at `at` hangs on such a noun. */
export const isKnownTo = (syntax: Syntax, at: number): boolean =>
  PRESUPPOSES.test(syntax.words[syntax.tokens[at]!.head] ?? "") && /^(?:into|of|to|for|over)$/.test(markOf(syntax, at));

/** "*Called* for an inquiry into the shelling": the word for what is asked about a deed that whoever asks takes as known, and does not claim; null for none. */
export function askerOf({ trigger }: Act, syntax: Syntax): Span | null {
  const at = headIn(syntax, trigger);
  if (at < 0 || syntax.tokens[at]!.upos !== "NOUN" || !isKnown(syntax, at) || !isKnownTo(syntax, at)) return null;
  const [, , asking] = climb(syntax, at, /./);
  return asking === undefined ? null : syntax.tokens[asking]!;
}
