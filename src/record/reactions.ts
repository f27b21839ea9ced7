// Trees, cast and coded events → who takes what how. Where the text does not tell to which event, there is no reaction.
import type { Event } from "../events/types.ts";
import { overlaps } from "../span.ts";
import { evidenceAt, isUnreal, statementsBy, type Told } from "./evidence.ts";
import { actorsAt, auxiliariesOf, familyOf, isNegated, kidsBy, markOf, partnersOf, relOf, subjectOf, type Tree } from "./tree.ts";
import type { Reaction } from "./types.ts";
import { DRAWS, MEETINGS, MEETS, NAMED, REACTS, TAKINGS, VOICES } from "./wordlists.ts";

/** @returns reactions in text order, each actor, event and stance once */
export function reactionsOf(told: Told): Reaction[] {
  const out: Reaction[] = [];
  for (const tree of told.trees)
    for (let at = 0; at < tree.tokens.length; at++)
      for (const reaction of reactionAt(told, tree, at)) {
        const like = out.findIndex((one) => one.actor === reaction.actor && one.to === reaction.to && one.stance === reaction.stance);
        if (like < 0) out.push(reaction);
        else out[like] = { ...out[like]!, evidence: [...new Set([...out[like]!.evidence, ...reaction.evidence])] };
      }
  return out;
}

function reactionAt(told: Told, tree: Tree, at: number): Reaction[] {
  if (tree.asks || isNegated(tree, at) || isUnreal(tree, at)) return [];
  const taking = tree.tokens[at]!.upos === "NOUN" ? voicedAt(tree, at) : takenAt(tree, at);
  if (!taking) return [];
  const { stance, agent, objects } = taking;
  const found = actorsAt(tree, told.cast, agent).map(({ actor }) => actor);
  const sources = agent < 0 ? [] : statementsBy(told, tree, at).filter(({ source }) => source && overlaps(source, tree.tokens[agent]!));
  const actors = found.length > 0 ? found : sources.flatMap(({ source }) => source?.actor ?? []);
  const evidence = evidenceAt(told, tree, [at]);
  if (actors.length === 0 || evidence.length === 0) return [];
  const to = targetOf(told, tree, objects, new Set(evidence), at);
  return to === null ? [] : [...new Set(actors)].map((actor) => ({ actor, to, stance, evidence }));
}

interface Taking {
  readonly stance: Reaction["stance"];
  /** Who takes it so, and what: tokens; -1 where the sentence does not say. */
  readonly agent: number;
  readonly objects: readonly number[];
}

