// A tagged sentence → its words and arcs, for the rules that look at how an act's trigger stands in it. Reads no files.

import { soundArcs } from "../arcs.ts";
import { hull, overlaps, type Span, slice } from "../span.ts";
import type { TaggedSentence, Token } from "../tag/types.ts";

export interface Syntax {
  readonly tokens: readonly Token[];
  /** As they stand. */
  readonly forms: readonly string[];
  /** In lower case. */
  readonly words: readonly string[];
  kids(at: number): readonly number[];
}

export function syntaxOf(text: string, sentence: TaggedSentence): Syntax {
  const tokens = soundArcs(sentence.tokens);
  const below: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, at) => {
    if (head !== at) below[head]?.push(at);
  });
  const forms = tokens.map((token) => slice(text, token).replace(/’/g, "'"));
  return { tokens, forms, words: forms.map((form) => form.toLowerCase()), kids: (at) => below[at] ?? [] };
}

/** The relation without its subtype; "" for no token. */
export const relOf = ({ tokens }: Syntax, at: number): string => tokens[at]?.deprel.split(":")[0] ?? "";

export const kidsBy = (syntax: Syntax, at: number, ...relations: readonly string[]): number[] =>
  syntax.kids(at).filter((kid) => relations.includes(relOf(syntax, kid)));

/** The token that the others of `of` hang on; -1 where no token lies there. */
export function headIn({ tokens }: Syntax, of: Span): number {
  const inside = tokens.flatMap((token, at) => (overlaps(token, of) && token.upos !== "PUNCT" ? [at] : []));
  return inside.find((at) => !inside.includes(tokens[at]!.head)) ?? -1;
}

/** The words that introduce a phrase, in their order: "of", "to", "instead of"; "" where there are none. */
export const markOf = (syntax: Syntax, at: number): string =>
  kidsBy(syntax, at, "case", "mark")
    .flatMap((mark) => [mark, ...kidsBy(syntax, mark, "fixed")])
    .filter((mark) => mark < at)
    .map((mark) => syntax.words[mark]!)
    .join(" ");

/** `at` and what it goes up through by `relations`, nearest first; ends where a faulty tree would run in a circle. */
export function climb(syntax: Syntax, at: number, relations: RegExp): number[] {
  const out = new Set<number>(at < 0 ? [] : [at]);
  for (let here = at; here >= 0 && relations.test(relOf(syntax, here)); ) {
    here = syntax.tokens[here]!.head;
    if (!syntax.tokens[here] || out.has(here)) break;
    out.add(here);
  }
  return [...out];
}

/** The head of the phrase that `at` only goes on: "the army *and the police*", "Ana *Lima*". */
export const phraseHead = (syntax: Syntax, at: number): number => climb(syntax, at, /^(?:conj|appos|flat|goeswith)$/).at(-1) ?? -1;

/** The words that a side may hang by: its own head, and those of the phrase which that goes on, nearest first. */
export const headsOf = (syntax: Syntax, side: Span): number[] => climb(syntax, headIn(syntax, side), /^(?:conj|appos|flat|compound)$/);

/** Whose deed the word at `at` tells: its subject, or that of the word which it goes on from; -1 for none. "The general, *who* denies it": the general. */
export function subjectOf(syntax: Syntax, at: number): number {
  const { tokens, words } = syntax;
  for (const verb of climb(syntax, at, /^(?:xcomp|ccomp|conj|acl|advcl)$/)) {
    const subject = syntax.kids(verb).find((kid) => /^nsubj(?::pass)?$/.test(tokens[kid]!.deprel));
    const said = subject !== undefined && !/^(?:who|which|that)$/.test(words[subject]!);
    if (said) return subject;
    if (relOf(syntax, verb) === "acl") return tokens[verb]!.head;
  }
  return -1;
}

/** The phrase of the noun at `at` up to that noun: "the two officers". */
export function phraseOf(syntax: Syntax, at: number): Span {
  const before = kidsBy(syntax, at, "det", "amod", "nummod", "compound", "nmod").filter((kid) => kid < at);
  const flat = kidsBy(syntax, at, "flat");
  return hull([at, ...before, ...before.flatMap((kid) => syntax.kids(kid)), ...flat].map((part) => syntax.tokens[part]!));
}

const FEELING =
  /^(?:worr(?:y|ies)|concerns?|fears?|anger|alarm|outrage|unease|anxiet(?:y|ies)|views?|opinions?|hopes?|grief|sympath(?:y|ies))$/;

/** "Worry", "views": what somebody feels or thinks. */
export const isFeeling = ({ words }: Syntax, at: number): boolean => FEELING.test(words[at] ?? "");
