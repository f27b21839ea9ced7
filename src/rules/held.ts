// A sentence's tokens, names and attributions → the attitudes that only its grammar tells, where the model saw none: "is against the toll", "has no intention of leaving", "For Togo, a truce is a precondition". Pure.

import { isUnder } from "../arcs.ts";
import { anyOf, formsOf } from "../grammar/words.ts";
import { overlaps, type Span } from "../span.ts";
import type { Attribution, Entity, Token } from "../tag/types.ts";

/** A sentence, and how to look into it. */
interface Read {
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  /** The text of the word at a place, "" where there is none. */
  word(at: number): string;
}

/** From one word's place to another's, both within. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

interface Attitude {
  readonly source: Stretch;
  readonly cue: Stretch;
  readonly content: Stretch;
}

/** A rule is asked at every word, which is the predicate that it is about, and gives the attitude that this one tells. */
type Rule = (read: Read, at: number) => Attitude | null;

/** How sure an attribution is that no score tells, only grammar. */
const SURE = 0.75;

/** The attitudes that a predicate tells of somebody who is named with it. The model learnt verbs and nouns of saying and misses these; without them a position would have no holder. What it did read stays as it read it.
 * @param over the span from one word's place to another's */
export function held(
  tokens: readonly Token[],
  entities: readonly Entity[],
  word: (i: number) => string,
  attributions: readonly Attribution[],
  over: (first: number, last: number) => Span,
): Attribution[] {
  const read: Read = { tokens, entities, word };
  // "For Togo, a truce is essential, *its envoy said*": who says so is told.
  const rules: readonly Rule[] = [takingSides, lackingWill, beingClear, ...(attributions.length > 0 ? [] : [holdingFor])];
  return tokens.flatMap((_, at) =>
    rules.flatMap((rule): Attribution[] => {
      const found = rule(read, at);
      if (!found || found.content.first > found.content.last) return [];
      const cue = over(found.cue.first, found.cue.last);
      if (attributions.some((one) => overlaps(one.cue, cue))) return [];
      const { source, content } = found;
      return [{ source: over(source.first, source.last), cue, content: [over(content.first, content.last)], confidence: SURE }];
    }),
  );
}

/** "Nurses *are against* tolls", "Togo *is in favour of* a truce". Not: "The charges are against two officers". */
function takingSides(read: Read, at: number): Attitude | null {
  const { tokens, word } = read;
  const is = kid(read, at, /^cop$/);
  // A title and name before "is" are read as a part of the predicate at times: "*Minister Diallo* is against tolls".
  const subject = kid(read, at, /^(?:nsubj|flat|nmod:desc)/);
  if (is < 0 || !somebody(read, subject)) return null;
  const against = at > is + 1 && tokens[is + 1]!.head === at && /^against$/i.test(word(is + 1));
  const favour = at === is + 2 && /^in$/i.test(word(is + 1)) && /^favou?r$/i.test(word(at)) && /^of$/i.test(word(at + 1));
  if (!against && !favour) return null;
  return ofSubject(read, subject, { first: is, last: against ? is + 1 : at + 1 }, at);
}

const HAVE = /^(?:has|have|had)$/i;
/** "Togo *has no intention* of leaving". */
function lackingWill(read: Read, at: number): Attitude | null {
  const { tokens, word } = read;
  const has = at - 2;
  if (!formsOf("will-nouns").has(word(at).toLowerCase()) || !/^no$/i.test(word(at - 1)) || !HAVE.test(word(has))) return null;
  if (tokens[at]!.head !== has && tokens[has]!.head !== at) return null;
  const clause = tokens.findIndex(
    ({ head, deprel }, i) => i > at && (head === at || head === has) && /^(?:acl|advcl|xcomp|nmod)/.test(deprel),
  );
  const subject = Math.max(kid(read, has, /^nsubj/), kid(read, at, /^nsubj/));
  return clause < 0 ? null : ofSubject(read, subject, { first: has, last: at }, clause);
}

