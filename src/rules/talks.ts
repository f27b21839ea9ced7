// A meeting → the meeting without those who are only talked of, or who meet elsewhere, and with who visits and calls whom told apart. Pure.

import { climb, headIn, headsOf, kidsBy, markOf, phraseOf, relOf, subjectOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { actBy, type Rule, stepped } from "./rule.ts";
import { isTopic } from "./topics.ts";

const BESIDE = /^(?:sidelines?|margins?|fringes?)$/;
const VISIT = formsOf("visits");
const RECEIVE = formsOf("receiving");
const CALL = /^(?:calls?|visits?)$/;
/** What is done by both sides alike. */
const TALKS = formsOf("talks-of-both");
const MEET = formsOf("meeting");

/** The meeting at `trigger` among the sentence's `talks`, as head words. */
interface Scene {
  readonly tree: Tree;
  readonly trigger: number;
  readonly talks: ReadonlySet<number>;
}

const OUTSIDE: Rule = {
  name: "talks.talked-of",
  why: "who is only talked of, or meets elsewhere, is no party",
  fires: "Togo and Ghana held talks on Ukraine.",
  spares: "Togo and Ghana held talks with Ukraine.",
};

const OTHER_TIME: Rule = {
  name: "talks.other-time",
  why: "who does something at another time is no party",
  fires: "Togo and Ghana held the first meeting since police shot ten protesters.",
  spares: "Togo and Ghana held a meeting with police.",
};

const GATHERED: Rule = {
  name: "talks.gathered",
  why: "whom a meeting gathers, they met, and not whoever speaks beside it",
  fires: "The president spoke on the sidelines of a meeting of the ministers of Togo and Ghana.",
  spares: "The president met the ministers of Togo and Ghana.",
};

const PARTNER: Rule = {
  name: "talks.partner",
  why: "whom one meets, or talks with, is a party, though the model passed him over",
  fires: "After a call with Lima, Diallo left Togo.",
  spares: "Lima and Diallo met in Togo.",
};

const VISITOR: Rule = {
  name: "talks.visitor",
  why: "who goes on a visit is its doer, and where he goes its host",
  fires: "The envoy of Togo left after a visit to Ghana.",
  spares: "The envoys of Togo and Ghana met.",
};

const CALLER: Rule = {
  name: "talks.caller",
  why: "who is received has come, and from whom a call came has called",
  fires: "The president of Togo received a call from Lima.",
  spares: "The president of Togo called Lima.",
};

export const TALK_RULES: readonly Rule[] = [OUTSIDE, OTHER_TIME, GATHERED, PARTNER, VISITOR, CALLER];

export function withTalks(act: Act, { acts }: TaggedSentence, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (act.type !== "CONSULT" || trigger < 0) return act;
  const talks = new Set(
    acts
      .filter(({ type }) => type === "CONSULT")
      .map((one) => headIn(tree, one.trigger))
      .filter((at) => at >= 0),
  );
  const scene: Scene = { tree, trigger, talks };
  const steps: readonly (readonly [Rule, (all: readonly Argument[]) => readonly Argument[]])[] = [
    [OUTSIDE, (all) => all.filter((one) => !isSide(one) || !isOutside(scene, headIn(tree, one)))],
    [OTHER_TIME, (all) => thenPresent(tree, trigger, all)],
    [GATHERED, (all) => gathered(scene, all)],
    [PARTNER, (all) => withPartner(scene, all, act.confidence)],
    [VISITOR, (all) => withVisitor(scene, all, act.confidence)],
  ];
  const all = steps.reduce((sides, [rule, step]) => stepped(rule, tree, act.trigger, sides, step), act.arguments);
  return actBy(CALLER, tree, { ...act, arguments: all }, (one) => ({ ...one, ...withCaller(scene, all, act) }));
}

/** "Talks began after *both* agreed to sit down": where nobody else is named, they meet. */
function thenPresent(tree: Tree, trigger: number, near: readonly Argument[]): readonly Argument[] {
  const then = near.filter((one) => !isSide(one) || !isAtOtherTime(tree, climb(tree, headIn(tree, one), /./), trigger));
  return then.some(isSide) ? then : near;
}

const isSide = ({ role }: Argument): boolean => role === "actor" || role === "recipient";

/** "*Ministers'* talks": those who hold them. */
const PARTIES = /(?:ers|ors|ents|ials|oys|ies|ides|tions|iefs|ats|states)$/;

function isOutside({ tree, trigger, talks }: Scene, at: number): boolean {
  // "*Debt* talks", "*cabinet* talks": what they are about.
  if (
    tree.tokens[at]?.head === trigger &&
    /^(?:compound|amod)$/.test(relOf(tree, at)) &&
    tree.tokens[at]!.upos === "NOUN" &&
    !PARTIES.test(tree.words[at]!)
  )
    return true;
  const path = climb(tree, at, /./);
  const below = path.includes(trigger) ? path.slice(0, path.indexOf(trigger)) : path;
  // "In talks on the sidelines of a meeting *of ministers*": these meet one another.
  if (path.includes(trigger) && below.some((word) => BESIDE.test(tree.words[word]!))) return true;
  return isTopic(tree, at, talks, trigger) || isAtAnother({ tree, trigger, talks }, path);
}

/** "The first meeting since *police* shot ten": who does something at another time is no party of the meeting. */
function isAtOtherTime(tree: Tree, path: readonly number[], trigger: number): boolean {
  const clause = path.find((word) => relOf(tree, word) === "advcl" && /^(?:since|after|before|until)$/.test(markOf(tree, word)));
  return (
    clause !== undefined &&
    path[0]! > trigger &&
    !climb(tree, trigger, /./).includes(clause) &&
    kidsBy(tree, clause, "nsubj").some((kid) => path.includes(kid))
  );
}

/** "A tour of Togo that included a meeting with *Benin*": a noun's meeting and one that a clause tells of it have parties of their own. */
function isAtAnother({ tree, trigger, talks }: Scene, path: readonly number[]): boolean {
  const { tokens } = tree;
  const isNoun = (word: number): boolean => tokens[word]!.upos === "NOUN";
  const up = path.indexOf(trigger);
  const between = path.slice(0, Math.max(0, up));
  if (isNoun(trigger) && between.some((word) => talks.has(word) && isNoun(word)) && between.some((word) => isClauseOn(tree, word)))
    return true;
  const above = climb(tree, trigger, /./);
  const clause = above.findIndex((word) => isClauseOn(tree, word));
  const host = clause < 0 ? -1 : above[clause + 1]!;
  return up < 0 && talks.has(host) && isNoun(host) && path.indexOf(host) > 0 && !path.includes(above[clause]!);
}

const isClauseOn = ({ tokens }: Tree, at: number): boolean => tokens[at]!.deprel === "acl:relcl";

/** "Spoke on the sidelines of a meeting *of ministers*": whom a meeting's own phrase gathers, they met, and not whoever speaks beside it. */
function gathered({ tree, trigger }: Scene, all: readonly Argument[]): readonly Argument[] {
  if (!climb(tree, trigger, /./).some((word) => BESIDE.test(tree.words[word]!))) return all;
  const inside = (one: Argument): boolean => climb(tree, headIn(tree, one), /./).includes(trigger);
  return all.some((one) => isSide(one) && inside(one)) ? all.filter((one) => !isSide(one) || inside(one)) : all;
}

/** "The envoy left after a visit *to Togo*": the envoy visited, and Togo is where. */
function withVisitor({ tree, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { words, tokens } = tree;
  if (!VISIT.has(words[trigger]!) || tokens[trigger]!.upos !== "NOUN") return all;
  const goals = kidsBy(tree, trigger, "nmod", "obl").filter(
    (kid) => markOf(tree, kid) === (words[trigger]!.startsWith("tour") ? "of" : "to"),
  );
  const sides = all.map((one) =>
    isSide(one) && headsOf(tree, one).some((at) => goals.includes(at)) ? { ...one, role: "recipient" as const } : one,
  );
  const visitor = /^(?:obl|nmod)$/.test(relOf(tree, trigger)) ? subjectOf(tree, tokens[trigger]!.head) : -1;
  if (visitor < 0 || sides.some(({ role }) => role === "actor") || !sides.some(({ role }) => role === "recipient")) return sides;
  return [...sides, { ...phraseOf(tree, visitor), role: "actor", confidence }];
}

/** "Met *Lima*", "talks with *Togo*": a name that the model passed over where it saw but one party. */
function withPartner({ tree, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { tokens, words } = tree;
  const met = MEET.has(words[trigger]!) ? kidsBy(tree, trigger, "obj") : [];
  if (!TALKS.has(words[trigger]!)) return all;
  const others = [...met, ...kidsBy(tree, trigger, "obl", "nmod").filter((kid) => markOf(tree, kid) === "with")];
  const subject = callerOf(tree, trigger);
  const name =
    others.find((kid) => tokens[kid]!.upos === "PROPN" && !all.some((one) => isSide(one) && headsOf(tree, one).includes(kid))) ?? subject;
  if (
    name === undefined ||
    name < 0 ||
    all.filter(isSide).length !== 1 ||
    all.some((one) => isSide(one) && climb(tree, headIn(tree, one), /./).includes(name))
  )
    return all;
  return [...all, { ...phraseOf(tree, name), role: "actor", confidence }];
}

/** "After a call with Lima, *he* left": who has talked is the subject of what he did then; -1 for none. */
function callerOf(tree: Tree, trigger: number): number {
  const { tokens } = tree;
  const verb = tokens[trigger]!.head;
  if (
    tokens[trigger]!.upos !== "NOUN" ||
    relOf(tree, trigger) !== "obl" ||
    !/^(?:after|during|following|in|before)$/.test(markOf(tree, trigger)) ||
    verb < 0
  )
    return -1;
  return (
    tree
      .kids(verb)
      .find(
        (kid) =>
          tokens[kid]!.deprel === "nsubj" &&
          /^(?:PROPN|PRON)$/.test(tokens[kid]!.upos) &&
          !/^(?:it|this|that|which)$/.test(tree.words[kid]!),
      ) ?? -1
  );
}

/** "Received a call *from Togo*": Togo called. "Received *Lima*": Lima visited. */
function withCaller({ tree, trigger }: Scene, all: readonly Argument[], act: Act): Pick<Act, "arguments" | "modes"> {
  const { words, tokens } = tree;
  const same = { arguments: all, modes: act.modes };
  const verb = climb(tree, trigger, /^(?:obj|compound)$/).find((at) => RECEIVE.has(words[at]!));
  const got = verb === undefined ? undefined : kidsBy(tree, verb, "obj")[0];
  if (verb === undefined || got === undefined) return same;
  const isCall = CALL.test(words[got]!);
  const caller = isCall ? [got, verb].flatMap((at) => kidsBy(tree, at, "nmod", "obl")).find((kid) => markOf(tree, kid) === "from") : got;
  const called = tree.kids(verb).find((kid) => tokens[kid]!.deprel === "nsubj");
  if (caller === undefined || called === undefined) return same;
  const plays = (one: Argument, at: number): boolean => isSide(one) && headsOf(tree, one).includes(at);
  const callers = all.filter((one) => plays(one, caller)).map((one): Argument => ({ ...one, role: "actor" }));
  if (callers.length === 0 && !isCall) return same;
  const rest = all.filter((one) => !plays(one, caller)).map((one): Argument => (plays(one, called) ? { ...one, role: "recipient" } : one));
  const named = callers.length > 0 ? callers : [{ ...phraseOf(tree, caller), role: "actor" as const, confidence: act.confidence }];
  return { arguments: [...named, ...rest], modes: /^call/.test(words[got]!) ? ["phone"] : act.modes };
}
