// An act and its sentence → the act without those on its sides whom grammar keeps out of it, and with those whom it puts there. Pure.

import { type EventType, TYPES } from "../codebook.ts";
import { isOff } from "../grammar/trace.ts";
import { climb, headIn, kidsBy, markOf, phraseHead, phraseOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import { slice } from "../span.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { DOERS, withDoers } from "./doers.ts";
import { GOODWILL, withGoodwill } from "./goodwill.ts";
import { OWNERS, SUFFERED, withOwners } from "./owners.ts";
import { PATIENTS } from "./patients.ts";
import { REFUSAL, withRefusal } from "./refusals.ts";
import { fired, type Rule, stepped } from "./rule.ts";
import { TALK_RULES, withTalks } from "./talks.ts";
import { isKnownTo } from "./topics.ts";

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
    name: "kept-out.addressee",
    why: "before whom a complaint is brought is not who it is about",
    isNone: isAddressee,
    fires: "Residents of Togo complained to the council about the raids.",
    spares: "Residents of Togo complained about the council.",
  },
  {
    name: "kept-out.worried",
    why: "who feels concern does not give rise to it",
    isNone: isWorried,
    fires: "The raid caused concern among neighbours of Togo.",
    spares: "Togo expressed concern about Ghana.",
  },
  {
    name: "kept-out.own-clause",
    why: "to whom somebody else does something is not blamed",
    isNone: isOfOwnClause,
    fires: "Critics called it another case of him giving Russia a stage.",
    spares: "Critics accused Russia of murder.",
  },
  {
    name: "kept-out.worried-for",
    why: "of whom a clause tells, only who does something in it can be blamed",
    isNone: isWorriedFor,
    fires: "Togo expressed concern that the prisoners might be beaten.",
    spares: "Togo expressed concern that Ghana might attack.",
  },
  {
    name: "kept-out.victim",
    why: "whom a deed was done to is not blamed for it",
    isNone: isVictim,
    fires: "Togo condemned the killing of protesters.",
    spares: "Togo condemned the protesters.",
  },
  {
    name: "kept-out.bystander",
    why: "where a noun’s own phrase says whom the deed struck, it struck nobody outside",
    isNone: isBystander,
    fires: "The invasion of Ukraine worries Poland.",
    spares: "Russia invaded Ukraine.",
  },
  {
    name: "kept-out.half-name",
    why: "a noun that names another noun is nobody by itself",
    isNone: isHalfName,
    fires: "The minister broke with the party line of Togo.",
    spares: "The minister broke with the party.",
  },
  {
    name: "kept-out.where-asked",
    why: "where something is to be done, nobody is asked for it",
    isNone: isWhereAsked,
    fires: "The opposition asked leave to meet in Togo.",
    spares: "The opposition asked Togo for help.",
  },
  {
    name: "kept-out.looked-into",
    why: "who did what is to be looked into is not asked for that",
    isNone: isLookedInto,
    fires: "Togo demanded a probe into the attack by the rebels.",
    spares: "Togo demanded that the rebels leave.",
  },
  {
    name: "kept-out.matter",
    why: "what a clash is over is nobody",
    isNone: isMatter,
    fires: "The parties clashed over the budget of the ministry.",
    spares: "The parties clashed with the ministry.",
  },
  {
    name: "kept-out.office",
    why: "what somebody is the head of is not whom he orders",
    isNone: isOfOffice,
    fires: "The order of the commissioner general of the police agency came on Monday.",
    spares: "The commissioner general ordered the police to leave.",
  },
  {
    name: "kept-out.threatening",
    why: "who is to do what is threatened is not threatened",
    isNone: isThreatening,
    fires: "Lima warned that Paris would block the treaty.",
    spares: "Lima warned Paris.",
  },
  {
    name: "kept-out.where",
    why: "a place of which a clause tells what happened there is nobody",
    isNone: isWhere,
    fires: "Bombs hit the east of Togo, where soldiers killed five people.",
    spares: "Bombs hit Togo.",
  },
  {
    name: "kept-out.in-question",
    why: "who does something in a question is asked for nothing",
    isNone: isInQuestion,
    fires: "The council insisted on what Togo would ask.",
    spares: "The council asked Togo to leave.",
  },
  {
    name: "kept-out.end",
    why: "whom the end of a refusal or a ban touches is not whom it struck",
    isNone: isOfEnd,
    fires: "The council rejected the offer to please Togo.",
    spares: "The council rejected the offer of Togo.",
  },
  {
    name: "kept-out.whose",
    why: "of “their rivals were jailed” the rivals suffer, and not those whose they are",
    isNone: isWhose,
    fires: "Their rivals in Togo remain in prison.",
    spares: "The raid on Togo's capital killed ten.",
  },
  {
    name: "kept-out.against",
    why: "whom help is given against is not helped",
    isNone: isAgainst,
    fires: "Togo sent weapons to the rebels against Ghana.",
    spares: "Togo sent weapons to Ghana against the rebels.",
  },
];

