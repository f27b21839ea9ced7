// Attributions × Cast → statements: who says what. A quotation that goes on over sentences keeps its speaker.

import type { Cast } from "../actors/types.ts";
import { anyOf } from "../grammar/words.ts";
import { around } from "../kept.ts";
import type { Quotation } from "../segment/types.ts";
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Attribution, Tagged, TaggedSentence } from "../tag/types.ts";
import type { Statement } from "./types.ts";

/** A statement before it has its number. */
export type Draft = Omit<Statement, "id">;

/** "“It is over.” – Reuters": who carries the report is no part of what is said. */
const CREDIT = /(?<=["”])\s*(?:[-–—]+\s*\p{Lu}[\p{L}/ ]{1,20}|\(\p{Lu}[\p{L}/ ]{1,20}\))\.?$/u;

/** True where hardly a word of the sentence stands outside quotation marks. */
function isAllQuoted({ segmented: { document, quotations } }: Tagged, sentence: Span): boolean {
  const words = slice(document.text, sentence).trimEnd();
  const credit = CREDIT.exec(words);
  const end = credit ? sentence.start + credit.index : sentence.end;
  const inside = around(quotations, sentence).reduce(
    (n, q) => n + Math.max(0, Math.min(q.end, end) - Math.max(q.start, sentence.start)),
    0,
  );
  return inside > 0.9 * (end - sentence.start);
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
      ...quoted({ ...a, content: ownContent(a, sentence, tagged) }, sentence, quotations, tagged.segmented.document.text),
      confidence: a.confidence,
    }));
    out.push(...own.filter((s) => s.content.length));
    // What is said within the quotation ("I think that …") is a statement in a statement.
    if (own.every(({ cue }) => around(quotations, cue).some((q) => holds(q, cue))) && isAllQuoted(tagged, sentence)) {
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

/** What is said, without scraps of the words around its source: "said Lima, *who leads the mission*", "Organization of *American States* chief Luis Lima said that …". */
function ownContent({ source, content }: Attribution, sentence: TaggedSentence, { segmented: { document, quotations } }: Tagged): Span[] {
  if (!source) return [...content];
  const own = content.flatMap((part) => beforeReporter(part, source, sentence.attributions, document.text));
  const saysMore = (part: Span): boolean => sentence.tokens.some(({ upos, ...word }) => /^(?:VERB|AUX)$/.test(upos) && holds(part, word));
  return own.filter((part) => {
    const between = part.start >= source.end ? document.text.slice(source.end, part.start) : null;
    if (between !== null && /^\s*,\s*$/.test(between) && /^(?:who|whom|whose)\b/.test(slice(document.text, part))) return false;
    const opens = part.start <= sentence.start + 1 || around(quotations, part).some((q) => holds(q, part));
    return part.start > source.start || opens || saysMore(part) || !own.some((other) => other !== part && saysMore(other));
  });
}

/** "In what", "to whom" at the end of a saying only leads on. */
const LEADS_ON = new RegExp(String.raw`(?<![\s,])[\s,]+(?:(?:in|by|${anyOf("leading-to")})\s+)?(?:${anyOf("questions")})$`);

/** "She added that it rained, *Delta FM* reported": what somebody says ends before the source behind it that passes it on. */
function beforeReporter(part: Span, source: Span, attributions: readonly Attribution[], text: string): Span[] {
  const reporter = attributions.find(
    (other) =>
      other.source !== null &&
      other.source.start > part.start &&
      other.source.start < part.end &&
      other.cue.start >= other.source.end &&
      other.cue.start <= part.end + 2 &&
      // What he says, or a part of it before him: "…, *Delta FM* reported".
      other.content.some((whole) => holds(whole, source) || (overlaps(whole, part) && whole.end <= other.source!.start)),
  );
  if (!reporter?.source) return [part];
  const end = slice(text, span(part.start, reporter.source.start))
    .trimEnd()
    .replace(LEADS_ON, "")
    .replace(/(?<![\s,])[\s,]+$/, "").length;
  return end > 0 ? [span(part.start, part.start + end)] : [];
}

/** A content that is most of a quotation is all of it, marks included, unless it is said within it; it is direct where at least half of it is quoted. */
function quoted(
  { content, cue }: Attribution,
  sentence: Span,
  quotations: readonly Quotation[],
  text: string,
): { content: Span[]; direct: boolean } {
  const parts = around(quotations, sentence).flatMap((q) =>
    overlaps(q, sentence) ? [span(Math.max(q.start, sentence.start), Math.min(q.end, sentence.end))] : [],
  );
  const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const whole = content.map((c) =>
    parts.filter((q) => !holds(q, cue) && common(q, c) > 0.6 * (q.end - q.start)).reduce<Span>((sum, q) => hull([sum, q]), c),
  );
  const closed = whole.map((c) => toItsMark(c, parts, text));
  const apart = closed.reduce<Span[]>((out, c) => {
    const last = out.at(-1);
    if (last && c.start <= last.end) out[out.length - 1] = hull([last, c]);
    else out.push(c);
    return out;
  }, []);
  const size = apart.reduce((n, c) => n + c.end - c.start, 0);
  const inside = apart.reduce((n, c) => n + parts.reduce((m, q) => m + common(q, c), 0), 0);
  return { content: apart, direct: inside * 2 > size };
}

/** "Say “peace was refused,” *what they mean is* …": what is said in quotation marks that close behind a comma or stop ends there, where no more marks follow. */
function toItsMark(content: Span, parts: readonly Span[], text: string): Span {
  const first = parts.find((q) => q.start <= content.start + 1 && q.end > content.start && q.end < content.end);
  const more = parts.some((q) => q !== first && overlaps(q, content));
  return first && !more && /[,.!?]["”’]?$/.test(slice(text, first)) ? span(content.start, first.end) : content;
}

const sizeOf = ({ content }: Draft): number => content.reduce((n, c) => n + c.end - c.start, 0);

const wordsOf = (sentence: TaggedSentence): Span => (sentence.tokens.length ? hull(sentence.tokens) : span(sentence.start, sentence.end));

const place = (s: Draft): number => Math.min(...[s.source, s.cue, ...s.content].flatMap((x) => (x ? [x.start] : [])));

/** The source that the article itself names, neither in quotation marks nor in what another source says. */
const isOuter =
  (attributions: readonly Attribution[], quotations: readonly Quotation[]) =>
  ({ source }: Attribution): boolean =>
    source !== null &&
    !around(quotations, source).some((q) => holds(q, source)) &&
    !attributions.some((other) => other.source && !overlaps(other.source, source) && other.content.some((c) => holds(c, source)));

/** Who speaks a sentence that is all quotation: the one named where the same quotation goes on, else whoever spoke just before it. */
function speakerNear(number: number, tagged: Tagged, before: readonly Draft[], cast: Cast): Pick<Draft, "source" | "confidence"> | null {
  const { document, quotations, sentences } = tagged.segmented;
  for (let next = number + 1; next < sentences.length && goesOn(tagged, next - 1); next++) {
    const { attributions } = tagged.sentences[next]!;
    const named = attributions.find(isOuter(attributions, quotations));
    if (named?.source)
      return {
        source: { start: named.source.start, end: named.source.end, actor: cast.actorAt(named.source)?.id ?? null },
        confidence: named.confidence,
      };
  }
  const from = toldBefore(number, tagged);
  const { attributions } = tagged.sentences[from] ?? { attributions: [] };
  const outer = new Set(attributions.filter(isOuter(attributions, quotations)).map(({ cue }) => cue));
  const said = before.filter((s) => s.sentence === from && (s.cue === null || outer.has(s.cue)));
  // "“We know nothing,” Lima said on charges of “treason”": who says more of it in quotation marks goes on.
  const last = said.filter(({ direct }) => direct).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? said.at(-1);
  if (!last?.source || (from < number - 1 && isAnothers(number, last.source.actor, tagged, cast))) return null;
  // A question in one paragraph is answered in the next, by somebody else.
  const asks = sentences[last.sentence]!.block !== sentences[number]!.block && /\?["”]/.test(slice(document.text, hull(last.content)));
  return asks ? null : { source: last.source, confidence: last.confidence };
}

/** The sentence before this one that the article tells in its own course: advertising, furniture, headings and captions in between are passed over, where nobody speaks in them. -1 where there is none. */
function toldBefore(number: number, { segmented: { blocks, sentences: cut }, sentences }: Tagged): number {
  const isPassedOver = (at: number): boolean => {
    const { kind } = blocks[cut[at]!.block]!;
    const { attributions, tokens } = sentences[at]!;
    if (kind === "promotional" || kind === "furniture") return true;
    // A caption: a paragraph of its own without a verb.
    const alone = cut[at - 1]?.block !== cut[at]!.block && cut[at + 1]?.block !== cut[at]!.block;
    const verbless = tokens.length > 0 && tokens.every(({ upos }) => upos !== "VERB" && upos !== "AUX");
    return attributions.length === 0 && (kind === "heading" || (alone && verbless));
  };
  let at = number - 1;
  while (at >= 0 && isPassedOver(at)) at--;
  return at;
}

/** True where the next sentence of the paragraph names somebody else who speaks: after a break, the quotation may as well be his. */
function isAnothers(
  number: number,
  actor: string | null,
  { segmented: { quotations, sentences: cut }, sentences }: Tagged,
  cast: Cast,
): boolean {
  if (cut[number + 1]?.block !== cut[number]!.block) return false;
  const { attributions } = sentences[number + 1]!;
  return attributions.filter(isOuter(attributions, quotations)).some(({ source }) => (cast.actorAt(source!)?.id ?? null) !== actor);
}

/** True where a quotation of the sentence goes on in the next one: the same marks, a paragraph that leaves them open before one that opens with them, or “…,” on one line and "said Lima" on the next. */
function goesOn({ segmented: { document, quotations, sentences }, sentences: tagged }: Tagged, number: number): boolean {
  const [own, next] = [sentences[number]!, sentences[number + 1]];
  if (!next) return false;
  if (/,["”]\s*$/.test(slice(document.text, own)) && tagged[number + 1]!.attributions.some(({ cue }) => cue.start === next.start))
    return true;
  if (own.block === next.block) return around(quotations, own).some((q) => overlaps(q, own) && overlaps(q, next));
  return around(quotations, own).some(
    (q) =>
      q.end === own.end &&
      q.start < own.end &&
      !/["”»]$/.test(slice(document.text, q)) &&
      around(quotations, next).some((r) => r.start === next.start),
  );
}
