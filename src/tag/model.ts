// What a model is asked and answers, whichever ONNX runtime stands behind it. Pure.
import type { Labels } from "./labels.ts";

/** Padded tensors of one batch: b sentences, p pieces, w words. */
export interface Batch {
  readonly size: number;
  readonly pieces: number;
  readonly words: number;
  /** b × p, b × p, b × w, b × 2. */
  readonly pieceIds: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly wordPlaces: BigInt64Array;
  readonly marks: BigInt64Array;
}

/** One output: its log-odds, row-major, and its shape. */
export interface Scores {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface Model {
  readonly labels: Labels;
  /** SHA-256 of the weights, first 12 hexadecimal digits. */
  readonly hash: string;
  readonly vocabulary: string;
  run(batch: Batch): Promise<Readonly<Record<string, Scores>>>;
}

/** manifest.json of the model's folder, as far as it is read. */
export interface Manifest {
  /** Of the weights, hexadecimal. */
  readonly sha256: string;
}

/** A batch as the model's inputs: name, values, shape. */
export const shapes = ({ size, pieces, words, pieceIds, mask, wordPlaces, marks }: Batch): [string, BigInt64Array, number[]][] => [
  ["pieces", pieceIds, [size, pieces]],
  ["mask", mask, [size, pieces]],
  ["words", wordPlaces, [size, words]],
  ["marks", marks, [size, 2]],
];

/** A runtime's tensors, all of 32-bit floats, as scores. */
export const scoresOf = (
  out: Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>,
): Record<string, Scores> =>
  Object.fromEntries(Object.entries(out).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims }]));
