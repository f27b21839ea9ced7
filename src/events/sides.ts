// An act and its sentence → the act without those on its sides whom grammar keeps out of it, and with those whom it puts there. Pure.
import { type EventType, TYPES } from "../codebook.ts";
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { withDoers } from "./doers.ts";
import { withGoodwill } from "./goodwill.ts";
import { SUFFERED, withOwners } from "./owners.ts";
import { withRefusal } from "./refusals.ts";
import { climb, headIn, kidsBy, markOf, phraseHead, phraseOf, relOf, type Syntax } from "./syntax.ts";
import { withTalks } from "./talks.ts";
import { isKnownTo } from "./topics.ts";

/** An act as its rules see it. */
interface Scene {
  readonly type: EventType;
  readonly syntax: Syntax;
  /** The trigger's head word. */
  readonly trigger: number;
  /** Head words of the recipients. */
  readonly recipients: readonly number[];
  /** Head words of what else the sentence tells. */
  readonly others: ReadonlySet<number>;
}

/** Each tells why the recipient whose head stands at `at` is none. */
const KEPT_OUT: readonly ((scene: Scene, at: number) => boolean)[] = [
  isAddressee,
  isWorried,
  isOfOwnClause,
  isWorriedFor,
  isVictim,
  isBystander,
  isHalfName,
  isWhereAsked,
  isLookedInto,
  isMatter,
  isOfOffice,
  isThreatening,
  isWhere,
  isInQuestion,
];

export function withSides(act: Act, sentence: TaggedSentence, syntax: Syntax): Act {
  const trigger = headIn(syntax, act.trigger);
  if (trigger < 0) return act;
  const owned = withOwners(act, sentence, syntax, trigger).filter((one) => !isWeapon(syntax, one));
  const scene: Scene = {
    type: act.type,
    syntax,
    trigger,
    recipients: owned.filter(({ role }) => role === "recipient").map((one) => headIn(syntax, one)),
    others: new Set(sentence.acts.map((other) => headIn(syntax, other.trigger)).filter((at) => at !== trigger)),
  };
  const kept = owned.filter((one) => {
    const at = one.role === "recipient" ? headIn(syntax, one) : -1;
    return at < 0 || !KEPT_OUT.some((isNone) => isNone(scene, at));
  });
  const blamed = owned.length > kept.length && !kept.some(({ role }) => role === "recipient") ? complainedOf(scene) : [];
  const recipients = blamed.map((at) => ({ ...phraseOf(syntax, at), role: "recipient" as const, confidence: act.confidence }));
  return [withDoers, withRefusal, withTalks, withGoodwill].reduce<Act>((one, put) => put(one, sentence, syntax), {
    ...act,
    arguments: [...kept, ...recipients],
  });
}

const WEAPON = /^(?:drones?|missiles?|rockets?|shells?|bombs?|mortars?|bullets?|airstrikes?|grenades?|mines?|landmines?|explosives?)$/;

/** "A *drone* hit a market": what is thrown throws nothing. */
const isWeapon = (syntax: Syntax, one: Argument): boolean => one.role === "actor" && WEAPON.test(syntax.words[headIn(syntax, one)] ?? "");

const COMPLAINT = /^(?:complain(?:|s|ed|ing|ts?)|protest(?:|s|ed|ing)|grievances?)$/;

/** "Complained *to the council* about the raids": whom a complaint is brought before is not who it is about. */
function isAddressee({ type, syntax, trigger }: Scene, at: number): boolean {
  if (!/^(?:ACCUSE|PROTEST)$/.test(type) || !COMPLAINT.test(syntax.words[trigger]!)) return false;
  const mark = markOf(syntax, phraseHead(syntax, at));
  return mark === "to" || (/^(?:with|at|before)$/.test(mark) && syntax.words[trigger]!.startsWith("complain"));
}

/** "Complained to the council about *the mayor*", "about *the mayor's* raids": heads of those whom a complaint is about. */
function complainedOf({ type, syntax, trigger }: Scene): number[] {
  if (!/^(?:ACCUSE|PROTEST)$/.test(type) || !COMPLAINT.test(syntax.words[trigger]!)) return [];
  const carriers = climb(syntax, trigger, /^(?:obj|nmod|obl)$/);
  const about = syntax.tokens.flatMap((_, at) =>
    /^(?:about|against|over)$/.test(markOf(syntax, at)) && climb(syntax, at, /^(?:obl|nmod)$/).some((up) => carriers.includes(up))
      ? [at]
      : [],
  );
  return about.map((at) => syntax.kids(at).find((kid) => syntax.tokens[kid]!.deprel === "nmod:poss") ?? at);
}

