// A word that tells a stand → the actors who take it: the grammar's subject or owner first, then the coded event's actors, then the source of the statement that the word introduces.

import type { Actor } from "../actors/types.ts";
import type { Event } from "../events/types.ts";
import { actingSubject } from "../grammar/subjects.ts";
import { above, coreIn, familyOf, firstMarkOf, kidsBy, relOf, stemIn, type Tree, wordIn } from "../grammar/tree.ts";
import { byId } from "../kept.ts";
import { holds, overlaps, type Span } from "../span.ts";
import { eventActors, isOfficial, isParty, isVenue, partiesOf, statementsBy, statementsOver, type Told } from "./evidence.ts";
import { actorsAt } from "./named.ts";

/** The word that owns a noun: "*its* demand", "*Iran's* offer", "calls by *Iran*"; -1 where there is none. */
export const ownerOf = (tree: Tree, at: number): number =>
  kidsBy(tree, at, "nmod", "det").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss") ??
  kidsBy(tree, at, "nmod", "obl").find((kid) => kid > at && /^(?:by|among)$/.test(firstMarkOf(tree, kid))) ??
  willingAt(tree, at);

/** "The willingness *of Iran* to talk": what is wanted is in the clause, though trees may hang Iran on it; -1 where there is none. */
function willingAt(tree: Tree, at: number): number {
  const clauses = kidsBy(tree, at, "acl", "xcomp").filter(
    (kid) => kid > at && kidsBy(tree, kid, "mark").some((mark) => tree.words[mark] === "to"),
  );
  if (tree.tokens[at]!.upos !== "NOUN" || clauses.length === 0) return -1;
  const beside = [...kidsBy(tree, at, "nmod"), ...clauses.flatMap((clause) => kidsBy(tree, clause, "nsubj"))];
  // Trees hang the "of" on the willingness itself, too.
  const isOf = (kid: number): boolean => firstMarkOf(tree, kid) === "of" || tree.words[Math.min(...familyOf(tree, kid)) - 1] === "of";
  return beside.find((kid) => kid > at && isOf(kid)) ?? -1;
}

/** Relations of clauses and agents that tell of somebody else than the main clause does. */
const aside = /^(?:acl|acl:relcl|obl:agent|advcl|parataxis)$/;

/**
 * The events without those of their actors who stand in a clause or by-phrase of their own beside the word at `at`:
 * in "X, banned *by the council*, called for …" the council calls for nothing.
 */
function withoutAside(tree: Tree, at: number, events: readonly Event[]): Event[] {
  const over = new Set([at, ...above(tree, at)]);
  const isAside = (from: number): boolean => {
    for (const here of [from, ...above(tree, from)]) {
      if (over.has(here)) return false;
      const by = relOf(tree, here) === "obl" && firstMarkOf(tree, here) === "by" && tree.tokens[here]!.head !== at;
      if (by || aside.test(tree.tokens[here]!.deprel) || isParticiple(tree, here)) return true;
    }
    return false;
  };
  const headOf = (place: Span): number => tree.tokens.findLastIndex((token) => holds(place, token) && /NOUN|PROPN|PRON/.test(token.upos));
  return events.map((event) => ({
    ...event,
    actor: event.actor.filter((one) => {
      const head = headOf(one);
      return head < 0 || !isAside(head);
    }),
  }));
}

/** "An office *closed* by the council": trees take some of these for adjectives. */
const isParticiple = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "VERB" && relOf(tree, at) === "amod" && at > tree.tokens[at]!.head;

