// Text → its paragraphs and lines as spans: blank lines part them, hard-wrapped lines are joined, a bullet starts one of its own. Kinds are given later.
import type { Span } from "../span.ts";

/** A line or paragraph before its kind is known. Starts and ends with a non-blank character. */
export interface Paragraph extends Span {
  /** It begins with a bullet, a number or a letter of a list. */
  readonly listed: boolean;
  /** Lines that it was joined from. */
  readonly lines: number;
}

interface Line extends Span {
  /** Blank characters before `start` on the line. */
  readonly indent: number;
  readonly listed: boolean;
  /** No blank line stands between it and the line before. */
  readonly follows: boolean;
}

// Text wrapped by hand or by a mailer keeps to this; a longer line is a paragraph.
const widest = 120;
const listMark = /^(?:[•●▪◦‣∙·*+➤►✓✔✅–—-]\s+|[•●▪◦‣➤►✓✔✅]|\(?\d{1,2}[.)]\s+|\(?[a-zA-Z][.)](?=\s*\p{Lu})(?!\s*\p{Lu}\.))/u;

/** Paragraphs in text order; every non-blank character is in exactly one. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Paragraph[] = [];
  let first: Line | undefined;
  let last: Line | undefined;
  let count = 0;
  for (const line of lines) {
    if (first && last && line.follows && continues(text, first, last, line, width)) {
      last = line;
      count++;
      continue;
    }
    if (first && last) paragraphs.push({ start: first.start, end: last.end, listed: first.listed, lines: count });
    first = last = line;
    count = 1;
  }
  if (first && last) paragraphs.push({ start: first.start, end: last.end, listed: first.listed, lines: count });
  return paragraphs;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let follows = false;
  for (const raw of text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)) {
    const start = at + raw.length - raw.trimStart().length;
    const end = at + raw.trimEnd().length;
    if (end > start)
      lines.push({ start, end, indent: start - at, listed: listMark.test(text.slice(start, Math.min(end, start + 8))), follows });
    follows = end > start;
    at += raw.length;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return lines;
}

// The width that the lines were wrapped at, or 0: some must be broken before a small letter, which no writer of one paragraph a line does.
function wrapWidth(text: string, lines: readonly Line[]): number {
  let width = 0;
  for (const { start, end, indent } of lines) {
    const length = end - start + indent;
    if (length <= widest && length > width && /\s/.test(text.slice(start, end))) width = length;
  }
  let pairs = 0;
  let broken = 0;
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (!b.follows || b.listed) continue;
    pairs++;
    if (
      isFull(text, a, b, width * 0.75) &&
      !/[.!?:;]["”’)]*$/.test(text.slice(Math.max(a.start, a.end - 4), a.end)) &&
      /\p{Ll}/u.test(text[b.start]!)
    )
      broken++;
  }
  return width >= 30 && broken > 0 && broken * 5 >= pairs ? width : 0;
}

// The first word of the next line would not have fitted.
function isFull(text: string, a: Line, b: Line, width: number): boolean {
  const word = text.slice(b.start, Math.min(b.end, b.start + 40)).search(/\s|$/);
  const length = a.end - a.start + a.indent;
  return length <= widest && length + 1 + word > width;
}

function continues(text: string, first: Line, last: Line, line: Line, width: number): boolean {
  if (width === 0 || line.listed || last.end - last.start > widest) return false;
  const hanging = first.listed && line.indent > first.indent;
  if (line.indent > last.indent && !hanging) return false;
  return isFull(text, last, line, width * 0.9) || /\p{Ll}/u.test(text[line.start]!);
}
