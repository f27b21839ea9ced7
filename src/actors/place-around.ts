// A mention in its sentence → the country where its clause happens. Pure.
import { type Span, slice } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { type Context, decide } from "./context.ts";
import type { Dictionary } from "./dictionary.ts";
import { hitsIn, isPossessive, wordsOf } from "./words.ts";

/** The country where the clause of `of` happens ("in neighbouring Guatemala", before it or right behind it), where it is not the article's own and the only one. */
export function placeAround(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context): string | null {
  if (!/\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ii]nside) /.test(slice(text, sentence))) return null;
  const words = wordsOf(text, sentence, sentence);
  const found = new Set<string>();
  words.forEach((word, at) => {
    if (!/^(?:in|across|throughout|inside)$/.test(word.lower)) return;
    let to = at + 1;
    while (/^(?:the|neighbou?ring|nearby|southern|northern|eastern|western|central)$/.test(words[to]?.lower ?? "")) to++;
    const [hit] = hitsIn(dictionary, text, words.slice(to, to + 6), sentence.entities);
    if (hit?.from !== 0 || isPossessive(words[to + hit.to])) return;
    // Inside the mention or well behind it, it is a place of something else.
    const { start } = words[to]!;
    if (start > of.start && (start < of.end || word.start - of.end > 2)) return;
    const claim = decide(hit.claims, context);
    if (claim?.entry.kind === "country" && /^(?:name|capital|city)$/.test(claim.form)) found.add(claim.entry.code);
  });
  const [only] = found;
  return found.size === 1 && only !== context.home ? only! : null;
}