/** "Called it another case of him giving *Togo* a stage": whom somebody else does something to, in a clause with a subject of its own, is not who is blamed. */
function isOfOwnClause({ type, syntax, trigger }: Scene, at: number): boolean {
  if (type !== "ACCUSE") return false;
  const part = phraseHead(syntax, at);
  const verb = syntax.tokens[part]?.head ?? -1;
  if (verb < 0 || verb === trigger || !/^(?:obj|iobj)$/.test(relOf(syntax, part)) || relOf(syntax, verb) !== "acl") return false;
  // Trees hang the subject of a gerund on the noun before it: "a case of *him* giving".
  const subject = kidsBy(syntax, verb, "nsubj").length > 0 || relOf(syntax, verb - 1) === "nmod";
  return subject && climb(syntax, verb, /./).includes(trigger);
}

/** "Concern *among neighbours*": who feels it is not who gives rise to it. */
function isWorried({ type, syntax, trigger }: Scene, at: number): boolean {
  const part = phraseHead(syntax, at);
  return type === "ACCUSE" && syntax.tokens[part]!.head === trigger && markOf(syntax, part) === "among";
}

/** "Concern that *they* might be beaten": of whom a clause tells, only who does something in it can be blamed. */
function isWorriedFor({ type, syntax, trigger }: Scene, at: number): boolean {
  if (type !== "ACCUSE") return false;
  const path = climb(syntax, at, /./);
  const below = path.slice(0, Math.max(0, path.indexOf(trigger)));
  // Where trees take half of the clause for the trigger's own phrase, its "that" tells all the same.
  const opens = at > trigger && syntax.words[trigger + 1] === "that" && relOf(syntax, trigger + 1) === "mark";
  if (
    !opens &&
    !below.some((word, step) => step > 0 && /^(?:acl|ccomp|advcl)$/.test(relOf(syntax, word)) && /\bthat$/.test(markOf(syntax, word)))
  )
    return false;
  const { tokens } = syntax;
  const part = phraseHead(syntax, at);
  const side = /^(?:nmod:poss|compound)$/.test(tokens[part]!.deprel) ? tokens[part]!.head : part;
  return !(/^(?:nsubj|obl:agent)$/.test(tokens[side]!.deprel) || /^(?:by|against)$/.test(markOf(syntax, side)));
}

const TREATMENT =
  /^(?:treatment|handling|mistreatment|ill-treatment|abuse|persecution|harassment|intimidation|exploitation|neglect|repression|oppression)$/;

/** "The treatment *of officials*", "the killing *of protesters*": whom a deed was done to is not who is blamed for it. */
function isVictim({ type, syntax, others }: Scene, at: number): boolean {
  const named = phraseHead(syntax, at);
  // "Treatment of *dissenting* nurses": trees take the adjective for a verb with an object.
  const part = syntax.tokens[named]!.deprel === "obj" ? syntax.tokens[named]!.head : named;
  const noun = syntax.tokens[part]?.head ?? -1;
  if (type !== "ACCUSE" || noun < 0 || markOf(syntax, part) !== "of") return false;
  const word = syntax.words[noun]!;
  return TREATMENT.test(word) || SUFFERED.test(word) || (others.has(noun) && word.endsWith("ing"));
}

/** Verbs by which a deed's own name does harm: "the attack *killed* ten". */
const HARMS = /^(?:kill|wound|injur|hurt|maim|hit|struck|strik|destroy|damag|target|displac|left|leav|claim)(?:|e|s|es|ed|ing)$/;

const TARGET = /^(?:of|on|against|upon|to|for|with)$/;

/** "The invasion of one country worries *another*": where a noun's own phrase says whom the deed struck, it struck nobody outside. */
function isBystander({ type, syntax, trigger, recipients }: Scene, at: number): boolean {
  const { tokens, words } = syntax;
  const { quad } = TYPES[type];
  const verb = tokens[trigger]!.head;
  const isSubject = relOf(syntax, trigger) === "nsubj";
  // "Delivered a request to them": words may be handed over by a verb, as a raid is "carried out on" somebody.
  if (tokens[trigger]!.upos !== "NOUN" || !(isSubject || quad === 4)) return false;
  const targets = kidsBy(syntax, trigger, "nmod").filter((kid) => TARGET.test(markOf(syntax, kid)) || tokens[kid]!.deprel === "nmod:poss");
  const inside = (one: number): boolean => climb(syntax, one, /./).some((up) => targets.includes(up));
  const struck = quad === 4 && targets.some((kid) => /^(?:on|against)$/.test(markOf(syntax, kid)));
  if (inside(at) || !(struck || recipients.some(inside))) return false;
  const carried = relOf(syntax, trigger) === "obj" && tokens[at]!.head === verb;
  return !(isSubject && HARMS.test(words[verb]!)) && !carried;
}

