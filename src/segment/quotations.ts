// Paragraphs → the outermost quotations in them: straight, curly and angled double marks, and single ones where they are no apostrophes.
import type { Span } from "../span.ts";

type Mark = '"' | "“" | "«" | "‘" | "'";
interface Open {
  readonly mark: Mark;
  readonly at: number;
}

// Words that begin with an apostrophe: 'em, 'tis, the '90s.
const clipped = /^['’‘](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|n['’]|round\b|bout\b|cos\b)/i;

/** In text order, none inside another; a quotation that its paragraph leaves open counts only where the next paragraph opens with the same mark. */
export function quotationsIn(text: string, paragraphs: readonly Span[]): Span[] {
  const found: Span[] = [];
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    for (const quotation of outermost(inParagraph(text, paragraph, next ? text[next.start] : undefined))) found.push(quotation);
  });
  return found;
}

function inParagraph(text: string, { start, end }: Span, nextMark: string | undefined): Span[] {
  const closed: Span[] = [];
  const open: Open[] = [];
  const count: Record<Mark, number> = { '"': 0, "“": 0, "«": 0, "‘": 0, "'": 0 };
  const push = (mark: Mark, at: number) => {
    open.push({ mark, at });
    count[mark]++;
  };
  const pop = (mark: Mark): number => {
    for (;;) {
      const top = open.pop()!;
      count[top.mark]--;
      if (top.mark === mark) return top.at;
    }
  };
  for (const match of text.slice(start, end).matchAll(/["“”«»‘’']/g)) {
    const at = start + match.index;
    const before = at > start ? text[at - 1]! : " ";
    const after = at + 1 < end ? text[at + 1]! : " ";
    const opens = /[\s([{—–\-/:“"‘'«]/.test(before) && !/\s/.test(after);
    const mark = openerOf(match[0]);
    const close = (opened: Mark) => closed.push({ start: pop(opened), end: at + 1 });
    if (match[0] === "“" || match[0] === "«") push(mark, at);
    else if (match[0] === "»") count["«"] > 0 && close("«");
    // Writers mix curly and straight marks: “like this".
    else if (match[0] === "”") count["“"] + count['"'] > 0 && close(count["“"] > 0 ? "“" : '"');
    else if (match[0] === '"') {
      const begins = opens && (/\s/.test(before) || count['"'] + count["“"] === 0);
      // A second opening before any close: the first one was never closed.
      if (begins && count['"'] > 0 && /[\p{L}\p{N}]/u.test(after)) pop('"');
      if (count['"'] > 0) close('"');
      else if (count["“"] > 0 && !begins) close("“");
      else if (begins || !/[\p{L}\p{N}\s]/u.test(before)) push('"', at);
    } else if (match[0] === "‘" || (match[0] === "'" && opens && count["'"] === 0)) {
      if (opens && /[\p{L}\p{N}“"[]/u.test(after) && !clipped.test(text.slice(at, at + 8)) && count[mark] === 0) push(mark, at);
    } else if (count[mark] > 0 && !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after) && !isPossessive(text, at, end, match[0])) close(mark);
  }
  // What a paragraph leaves open goes on in the next one, which then repeats the mark.
  const left = open.find(({ mark }) => mark === nextMark && mark !== "'" && mark !== "«");
  if (left && end > left.at + 1) closed.push({ start: left.at, end });
  return closed;
}

const openerOf = (mark: string): Mark =>
  mark === "”" || mark === "“" ? "“" : mark === "»" || mark === "«" ? "«" : mark === "’" || mark === "‘" ? "‘" : (mark as Mark);

// "'the workers' rights'": after an s and before a small letter, where a better close is in sight.
function isPossessive(text: string, at: number, end: number, mark: string): boolean {
  if (text[at - 1] !== "s" || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const ahead = text.slice(at + 1, Math.min(end, at + 300));
  const other = ahead.search(mark === "’" ? /‘/ : /\s'\p{L}/u);
  const better = ahead.search(mark === "’" ? /[\p{L}\p{N}.,!?]’(?![\p{L}\p{N}])/u : /[\p{L}\p{N}.,!?]'(?![\p{L}\p{N}])/u);
  return better >= 0 && (other < 0 || better < other);
}

function outermost(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
