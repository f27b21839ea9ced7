// A span of text → each place where a sentence may end: a run of . ! ? … with its closing marks. The rules decide which of them do.
import type { Span } from "../span.ts";

interface Candidate {
  readonly text: string;
  /** Where the sentence that may end here began. */
  readonly from: number;
  /** Offset of the first terminator. */
  readonly mark: number;
  /** The terminators: ".", "?!", "…" */
  readonly marks: string;
  /** Offset after the terminators, their closing quotes and brackets, and notes such as [12]. */
  readonly after: number;
  /** Offset of the next non-blank character; equal to `after` where no space follows. */
  readonly next: number;
  /** What follows in sight, from `next`. */
  readonly ahead: string;
  /** The word before the mark, without opening quotes and brackets. */
  readonly word: string;
}

/** A rule answers for the places that it knows; the first answer counts, and no answer at all breaks. */
export type Rule = (at: Candidate) => "break" | "join" | undefined;

const terminators = /[.!?…‽。！？।؟]+/g;
const closers = /["”’»')\]）」]*(?:\s?\[\d{1,3}\])*/y;
// Enough for any word that a rule asks about; keeps a rule's work the same in a text without spaces.
const sight = 60;

/** Calls `decide` for each place inside `of`, with the sentence start that earlier answers gave, and gives the sentences. */
export function cutAt(text: string, of: Span, decide: (at: Candidate) => boolean): Span[] {
  const found: Span[] = [];
  let from = of.start;
  let passed = of.start;
  for (const { index, 0: marks } of text.slice(of.start, of.end).matchAll(terminators)) {
    const mark = of.start + index;
    if (mark < passed) continue;
    const end = mark + marks.length;
    let after = closersEnd(text, end, of);
    let next = after;
    while (next < of.end && /\s/.test(text[next]!)) next++;
    if (next >= of.end) break;
    // No space: `ended."The` opens a quotation where all before are closed, and the mark belongs to what follows.
    if (next === after && after > end && text[after - 1] === '"' && opensHere(text, from, after - 1)) next = after = after - 1;
    const before = text.slice(Math.max(from, mark - sight), mark);
    const word = before.split(/[\s"“”‘«([{—–/]/u).at(-1)!;
    const at = {
      text,
      from,
      mark,
      marks,
      after,
      next,
      ahead: text.slice(next, Math.min(of.end, next + sight)),
      word,
    };
    if (decide(at)) {
      found.push({ start: from, end: after });
      from = next;
    }
    passed = after;
  }
  if (from < of.end) found.push({ start: from, end: of.end });
  return found;
}

function closersEnd(text: string, end: number, of: Span): number {
  closers.lastIndex = end;
  closers.exec(text);
  return Math.min(closers.lastIndex || end, of.end);
}

function opensHere(text: string, from: number, at: number): boolean {
  let open = false;
  for (let i = Math.max(from, at - 2000); i < at; i++) if (text[i] === '"') open = !open;
  return !open;
}

/** The next word, without opening quotes and brackets: `“The deal` → `The`. */
export const wordAhead = ({ ahead }: Candidate): string => /^["“‘'«([]*([^\s,;:!?"”’)\]]*)/.exec(ahead)![1]!;

const starters = new Set(
  `The A An He She It They We I You This That These Those There In On At But And So If When While As After Before For From With What Why How Who Where
  However Meanwhile Still Yet Then Now No Not Our His Her Its Their My Your Some Many Most All Both Each Every Another Since Although Though Despite
  During Because Such Even Here Or Nor Only Also According Earlier Later Last Once Until Among Under Instead Moreover Nevertheless Thus Therefore`.split(
    /\s+/,
  ),
);

/** The next word is one that begins sentences and hardly ever a name. */
export const startsSentence = (at: Candidate): boolean => starters.has(wordAhead(at)) || /^["“‘«]/.test(at.ahead);
