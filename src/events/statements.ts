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
      ...quoted(a.content, sentence, quotations),
      confidence: a.confidence,
    }));
    out.push(...own.filter((s) => s.content.length));
    if (!own.length && quotedShare(sentence, quotations) > 0.9) {
      const speaker = speakerNear(number, tagged, out, cast);
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

/** A content that is most of a quotation is all of it, marks included; it is direct where at least half of it is quoted. */
function quoted(content: readonly Span[], sentence: Span, quotations: readonly Quotation[]): { content: Span[]; direct: boolean } {
  const parts = quotations.flatMap((q) =>
    touches(q, sentence) ? [span(Math.max(q.start, sentence.start), Math.min(q.end, sentence.end))] : [],
  );
  const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const whole = content.map((c) => parts.filter((q) => common(q, c) > 0.6 * (q.end - q.start)).reduce<Span>((sum, q) => hull([sum, q]), c));
  const apart = whole.reduce<Span[]>((out, c) => {
    const last = out.at(-1);
    if (last && c.start <= last.end) out[out.length - 1] = hull([last, c]);
    else out.push(c);
    return out;
  }, []);
  const size = apart.reduce((n, c) => n + c.end - c.start, 0);
  const inside = apart.reduce((n, c) => n + parts.reduce((m, q) => m + common(q, c), 0), 0);
  return { content: apart, direct: inside * 2 > size };
}

const wordsOf = (sentence: TaggedSentence): Span => (sentence.tokens.length ? hull(sentence.tokens) : span(sentence.start, sentence.end));

const place = (s: Draft): number => Math.min(...[s.source, s.cue, ...s.content].flatMap((x) => (x ? [x.start] : [])));

/** Who speaks a sentence that is all quotation: the one named where the same quotation goes on, else the last direct speaker of this paragraph or the one before. */
function speakerNear(number: number, tagged: Tagged, before: readonly Draft[], cast: Cast): Pick<Draft, "source" | "confidence"> | null {
  const { quotations, sentences } = tagged.segmented;
  const own = tagged.sentences[number]!;
  for (let next = number + 1; next < sentences.length && sentences[next]!.block === sentences[number]!.block; next++) {
    if (!quotations.some((q) => touches(q, own) && touches(q, sentences[next]!))) break;
    const named = tagged.sentences[next]!.attributions.find((a) => a.source);
    if (named?.source)
      return {
        source: { start: named.source.start, end: named.source.end, actor: cast.actorAt(named.source)?.id ?? null },
        confidence: named.confidence,
      };
  }
  const last = before.findLast((s) => s.direct && s.source);
  if (last && sentences[number]!.block - sentences[last.sentence]!.block <= 1) return { source: last.source, confidence: last.confidence };
  return null;
}
