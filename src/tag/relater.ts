// Marked pairs in, what the first does to the second out: one model in this thread.
import type { Span } from "../span.ts";
import { inBatches, type Row } from "./batches.ts";
import { decodePair } from "./decode.ts";
import type { Input, Model } from "./model.ts";
import { Vocabulary } from "./pieces.ts";
import type { MarkedPair, Relation } from "./types.ts";
import { words } from "./words.ts";

/** Words of a sentence longer than this are left out where they are far from both mentions. */
const LONG = 150;

/** @returns what answers every pair, in their order */
export function relaterOf(model: Model): (pairs: readonly MarkedPair[]) => Promise<Relation[]> {
  const vocabulary = new Vocabulary(model.vocabulary);
  return (pairs) =>
    inBatches(
      model,
      pairs.map((pair) => rowOf(pair, vocabulary)),
      marks,
      (_, at) => decodePair(at, model.labels),
    );
}

function rowOf({ text, actor, recipient }: MarkedPair, vocabulary: Vocabulary): Row {
  const all = words(text);
  const inside = (s: Span): [number, number] | null => {
    const hit = all.flatMap((w, i) => (w.start < s.end && s.start < w.end ? [i] : []));
    return hit.length ? [hit[0]!, hit.at(-1)!] : null;
  };
  const [a, r] = [inside(actor), inside(recipient)];
  const marked = [...(a ?? []), ...(r ?? [])];
  const first = Math.max(0, Math.min(...marked, all.length) - 60);
  const last = Math.min(all.length, Math.max(...marked, 0) + 60);
  const from = all.length > LONG ? first : 0;
  const own = all.length > LONG ? all.slice(first, Math.min(last, first + 180)) : all;
  const move = (m: [number, number] | null): [number, number] | null => (m && m[1] - from < own.length ? [m[0] - from, m[1] - from] : null);
  return {
    pieces: vocabulary.sentence(
      own.map((w) => text.slice(w.start, w.end)),
      { actor: move(a), recipient: move(r) },
    ),
  };
}

const marks = (rows: readonly Row[]): Input => ({
  name: "marks",
  data: BigInt64Array.from(rows.flatMap(({ pieces }) => pieces.marks.map(BigInt))),
  dims: [rows.length, 2],
});
