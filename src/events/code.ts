// Tagged + Cast → Coded: who did what to whom, and who says so. Reads no files.

import type { Actor, Cast } from "../actors/types.ts";
import { type Auxiliary, type EventType, scoreOf, TYPES } from "../codebook.ts";
import { isInflected } from "../grammar/stems.ts";
import {
  climb,
  headIn,
  isNegated,
  keysOf,
  kidsBy,
  markOf,
  mayTell,
  nounSpan,
  relOf,
  stemIn,
  type Tree,
  treeOf,
  wordIn,
} from "../grammar/tree.ts";
import { anyOf, formsOf, tableOf } from "../grammar/words.ts";
import { byId, inSentence } from "../kept.ts";
import { inParts, type Within } from "../parts.ts";
import type { Place } from "../places/types.ts";
import { withSomebody } from "../rules/alone.ts";
import { isElsewhere, isInClause } from "../rules/clauses.ts";
import { GUARDS } from "../rules/guards.ts";
import { isIdle } from "../rules/idle.ts";
import { perceiverOf } from "../rules/perceived.ts";
import { fired, isSide, tell } from "../rules/rule.ts";
import { withSides } from "../rules/sides.ts";
import { askerOf } from "../rules/topics.ts";
import { tellingOf } from "../rules/undone.ts";
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Act, Tagged, TaggedSentence } from "../tag/types.ts";
import { contextsOf } from "./contexts.ts";
import { dateOf } from "./dates.ts";
import { meetingsOf } from "./meetings.ts";
import { joinSame } from "./same.ts";
import { type Draft, statementsOf } from "./statements.ts";
import type { Coded, Event, EventPlace, Participant, Statement } from "./types.ts";
import { voicesOf } from "./voices.ts";

/** What coding needs to know beyond the text. */
export interface Surroundings {
  /** The date that "yesterday" is told from, ISO, or null. */
  readonly date: string | null;
  /** Where a place of that name is, in an article about the countries `near` (alpha-3). */
  placeOf(name: string, near: ReadonlySet<string>): Place;
  /** Left out, work takes what it takes. */
  readonly within?: Within;
}

/**
 * Events less sure than this are not told: of those that the model is hardly sure of two in three were wrong on the hand-coded articles
 * (docs/accuracy.md), and an honest gap is better than an invented event.
 */
const LEAST_CONFIDENCE = 0.55;

/** Types whose deed lies ahead even without an auxiliary mode. */
const AHEAD = new Set<EventType>(["AGREE", "THREATEN"]);

export function code(tagged: Tagged, cast: Cast, around: Surroundings): Coded {
  const drafts = statementsOf(tagged, cast);
  const { within = (_, work) => work() } = around;
  const told = tagged.sentences.flatMap((sentence, number) =>
    sentence.acts.length > 0 && mayTell(tagged, number) ? [{ sentence, number }] : [],
  );
  const events = inParts(within, told, ({ sentence, number }) => {
    const tree = treeOf(tagged.segmented.document.text, sentence, number);
    return sentence.acts.flatMap((act) => eventIn(act, { sentence, tree, number, tagged, cast, drafts, around }) ?? []);
  });
  events.sort((a, b) => a.trigger.start - b.trigger.start);
  const joined = joinSame(events.map((e, i) => ({ id: `e${i + 1}`, ...e })));
  return {
    events: joined,
    meetings: meetingsOf(joined, tagged.segmented.document.text),
    voices: voicesOf(tagged),
    statements: drafts.map((s, i): Statement => ({ id: `s${i + 1}`, ...s, confidence: round(s.confidence) })),
  };
}

/** What an act is looked at in. */
interface Scene {
  readonly sentence: TaggedSentence;
  readonly tree: Tree;
  /** Index of the sentence in the record. */
  readonly number: number;
  readonly tagged: Tagged;
  readonly cast: Cast;
  readonly drafts: readonly Draft[];
  readonly around: Surroundings;
}

