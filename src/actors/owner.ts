// A noun in its phrase → whom it belongs to: "Turkish", "Spain's", "of the UN". Pure.
import type { Entity } from "../tag/types.ts";
import { codeOf } from "./claimed.ts";
import { type Context, decide } from "./context.ts";
import { ALLIED } from "./determiners.ts";
import { claimsOn, type Dictionary, type Entry } from "./dictionary.ts";
import type { Code } from "./types.ts";
import { type Hit, hitsIn, isPossessive, type Word } from "./words.ts";

interface Owner extends Code {
  /** Sector to inherit, where the owner is a body or person rather than a country. */
  readonly body: Code | null;
  readonly country: Entry | null;
  /** True for "the leaders of France and Germany": no one's. */
  readonly several?: boolean;
}

/** Whom the noun at words `from`..`to` belongs to: the nearest name before it ("Turkish", "Spain's", "UN"), else of, for, in or from X after it. */
export function owner(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  entities: readonly Entity[],
  context: Context,
): Owner | null {
  const hits = hitsIn(dictionary, text, words, entities);
  const usable = hits.filter((hit) => {
    const glued = (at: number): boolean => words[at]?.text === "-";
    const before = words[hit.from - 1];
    if (
      /^(?:pro|anti)-?$/.test((glued(hit.from - 1) ? words[hit.from - 2] : before)?.lower ?? "") ||
      /^(?:pro|anti)-/.test(words[hit.from]!.lower)
    )
      return false;
    if (glued(hit.to) && ALLIED.test(words[hit.to + 1]?.lower ?? "")) return false;
    return true;
  });
  const ahead = usable.filter((hit) => hit.to <= from).reverse();
  const after = usable.filter((hit) => hit.from >= to);
  const preposition = (hit: Hit): string => {
    for (let at = hit.from - 1; at >= to; at--)
      if (/^(?:of|for|in|from|at|to|with|against|on|by|near|,)$/.test(words[at]!.lower)) return words[at]!.lower;
    return "";
  };
  const behind = ["of", "for", "from", "in", "at", "near"].flatMap((word) => after.filter((hit) => preposition(hit) === word));
  const codeAtHit = (hit: Hit): string | null => decide(hit.claims, context)?.entry.code ?? null;
  const joined = usable.some((hit, at) => {
    const next = usable[at + 1];
    if (!next || next.from - hit.to > 3 || (hit.to <= from && next.from >= to)) return false;
    const between = words.slice(hit.to, next.from).map(({ lower }) => lower);
    const one = codeAtHit(hit);
    const other = codeAtHit(next);
    return (
      between.length > 0 && between.every((word) => /^(?:,|and|&|the|or)$/.test(word)) && one !== null && other !== null && one !== other
    );
  });
  if (joined) return { code: null, sector: null, other_sectors: [], body: null, country: null, several: true };
  for (const hit of [...withoutPlace(ahead, words, context), ...behind]) {
    const claim = decide(hit.claims, context, { kind: entities.find((entity) => entity.end === words[hit.to - 1]!.end)?.kind });
    if (!claim) continue;
    // "The May talks": a surname speaks of its bearer where the tagger sees a person, or in "May's".
    const person = entities.some(({ kind, end }) => kind === "PER" && end === words[hit.to - 1]!.end) || isPossessive(words[hit.to]);
    if (claim.form === "surname" && !person) continue;
    const code = codeOf(claim.entry, context);
    const country = claim.entry.kind === "country";
    return { ...code, body: country ? null : code, country: country ? claim.entry : null };
  }
  // "Tunisian-born", "US-led": a hyphenated word that a tokenizer kept whole.
  for (const word of words.slice(0, from)) {
    const parts = word.text.split("-");
    if (parts.length < 2 || ALLIED.test(parts[1]!) || /^(?:pro|anti)$/i.test(parts[0]!)) continue;
    const claim = decide(claimsOn(dictionary, parts[0]!), context, {});
    if (claim && claim.form !== "surname") {
      const code = codeOf(claim.entry, context);
      const country = claim.entry.kind === "country";
      return { ...code, body: country ? null : code, country: country ? claim.entry : null };
    }
  }
  return null;
}

/** The hits before a noun, the nearest first, but for a place that a country stands before: "Ghana's *Lomé* envoy" is Ghana's, and so is "the Ghanaian *Lomé* daily". */
function withoutPlace(ahead: readonly Hit[], words: readonly Word[], context: Context): readonly Hit[] {
  const [near, before] = ahead;
  const isOf = (hit: Hit | undefined, form: RegExp): boolean => {
    const claim = hit && decide(hit.claims, context);
    return claim?.entry.kind === "country" && form.test(claim.form);
  };
  const isPlaced = isOf(near, /^(?:name|capital|city)$/) && !isPossessive(words[near!.to]);
  const isWhose = isOf(before, /^adjective$/) || (isOf(before, /^(?:name|metonym)$/) && isPossessive(words[before!.to]));
  return isPlaced && isWhose ? ahead.slice(1) : ahead;
}
