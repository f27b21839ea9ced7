// A sentence in, its words as spans out, cut as the UD treebanks EWT and GUM cut: "don't" → do n't, "long-term" → long - term, "U.S." whole.
import { type Span, span } from "../span.ts";

/** With a full stop that belongs to them, also before a capital. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr st jr sr prof gen col lt sgt capt cpl maj brig adm cmdr gov sen rep reps sens rev hon pres amb supt insp messrs mt ft no nos vs etc inc corp co ltd bros dept univ assn " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun approx est al ca cf eg ie a.m p.m e.g i.e ph.d art fig vol pp ed eds op"
  ).split(" "),
);

/** Prefixes that the treebanks leave joined to their word by a hyphen; all other hyphens part words. */
const JOINED = /^(e|non|re|anti|co|pro|pre|mid|post|pan|counter|multi|ex|semi|sub|mini|neo|vice|socio|un)-\p{L}/iu;

const CLITIC = /(?<=\p{L})(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/iu;

/** One chunk without white space → the first token's length. Alternatives stand in order of precedence. */
const TOKEN = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`, // address
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, // e-mail
    String.raw`[@#][\p{L}\p{N}_]+`, // handle, tag
    String.raw`(?:\p{L}\.){2,}`, // U.S., a.m.
    String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:com|org|net|gov|edu|uk|pdf|docx?|html?|txt|xls)(?![\p{L}\p{N}])`, // host, file
    String.raw`\d+(?:st|nd|rd|th|s|['’]s)(?![\p{L}\p{N}])`, // 5th, 1990s
    String.raw`\d+(?:[.,:/]\d+)*`, // 1,200.50 9/11 7:30
    String.raw`\p{L}[\p{L}\p{M}\p{N}_]*(?:['’][\p{L}\p{M}\p{N}]+)*['’]?(?:&\p{L}+)?`, // words, O'Brien, AT&T; clitics are cut below
    String.raw`([.\-*=_+<>~#!$])\1+|…|[!?]{2,}|''|` + "``", // runs
    String.raw`[\s\S]`,
  ].join("|"),
  "uy",
);

/** Cuts "can't" to ca n't, "Iran's" to Iran 's, "cannot" to can not; a trailing apostrophe stands alone ("rebels ' camp"). */
function cutWord(word: string, at: number, out: Span[]): void {
  const lower = word.toLowerCase();
  if (lower === "cannot") {
    out.push(span(at, at + 3), span(at + 3, at + 6));
    return;
  }
  const clitic = CLITIC.exec(word);
  if (clitic) {
    out.push(span(at, at + clitic.index), span(at + clitic.index, at + word.length));
    return;
  }
  if (word.length > 1 && /['’]$/u.test(word)) {
    out.push(span(at, at + word.length - 1), span(at + word.length - 1, at + word.length));
    return;
  }
  out.push(span(at, at + word.length));
}

/** @returns the words of `text` in order, none empty, holding every character that is not white space exactly once. */
export function words(text: string): Span[] {
  const out: Span[] = [];
  for (const chunk of text.matchAll(/\S+/gu)) {
    const base = chunk.index;
    const end = base + chunk[0].length;
    let at = base;
    while (at < end) {
      TOKEN.lastIndex = at;
      let length = TOKEN.exec(text)?.[0].length ?? 1;
      if (at + length > end) length = end - at;
      let word = text.slice(at, at + length);
      const first = word.codePointAt(0)!;
      if (/^\p{L}/u.test(String.fromCodePoint(first)) && !word.includes(".") && !word.includes("@")) {
        // "pro-Beijing", "e-mail": take the hyphen and what follows along.
        if (text[at + length] === "-" && JOINED.test(text.slice(at, at + length + 3))) {
          const rest = /^-\p{L}[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at + length, end))?.[0] ?? "";
          length += rest.length;
          word += rest;
        }
        if (text[at + length] === "." && at + length + 1 <= end) {
          const initial = /^\p{Lu}$/u.test(word);
          if ((initial && at + length + 1 < text.trimEnd().length) || ABBREVIATIONS.has(word.toLowerCase())) {
            out.push(span(at, at + length + 1));
            at += length + 1;
            continue;
          }
        }
        cutWord(word, at, out);
      } else {
        out.push(span(at, at + length));
      }
      at += length;
    }
  }
  return out;
}
