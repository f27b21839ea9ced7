// Segmented × Tagger → Tagged: every sentence that can hold news is read by the model; advertising and furniture are passed over.
import type { Segmented } from "../segment/types.ts";
import { shift, slice, span } from "../span.ts";
import type { Tagged, TaggedSentence, Tagger } from "./types.ts";

export async function tag(segmented: Segmented, tagger: Pick<Tagger, "tag">): Promise<Tagged> {
  const { document, sentences, blocks } = segmented;
  const worth = sentences.flatMap((s, i) => (blocks[s.block]!.kind === "prose" || blocks[s.block]!.kind === "heading" ? [i] : []));
  const read = await tagger.tag(worth.map((i) => slice(document.text, sentences[i]!)));
  const out = sentences.map(({ start, end, block }): TaggedSentence => {
    const voice = blocks[block]!.kind === "promotional" ? "promotional" : "furniture";
    return { ...span(start, end), tokens: [], entities: [], acts: [], attributions: [], voice, voiceConfidence: 1 };
  });
  worth.forEach((i, k) => {
    out[i] = moved(read[k]!, sentences[i]!);
  });
  return { segmented, sentences: out };
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
