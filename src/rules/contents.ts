// A content or source that the scores broke off, and the sentence's tree → the content to the ends of its clause, or none where nothing is said there; the source to its bracket.

import { isUnder } from "../arcs.ts";
import { isInflected } from "../grammar/stems.ts";
import { formsOf } from "../grammar/words.ts";
import type { Token } from "../tag/types.ts";
import { isOnlyEntitled } from "./entitled.ts";

type Run = readonly [number, number];

/** A sentence as the rules here look at it. */
interface Words {
  readonly tokens: readonly Token[];
  /** True for words of the source and cue, which no content takes in. */
  readonly own: (j: number) => boolean;
  readonly word: (j: number) => string;
}

/** Kinds of words that say nothing alone. */
const EMPTY = /^(?:PUNCT|CCONJ|SCONJ|ADP|DET|PART)$/;

/** Relations whose dependents say something beside the clause that they hang on. */
const BESIDE = /^(?:parataxis|punct|root)/;

/**
 * @param run first and last word of what was found
 * @param own true for words of the source and cue
 * @returns first and last word of the content; the last before the first where nothing is said
 */
export function wholeContent(run: Run, tokens: readonly Token[], own: Words["own"], word: Words["word"]): Run {
  const words = { tokens, own, word };
  const [a, b] = withoutTails(toItsEnds(toPredicate(run, words), words), words);
  const bare = tokens.slice(a, b + 1).every(({ upos }) => EMPTY.test(upos));
  if (bare || isUnsaid(words) || isSetting([a, b], words) || isOfAnotherVerb([a, b], words)) return [a, a - 1];
  return [a, Math.min(beforeEcho([a, b], words), beforeLikeness([a, b], words), endOfClause(a, words))];
}

/** "Pointing *out* that …", "to vote in *what*": a particle of the verb before, and a word that only leads on, are no part of it. */
function withoutTails([first, last]: Run, { tokens, own, word }: Words): Run {
  let [a, b] = [first, last];
  while (a < b && /^compound:prt/.test(tokens[a]!.deprel) && tokens[a]!.head < a) a++;
  const leadsOn = (j: number): boolean =>
    (tokens[j]!.upos === "PRON" &&
      formsOf("questions").has(word(j).toLowerCase()) &&
      tokens[j + 1] !== undefined &&
      !/PUNCT/.test(tokens[j + 1]!.upos)) ||
    (/^(?:ADP|SCONJ|CCONJ)$/.test(tokens[j]!.upos) && tokens[j]!.head > j);
  if (!own(b + 1)) while (b > a + 1 && leadsOn(b)) b--;
  return [a, b];
}

/** "When Lima *teased a deal*, he left": what a clause before the main one says ends with it. */
function endOfClause(a: number, { tokens, own, word }: Words): number {
  // "Togo, which was *accused* of lying, offered …": so does what a clause on a noun says.
  const verb = tokens.findIndex(
    (token, j) =>
      own(j) &&
      j < a &&
      token.upos === "VERB" &&
      ((base(token) === "advcl" && token.head > a) ||
        (token.head < j &&
          (token.deprel === "acl:relcl" ||
            (base(token) === "advcl" && kidsBy(tokens, j, /^nsubj$/).some((k) => /^which$/i.test(word(k))))))),
  );
  if (verb < 0) return tokens.length;
  const last = tokens.findLastIndex((token, j) => token.deprel !== "punct" && isUnder(tokens, j, verb));
  // A clause on a noun goes on to its comma, whatever trees hang elsewhere.
  const comma = tokens[verb]!.head < verb ? tokens.findIndex((_, j) => j > last && word(j) === ",") : -1;
  const end = comma > 0 && comma - last <= 5 ? comma - 1 : last;
  // "As he told them, *the plan is dead*" is said outside of the clause that tells of it.
  return end < a ? tokens.length : end;
}

/** Words of a predicate that stand between its helper and itself at most: "is *a wholly unworkable* plan". */
const BEFORE_PREDICATE = 4;

/** "*Territory is a* nonstarter": a subject with its copula or helper says nothing without the predicate behind them. */
function toPredicate([a, b]: Run, { tokens, own }: Words): Run {
  const top = tokens.slice(a, b + 1).findLast((token) => /^(?:cop|aux)$/.test(base(token)) && token.head > b)?.head ?? b;
  const between = tokens.slice(b + 1, top + 1).every(({ head }, k) => !own(b + 1 + k) && (head === top || b + 1 + k === top));
  return between && top - b <= BEFORE_PREDICATE ? [a, top] : [a, b];
}

