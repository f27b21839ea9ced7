// A tagged sentence → its dependency tree with stems, for rules that look at the shape of a sentence. Reads no files.
import type { Cast } from "../actors/types.ts";
import { soundArcs } from "../arcs.ts";
import { hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Tagged, TaggedSentence, Token } from "../tag/types.ts";
import { isInflected, stem } from "./stems.ts";

export interface Tree {
  readonly text: string;
  readonly sentence: TaggedSentence;
  /** Index of the sentence in the record. */
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** True where the sentence ends in a question mark. */
  readonly asks: boolean;
  kids(at: number): readonly number[];
}

/** Trees of the sentences that may be evidence; those of advertising, page furniture and the author's private life are left out. */
export function treesOf({ segmented: { document, blocks, sentences: cut }, sentences }: Tagged): Tree[] {
  return sentences.flatMap((sentence, number) => {
    const { kind } = blocks[cut[number]!.block]!;
    const barred = [kind, sentence.voice].some((it) => it === "promotional" || it === "furniture" || it === "anecdotal");
    return barred || sentence.tokens.length === 0 ? [] : [treeOf(document.text, sentence, number)];
  });
}

function treeOf(text: string, sentence: TaggedSentence, number: number): Tree {
  const tokens = soundArcs(sentence.tokens);
  const words = tokens.map((token) => slice(text, token).toLowerCase().replace(/’/g, "'"));
  const below: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, at) => {
    below[head]?.push(at);
  });
  const asks = /\?["”’']?\s*$/.test(slice(text, sentence));
  return { text, sentence, number, tokens, words, stems: words.map(stem), asks, kids: (at) => below[at] ?? [] };
}

/** The relation without its subtype. */
export const relOf = (tree: Tree, at: number): string => tree.tokens[at]!.deprel.split(":")[0]!;

export const kidsBy = (tree: Tree, at: number, ...relations: readonly string[]): number[] =>
  tree.kids(at).filter((kid) => relations.includes(relOf(tree, kid)));

/** The word that introduces a phrase: "for", "to", "that"; "" where there is none. */
export function markOf(tree: Tree, at: number): string {
  const mark = kidsBy(tree, at, "case", "mark")[0];
  return mark === undefined ? "" : tree.words[mark]!;
}

/** Above `at`, nearest first; ends where a faulty tree would run in a circle. */
export function above(tree: Tree, at: number): number[] {
  const out: number[] = [];
  for (let up = tree.tokens[at]?.head ?? -1; up >= 0 && !out.includes(up) && up !== at; up = tree.tokens[up]!.head) out.push(up);
  return out;
}

/** The token that the others of `of` hang on; -1 where no token lies there. */
export function headIn(tree: Tree, of: Span): number {
  const inside = tree.tokens.flatMap((token, at) => (overlaps(token, of) && token.upos !== "PUNCT" ? [at] : []));
  const tops = inside.filter((at) => !inside.includes(tree.tokens[at]!.head));
  return tops.find((at) => /VERB|NOUN|ADJ/.test(tree.tokens[at]!.upos)) ?? tops[0] ?? -1;
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

const clausal = new Set(["xcomp", "conj", "advcl", "acl", "ccomp", "parataxis"]);

/** Verbs whose object then does something. */
export const PROMPTS: ReadonlySet<string> = new Set(
  "prompt lead caus drive driv push forc spur mov help let mak allow encourag persuad convinc order".split(" "),
);

/** "Officers *demanding* …": a participle whose noun does it; not "a plan to …", "a statement *demanding* …", "a group *backed* by …". */
const isActive = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "mark").length === 0 &&
  (/ing$/.test(tree.words[at]!) || kidsBy(tree, at, "obj").some((kid) => kid > at)) &&
  !/^(?:statement|letter|resolution|declaration|report|message|note|motion|petition|post|call|plan|appeal|text|bill|law|order)s?$/.test(
    tree.words[tree.tokens[at]!.head]!,
  );

