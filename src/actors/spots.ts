// A tagged article → the spans to resolve to actors, and what stands at the head of one. Pure.
import { type Span, slice } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import { coreEnd, headAt, wordsOf } from "./words.ts";

export interface Spot extends Span {
  readonly sentence: number;
  /** Argument or source: it takes part. */
  readonly part: boolean;
}

/** Pronouns that speak of one person, whether or not he takes part in anything there: who is "he" later on hangs on who was "he" before. */
const PERSONAL = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** Every span to resolve, each once, in text order, the longer first. */
export function spotsOf(tagged: Tagged, text: string): Spot[] {
  const spots = new Map<string, Spot>();
  const add = (of: Span, sentence: number, part: boolean): void => {
    if (!(of.start >= 0 && of.end > of.start && of.end <= text.length) || slice(text, of).trim() === "") return;
    const key = `${of.start}:${of.end}`;
    spots.set(key, { start: of.start, end: of.end, sentence, part: part || (spots.get(key)?.part ?? false) });
  };
  tagged.sentences.forEach((sentence, index) => {
    for (const act of sentence.acts)
      for (const { role, start, end } of act.arguments) if (role === "actor" || role === "recipient") add({ start, end }, index, true);
    for (const { source } of sentence.attributions) if (source) add(source, index, true);
    for (const token of sentence.tokens) if (token.upos === "PRON" && PERSONAL.test(slice(text, token))) add(token, index, false);
    for (const entity of sentence.entities) if (entity.kind !== "LOC") add(entity, index, false);
  });
  return [...spots.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

export function headOf(text: string, sentence: TaggedSentence, of: Span): number | null {
  const words = wordsOf(text, sentence, of);
  const at = headAt(words);
  return at < 0 ? null : words[at]!.start;
}

export function isSubject(text: string, sentence: TaggedSentence, of: Span): boolean {
  const words = wordsOf(text, sentence, of);
  const inside = new Set(words.map(({ token }) => token));
  return words.slice(0, coreEnd(words)).some(({ token }) => {
    const own = sentence.tokens[token];
    return own !== undefined && !inside.has(own.head) && own.deprel.startsWith("nsubj");
  });
}
