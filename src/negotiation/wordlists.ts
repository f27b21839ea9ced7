// The word lists of a negotiation whose words have a stance or a type each, by name; the words stand in data/words. No behaviour but look-ups by stem.
import type { Tree } from "../grammar/tree.ts";
import { stemsOf, tableOf } from "../grammar/words.ts";
import type { Stance } from "./types.ts";

/** Verbs that take a stand; those with a particle only with it. */
export const VERBS = tableOf<Stance>("stand-verbs");

/** Words that only a coded event makes a stand: "asked" alone may be a question. */
export const BY_EVENT = tableOf<Stance>("stand-verbs-by-event");

/** Nouns for a stand: "his demand for", "its refusal to". */
export const NOUNS = tableOf<Stance>("stand-nouns");

/** Adjectives whose subject takes the stand. */
export const ADJECTIVES = tableOf<Stance>("stand-adjectives");

/** Predicates whose subject is the issue, and whose speaker takes the stand; of several words whole. */
const VERDICTS = tableOf<Stance | "open">("verdicts");
export const verdictOf = ({ stems, words }: Tree, at: number): Stance | "open" | undefined =>
  [3, 2, 1, 0]
    .filter((before) => before <= at)
    .map((before) => VERDICTS.get([stems[at - before], ...words.slice(at - before + 1, at + 1)].join(" ")))
    .find((verdict) => verdict);

/** Verbs with the prepositions that lead to what they are about: "insist on". */
export const LEADING: ReadonlySet<string> = new Set(
  [...VERBS.keys(), ...(["dropping", "turning", "promising", "leading"] as const).flatMap((list) => [...stemsOf(list)])].filter((key) =>
    key.includes(" "),
  ),
);

/** How an event is taken: verbs whose subject takes it so, and adjectives of feeling. */
export const REACTS = tableOf<"supports" | "opposes" | "worried" | "mixed">("reacting");

/** Nouns for those who take it so, for how it is taken, and for what a speaker calls a deed that he takes well or badly. */
export const SIDES = tableOf<"supports" | "opposes">("sides");
export const TAKINGS = tableOf<"supports" | "opposes" | "worried">("takings");
export const JUDGEMENTS = tableOf<"supports" | "opposes">("judgements");

/** Nouns and the types of the events that they may name. */
export const NAMED: ReadonlyMap<string, readonly string[]> = new Map(
  [...tableOf("event-nouns")].map(([noun, types]) => [noun, types.split(" ")]),
);
