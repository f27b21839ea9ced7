// Trees, cast and coded events → who takes what how. What is taken is always told in words of the text, and as an event where one is found; where no words name it, there is no reaction.

import type { Event } from "../events/types.ts";
import { actingSubject } from "../grammar/subjects.ts";
import { isOff, note } from "../grammar/trace.ts";
import {
  above,
  coreIn,
  familyOf,
  firstMarkOf,
  isNegated,
  keysOf,
  kidIn,
  kidsBy,
  relOf,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { formsOf, stemsOf } from "../grammar/words.ts";
import { byId, byNumber, firstThat } from "../kept.ts";
import { inParts } from "../parts.ts";
import type { Rule } from "../rules/rule.ts";
import { holds, overlaps, type Span, span } from "../span.ts";
import { eventActors, eventsAt, evidenceAt, isParty, isUnreal, isVenue, statementsBy, statementsOver, type Told } from "./evidence.ts";
import { ownerOf } from "./holders.ts";
import { issueAt } from "./issues.ts";
import { actorsAt } from "./named.ts";
import { TAKEN } from "./rules.ts";
import type { Negotiation, Reaction, UncodedReaction } from "./types.ts";
import { JUDGEMENTS, NAMED, REACTS, SIDES, TAKINGS, VERBS } from "./wordlists.ts";

/** A reaction before it is told whether an event was coded for what is taken so. */
interface Taken extends UncodedReaction {
  /** Null where none was. */
  readonly to: string | null;
}

/** @returns those to events and those to what was not coded as one, each in text order; each actor, stance and thing taken so once */
export function reactionsOf(told: Told): Pick<Negotiation, "reactions" | "responses"> {
  const taken = takenIn(told);
  return {
    reactions: taken.flatMap(({ actor, to, stance, evidence, about }) => (to === null ? [] : [{ actor, to, stance, evidence, about }])),
    responses: taken.flatMap(({ actor, to, stance, evidence, about }) => (to === null ? [{ actor, about, stance, evidence }] : [])),
  };
}

function takenIn(told: Told): Taken[] {
  const out = new Map<string, { readonly taken: Taken; readonly evidence: Set<string> }>();
  const found = inParts(told.within, told.trees, (tree) =>
    tree.tokens.flatMap((_, at) => reactionAt(told, tree, at).map((taken) => ({ taken, text: tree.text }))),
  );
  for (const { taken, text } of found) {
    const { actor, stance, to, about, evidence } = taken;
    // The same event; where neither is one, the same words.
    const key = [actor, stance, to ?? `“${text.slice(about.start, about.end).toLowerCase()}”`].join("|");
    const like = out.get(key);
    if (like) for (const id of evidence) like.evidence.add(id);
    else out.set(key, { taken, evidence: new Set(evidence) });
  }
  return [...out.values()].map(({ taken, evidence }) => ({ ...taken, evidence: [...evidence] }));
}

function reactionAt(told: Told, tree: Tree, at: number): Taken[] {
  if (tree.asks || isNegated(tree, at) || (isUnreal(tree, at) && !isOutcry(tree, at))) return [];
  const taking = takingAt(told, tree, at);
  if (!taking) return [];
  const { stance, agent, objects } = taking;
  const actors = takersOf(told, tree, at, agent);
  const evidence = groundsOf(told, tree, at, objects);
  if (actors.length === 0 || evidence.length === 0) return [];
  const target = targetOf(told, tree, objects, new Set(evidence), at);
  if (target === null) return [];
  const of = (actor: string, how: Reaction["stance"], by: readonly string[]): Taken => ({
    actor,
    to: target.to,
    stance: how,
    evidence: by,
    about: target.about,
  });
  const others = contraryAt(told, tree, at, stance).map(({ called, ...one }) => ({
    ...of(one.actor, one.stance, one.evidence),
    ...(called ? { about: called } : {}),
  }));
  const all: [Rule, Taken][] = [
    ...actors.map((actor): [Rule, Taken] => [taking.rule, of(actor, stance, evidence)]),
    ...others.map((one): [Rule, Taken] => [TAKEN.contrary, one]),
  ];
  for (const [rule, { actor, about, stance: how }] of all)
    note(() => ({ rule: rule.name, effect: "added", why: rule.why, what: how, about: "reaction", at: about, actor }));
  return all.map(([, one]) => one);
}

/** "…, while critics called it …": nouns for those who take a thing so, of whatever is praised or blamed before. */
function contraryAt(
  told: Told,
  tree: Tree,
  at: number,
  stance: Reaction["stance"],
): (Pick<Taken, "actor" | "stance" | "evidence"> & { readonly called: Span | null })[] {
  return kidsBy(tree, at, "advcl", "conj", "parataxis").flatMap((verb) => {
    const subject = kidsBy(tree, verb, "nsubj").find((kid) => kid < verb) ?? -1;
    const other = subject < 0 ? undefined : SIDES.get(tree.stems[subject]!);
    const points = wordIn(tree, verb + 1, "pronouns") || /^h(?:im|er)$/.test(tree.words[verb + 1] ?? "");
    const contrasts = kidIn(tree, verb, "contrasting");
    if (!other || other === stance || !points || !contrasts || isNegated(tree, verb) || isUnreal(tree, verb) || isToCome(tree, verb))
      return [];
    const evidence = evidenceAt(told, tree, [verb]);
    // "Called it *another gift to Togo*": what they take it for, in their own words.
    const [name] = kidsBy(tree, verb, "xcomp", "obl").filter((kid) => kid > verb && tree.tokens[kid]!.upos === "NOUN");
    const issue = name === undefined ? null : issueAt(tree, name, true);
    const called = issue && span(issue.start, issue.end);
    return evidence.length === 0 ? [] : takersOf(told, tree, verb, subject).map((actor) => ({ actor, stance: other, evidence, called }));
  });
}

/** "Took to the streets *to protest* the raid": whoever gathers for it does it. */
function isOutcry(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  return (
    head >= 0 &&
    stemIn(tree, at, "crying-out") &&
    /^(?:advcl|xcomp)$/.test(relOf(tree, at)) &&
    stemIn(tree, head, "taking-to-streets") &&
    !isNegated(tree, head) &&
    !isUnreal(tree, head)
  );
}

interface Taking extends Found {
  /** By which it was found. */
  readonly rule: Rule;
}

interface Found {
  readonly stance: Reaction["stance"];
  /** Who takes it so, and what: tokens; -1 where the sentence does not say. */
  readonly agent: number;
  readonly objects: readonly number[];
}

function takingAt(told: Told, tree: Tree, at: number): Taking | null {
  const noun = tree.tokens[at]!.upos === "NOUN";
  const ask = (rule: Rule, find: () => Found | null): Taking | null => {
    const found = isOff(rule.name) ? null : find();
    return found && { ...found, rule };
  };
  return (
    (noun
      ? ask(TAKEN.voiced, () => voicedAt(told, tree, at))
      : (ask(TAKEN.verb, () => takenAt(tree, at)) ?? ask(TAKEN.coded, () => codedAt(told, tree, at)))) ??
    ask(TAKEN.judged, () => judgedAt(told, tree, at))
  );
}

const isToCome = (tree: Tree, at: number): boolean => kidIn(tree, at, "will", "aux");

/** "Welcomed the talks", "worried by the closure", "the raid angered residents". */
function takenAt(tree: Tree, at: number): Found | null {
  const { upos, head } = tree.tokens[at]!;
  const word = tree.stems[at]!;
  const feels = stemsOf("making-feel").has(word);
  const stance = keysOf(tree, at)
    .map((key) => REACTS.get(key))
    .find((it) => it);
  if (!stance || !/VERB|ADJ/.test(upos) || relOf(tree, at) === "amod" || isToCome(tree, at)) return null;
  const subjects = kidsBy(tree, at, "nsubj", "csubj");
  const object = kidsBy(tree, at, "obj").filter((kid) => kid > at);
  const passive = subjects.some((kid) => /:pass$/.test(tree.tokens[kid]!.deprel));
  if (feels && upos === "VERB" && !passive && object.length > 0 && subjects.length > 0)
    return { stance, agent: object[0]!, objects: subjects };
  const by = kidsBy(tree, at, "obl").find((kid) => firstMarkOf(tree, kid) === "by") ?? -1;
  if (upos === "VERB" && !feels && stance !== "worried" && stance !== "mixed") {
    if (passive) return { stance, agent: by, objects: subjects };
    // "*Condemned* by its neighbours, the raid …", "a raid *condemned* by …".
    if (by >= 0 && subjects.length === 0 && object.length === 0 && /^(?:acl|advcl)$/.test(relOf(tree, at)))
      return { stance, agent: by, objects: [relOf(tree, at) === "acl" ? head : actingSubject(tree, head)] };
  }
  const subject = actingSubject(tree, at);
  const agent = subject >= 0 ? subject : passive ? subjects[0]! : -1;
  // "Welcomed the *reopening* of": trees may call a gerund a clause.
  const gerunds = kidsBy(tree, at, "xcomp").filter((kid) => kid > at && kidsBy(tree, kid, "det").length > 0);
  // "Reactions were split between *the unions and the mayor*, over …": those between whom.
  const sides = stance === "mixed" ? (kidsBy(tree, at, "obl").find((kid) => /^(?:between|among)$/.test(firstMarkOf(tree, kid))) ?? -1) : -1;
  if (sides >= 0)
    return {
      stance,
      agent: sides,
      objects: [...topicsOf(tree, at, "obl"), ...kidsBy(tree, agent, "nmod").filter((kid) => firstMarkOf(tree, kid) === "to")],
    };
  const clauses = [...gerunds, ...kidsBy(tree, at, "ccomp").filter((kid) => kid > at)];
  const objects = [...object, ...topicsOf(tree, at, "obl", "advcl", "xcomp"), ...clauses];
  return { stance, agent, objects: stance === "mixed" ? [...objects, agent] : objects };
}

const topicsOf = (tree: Tree, at: number, ...relations: readonly string[]): number[] =>
  kidsBy(tree, at, ...relations).filter((kid) => kid > at && formsOf("topical").has(firstMarkOf(tree, kid)));

/** "Voiced concern about the arrests", "the raid drew criticism from", "watched it with alarm", "in protest of", "Freedonia's condemnation of". */
function voicedAt(told: Told, tree: Tree, at: number): Found | null {
  const stance = TAKINGS.get(tree.stems[at]!);
  const { head: verb } = tree.tokens[at]!;
  if (!stance) return null;
  const relation = relOf(tree, at);
  const verbal = verb >= 0 && tree.tokens[verb]!.upos === "VERB";
  if (verbal && (isNegated(tree, verb) || isUnreal(tree, verb) || isToCome(tree, verb))) return null;
  const topics = topicsOf(tree, at, "nmod", "acl", "obl");
  const beside = [...kidsBy(tree, at, "nmod"), ...(verbal ? kidsBy(tree, verb, "obl") : [])].filter((kid) => kid > at);
  const agents = kidsBy(tree, at, "obl").filter((kid) => kid > at);
  const from = [...beside, ...agents].find((kid) => /^(?:from|by|among)$/.test(firstMarkOf(tree, kid)) || isIn(told, tree, kid)) ?? -1;
  const mark = firstMarkOf(tree, at);
  if (mark === "in" && tree.stems[at] === "protest" && verbal) return { stance, agent: actingSubject(tree, verb), objects: topics };
  if (mark === "with" && verbal && relation === "obl") {
    const met = kidsBy(tree, verb, "nsubj").filter((kid) => /:pass$/.test(tree.tokens[kid]!.deprel));
    if (met.length > 0) return { stance, agent: from, objects: met };
    return { stance, agent: actingSubject(tree, verb), objects: [...kidsBy(tree, verb, "obj"), ...answeredAt(tree, verb)] };
  }
  const whose = kidsBy(tree, at, "nmod").find((kid) => firstMarkOf(tree, kid) === "of");
  if (mark === "to" && verbal && relation === "obl") return whose === undefined ? null : { stance, agent: whose, objects: [verb] };
  // Trees err here: "expressed gratitude" may be called one fixed expression.
  if (/^(?:obj|xcomp|fixed)$/.test(relation) && verbal) {
    const about = [...topics, ...topicsOf(tree, verb, "obl", "advcl").filter((kid) => kid !== from)];
    if (stemIn(tree, verb, "voicing") && actingSubject(tree, verb) >= 0 && about.length > 0)
      return { stance, agent: actingSubject(tree, verb), objects: about };
    // Trees may hang the subject on the noun.
    const cause = [...kidsBy(tree, verb, "nsubj"), ...kidsBy(tree, at, "nsubj")];
    if (stemIn(tree, verb, "drawing")) return { stance, agent: from, objects: topics.length > 0 ? topics : cause };
  }
  const owner = ownerOf(tree, at);
  return { stance, agent: owner >= 0 ? owner : from, objects: topics.filter((kid) => kid !== from) };
}

/** "Worry *in Japan* about …"; where they have only met is nobody. */
const isIn = (told: Told, tree: Tree, at: number): boolean =>
  firstMarkOf(tree, at) === "in" && tree.tokens[at]!.upos === "PROPN" && !isVenue(told, tree.words[at]!);

const answeredAt = (tree: Tree, verb: number): number[] =>
  /^(?:react|respond)$/.test(tree.stems[verb]!) ? kidsBy(tree, verb, "obl").filter((kid) => firstMarkOf(tree, kid) === "to") : [];

/** Praise or blame in words that the tables lack, where the model has coded it. What `VERBS` holds is a stand; what one is accused of is only alleged. */
function codedAt(told: Told, tree: Tree, at: number): Found | null {
  const word = tree.stems[at]!;
  const [event] = eventsAt(told, tree, at).filter(({ auxiliary }) => auxiliary.length === 0);
  const stance = event?.type === "SUPPORT" ? "supports" : event?.type === "ACCUSE" && event.modes.includes("disapprove") ? "opposes" : null;
  if (!stance || tree.tokens[at]!.upos !== "VERB" || relOf(tree, at) === "amod" || isToCome(tree, at)) return null;
  if (word === "accus" || keysOf(tree, at).some((key) => VERBS.has(key) || stemsOf("drawing").has(key) || stemsOf("voicing").has(key)))
    return null;
  const agent = actingSubject(tree, at);
  // "Faced a grilling": the subject takes nothing so, and the model knows it.
  if (agent < 0 || eventActors(tree, agent, [event!]).length === 0) return null;
  return { stance, agent, objects: [...kidsBy(tree, at, "obj"), ...topicsOf(tree, at, "obl", "advcl")] };
}

/** "“The raid was a crime,” said …", "called the raid an outrage". An outsider who only assesses does not react. */
function judgedAt(told: Told, tree: Tree, at: number): Found | null {
  const stance = JUDGEMENTS.get(tree.stems[at]!);
  const { upos, head } = tree.tokens[at]!;
  if (!stance || !/NOUN|ADJ/.test(upos) || relOf(tree, at) === "amod") return null;
  if (head >= 0 && stemIn(tree, head, "calling-so")) {
    if (isNegated(tree, head) || isUnreal(tree, head) || isToCome(tree, head)) return null;
    return { stance, agent: actingSubject(tree, head), objects: kidsBy(tree, head, "obj").filter((kid) => kid !== at) };
  }
  // Trees take "amount" for a noun at times.
  const amounts =
    head >= 0 &&
    /^(?:amount|constitut|represent)$/.test(tree.stems[head]!) &&
    /^(?:obj|obl|nmod)$/.test(relOf(tree, at)) &&
    kidsBy(tree, head, "nsubj").length > 0;
  const predicate = amounts ? head : at;
  if (isToCome(tree, predicate) || isNegated(tree, predicate) || isUnreal(tree, predicate)) return null;
  if (!amounts && kidsBy(tree, at, "cop").length === 0) return null;
  const source = statementsOver(told, tree, at)[0]?.source?.actor;
  const speaker = byId(told.cast.actors, source);
  if (!isParty(speaker) || /^(?:EDU|MED|JRN)$/.test(speaker?.sector ?? "")) return null;
  return { stance, agent: -1, objects: kidsBy(tree, predicate, "nsubj") };
}

/** Those whom the grammar names; a speaker for "we", the coded event or the statement where the grammar names nobody. */
function takersOf(told: Told, tree: Tree, at: number, agent: number): string[] {
  const unique = (ids: readonly (string | null | undefined)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];
  const [over] = statementsOver(told, tree, at);
  const by = statementsBy(told, tree, at).filter(({ source }) => source && (agent < 0 || overlaps(source, tree.tokens[agent]!)));
  if (agent >= 0 && /^(?:i|we)$/.test(tree.words[agent]!) && over?.source?.actor) return [over.source.actor];
  const found = actorsAt(tree, told.cast, agent).map(({ actor }) => actor);
  if (found.length > 0) return unique(found);
  const acting = eventActors(
    tree,
    agent,
    eventsAt(told, tree, at).filter(({ type }) => type === "ACCUSE" || type === "SUPPORT" || type === "PROTEST"),
  );
  if (acting.length > 0) return unique(acting);
  if (by.length > 0) return unique(by.map(({ source }) => source?.actor));
  if (agent >= 0 || !over?.source || !JUDGEMENTS.has(tree.stems[at]!)) return [];
  // "He and many others believe …": all who say it, and none of them once more as part of the whole.
  const head = coreIn(tree, over.source);
  const members = actorsAt(tree, told.cast, head).map(({ actor }) => actor);
  const whole = byId(told.cast.actors, over.source!.actor);
  const together = members.length > 0 && whole?.kind === "unnamed" && kidsBy(tree, head, "conj").length > 0;
  return unique(together ? members : [over.source.actor, ...members]);
}

/** What vouches for the reaction: what covers its word, else what covers the nearest word that it hangs on, without what is taken so. */
function groundsOf(told: Told, tree: Tree, at: number, objects: readonly number[]): string[] {
  const taken = new Set(objects.filter((object) => object >= 0).flatMap((object) => familyOf(tree, object)));
  for (const here of [at, ...above(tree, at)]) {
    if (here !== at && taken.has(here)) continue;
    const found = evidenceAt(told, tree, [here]);
    if (found.length > 0) return found;
  }
  return [];
}

interface Target {
  readonly to: string | null;
  /** The words that name it. */
  readonly about: Span;
}

/** The first of the objects that names a deed, a meeting or a state of things, and the event that it is, where it is one. */
function targetOf(told: Told, tree: Tree, objects: readonly number[], not: ReadonlySet<string>, at: number): Target | null {
  for (const object of objects) {
    const named = object < 0 ? -1 : topicAt(told, tree, object, at);
    if (named < 0) continue;
    const place = takenPlace(tree, named);
    const to = eventOf(told, tree, named, not, at, place?.end ?? tree.sentence.end);
    if (place && (to !== null || isHappening(told, tree, named))) return { to, about: span(place.start, place.end) };
  }
  return null;
}

/** The words of what is taken so: those in quotation marks whole, where it begins them and they end within the sentence. */
function takenPlace(tree: Tree, named: number): Span | null {
  const issue = issueAt(tree, named, true);
  const opens = issue ? tree.tokens.findIndex(({ start }) => start === issue.start) - 1 : -1;
  if (opens < 0 || !/^["“]$/.test(tree.words[opens]!)) return issue;
  const closes = tree.words.findIndex((word, at) => at > opens + 1 && /["”]/.test(word));
  const last = tree.words[closes - 1] === "," ? closes - 2 : closes - 1;
  const whole = closes < 0 ? null : span(issue!.start, tree.tokens[last]!.end);
  return whole && whole.end > issue!.end && last - opens <= 12 ? whole : issue;
}

/** The noun or clause itself; of what may yet come of a deed ("worried that *the closure* would …") the deed; -1 for what is only feared, planned or said. */
function topicAt(told: Told, tree: Tree, object: number, at: number): number {
  const { upos } = tree.tokens[object]!;
  if (upos === "PRON" || upos === "ADV" || upos === "NUM") return -1;
  if (upos === "VERB" || kidsBy(tree, object, "cop").length > 0) {
    const subject = kidsBy(tree, object, "nsubj")[0];
    const open = kidIn(tree, object, "modals", "aux");
    if (open) return subject !== undefined && isDefinite(tree, subject) ? topicAt(told, tree, subject, at) : -1;
    const said = stemIn(tree, object, "sayings") || kidsBy(tree, object, "obj").some((kid) => stemIn(tree, kid, "sayings"));
    return said || firstMarkOf(tree, object) === "to" || isUnreal(tree, object) ? -1 : object;
  }
  if (kidsBy(tree, object, "amod").some((kid) => stemIn(tree, kid, "not-done") || stemsOf("not-done").has(tree.words[kid]!))) return -1;
  if (stemIn(tree, object, "plans") || stemIn(tree, object, "sayings")) return -1;
  // "Feared an attack", "fear of arrest": it has not come.
  if (/^(?:fear|afraid)$/.test(tree.stems[at]!) && !isDefinite(tree, object)) return -1;
  return object;
}

const isDefinite = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "det", "nmod").some((kid) => wordIn(tree, kid, "pointing") || tree.tokens[kid]!.deprel === "nmod:poss");

/** A deed, a meeting or a state of things by its noun, or a clause; nobody and nothing else. */
function isHappening(told: Told, tree: Tree, at: number): boolean {
  if (tree.tokens[at]!.upos === "VERB") return true;
  const word = tree.stems[at]!;
  const noun = stemsOf("happenings").has(word) || stemsOf("meetings").has(word) || NAMED.has(word);
  // "The Chilean *investments*": the words speak of Chile, but what is welcomed is what it does.
  const isActor = told.cast.actorsAt(span(tree.tokens[at]!.start, tree.tokens[at]!.end)).some(
    ({ kind, name, sector }) =>
      // "Denounced *the pardon*": what a deed was coded as done to is nobody by that.
      !(kind === "unnamed" && sector === null && name.toLowerCase().endsWith(tree.words[at]!)) &&
      (kind === "unnamed" || kind === "group" || name.toLowerCase().includes(tree.words[at]!)),
  );
  return noun && tree.tokens[at]!.upos === "NOUN" && !isActor;
}

/** So many events before and after a reaction are looked through for the one that it is to: more than any article tells, and few for a book. */
const nearest = 200;

/** @param events in text order */
function near(events: readonly Event[], sentence: number): readonly Event[] {
  const after = firstThat(events, (event) => event.sentence > sentence);
  return events.slice(Math.max(0, after - nearest), after + nearest);
}

/** The event that the reaction's object names: a meeting, a deed by its noun, or a deed told inside the object itself. @param end of the words that name it */
function eventOf(told: Told, tree: Tree, object: number, not: ReadonlySet<string>, at: number, end: number): string | null {
  const events = near(told.coded.events, tree.number).filter(({ id, auxiliary }) => !not.has(id) && !auxiliary.includes("hypothetical"));
  // What is joined to it by "and" beyond the words that name it is another thing.
  const joined = new Set(
    familyOf(tree, object)
      .filter((kid) => relOf(tree, kid) === "conj" && tree.tokens[kid]!.start >= end)
      .flatMap((kid) => familyOf(tree, kid)),
  );
  const within = familyOf(tree, object).filter((kid) => !joined.has(kid));
  const inside = events.find(
    (event) =>
      event.sentence === tree.number &&
      event.trigger.start !== tree.tokens[at]!.start &&
      within.some((kid) => holds(event.trigger, tree.tokens[kid]!)),
  );
  // "The outcome of the talks" is about the talks, "a comparison between the talks and a coup" is not.
  const nouns = within.filter((kid) => /NOUN|PROPN/.test(tree.tokens[kid]!.upos) && /^(?:|of|in|at)$/.test(firstMarkOf(tree, kid)));
  // The object's own head first: "the summit's agreement" is an agreement.
  for (const noun of [object, ...nouns]) {
    const word = tree.stems[noun]!;
    if (stemsOf("meetings").has(word)) {
      const meeting = meetingOf(told, events);
      if (meeting) return meeting.id;
    }
    if (noun !== object) continue;
    const named = deedOf(told, tree, object, events);
    if (named) return named.id;
  }
  return inside?.id ?? null;
}

/**
 * The deed that the noun names. Under its own name ("the executions" of what was told as "executed") before one of its type,
 * and one told before the noun, or by it, before a later one: what is told later is as a rule only said, or another.
 */
function deedOf(told: Told, tree: Tree, at: number, events: readonly Event[]): Event | null {
  const types = NAMED.get(tree.stems[at]!) ?? [];
  const own = events.find(({ sentence, trigger }) => sentence === tree.number && overlaps(trigger, tree.tokens[at]!)) ?? null;
  const whose = doersOf(told, tree, at);
  const isAble = (event: Event): boolean => !event.auxiliary.includes("negation") && !isOthers(told, event, whose, own);
  const same = (event: Event): boolean => isNamed(told, event, tree.stems[at]!) && isAble(event);
  // "The deal" is one that several made, and not what one of them promised.
  const joint = stemIn(tree, at, "agreements");
  const like = (event: Event): boolean =>
    types.includes(event.type) && (!joint || event.actor.length > 1 || isMade(told, event)) && isAble(event);
  const earlier = events.slice(
    0,
    firstThat(events, ({ sentence }) => sentence >= tree.number),
  );
  const later = events.slice(firstThat(events, ({ sentence }) => sentence > tree.number));
  // "The Freedonian raid": rather one told with its doer.
  const before = (passes: (event: Event) => boolean): Event | undefined =>
    (whose.length > 0 ? earlier.findLast((event) => event.actor.length > 0 && passes(event)) : undefined) ?? earlier.findLast(passes);
  const after = (passes: (event: Event) => boolean): Event | undefined => later.find(passes);
  return before(same) ?? before(like) ?? own ?? after(same) ?? after(like) ?? null;
}

interface Trigger {
  readonly tree: Tree;
  /** Its words, by their numbers in the sentence. */
  readonly words: readonly number[];
  readonly stems: readonly string[];
}

const triggers = new WeakMap<Event, Trigger | null>();

/** An event's trigger in its sentence: looked for once, however many reactions ask. */
function triggerOf({ trees }: Told, event: Event): Trigger | null {
  const known = triggers.get(event);
  if (known !== undefined) return known;
  const tree = byNumber(trees, event.sentence);
  const words = tree?.tokens.flatMap((token, at) => (overlaps(token, event.trigger) ? [at] : [])) ?? [];
  const found = tree ? { tree, words, stems: words.map((at) => tree.stems[at]!) } : null;
  triggers.set(event, found);
  return found;
}

/** "Signed a pact", "reached a deal": an agreement by its own word. */
function isMade(told: Told, event: Event): boolean {
  const trigger = triggerOf(told, event);
  if (!trigger) return false;
  const { tree, words, stems } = trigger;
  return (
    stems.some((stem) => stemsOf("agreements").has(stem)) ||
    words.some((at) => kidsBy(tree, at, "obj", "nsubj").some((kid) => stemIn(tree, kid, "agreements")))
  );
}

/** Those whose deed a noun is by its own words: "*Freedonia's* raid", "the *Freedonian* raid", "a raid by *Freedonia*". */
const doersOf = (told: Told, tree: Tree, at: number): string[] =>
  kidsBy(tree, at, "nmod", "amod")
    .filter((kid) => tree.tokens[kid]!.deprel === "nmod:poss" || relOf(tree, kid) === "amod" || firstMarkOf(tree, kid) === "by")
    .flatMap((kid) => actorsAt(tree, told.cast, kid).map(({ actor }) => actor));

/** True of a deed between others than those whom the noun, or the event `own` that it was coded as, names. */
function isOthers(told: Told, { actor, recipient }: Event, whose: readonly string[], own: Event | null): boolean {
  const codeOf = (id: string): string => byId(told.cast.actors, id)?.code ?? id;
  const idsOf = (side: Event["actor"]): string[] => side.map((one) => one.actor);
  const differ = (one: readonly string[], other: readonly string[]): boolean =>
    one.length > 0 && other.length > 0 && !one.some((id) => other.some((it) => codeOf(it) === codeOf(id)));
  return (
    // "Freedonia's embargo" may be one that it suffers.
    (actor.length > 0 && differ(whose, idsOf([...actor, ...recipient]))) ||
    (own !== null && (differ(idsOf(own.actor), idsOf(actor)) || differ(idsOf(own.recipient), idsOf(recipient))))
  );
}

/** True where the noun is the trigger's own word or one of its family: "execution", "executed". */
const isNamed = (told: Told, event: Event, noun: string): boolean =>
  triggerOf(told, event)?.stems.some((verb) => {
    let shared = 0;
    while (shared < noun.length && noun[shared] === verb[shared]) shared++;
    return shared >= 5 && Math.max(noun.length, verb.length) - shared <= 4;
  }) ?? false;

/** The meeting as a whole: the consultation that is told most often, the first of equals. */
function meetingOf(told: Told, events: readonly Event[]): Event | null {
  const met = (event: Event): boolean =>
    triggerOf(told, event)?.stems.some((stem) => stemsOf("meetings").has(stem) || stemsOf("meeting-verbs").has(stem)) ?? false;
  const meetings = events.filter((event) => event.type === "CONSULT" && event.auxiliary.every((it) => it === "future") && met(event));
  return meetings.reduce<Event | null>((best, one) => (best && weight(best) >= weight(one) ? best : one), null);
}

const weight = ({ actor, recipient, confidence, same_as }: Event): number =>
  (actor.length + recipient.length > 1 ? 1 : 0) + Math.min(same_as.length, 3) + confidence;