const WEAPON_THROWN: Rule = {
  name: "sides.weapon",
  why: "what is thrown throws nothing",
  fires: "A drone hit a market in Togo.",
  spares: "A drone operator hit a market in Togo.",
};

const COMPLAINED_OF: Rule = {
  name: "sides.complained-of",
  why: "whom a complaint is about is blamed",
  fires: "Residents complained to the council of Togo about the mayor.",
  spares: "Residents blamed the mayor of Togo.",
};

/** All rules of an act's sides, for docs, tests and measures, in the order in which they are asked. */
export const SIDES: readonly Rule[] = [
  PATIENTS,
  ...OWNERS,
  WEAPON_THROWN,
  ...KEPT_OUT,
  COMPLAINED_OF,
  ...DOERS,
  REFUSAL,
  ...TALK_RULES,
  ...GOODWILL,
];

export function withSides(act: Act, sentence: TaggedSentence, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (trigger < 0) return act;
  const owned = stepped(WEAPON_THROWN, tree, act.trigger, withOwners(act, sentence, tree, trigger), (all) =>
    all.filter((one) => !isWeapon(tree, one)),
  );
  const scene: Scene = {
    type: act.type,
    tree,
    trigger,
    recipients: owned.filter(({ role }) => role === "recipient").map((one) => headIn(tree, one)),
    others: new Set(sentence.acts.map((other) => headIn(tree, other.trigger)).filter((at) => at !== trigger)),
  };
  const kept = owned.filter((one) => {
    const at = one.role === "recipient" ? headIn(tree, one) : -1;
    return (
      at < 0 ||
      !KEPT_OUT.some((rule) =>
        fired(rule, () => rule.isNone(scene, at), "changed", act.trigger, `recipient “${slice(tree.text, one)}”: taken out`),
      )
    );
  });
  const blamed =
    !isOff(COMPLAINED_OF.name) && owned.length > kept.length && !kept.some(({ role }) => role === "recipient") ? complainedOf(scene) : [];
  const recipients = blamed.map((at) => ({ ...phraseOf(tree, at), role: "recipient" as const, confidence: act.confidence }));
  const all = stepped(COMPLAINED_OF, tree, act.trigger, kept, () => [...kept, ...recipients]);
  return [withDoers, withRefusal, withTalks, withGoodwill].reduce<Act>((one, put) => put(one, sentence, tree), { ...act, arguments: all });
}

const WEAPON = formsOf("weapons");

/** "A *drone* hit a market": what is thrown throws nothing. */
const isWeapon = (tree: Tree, one: Argument): boolean => one.role === "actor" && WEAPON.has(tree.words[headIn(tree, one)] ?? "");

const COMPLAINT = formsOf("complaining");

/** "Complained *to the council* about the raids": whom a complaint is brought before is not who it is about. */
function isAddressee({ type, tree, trigger }: Scene, at: number): boolean {
  if (!/^(?:ACCUSE|PROTEST)$/.test(type) || !COMPLAINT.has(tree.words[trigger]!)) return false;
  const mark = markOf(tree, phraseHead(tree, at));
  return mark === "to" || (/^(?:with|at|before)$/.test(mark) && tree.words[trigger]!.startsWith("complain"));
}

/** "Complained to the council about *the mayor*", "about *the mayor's* raids": heads of those whom a complaint is about. */
function complainedOf({ type, tree, trigger }: Scene): number[] {
  if (!/^(?:ACCUSE|PROTEST)$/.test(type) || !COMPLAINT.has(tree.words[trigger]!)) return [];
  const carriers = climb(tree, trigger, /^(?:obj|nmod|obl)$/);
  const about = tree.tokens.flatMap((_, at) =>
    /^(?:about|against|over)$/.test(markOf(tree, at)) && climb(tree, at, /^(?:obl|nmod)$/).some((up) => carriers.includes(up)) ? [at] : [],
  );
  return about.map((at) => tree.kids(at).find((kid) => tree.tokens[kid]!.deprel === "nmod:poss") ?? at);
}

