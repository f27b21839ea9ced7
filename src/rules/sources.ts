// A cue or source as the scores have it, and the sentence's tree → the cue's words, or that it attributes nothing; the words of the source, or that nobody says it. Pure.

import { isUnder } from "../arcs.ts";
import { formsOf } from "../grammar/words.ts";
import type { Token } from "../tag/types.ts";
import { bracketed } from "./contents.ts";

/** First and last word. */
type Run = readonly [number, number];

/** A sentence as the rules here look at it. */
interface Words {
  readonly tokens: readonly Token[];
  readonly word: (i: number) => string;
}

const within = ([first, last]: Run): number[] => Array.from({ length: last - first + 1 }, (_, k) => first + k);

/** True where the cue attributes nothing. @param isCue whether the model takes the word for a part of a cue */
export function isSilent(cue: Run, { tokens, word }: Words, isCue: (i: number) => boolean): boolean {
  return within(cue).every((i) => {
    const { upos, deprel, head } = tokens[i]!;
    return (
      // "What they *really* mean": an adverb, but for those of hearsay.
      (upos === "ADV" && !formsOf("hearsay").has(word(i).toLowerCase())) ||
      // "*Do* not condone": a helper beside its verb.
      (upos === "AUX" && /^aux/.test(deprel) && isCue(head)) ||
      // "On *condition* of anonymity".
      (/^condition$/i.test(word(i)) && /^of$/i.test(word(i + 1)) && /^anonymity$/i.test(word(i + 2))) ||
      // "*Given* that it was the first": a reason, and nobody's word.
      (/^given$/i.test(word(i)) &&
        /^(?:that|the|how)$/i.test(word(i + 1)) &&
        !tokens.some((token) => token.head === i && /^(?:nsubj|aux)/.test(token.deprel))) ||
      // "The sides *appear* to have made up", "*sought* to head it off": what only seems so, or is only tried.
      (formsOf("seeming").has(word(i).toLowerCase()) && tokens.some((token) => token.head === i && token.deprel === "xcomp"))
    );
  });
}

/** "*Had originally* insisted on": helpers with the verb that they belong to. */
export function withVerb(cue: Run, { tokens }: Words, isCue: (i: number) => boolean): Run {
  const [first, last] = cue;
  const helper = within(cue).find((i) => tokens[i]!.upos === "AUX" && tokens[i]!.deprel === "aux") ?? -1;
  const verb = helper < 0 ? -1 : tokens[helper]!.head;
  const bare = within(cue).every((i) => /^(?:AUX|ADV)$/.test(tokens[i]!.upos));
  return bare && verb > last && verb - last <= 2 && tokens[verb]!.upos === "VERB" && !isCue(verb) ? [first, verb] : cue;
}

/** Words that can stand at neither end of a source. */
const LOOSE = /^(?:PUNCT|ADP|CCONJ|SCONJ|PART|AUX|DET)$/;

/** Each tells why the run is nobody who says what the cue tells. */
const NOBODY: readonly ((source: Run, cue: Run, words: Words) => boolean)[] = [isNoNoun, isFreeRelative, isWhoseWords, isOwner, isHearer];

/** The words of a source: without what belongs to the cue, to its bracket; null where nobody says it. */
export function sourceIn([a, z]: Run, cue: Run, words: Words): Run | null {
  const { tokens, word } = words;
  const inCue = inside(cue);
  // "A top aide of the president *on*" Thursday; "Togo's *repeated* call", "the minister *moreover* said": what tells of the cue.
  const isLoose = (i: number): boolean => LOOSE.test(tokens[i]!.upos) || (/^AD[JV]$/.test(tokens[i]!.upos) && inCue(tokens[i]!.head));
  let b = z;
  while (b > a && isLoose(b)) b--;
  const run: Run = [a, bracketed([a, b], tokens.length, word)];
  return NOBODY.some((isNone) => isNone(run, cue, words)) ? null : [behindComma(run, cue, words), run[1]];
}

const inside =
  ([first, last]: Run) =>
  (i: number): boolean =>
    i >= first && i <= last;

/** "*Are* realistic": what is no noun says nothing. */
function isNoNoun(source: Run, _: Run, { tokens }: Words): boolean {
  return within(source).every((i) => /^(?:AUX|VERB|ADV|PUNCT|PART)$/.test(tokens[i]!.upos));
}

/** "*What we* got was a reminder that …", "*which* has long …". */
function isFreeRelative([a, b]: Run, _: Run, { word }: Words): boolean {
  return b > a && /^(?:what(?:ever)?|which)$/i.test(word(a));
}

/** "Rejected allegations *by the ministry*": whose allegations they are does not reject them. */
function isWhoseWords(source: Run, cue: Run, { tokens, word }: Words): boolean {
  if (!/^by$/i.test(word(source[0] - 1))) return false;
  const top = within(source).find((i) => !inside(source)(tokens[i]!.head)) ?? source[0];
  const noun = tokens[top]!.head;
  return inside(cue)(noun) && tokens[noun]!.upos === "NOUN" && within(cue).some((i) => formsOf("rebutting").has(word(i).toLowerCase()));
}

/** "*His* handling of it complies with the law": it is the handling that does. */
function isOwner([a, b]: Run, cue: Run, { tokens }: Words): boolean {
  const { upos, deprel, head } = tokens[a]!;
  return a === b && upos === "PRON" && deprel === "nmod:poss" && tokens[head]?.deprel === "nsubj" && inside(cue)(tokens[head]!.head);
}

/** "*They* were threatened with dismissal": who is told, asked or threatened says nothing by that. */
function isHearer([a, b]: Run, cue: Run, { tokens, word }: Words): boolean {
  const told = within(cue).find((i) => formsOf("hearing").has(word(i).toLowerCase())) ?? -1;
  return told > b && tokens.some(({ head, deprel }) => head === told && deprel === "aux:pass") && !/^by$/i.test(word(a - 1));
}

/** "In central Seoul, *Lima* criticised": where the name that is the cue's subject begins behind a comma; else where the run begins. */
function behindComma([a, b]: Run, cue: Run, { tokens, word }: Words): number {
  const comma = within([a, b]).findLast((i) => i < b && word(i) === ",") ?? -1;
  const subject = within([comma + 1, b]).find(
    (i) => tokens[i]!.deprel === "nsubj" && tokens[i]!.upos === "PROPN" && inside(cue)(tokens[i]!.head),
  );
  const apart = comma > a && subject !== undefined && within([a, comma - 1]).every((i) => !isUnder(tokens, i, subject));
  return apart ? comma + 1 : a;
}
