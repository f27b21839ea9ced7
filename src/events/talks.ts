// A meeting → the meeting without those who are only talked of, or who meet elsewhere, and with who visits and calls whom told apart. Pure.
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { climb, headIn, headsOf, kidsBy, markOf, phraseOf, relOf, type Syntax, subjectOf } from "./syntax.ts";
import { isTopic } from "./topics.ts";

const BESIDE = /^(?:sidelines?|margins?|fringes?)$/;
const VISIT = /^(?:visits?|tours?|trips?|journeys?|stopovers?)$/;
const RECEIVE = /^(?:receiv(?:e|es|ed|ing)|host(?:|s|ed|ing))$/;
const CALL = /^(?:calls?|visits?)$/;
/** What is done by both sides alike. */
const TALKS =
  /^(?:calls?|meet|meets|met|meetings?|talks?|talked|talking|discuss(?:|es|ed|ing|ions?)|summit|negotiat(?:e|es|ed|ing|ions?)|spoke|speaks?|speaking)$/;
const MEET = /^(?:meet|meets|met|meeting)$/;

/** The meeting at `trigger` among the sentence's `talks`, as head words. */
interface Scene {
  readonly syntax: Syntax;
  readonly trigger: number;
  readonly talks: ReadonlySet<number>;
}

export function withTalks(act: Act, { acts }: TaggedSentence, syntax: Syntax): Act {
  const trigger = headIn(syntax, act.trigger);
  if (act.type !== "CONSULT" || trigger < 0) return act;
  const talks = new Set(
    acts
      .filter(({ type }) => type === "CONSULT")
      .map((one) => headIn(syntax, one.trigger))
      .filter((at) => at >= 0),
  );
  const scene: Scene = { syntax, trigger, talks };
  const near = act.arguments.filter((one) => !isSide(one) || !isOutside(scene, headIn(syntax, one)));
  const then = near.filter((one) => !isSide(one) || !isAtOtherTime(syntax, climb(syntax, headIn(syntax, one), /./), trigger));
  // "Talks began after *both* agreed to sit down": where nobody else is named, they meet.
  const parties = then.some(isSide) ? then : near;
  const all = withVisitor(scene, withPartner(scene, gathered(scene, parties), act.confidence), act.confidence);
  return { ...act, ...withCaller(scene, all, act) };
}

const isSide = ({ role }: Argument): boolean => role === "actor" || role === "recipient";

/** "*Ministers'* talks": those who hold them. */
const PARTIES = /(?:ers|ors|ents|ials|oys|ies|ides|tions|iefs|ats|states)$/;

function isOutside({ syntax, trigger, talks }: Scene, at: number): boolean {
  // "*Debt* talks", "*cabinet* talks": what they are about.
  if (
    syntax.tokens[at]?.head === trigger &&
    /^(?:compound|amod)$/.test(relOf(syntax, at)) &&
    syntax.tokens[at]!.upos === "NOUN" &&
    !PARTIES.test(syntax.words[at]!)
  )
    return true;
  const path = climb(syntax, at, /./);
  const below = path.includes(trigger) ? path.slice(0, path.indexOf(trigger)) : path;
  // "In talks on the sidelines of a meeting *of ministers*": these meet one another.
  if (path.includes(trigger) && below.some((word) => BESIDE.test(syntax.words[word]!))) return true;
  return isTopic(syntax, at, talks, trigger) || isAtAnother({ syntax, trigger, talks }, path);
}

/** "The first meeting since *police* shot ten": who does something at another time is no party of the meeting. */
function isAtOtherTime(syntax: Syntax, path: readonly number[], trigger: number): boolean {
  const clause = path.find((word) => relOf(syntax, word) === "advcl" && /^(?:since|after|before|until)$/.test(markOf(syntax, word)));
  return (
    clause !== undefined &&
    path[0]! > trigger &&
    !climb(syntax, trigger, /./).includes(clause) &&
    kidsBy(syntax, clause, "nsubj").some((kid) => path.includes(kid))
  );
}

/** "A tour of Togo that included a meeting with *Benin*": a noun's meeting and one that a clause tells of it have parties of their own. */
function isAtAnother({ syntax, trigger, talks }: Scene, path: readonly number[]): boolean {
  const { tokens } = syntax;
  const isNoun = (word: number): boolean => tokens[word]!.upos === "NOUN";
  const up = path.indexOf(trigger);
  const between = path.slice(0, Math.max(0, up));
  if (isNoun(trigger) && between.some((word) => talks.has(word) && isNoun(word)) && between.some((word) => isClauseOn(syntax, word)))
    return true;
  const above = climb(syntax, trigger, /./);
  const clause = above.findIndex((word) => isClauseOn(syntax, word));
  const host = clause < 0 ? -1 : above[clause + 1]!;
  return up < 0 && talks.has(host) && isNoun(host) && path.indexOf(host) > 0 && !path.includes(above[clause]!);
}

const isClauseOn = ({ tokens }: Syntax, at: number): boolean => tokens[at]!.deprel === "acl:relcl";