function toItsEnds([first, last]: Run, { tokens, own, word }: Words): Run {
  let [a, b] = [first, last];
  const inside = (j: number): boolean => {
    for (let at = j, steps = 0; steps < 40; steps++) {
      if (BESIDE.test(tokens[at]!.deprel)) return false;
      at = tokens[at]!.head;
      if (at < 0 || own(at)) return false;
      if (at >= a && at <= b) return true;
    }
    return false;
  };
  const free = (j: number): boolean => j >= 0 && j < tokens.length && !own(j);
  const mark = (j: number): boolean => tokens[j]!.upos === "PUNCT";
  // "About this shift": the preposition belongs to the cue; "the port, under *this rule*, closes": here the phrase hangs within.
  const leads = (j: number): boolean => {
    const up = tokens[tokens[j]!.head]?.head ?? -1;
    return tokens[j]!.upos === "ADP" && ((j > 0 && own(j - 1)) || !(up >= a && up <= b));
  };
  // A comma or dash is passed over where the clause goes on behind it.
  const next = (from: number, step: 1 | -1): number => {
    let j = from + step;
    while (free(j) && mark(j) && /^[,–—-]$/.test(word(j))) j += step;
    return free(j) && !mark(j) && inside(j) && !(step === -1 && leads(j)) ? j : -1;
  };
  for (let j = next(b, 1); j !== -1; j = next(b, 1)) b = j;
  for (let j = next(a, -1); j !== -1; j = next(a, -1)) a = j;
  return [a, b];
}

/** Words of the run that hang on a word outside it. */
const topsOf = ([a, b]: Run, tokens: readonly Token[]): number[] =>
  tokens.slice(a, b + 1).flatMap(({ head, upos }, k) => (upos !== "PUNCT" && (head < a || head > b) ? [a + k] : []));

const base = ({ deprel }: Token): string => deprel.split(":")[0]!;

const kidsBy = (tokens: readonly Token[], at: number, relation: RegExp): number[] =>
  tokens.flatMap((token, j) => (token.head === at && relation.test(base(token)) ? [j] : []));

/** A saying that is only compared or left out. */
const SUCH: ReadonlySet<string> = new Set(["such"]);
/** "Was able to confirm": what somebody could do then, he did. */
const DID = /^(?:was|were|been)$/i;

/** True where the cue tells no saying: "instead of *saying* …", "is able to *demand* …", "has the right to *call* …", "may take steps such as *demanding* …". */
function isUnsaid(words: Words): boolean {
  const { tokens, own, word } = words;
  const marked = (at: number, by: ReadonlySet<string>): boolean =>
    kidsBy(tokens, at, /^(?:mark|case)$/).some((j) => by.has(word(j).toLowerCase()));
  const able = (at: number): boolean => {
    const { head } = tokens[at]!;
    return (
      head >= 0 &&
      base(tokens[at]!) === "xcomp" &&
      formsOf("able-or-not").has(word(head).toLowerCase()) &&
      !kidsBy(tokens, head, /^(?:cop|aux)$/).some((j) => DID.test(word(j)))
    );
  };
  const named = (at: number): boolean =>
    base(tokens[at]!) === "acl" && /^what$/i.test(word(tokens[at]!.head)) && formsOf("thought").has(word(at).toLowerCase());
  return tokens.some((token, at) => {
    if (!own(at) || token.upos !== "VERB") return false;
    const first = base(token) === "conj" && tokens[token.head]?.upos === "VERB" ? token.head : at;
    return (
      marked(at, formsOf("compared")) ||
      able(first) ||
      isOnlyEntitled(tokens, word, at) ||
      named(at) ||
      isWanted(at, words) ||
      isGerundOf(at, words) ||
      isTakenUp(at, words) ||
      (marked(at, SUCH) && isOpen(at, words))
    );
  });
}

/** "We demand that the mayor *tell* us …": he has not told it. */
const isWanted = (at: number, { tokens, word }: Words): boolean =>
  tokens[at]!.head >= 0 &&
  formsOf("wanting-done").has(word(tokens[at]!.head).toLowerCase()) &&
  /^(?:ccomp|conj|xcomp)$/.test(base(tokens[at]!)) &&
  kidsBy(tokens, at, /^mark$/).some((j) => /^that$/i.test(word(j))) &&
  kidsBy(tokens, at, /^aux$/).length === 0 &&
  !isInflected(word(at).toLowerCase());

/** "Accused it of rewriting history and *fomenting* hatred": what somebody is accused of besides. */
const isGerundOf = (at: number, { tokens, word }: Words): boolean =>
  /ing$/i.test(word(at)) &&
  base(tokens[at]!) === "conj" &&
  !/ing$/i.test(word(tokens[at]!.head)) &&
  tokens.some(
    ({ upos }, j) =>
      j < at &&
      j > tokens[at]!.head &&
      upos === "VERB" &&
      /ing$/i.test(word(j)) &&
      kidsBy(tokens, j, /^mark$/).some((k) => /^(?:of|for)$/i.test(word(k))),
  );

