// A text and words to look for → where they stand, in any case and with or without accents. Pure.
import { type Span, span } from "../../src/span.ts";

/** More are not shown. */
export const most = 500;

export function searchIn(text: string, words: string): Span[] {
  const sought = fold(words.trim());
  if (sought.length < 2) return [];
  const folded = fold(text);
  const out: Span[] = [];
  for (let at = folded.indexOf(sought); at >= 0 && out.length < most; at = folded.indexOf(sought, at + sought.length))
    out.push(span(at, at + sought.length));
  return out;
}

/** As long as the text, unit by unit, so that places stay. */
const fold = (text: string): string =>
  text
    .replace(/[^\x00-\x7f]/g, (sign) => {
      if (/[‘’]/.test(sign)) return "'";
      if (/[“”]/.test(sign)) return '"';
      const [base] = sign.normalize("NFD");
      return base?.length === 1 ? base : sign;
    })
    .replace(/[A-Z]|[^\x00-\x7f]/g, (sign) => (sign.toLowerCase().length === 1 ? sign.toLowerCase() : sign));
