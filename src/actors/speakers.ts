// Attributions and quotations → who speaks outside quotation marks, and how far two places lie apart in what is told. Pure.
import { around } from "../kept.ts";
import { holds, overlaps, type Span } from "../span.ts";
import type { Tagged } from "../tag/types.ts";

/** Sources of the sentence that the article itself names, in text order: neither in quotation marks nor in what another source says. @param relays true for an outlet, which only passes on what others said */
export function speakersIn(
  { segmented: { quotations }, sentences }: Tagged,
  sentence: number,
  relays: (source: Span) => boolean = () => false,
): Span[] {
  const attributions = sentences[sentence]?.attributions ?? [];
  return attributions
    .flatMap(({ source }) => source ?? [])
    .filter(
      (source) =>
        !around(quotations, source).some((quotation) => holds(quotation, source)) &&
        !attributions.some(
          (other) =>
            other.source && !relays(other.source) && !overlaps(other.source, source) && other.content.some((part) => holds(part, source)),
        ),
    )
    .toSorted((a, b) => a.start - b.start);
}

/** True where hardly a word of the sentence stands outside quotation marks. */
export function isAllQuoted({ segmented: { quotations }, sentences }: Tagged, sentence: number): boolean {
  const own = sentences[sentence]!;
  const inside = around(quotations, own).reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, own.end) - Math.max(start, own.start)),
    0,
  );
  return inside > 0.9 * (own.end - own.start);
}

/** For each sentence its number among those that the article tells itself: a long quotation is one step, however many sentences it has. */
export function stepsOf(tagged: Tagged): readonly number[] {
  const counted = steps.get(tagged);
  if (counted) return counted;
  let step = 0;
  const own = tagged.sentences.map((_, index) => {
    const goesOn = index > 0 && isAllQuoted(tagged, index) && isAllQuoted(tagged, index - 1);
    return goesOn ? step : step++;
  });
  steps.set(tagged, own);
  return own;
}

/** Asked for each actor whom a pronoun owns. */
const steps = new WeakMap<Tagged, readonly number[]>();