/** "Called it another case of him giving *Togo* a stage": whom somebody else does something to, in a clause with a subject of its own, is not who is blamed. */
function isOfOwnClause({ type, tree, trigger }: Scene, at: number): boolean {
  if (type !== "ACCUSE") return false;
  const part = phraseHead(tree, at);
  const verb = tree.tokens[part]?.head ?? -1;
  if (verb < 0 || verb === trigger || !/^(?:obj|iobj)$/.test(relOf(tree, part)) || relOf(tree, verb) !== "acl") return false;
  // Trees hang the subject of a gerund on the noun before it: "a case of *him* giving".
  const subject = kidsBy(tree, verb, "nsubj").length > 0 || relOf(tree, verb - 1) === "nmod";
  return subject && climb(tree, verb, /./).includes(trigger);
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

const TREATMENT = formsOf("treatment");

/** "The treatment *of officials*", "the killing *of protesters*": whom a deed was done to is not who is blamed for it. */
function isVictim({ type, tree, others }: Scene, at: number): boolean {
  const named = phraseHead(tree, at);
  // "Treatment of *dissenting* nurses": trees take the adjective for a verb with an object.
  const part = tree.tokens[named]!.deprel === "obj" ? tree.tokens[named]!.head : named;
  const noun = tree.tokens[part]?.head ?? -1;
  if (type !== "ACCUSE" || noun < 0 || markOf(tree, part) !== "of") return false;
  const word = tree.words[noun]!;
  return TREATMENT.has(word) || SUFFERED.has(word) || (others.has(noun) && word.endsWith("ing"));
}

/** Verbs by which a deed's own name does harm: "the attack *killed* ten". */
const HARMS = formsOf("harming");

const TARGET = formsOf("at-targets");

/** "The invasion of one country worries *another*": where a noun's own phrase says whom the deed struck, it struck nobody outside. */
function isBystander({ type, tree, trigger, recipients }: Scene, at: number): boolean {
  const { tokens, words } = tree;
  const { quad } = TYPES[type];
  const verb = tokens[trigger]!.head;
  const isSubject = relOf(tree, trigger) === "nsubj";
  // "Delivered a request to them": words may be handed over by a verb, as a raid is "carried out on" somebody.
  if (tokens[trigger]!.upos !== "NOUN" || !(isSubject || quad === 4)) return false;
  const targets = kidsBy(tree, trigger, "nmod").filter((kid) => TARGET.has(markOf(tree, kid)) || tokens[kid]!.deprel === "nmod:poss");
  const inside = (one: number): boolean => climb(tree, one, /./).some((up) => targets.includes(up));
  const struck = quad === 4 && targets.some((kid) => /^(?:on|against)$/.test(markOf(tree, kid)));
  if (inside(at) || !(struck || recipients.some(inside))) return false;
  const carried = relOf(tree, trigger) === "obj" && tokens[at]!.head === verb;
  return !(isSubject && HARMS.has(words[verb]!)) && !carried;
}

/** "Broke with the *party* line": a common noun that names another noun is nobody by itself. Blame for "*police* brutality" falls on police. */
function isHalfName({ type, tree, trigger, others }: Scene, at: number): boolean {
  const { tokens, forms } = tree;
  const { head, deprel } = tokens[at]!;
  if (type === "ACCUSE" || deprel !== "compound" || head === trigger || others.has(head)) return false;
  return /^\p{Ll}/u.test(forms[at]!) && tokens.slice(at + 1, head).every(({ upos }) => upos !== "VERB");
}

/** "Demanded a probe into the attack *by rebels*": who did what is to be looked into is not asked for that. */
function isLookedInto({ type, tree, trigger }: Scene, at: number): boolean {
  if (type !== "REQUEST") return false;
  const path = climb(tree, phraseHead(tree, at), /./);
  return path.slice(0, Math.max(0, path.indexOf(trigger))).some((word) => isKnownTo(tree, word));
}

/** "Asked leave to meet *in Togo*": where something is to be done, nobody is asked for it. */
function isWhereAsked({ type, tree, trigger }: Scene, at: number): boolean {
  if (type !== "REQUEST") return false;
  const path = climb(tree, phraseHead(tree, at), /./);
  const wanted = path.slice(1, Math.max(1, path.indexOf(trigger))).some((word) => /^(?:xcomp|acl|advcl|ccomp)$/.test(relOf(tree, word)));
  return wanted && /\bin$/.test(markOf(tree, path[0]!));
}

/** "Clashed *over the bureau*": what it is about is nobody. */
function isMatter({ type, tree, trigger }: Scene, at: number): boolean {
  const part = phraseHead(tree, at);
  return (
    /^(?:ACCUSE|ASSAULT)$/.test(type) &&
    /^(?:clash|spar)/.test(tree.words[trigger]!) &&
    climb(tree, part, /^(?:nmod|obl)$/).some((up) => markOf(tree, up) === "over")
  );
}

/** "The order of the commissioner general *of the police agency*": what somebody is the head of is not whom he orders. */
function isOfOffice({ type, tree, trigger }: Scene, at: number): boolean {
  const { tokens } = tree;
  if (type !== "REQUEST" || tokens[trigger]!.upos !== "NOUN") return false;
  const part = phraseHead(tree, at);
  const up = tokens[part]!.head;
  return (
    relOf(tree, part) === "nmod" &&
    markOf(tree, part) === "of" &&
    up > trigger &&
    /^(?:NOUN|PROPN)$/.test(tokens[up]!.upos) &&
    climb(tree, up, /^(?:nmod|flat|compound)$/).includes(trigger)
  );
}

/** "Warned that *Paris* would block it": who is to do what is threatened is not threatened. */
function isThreatening({ type, tree, trigger }: Scene, at: number): boolean {
  const part = phraseHead(tree, at);
  const verb = tree.tokens[part]?.head ?? -1;
  return (
    type === "THREATEN" &&
    verb >= 0 &&
    verb !== trigger &&
    climb(tree, part, /^(?:nmod|acl|obl|obj|conj|compound|amod|nsubj)$/).some(
      (up) =>
        tree.tokens[up]!.deprel === "nsubj" &&
        relOf(tree, tree.tokens[up]!.head) === "ccomp" &&
        climb(tree, tree.tokens[up]!.head, /^(?:ccomp|xcomp)$/).includes(trigger) &&
        kidsBy(tree, tree.tokens[up]!.head, "aux").some((aux) => /^(?:would|will|'d|'ll|could|may|might)$/.test(tree.words[aux]!)),
    )
  );
}

/** "Hit the *east*, where bombs killed five": a place of which a clause tells what happened there. */
function isWhere({ tree }: Scene, at: number): boolean {
  return kidsBy(tree, phraseHead(tree, at), "acl").some((kid) => tree.kids(kid).some((word) => tree.words[word] === "where"));
}

/** "Tossed out to calm *Togo*": whom the end of it touches; a call "on them to free her" is no end. */
function isOfEnd({ type, tree, trigger }: Scene, at: number): boolean {
  if (!/^(?:REJECT|SANCTION)$/.test(type)) return false;
  const path = climb(tree, at, /./);
  return path.slice(0, Math.max(0, path.indexOf(trigger))).some((word) => relOf(tree, word) === "advcl" && markOf(tree, word) === "to");
}

/** "*Their* rivals were jailed", where both are named. */
function isWhose({ type, tree, recipients }: Scene, at: number): boolean {
  return TYPES[type].quad === 4 && tree.tokens[at]!.deprel === "nmod:poss" && recipients.includes(tree.tokens[at]!.head);
}

/** "Armed the rebels *against Ghana*". */
function isAgainst({ type, tree }: Scene, at: number): boolean {
  return /^(?:AID|SUPPORT)$/.test(type) && markOf(tree, phraseHead(tree, at)) === "against";
}

/** "Insisted on what *Togo* would ask": who does something in a question is asked for nothing. */
function isInQuestion({ type, tree, trigger }: Scene, at: number): boolean {
  const part = phraseHead(tree, at);
  const verb = tree.tokens[part]?.head ?? -1;
  if (type !== "REQUEST" || !tree.tokens[verb] || verb === trigger || tree.tokens[part]!.deprel !== "nsubj") return false;
  const asks = (word: number): boolean => word < part && /^(?:what|whether|how|why|when|where)$/.test(tree.words[word] ?? "");
  return tree.kids(verb).some(asks) || asks(tree.tokens[verb]!.head);
}
