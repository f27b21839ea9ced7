// An act and its sentence → the act without those on its sides whom grammar keeps out of it, and with those whom it puts there. Pure.

import type { EventType } from "../codebook.ts";
import { climb, headIn, markOf, phraseHead, relOf, type Tree } from "../grammar/tree.ts";
import { slice } from "../span.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { GOODWILL, withGoodwill } from "./goodwill.ts";
import { REFUSAL, withRefusal } from "./refusals.ts";
import { fired, type Rule, stepped } from "./rule.ts";
import { TALK_RULES, withTalks } from "./talks.ts";

/** An act as its rules see it. */
interface Scene {
  readonly type: EventType;
  readonly tree: Tree;
  /** The trigger's head word. */
  readonly trigger: number;
  /** Head words of the recipients. */
  readonly recipients: readonly number[];
  /** Head words of what else the sentence tells. */
  readonly others: ReadonlySet<number>;
}

interface KeptOut extends Rule {
  /** Whether the recipient whose head stands at `at` is none. */
  readonly isNone: (scene: Scene, at: number) => boolean;
}

const KEPT_OUT: readonly KeptOut[] = [
  {
    name: "kept-out.worried",
    why: "who feels concern does not give rise to it",
    isNone: isWorried,
    fires: "The raid caused concern among neighbours of Togo.",
    spares: "Togo expressed concern about Ghana.",
  },
  {
    name: "kept-out.worried-for",
    why: "of whom a clause tells, only who does something in it can be blamed",
    isNone: isWorriedFor,
    fires: "Togo voiced concern that the journalists of Ghana might be jailed.",
    spares: "Togo expressed concern that Ghana might attack.",
  },
  {
    name: "kept-out.half-name",
    why: "a noun that names another noun is nobody by itself",
    isNone: isHalfName,
    fires: "The minister broke with the party line of Togo.",
    spares: "The minister broke with the party.",
  },
  {
    name: "kept-out.end",
    why: "whom the end of a refusal or a ban touches is not whom it struck",
    isNone: isOfEnd,
    fires: "The words were rejected to calm France.",
    spares: "The council rejected the offer of Togo.",
  },
  {
    name: "kept-out.against",
    why: "whom help is given against is not helped",
    isNone: isAgainst,
    fires: "Togo sent weapons to the rebels against Ghana.",
    spares: "Togo sent weapons to Ghana.",
  },
];

const BEFORE_NOUN: Rule = {
  name: "sides.before-noun",
  why: "of “the jailed editor” nobody outside his own phrase is told to have jailed him",
  fires: "The arrested editor was given pledges by Togo.",
  spares: "Togo's jailed editor was freed.",
};

/** All rules of an act's sides, for docs, tests and measures, in the order in which they are asked. */
export const SIDES: readonly Rule[] = [...KEPT_OUT, BEFORE_NOUN, REFUSAL, ...TALK_RULES, ...GOODWILL];

export function withSides(act: Act, sentence: TaggedSentence, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (trigger < 0) return act;
  const others = new Set(sentence.acts.map((other) => headIn(tree, other.trigger)).filter((at) => at !== trigger));
  const recipients = act.arguments.filter(({ role }) => role === "recipient").map((one) => headIn(tree, one));
  const scene: Scene = { type: act.type, tree, trigger, recipients, others };
  const kept = act.arguments.filter((one) => {
    const at = one.role === "recipient" ? headIn(tree, one) : -1;
    const what = (): string => `recipient “${slice(tree.text, one)}”: taken out`;
    return at < 0 || !KEPT_OUT.some((rule) => fired(rule, () => rule.isNone(scene, at), "changed", act.trigger, what()));
  });
  // Both sides of a meeting are its actors.
  const joint = /^(?:CONSULT|COOPERATE)$/.test(act.type);
  const all = joint ? kept : stepped(BEFORE_NOUN, tree, act.trigger, kept, (sides) => withoutOutside(sides, tree, trigger));
  return [withRefusal, withTalks, withGoodwill].reduce<Act>((one, put) => put(one, sentence, tree), { ...act, arguments: all });
}

/** "Concern *among neighbours*": who feels it is not who gives rise to it. */
function isWorried({ type, tree, trigger }: Scene, at: number): boolean {
  const part = phraseHead(tree, at);
  return type === "ACCUSE" && tree.tokens[part]!.head === trigger && markOf(tree, part) === "among";
}

/** "Concern that *they* might be beaten": of whom a clause tells, only who does something in it can be blamed. */
function isWorriedFor({ type, tree, trigger }: Scene, at: number): boolean {
  if (type !== "ACCUSE") return false;
  const path = climb(tree, at, /./);
  const below = path.slice(0, Math.max(0, path.indexOf(trigger)));
  // Where trees take half of the clause for the trigger's own phrase, its "that" tells all the same.
  const opens = at > trigger && tree.words[trigger + 1] === "that" && relOf(tree, trigger + 1) === "mark";
  if (
    !opens &&
    !below.some((word, step) => step > 0 && /^(?:acl|ccomp|advcl)$/.test(relOf(tree, word)) && /\bthat$/.test(markOf(tree, word)))
  )
    return false;
  const { tokens } = tree;
  const part = phraseHead(tree, at);
  const side = /^(?:nmod:poss|compound)$/.test(tokens[part]!.deprel) ? tokens[part]!.head : part;
  return !(/^(?:nsubj|obl:agent)$/.test(tokens[side]!.deprel) || /^(?:by|against)$/.test(markOf(tree, side)));
}

/** "Broke with the *party* line": a common noun that names another noun is nobody by itself. Blame for "*police* brutality" falls on police. */
function isHalfName({ type, tree, trigger, others }: Scene, at: number): boolean {
  const { tokens, forms } = tree;
  const { head, deprel } = tokens[at]!;
  if (type === "ACCUSE" || deprel !== "compound" || head === trigger || others.has(head)) return false;
  return /^\p{Ll}/u.test(forms[at]!) && tokens.slice(at + 1, head).every(({ upos }) => upos !== "VERB");
}

/** "Tossed out to calm *Togo*": whom the end of it touches; a call "on them to free her" is no end. */
function isOfEnd({ type, tree, trigger }: Scene, at: number): boolean {
  if (!/^(?:REJECT|SANCTION)$/.test(type)) return false;
  const path = climb(tree, at, /./);
  return path.slice(0, Math.max(0, path.indexOf(trigger))).some((word) => relOf(tree, word) === "advcl" && markOf(tree, word) === "to");
}

/** "Armed the rebels *against Ghana*". */
function isAgainst({ type, tree }: Scene, at: number): boolean {
  return /^(?:AID|SUPPORT)$/.test(type) && markOf(tree, phraseHead(tree, at)) === "against";
}

/** "The *arrested* editor was given pledges by Togo": a participle before its noun has no doers but those of the noun's own phrase. */
function withoutOutside(all: readonly Argument[], tree: Tree, trigger: number): readonly Argument[] {
  const { head, deprel } = tree.tokens[trigger]!;
  if (!/^(?:amod|acl)$/.test(deprel) || head <= trigger || !/(?:ed|en)$/.test(tree.words[trigger]!)) return all;
  const noun = tree.tokens.slice(trigger, head).every(({ upos }) => upos !== "PUNCT") && tree.tokens[trigger + 1]?.upos !== "ADP";
  const isInside = (one: Argument): boolean => climb(tree, headIn(tree, one), /./).includes(head);
  return noun ? all.filter((one) => one.role !== "actor" || isInside(one)) : all;
}
