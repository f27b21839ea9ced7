// Words that call an earlier promise to mind; and voices and commitments → sentences that do so where no commitment stands beside them.

import type { SentenceVoice } from "../events/types.ts";
import { stem } from "../grammar/stems.ts";
import { around } from "../kept.ts";
import { overlaps, type Span, slice } from "../span.ts";
import type { Commitment } from "./types.ts";
import { BREAKS } from "./wordlists.ts";

/** An agreement by its name: "the Lima Accord"; "The agreement" has none. */
export const NAME =
  /\b(?!(?:The|This|That|These|Those|An?|Any|No|His|Her|Their|Its|Our|Some|Such|Every|Both|Each|Another|Under|With|Without|After|Before|Since|Until)\s)(?:\p{Lu}[\p{L}-]+ )+(?:[Mm]emorandum|[Tt]reaty|[Aa]greements?|[Aa]ccords?|[Pp]act|[Pp]rotocol|[Cc]onvention|[Dd]eclaration)\b/u;

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
    return NAME.test(words) && (broken || RECALLS.test(words));
  });
}
