// An office in its sentence → the name that it stands beside ("Prince Mohammed, deputy premier and minister of defense"), by the tree. Pure.
import { overlaps, type Span } from "../span.ts";
import type { Entity, TaggedSentence } from "../tag/types.ts";

const BESIDE = /^(?:appos|nmod:desc|compound|flat)/;

/** @param head where the noun starts that heads the mention. @returns the person's name that it is in apposition with, or null */
export function bearerOf(text: string, { tokens, entities }: TaggedSentence, of: Span, head: number): Entity | null {
  const noun = tokens.findIndex(({ start }) => start === head);
  if (noun < 0) return null;
  const nameAt = (at: number): Entity | null =>
    entities.find(
      (entity) => entity.kind === "PER" && !overlaps(entity, of) && tokens[at] !== undefined && overlaps(entity, tokens[at]!),
    ) ?? null;
  // "Deputy premier and minister of defense": the second office hangs on the first.
  let first = noun;
  for (let steps = 0; steps < 4 && tokens[first]!.deprel === "conj" && tokens[first]!.head >= 0; steps++) first = tokens[first]!.head;
  const up = tokens[first]!;
  if (BESIDE.test(up.deprel) && up.head >= 0) {
    const above = nameAt(up.head);
    if (above && isBeside(text, above, of, first !== noun)) return above;
  }
  // "Lebanese Minister of Interior Bassam Mawlawi": the name hangs on the office.
  const name = tokens.findIndex(
    ({ head: on, deprel }, at) => on === noun && (BESIDE.test(deprel) || (deprel === "nmod" && !hasCase(at))) && nameAt(at) !== null,
  );
  const below = name < 0 ? null : nameAt(name);
  return below && isBeside(text, below, of, false) ? below : null;

  function hasCase(at: number): boolean {
    return tokens.some(({ head: on, deprel }) => on === at && deprel === "case");
  }
}

/** A parser may hang an office on a name far off: nothing but a comma and small words may stand between. @param listed another office stands between */
function isBeside(text: string, name: Span, office: Span, listed: boolean): boolean {
  const before = name.end <= office.start;
  const between = before ? text.slice(name.end, office.start) : text.slice(office.end, name.start);
  if (listed) return between.length < 80;
  return before ? /^[\s,(–—-]*(?:[\p{L}-]+ ){0,2}$/u.test(between) && !/ and /.test(between) : /^[^,;:.]{0,50}$/.test(between);
}