/** "Addressed *concerns* that the plan could fail": the concerns are others'. */
const isTakenUp = (at: number, { tokens, own, word }: Words): boolean =>
  formsOf("addressing").has(word(at).toLowerCase()) &&
  kidsBy(tokens, at, /^obj$/).some((j) => own(j) && formsOf("felt-or-claimed").has(word(j).toLowerCase()));

/** True below a deed that is only possible or wanted: an example of it ("such as …") has not been said either. */
function isOpen(from: number, { tokens, word }: Words): boolean {
  let at = tokens[from]!.head;
  for (let steps = 0; at >= 0 && steps < 40; at = tokens[at]!.head, steps++) {
    if (kidsBy(tokens, at, /^aux$/).some((j) => formsOf("modals").has(word(j).toLowerCase()))) return true;
    if (kidsBy(tokens, at, /^mark$/).some((j) => /^to$/i.test(word(j)))) return true;
  }
  return false;
}

/** True for a clause of time beside the cue, which tells when it was said: "the warning came *as he wrapped up his visit*". */
function isSetting(run: Run, { tokens, word }: Words): boolean {
  const tops = topsOf(run, tokens);
  return (
    tops.length > 0 &&
    tops.every(
      (at) =>
        base(tokens[at]!) === "advcl" &&
        kidsBy(tokens, at, /^nsubj$/).length > 0 &&
        kidsBy(tokens, at, /^(?:mark|advmod)$/).some((j) => j <= run[0] + 1 && formsOf("settings").has(word(j).toLowerCase())),
    )
  );
}

/** Relations by which a verb of saying goes on from another: "accused the firm, *alleging* that …", "referred to the plan and *said* …". */
const ON = /^(?:conj|advcl|acl|xcomp)$/;

/** True for what stands before the cue and belongs to the verb that the cue goes on from: "accused *the firm of fraud*, alleging that …". */
function isOfAnotherVerb([a, b]: Run, { tokens, own }: Words): boolean {
  const tops = topsOf([a, b], tokens);
  const above = (cue: number): number[] => {
    const out: number[] = [];
    for (let at = cue; at >= 0 && ON.test(base(tokens[at]!)) && out.length < 40; at = tokens[at]!.head) out.push(tokens[at]!.head);
    return out;
  };
  const verbs = tokens.flatMap(({ upos }, at) => (own(at) && at > b && upos === "VERB" ? above(at) : []));
  return (
    tops.length > 0 &&
    tops.every((at) => {
      const { head } = tokens[at]!;
      return /^(?:obj|iobj|obl)$/.test(base(tokens[at]!)) && verbs.includes(head) && !own(head) && head < a;
    })
  );
}

/** @returns the last word before the reporter's own ", *raising questions*" at the end of indirect speech */
function beforeEcho([a, b]: Run, { tokens, own, word }: Words): number {
  if (!tokens.some((_, j) => j < a && own(j))) return b;
  for (let j = b - 1; j > a + 1; j--) {
    if (word(j - 1) !== "," || !/ing$/i.test(word(j)) || formsOf("held-participles").has(word(j).toLowerCase())) continue;
    const { head, deprel } = tokens[j]!;
    const called = tokens.findIndex(
      (token, k) => k > j && formsOf("echoes").has(word(k).toLowerCase()) && (token.head === j || (deprel === "compound" && head === k)),
    );
    const quoted = tokens.some((_, k) => k >= a && k <= b && /^["“”]$/.test(word(k)));
    const goesOn = tokens.some((_, k) => k > j && k <= b && word(k) === ",");
    if (called !== -1 && !quoted && !goesOn) return j - 2;
  }
  return b;
}

/** @returns the last word before the reporter's own comparison: "dangled the idea *like it was a toy*". One within a clause ("said it looked like …") is the speaker's. */
function beforeLikeness([a, b]: Run, { tokens, word }: Words): number {
  const at = tokens.findIndex(({ upos }, j) => {
    if (j <= a || j > b || !/^(?:SCONJ|ADP)$/.test(upos)) return false;
    const alike = /^like$/i.test(word(j)) || (/^as$/i.test(word(j)) && /^(?:if|though)$/i.test(word(j + 1)));
    return alike && tokens.some((token, k) => k > j && k <= b && /^nsubj/.test(token.deprel) && token.head > k);
  });
  const isClause = tokens.slice(a, at).some(({ upos }) => /^(?:VERB|AUX)$/.test(upos));
  return at < 0 || isClause ? b : at - 1;
}

/** Words that stand in brackets beside a name at most: "(R-Ohio)". */
const BRACKET = 6;

/** @returns the last word of a source, moved on to the bracket that closes one opened inside */
export function bracketed([a, b]: Run, words: number, word: (j: number) => string): number {
  let open = false;
  for (let j = a; j <= b; j++) open = word(j) === "(" || (open && word(j) !== ")");
  for (let j = b + 1; open && j < words && j <= b + BRACKET; j++) if (word(j) === ")") return j;
  return b;
}