/** "Broke with the *party* line": a common noun that names another noun is nobody by itself. Blame for "*police* brutality" falls on police. */
function isHalfName({ type, syntax, trigger, others }: Scene, at: number): boolean {
  const { tokens, forms } = syntax;
  const { head, deprel } = tokens[at]!;
  if (type === "ACCUSE" || deprel !== "compound" || head === trigger || others.has(head)) return false;
  return /^\p{Ll}/u.test(forms[at]!) && tokens.slice(at + 1, head).every(({ upos }) => upos !== "VERB");
}

/** "Demanded a probe into the attack *by rebels*": who did what is to be looked into is not asked for that. */
function isLookedInto({ type, syntax, trigger }: Scene, at: number): boolean {
  if (type !== "REQUEST") return false;
  const path = climb(syntax, phraseHead(syntax, at), /./);
  return path.slice(0, Math.max(0, path.indexOf(trigger))).some((word) => isKnownTo(syntax, word));
}

/** "Asked leave to meet *in Togo*": where something is to be done, nobody is asked for it. */
function isWhereAsked({ type, syntax, trigger }: Scene, at: number): boolean {
  if (type !== "REQUEST") return false;
  const path = climb(syntax, phraseHead(syntax, at), /./);
  const wanted = path.slice(1, Math.max(1, path.indexOf(trigger))).some((word) => /^(?:xcomp|acl|advcl|ccomp)$/.test(relOf(syntax, word)));
  return wanted && /\bin$/.test(markOf(syntax, path[0]!));
}

/** "Clashed *over the bureau*": what it is about is nobody. */
function isMatter({ type, syntax, trigger }: Scene, at: number): boolean {
  const part = phraseHead(syntax, at);
  return (
    /^(?:ACCUSE|ASSAULT)$/.test(type) &&
    /^(?:clash|spar)/.test(syntax.words[trigger]!) &&
    climb(syntax, part, /^(?:nmod|obl)$/).some((up) => markOf(syntax, up) === "over")
  );
}

/** "The order of the commissioner general *of the police agency*": what somebody is the head of is not whom he orders. */
function isOfOffice({ type, syntax, trigger }: Scene, at: number): boolean {
  const { tokens } = syntax;
  if (type !== "REQUEST" || tokens[trigger]!.upos !== "NOUN") return false;
  const part = phraseHead(syntax, at);
  const up = tokens[part]!.head;
  return (
    relOf(syntax, part) === "nmod" &&
    markOf(syntax, part) === "of" &&
    up > trigger &&
    /^(?:NOUN|PROPN)$/.test(tokens[up]!.upos) &&
    climb(syntax, up, /^(?:nmod|flat|compound)$/).includes(trigger)
  );
}

/** "Warned that *Paris* would block it": who is to do what is threatened is not threatened. */
function isThreatening({ type, syntax, trigger }: Scene, at: number): boolean {
  const part = phraseHead(syntax, at);
  const verb = syntax.tokens[part]?.head ?? -1;
  return (
    type === "THREATEN" &&
    verb >= 0 &&
    verb !== trigger &&
    climb(syntax, part, /^(?:nmod|acl|obl|obj|conj|compound|amod|nsubj)$/).some(
      (up) =>
        syntax.tokens[up]!.deprel === "nsubj" &&
        relOf(syntax, syntax.tokens[up]!.head) === "ccomp" &&
        climb(syntax, syntax.tokens[up]!.head, /^(?:ccomp|xcomp)$/).includes(trigger) &&
        kidsBy(syntax, syntax.tokens[up]!.head, "aux").some((aux) => /^(?:would|will|'d|'ll|could|may|might)$/.test(syntax.words[aux]!)),
    )
  );
}

/** "Hit the *east*, where bombs killed five": a place of which a clause tells what happened there. */
function isWhere({ syntax }: Scene, at: number): boolean {
  return kidsBy(syntax, phraseHead(syntax, at), "acl").some((kid) => syntax.kids(kid).some((word) => syntax.words[word] === "where"));
}

/** "Insisted on what *Togo* would ask": who does something in a question is asked for nothing. */
function isInQuestion({ type, syntax, trigger }: Scene, at: number): boolean {
  const part = phraseHead(syntax, at);
  const verb = syntax.tokens[part]?.head ?? -1;
  if (type !== "REQUEST" || !syntax.tokens[verb] || verb === trigger || syntax.tokens[part]!.deprel !== "nsubj") return false;
  const asks = (word: number): boolean => word < part && /^(?:what|whether|how|why|when|where)$/.test(syntax.words[word] ?? "");
  return syntax.kids(verb).some(asks) || asks(syntax.tokens[verb]!.head);
}
