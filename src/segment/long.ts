// Cuts a sentence that is longer than the model reads: at a clause mark, else at a blank, else between two characters. Not: a sentence of 600 words or fewer.
import type { Span } from "../span.ts";

const mostWords = 600;
// Six hundred words of news are some 3,600 characters: past twice that it is no language with blanks, or no language.
const mostCharacters = 7200;

/** Spans that hold all non-blank characters of `of`, none with more than 600 words or 7,200 characters. */
export function cutLong(text: string, of: Span): Span[] {
  const cut: Span[] = [];
  let { start } = of;
  for (;;) {
    const reach = reachOf(text, start, of.end);
    if (reach >= of.end) break;
    const end = cutBefore(text, start, reach);
    let last = end;
    while (last > start && /\s/.test(text[last - 1]!)) last--;
    cut.push({ start, end: last });
    start = end;
    while (start < of.end && /\s/.test(text[start]!)) start++;
  }
  if (start < of.end) cut.push({ start, end: of.end });
  return cut;
}

// The furthest that a piece from `start` may go; it never begins with a blank, so it is never empty.
function reachOf(text: string, start: number, end: number): number {
  const most = Math.min(end, start + mostCharacters);
  let words = 0;
  for (let i = start; i < most; i++) if (/\s/.test(text[i]!) && !/\s/.test(text[i - 1]!) && ++words === mostWords) return i;
  return most;
}

function cutBefore(text: string, start: number, reach: number): number {
  const half = start + Math.floor((reach - start) / 2);
  for (const mark of [/[;:]/, /[,—–)]/, /\s/])
    for (let i = reach; i > half; i--) if (mark.test(text[i - 1]!) && /\s/.test(text[i] ?? " ")) return i;
  const splitsPair = /[\ud800-\udbff]/.test(text[reach - 1]!) && /[\udc00-\udfff]/.test(text[reach]!);
  return splitsPair ? reach - 1 : reach;
}
