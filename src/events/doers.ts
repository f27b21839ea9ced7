// An act → the act with those as its doers whom the clause of its trigger names. Pure.
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { climb, headIn, headsOf, kidsBy, markOf, phraseHead, phraseOf, relOf, type Syntax } from "./syntax.ts";

export function withDoers(act: Act, sentence: TaggedSentence, syntax: Syntax): Act {
  const trigger = headIn(syntax, act.trigger);
  // Both sides of a meeting are its actors.
  if (trigger < 0 || /^(?:CONSULT|COOPERATE)$/.test(act.type)) return act;
  const own = withoutOnlookers(withoutAgents(withFaced(act, syntax, trigger), syntax, trigger), syntax, trigger);
  return withAntecedent(withSubject(withDoer(own, syntax, trigger), syntax, trigger), sentence, syntax, trigger);
}

/** "With the police *promising* an inquiry": it is the police that promise, whoever is the subject of the sentence. */
function withDoer(act: Act, syntax: Syntax, trigger: number): Act {
  const doer = doerOf(syntax, trigger);
  if (doer < 0) return act;
  const isDoer = (one: Argument): boolean => climb(syntax, headIn(syntax, one), /^(?:conj|appos|flat|compound|nmod)$/).includes(doer);
  const actors = act.arguments.filter(({ role }) => role === "actor");
  const own = actors.filter(isDoer);
  const rest = act.arguments.filter(({ role }) => role !== "actor");
  const confidence = Math.max(...actors.map((one) => one.confidence), act.confidence);
  return { ...act, arguments: [...(own.length > 0 ? own : [{ ...phraseOf(syntax, doer), role: "actor" as const, confidence }]), ...rest] };
}

/** What somebody does by himself: "Togo's *efforts* to help" are Togo's help. */
const OWN_DOING =
  /^(?:efforts?|attempts?|bids?|campaigns?|decisions?|moves?|plans?|readiness|willingness|refusals?|intentions?|determination|commitment|failure|inability|ability)$/;

function doerOf(syntax: Syntax, trigger: number): number {
  const { tokens, words } = syntax;
  const noun = tokens[trigger]!.deprel === "acl" && markOf(syntax, trigger) === "to" ? tokens[trigger]!.head : -1;
  if (noun >= 0 && OWN_DOING.test(words[noun]!)) return syntax.kids(noun).find((kid) => tokens[kid]!.deprel === "nmod:poss") ?? -1;
  if (!/ing$/.test(words[trigger]!)) return -1;
  if (markOf(syntax, trigger) === "with" && tokens[trigger]!.upos === "VERB")
    return kidsBy(syntax, trigger, "nsubj", "compound").findLast((kid) => kid < trigger) ?? -1;
  const { head, deprel } = tokens[trigger]!;
  return deprel === "acl" && markOf(syntax, head) === "with" ? head : -1;
}

/** "Police are probing a complaint filed *by a lawmaker*": who stands behind a "by" below a verb's object does nothing that the verb's subject does. */
function withoutAgents(act: Act, syntax: Syntax, trigger: number): Act {
  const { tokens } = syntax;
  if (tokens[trigger]!.upos !== "VERB" || !syntax.kids(trigger).some((kid) => tokens[kid]!.deprel === "nsubj")) return act;
  const isAgent = (one: Argument): boolean => {
    const path = climb(syntax, phraseHead(syntax, headIn(syntax, one)), /./);
    const up = path.indexOf(trigger);
    // "A post *by the ministry* thanking them": below the subject it may be who does it. "Beaten and jailed by guards": or the agent is shared.
    // "A body *banned by the council* condemned it": the council bans.
    const bans = up > 1 && relOf(syntax, path[1]!) === "acl" && tokens[path[1]!]!.upos === "VERB" && relOf(syntax, path[0]!) === "obl";
    const below = up > 0 && (bans || !/^(?:conj|nsubj)$/.test(relOf(syntax, path[up - 1]!)));
    return one.role === "actor" && below && (up > 1 || kidsBy(syntax, trigger, "obj").length > 0) && markOf(syntax, path[0]!) === "by";
  };
  return act.arguments.some((one) => one.role === "actor" && !isAgent(one))
    ? { ...act, arguments: act.arguments.filter((one) => !isAgent(one)) }
    : act;
}

/** Verbs whose subject meets what their noun tells: "*faced* a grilling". */
const MEETS_WITH =
  /^(?:fac|draw|drew|drawn|suffer|endur|receiv|undergo|underw|provok|incur|attract|spark|invit)(?:|e|es|s|d|ed|ing|n|ent|one)$/;

