// Sentences in, readings out: words, pieces, one model in this thread.
import { traced } from "../grammar/trace.ts";
import { type Span, span } from "../span.ts";
import { inBatches, type Row } from "./batches.ts";
import { decode } from "./decode.ts";
import type { Input, Model } from "./model.ts";
import { Vocabulary } from "./pieces.ts";
import type { Sentence, TaggedSentence } from "./types.ts";
import { words } from "./words.ts";

/** The encoder's positions end at 512; a longer sentence is read in parts. */
const LONGEST = 448;

interface Part extends Row {
  readonly text: string;
  readonly words: readonly Span[];
}

/** @param asked whether what the model scored is to be told as well @returns what answers every sentence, in their order */
export function readerOf(model: Model, asked = false): (sentences: readonly Sentence[]) => Promise<TaggedSentence[]> {
  const vocabulary = new Vocabulary(model.vocabulary);
  return async (sentences) => {
    const parts: { of: number; row: Part; from: number }[] = [];
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
    const read = await inBatches(
      model,
      parts.map((p) => p.row),
      wordPlaces,
      (row, at) => {
        const read = (): TaggedSentence => decode(row.text, row.words, at, model.labels);
        if (!asked) return read();
        const { value, notes } = traced(read);
        return value.seen ? { ...value, seen: { ...value.seen, notes } } : value;
      },
    );
    const out: TaggedSentence[] = spelled.map(({ text }) => empty(text));
    parts.forEach(({ of, from }, i) => {
      out[of] = from === 0 ? read[i]! : joined(out[of]!, read[i]!);
    });
    return out;
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

function wordPlaces(rows: readonly Part[]): Input {
  const width = Math.max(...rows.map((r) => r.words.length), 1);
  const data = new BigInt64Array(rows.length * width);
  rows.forEach(({ pieces: { firsts } }, b) => {
    firsts.forEach((first, i) => {
      data[b * width + i] = BigInt(first);
    });
  });
  return { name: "words", data, dims: [rows.length, width] };
}
