// A word that tells a stand → the actors who take it: the grammar's subject or owner first, then the coded event's actors, then the source of the statement that the word introduces.
import type { Event } from "../events/types.ts";
import { holds } from "../span.ts";
import { eventActors, isParty, statementsBy, statementsOver, type Told } from "./evidence.ts";
import { actorsAt, kidsBy, markOf, relOf, subjectOf, type Tree } from "./tree.ts";
import { UTTERS } from "./wordlists.ts";

/** The word that owns a noun: "*its* demand", "*Iran's* offer"; -1 where there is none. */
export const ownerOf = (tree: Tree, at: number): number =>
  kidsBy(tree, at, "nmod", "det").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss") ?? -1;

/** @param passive whether the subject of the verb at `at` is what is asked for, not who asks */
export function holdersAt(told: Told, tree: Tree, at: number, passive: boolean, events: readonly Event[]): string[] {
  const party = (ids: readonly string[]): string[] =>
    [...new Set(ids)].filter((id) => isParty(told.cast.actors.find((actor) => actor.id === id)));
  if (tree.tokens[at]!.upos === "NOUN") return party(ofNoun(told, tree, at, events));
  const agent = passive ? (kidsBy(tree, at, "obl").find((kid) => markOf(tree, kid) === "by") ?? -1) : subjectOf(tree, at);
  const first = agent >= 0 && /^(?:i|we)$/.test(tree.words[agent]!) ? statementsOver(told, tree, at)[0]?.source?.actor : null;
  const found = first ? [first] : actorsAt(tree, told.cast, agent).map(({ actor }) => actor);
  const sources = statementsBy(told, tree, at).flatMap(({ source }) => (source?.actor ? [source.actor] : []));
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
  const named = kidsBy(tree, at, "amod", "compound").find((kid) => /^\p{Lu}/u.test(tree.text.slice(tree.tokens[kid]!.start)));
  if (owner < 0 && named !== undefined) return actorsAt(tree, told.cast, named).map(({ actor }) => actor);
  const protests = events.filter(({ type }) => type === "PROTEST");
  if (owner < 0 && protests.length > 0) return protests.flatMap(({ actor }) => actor.map((one) => one.actor));
  const verb = tree.tokens[at]!.head;
  const subject = relOf(tree, at) === "obj" && verb >= 0 ? subjectOf(tree, verb) : -1;
  // "Officers declared *their* opposition": where the cast does not know the pronoun, it is whoever utters the stand.
  const own =
    subject >= 0 && owner >= 0 && UTTERS.has(tree.stems[verb]!) && /^(?:his|her|its|their)$/.test(tree.words[owner]!)
      ? actorsAt(tree, told.cast, subject).map(({ actor }) => actor)
      : [];
  const owned = actorsAt(tree, told.cast, owner >= 0 ? owner : subject).map(({ actor }) => actor);
  const found = owned.length > 0 ? owned : own;
  return found.length > 0 ? found : eventActors(tree, owner >= 0 ? owner : subject, events);
}

/** The one who speaks: a quotation's source is whoever is quoted ("the agency quoted *the minister* as saying"), not the one who passes it on. */
export function speakerOf(told: Told, tree: Tree, statement: Told["coded"]["statements"][number]): string | null {
  const { cue, source } = statement;
  const verb = cue ? tree.tokens.findIndex((token, at) => holds(cue, token) && /^(?:quot|cit)$/.test(tree.stems[at]!)) : -1;
  const quoted = verb < 0 ? undefined : kidsBy(tree, verb, "obj", "iobj").find((kid) => kid > verb);
  const actor = quoted === undefined ? undefined : actorsAt(tree, told.cast, quoted)[0]?.actor;
  return actor ?? source?.actor ?? null;
}