/** The subject's head, own or taken over ("refused to *cede*", "met and *agreed*"); -1 where there is none. */
export function subjectOf(tree: Tree, at: number): number {
  for (const here of [at, ...above(tree, at)]) {
    const own = tree.kids(here).find((kid) => tree.tokens[kid]!.deprel === "nsubj");
    if (own !== undefined)
      return /^(?:who|that|which)$/.test(tree.words[own]!) && relOf(tree, here) === "acl" ? tree.tokens[here]!.head : own;
    if (kidsBy(tree, here, "nsubj", "csubj").length > 0) return -1;
    const relation = relOf(tree, here);
    if (relation === "acl" && /NOUN|PROPN/.test(tree.tokens[tree.tokens[here]!.head]?.upos ?? ""))
      return isActive(tree, here) ? tree.tokens[here]!.head : -1;
    // Trees err here: "went on strike to *protest* …" is a clause, not a phrase.
    const infinitive = relation === "obl" && tree.tokens[here]!.upos === "VERB" && markOf(tree, here) === "to";
    if ((!clausal.has(relation) && !infinitive) || relation === "ccomp" || relation === "parataxis") return -1;
    // "Prompted many to *call* …": whoever is prompted calls.
    const up = tree.tokens[here]!.head;
    if (relation === "xcomp" && PROMPTS.has(tree.stems[up]!))
      return kidsBy(tree, up, "obj", "iobj", "nsubj").find((kid) => up < kid && kid < here) ?? -1;
    // "Blamed *them* for refusing", "*he* was thanked for backing": whoever is blamed or thanked for it has done it.
    const [doer] =
      relation === "advcl" && markOf(tree, here) === "for" && /ing$/.test(tree.words[here]!)
        ? [...kidsBy(tree, up, "obj"), ...tree.kids(up).filter((kid) => tree.tokens[kid]!.deprel === "nsubj:pass")].filter(
            (kid) => kid < here,
          )
        : [];
    if (doer !== undefined) return doer;
    // "Caught her while taking …": the one caught may be meant as well as the catcher.
    // Not so a purpose: "sent a letter to *demand* …".
    const purpose = markOf(tree, here) === "to" && kidsBy(tree, up, "obj").every((kid) => tree.tokens[kid]!.upos === "NOUN");
    if (relation === "advcl" && !purpose && kidsBy(tree, here, "mark").length > 0 && kidsBy(tree, up, "obj").length > 0) return -1;
  }
  return -1;
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

/** `at` and all that hangs on it. */
export function familyOf(tree: Tree, at: number): number[] {
  const out = [at];
  for (let next = 0; next < out.length; next++) for (const kid of tree.kids(out[next]!)) if (!out.includes(kid)) out.push(kid);
  return out;
}

/** Actors that a noun and those joined to it by "and" speak of, with the places. */
export function actorsAt(tree: Tree, cast: Cast, at: number): (Span & { readonly actor: string })[] {
  if (at < 0) return [];
  const joined = kidsBy(tree, at, "conj");
  // Without "and", what stands after a comma is most often an apposition.
  const linked = (kid: number): boolean =>
    [kid, ...kidsBy(tree, kid, "compound", "flat", "amod")].some((it) => kidsBy(tree, it, "cc").length > 0);
  const heads = joined.some(linked) ? listed(tree, [at, ...joined], linked) : [at];
  const found = heads.flatMap((head) => {
    const beside = namedBeside(tree, cast, head);
    if (beside) return [beside];
    const names = [head, ...kidsBy(tree, head, "flat")].map((part) => tree.tokens[part]!);
    const places = [nounSpan(tree, head), hull(names), span(tree.tokens[head]!.start, tree.tokens[head]!.end)];
    for (const place of places) {
      // "The two leaders" are both of them, where the text has named both.
      const actors = cast.actorsAt(place);
      if (actors.length > 0) return actors.map(({ id }) => ({ actor: id, start: place.start, end: place.end }));
    }
    // A name that plays no part in any act is no mention of the cast, but it is still the name.
    if (tree.tokens[head]!.upos !== "PROPN") return [];
    const named = places.flatMap((place) => {
      const actor = cast.actors.find(({ name }) => name === slice(tree.text, place));
      return actor ? [{ actor: actor.id, start: place.start, end: place.end }] : [];
    });
    return named.slice(0, 1);
  });
  return found.filter((one, i) => found.findIndex(({ actor }) => actor === one.actor) === i);
}

/** "She and her counterpart, *Bela Tor*, …": what follows the last "and" without another is the name of the one before it. */
const listed = (tree: Tree, heads: readonly number[], linked: (at: number) => boolean): number[] => {
  const last = heads.findLastIndex(linked);
  const names = (i: number): boolean => i > last && tree.tokens[heads[i]!]?.upos === "PROPN" && tree.tokens[heads[i - 1]!]!.upos === "NOUN";
  return heads.filter((_, i) => !names(i + 1) || i < last);
};

/** "Her counterpart, *Fumio Kishida*", "*the council*, a body that …": the name that the noun is in apposition with. */
function namedBeside(tree: Tree, cast: Cast, at: number): (Span & { readonly actor: string }) | null {
  if (tree.tokens[at]!.upos === "PROPN") return null;
  const up = tree.tokens[at]!.head;
  const beside = [...kidsBy(tree, at, "appos"), ...(up >= 0 && relOf(tree, at) === "appos" ? [up] : [])].filter(
    (one) => tree.tokens[one]!.upos === "PROPN",
  );
  for (const one of beside) {
    const place = hull([one, ...kidsBy(tree, one, "flat", "compound")].map((part) => tree.tokens[part]!));
    const actor = cast.actorAt(place);
    if (actor && actor.kind !== "unnamed") return { actor: actor.id, ...place };
  }
  return null;
}

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
