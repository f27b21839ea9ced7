// The names behind the model's numbers, as labels.json holds them, and the error of a model that can't be used.
import { AUXILIARY, EVENT_TYPES, TYPES, VOICES } from "../codebook.ts";

export interface Labels {
  /** The 16 types; output 0 of `trigger` is "no act", so type i is output i + 1. */
  readonly types: readonly string[];
  /** "-" and then "TYPE mode". */
  readonly modes: readonly string[];
  readonly aux: readonly string[];
  readonly voices: readonly string[];
  /** Planes of the grid. */
  readonly roles: readonly string[];
  /** BIO tags of names. */
  readonly names: readonly string[];
  readonly upos: readonly string[];
  readonly relations: readonly string[];
}

/** What is wrong with labels, in words: a name that the codebook has and they lack would be read as its neighbour. Null for none. */
export function faultOf({ types, modes, aux, voices, roles }: Labels): string | null {
  const wanted: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["types", types, EVENT_TYPES],
    ["modes", modes, ["-", ...EVENT_TYPES.flatMap((type) => Object.keys(TYPES[type].modes).map((mode) => `${type} ${mode}`))]],
    ["aux", aux, AUXILIARY],
    ["voices", voices, VOICES],
    ["roles", roles, ["actor", "recipient", "place", "time", "source", "content"]],
  ];
  for (const [list, has, needs] of wanted) {
    const lacking = needs.filter((name) => !has.includes(name));
    if (lacking.length > 0) return `lacks ${lacking.join(", ")} among its ${list}`;
  }
  // These are read by their place.
  if (types.join() !== EVENT_TYPES.join()) return "has its types in another order than the codebook";
  return voices.join() === VOICES.join() ? null : "has its voices in another order than the codebook";
}

/** The model is missing, damaged or of another version; the message says which file and what to do. */
export class ModelError extends Error {
  override name = "ModelError";
}