/** "*The minister* faced a grilling": he is grilled. */
function withFaced(act: Act, syntax: Syntax, trigger: number): Act {
  const { tokens, words } = syntax;
  const verb = tokens[trigger]!.head;
  const faced =
    tokens[trigger]!.upos === "NOUN" &&
    verb >= 0 &&
    tokens[verb]!.upos === "VERB" &&
    ((relOf(syntax, trigger) === "obj" && MEETS_WITH.test(words[verb]!)) ||
      (relOf(syntax, trigger) === "obl" && markOf(syntax, trigger) === "under" && /^(?:came|come|comes|coming)$/.test(words[verb]!)));
  if (!faced || !/^(?:ACCUSE|REJECT|PROTEST|THREATEN)$/.test(act.type)) return act;
  const subjects = kidsBy(syntax, verb, "nsubj");
  const isSubject = (one: Argument): boolean => subjects.includes(phraseHead(syntax, headIn(syntax, one)));
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
function withoutOnlookers(act: Act, syntax: Syntax, trigger: number): Act {
  const { tokens } = syntax;
  // "*They* brought up the shooting of a clerk by soldiers": a deed with a "by" of its own.
  const agents = kidsBy(syntax, trigger, "obl", "nmod").filter((kid) => markOf(syntax, kid) === "by");
  const told = agents.length > 0 && /^(?:obj|obl)$/.test(relOf(syntax, trigger));
  if (tokens[trigger]!.upos !== "VERB" && !told) return act;
  const subjects = [...syntax.kids(trigger).filter((kid) => tokens[kid]!.deprel === "nsubj"), ...(told ? agents : [])];
  const verbs = climb(syntax, trigger, told ? /^(?:xcomp|ccomp|obj|obl)$/ : /^(?:xcomp|ccomp)$/).slice(1);
  const headOf = (one: Argument): number => phraseHead(syntax, headIn(syntax, one));
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
function withSubject(act: Act, syntax: Syntax, trigger: number): Act {
  const { tokens } = syntax;
  if (!SPOKEN.test(act.type) || tokens[trigger]!.upos !== "VERB" || isPassive(syntax, trigger)) return act;
  if (act.arguments.some(({ role }) => role === "actor")) return act;
  const subject = syntax.kids(trigger).find((kid) => tokens[kid]!.deprel === "nsubj");
  if (subject === undefined) return withPurpose(act, syntax, trigger);
  const isSubject = (one: Argument): boolean => headsOf(syntax, one).includes(subject);
  return {
    ...act,
    arguments: act.arguments.map((one) => (one.role === "recipient" && isSubject(one) ? { ...one, role: "actor" } : one)),
  };
}

/** "*Lima* called the mayor to ask him to stop": an end is its verb's subject's, where the model saw nobody. */
function withPurpose(act: Act, syntax: Syntax, trigger: number): Act {
  const { tokens, words } = syntax;
  const { head } = tokens[trigger]!;
  if (relOf(syntax, trigger) !== "advcl" || markOf(syntax, trigger) !== "to" || head < 0 || isPassive(syntax, head)) return act;
  const doer = syntax.kids(head).find((kid) => tokens[kid]!.deprel === "nsubj" && !/^(?:it|this|that|which|who)$/.test(words[kid]!));
  if (doer === undefined || act.arguments.some((one) => phraseHead(syntax, headIn(syntax, one)) === doer)) return act;
  return { ...act, arguments: [...act.arguments, { ...phraseOf(syntax, doer), role: "actor", confidence: act.confidence }] };
}

/** "The lawmaker, *who accused* them": where the model saw nobody, the noun before the clause. */
function withAntecedent(act: Act, sentence: TaggedSentence, syntax: Syntax, trigger: number): Act {
  const { tokens, words } = syntax;
  const verb = climb(syntax, trigger, /^(?:xcomp|conj)$/).find((at) => relOf(syntax, at) === "acl") ?? -1;
  if (verb < 0 || !SPOKEN.test(act.type) || tokens[trigger]!.upos !== "VERB" || act.arguments.some(({ role }) => role === "actor"))
    return act;
  const pronoun = syntax.kids(verb).find((kid) => tokens[kid]!.deprel === "nsubj" && /^(?:who|which|that)$/.test(words[kid]!)) ?? -1;
  if (pronoun < 0 || isPassive(syntax, trigger)) return act;
  const noun = tokens[verb]!.head;
  // "A complaint filed by a lawmaker, *who* …": trees hang the clause on a thing where "who" is a person.
  const persons = words[pronoun] === "who" ? sentence.acts.flatMap((other) => other.arguments).filter((one) => isActor(one)) : [];
  const nearer = persons.map((one) => headIn(syntax, one)).filter((at) => at >= noun && at < pronoun);
  const doer = nearer.length === 0 || nearer.includes(noun) ? noun : Math.max(...nearer);
  return { ...act, arguments: [...act.arguments, { ...phraseOf(syntax, doer), role: "actor", confidence: act.confidence }] };
}

const isActor = ({ role }: Argument): boolean => role === "actor" || role === "recipient";

const isPassive = (syntax: Syntax, at: number): boolean => syntax.kids(at).some((kid) => /:pass$/.test(syntax.tokens[kid]!.deprel));
