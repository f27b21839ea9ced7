// A mention's span → the words that name somebody in it, without determiners, honours, brackets and clauses. Pure.
import { overlaps, type Span } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { DETERMINERS, NUMBER, PARTITIVE } from "./determiners.ts";
import { isHonour } from "./whole-names.ts";
import { isPossessive, type Word, withoutBrackets, wordsOf } from "./words.ts";

export interface Cut {
  /** What names somebody, one word or more. */
  readonly words: readonly Word[];
  /** "the", "two", "an" before them, in lower case. */
  readonly determined: readonly string[];
  /** As written, for the record. */
  readonly written: readonly Word[];
}

/** Null where nothing is left that could be somebody. */
export function cutOf(text: string, sentence: TaggedSentence, of: Span): Cut | null {
  if (isHonour(text, of)) return null;
  const all = wordsOf(text, sentence, of);
  let from = 0;
  // "And a person …", "in a post": a span that begins too early.
  const isPartitive = (at: number): boolean => PARTITIVE.test(all[at]!.lower) && all[at + 1]?.lower === "of" && at < all.length - 2;
  while (
    from < all.length - 1 &&
    (isPartitive(from) || isNoStart(all[from]!) || DETERMINERS.has(all[from]!.lower) || !/[\p{L}\p{N}]/u.test(all[from]!.text))
  )
    from++;
  const determined = all.slice(0, from).map(({ lower }) => lower);
  const phrase = behindVerb(all.slice(from), sentence, of);
  const written = phrase.length < all.length - from ? phrase : all;
  let words = withoutHonours(text, withoutNative(withoutBrackets(withoutClause([...phrase]))));
  while (words.length > 1 && (isPossessive(words.at(-1)) || !/[\p{L}\p{N})]/u.test(words.at(-1)!.text))) words = words.slice(0, -1);
  if (words.length === 0 || (words.length === 1 && DETERMINERS.has(words[0]!.lower) && !NUMBER.test(words[0]!.lower))) return null;
  return /^(?:who|whom|which|that)$/.test(words[0]!.lower) ? null : { words, determined, written };
}

const isNoStart = ({ upos, lower }: Word): boolean => /^(?:ADP|CCONJ|SCONJ)$/.test(upos) && /^\p{L}+$/u.test(lower);

/** "Ana Lima, *SC*": without what honours a name at the end. */
function withoutHonours(text: string, words: Word[]): Word[] {
  let to = words.length;
  while (to > 1 && isHonour(text, words[to - 1]!)) to -= words[to - 2]!.text === "," && to > 2 ? 2 : 1;
  return words.slice(0, to);
}

/** "Ana Lima (利馬)": without a name's own letters in brackets at the end. */
function withoutNative(words: Word[]): Word[] {
  const open = words.at(-1)?.text === ")" ? words.findLastIndex(({ text }) => text === "(") : -1;
  return open > 0 && words.slice(open + 1, -1).every(({ text }) => !/\p{Script=Latin}|\d/u.test(text)) ? words.slice(0, open) : words;
}

/** "Bahaa Al Qudah, who is a member": without the clause behind the comma. */
function withoutClause(words: Word[]): Word[] {
  const comma = words.findIndex(
    ({ text }, at) => at > 0 && text === "," && /^(?:who|whom|whose|which|where)$/.test(words[at + 1]?.lower ?? ""),
  );
  return comma < 0 ? words : words.slice(0, comma);
}

/** "The attack renewed Iraqi" (calls): a span that holds another clause, with subject and verb, before the one that its act tells. */
function behindVerb(words: readonly Word[], { acts, tokens }: TaggedSentence, of: Span): readonly Word[] {
  const verb = words.findLastIndex(
    ({ token, upos }, at) =>
      /^(?:VERB|NOUN)$/.test(upos) &&
      tokens.some(
        ({ head, deprel }, kid) => head === token && deprel === "nsubj" && words.slice(0, at).some((word) => isSubject(word, kid)),
      ),
  );
  const told = acts.filter((act) => act.arguments.some((one) => overlaps(one, of)));
  const rest = words.slice(verb + 1);
  const names = rest.some(({ upos }) => /^(?:NOUN|PROPN|ADJ)$/.test(upos));
  return verb > 0 && names && told.every(({ trigger }) => trigger.start >= of.end) ? rest : words;
}

/** The clause of "the aide *who* wished to go unnamed" is the aide's own. */
const isSubject = ({ token, lower }: Word, at: number): boolean => token === at && !/^(?:who|which|that)$/.test(lower);