/** "Welcomed the talks", "worried by the closure". */
function takenAt(tree: Tree, at: number): Taking | null {
  const { upos } = tree.tokens[at]!;
  const word = tree.stems[at]!;
  const stance = [...partnersOf(tree, at).map((partner) => `${word} ${partner}`), word].map((key) => REACTS.get(key)).find((it) => it);
  if (!stance || !/VERB|ADJ/.test(upos) || relOf(tree, at) === "amod") return null;
  if (auxiliariesOf(tree, at).some((auxiliary) => /^(?:will|would|wo|'d|'ll)$/.test(auxiliary))) return null;
  if (upos === "ADJ" && stance !== "worried" && stance !== "mixed") return null;
  const passive =
    kidsBy(tree, at, "nsubj").some((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") && stance !== "worried" && stance !== "mixed";
  if (passive)
    return { stance, agent: kidsBy(tree, at, "obl").find((kid) => markOf(tree, kid) === "by") ?? -1, objects: kidsBy(tree, at, "nsubj") };
  const agent = subjectOf(tree, at);
  const objects = kidsBy(tree, at, "obj", "ccomp", "xcomp", "obl", "advcl", "csubj").filter((kid) => kid > at);
  return { stance, agent, objects: stance === "mixed" ? [...objects, agent] : objects };
}

/** "Voiced concern about the arrests", "the raid drew criticism from". */
function voicedAt(tree: Tree, at: number): Taking | null {
  const stance = TAKINGS.get(tree.stems[at]!);
  const verb = tree.tokens[at]!.head;
  if (!stance || verb < 0 || relOf(tree, at) !== "obj" || isNegated(tree, verb) || isUnreal(tree, verb)) return null;
  if (auxiliariesOf(tree, verb).some((auxiliary) => /^(?:will|would|wo|'d|'ll)$/.test(auxiliary))) return null;
  if (VOICES.has(tree.stems[verb]!)) {
    const objects = kidsBy(tree, at, "nmod", "acl").filter(
      (kid) => kid > at && /^(?:about|over|at|for|of|regarding)$/.test(markOf(tree, kid)),
    );
    return { stance, agent: subjectOf(tree, verb), objects };
  }
  if (!DRAWS.has(tree.stems[verb]!)) return null;
  const agent = [...kidsBy(tree, verb, "obl"), ...kidsBy(tree, at, "nmod")].find((kid) => markOf(tree, kid) === "from") ?? -1;
  return { stance, agent, objects: kidsBy(tree, verb, "nsubj") };
}

/** The event that the reaction's object names: a meeting, a deed by its noun, or a deed told inside the object itself. */
function targetOf(told: Told, tree: Tree, objects: readonly number[], not: ReadonlySet<string>, at: number): string | null {
  const events = told.coded.events.filter(({ id, auxiliary }) => !not.has(id) && !auxiliary.includes("hypothetical"));
  const [object] = objects;
  if (object === undefined) return null;
  const within = familyOf(tree, object);
  const inside = events.find(
    (event) =>
      event.sentence === tree.number &&
      event.trigger.start !== tree.tokens[at]!.start &&
      within.some((kid) => event.trigger.start <= tree.tokens[kid]!.start && tree.tokens[kid]!.end <= event.trigger.end),
  );
  // "The outcome of the talks" is about the talks, "a comparison between the talks and a coup" is not.
  const nouns = within.filter((kid) => /NOUN|PROPN/.test(tree.tokens[kid]!.upos) && /^(?:|of|in|at)$/.test(markOf(tree, kid)));
  // The object's own head first: "the summit's agreement" is an agreement.
  for (const noun of [object, ...nouns]) {
    const word = tree.stems[noun]!;
    if (MEETINGS.has(word)) {
      const meeting = meetingOf(told, events);
      if (meeting) return meeting.id;
    }
    if (noun !== object) continue;
    const real = events.filter(({ auxiliary }) => !auxiliary.includes("negation"));
    // The deed under its own name first: "the executions" of what was told as "executed".
    const same = nearest(
      real.filter((event) => isNamed(told, event, word)),
      tree,
    );
    const types = NAMED.get(word) ?? [];
    const named =
      same ??
      nearest(
        real.filter(({ type }) => types.includes(type)),
        tree,
      );
    if (named) return named.id;
  }
  return inside?.id ?? null;
}

/** True where the noun is the trigger's own word or one of its family: "execution", "executed". */
function isNamed({ trees }: Told, { sentence, trigger }: Event, noun: string): boolean {
  const tree = trees.find(({ number }) => number === sentence);
  return (
    tree?.tokens.some((token, at) => {
      if (!overlaps(token, trigger)) return false;
      const verb = tree.stems[at]!;
      let shared = 0;
      while (shared < noun.length && noun[shared] === verb[shared]) shared++;
      return shared >= 5 && Math.max(noun.length, verb.length) - shared <= 4;
    }) ?? false
  );
}

/** The meeting as a whole: the consultation that is told most often, the first of equals. */
function meetingOf({ trees }: Told, events: readonly Event[]): Event | null {
  const met = ({ sentence, trigger }: Event): boolean =>
    trees.some(
      (tree) =>
        tree.number === sentence &&
        tree.tokens.some((token, at) => overlaps(token, trigger) && (MEETINGS.has(tree.stems[at]!) || MEETS.has(tree.stems[at]!))),
    );
  const meetings = events.filter((event) => event.type === "CONSULT" && event.auxiliary.every((it) => it === "future") && met(event));
  return meetings.reduce<Event | null>((best, one) => (best && weight(best) >= weight(one) ? best : one), null);
}

const weight = ({ actor, recipient, confidence, same_as }: Event): number =>
  (actor.length + recipient.length > 1 ? 1 : 0) + Math.min(same_as.length, 3) + confidence;

/** The last of them before the sentence, else the first after it. */
const nearest = (events: readonly Event[], tree: Tree): Event | null =>
  events.findLast(({ sentence }) => sentence < tree.number) ?? events.find(({ sentence }) => sentence > tree.number) ?? null;