/** The event that an act tells; null where it tells none. */
function eventIn(scored: Act, scene: Scene): Told | null {
  const { sentence, tree } = scene;
  const read = withSomebody(scored, tree);
  const at = headIn(tree, read.trigger);
  if (fired(GUARDS.wanted, () => isWanted(read, sentence, tree), "dropped", read.trigger, read.type)) return null;
  if (isIdle(read, tree, at, sentence.acts)) return null;
  const act = withSides(read, sentence, tree);
  // Grammar may have left nobody to blame.
  if (act.type === "ACCUSE" && isIdle(act, tree, at, sentence.acts)) return null;
  const found = eventOf(act, scene);
  const event = found && toldOf(act, withoutWrongNo(found, act, tree), tree);
  if (!event) return null;
  const { confidence } = event;
  return fired(GUARDS.unsure, () => confidence < LEAST_CONFIDENCE, "dropped", act.trigger, `${event.type}, ${confidence}`) ? null : event;
}

/** Types whose acts name another deed that is promised, asked for, refused or threatened, and not done. */
const WANTING = new Set<EventType>(["AGREE", "REQUEST", "REJECT", "THREATEN"]);

/** "Agreed to let them offer guarantees" is one act, the agreement: what hangs on it as an infinitive is its content. */
function isWanted(act: Act, { tokens, acts }: TaggedSentence, tree: Tree): boolean {
  const at = (span: Span): number => tokens.findIndex((t) => t.start === span.start);
  const wanting = new Map(acts.filter((other) => other !== act && WANTING.has(other.type)).map((other) => [at(other.trigger), other.type]));
  // "Asked them to leave *and to resume* talks": the second thing asked for is one as well.
  const own = at(act.trigger);
  const before = own >= 0 && relOf(tree, own) === "conj" && markOf(tree, own) === "to" ? tree.tokens[own]!.head : -1;
  // Trees hang it on the asking itself.
  if (wanting.has(before)) return true;
  const path = climb(tree, before >= 0 ? before : own, /^(?:xcomp|ccomp|advcl)$/);
  for (const word of path.slice(0, -1)) {
    const { head } = tokens[word]!;
    const relation = relOf(tree, word);
    // "Calling on them *to free* her": trees take what is asked for also for the end that the asking serves.
    const asked = relation === "advcl" && markOf(tree, word) === "to" && wanting.get(head) === "REQUEST";
    if (relation === "advcl" && !asked) return false;
    if (wanting.has(head)) return relation !== "ccomp";
  }
  return false;
}

/** Modes by which the model itself says that a deed was not done. */
const UNDONE: readonly Auxiliary[] = ["future", "hypothetical", "negation"];

/** Types whose deed is what is said. */
const SAYING: ReadonlySet<EventType> = new Set([...WANTING, "ACCUSE"]);

type Told = Omit<Event, "id">;

