// What a model is asked and answers, whichever ONNX runtime stands behind it. Pure.
import type { Labels } from "./labels.ts";

/** One input: its whole numbers, row-major, and its shape, the batch first. */
export interface Input {
  readonly name: string;
  readonly data: BigInt64Array;
  readonly dims: readonly number[];
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
  run(inputs: readonly Input[]): Promise<Readonly<Record<string, Scores>>>;
}

/** manifest.json of the model's folder, as far as it is read: the reader's weights, and the relater's. SHA-256, hexadecimal. */
export interface Manifest {
  readonly sha256: string;
  /** Of labels.json. */
  readonly labels?: string;
  readonly relater: { readonly sha256: string };
}

/** A runtime's tensors, all of 32-bit floats, as scores. */
export const scoresOf = (
  out: Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>,
): Record<string, Scores> =>
  Object.fromEntries(Object.entries(out).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims }]));
