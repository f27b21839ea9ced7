// Sentences or marked pairs in, readings out: words, pieces, batches of like length, one model in this thread.
import { type Span, span } from "../span.ts";
import { type At, decode, decodePair } from "./decode.ts";
import type { Batch, Model, Scores } from "./model.ts";
import { type Pieces, Vocabulary } from "./pieces.ts";
import type { MarkedPair, Relation, Sentence, TaggedSentence } from "./types.ts";
import { words } from "./words.ts";

/** Pieces of a batch with its padding; more costs memory and gains nothing (docs/performance.md). */
const BATCH_PIECES = 640;
/** The encoder's positions end at 512; a longer sentence is read in parts. */
const LONGEST = 448;

interface Row {
  readonly text: string;
  readonly words: readonly Span[];
  readonly pieces: Pieces;
}

/** A model in this thread, with the same questions as a Tagger. */
export interface Reader {
  tag(sentences: readonly Sentence[]): Promise<TaggedSentence[]>;
  relate(pairs: readonly MarkedPair[]): Promise<Relation[]>;
}

export function readerOf(model: Model): Reader {
  const vocabulary = new Vocabulary(model.vocabulary);
  const { labels } = model;

  /** Answers every row by `read`, in batches of like length. */
  async function each<T>(rows: readonly Row[], read: (row: Row, at: At) => T): Promise<T[]> {
    const out = new Array<T>(rows.length);
    const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.pieces.ids.length - rows[b]!.pieces.ids.length || a - b);
    for (let from = 0; from < order.length; ) {
      let to = from;
      while (to < order.length && rows[order[to]!]!.pieces.ids.length * (to - from + 1) <= BATCH_PIECES) to++;
      if (to === from) to++;
      const numbers = order.slice(from, to);
      const scores = await model.run(batch(numbers.map((i) => rows[i]!)));
      numbers.forEach((i, b) => {
        out[i] = read(rows[i]!, atOf(scores, b));
      });
      from = to;
    }
    return out;
  }

  return {
    async tag(sentences) {
      const parts: { of: number; row: Row; from: number }[] = [];
      const spelled = sentences.map(spell);
      spelled.forEach(({ text, spans }, of) => {
        let ids = 0;
        let first = 0;
        for (let i = 0; i <= spans.length; i++) {
          const length = i < spans.length ? vocabulary.word(text.slice(spans[i]!.start, spans[i]!.end)).length : Infinity;
          if (ids + length > LONGEST && i > first) {
            const own = spans.slice(first, i);
            parts.push({
              of,
              from: first,
              row: { text, words: own, pieces: vocabulary.sentence(own.map((w) => text.slice(w.start, w.end))) },
            });
            first = i;
            ids = 0;
          }
          ids += length;
        }
      });
      const read = await each(
        parts.map((p) => p.row),
        (row, at) => decode(row.text, row.words, at, labels),
      );
      const out: TaggedSentence[] = spelled.map(({ text }) => empty(text));
      parts.forEach(({ of, from }, i) => {
        out[of] = from === 0 ? read[i]! : joined(out[of]!, read[i]!);
      });
      return out;
    },

    async relate(pairs) {
      const rows = pairs.map(({ text, actor, recipient }): Row => {
        const all = words(text);
        const inside = (s: Span): [number, number] | null => {
          const hit = all.flatMap((w, i) => (w.start < s.end && s.start < w.end ? [i] : []));
          return hit.length ? [hit[0]!, hit.at(-1)!] : null;
        };
        const [a, r] = [inside(actor), inside(recipient)];
        // Of a very long sentence only the words around the two mentions are read.
        const marked = [...(a ?? []), ...(r ?? [])];
        const first = Math.max(0, Math.min(...marked, all.length) - 60);
        const last = Math.min(all.length, Math.max(...marked, 0) + 60);
        const from = all.length > 150 ? first : 0;
        const own = all.length > 150 ? all.slice(first, Math.min(last, first + 180)) : all;
        const move = (m: [number, number] | null): [number, number] | null =>
          m && m[1] - from < own.length ? [m[0] - from, m[1] - from] : null;
        return {
          text,
          words: own,
          pieces: vocabulary.sentence(
            own.map((w) => text.slice(w.start, w.end)),
            { actor: move(a), recipient: move(r) },
          ),
        };
      });
      return each(rows, (_, at) => decodePair(at, labels));
    },
  };
}

function spell(sentence: Sentence): { text: string; spans: Span[] } {
  if (typeof sentence === "string") return { text: sentence, spans: words(sentence) };
  let at = 0;
  const spans = sentence.map((word) => {
    const own = span(at, at + word.length);
    at += word.length + 1;
    return own;
  });
  return { text: sentence.join(" "), spans };
}

const empty = (text: string): TaggedSentence => ({
  ...span(0, Math.max(1, text.length)),
  tokens: [],
  entities: [],
  acts: [],
  attributions: [],
  voice: "furniture",
  voiceConfidence: 1,
});

/** The second part of a long sentence hangs on the first one's root. */
function joined(a: TaggedSentence, b: TaggedSentence): TaggedSentence {
  const n = a.tokens.length;
  const root = a.tokens.findIndex((t) => t.head === -1);
  return {
    ...a,
    tokens: [
      ...a.tokens,
      ...b.tokens.map((t) => ({ ...t, head: t.head === -1 ? root : t.head + n, deprel: t.head === -1 ? "parataxis" : t.deprel })),
    ],
    entities: [...a.entities, ...b.entities],
    acts: [...a.acts, ...b.acts],
    attributions: [...a.attributions, ...b.attributions],
  };
}

function batch(rows: readonly Row[]): Batch {
  const size = rows.length;
  const pieces = Math.max(...rows.map((r) => r.pieces.ids.length));
  const width = Math.max(...rows.map((r) => r.words.length), 1);
  const pieceIds = new BigInt64Array(size * pieces);
  const mask = new BigInt64Array(size * pieces);
  const wordPlaces = new BigInt64Array(size * width);
  const marks = new BigInt64Array(size * 2);
  rows.forEach(({ pieces: { ids, firsts, marks: m } }, b) => {
    ids.forEach((id, i) => {
      pieceIds[b * pieces + i] = BigInt(id);
      mask[b * pieces + i] = 1n;
    });
    firsts.forEach((first, i) => {
      wordPlaces[b * width + i] = BigInt(first);
    });
    marks[b * 2] = BigInt(m[0]);
    marks[b * 2 + 1] = BigInt(m[1]);
  });
  return { size, pieces, words: width, pieceIds, mask, wordPlaces, marks };
}

const atOf =
  (scores: Readonly<Record<string, Scores>>, b: number): At =>
  (name, ...index) => {
    const { data, dims } = scores[name]!;
    let at = b;
    for (let d = 1; d < dims.length; d++) at = at * dims[d]! + index[d - 1]!;
    return data[at]!;
  };
