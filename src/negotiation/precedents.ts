// Words that call an earlier promise to mind; and voices and commitments → sentences that do so where no commitment stands beside them.

import type { SentenceVoice } from "../events/types.ts";
import { stem } from "../grammar/stems.ts";
import { anyOf, formsOf, says, stemsOf } from "../grammar/words.ts";
import { around } from "../kept.ts";
import { overlaps, type Span, slice } from "../span.ts";
import type { Commitment } from "./types.ts";

/** An agreement by its name: "the Lima Accord"; "The agreement" has none. */
export function namesAgreement(words: string): boolean {
  for (const { index } of words.matchAll(AGREEMENT)) {
    const before = words.slice(Math.max(0, index - longestName), index).split(" ");
    while (before.length > 1 && formsOf("no-names").has(before.at(-1)!)) before.pop();
    const name = before
      .at(-1)!
      .split(/[^\p{L}-]/u)
      .at(-1)!;
    // "Post-Lima Accord", "post-Lima Accord".
    for (let at = 0; ; at = name.indexOf("-", at) + 1) {
      if (/^\p{Lu}[\p{L}-]/u.test(name.slice(at)) && !formsOf("no-names").has(name.slice(at))) return true;
      if (name.indexOf("-", at) < 0) break;
    }
  }
  return false;
}
const AGREEMENT = new RegExp(String.raw` (?:${anyOf("treaties")})\b`, "gi");
/** In letters: longer ones are not looked through. */
const longestName = 120;

/** "Remember the Lima Accord", "broke the Lima Accord": told of the article itself, where no commitment has the sentence for its own. */
export function precedentsOf(text: string, sentences: readonly SentenceVoice[], commitments: readonly Commitment[]): Span[] {
  const told = commitments.flatMap(({ what, doubts, precedents }) => [what, ...doubts, ...precedents]);
  return sentences.filter((sentence) => {
    if (/^(?:promotional|furniture|anecdotal)$/.test(sentence.voice) || around(told, sentence).some((place) => overlaps(place, sentence)))
      return false;
    const words = slice(text, sentence);
    const broken =
      !(says("unbroken", words) || /n['’]t\b/.test(words)) &&
      words.split(/[^\p{L}]+/u).some((word) => /(?:ed|ke|en|ore|orn)$/.test(word) && stemsOf("breaking").has(stem(word)));
    return namesAgreement(words) && (broken || says("recalling", words));
  });
}
