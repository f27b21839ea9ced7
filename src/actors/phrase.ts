// A short or long span of a mention → the whole noun phrase, and the phrase as the record shows it. Pure.
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { type Word, wordsOf } from "./words.ts";

/** `of` with what a short span left out: the modifiers before it ("Ukrainian" of "the Ukrainian air force"), the rest of a name. */
export function wholePhrase(text: string, sentence: TaggedSentence, of: Span): Span {
  const { tokens } = sentence;
  const words = wordsOf(text, sentence, of).filter(({ token }) => token >= 0);
  const inside = new Set(words.map(({ token }) => token));
  const belongs = (at: number): boolean =>
    /^(?:amod|compound|nummod|nmod:poss|nmod:desc)/.test(tokens[at]!.deprel) && inside.has(tokens[at]!.head);
  let first = words[0]?.token ?? 0;
  while (first > 0) {
    const at = first - 1;
    // "Toronto-based Citizen Lab": not without Toronto.
    const hyphen = text[tokens[at]!.start - 1] === "-" && at > 1 && tokens[at - 2]!.end === tokens[at]!.start - 1;
    const mark = tokens[at]!.deprel === "case" && tokens[at]!.head === at - 1 && at > 0 && belongs(at - 1);
    if (!belongs(at) && !mark) break;
    first = hyphen ? at - 2 : mark ? at - 1 : at;
    inside.add(at).add(first);
  }
  // "Russian President Vladimir": the rest of the name.
  let last = words.at(-1)?.token ?? -1;
  while (
    last >= 0 &&
    tokens[last + 1]?.deprel.startsWith("flat") &&
    tokens[last + 1]!.upos === "PROPN" &&
    inside.has(tokens[last + 1]!.head)
  )
    inside.add(++last);
  if (words.length === 0) return of;
  const named = nameBehind(text, sentence, span(tokens[first]!.start, Math.max(of.end, tokens[last]!.end)));
  if (named) return span(tokens[first]!.start, named.end);
  // "Bin" of "Mohammed Bin Salman".
  const person = sentence.entities.find((entity) => entity.kind === "PER" && holds(entity, of));
  if (person) return span(Math.min(person.start, tokens[first]!.start), person.end);
  // "two" of "the two leaders": the number counts somebody.
  const counted = words.length === 1 && tokens[last]!.upos === "NUM" && tokens[last]!.deprel === "nummod" ? tokens[last]!.head : -1;
  if (counted > last && counted - last < 5) last = counted;
  // "One hundred and ninety police chiefs" is no "and" of two.
  const number = (at: number): boolean => tokens[at]?.upos === "NUM" || (tokens[at]?.upos === "CCONJ" && tokens[at + 1]?.upos === "NUM");
  if (words.every(({ upos }) => upos === "NUM") && number(last + 1)) {
    while (number(last + 1)) last++;
    while (/^(?:amod|compound)$/.test(tokens[last + 1]?.deprel ?? "")) last++;
    if (tokens[last + 1]?.upos === "NOUN") last++;
  }
  const whole = span(Math.min(of.start, tokens[first]!.start), Math.max(of.end, tokens[last]!.end));
  // "Ryu Sam" of "Ryu Sam-yeong": a span that ends inside a name.
  const cut = sentence.entities.find(({ start, end }) => start >= whole.start && start < whole.end && end > whole.end);
  // "American States mission" of "the Organization of American States mission": one that begins inside a body's name.
  const begun = sentence.entities.find(
    ({ kind, start, end }) => kind === "ORG" && start < whole.start && end > whole.start && end < whole.end,
  );
  return span(begun?.start ?? whole.start, cut?.end ?? whole.end);
}

/** Who bears the office that `of` only begins ("Portuguese" of "Portuguese President Ana Lima", "Roads Agency" of "Roads Agency (RA) Director Ola Diallo"), or null. */
function nameBehind(text: string, { tokens, entities }: TaggedSentence, of: Span): Span | null {
  const name = entities.filter(({ kind, start }) => kind === "PER" && start > of.end).toSorted((a, b) => a.start - b.start)[0];
  if (!name || name.start - of.end > 60 || entities.some((one) => one.kind === "PER" && overlaps(one, of))) return null;
  const between = tokens.filter(({ start, end }) => start >= of.end && end <= name.start);
  const [, short = "", title] = /^( \([^()\s]+\))?((?: [\p{L}-]+)*) $/u.exec(text.slice(of.end, name.start)) ?? [];
  if (title === undefined || (short !== "" && title === "")) return null;
  if (between.slice(short === "" ? 0 : 3).some(({ upos }) => !/^(?:NOUN|PROPN|ADJ|PUNCT)$/.test(upos))) return null;
  const last = tokens.find(({ end }) => end === of.end);
  const on = tokens[last?.head ?? -1];
  const tied =
    last !== undefined &&
    on !== undefined &&
    /^(?:compound|amod|nmod:desc)$/.test(last.deprel) &&
    (between.includes(on) || holds(name, on));
  return short !== "" || tied ? name : null;
}

/** The noun phrase as the record shows it: without article and relative clause. */
export function shownAs(text: string, all: readonly Word[]): string {
  let words = all;
  const clause = words.findIndex(({ lower }, at) => at > 0 && /^(?:who|whom|whose|which|that|where)$/.test(lower));
  if (clause > 0) words = words.slice(0, clause);
  while (words.length > 1 && /^[,;:—–-]$/.test(words.at(-1)!.text)) words = words.slice(0, -1);
  const shown = slice(text, hull(words));
  return (
    shown
      .replace(/^[^\p{L}\p{N}]+/u, "")
      .replace(/^(?:the|an?|this|that|these|those) (?=.)/i, "")
      .trim() || shown
  );
}
