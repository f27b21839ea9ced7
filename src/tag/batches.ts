// Rows of word pieces in, one answer a row out: batches of like length through one model, its scores handed to `read` row by row.
import type { At } from "./decode.ts";
import type { Input, Model, Scores } from "./model.ts";
import type { Pieces } from "./pieces.ts";

/** Pieces of a batch with its padding; more costs memory and gains nothing (docs/performance.md). */
const BATCH_PIECES = 640;

export interface Row {
  readonly pieces: Pieces;
}

/** @param more the model's input beside `pieces` and `mask` @returns answers in the order of the rows */
export async function inBatches<R extends Row, T>(
  model: Model,
  rows: readonly R[],
  more: (rows: readonly R[]) => Input,
  read: (row: R, at: At) => T,
): Promise<T[]> {
  const out = new Array<T>(rows.length);
  const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.pieces.ids.length - rows[b]!.pieces.ids.length || a - b);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && rows[order[to]!]!.pieces.ids.length * (to - from + 1) <= BATCH_PIECES) to++;
    if (to === from) to++;
    const numbers = order.slice(from, to);
    const batch = numbers.map((i) => rows[i]!);
    const scores = await model.run([...piecesOf(batch), more(batch)]);
    numbers.forEach((i, b) => {
      out[i] = read(rows[i]!, atOf(scores, b));
    });
    from = to;
  }
  return out;
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

const atOf =
  (scores: Readonly<Record<string, Scores>>, b: number): At =>
  (name, ...index) => {
    const { data, dims } = scores[name]!;
    let at = b;
    for (let d = 1; d < dims.length; d++) at = at * dims[d]! + index[d - 1]!;
    return data[at]!;
  };
