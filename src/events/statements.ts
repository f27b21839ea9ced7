// Attributions × Cast → statements: who says what. A quotation that goes on over sentences keeps its speaker.
import type { Cast } from "../actors/types.ts";
import type { Quotation } from "../segment/types.ts";
import { hull, type Span, span } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import type { Statement } from "./types.ts";

/** A statement before it has its number. */
export type Draft = Omit<Statement, "id">;

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Words of the sentence that stand inside quotation marks, as a share of its length. */
function quotedShare(sentence: Span, quotations: readonly Quotation[]): number {
  const inside = quotations
    .filter((q) => touches(q, sentence))
    .reduce((n, q) => n + Math.min(q.end, sentence.end) - Math.max(q.start, sentence.start), 0);
  return inside / (sentence.end - sentence.start);
}

/** @returns drafts in text order. */
export function statementsOf(tagged: Tagged, cast: Cast): Draft[] {
  const { quotations, sentences: cut, blocks } = tagged.segmented;
  const out: Draft[] = [];
  tagged.sentences.forEach((sentence, number) => {
    const block = blocks[cut[number]!.block]!;
    if (block.kind === "promotional" || block.kind === "furniture") return;
    const own = sentence.attributions.map((a) => ({
      sentence: number,
      source: a.source && { start: a.source.start, end: a.source.end, actor: cast.actorAt(a.source)?.id ?? null },
      cue: a.cue,
      content: a.content,
      direct: a.content.some((c) => quotations.some((q) => touches(q, c) && q.end - q.start > (c.end - c.start) / 2)),
      confidence: a.confidence,
    }));
    out.push(...own.filter((s) => s.content.length));
    if (!own.length && quotedShare(sentence, quotations) > 0.9) {
      const speaker = speakerNear(number, tagged, out);
      if (speaker)
        out.push({
          ...speaker,
          sentence: number,
          cue: null,
          content: [wordsOf(sentence)],
          direct: true,
          confidence: speaker.confidence * 0.8,
        });
    }
  });
  return out.sort((a, b) => place(a) - place(b));
}

const wordsOf = (sentence: TaggedSentence): Span => (sentence.tokens.length ? hull(sentence.tokens) : span(sentence.start, sentence.end));

const place = (s: Draft): number => Math.min(...[s.source, s.cue, ...s.content].flatMap((x) => (x ? [x.start] : [])));

/** The last direct speaker of this paragraph or the one before, else the one who is named right behind the quotation. */
function speakerNear(number: number, tagged: Tagged, before: readonly Draft[]): Pick<Draft, "source" | "confidence"> | null {
  const blockOf = (n: number): number => tagged.segmented.sentences[n]!.block;
  const last = before.findLast((s) => s.direct && s.source);
  if (last && blockOf(number) - blockOf(last.sentence) <= 1) return { source: last.source, confidence: last.confidence };
  return null;
}
