// A meeting → the meeting without those who are only talked of, or who meet elsewhere, and with whom the model passed over. Pure.

import { climb, headIn, headsOf, kidsBy, markOf, phraseOf, relOf, type Tree, wordIn } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { isSide, type Rule, stepped } from "./rule.ts";
import { isTopic } from "./topics.ts";

const BESIDE = /^(?:sidelines?|margins?|fringes?)$/;
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

const PARTNER: Rule = {
  name: "talks.partner",
  why: "whom one meets, or talks with, is a party, though the model passed him over",
  fires: "At a meeting with Ruto, Macron said France would help.",
  spares: "Lima and Diallo met in Togo.",
};

const HOST: Rule = {
  name: "talks.host",
  why: "who has invited the guest is whom he visits, where the text tells of nobody but a town",
  fires: "President Lima visited the city of Lomé at the invitation of President Diallo.",
  spares: "President Lima visited President Diallo and rejected the invitation of Togo.",
};

export const TALK_RULES: readonly Rule[] = [OUTSIDE, PARTNER, HOST];

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
    [PARTNER, (all) => withPartner(scene, all, act.confidence)],
    [HOST, (all) => withHost(scene, all, act.confidence)],
  ];
  return { ...act, arguments: steps.reduce((sides, [rule, step]) => stepped(rule, tree, act.trigger, sides, step), act.arguments) };
}

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

/** "Met *Lima*", "talks with *Togo*": a name that the model passed over where it saw but one party. */
function withPartner({ tree, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { tokens } = tree;
  const met = tree.stems[trigger] === "meet" ? kidsBy(tree, trigger, "obj") : [];
  if (!wordIn(tree, trigger, "talks-of-both")) return all;
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

const SETTLEMENTS = formsOf("settlements");

const isSettlement = (tree: Tree, one: Argument): boolean => SETTLEMENTS.has(tree.words[headIn(tree, one)] ?? "");

/** "Visited the city at the invitation *of Lima*": the invitation that the visit, or the verb that it is the object of, tells of. */
function withHost({ tree, trigger }: Scene, all: readonly Argument[], confidence: number): readonly Argument[] {
  const { tokens, words } = tree;
  const above = /^obj|^iobj/.test(relOf(tree, trigger)) ? [tokens[trigger]!.head] : [];
  const sides = all.filter(isSide);
  if (!/^visit/.test(words[trigger]!) || sides.filter((one) => !isSettlement(tree, one)).length !== 1) return all;
  const invitation = [trigger, ...above].flatMap((at) => kidsBy(tree, at, "obl", "nmod")).find((kid) => words[kid] === "invitation");
  const host =
    invitation === undefined
      ? undefined
      : kidsBy(tree, invitation, "nmod").find((kid) => tokens[kid]!.upos === "PROPN" && /^(?:by|of|from|)$/.test(markOf(tree, kid)));
  if (host === undefined || sides.some((one) => climb(tree, headIn(tree, one), /./).includes(host))) return all;
  const placed = all.map((one) => (isSide(one) && isSettlement(tree, one) ? { ...one, role: "place" as const } : one));
  return [...placed, { ...phraseOf(tree, host), role: "recipient", confidence }];
}

/** "After a call with Lima, *he* left": who has talked is the subject of what he did then; -1 for none. */
function callerOf(tree: Tree, trigger: number): number {
  const { tokens } = tree;
  const verb = tokens[trigger]!.head;
  if (tokens[trigger]!.upos !== "NOUN" || relOf(tree, trigger) !== "obl" || !formsOf("occasions").has(markOf(tree, trigger)) || verb < 0)
    return -1;
  return (
    tree
      .kids(verb)
      .find((kid) => tokens[kid]!.deprel === "nsubj" && /^(?:PROPN|PRON)$/.test(tokens[kid]!.upos) && !wordIn(tree, kid, "nobody")) ?? -1
  );
}
