// Shapes of a sentence that no pattern says, each asked by a row of idle.ts. Pure.
import { headIn, kidIn, kidsBy, markOf, phraseHead, relOf, stemIn, type Tree, wordIn } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";
import { isSide } from "./rule.ts";

/** An act as these rules see it. */
export interface Scene {
  readonly act: Act;
  readonly tree: Tree;
  /** The trigger's head word. */
  readonly at: number;
  /** All that the sentence tells. */
  readonly acts: readonly Act[];
}

/** "Seeks to please": an infinitive, and nobody before it who is to do it, as in "wants *them* to leave". */
export const takesOwnDeed = (tree: Tree, at: number): boolean =>
  tree.kids(at).some((kid) => {
    const own = tree.tokens.slice(at + 1, kid).every(({ upos, deprel }) => deprel === "mark" || !/^(?:NOUN|PROPN|PRON)$/.test(upos));
    return own && kid > at && /^(?:xcomp|advcl|ccomp)$/.test(relOf(tree, kid)) && markOf(tree, kid) === "to";
  });

/** "Said that a share of *Togo's* income is lost", "islands that Togo claims", "declared their opposition": nobody is blamed there. */
export function accusesNobody(act: Act, tree: Tree, at: number): boolean {
  const { tokens, words } = tree;
  const blamed = act.arguments.filter(({ role }) => role === "recipient").map((one) => phraseHead(tree, headIn(tree, one)));
  if ((wordIn(tree, at, "hedges") && relOf(tree, at) === "amod") || wordIn(tree, at, "playing-down")) return true;
  // "The meeting addressed *concerns* over Togo": a topic.
  if (tokens[at]!.upos === "NOUN" && relOf(tree, at) === "obj" && wordIn(tree, tokens[at]!.head, "discussing")) return true;
  // "Told *the mayor* that he was beaten": who hears it is not blamed.
  const hears = (one: number): boolean =>
    /^t(?:ell|old)/.test(words[at]!) &&
    /^i?obj$/.test(relOf(tree, one)) &&
    // "The court Ms Cooper" may be two, where the model took them for one.
    blamed.every((other) => tokens[other + 1]?.upos !== "PROPN");
  if (wordIn(tree, at, "saying")) return !blamed.some((one) => one < 0 || isDoer(tree, one) || (tokens[one]!.head === at && !hears(one)));
  if (blamed.length > 0) return false;
  return (
    wordIn(tree, at, "feelings") ||
    words[at] === "opposition" ||
    (tree.stems[at] === "claim" && kidsBy(tree, at, "obj").length > 0 && kidsBy(tree, at, "ccomp").length === 0)
  );
}

/** Who does something in a clause, or whose something there is told of. */
const isDoer = (tree: Tree, at: number): boolean => /^nsubj/.test(tree.tokens[at]!.deprel) || /^(?:by|against|on)$/.test(markOf(tree, at));

/** "Was speaking *during a meeting*": the meeting is told by its own word. */
export const isAtMeeting = ({ tree, at, acts }: Scene): boolean =>
  acts.some(({ type, trigger }) => {
    const meeting = headIn(tree, trigger);
    const part = meeting < 0 || type !== "CONSULT" ? -1 : phraseHead(tree, meeting);
    return part >= 0 && tree.tokens[part]!.head === at && formsOf("occasions").has(markOf(tree, part));
  });

/** "Asked *whether* there had been", "asked *about* the port": wants to know, and nothing else. */
export function isQuestion(tree: Tree, at: number): boolean {
  if (tree.stems[at] !== "ask") return false;
  const below = tree.kids(at).filter((kid) => kid > at);
  if (below.some((kid) => /^(?:xcomp|advcl|ccomp)$/.test(relOf(tree, kid)) && markOf(tree, kid) === "to")) return false;
  const clauses = below.filter((kid) => /^(?:ccomp|advcl|xcomp)$/.test(relOf(tree, kid)));
  const opens = (kid: number): boolean => tree.kids(kid).some((word) => word < kid && wordIn(tree, word, "questions"));
  const about = tree.words[at + 1] === "about" || below.some((kid) => relOf(tree, kid) === "obl" && markOf(tree, kid) === "about");
  return clauses.some(opens) || (clauses.length === 0 && about);
}

/** "Told police they were forced": a clause that tells what is so asks for nothing. */
export function isOnlyTold(tree: Tree, at: number): boolean {
  if (!wordIn(tree, at, "saying")) return false;
  const clauses = tree.kids(at).filter((kid) => kid > at && /^(?:ccomp|xcomp|advcl)$/.test(relOf(tree, kid)));
  return (
    clauses.some((kid) => kidsBy(tree, kid, "nsubj").length > 0) &&
    clauses.every((kid) => markOf(tree, kid) !== "to" && !kidIn(tree, kid, "obligations", "aux", "mark"))
  );
}

/** "A conference hosted *by the agency*": who hosts it is told, but nobody who meets. */
export function isHostAlone({ act, tree, at }: Scene): boolean {
  const sides = act.arguments.filter(isSide).map((one) => phraseHead(tree, headIn(tree, one)));
  const carriers = [at, ...kidsBy(tree, at, "acl")];
  return (
    sides.length === 1 &&
    carriers.some((verb) => stemIn(tree, verb, "holding") && tree.tokens[sides[0]!]!.head === verb) &&
    markOf(tree, sides[0]!) === "by"
  );
}

/** "Warned that *a tariff* would cost jobs": what a thing will bring is foretold, and nobody threatens with it. */
export const isForecast = (tree: Tree, at: number): boolean =>
  (wordIn(tree, at, "saying") || /^(?:warn|caution)(?:s|ed|ing)?$/.test(tree.words[at]!)) &&
  kidsBy(tree, at, "ccomp").some(
    (kid) =>
      (wordIn(tree, kid, "consequences") || kidIn(tree, kid, "obligations", "aux")) &&
      kidsBy(tree, kid, "nsubj").some(
        (subject) => tree.tokens[subject]!.upos === "NOUN" || /^(?:it|this|that)$/.test(tree.words[subject]!),
      ),
  );
