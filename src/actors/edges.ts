// A span as the tagger gave it → the part of it that speaks of somebody: without a second clause, a place behind a name, loose brackets and conjunctions. Pure.
import { holds, type Span, slice, span } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";

/** What the article calls by name elsewhere: places, and people by their last names. */
export interface Named {
  readonly places: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

export function namedIn(text: string, sentences: readonly TaggedSentence[]): Named {
  const all = (kind: string): string[] =>
    sentences.flatMap(({ entities }) => entities.filter((entity) => entity.kind === kind).map((entity) => slice(text, entity)));
  return { places: new Set(all("LOC")), people: new Set(all("PER").map((name) => name.slice(name.lastIndexOf(" ") + 1))) };
}

/** @param by the word that the span is an argument of, where it is one */
export function withinEdges(text: string, sentence: TaggedSentence, named: Named, of: Span, by: Span | null): Span {
  const clause = onePhrase(text, sentence, by ? oneClause(text, sentence, of, by) : of);
  return trimmed(text, withoutPlace(text, sentence, named, clause));
}

/** "Lima said the two leaders" of "denounced", "The raid renewed Iraqi" of "calls": the part on that side of the verb on which the word stands. */
function oneClause(text: string, sentence: TaggedSentence, of: Span, by: Span): Span {
  const { tokens, entities } = sentence;
  const inside = (at: number): boolean => at >= 0 && tokens[at] !== undefined && holds(of, tokens[at]!);
  const relative = tokens.findIndex((token, at) => inside(at) && /^(?:who|whom|whose|which|that|where)$/i.test(slice(text, token)));
  // "Officials who said they knew": a clause that tells who they are is no clause of its own.
  const describes = (at: number): boolean => {
    for (let here = at, steps = 0; inside(here) && steps < 20; here = tokens[here]!.head, steps++)
      if (tokens[here]!.deprel.startsWith("acl")) return true;
    return false;
  };
  const verb = tokens.findIndex(
    (token, at) =>
      token.upos === "VERB" &&
      inside(at) &&
      (relative < 0 || at < relative) &&
      !entities.some((entity) => holds(entity, token)) &&
      !describes(at) &&
      tokens.some(({ head, deprel }, subject) => head === at && subject < at && inside(subject) && deprel.startsWith("nsubj")),
  );
  if (verb < 0) return of;
  let first = verb;
  while (inside(first - 1) && /^(?:AUX|ADV|PART)$/.test(tokens[first - 1]!.upos)) first--;
  if (!inside(first - 1)) return of;
  let next = verb + 1;
  // Nor whom it is told to: "Ola told me".
  const addressee = (at: number): boolean => tokens[at]!.upos === "PRON" && /^i?obj$/.test(tokens[at]!.deprel);
  while (inside(next) && (/^(?:SCONJ|PUNCT|ADP|ADV|PART)$/.test(tokens[next]!.upos) || addressee(next))) next++;
  const before = span(of.start, tokens[first - 1]!.end);
  if (!inside(next) || by.start <= tokens[verb]!.start) return before;
  return oneClause(text, sentence, span(tokens[next]!.start, of.end), by);
}

/** "Asked by Ana Lima, *Diallo* said": of two phrases that a comma parts and no tree joins, the subject. */
function onePhrase(text: string, { tokens }: TaggedSentence, of: Span): Span {
  const comma = tokens.findLastIndex((token) => holds(of, token) && slice(text, token) === ",");
  if (comma < 0) return of;
  const inside = (at: number): boolean => at >= 0 && tokens[at] !== undefined && holds(of, tokens[at]!);
  const top = tokens.flatMap(({ head, deprel }, at) => (inside(at) && !inside(head) && deprel !== "punct" ? [at] : []));
  const subject = top.length === 2 && top[0]! < comma && top[1]! > comma && tokens[top[1]!]!.deprel.startsWith("nsubj");
  const aside = /^(?:obl|obj|nmod|advcl)/.test(tokens[top[0] ?? -1]?.deprel ?? "");
  return subject && aside ? span(tokens[comma + 1]!.start, of.end) : of;
}

/** "Lima Geneva" of "the Diallo–Lima Geneva summit": a person's name and a place are two. */
function withoutPlace(text: string, { entities }: TaggedSentence, { places, people }: Named, of: Span): Span {
  // Also where the tagger took both for one person's name: the one is a person, the other a place elsewhere in the article.
  const [, given, family] = /^(\p{Lu}[\p{L}-]+) (\p{Lu}[\p{L}-]+)$/u.exec(slice(text, of)) ?? [];
  if (given && family && people.has(given) && places.has(family)) return span(of.start, of.start + given.length);
  // "Peru Ana Lima" of "the ambassador to Peru Ana Lima": the place belongs to the office.
  const follows = /(?:^|\P{L})(?:to|in|of|for|from|at) $/u.test(text.slice(Math.max(0, of.start - 6), of.start));
  const first = entities.find(({ kind, start, end }) => kind === "LOC" && start === of.start && end < of.end);
  const behind = entities.find(({ kind, start }) => kind === "PER" && first !== undefined && start === first.end + 1);
  if (behind && follows) return span(behind.start, of.end);
  const place = entities.find(({ kind, start, end }) => kind === "LOC" && start > of.start && end === of.end);
  const person = place && entities.find(({ kind, end }) => kind === "PER" && end > of.start && text.slice(end, place.start) === " ");
  return person ? span(of.start, person.end) : of;
}

/** Also "he and" of "he and many others": a pronoun is a mention of its own. */
const START = /^(?:\([A-Z]{2,9}\)\s+|(?:and|or|but|nor)\s+|(?:he|she|they|we|it)\s+and\s+(?=\S+\s)|[)\],;:.–—-]+\s*)/iu;
const MARK = /[\s([,;:–—-]/;
/** How many letters at the end belong to what follows: marks, else a joining word with the blanks before it. */
function tailOf(words: string): number {
  let at = words.length;
  while (at > 0 && MARK.test(words[at - 1]!)) at--;
  const joint = at === words.length ? /\s(?:and|or|but|nor)$/iu.exec(words.slice(-5)) : null;
  if (joint) for (at -= joint[0].length; at > 0 && /\s/.test(words[at - 1]!); ) at--;
  return words.length - at;
}

/** "And Ola Lima", "the Roads Agency (RA": without what belongs to the words around. */
function trimmed(text: string, of: Span): Span {
  let { start, end } = of;
  for (let cut = START.exec(text.slice(start, end)); cut && cut[0].length < end - start; cut = START.exec(text.slice(start, end)))
    start += cut[0].length;
  const opened = text.slice(start, end).lastIndexOf("(");
  if (opened > 0 && !text.slice(start + opened, end).includes(")")) end = start + opened;
  else if (opened < 0 && text[end - 1] === ")" && end - start > 1) end--;
  for (let cut = tailOf(text.slice(start, end)); cut > 0 && cut < end - start; cut = tailOf(text.slice(start, end))) end -= cut;
  return start === of.start && end === of.end ? of : span(start, end);
}