/** @param passive whether the subject of the verb at `at` is what is asked for, not who asks */
export function holdersAt(told: Told, tree: Tree, at: number, passive: boolean, coded: readonly Event[]): string[] {
  const events = withoutAside(tree, at, coded);
  const party = (ids: readonly string[]): string[] => partiesOf(told, [...new Set(ids)]);
  if (tree.tokens[at]!.upos === "NOUN") return party(ofNoun(told, tree, at, events));
  const agent = passive ? (kidsBy(tree, at, "obl").find((kid) => firstMarkOf(tree, kid) === "by") ?? -1) : actingSubject(tree, at);
  if (!passive && agent >= 0 && isUnsure(told, tree, agent)) return [];
  const first = agent >= 0 && /^(?:i|we)$/.test(tree.words[agent]!) ? statementsOver(told, tree, at)[0]?.source?.actor : null;
  const found = first ? [first] : meantAt(told, tree, agent);
  // "The rules require …": what no actor is the subject of is nobody's stand, whoever else is quoted.
  const sources = statementsBy(told, tree, at).flatMap(({ source }) =>
    source?.actor && !(kidsBy(tree, at, "nsubj").includes(agent) && !overlaps(source, tree.tokens[agent]!)) ? [source.actor] : [],
  );
  // "Officials and prosecutors who objected": of several that the grammar offers, the one that the statement names.
  const narrowed = found.filter((id) => sources.includes(id));
  if (narrowed.length > 0) return party(narrowed);
  if (found.length > 0 || passive) return party(found);
  const acting = party(eventActors(tree, agent, events));
  return acting.length > 0 ? acting : party(sources);
}

function ofNoun(told: Told, tree: Tree, at: number, events: readonly Event[]): string[] {
  const owner = ownerOf(tree, at);
  // "Renewed Iraqi calls for …": the calls are the Iraqis', whoever renewed them.
  // "The Geneva proposal" of talks in Geneva is not Geneva's.
  const named = kidsBy(tree, at, "amod", "compound").find(
    (kid) => /^\p{Lu}/u.test(tree.text.slice(tree.tokens[kid]!.start)) && !isVenue(told, tree.words[kid]!),
  );
  if (owner < 0 && named !== undefined) return actorsAt(tree, told.cast, named).map(({ actor }) => actor);
  const protests = events.filter(({ type }) => type === "PROTEST");
  if (owner < 0 && protests.length > 0) return protests.flatMap(({ actor }) => actor.map((one) => one.actor));
  const verb = tree.tokens[at]!.head;
  // "Is in favour of …": the noun is the predicate itself.
  const predicate = kidsBy(tree, at, "cop").length > 0;
  // Trees err here: what is voiced may be called a clause.
  const voiced = /^(?:obj|ccomp)$/.test(relOf(tree, at)) && verb >= 0;
  const subject = predicate ? actingSubject(tree, at) : voiced ? actingSubject(tree, verb) : -1;
  // "Officers declared *their* opposition": where the cast does not know the pronoun, it is whoever utters the stand.
  const own =
    subject >= 0 && owner >= 0 && stemIn(tree, verb, "uttering") && wordIn(tree, owner, "possessives")
      ? actorsAt(tree, told.cast, subject).map(({ actor }) => actor)
      : [];
  // "The ministry's readiness to work with *the other ministry*": nobody offers it to himself.
  const partners = partnersIn(told, tree, at);
  const owned = actorsAt(tree, told.cast, owner >= 0 ? owner : subject).flatMap(({ actor }) => (partners.includes(actor) ? [] : actor));
  const speakers = officeOf(told, tree, subject, owner, verb);
  // "The ministry" says less than the minister's name.
  const isBare = owner >= 0 && owned.every((id) => byId(told.cast.actors, id)?.name === tree.words[owner]);
  const found = owned.length > 0 && !(isBare && speakers.length > 0) ? owned : own.length > 0 ? own : speakers;
  return found.length > 0 ? found : eventActors(tree, owner >= 0 ? owner : subject, events);
}

/** Those with whom the noun's clause wants something done: "readiness to share it *with Freedonia*". */
const partnersIn = (told: Told, tree: Tree, at: number): string[] =>
  kidsBy(tree, at, "acl", "xcomp", "advcl")
    .flatMap((clause) => familyOf(tree, clause))
    .filter((kid) => firstMarkOf(tree, kid) === "with")
    .flatMap((kid) => actorsAt(tree, told.cast, kid).map(({ actor }) => actor));

