// The words of a noun phrase → the name at its head, without the titles before it. Pure.
import { holds, type Span, span } from "../span.ts";
import type { Entity } from "../tag/types.ts";
import { COURTESY } from "./determiners.ts";
import { type Claim, claimsOn, type Dictionary } from "./dictionary.ts";
import { agentAt } from "./head-noun.ts";
import type { Hit, Word } from "./words.ts";

interface Name {
  readonly span: Span;
  readonly kind: Entity["kind"] | undefined;
  readonly claims: readonly Claim[];
}

/** The name that ends at the head, without the titles that the tagger may have put into it. */
export function nameAt(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  head: number,
  entity: Entity | undefined,
  hits: readonly Hit[],
): Name | null {
  const end = words[head]!.end;
  const longer =
    entity &&
    hits.find((one) => one.to === head + 1 && words[one.from]!.start < entity.start && one.claims.some(({ form }) => form === "name"));
  if (longer && entity) return { span: span(words[longer.from]!.start, end), kind: entity.kind, claims: longer.claims };
  if (entity) {
    const inside = words.filter((word) => holds(entity, word));
    for (let at = 0; at < inside.length; at++) {
      const claims = claimsOn(dictionary, text.slice(inside[at]!.start, end));
      const before = inside.slice(0, at);
      if (claims.length > 0 && (at === 0 || titleOnly(dictionary, before)))
        return { span: span(inside[at]!.start, end), kind: entity.kind, claims };
    }
    // "BJP Meghalaya president Ernest Mawrie": the name begins behind the last title.
    let at = entity.kind === "PER" ? inside.length - 1 : 0;
    // "Christian-Geraud" is one name.
    while (at > 0 && (inside[at]!.text === "-" || !titleOnly(dictionary, inside.slice(0, at)))) at--;
    const start = inside[at]?.start ?? entity.start;
    return { span: span(start, end), kind: entity.kind, claims: [] };
  }
  const hit = hits.find(({ to }) => to === head + 1);
  if (!hit || hit.claims.every(({ form }) => form === "adjective")) return null;
  const before = words.slice(0, hit.from);
  if (hit.from > 0 && !titleOnly(dictionary, before.slice(-4)) && !COURTESY.has(before.at(-1)!.lower)) return null;
  return { span: span(words[hit.from]!.start, end), kind: undefined, claims: hit.claims };
}

/** True where the last of `words` ends a title ("Prime Minister"). */
export const titleOnly = (dictionary: Dictionary, words: readonly Word[]): boolean => {
  const found = words.length > 0 ? agentAt(dictionary, words, words.length - 1) : null;
  return (found !== null && found.to === words.length && !found.agent.plural) || COURTESY.has(words.at(-1)?.lower ?? "");
};
