// The names behind the model's numbers, as labels.json holds them, and the error of a model that can't be used.

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

/** The model is missing, damaged or of another version; the message says which file and what to do. */
export class ModelError extends Error {
  override name = "ModelError";
}
