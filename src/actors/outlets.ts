// A name in its sentence → whether it is a newspaper's or a station's, by the noun beside it. Pure.
import { holds, type Span, slice } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { wordsOf } from "./words.ts";

/** "Broadcaster" may be a man. */
const OUTLET =
  /^(?:channel|newspaper|paper|agency|tv|television|radio|daily|weekly|station|website|site|portal|outlet|magazine|tabloid|network)$/i;

/** "The television channel *Al Madar*", "*Al Madar*, a daily newspaper": what the tagger takes for a man. @param name the words of the name alone */
export function isOutlet(text: string, sentence: TaggedSentence, name: Span): boolean {
  const { tokens } = sentence;
  const words = wordsOf(text, sentence, name).filter(({ token }) => token >= 0);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return false;
  const before = tokens[first.token - 1];
  if (before && OUTLET.test(slice(text, before)) && !/^\p{Lu}\p{Ll}/u.test(slice(text, before))) return true;
  const inside = (at: number): boolean => tokens[at] !== undefined && holds(name, tokens[at]!);
  return tokens.some(
    ({ head, deprel }, at) => deprel === "appos" && at > last.token && inside(head) && OUTLET.test(slice(text, tokens[at]!)),
  );
}
