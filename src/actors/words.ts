// A span of a tagged sentence → its words, its core noun phrase and the dictionary names in it. Pure look-ups, no decisions about actors.

import { holds, type Span, span } from "../span.ts";
import type { Entity, TaggedSentence } from "../tag/types.ts";
import { beginningOf, type Claim, claimsOn, type Dictionary } from "./dictionary.ts";
import { keyOf } from "./names.ts";

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** "X" where the tagger gave no token here. */
  readonly upos: string;
  /** Index of the token in its sentence, or -1. */
  readonly token: number;
}

/** A dictionary name that stands at words `from`..`to` (exclusive). */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly claims: readonly Claim[];
}

/** The words in `of`: the tagger's tokens, or our own where it has none there. */
export function wordsOf(text: string, sentence: TaggedSentence | null, of: Span): Word[] {
  const words: Word[] = [];
  sentence?.tokens.forEach((token, index) => {
    if (!holds(of, token) || !holds({ start: 0, end: text.length }, token)) return;
    const word = text.slice(token.start, token.end);
    words.push({
      start: token.start,
      end: token.end,
      text: word,
      lower: word.toLowerCase().replace("’", "'"),
      upos: token.upos,
      token: index,
    });
  });
  if (words.length > 0) return words;
  for (const match of text.slice(of.start, of.end).matchAll(/['’]s\b|[\p{L}\p{N}]+(?:[.'’-](?!s\b)[\p{L}\p{N}]+|,\d{3})*\.?|\S/gu)) {
    const start = of.start + match.index;
    const word = match[0];
    words.push({ start, end: start + word.length, text: word, lower: word.toLowerCase().replace("’", "'"), upos: "X", token: -1 });
  }
  return words;
}

export const isPossessive = (word: Word | undefined): boolean => word?.lower === "'s" || word?.lower === "'";

const STOPS = new Set(
  "of for in at from on to with by against over under near among including who which that whose where as between about after before during inside outside across through because while when if".split(
    " ",
  ),
);
const BREAKS = new Set([",", "(", ")", ":", ";", "–", "—", "--", '"', "“", "”"]);
const JOINED =
  /^(?:led|backed|based|linked|run|controlled|affiliated|aligned|owned|held|armed|elected|born|trained|funded|supported|allied)$/;

/** "New Power Party (NPP) Legislator Chiu Lima": a short form in brackets parts nothing. */
export function withoutBrackets(words: readonly Word[]): Word[] {
  return words.filter(({ text }, at) => {
    const alone = (open: number): boolean => words[open]?.text === "(" && words[open + 2]?.text === ")" && open + 3 < words.length;
    return !(alone(at) || alone(at - 1) || (text === ")" && alone(at - 2)));
  });
}

/** Where the core noun phrase of `words` ends (exclusive): before "of", a comma, a relative clause or a participle. English noun phrases carry their head last in it. */
export function coreEnd(words: readonly Word[]): number {
  for (let at = 1; at < words.length; at++) {
    const { lower, upos } = words[at]!;
    if (BREAKS.has(lower)) return at;
    if ((STOPS.has(lower) && upos !== "PROPN") || (upos === "ADP" && lower !== "'s")) return at;
    const before = words[at - 1]!;
    if ((upos === "VERB" || upos === "AUX") && /NOUN|PROPN/.test(before.upos) && !JOINED.test(lower)) return at;
  }
  return words.length;
}

/** The last word of the core that is no possessive mark, or -1. */
export function headAt(words: readonly Word[]): number {
  let at = coreEnd(words) - 1;
  while (at > 0 && (isPossessive(words[at]) || !/[\p{L}\p{N}]/u.test(words[at]!.text))) at--;
  return at;
}

/** How many words a dictionary name may have that begins with this one; 0 where none begins so. */
function wordsFrom({ longest }: Dictionary, text: string, { start, end }: Span): number {
  const key = keyOf(text.slice(start, end));
  // "The" is no part of a key, and what is glued to the word ("can" of "cannot", "U.S.-led") may be: any name may begin here.
  const whole = key !== "" && key !== "the" && beginningOf(key) === key && /^(?:[\s,;:!?)'’"”]|$)/.test(text.slice(end, end + 1));
  return longest.get(whole ? key : "") ?? 0;
}

/** Dictionary names among `words`, the longest at each place, left to right; names inside a longer entity that they do not fill are left out. */
export function hitsIn(dictionary: Dictionary, text: string, words: readonly Word[], entities: readonly Entity[]): Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!/\p{Lu}/u.test(words[from]!.text) && !/\p{Lu}/u.test(words[from + 1]?.text ?? "") && !/\p{Lu}/u.test(words[from + 2]?.text ?? ""))
      continue;
    const first = words[from]!;
    for (let to = Math.min(words.length, from + wordsFrom(dictionary, text, first)); to > from; to--) {
      const last = words[to - 1]!;
      if (isPossessive(last) || !/[\p{L}\p{N}+]/u.test(last.text)) continue;
      const claims = claimsOn(dictionary, text.slice(first.start, last.end));
      if (claims.length === 0) continue;
      const place = span(first.start, last.end);
      // "Jordan" in "Jim Jordan", "Diallo" in another Diallo: part of another's name.
      const inside = entities.find(
        (entity) => entity.kind === "PER" && holds(entity, place) && entity.end - entity.start > place.end - place.start,
      );
      if (inside && !claims.some(({ entry, form }) => entry.kind === "person" && form === "name")) break;
      hits.push({ from, to, claims });
      from = to - 1;
      break;
    }
  }
  return hits;
}
