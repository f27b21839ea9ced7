// The short forms that a text spells out ("Free Rivers Network (FRN)"): the long form of each, and whom of the dictionary it therefore does not speak of. Pure.
import type { Tagged } from "../tag/types.ts";
import type { Claim, Dictionary, Entry } from "./dictionary.ts";
import { keyOf } from "./names.ts";

/** "World Food Programme (WFP)" → wfp: the key of its long form. */
export function acronymsOf(text: string, tagged: Tagged): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of tagged.sentences)
    for (const { start, end, kind } of sentence.entities) {
      const short = kind === "ORG" ? /^ \(([A-Z][A-Za-z-]{1,9})\)/.exec(text.slice(end, end + 14))?.[1] : undefined;
      if (short) acronyms.set(keyOf(short), keyOf(text.slice(start, end)));
    }
  for (const { index, 1: short = "" } of text.matchAll(/\(([A-Z]{2,8})s?\)/g)) {
    // Nine words at most, so the last letters before the bracket are enough.
    const words = text.slice(Math.max(0, index - 400), index).split(" ");
    if (words.pop() !== "") continue;
    const from = words.findLastIndex((word) => !/^[\p{L}’'-]{1,40}$/u.test(word));
    const whole = words.slice(from + 1);
    // "(Royal Thai Police": the first may have a mark before it.
    const first = words[from]?.split(/[^\p{L}’'-]/u).at(-1);
    const before = (first && first !== words[from] && first.length <= 40 ? [first, ...whole] : whole).slice(-9);
    const long = before.length >= 2 && spelledOut(before, short);
    if (long && !acronyms.has(keyOf(short))) acronyms.set(keyOf(short), keyOf(long));
  }
  return acronyms;
}

/** The last of `words` whose initials `short` has, small words left out or not: "Royal Thai Police" of RTP; null where there are none. */
function spelledOut(words: readonly string[], short: string): string | null {
  for (let from = words.length - 2; from >= 0; from--) {
    const run = words.slice(from);
    if (!/^\p{Lu}/u.test(run[0]!)) continue;
    if ([run, bigOf(run)].some((some) => initialsOf(some) === keyOf(short))) return run.join(" ");
  }
  return null;
}

const bigOf = (words: readonly string[]): readonly string[] => words.filter((word) => !/^(?:of|the|and|for|on|in|to)$/i.test(word));
const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0).toLowerCase()).join("");

/** The dictionary without the claims that the text's own long forms tell to be another's: after "National Port Council (NPC)" NPC is no National People's Congress. @param acronyms short form → long form, as keys */
export function asSpelledOut(dictionary: Dictionary, acronyms: ReadonlyMap<string, string>): Dictionary {
  const fewer = [...acronyms].flatMap(([short, long]): [string, Claim[]][] => {
    const claims = dictionary.claims.get(short) ?? [];
    const meant = new Set(dictionary.claims.get(long)?.map(({ entry }) => entry));
    const left = claims.filter(({ entry, form }) => form !== "name" || meant.has(entry) || !isAnother(entry, short, long));
    return left.length < claims.length ? [[short, left]] : [];
  });
  return fewer.length === 0 ? dictionary : { ...dictionary, claims: new Map([...dictionary.claims, ...fewer]) };
}

/** Whether the entry's name and `long` both have the initials, and a word of the one is no word of the other: "Organisation" and "Organization", "Israel" and "Israeli" begin alike. Of a body that is never spelled out (the BBC) or in another language, nothing is told. */
function isAnother({ name }: Entry, short: string, long: string): boolean {
  const [own, told] = [bigOf(keyOf(name).split(" ")), bigOf(long.split(" "))];
  if (initialsOf(own) !== short || initialsOf(told) !== short) return false;
  return own.some((word, at) => word.slice(0, alike) !== told[at]!.slice(0, alike));
}
/** So many letters of two spellings of a word are the same. */
const alike = 4;
