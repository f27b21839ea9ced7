// A tagged sentence → the sentence as rules see it: its words, its dependency tree, and questions to it. Built once a sentence. Reads no files.
import { soundArcs } from "../arcs.ts";
import { hull, overlaps, type Span, slice } from "../span.ts";
import type { Tagged, TaggedSentence, Token } from "../tag/types.ts";
import { isInflected, stem } from "./stems.ts";
import { type Concept, formsOf, stemsOf } from "./words.ts";

export interface Tree {
  readonly text: string;
  readonly sentence: TaggedSentence;
  /** Index of the sentence in the record. */
  readonly number: number;
  readonly tokens: readonly Token[];
  /** As they stand, with straight apostrophes. */
  readonly forms: readonly string[];
  /** In lower case. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Relations without their subtypes. */
  readonly relations: readonly string[];
  /** True where the sentence ends in a question mark. */
  readonly asks: boolean;
  kids(at: number): readonly number[];
}

const built = new WeakMap<TaggedSentence, Tree>();

/** @param text the document's @param number index of the sentence in the record; the same sentence is built once */
export function treeOf(text: string, sentence: TaggedSentence, number = 0): Tree {
  const known = built.get(sentence);
  if (known) return known;
  const tokens = soundArcs(sentence.tokens);
  const forms = tokens.map((token) => slice(text, token).replace(/’/g, "'"));
  const words = forms.map((form) => form.toLowerCase());
  const below: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, at) => {
    below[head]?.push(at);
  });
  let stems: readonly string[] | null = null;
  const tree: Tree = {
    text,
    sentence,
    number,
    tokens,
    forms,
    words,
    // Events need none.
    get stems() {
      stems ??= words.map(stem);
      return stems;
    },
    relations: tokens.map(({ deprel }) => deprel.split(":")[0]!),
    asks: /\?["”’']?\s*$/.test(slice(text, sentence)),
    kids: (at) => below[at] ?? NONE,
  };
  built.set(sentence, tree);
  return tree;
}

const NONE: readonly number[] = [];

/** Trees of the sentences that may be evidence. */
export const treesOf = (tagged: Tagged): Tree[] =>
  tagged.sentences.flatMap((sentence, number) =>
    mayTell(tagged, number) && sentence.tokens.length > 0 ? [treeOf(tagged.segmented.document.text, sentence, number)] : [],
  );

/** Whether a sentence may be evidence: nothing rests on advertising or page furniture, and what happens in the author's private life is none of PLOVER's. */
export function mayTell({ segmented: { blocks, sentences: cut }, sentences }: Tagged, number: number): boolean {
  const { kind } = blocks[cut[number]!.block]!;
  return ![kind, sentences[number]!.voice].some((it) => it === "promotional" || it === "furniture" || it === "anecdotal");
}

/** The relation without its subtype; "" for no token. */
export const relOf = ({ relations }: Tree, at: number): string => relations[at] ?? "";

export const kidsBy = (tree: Tree, at: number, ...relations: readonly string[]): number[] => {
  const out: number[] = [];
  for (const kid of tree.kids(at)) if (relations.includes(tree.relations[kid]!)) out.push(kid);
  return out;
};

/** The words that introduce a phrase, in their order: "of", "to", "instead of"; "" where there are none. */
export const markOf = (tree: Tree, at: number): string =>
  kidsBy(tree, at, "case", "mark")
    .flatMap((mark) => [mark, ...kidsBy(tree, mark, "fixed")])
    .filter((mark) => mark < at)
    .map((mark) => tree.words[mark]!)
    .join(" ");

/** The first word that introduces a phrase, wherever it stands: "for", "to", "instead" of "instead of"; "" where there is none. */
export function firstMarkOf(tree: Tree, at: number): string {
  const mark = kidsBy(tree, at, "case", "mark")[0];
  return mark === undefined ? "" : tree.words[mark]!;
}

function insideOf({ tokens }: Tree, of: Span): number[] {
  const inside: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (overlaps(token, of) && token.upos !== "PUNCT") inside.push(at);
  }
  return inside;
}

/** The first token of `of` that hangs on none of the others; -1 where no token lies there. */
export function headIn(tree: Tree, of: Span): number {
  const inside = insideOf(tree, of);
  return inside.find((at) => !inside.includes(tree.tokens[at]!.head)) ?? -1;
}

/** Of the tokens of `of` that hang on none of the others the first that means something (a verb, noun or adjective), else the first; -1 where no token lies there. */
export function coreIn(tree: Tree, of: Span): number {
  const inside = insideOf(tree, of);
  const tops = inside.filter((at) => !inside.includes(tree.tokens[at]!.head));
  return tops.find((at) => /VERB|NOUN|ADJ/.test(tree.tokens[at]!.upos)) ?? tops[0] ?? -1;
}

/** Above `at`, nearest first; ends where a faulty tree would run in a circle. */
export function above(tree: Tree, at: number): number[] {
  const out: number[] = [];
  for (let up = tree.tokens[at]?.head ?? -1; up >= 0 && !out.includes(up) && up !== at; up = tree.tokens[up]!.head) out.push(up);
  return out;
}

/** `at` and what it goes up through by `relations`, nearest first; ends where a faulty tree would run in a circle. */
export function climb(tree: Tree, at: number, relations: RegExp): number[] {
  const out = at < 0 ? [] : [at];
  for (let here = at; here >= 0 && relations.test(relOf(tree, here)); ) {
    here = tree.tokens[here]!.head;
    if (!tree.tokens[here] || out.includes(here)) break;
    out.push(here);
  }
  return out;
}

