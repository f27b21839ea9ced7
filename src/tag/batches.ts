// Rows of word pieces in, one answer a row out: batches of like length through one model, its scores handed to `read` row by row.
import type { At } from "./decode.ts";
import type { Input, Model, Scores } from "./model.ts";
import type { Pieces } from "./pieces.ts";

/** Pieces of a batch with its padding; more costs memory and gains nothing. */
const BATCH_PIECES = 640;

export interface Row {
  readonly pieces: Pieces;
}

/** What a run of the model costs beside its pieces, in pieces: measured, one row of 32 takes as long a piece as 16 of them and a quarter more. */
const RUN_COSTS = 8;

/** @param more the model's input beside `pieces` and `mask` @returns answers in the order of the rows */
export async function inBatches<R extends Row, T>(
  model: Model,
  rows: readonly R[],
  more: (rows: readonly R[]) => Input,
  read: (row: R, at: At) => T,
): Promise<T[]> {
  const out = new Array<T>(rows.length);
  const length = (i: number): number => rows[i]!.pieces.ids.length;
  const order = rows.map((_, i) => i).sort((a, b) => length(a) - length(b) || a - b);
  for (const [from, to] of cuts(order.map(length))) {
    const numbers = order.slice(from, to);
    const batch = numbers.map((i) => rows[i]!);
    const scores = await model.run([...piecesOf(batch), more(batch)]);
    numbers.forEach((i, b) => {
      out[i] = read(rows[i]!, atOf(scores, b));
    });
  }
  return out;
}

/** Rows of these lengths, shortest first → from where to where each batch goes, so that padding and runs together cost least. */
function cuts(lengths: readonly number[]): [number, number][] {
  // least[n] is what the first n rows cost, the last batch of them beginning at start[n].
  const least = [0];
  const start = [0];
  for (let to = 1; to <= lengths.length; to++) {
    least[to] = Infinity;
    for (let from = to - 1; from >= 0; from--) {
      const pieces = lengths[to - 1]! * (to - from);
      if (pieces > BATCH_PIECES && to - from > 1) break;
      const costs = least[from]! + pieces + RUN_COSTS;
      if (costs < least[to]!) [least[to], start[to]] = [costs, from];
    }
  }
  const out: [number, number][] = [];
  for (let to = lengths.length; to > 0; to = start[to]!) out.push([start[to]!, to]);
  return out.reverse();
}

function piecesOf(rows: readonly Row[]): Input[] {
  const dims = [rows.length, Math.max(...rows.map((r) => r.pieces.ids.length))] as const;
  const ids = new BigInt64Array(dims[0] * dims[1]);
  const mask = new BigInt64Array(ids.length);
  rows.forEach(({ pieces }, b) => {
    pieces.ids.forEach((id, i) => {
      ids[b * dims[1] + i] = BigInt(id);
      mask[b * dims[1] + i] = 1n;
    });
  });
  return [
    { name: "pieces", data: ids, dims },
    { name: "mask", data: mask, dims },
  ];
}

/** Called for every score that is read: without lists of its own. */
const atOf =
  (scores: Readonly<Record<string, Scores>>, b: number): At =>
  (name, i = 0, j = 0, k = 0) => {
    const { data, dims } = scores[name]!;
    if (dims.length === 2) return data[b * dims[1]! + i]!;
    if (dims.length === 3) return data[(b * dims[1]! + i) * dims[2]! + j]!;
    return data[((b * dims[1]! + i) * dims[2]! + j) * dims[3]! + k]!;
  };