/** "The minister voiced *the ministry's* keenness": whoever the cast does not know speaks through the one in office who voices it. */
function officeOf(told: Told, tree: Tree, subject: number, owner: number, verb: number): string[] {
  if (owner < 0 || subject < 0 || verb < 0 || !stemIn(tree, verb, "uttering")) return [];
  return actorsAt(tree, told.cast, subject)
    .map(({ actor }) => actor)
    .filter((id) => isOfficial(byId(told.cast.actors, id)));
}

/**
 * "It" or "they" where the text offers several: whoever the pronoun is read as is neither the only party
 * nor the subject of the sentence before. A stand that may be another's is better left out.
 */
export function isUnsure(told: Told, tree: Tree, at: number): boolean {
  if (!/^(?:it|they)$/.test(tree.words[at]!)) return false;
  const [meant] = actorsAt(tree, told.cast, at);
  if (!meant) return false;
  const here = partiesIn(told, tree, 0, at);
  if (here.length > 0) return !here.includes(meant.actor);
  const before = told.trees.findLast(({ number }) => number < tree.number);
  if (!before) return false;
  const root = before.tokens.findIndex(({ head }) => head < 0);
  const subjects = root < 0 ? [] : actorsAt(before, told.cast, actingSubject(before, root)).map(({ actor }) => actor);
  const parties = partiesIn(told, before, 0, before.tokens.length);
  return parties.length > 1 && parties.includes(meant.actor) && subjects.length > 0 && !subjects.includes(meant.actor);
}

/** Who is meant at the token: whom the cast knows there, else, of "it", "he" or "they" in what somebody says, the speaker, where nobody else is named before it. */
export function meantAt(told: Told, tree: Tree, at: number): string[] {
  const known = actorsAt(tree, told.cast, at).map(({ actor }) => actor);
  if (known.length > 0 || !KINDS.has(tree.words[at] ?? "")) return known;
  const [statement] = statementsOver(told, tree, at);
  const source = statement?.source ?? null;
  // "They said they would stay": who "they" are is only guessed.
  const speaker = source && /NOUN|PROPN/.test(tree.tokens[coreIn(tree, source)]?.upos ?? "") ? source.actor : null;
  const actor = byId(told.cast.actors, speaker);
  if (!actor || !fitsPronoun(actor, tree.words[at]!)) return [];
  // "The union said the bridge was unsafe and *it* will not carry lorries": a subject in between is as near.
  const from = statement!.content[0]!.start;
  const between = tree.tokens.some(({ start, deprel }, here) => here < at && start >= from && /^nsubj/.test(deprel));
  if (between) return [];
  const named = partiesIn(told, tree, 0, at);
  return named.every((id) => id === actor.id) ? [actor.id] : [];
}

/** Which kinds of actor a pronoun speaks of. */
const KINDS: ReadonlyMap<string, readonly Actor["kind"][]> = new Map([
  ["it", ["country", "organisation"]],
  ["they", ["group", "organisation"]],
  ["he", ["person"]],
  ["she", ["person"]],
]);

const fitsPronoun = ({ kind }: Actor, pronoun: string): boolean => KINDS.get(pronoun)?.includes(kind) === true;

/** Parties that the tokens from `from` up to `to` name. */
const partiesIn = (told: Told, tree: Tree, from: number, to: number): string[] => [
  ...new Set(
    tree.tokens.flatMap(({ upos }, at) =>
      at >= from && at < to && /NOUN|PROPN/.test(upos)
        ? actorsAt(tree, told.cast, at)
            .map(({ actor }) => actor)
            .filter((id) => {
              const actor = byId(told.cast.actors, id);
              // "Kishida said they …": no person is "they" or "it".
              return isParty(actor) && actor!.kind !== "person";
            })
        : [],
    ),
  ),
];
