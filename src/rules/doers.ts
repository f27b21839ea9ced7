// An act → the act with those as its doers whom the clause of its trigger names. Pure.

import { climb, headIn, headsOf, kidsBy, markOf, phraseHead, phraseOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { actBy, type Rule } from "./rule.ts";

const FACED: Rule = {
  name: "sides.faced",
  why: "who faces words of blame is blamed",
  fires: "The minister of Togo faced criticism from the opposition.",
  spares: "The minister of Togo criticised the opposition.",
};

const AGENTS: Rule = {
  name: "sides.by-below",
  why: "who stands behind a “by” below the object does nothing that the subject does",
  fires: "Police condemned a complaint filed by a lawmaker of Togo.",
  spares: "A complaint was condemned by a lawmaker of Togo.",
};

const ONLOOKERS: Rule = {
  name: "sides.onlooker",
  why: "who is the subject of a verb above does not do it",
  fires: "Residents saw soldiers attack the market in Togo.",
  spares: "Soldiers attacked the market in Togo.",
};

const DOER: Rule = {
  name: "sides.with-doing",
  why: "of “with the police promising an inquiry” it is the police that promise",
  fires: "The protest ended, with the police promising an inquiry into the raid.",
  spares: "The police promised an inquiry into the raid.",
};

const SUBJECT: Rule = {
  name: "sides.subject",
  why: "the subject of a verb of saying does it",
  fires: "What it means is Ukraine refused to sign.",
  spares: "Russia asked Ukraine to sign.",
};

const ANTECEDENT: Rule = {
  name: "sides.antecedent",
  why: "of a clause with “who” the noun before it is the doer",
  fires: "The complaint was filed by a lawmaker, who accused the police of torture.",
  spares: "A lawmaker accused the police of torture.",
};

const BEFORE_NOUN: Rule = {
  name: "sides.before-noun",
  why: "of “the jailed editor” nobody outside his own phrase is told to have jailed him",
  fires: "The arrested editor was given pledges by Togo.",
  spares: "Togo's jailed editor was freed.",
};

export const DOERS: readonly Rule[] = [FACED, AGENTS, ONLOOKERS, BEFORE_NOUN, DOER, SUBJECT, ANTECEDENT];

export function withDoers(act: Act, sentence: TaggedSentence, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  // Both sides of a meeting are its actors.
  if (trigger < 0 || /^(?:CONSULT|COOPERATE)$/.test(act.type)) return act;
  const steps: readonly (readonly [Rule, (one: Act) => Act])[] = [
    [FACED, (one) => withFaced(one, tree, trigger)],
    [AGENTS, (one) => withoutAgents(one, tree, trigger)],
    [ONLOOKERS, (one) => withoutOnlookers(one, tree, trigger)],
    [BEFORE_NOUN, (one) => withoutOutside(one, tree, trigger)],
    [DOER, (one) => withDoer(one, tree, trigger)],
    [SUBJECT, (one) => withSubject(one, tree, trigger)],
    [ANTECEDENT, (one) => withAntecedent(one, sentence, tree, trigger)],
  ];
  return steps.reduce((one, [rule, step]) => actBy(rule, tree, one, step), act);
}

/** "With the police *promising* an inquiry": it is the police that promise, whoever is the subject of the sentence. */
function withDoer(act: Act, tree: Tree, trigger: number): Act {
  const doer = doerOf(tree, trigger);
  if (doer < 0) return act;
  const isDoer = (one: Argument): boolean => climb(tree, headIn(tree, one), /^(?:conj|appos|flat|compound|nmod)$/).includes(doer);
  const actors = act.arguments.filter(({ role }) => role === "actor");
  const own = actors.filter(isDoer);
  const rest = act.arguments.filter(({ role }) => role !== "actor");
  const confidence = Math.max(...actors.map((one) => one.confidence), act.confidence);
  return { ...act, arguments: [...(own.length > 0 ? own : [{ ...phraseOf(tree, doer), role: "actor" as const, confidence }]), ...rest] };
}

/** What somebody does by himself: "Togo's *efforts* to help" are Togo's help. */
const OWN_DOING = formsOf("own-doing");

function doerOf(tree: Tree, trigger: number): number {
  const { tokens, words } = tree;
  const noun = tokens[trigger]!.deprel === "acl" && markOf(tree, trigger) === "to" ? tokens[trigger]!.head : -1;
  if (noun >= 0 && OWN_DOING.has(words[noun]!)) return tree.kids(noun).find((kid) => tokens[kid]!.deprel === "nmod:poss") ?? -1;
  if (!/ing$/.test(words[trigger]!)) return -1;
  if (markOf(tree, trigger) === "with" && tokens[trigger]!.upos === "VERB")
    return kidsBy(tree, trigger, "nsubj", "compound").findLast((kid) => kid < trigger) ?? -1;
  const { head, deprel } = tokens[trigger]!;
  return deprel === "acl" && markOf(tree, head) === "with" ? head : -1;
}

/** "Police are probing a complaint filed *by a lawmaker*": who stands behind a "by" below a verb's object does nothing that the verb's subject does. */
function withoutAgents(act: Act, tree: Tree, trigger: number): Act {
  const { tokens } = tree;
  if (tokens[trigger]!.upos !== "VERB" || !tree.kids(trigger).some((kid) => tokens[kid]!.deprel === "nsubj")) return act;
  const isAgent = (one: Argument): boolean => {
    const path = climb(tree, phraseHead(tree, headIn(tree, one)), /./);
    const up = path.indexOf(trigger);
    // "A post *by the ministry* thanking them": below the subject it may be who does it. "Beaten and jailed by guards": or the agent is shared.
    // "A body *banned by the council* condemned it": the council bans.
    const bans = up > 1 && relOf(tree, path[1]!) === "acl" && tokens[path[1]!]!.upos === "VERB" && relOf(tree, path[0]!) === "obl";
    const below = up > 0 && (bans || !/^(?:conj|nsubj)$/.test(relOf(tree, path[up - 1]!)));
    return one.role === "actor" && below && (up > 1 || kidsBy(tree, trigger, "obj").length > 0) && markOf(tree, path[0]!) === "by";
  };
  return act.arguments.some((one) => one.role === "actor" && !isAgent(one))
    ? { ...act, arguments: act.arguments.filter((one) => !isAgent(one)) }
    : act;
}

/** "The *arrested* editor was given pledges by Togo": a participle before its noun has no doers but those of the noun's own phrase. */
function withoutOutside(act: Act, tree: Tree, trigger: number): Act {
  const { head, deprel } = tree.tokens[trigger]!;
  if (!/^(?:amod|acl)$/.test(deprel) || head <= trigger || !/(?:ed|en)$/.test(tree.words[trigger]!)) return act;
  const noun = tree.tokens.slice(trigger, head).every(({ upos }) => upos !== "PUNCT") && tree.tokens[trigger + 1]?.upos !== "ADP";
  const isInside = (one: Argument): boolean => climb(tree, headIn(tree, one), /./).includes(head);
  return noun ? { ...act, arguments: act.arguments.filter((one) => one.role !== "actor" || isInside(one)) } : act;
}

/** Verbs whose subject meets what their noun tells: "*faced* a grilling". */
const MEETS_WITH = formsOf("meeting-with");

/** "*The minister* faced a grilling": he is grilled. */
function withFaced(act: Act, tree: Tree, trigger: number): Act {
  const { tokens, words } = tree;
  const verb = tokens[trigger]!.head;
  const faced =
    tokens[trigger]!.upos === "NOUN" &&
    verb >= 0 &&
    tokens[verb]!.upos === "VERB" &&
    ((relOf(tree, trigger) === "obj" && MEETS_WITH.has(words[verb]!)) ||
      (relOf(tree, trigger) === "obl" && markOf(tree, trigger) === "under" && /^(?:came|come|comes|coming)$/.test(words[verb]!)));
  if (!faced || !/^(?:ACCUSE|REJECT|PROTEST|THREATEN)$/.test(act.type)) return act;
  const subjects = kidsBy(tree, verb, "nsubj");
  const isSubject = (one: Argument): boolean => subjects.includes(phraseHead(tree, headIn(tree, one)));
  return act.arguments.some((one) => one.role === "actor" && isSubject(one))
    ? {
        ...act,
        arguments: act.arguments.flatMap((one): Argument[] => {
          if (one.role === "actor" && isSubject(one)) return [{ ...one, role: "recipient" }];
          // What it is over is nobody.
          return one.role === "recipient" && !isSubject(one) ? [] : [one];
        }),
      }
    : act;
}

/** "*They* saw Lima cozy up to Togo": who does something has a verb of his own, and whoever is the subject of a verb above it does not do it with him. */
function withoutOnlookers(act: Act, tree: Tree, trigger: number): Act {
  const { tokens } = tree;
  // "*They* brought up the shooting of a clerk by soldiers": a deed with a "by" of its own.
  const agents = kidsBy(tree, trigger, "obl", "nmod").filter((kid) => markOf(tree, kid) === "by");
  const told = agents.length > 0 && /^(?:obj|obl)$/.test(relOf(tree, trigger));
  if (tokens[trigger]!.upos !== "VERB" && !told) return act;
  const subjects = [...tree.kids(trigger).filter((kid) => tokens[kid]!.deprel === "nsubj"), ...(told ? agents : [])];
  const verbs = climb(tree, trigger, told ? /^(?:xcomp|ccomp|obj|obl)$/ : /^(?:xcomp|ccomp)$/).slice(1);
  const headOf = (one: Argument): number => phraseHead(tree, headIn(tree, one));
  const isActor = ({ role }: Argument): boolean => role === "actor";
  if (!act.arguments.some((one) => isActor(one) && subjects.includes(headOf(one)))) return act;
  const isAbove = (one: Argument): boolean => {
    const at = headOf(one);
    return at >= 0 && tokens[at]!.deprel === "nsubj" && verbs.includes(tokens[at]!.head);
  };
  return { ...act, arguments: act.arguments.filter((one) => !isActor(one) || !isAbove(one)) };
}

/** Types whose deed is done by speaking, so that the subject of its verb is who does it. */
const SPOKEN = /^(?:ACCUSE|REQUEST|REJECT|AGREE|THREATEN|SUPPORT)$/;

/** "What it means is *Ukraine refused* to sign": the subject of a verb of saying does it, where the model took it for the other side and saw nobody else. */
function withSubject(act: Act, tree: Tree, trigger: number): Act {
  const { tokens } = tree;
  if (!SPOKEN.test(act.type) || tokens[trigger]!.upos !== "VERB" || isPassive(tree, trigger)) return act;
  if (act.arguments.some(({ role }) => role === "actor")) return act;
  const subject = tree.kids(trigger).find((kid) => tokens[kid]!.deprel === "nsubj");
  if (subject === undefined) return withPurpose(act, tree, trigger);
  const isSubject = (one: Argument): boolean => headsOf(tree, one).includes(subject);
  return {
    ...act,
    arguments: act.arguments.map((one) => (one.role === "recipient" && isSubject(one) ? { ...one, role: "actor" } : one)),
  };
}

/** "*Lima* called the mayor to ask him to stop": an end is its verb's subject's, where the model saw nobody. */
function withPurpose(act: Act, tree: Tree, trigger: number): Act {
  const { tokens, words } = tree;
  const { head } = tokens[trigger]!;
  if (relOf(tree, trigger) !== "advcl" || markOf(tree, trigger) !== "to" || head < 0 || isPassive(tree, head)) return act;
  const doer = tree.kids(head).find((kid) => tokens[kid]!.deprel === "nsubj" && !/^(?:it|this|that|which|who)$/.test(words[kid]!));
  if (doer === undefined || act.arguments.some((one) => phraseHead(tree, headIn(tree, one)) === doer)) return act;
  return { ...act, arguments: [...act.arguments, { ...phraseOf(tree, doer), role: "actor", confidence: act.confidence }] };
}

/** "The lawmaker, *who accused* them": where the model saw nobody, the noun before the clause. */
function withAntecedent(act: Act, sentence: TaggedSentence, tree: Tree, trigger: number): Act {
  const { tokens, words } = tree;
  const verb = climb(tree, trigger, /^(?:xcomp|conj)$/).find((at) => relOf(tree, at) === "acl") ?? -1;
  if (verb < 0 || !SPOKEN.test(act.type) || tokens[trigger]!.upos !== "VERB" || act.arguments.some(({ role }) => role === "actor"))
    return act;
  const pronoun = tree.kids(verb).find((kid) => tokens[kid]!.deprel === "nsubj" && /^(?:who|which|that)$/.test(words[kid]!)) ?? -1;
  if (pronoun < 0 || isPassive(tree, trigger)) return act;
  const noun = tokens[verb]!.head;
  // "A complaint filed by a lawmaker, *who* …": trees hang the clause on a thing where "who" is a person.
  const persons = words[pronoun] === "who" ? sentence.acts.flatMap((other) => other.arguments).filter((one) => isActor(one)) : [];
  const nearer = persons.map((one) => headIn(tree, one)).filter((at) => at >= noun && at < pronoun);
  const doer = nearer.length === 0 || nearer.includes(noun) ? noun : Math.max(...nearer);
  return { ...act, arguments: [...act.arguments, { ...phraseOf(tree, doer), role: "actor", confidence: act.confidence }] };
}

const isActor = ({ role }: Argument): boolean => role === "actor" || role === "recipient";

const isPassive = (tree: Tree, at: number): boolean => tree.kids(at).some((kid) => /:pass$/.test(tree.tokens[kid]!.deprel));