/** `at` and all that hangs on it. */
export function familyOf(tree: Tree, at: number): number[] {
  const out = [at];
  for (let next = 0; next < out.length; next++) for (const kid of tree.kids(out[next]!)) if (!out.includes(kid)) out.push(kid);
  return out;
}

/** The head of the phrase that `at` only goes on: "the army *and the police*", "Ana *Lima*". */
export const phraseHead = (tree: Tree, at: number): number => climb(tree, at, /^(?:conj|appos|flat|goeswith)$/).at(-1) ?? -1;

/** The words that a side may hang by: its own head, and those of the phrase which that goes on, nearest first. */
export const headsOf = (tree: Tree, side: Span): number[] => climb(tree, headIn(tree, side), /^(?:conj|appos|flat|compound)$/);

/** Whose deed the word at `at` tells, done or suffered: its subject, or that of the word which it goes on from; -1 for none. "The general, *who* denies it": the general. */
export function subjectOf(tree: Tree, at: number): number {
  const { tokens, words } = tree;
  for (const verb of climb(tree, at, /^(?:xcomp|ccomp|conj|acl|advcl)$/)) {
    const subject = tree.kids(verb).find((kid) => /^nsubj(?::pass)?$/.test(tokens[kid]!.deprel));
    const said = subject !== undefined && !/^(?:who|which|that)$/.test(words[subject]!);
    if (said) return subject;
    if (relOf(tree, verb) === "acl") return tokens[verb]!.head;
  }
  return -1;
}

/** The phrase of the noun at `at` up to that noun: "the two officers". */
export function phraseOf(tree: Tree, at: number): Span {
  const before = kidsBy(tree, at, "det", "amod", "nummod", "compound", "nmod").filter((kid) => kid < at);
  const flat = kidsBy(tree, at, "flat");
  return hull([at, ...before, ...before.flatMap((kid) => tree.kids(kid)), ...flat].map((part) => tree.tokens[part]!));
}

/** A noun and what belongs to its name, without clauses; the words after the head only as far as they are part of it. */
export function nounSpan(tree: Tree, at: number): Span {
  const parts = [at];
  for (const kid of tree.kids(at)) {
    const relation = relOf(tree, kid);
    if (/^(?:det|amod|nummod|compound|flat|nmod|appos)$/.test(relation) && (kid < at || relation !== "appos"))
      parts.push(...familyOf(tree, kid));
  }
  return hull(parts.map((part) => tree.tokens[part]!));
}

export const isNegated = (tree: Tree, at: number): boolean =>
  tree.kids(at).some((kid) => /^(?:not|n't|never|no|neither|nor)$/.test(tree.words[kid]!) || tree.words[kid] === "cannot");

/** Negated itself, or through the verb that it completes: "is not going to accept", "does not intend to". */
export function isDenied(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  const through = head >= 0 && relOf(tree, at) === "xcomp" && /^(?:go|intend|plan|mean)$/.test(tree.stems[head]!);
  return isNegated(tree, at) || (through && isNegated(tree, head));
}

/** "*No* promise". */
export const saysNo = (tree: Tree, at: number): boolean => kidsBy(tree, at, "det").some((kid) => tree.words[kid] === "no");

/** Auxiliaries of a verb or predicate, as they are written: "ca", "will", "must". */
export const auxiliariesOf = (tree: Tree, at: number): string[] => kidsBy(tree, at, "aux").map((kid) => tree.words[kid]!);

/** True where a verb that is tied to an inflected one by "and" is a bare infinitive, and so goes on with that one's complement: "agreed to let them and us *offer*". */
export function isInfinitive(tree: Tree, at: number): boolean {
  const head = tree.tokens[at]!.head;
  if (head < 0 || head > at || relOf(tree, at) !== "conj" || tree.tokens[at]!.upos !== "VERB" || kidsBy(tree, head, "xcomp").length === 0)
    return false;
  return !isInflected(tree.words[at]!) && isInflected(tree.words[head]!) && kidsBy(tree, at, "aux", "nsubj").length === 0;
}

/** Verb and particle or preposition: "call for", "rule out", "give up". */
function partnersOf(tree: Tree, at: number): string[] {
  const next = /^(?:ADP|ADV|SCONJ)$/.test(tree.tokens[at + 1]?.upos ?? "") ? [tree.words[at + 1]!] : [];
  return [
    ...new Set([
      ...kidsBy(tree, at, "compound")
        .filter((kid) => kid > at)
        .map((kid) => tree.words[kid]!),
      ...next,
    ]),
  ];
}

/** Stems under which the word lists may hold the word at `at`: with each of its partners, then alone, since the verb of a pair is another verb. */
export const keysOf = (tree: Tree, at: number): string[] => [
  ...partnersOf(tree, at).map((partner) => `${tree.stems[at]} ${partner}`),
  tree.stems[at]!,
];

/** Whether the word stands in a list of data/words: as it is written, by its stem, or with its particle. */
export const wordIn = ({ words }: Tree, at: number, list: Concept): boolean => formsOf(list).has(words[at] ?? "");
export const stemIn = ({ stems }: Tree, at: number, list: Concept): boolean => stemsOf(list).has(stems[at] ?? "");
export const keyIn = (tree: Tree, at: number, list: Concept): boolean => keysOf(tree, at).some((key) => stemsOf(list).has(key));

/** Whether one of the words that hang on `at`, by these relations or by any, stands in a list as it is written. */
export const kidIn = (tree: Tree, at: number, list: Concept, ...relations: readonly string[]): boolean =>
  (relations.length === 0 ? tree.kids(at) : kidsBy(tree, at, ...relations)).some((kid) => wordIn(tree, kid, list));