const STANDS = tableOf<string>("stand-verbs");
/** The event without a negation that is not its own: that of what came of a meeting, of a refusal in so many words, of who denies an accusation. */
function withoutWrongNo(event: Told, act: Act, tree: Tree): Told {
  const at = headIn(tree, act.trigger);
  if (at < 0 || !event.auxiliary.includes("negation")) return event;
  const { upos, head } = tree.tokens[at]!;
  const verb = tree.words[head] ?? "";
  // "The summit *failed* to deliver" was held; "no summit failed" was not.
  const held =
    event.type === "CONSULT" &&
    relOf(tree, at) === "nsubj" &&
    formsOf("coming-to").has(verb) &&
    kidsBy(tree, at, "det").every((kid) => tree.words[kid] !== "no");
  // "Would *never* sign it away" is itself the rejection.
  const refused =
    event.type === "REJECT" &&
    upos === "VERB" &&
    !keysOf(tree, at).some((key) => STANDS.get(key) === "rejects") &&
    tree.kids(at).some((kid) => /^(?:not|n't|never)$/.test(tree.words[kid]!));
  // Who denies an accusation does not deny that it was made.
  const rebutted = event.type === "ACCUSE" && upos === "NOUN" && relOf(tree, at) === "obj" && formsOf("rebutting").has(verb);
  return fired(GUARDS.wrongNo, () => held || refused || rebutted, "changed", act.trigger, "negation: taken out")
    ? { ...event, auxiliary: event.auxiliary.filter((aux) => aux !== "negation") }
    : event;
}

/** The event with the auxiliary mode that its sentence tells it with. */
function toldOf(act: Act, event: Told, tree: Tree): Told {
  const rule = tellingOf(act, tree, event.said_by !== null);
  if (!rule) return event;
  if (event.auxiliary.some((aux) => UNDONE.includes(aux))) {
    tell(rule, "kept", act.trigger, `${event.auxiliary.join(" ")}: the model says so itself`);
    return event;
  }
  return fired(rule, () => true, "changed", act.trigger, `${rule.aux}: added`)
    ? { ...event, auxiliary: [...event.auxiliary, rule.aux] }
    : event;
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

type Side = "actor" | "recipient";

/** Whom the cast knows on a side, each once. */
const playing = (act: Act, role: Side, { cast }: Scene): Participant[] =>
  act.arguments
    .filter((a) => a.role === role)
    .flatMap((a) => cast.actorsAt(a).map(({ id }) => ({ actor: id, start: a.start, end: a.end })))
    .filter((one, i, all) => all.findIndex(({ actor }) => actor === one.actor) === i);

/** The recipients but for the doer himself, and but for his own country where others are told of. */
function withoutSelf(act: Act, actor: readonly Participant[], given: readonly Participant[], { tree, cast }: Scene): Participant[] {
  // "Clinton rejected *her* …": whom the cast took for the doer is another, though it does not know who.
  const isHimself = (one: Participant): boolean =>
    formsOf("third-person").has(slice(tree.text, one).toLowerCase()) && actor.some((a) => a.actor === one.actor);
  const others = fired(GUARDS.himself, () => given.some(isHimself), "changed", act.trigger, "recipient who is the doer: taken out")
    ? given.filter((one) => !isHimself(one))
    : [...given];
  if (TYPES[act.type].quad < HOSTILE) return others;
  const known = (one: Participant): Actor | undefined => byId(cast.actors, one.actor);
  const speaks = ({ id, sector }: Actor): boolean => OFFICIAL.test(sector ?? "") && !cast.assumed?.has(id);
  const homes = new Set(actor.flatMap((one) => known(one) ?? []).flatMap((who) => (speaks(who) ? (who.code ?? []) : [])));
  const isOwn = (one: Participant): boolean => {
    const who = known(one);
    return who?.kind === "country" && homes.has(who.code ?? "");
  };
  const foreign = others.filter((one) => !isOwn(one));
  // "Act of aggression" is nobody beside the country.
  const isToo = (): boolean => foreign.length < others.length && foreign.some((one) => known(one)?.sector);
  return fired(GUARDS.ownCountry, isToo, "changed", act.trigger, "the doer's own country: taken out") ? foreign : others;
}

/** Who speaks and acts for his country. */
const OFFICIAL = /^(?:GOV|MIL|SPY)$/;
/** From this quad class on, acts are against somebody. */
const HOSTILE = 3;

/** Doers and recipients of the event, and who says that it happened; null where too little is known for one. */
function partiesOf(act: Act, scene: Scene): { actor: Participant[]; recipient: Participant[]; source: Draft | null } | null {
  const { tree, number, drafts } = scene;
  const asking = askerOf(act, tree);
  const occasion = occasionOf(act, tree);
  const near = inSentence(drafts, number).filter(
    ({ cue }) => cue === null || !((asking && overlaps(cue, asking)) || (occasion && overlaps(cue, occasion))),
  );
  const said = sayer(act.trigger, near);
  const isOpen = (): boolean => said !== null && isLeftOpen(said, tree);
  const source = fired(GUARDS.leftOpen, isOpen, "changed", act.trigger, "not said by who leaves it open")
    ? sayer(
        act.trigger,
        near.filter((draft) => draft !== said),
      )
    : said;
  const actor = playing(act, "actor", scene);
  const recipient = withoutSelf(act, actor, playing(act, "recipient", scene), scene);
  const words = act.arguments.filter(({ role }) => role === "recipient").map((one) => slice(tree.text, one));
  const helpsNobody = (): boolean =>
    act.type === "AID" && !recipient.length && words.length > 0 && words.every((one) => /^(?:it|them)$/i.test(one));
  if (fired(GUARDS.itHelped, helpsNobody, "dropped", act.trigger, act.type)) return null;
  if (actor.length > 0 || recipient.length > 0) return { actor, recipient, source };
  tell(GUARDS.nobody, "dropped", act.trigger, act.type);
  return null;
}

function eventOf(act: Act, scene: Scene): Told | null {
  const { sentence, tree, number, cast, around } = scene;
  const { text } = tree;
  const parties = partiesOf(act, scene);
  if (!parties) return null;
  const { actor, recipient, source } = parties;
  const own = slice(text, sentence);
  const tells = datesOf(act, sentence, tree);
  const time = act.arguments.find((a) => a.role === "time" && tells(a));
  const where = act.arguments.find(
    (a) => a.role === "place" && !isElsewhereOf(a, act, sentence, tree) && cast.actorAt(a)?.kind !== "person",
  );
  const sides = act.arguments.filter(isSide);
  return {
    type: act.type,
    modes: act.modes,
    contexts: contextsOf(own),
    auxiliary: act.auxiliary,
    quad: TYPES[act.type].quad,
    score: scoreOf(act.type, act.modes),
    sentence: number,
    trigger: act.trigger,
    actor,
    recipient,
    said_by: source?.source ?? perceiver(act, scene),
    date: dateOf(own, sentence.start, time ?? act.trigger, around.date, liesAhead(act, time, tree), tells),
    place: where ? placed(text, wholePlace(text, sentence, where), cast, around) : null,
    confidence: round(act.confidence * (sides.reduce((sum, a) => sum + a.confidence, 0) / Math.max(1, sides.length))),
    same_as: [],
  };
}

/** Things and times see nothing, and what the author himself saw the article tells. */
const SEES_NOTHING = /^(?:it|this|that|which|what|i|we)$/i;

/** Who sees it so, where nobody says it: "*they* saw Togo arm the rebels". A thing or a time ("the visit saw them sign") is nobody that the cast knows. */
function perceiver(act: Act, { tree, cast }: Scene): Statement["source"] {
  const at = headIn(tree, act.trigger);
  const by = at < 0 ? -1 : perceiverOf(tree, at);
  if (by < 0 || SEES_NOTHING.test(tree.words[by]!)) return null;
  const who = nounSpan(tree, by);
  const actor = cast.actorAt(who);
  const isSomebody = tree.tokens[by]!.upos === "PRON" || (actor !== null && actor.kind !== "country");
  return fired(GUARDS.inTheirEyes, () => isSomebody, "changed", act.trigger, `said by “${slice(tree.text, who)}”`)
    ? { ...who, actor: actor?.id ?? null }
    : null;
}

/** "Did *not say how many* were held", "refused to say why": what such a question takes as known. Whether it was so, "if" and "whether" leave open. */
function isLeftOpen({ cue, content }: Draft, tree: Tree): boolean {
  const at = cue ? headIn(tree, cue) : -1;
  const unsaid = at >= 0 && ((isNegated(tree, at) && stemIn(tree, at, "saying-nothing")) || wordIn(tree, at, "refusing"));
  const first = (content[0] && /^\p{L}+/u.exec(slice(tree.text, content[0]))?.[0].toLowerCase()) ?? "";
  return unsaid && formsOf("questions").has(first) && !/^(?:if|whether)$/.test(first);
}

/** "Vowed to act *after clashes*": what gave rise to a promise or demand is told by whoever reports it. The word that promises, or null. */
function occasionOf(act: Act, tree: Tree): Span | null {
  const { tokens } = tree;
  const at = headIn(tree, act.trigger);
  const path = at < 0 ? [] : climb(tree, at, /./);
  const after = path.find((word) => /^(?:obl|advcl|nmod)$/.test(relOf(tree, word)) && formsOf("in-the-wake").has(markOf(tree, word)));
  const verb = after === undefined ? -1 : tokens[after]!.head;
  const isAim = verb >= 0 && relOf(tree, verb) === "xcomp" && markOf(tree, verb) === "to";
  return isAim ? tokens[tokens[verb]!.head]! : null;
}

/** "Agreed to meet on Saturday" is the next one, "agreed on Saturday" the last. */
function liesAhead(act: Act, time: Span | undefined, tree: Tree): boolean {
  if (act.auxiliary.includes("future")) return true;
  const at = headIn(tree, act.trigger);
  const when = time === undefined ? -1 : headIn(tree, time);
  const past =
    at >= 0 &&
    when >= 0 &&
    tree.tokens[when]!.head === at &&
    tree.tokens[at]!.upos === "VERB" &&
    isInflected(tree.words[at]!) &&
    !/(?:s|ing)$/.test(tree.words[at]!) &&
    kidsBy(tree, at, "aux").every((kid) => !/^(?:will|would|'ll)$/.test(tree.words[kid]!));
  return AHEAD.has(act.type) && !past;
}

/** Whether words about time can date the act: they must stand in its own clause. */
function datesOf(act: Act, { acts }: TaggedSentence, tree: Tree): (at: Span) => boolean {
  const trigger = headIn(tree, act.trigger);
  const others = othersThan(act, acts, tree);
  return (at) => {
    const head = headIn(tree, at);
    return trigger < 0 || head < 0 || isInClause(tree, head, trigger, others, SAYING.has(act.type));
  };
}

function isElsewhereOf(place: Span, act: Act, { acts }: TaggedSentence, tree: Tree): boolean {
  const [at, trigger] = [headIn(tree, place), headIn(tree, act.trigger)];
  return at >= 0 && trigger >= 0 && isElsewhere(tree, at, trigger, othersThan(act, acts, tree));
}

/** Head words of what else the sentence tells. */
function othersThan(act: Act, acts: readonly Act[], tree: Tree): ReadonlySet<number> {
  const others = new Set(acts.filter((other) => other !== act).map((other) => headIn(tree, other.trigger)));
  others.delete(headIn(tree, act.trigger));
  return others;
}

/** Of each cast its actors' codes, gathered once. */
const codes = new WeakMap<Cast, ReadonlySet<string>>();

const BEFORE_PLACE = new RegExp(String.raw`^.*\b(?:${anyOf("places-of")})(?: of)? (?=\p{Lu})`, "u");

function placed(text: string, at: Span, cast: Cast, around: Surroundings): EventPlace {
  const near = codes.get(cast) ?? new Set(cast.actors.flatMap(({ code }) => code ?? []));
  codes.set(cast, near);
  // "French capital *Paris*", "the *port of Odesa*": what tells of the place stands before its name.
  const name = slice(text, at).replace(BEFORE_PLACE, "");
  return { name, ...around.placeOf(name, near), start: at.end - name.length, end: at.end };
}

/** "Era Insein prison" of "colonial-era Insein prison", "Nile" of "Blue Nile": a span that begins or ends inside a word or a name is all of it. */
function wholePlace(text: string, { entities, start, end }: TaggedSentence, of: Span): Span {
  const name = entities.filter((entity) => entity.kind === "LOC" && overlaps(entity, of));
  const at = hull([of, ...name]);
  const before =
    /(?<![\p{L}\p{N}])(?<![\p{L}\p{N}][-‑])[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*[-‑]?$/u.exec(text.slice(start, at.start))?.[0] ?? "";
  const behind = /^(?:[-‑]?[\p{L}\p{N}]+)(?:[-‑][\p{L}\p{N}]+)*/u.exec(text.slice(at.end, end))?.[0] ?? "";
  return span(at.start - before.length, at.end + behind.length);
}

/** Of a sentence's statements, the innermost whose content holds the trigger: who vouches for the deed. A speech act is vouched for by the article, its content by the speaker. */
function sayer(trigger: Span, drafts: readonly Draft[]): Draft | null {
  const length = (d: Draft): number => d.content.reduce((n, c) => n + c.end - c.start, 0);
  return (
    drafts
      .filter((d) => d.source && d.content.some((c) => holds(c, trigger)))
      .filter((d) => !(d.source && holds(d.source, trigger)))
      .sort((a, b) => length(a) - length(b))[0] ?? null
  );
}
