// Trees, cast and coded events → who takes what how. Where the text does not tell to which event, there is no reaction.
import type { Event } from "../events/types.ts";
import { overlaps } from "../span.ts";
import { evidenceAt, isUnreal, type Told } from "./evidence.ts";
import { actorsAt, auxiliariesOf, familyOf, isNegated, kidsBy, partnersOf, relOf, subjectOf, type Tree } from "./tree.ts";
import type { Reaction } from "./types.ts";
import { MEETINGS, MEETS, NAMED, REACTS } from "./wordlists.ts";

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
  const { upos } = tree.tokens[at]!;
  const word = tree.stems[at]!;
  const stance = [...partnersOf(tree, at).map((partner) => `${word} ${partner}`), word].map((key) => REACTS.get(key)).find((it) => it);
  if (!stance || !/VERB|ADJ/.test(upos) || relOf(tree, at) === "amod" || isNegated(tree, at) || isUnreal(tree, at) || tree.asks) return [];
  if (auxiliariesOf(tree, at).some((auxiliary) => /^(?:will|would|wo|'d|'ll)$/.test(auxiliary))) return [];
  if (upos === "ADJ" && stance !== "worried" && stance !== "mixed") return [];
  const passive =
    kidsBy(tree, at, "nsubj").some((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") && stance !== "worried" && stance !== "mixed";
  const agent = passive
    ? (kidsBy(tree, at, "obl").find((kid) => tree.kids(kid).some((below) => tree.words[below] === "by")) ?? -1)
    : subjectOf(tree, at);
  const actors = actorsAt(tree, told.cast, agent).map(({ actor }) => actor);
  const evidence = evidenceAt(told, tree, [at]);
  if (actors.length === 0 || evidence.length === 0) return [];
  const objects = passive
    ? kidsBy(tree, at, "nsubj")
    : [
        ...kidsBy(tree, at, "obj", "ccomp", "xcomp", "obl", "advcl", "csubj").filter((kid) => kid > at),
        ...(stance === "mixed" ? [agent] : []),
      ];
  const to = targetOf(told, tree, objects, new Set(evidence), at);
  return to === null ? [] : [...new Set(actors)].map((actor) => ({ actor, to, stance, evidence }));
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
  const nouns = within.filter((kid) => /NOUN|PROPN/.test(tree.tokens[kid]!.upos));
  // The object's own head first: "the summit's agreement" is an agreement.
  for (const noun of [object, ...nouns]) {
    const word = tree.stems[noun]!;
    if (MEETINGS.has(word)) {
      const meeting = meetingOf(told, events);
      if (meeting) return meeting.id;
    }
    const types = NAMED.get(word);
    if (types && noun === object) {
      const named = nearest(
        events.filter(({ type, auxiliary }) => types.includes(type) && !auxiliary.includes("negation")),
        tree,
      );
      if (named) return named.id;
    }
  }
  return inside?.id ?? null;
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