/** "Spoke on the sidelines of a meeting *of ministers*": whom a meeting's own phrase gathers, they met, and not whoever speaks beside it. */
function gathered({ syntax, trigger }: Scene, all: readonly Argument[]): readonly Argument[] {
  if (!climb(syntax, trigger, /./).some((word) => BESIDE.test(syntax.words[word]!))) return all;
  const inside = (one: Argument): boolean => climb(syntax, headIn(syntax, one), /./).includes(trigger);
  return all.some((one) => isSide(one) && inside(one)) ? all.filter((one) => !isSide(one) || inside(one)) : all;
}

/** "The envoy left after a visit *to Togo*": the envoy visited, and Togo is where. */
function withVisitor({ syntax, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { words, tokens } = syntax;
  if (!VISIT.test(words[trigger]!) || tokens[trigger]!.upos !== "NOUN") return all;
  const goals = kidsBy(syntax, trigger, "nmod", "obl").filter(
    (kid) => markOf(syntax, kid) === (words[trigger]!.startsWith("tour") ? "of" : "to"),
  );
  const sides = all.map((one) =>
    isSide(one) && headsOf(syntax, one).some((at) => goals.includes(at)) ? { ...one, role: "recipient" as const } : one,
  );
  const visitor = /^(?:obl|nmod)$/.test(relOf(syntax, trigger)) ? subjectOf(syntax, tokens[trigger]!.head) : -1;
  if (visitor < 0 || sides.some(({ role }) => role === "actor") || !sides.some(({ role }) => role === "recipient")) return sides;
  return [...sides, { ...phraseOf(syntax, visitor), role: "actor", confidence }];
}

/** "Met *Lima*", "talks with *Togo*": a name that the model passed over where it saw but one party. */
function withPartner({ syntax, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { tokens, words } = syntax;
  const met = MEET.test(words[trigger]!) ? kidsBy(syntax, trigger, "obj") : [];
  if (!TALKS.test(words[trigger]!)) return all;
  const others = [...met, ...kidsBy(syntax, trigger, "obl", "nmod").filter((kid) => markOf(syntax, kid) === "with")];
  const subject = callerOf(syntax, trigger);
  const name =
    others.find((kid) => tokens[kid]!.upos === "PROPN" && !all.some((one) => isSide(one) && headsOf(syntax, one).includes(kid))) ?? subject;
  if (
    name === undefined ||
    name < 0 ||
    all.filter(isSide).length !== 1 ||
    all.some((one) => isSide(one) && climb(syntax, headIn(syntax, one), /./).includes(name))
  )
    return all;
  return [...all, { ...phraseOf(syntax, name), role: "actor", confidence }];
}

/** "After a call with Lima, *he* left": who has talked is the subject of what he did then; -1 for none. */
function callerOf(syntax: Syntax, trigger: number): number {
  const { tokens } = syntax;
  const verb = tokens[trigger]!.head;
  if (
    tokens[trigger]!.upos !== "NOUN" ||
    relOf(syntax, trigger) !== "obl" ||
    !/^(?:after|during|following|in|before)$/.test(markOf(syntax, trigger)) ||
    verb < 0
  )
    return -1;
  return (
    syntax
      .kids(verb)
      .find(
        (kid) =>
          tokens[kid]!.deprel === "nsubj" &&
          /^(?:PROPN|PRON)$/.test(tokens[kid]!.upos) &&
          !/^(?:it|this|that|which)$/.test(syntax.words[kid]!),
      ) ?? -1
  );
}

/** "Received a call *from Togo*": Togo called. "Received *Lima*": Lima visited. */
function withCaller({ syntax, trigger }: Scene, all: readonly Argument[], act: Act): Pick<Act, "arguments" | "modes"> {
  const { words, tokens } = syntax;
  const same = { arguments: all, modes: act.modes };
  const verb = climb(syntax, trigger, /^(?:obj|compound)$/).find((at) => RECEIVE.test(words[at]!));
  const got = verb === undefined ? undefined : kidsBy(syntax, verb, "obj")[0];
  if (verb === undefined || got === undefined) return same;
  const isCall = CALL.test(words[got]!);
  const caller = isCall
    ? [got, verb].flatMap((at) => kidsBy(syntax, at, "nmod", "obl")).find((kid) => markOf(syntax, kid) === "from")
    : got;
  const called = syntax.kids(verb).find((kid) => tokens[kid]!.deprel === "nsubj");
  if (caller === undefined || called === undefined) return same;
  const plays = (one: Argument, at: number): boolean => isSide(one) && headsOf(syntax, one).includes(at);
  const callers = all.filter((one) => plays(one, caller)).map((one): Argument => ({ ...one, role: "actor" }));
  if (callers.length === 0 && !isCall) return same;
  const rest = all.filter((one) => !plays(one, caller)).map((one): Argument => (plays(one, called) ? { ...one, role: "recipient" } : one));
  const named = callers.length > 0 ? callers : [{ ...phraseOf(syntax, caller), role: "actor" as const, confidence: act.confidence }];
  return { arguments: [...named, ...rest], modes: /^call/.test(words[got]!) ? ["phone"] : act.modes };
}
