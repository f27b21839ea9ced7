// Segmented × Tagger → Tagged: every sentence that can hold news is read by the model; advertising and furniture are passed over.
import type { Segmented } from "../segment/types.ts";
import { shift, slice, span } from "../span.ts";
import type { SentencesRead, Tagged, TaggedSentence, Tagger } from "./types.ts";

export async function tag(segmented: Segmented, tagger: Pick<Tagger, "tag">, onProgress?: (read: SentencesRead) => void): Promise<Tagged> {
  const { document, sentences, blocks } = segmented;
  const worth = readIn(segmented);
  const texts = worth.map((i) => slice(document.text, sentences[i]!));
  const read = await tagger.tag(texts, onProgress && told(texts, onProgress));
  const out = sentences.map(({ start, end, block }): TaggedSentence => {
    const voice = blocks[block]!.kind === "promotional" ? "promotional" : "furniture";
    return { ...span(start, end), tokens: [], entities: [], acts: [], attributions: [], voice, voiceConfidence: 1 };
  });
  worth.forEach((i, k) => {
    out[i] = moved(read[k]!, sentences[i]!);
  });
  return { segmented, sentences: out };
}

/** Numbers of the sentences that the model reads. */
export const readIn = ({ sentences, blocks }: Segmented): number[] =>
  sentences.flatMap(({ block }, i) => (blocks[block]!.kind === "prose" || blocks[block]!.kind === "heading" ? [i] : []));

function told(texts: readonly string[], onProgress: (read: SentencesRead) => void): (part: readonly { length: number }[]) => void {
  const lengthOf = (some: readonly { length: number }[]): number => some.reduce((sum, { length }) => sum + length, 0);
  const all = lengthOf(texts);
  let [done, length] = [0, 0];
  return (part) => {
    done += part.length;
    length += lengthOf(part);
    onProgress({ done, total: texts.length, share: length / all });
  };
}

/** From the sentence's own coordinates to the document's. */
function moved(s: TaggedSentence, { start, end }: { start: number; end: number }): TaggedSentence {
  return {
    ...s,
    ...(s.seen && {
      seen: {
        ...s.seen,
        triggers: s.seen.triggers.map((one) => ({ ...one, at: shift(one.at, start) })),
        notes: s.seen.notes.map((one) => ({ ...one, at: shift(one.at, start) })),
      },
    }),
    start,
    end,
    tokens: s.tokens.map((t) => ({ ...t, ...shift(t, start) })),
    entities: s.entities.map((e) => ({ ...e, ...shift(e, start) })),
    acts: s.acts.map((a) => ({
      ...a,
      trigger: shift(a.trigger, start),
      arguments: a.arguments.map((x) => ({ ...x, ...shift(x, start) })),
    })),
    attributions: s.attributions.map((a) => ({
      ...a,
      source: a.source && shift(a.source, start),
      cue: shift(a.cue, start),
      content: a.content.map((c) => shift(c, start)),
    })),
  };
}
