// Document → Segmented: its paragraphs and their kinds, sentences, quotations and promotions. Reads no files.
import type { Document } from "../document/types.ts";
import type { Span } from "../span.ts";
import { type Paragraph, paragraphsOf } from "./blocks.ts";
import { furnitureName } from "./furniture.ts";
import { type Run, runsOf, type Sighted } from "./promotions.ts";
import { quotationsIn } from "./quotations.ts";
import { sentencesIn } from "./sentences.ts";
import { signalsIn } from "./signals.ts";
import type { Block, Segmented, Sentence } from "./types.ts";

/** Segments any text, an empty one included; offsets are those of `document.text`. Never throws. */
export function segment(document: Document): Segmented {
  const { text } = document;
  const paragraphs = paragraphsOf(text);
  const quotations = quotationsIn(text, paragraphs);
  const sentences = paragraphs.map((paragraph) => (isOneSentence(text, paragraph) ? [span(paragraph)] : sentencesIn(text, paragraph)));
  let q = 0;
  const sighted = paragraphs.map((paragraph, i): Sighted => {
    while (q < quotations.length && quotations[q]!.end <= paragraph.start) q++;
    let to = q;
    while (to < quotations.length && quotations[to]!.start < paragraph.end) to++;
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2001));
    return {
      ...span(paragraph),
      words: words.split(/\s+/).length,
      signals: signalsIn(text, paragraph, quotations.slice(q, to)),
      form: formOf(text, paragraph, sentences[i]!.length),
      furniture: furnitureName(words),
      reported: to > q || /\b(?:said|says|told|according to|reported|announced|added|warned|asked)\b/.test(words),
    };
  });
  const runs = runsOf(sighted);
  const promotional = new Set(runs.flatMap(({ first, last }: Run) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  return {
    document,
    blocks: sighted.map(
      (paragraph, i): Block => ({
        start: paragraph.start,
        end: paragraph.end,
        kind: promotional.has(i) ? "promotional" : kindOf(paragraph),
      }),
    ),
    sentences: sentences.flatMap((spans, block) => spans.map(({ start, end }): Sentence => ({ start, end, block }))),
    quotations,
    promotions: runs.map(({ promotion }) => promotion),
  };
}

const span = ({ start, end }: Span): Span => ({ start, end });

const kindOf = ({ furniture, form }: Sighted): Block["kind"] => (furniture ? "furniture" : form === "line" ? "heading" : "prose");

// A list item is one sentence, unless it is a paragraph that merely begins with a bullet.
function isOneSentence(text: string, { start, end, listed }: Paragraph): boolean {
  return listed && end - start <= 240 && text.slice(start, end).split(/\s+/).length <= 40;
}

// A heading is a short line of one sentence, without a full stop, that begins as sentences do.
function formOf(text: string, { start, end, listed }: Paragraph, sentences: number): Sighted["form"] {
  if (listed) return "item";
  const words = text.slice(start, Math.min(end, start + 161));
  if (words.length > 160 || sentences > 1 || words.split(/\s+/).length > 22) return "prose";
  if (/:$/.test(words)) return "lead-in";
  return /^[\p{Lu}\p{N}“‘"'¿¡(]/u.test(words) && !/[.,;…‽。]["”’')\]]*$|[!?]["”’]$|^["“].*["”]$/u.test(words) ? "line" : "prose";
}
