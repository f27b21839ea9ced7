// A sentence's tokens and attributions → the attitudes that its predicate tells of its subject where the model saw none: "is against the toll", "has no intention of leaving". Pure.
import type { Span } from "../span.ts";
import type { Attribution, Token } from "./types.ts";

const AGAINST = /^against$/i;
const HAVE = /^(?:has|have|had)$/i;
/** What one who has none of it will not do. */
const WILL = /^(?:intention|intent|plans|desire|wish|appetite)$/i;

/** What somebody holds something to be. */
const VIEW = /^(?:precondition|prerequisite|unacceptable|non-?starter|unthinkable|essential|imperative|line)$/i;

/** @param over the span from one word's place to another's */
export function held(
  tokens: readonly Token[],
  word: (i: number) => string,
  attributions: readonly Attribution[],
  over: (first: number, last: number) => Span,
): Attribution[] {
  const last = tokens.length - 1;
  const kid = (head: number, relation: RegExp): number => tokens.findIndex((token) => token.head === head && relation.test(token.deprel));
  const phrase = (at: number): [number, number] => {
    const own = tokens.flatMap((_, i) => (under(tokens, i, at) ? [i] : []));
    const outer = own.filter((i) => tokens[i]!.deprel !== "punct" || (i > own[0]! && i < own.at(-1)!));
    return [outer[0]!, outer.at(-1)!];
  };
  const of = (subject: number, first: number, lastOfCue: number, content: readonly [number, number]): Attribution[] => {
    if (subject < 0 || subject >= first || tokens[subject]!.upos === "PRON" || content[0] > content[1] || content[1] > last) return [];
    const cue = over(first, lastOfCue);
    if (attributions.some((one) => one.cue.start < cue.end && cue.start < one.cue.end)) return [];
    return [{ source: over(...phrase(subject)), cue, content: [over(...content)], confidence: SURE }];
  };
  return tokens.flatMap((token, at) => {
    // "For Togo, a truce is a precondition": Togo says so, or might.
    if (at === 1 && /^for$/i.test(word(0)) && token.upos === "PROPN" && /^(?:nmod|obl)/.test(token.deprel) && VIEW.test(word(token.head))) {
      const [first, end] = phrase(at);
      const comma = end + 1;
      if (word(comma) !== "," || attributions.length > 0) return [];
      return [{ source: over(first + 1, end), cue: over(0, 0), content: [over(comma + 1, phrase(token.head)[1])], confidence: SURE }];
    }
    const is = kid(at, /^cop$/);
    if (is >= 0 && is < at && tokens.some(({ head }, i) => head === at && i === is + 1 && AGAINST.test(word(i))))
      return of(kid(at, /^nsubj/), is, is + 1, [is + 2, phrase(at)[1]]);
    if (is >= 0 && is < at && /^favou?r$/i.test(word(at)) && /^in$/i.test(word(at - 1)) && /^of$/i.test(word(at + 1)))
      return of(kid(at, /^nsubj/), is, at + 1, [at + 2, phrase(at)[1]]);
    const has = at - 2;
    if (WILL.test(word(at)) && /^no$/i.test(word(at - 1)) && HAVE.test(word(has)) && (token.head === has || tokens[has]!.head === at)) {
      const clause = tokens.findIndex(
        ({ head, deprel }, i) => (head === at || head === has) && i > at && /^(?:acl|advcl|xcomp|nmod)/.test(deprel),
      );
      const subject = Math.max(kid(has, /^nsubj/), kid(at, /^nsubj/));
      return clause < 0 ? [] : of(subject, has, at, [at + 1, phrase(clause)[1]]);
    }
    return [];
  });
}

/** How sure an attribution is that no score tells, only grammar. */
const SURE = 0.75;

function under(tokens: readonly Token[], at: number, top: number): boolean {
  for (let here = at, steps = 0; here >= 0 && steps <= tokens.length; here = tokens[here]!.head, steps++) if (here === top) return true;
  return false;
}
