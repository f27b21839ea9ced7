// "The European country", "the Gulf state", "the kingdom", "our country" → the country that the text names before it and that fits. Pure.
import { around } from "../kept.ts";
import { holds, overlaps, type Span, slice, span } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import { type Context, decide } from "./context.ts";
import { claimsOn, type Dictionary } from "./dictionary.ts";
import { hitsIn, wordsOf } from "./words.ts";

const LAND = /^(the|that|this|our|my) (?:(.+) )?(country|nation|state|republic|kingdom|emirate|sultanate)$/;

/** Its code; null where the words speak of a country that nothing before them names, undefined where they speak of none by what it is. */
export function landMeant(
  dictionary: Dictionary,
  { segmented, sentences }: Tagged,
  context: Context,
  spot: Span & { readonly sentence: number },
): string | null | undefined {
  const { text } = segmented.document;
  const written = slice(text, spot).trim();
  const [, which, kind = "", noun = ""] = LAND.exec(written.toLowerCase()) ?? [];
  if (which === undefined || claimsOn(dictionary, written).length > 0) return undefined;
  if (/^(?:our|my)$/.test(which))
    return kind === "" && context.domestic && !around(segmented.quotations, spot).some((quotation) => holds(quotation, spot))
      ? context.home
      : undefined;
  const fitting = regionOf(dictionary, kind) ?? (kind === "" ? dictionary.regions.get(noun) : undefined);
  if (!fitting) return undefined;
  // A country's own press says "the kingdom" for it.
  if (kind === "" && context.domestic && fitting.has(context.home!)) return context.home;
  for (let index = spot.sentence; index >= 0; index--) {
    const sentence = sentences[index]!;
    const before = countriesIn(dictionary, text, sentence, context).filter(
      ({ code, at }) => fitting.has(code) && at.end <= spot.start && !isOtherSide(sentence, at, spot),
    );
    if (before.length > 0) return before.at(-1)!.code;
  }
  return null;
}

/** Of "oil-rich West African" what the dictionary knows: the countries of West Africa. */
function regionOf({ regions }: Dictionary, kind: string): ReadonlySet<string> | undefined {
  const words = kind.split(" ");
  for (let from = 0; from < words.length; from++) {
    const region = regions.get(words.slice(from).join(" "));
    if (region) return region;
  }
  return undefined;
}

/** "Spain thanked the European country": who does something to it is another. */
const isOtherSide = ({ acts }: TaggedSentence, at: Span, spot: Span): boolean =>
  acts.some((act) => {
    const own = act.arguments.find((one) => overlaps(one, spot));
    return (
      own !== undefined && act.arguments.some((one) => one.role !== own.role && /^(?:actor|recipient)$/.test(one.role) && overlaps(one, at))
    );
  });

function countriesIn(dictionary: Dictionary, text: string, sentence: TaggedSentence, context: Context): { code: string; at: Span }[] {
  const words = wordsOf(text, sentence, sentence);
  return hitsIn(dictionary, text, words, sentence.entities).flatMap(({ from, to, claims }) => {
    const claim = decide(claims, context);
    const named = claim?.entry.kind === "country" && /^(?:name|adjective|people|capital|metonym)$/.test(claim.form);
    return named ? [{ code: claim.entry.code, at: span(words[from]!.start, words[to - 1]!.end) }] : [];
  });
}
