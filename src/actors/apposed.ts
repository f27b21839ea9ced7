// An office in its sentence → the name that it stands beside ("Prince Mohammed, deputy premier and minister of defense"), by the tree. Pure.
import { overlaps, type Span, span } from "../span.ts";
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
  // "Lebanese Minister of Interior Bassam Mawlawi": the name hangs on the office, or on a word of it ("the Minister of Trade of the Republic, Ana Lima").
  const below = tokens.flatMap(({ head: on, deprel }, at): Entity[] => {
    const name = BESIDE.test(deprel) || (deprel === "nmod" && !hasCase(at)) ? nameAt(at) : null;
    const listed = name && text.slice(of.end, name.start).includes(",") && (isListed(at) || isListed(noun));
    return name && !listed && isPartOf(on) && isBeside(text, name, of, false) ? [name] : [];
  });
  // A name right behind an office in capitals is its bearer's, whatever the tree says.
  const next = entities.find(({ kind, start }) => kind === "PER" && start === of.end + 1 && text[of.end] === " ");
  const last = text
    .slice(of.start, of.end)
    .split(/[^\p{L}-]/u)
    .at(-1)!;
  return below[0] ?? (next && /\p{Lu}/u.test(last) ? next : null);

  /** The office itself, or a noun that tells what office it is. */
  function isPartOf(at: number): boolean {
    let here = at;
    for (let steps = 0; steps < 4 && here > noun && /^(?:nmod|conj)$/.test(tokens[here]?.deprel ?? ""); steps++) here = tokens[here]!.head;
    return here === noun;
  }
  /** "The minister of trade, Ana Lima *and* Ola Diallo". */
  function isListed(at: number): boolean {
    return tokens.some(({ head: on, deprel }) => on === at && deprel === "conj");
  }

  function hasCase(at: number): boolean {
    return tokens.some(({ head: on, deprel }) => on === at && deprel === "case");
  }
}

/** The phrase before a name and a comma that the tree has it in apposition to, or null: "the Minister of Trade of the Republic" of "…, Ana Lima". */
export function officeBefore(text: string, { tokens }: TaggedSentence, of: Span): Span | null {
  const own = tokens.findIndex((token) => overlaps(token, of));
  const comma = tokens.findLastIndex(({ start, end }) => end <= of.start && text[start] === ",");
  if (
    own < 0 ||
    comma < 1 ||
    own - comma > 2 ||
    tokens[own]!.deprel !== "appos" ||
    tokens.some(({ head, deprel }) => head === own && deprel === "conj")
  )
    return null;
  let at = tokens[own]!.head;
  for (let steps = 0; steps < 4 && tokens[at]?.deprel === "nmod"; steps++) at = tokens[at]!.head;
  const noun = tokens[at];
  if (
    !noun ||
    at >= comma ||
    !/^(?:NOUN|PROPN)$/.test(noun.upos) ||
    tokens.slice(at, comma).some(({ upos }) => /^(?:VERB|AUX|PUNCT|PRON)$/.test(upos))
  )
    return null;
  let first = at;
  while (first > 0 && tokens[first - 1]!.head === at && /^(?:det|amod|compound|nmod:poss)$/.test(tokens[first - 1]!.deprel)) first--;
  return span(tokens[first]!.start, tokens[comma - 1]!.end);
}

/** A parser may hang an office on a name far off: nothing but a comma and small words may stand between. @param listed another office stands between */
function isBeside(text: string, name: Span, office: Span, listed: boolean): boolean {
  const before = name.end <= office.start;
  const between = before ? text.slice(name.end, office.start) : text.slice(office.end, name.start);
  if (listed) return between.length < 80;
  return before
    ? /^[\s,(–—-]*(?:\p{L}[\p{L}-]* (?:[\p{L}-]+ )?)?$/u.test(between) && !/ and /.test(between)
    : /^[^,;:.]{0,60}(?:, (?:[A-Z][a-z]{0,3}\.? )?)?$/.test(between);
}
