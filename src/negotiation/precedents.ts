// Words that call an earlier promise to mind; and voices and commitments → sentences that do so where no commitment stands beside them.

import type { SentenceVoice } from "../events/types.ts";
import { stem } from "../grammar/stems.ts";
import { around } from "../kept.ts";
import { overlaps, type Span, slice } from "../span.ts";
import type { Commitment } from "./types.ts";
import { BREAKS } from "./wordlists.ts";

/** An agreement by its name: "the Lima Accord"; "The agreement" has none. */
export function namesAgreement(words: string): boolean {
  for (const { index } of words.matchAll(AGREEMENT)) {
    const before = words.slice(Math.max(0, index - longestName), index).split(" ");
    while (before.length > 1 && POINTING.has(before.at(-1)!)) before.pop();
    const name = before
      .at(-1)!
      .split(/[^\p{L}-]/u)
      .at(-1)!;
    // "Post-Lima Accord", "post-Lima Accord".
    for (let at = 0; ; at = name.indexOf("-", at) + 1) {
      if (/^\p{Lu}[\p{L}-]/u.test(name.slice(at)) && !POINTING.has(name.slice(at))) return true;
      if (name.indexOf("-", at) < 0) break;
    }
  }
  return false;
}
const AGREEMENT = / (?:[Mm]emorandum|[Tt]reaty|[Aa]greements?|[Aa]ccords?|[Pp]act|[Pp]rotocol|[Cc]onvention|[Dd]eclaration)\b/g;
const POINTING = new Set(
  "The This That These Those An Any No His Her Their Its Our Some Such Every Both Each Another Under With Without After Before Since Until".split(
    " ",
  ),
);
/** In letters: longer ones are not looked through. */
const longestName = 120;

/** What calls the past to mind. */
export const RECALLS =
  /\b(?:track record|history of|[Rr]emember(?:ed)?|[Rr]ecall(?:s|ed)?|[Oo]nce before|[Ll]ast time|in the past|past promises|earlier promises|pattern of|long record|not the first time|time and again|repeatedly)\b/;
/** Nothing has been broken there. */
const OPEN = /\b(?:not|never|nobody|without|if|would|could|will|may|might|must|should|can)\b|n['’]t\b/i;

/** "Remember the Lima Accord", "broke the Lima Accord": told of the article itself, where no commitment has the sentence for its own. */
export function precedentsOf(text: string, sentences: readonly SentenceVoice[], commitments: readonly Commitment[]): Span[] {
  const told = commitments.flatMap(({ what, doubts, precedents }) => [what, ...doubts, ...precedents]);
  return sentences.filter((sentence) => {
    if (/^(?:promotional|furniture|anecdotal)$/.test(sentence.voice) || around(told, sentence).some((place) => overlaps(place, sentence)))
      return false;
    const words = slice(text, sentence);
    const broken =
      !OPEN.test(words) && words.split(/[^\p{L}]+/u).some((word) => /(?:ed|ke|en|ore|orn)$/.test(word) && BREAKS.has(stem(word)));
    return namesAgreement(words) && (broken || RECALLS.test(words));
  });
}
