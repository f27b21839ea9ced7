// An act whose words only look like one → true: who "seeks to please" asks nobody for anything, who "floats an idea" has agreed to nothing. Pure.

import { climb, headIn, kidsBy, markOf, phraseHead, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";
import { isFeeling } from "./feelings.ts";
import { isOnlyTalkedOf } from "./topics.ts";

/** Verbs that tell what their subject is after. With an infinitive and nobody asked they are no request; "seeks help", "wants them to leave" are. */
const AFTER = formsOf("seeking");

/** What can be talked of without being agreed to. */
const NOTION = formsOf("notions");

/** Verbs by which a notion is agreed to, or promised, after all. */
const ASSENT = formsOf("assenting");

/** Nouns that tell what their owner is after: "his bid for a second term". */
const STRIVING = formsOf("strivings");

/** Who accompanies somebody, or speaks at a meeting, has not met him once more by that. */
const COMPANY = formsOf("accompanying");
const SPEAKING = formsOf("speaking");

const SHARES = formsOf("sharing");

/** Verbs by which one comes by a thing that its owner gives. */
const BUYS = formsOf("acquiring");
const TAKES_PART = /^(?:participat|attend)(?:ed|ing)$/;

/** Verbs by which something is only talked of. */
const DISCUSS = formsOf("discussing");

/** Verbs that by themselves only say something. */
const SAYS = formsOf("saying");
const CLAIMS = formsOf("claiming");

/** What words do that were said before and are told of again: "the warning *came* as …". */
const HAPPENS = formsOf("coming-about");
const SAYING = /^(?:THREATEN|REQUEST|ACCUSE|AGREE)$/;

/** Who is joined or accompanied at a meeting, or is there on a visit, has not met anybody by that word. */
const JOINED = formsOf("joined");
const VISITING = /^visiting$/;

/** Words of a hedge before a noun: nobody is accused anew by them. */
const HEDGE = formsOf("hedges");
const PLAYS_DOWN = formsOf("playing-down");

/** Who is ready to let others see something has agreed to nothing. */
const READY = formsOf("readiness");
const SHOWS = formsOf("showing");

/** Smuggling helps nobody, and an animal is no party. */
const SMUGGLES = formsOf("smuggling");
const BITES = formsOf("biting");

const REFUSES = formsOf("refusing");
const TALKS = formsOf("talking-infinitives");

/** What comes of a thing by itself: "warned that the duty would *cost* jobs". */
const COMES_OF = formsOf("consequences");

const NEARS = formsOf("nearing");
const CLOSER = formsOf("closer");

const MATTERS = formsOf("requirements");
const SITTING = formsOf("sittings");

const ASKS = formsOf("asking");
const MUST = formsOf("obligations");

/** What one is able or free to do some day. */
const ABLE = formsOf("able");
const SOME_DAY = formsOf("some-day");

/** @param acts all that the sentence tells */
export function isIdle(act: Act, tree: Tree, acts: readonly Act[]): boolean {
  const { type, trigger } = act;
  const at = headIn(tree, trigger);
  if (at < 0) return false;
  const { words, tokens } = tree;
  // "*Flagrantly* defied": how it was done is no deed beside it.
  if (
    relOf(tree, at) === "advmod" &&
    acts.some((other) => other !== act && other.type === type && headIn(tree, other.trigger) === tokens[at]!.head)
  )
    return true;
  if (isOnlyAble(tree, at)) return true;
  // "Refused to say": nothing is refused but words.
  if (
    type === "REJECT" &&
    REFUSES.has(words[at]!) &&
    kidsBy(tree, at, "xcomp", "advcl").some((kid) => markOf(tree, kid) === "to" && TALKS.has(words[kid]!))
  )
    return true;
  // "Regret over their refusal" yields nothing.
  if (type === "CONCEDE" && /^regrets?$/.test(words[at]!) && kidsBy(tree, at, "nmod").some((kid) => isOthersDeed(tree, kid))) return true;
  if (type === "THREATEN" && isForecast(tree, at)) return true;
  // "Moved closer to a deal": nobody has gone or given in.
  if (/^(?:RETREAT|CONCEDE)$/.test(type) && NEARS.has(words[at]!) && tree.kids(at).some((kid) => CLOSER.has(words[kid]!))) return true;
  // "Planted landmines" gives nobody anything.
  if (type === "AID" && kidsBy(tree, at, "obj").some((kid) => /^(?:land)?mines?$|^bombs?$|^explosives$/.test(words[kid]!))) return true;
  if ((type === "AID" && SMUGGLES.has(words[at]!)) || (type === "ASSAULT" && BITES.has(words[at]!))) return true;
  if (isOnlyTalkedOf(act, tree) || (SAYING.test(type) && isToldAgain(act, tree, at))) return true;
  if (type === "CONSULT" && JOINED.has(words[at]!) && kidsBy(tree, at, "obl").some((kid) => markOf(tree, kid) === "by")) return true;
  if (type === "CONSULT" && VISITING.test(words[at]!) && relOf(tree, at) === "amod") return true;
  // "The conditions have been *met*".
  if (type === "CONSULT" && words[at] === "met" && kidsBy(tree, at, "nsubj").some((kid) => MATTERS.has(words[kid]!))) return true;
  if (
    type === "RETREAT" &&
    /^(?:end|conclud|clos|wrapp)/.test(words[at]!) &&
    kidsBy(tree, at, "obj").some((kid) => SITTING.has(words[kid]!))
  )
    return true;
  // "Allowed the contract to lapse": nobody gets anything.
  if (
    type === "CONCEDE" &&
    /^(?:allow|let)/.test(words[at]!) &&
    kidsBy(tree, at, "xcomp", "ccomp").some((kid) => /^(?:lapse|expire|collapse|slip|lapsing)$/.test(words[kid]!))
  )
    return true;
  if (type === "CONSULT" && isHostAlone(act, tree, at)) return true;
  if (type === "CONSULT") return COMPANY.has(words[at]!) || (SPEAKING.has(words[at]!) && isAtMeeting(tree, at, acts));
  // "Shared concerns": who feels or thinks alike does nothing together by that.
  if (type === "COOPERATE") return SHARES.has(words[at]!) && kidsBy(tree, at, "obj").some((kid) => isFeeling(tree, kid));
  if (type === "ACCUSE") return accusesNobody(act, tree, at);
  if (type === "REQUEST" && (isQuestion(tree, at) || isOnlyTold(tree, at))) return true;
  if (type === "REQUEST") return (AFTER.has(words[at]!) && takesOwnDeed(tree, at)) || (STRIVING.has(words[at]!) && !hasRecipient(act));
  // Who violates an order restricts nobody.
  if (type === "COERCE") return BUYS.has(words[at]!) || /^violat(?:e|es|ed|ing)$/.test(words[at]!);
  // Who takes part agrees to nothing by that; who "will take part" does.
  if (
    type === "AGREE" &&
    TAKES_PART.test(words[at]!) &&
    !kidsBy(tree, at, "aux", "mark").some((kid) => /^(?:will|'ll|to)$/.test(words[kid]!))
  )
    return true;
  if (type === "AGREE" && READY.has(words[at]!) && kidsBy(tree, at, "xcomp", "ccomp", "advcl").some((kid) => SHOWS.has(words[kid]!)))
    return true;
  if (type === "AGREE") return !ASSENT.has(words[at]!) && kidsBy(tree, at, "obj").some((kid) => NOTION.has(words[kid]!));
  // Who walks away *from* talks breaks them off, who walks away *with* something has got it.
  const marks = kidsBy(tree, at, "obl").map((kid) => markOf(tree, kid));
  return type === "REJECT" && /^walk(?:s|ed|ing)?$/.test(words[at]!) && marks.includes("with") && !marks.includes("from");
}

/** "Seeks to please": an infinitive, and nobody before it who is to do it, as in "wants *them* to leave". */
const takesOwnDeed = (tree: Tree, at: number): boolean =>
  tree.kids(at).some((kid) => {
    const own = tree.tokens.slice(at + 1, kid).every(({ upos, deprel }) => deprel === "mark" || !/^(?:NOUN|PROPN|PRON)$/.test(upos));
    return own && kid > at && /^(?:xcomp|advcl|ccomp)$/.test(relOf(tree, kid)) && markOf(tree, kid) === "to";
  });

/** "Said that a share of *Togo's* income is lost", "islands that Togo claims", "declared their opposition": nobody is blamed there. */
function accusesNobody(act: Act, tree: Tree, at: number): boolean {
  const { tokens, words } = tree;
  const blamed = act.arguments.filter(({ role }) => role === "recipient").map((one) => phraseHead(tree, headIn(tree, one)));
  if ((HEDGE.has(words[at]!) && relOf(tree, at) === "amod") || PLAYS_DOWN.has(words[at]!)) return true;
  // "The meeting addressed *concerns* over Togo": a topic.
  if (tokens[at]!.upos === "NOUN" && relOf(tree, at) === "obj" && DISCUSS.has(words[tokens[at]!.head]!)) return true;
  // "Told *the mayor* that he was beaten": who hears it is not blamed.
  const hears = (one: number): boolean =>
    /^t(?:ell|old)/.test(words[at]!) &&
    /^i?obj$/.test(relOf(tree, one)) &&
    // "The court Ms Cooper" may be two, where the model took them for one.
    blamed.every((other) => tokens[other + 1]?.upos !== "PROPN");
  if (SAYS.has(words[at]!)) return !blamed.some((one) => one < 0 || isDoer(tree, one) || (tokens[one]!.head === at && !hears(one)));
  if (blamed.length > 0) return false;
  return (
    isFeeling(tree, at) ||
    words[at] === "opposition" ||
    (CLAIMS.has(words[at]!) && kidsBy(tree, at, "obj").length > 0 && kidsBy(tree, at, "ccomp").length === 0)
  );
}

/** Who does something in a clause, or whose something there is told of. */
const isDoer = (tree: Tree, at: number): boolean => /^nsubj/.test(tree.tokens[at]!.deprel) || /^(?:by|against|on)$/.test(markOf(tree, at));

const hasRecipient = ({ arguments: sides }: Act): boolean => sides.some(({ role }) => role === "recipient");

/** "The warning from Lima came as …": known words without anybody to whom they are said, and without their content. */
const isToldAgain = (act: Act, tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "NOUN" &&
  relOf(tree, at) === "nsubj" &&
  HAPPENS.has(tree.words[tree.tokens[at]!.head]!) &&
  kidsBy(tree, at, "det").some((kid) => /^(?:the|this|that|these|those)$/.test(tree.words[kid]!)) &&
  kidsBy(tree, at, "acl").length === 0 &&
  !hasRecipient(act);

/** "Was speaking *during a meeting*": the meeting is told by its own word. */
const isAtMeeting = (tree: Tree, at: number, acts: readonly Act[]): boolean =>
  acts.some(({ type, trigger }) => {
    const meeting = headIn(tree, trigger);
    const part = meeting < 0 || type !== "CONSULT" ? -1 : phraseHead(tree, meeting);
    return part >= 0 && tree.tokens[part]!.head === at && /^(?:during|at|in|after|before|following|on)$/.test(markOf(tree, part));
  });

/** "Asked *whether* there had been", "asked *about* the port": wants to know, and nothing else. */
function isQuestion(tree: Tree, at: number): boolean {
  if (!ASKS.has(tree.words[at]!)) return false;
  const below = tree.kids(at).filter((kid) => kid > at);
  if (below.some((kid) => /^(?:xcomp|advcl|ccomp)$/.test(relOf(tree, kid)) && markOf(tree, kid) === "to")) return false;
  const clauses = below.filter((kid) => /^(?:ccomp|advcl|xcomp)$/.test(relOf(tree, kid)));
  const opens = (kid: number): boolean =>
    tree.kids(kid).some((word) => word < kid && /^(?:whether|if|who|what|why|how|when|where|which)$/.test(tree.words[word]!));
  const about = tree.words[at + 1] === "about" || below.some((kid) => relOf(tree, kid) === "obl" && markOf(tree, kid) === "about");
  return clauses.some(opens) || (clauses.length === 0 && about);
}

/** "Told police they were forced": a clause that tells what is so asks for nothing. */
function isOnlyTold(tree: Tree, at: number): boolean {
  if (!SAYS.has(tree.words[at]!)) return false;
  const clauses = tree.kids(at).filter((kid) => kid > at && /^(?:ccomp|xcomp|advcl)$/.test(relOf(tree, kid)));
  return (
    clauses.some((kid) => kidsBy(tree, kid, "nsubj").length > 0) &&
    clauses.every((kid) => markOf(tree, kid) !== "to" && !kidsBy(tree, kid, "aux").some((aux) => MUST.has(tree.words[aux]!)))
  );
}

/** "Will be able to strike": what one may come to do is not done, nor planned. */
const isOnlyAble = (tree: Tree, at: number): boolean =>
  climb(tree, at, /^(?:xcomp|conj)$/).some(
    (word) => word !== at && ABLE.has(tree.words[word]!) && kidsBy(tree, word, "aux").some((aux) => SOME_DAY.has(tree.words[aux]!)),
  );

/** "A conference hosted *by the agency*": who hosts it is told, but nobody who meets. */
function isHostAlone({ arguments: all }: Act, tree: Tree, at: number): boolean {
  const sides = all.filter(({ role }) => role === "actor" || role === "recipient").map((one) => phraseHead(tree, headIn(tree, one)));
  const carriers = [at, ...kidsBy(tree, at, "acl")];
  return (
    sides.length === 1 &&
    carriers.some(
      (verb) => /^(?:hosted|held|organi[sz]ed|convened|chaired)$/.test(tree.words[verb]!) && tree.tokens[sides[0]!]!.head === verb,
    ) &&
    markOf(tree, sides[0]!) === "by"
  );
}

/** "Regret over *Togo's refusal*". */
const isOthersDeed = (tree: Tree, at: number): boolean =>
  /^(?:over|about|at|for)$/.test(markOf(tree, at)) &&
  tree.kids(at).some((kid) => tree.tokens[kid]!.deprel === "nmod:poss" && tree.tokens[kid]!.upos !== "PRON");

/** "Warned that *a tariff* would cost jobs": what a thing will bring is foretold, and nobody threatens with it. */
const isForecast = (tree: Tree, at: number): boolean =>
  /^(?:warn|caution)(?:s|ed|ing)?$/.test(tree.words[at]!) &&
  kidsBy(tree, at, "ccomp").some(
    (kid) =>
      (COMES_OF.has(tree.words[kid]!) || kidsBy(tree, kid, "aux").some((aux) => MUST.has(tree.words[aux]!))) &&
      kidsBy(tree, kid, "nsubj").some(
        (subject) => tree.tokens[subject]!.upos === "NOUN" || /^(?:it|this|that)$/.test(tree.words[subject]!),
      ),
  );