/** "The premier *was very clear* that …". Not: "It is clear that …", "The polls are clear". */
function beingClear(read: Read, at: number): Attitude | null {
  const { tokens, word } = read;
  const is = kid(read, at, /^cop$/);
  const subject = kid(read, at, /^(?:nsubj|flat|nmod:desc)/);
  if (!formsOf("clear").has(word(at).toLowerCase()) || is < 0 || !somebody(read, subject)) return null;
  const clause = tokens.findIndex(({ head, deprel }, i) => i > at && head === at && /^(?:ccomp|advcl|csubj|acl)/.test(deprel));
  return clause > 0 && /^that$/i.test(word(at + 1)) ? ofSubject(read, subject, { first: is, last: at }, clause) : null;
}

/** "*For* Togo, a truce is a precondition": Togo says so, or might. Not: "For Christmas, a tree is essential", nor "For the farmers, rain is essential". */
function holdingFor(read: Read, at: number): Attitude | null {
  const { tokens, word } = read;
  const isView = formsOf("views-held").has(word(at).toLowerCase()) || (/^line$/i.test(word(at)) && /^red$/i.test(word(at - 1)));
  if (!isView || kid(read, at, /^cop$/) < 0 || !/^for$/i.test(word(0)) || tokens[0]!.deprel !== "case") return null;
  // "For" hangs on the first word of "Burkina Faso" at times, and the name on the predicate as "flat".
  const who = tokens.findIndex(({ head, deprel }, i) => head === at && /^(?:nmod|obl|flat)/.test(deprel) && isUnder(tokens, 0, i));
  if (who < 1) return null;
  if (!named(read, who) && !(/^the$/i.test(word(1)) && formsOf("bodies").has(word(who).toLowerCase()))) return null;
  const { last } = phrase(read, who);
  if (word(last + 1) !== ",") return null;
  return { source: { first: 1, last }, cue: { first: 0, last: 0 }, content: { first: last + 2, last: phrase(read, at).last } };
}

/** An attitude of the subject before the cue to all that stands behind it, as far as the phrase of `top` goes. A pronoun holds none: whom it means is not known here. */
function ofSubject(read: Read, subject: number, cue: Stretch, top: number): Attitude | null {
  if (subject < 0 || subject >= cue.first || read.tokens[subject]!.upos === "PRON") return null;
  return { source: phrase(read, subject), cue, content: { first: cue.last + 1, last: phrase(read, top).last } };
}

/** Who else is told to be for or against something, by the word or its end; the words in -er are listed, as that end tells too little: "the orders, the numbers are against him". */
const PEOPLE_BY_END = new RegExp(String.raw`^\w*(?:m[ae]n|\w{3}ians|\w{3}ists?|(?:${anyOf("people", "ends")})s?)$`, "i");
const isPeople = (word: string): boolean => formsOf("people").has(word.toLowerCase()) || PEOPLE_BY_END.test(word);

/** Whether who is named there can hold a view. */
const somebody = (read: Read, at: number): boolean =>
  at >= 0 && (named(read, at) || formsOf("bodies").has(read.word(at).toLowerCase()) || isPeople(read.word(at)));

/** Whether the noun at `at` is a name of somebody, or a title before one: "*Minister* Diallo". Its own word counts, not its phrase: "Ghana's law" is none. */
function named({ tokens, entities }: Read, at: number): boolean {
  const isName = (token: Token): boolean => entities.some((one) => one.kind !== "MISC" && overlaps(one, token));
  return tokens.some((token, i) => (i === at || (token.head === at && token.deprel === "flat")) && isName(token));
}

const kid = ({ tokens }: Read, head: number, relation: RegExp): number =>
  tokens.findIndex((token) => token.head === head && relation.test(token.deprel));

/** All that hangs below a word, without the marks at its ends. */
function phrase({ tokens }: Read, top: number): Stretch {
  const own = tokens.flatMap((_, i) => (isUnder(tokens, i, top) ? [i] : []));
  const words = own.filter((i) => tokens[i]!.deprel !== "punct" || (i > own[0]! && i < own.at(-1)!));
  return { first: words[0]!, last: words.at(-1)! };
}
