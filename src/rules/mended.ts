// A sentence's tokens as the model read them → the same, where grammar leaves no doubt that a relation was misread. Pure.
import { formsOf } from "../grammar/words.ts";
import type { Token } from "../tag/types.ts";

type Word = (i: number) => string;

/** @param word the text of the word at a place */
export function mended(tokens: readonly Token[], word: Word): Token[] {
  const straight = said(gerunds(obliques(nouns(verbs(particles(tokens), word), word)), word), word);
  const out = denied(straight, word);
  return helpers(rooted(out) ? out : straight, word);
}

/** Whether every word leads up to the root. Two mends in one sentence, each right on the tree as it was read, may hang a word below itself. */
function rooted(tokens: readonly Token[]): boolean {
  const known = new Set([-1]);
  return tokens.every((_, from) => {
    const path = new Set<number>();
    for (let at = from; !known.has(at); at = tokens[at]!.head) {
      if (path.has(at)) return false;
      path.add(at);
    }
    for (const at of path) known.add(at);
    return true;
  });
}

/** "Not to carry *out*": words of a fixed expression stand side by side; one that stands behind a verb is its particle. */
const particles = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) => {
    const between = tokens.slice(token.head + 1, at);
    const fixed = token.deprel === "fixed" && token.upos === "ADP" && token.head >= 0 && token.head < at;
    return fixed && between.length > 0 && between.every(({ deprel }) => deprel !== "fixed") && tokens[at - 1]!.upos === "VERB"
      ? { ...token, head: at - 1, deprel: "compound:prt" }
      : token;
  });

/** "He *dropped* his demand": what ends so and has an object is no adjective. */
const verbs = (tokens: readonly Token[], word: Word): Token[] =>
  tokens.map((token, at) =>
    token.upos === "ADJ" && /(?:ed|ing)$/i.test(word(at)) && tokens.some(({ head, deprel }) => head === at && deprel === "obj")
      ? { ...token, upos: "VERB" }
      : token,
  );

/** "Expressed the ministry's *readiness* to help": no adjective ends so, and what is somebody's is an object. */
const nouns = (tokens: readonly Token[], word: Word): Token[] =>
  tokens.map((token, at) =>
    token.upos === "ADJ" && /ness$/i.test(word(at)) && tokens.some(({ head, deprel }) => head === at && deprel === "nmod:poss")
      ? { ...token, upos: "NOUN", deprel: token.deprel === "xcomp" ? "obj" : token.deprel }
      : token,
  );

/** "The talks ended *without a deal*": a verb has one subject, and what stands behind it with a preposition is not the second. */
const obliques = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => {
    const kids = (of: number, deprel: string): boolean => tokens.some((kid, i) => kid.head === of && kid.deprel === deprel && i < at);
    const marked = token.deprel === "nsubj" && token.head < at && kids(at, "case");
    return marked && kids(token.head, "nsubj") ? { ...token, deprel: "obl" } : token;
  });

/** "Can't and *won't* cede": a helper right before its verb helps it, whatever the relation is called. */
const helpers = (tokens: readonly Token[], word: Word): Token[] =>
  tokens.map((token, at) => {
    const helps =
      token.upos === "AUX" &&
      formsOf("modals").has(word(at).toLowerCase()) &&
      token.deprel === "compound" &&
      token.head > at &&
      tokens[token.head]!.upos === "VERB";
    return helps ? { ...token, deprel: "aux" } : token;
  });

/** "*Giving up* territory is a nonstarter": a predicate has one subject; the noun behind a verb in -ing that is one is its object. */
function gerunds(tokens: readonly Token[], word: Word): Token[] {
  const out = tokens.map((token) => ({ ...token }));
  tokens.forEach(({ upos, deprel, head }, at) => {
    if (upos !== "VERB" || !/^(?:n|c)subj$/.test(deprel) || head < at || !/ing$/i.test(word(at))) return;
    const noun = tokens.findIndex((token, j) => j > at && j < head && token.head === head && /^nsubj/.test(token.deprel));
    const between = tokens.slice(at + 1, Math.max(at + 1, noun));
    if (noun < 0 || !between.every((token) => token.head === noun || token.head === at) || between.some((token) => token.upos === "PUNCT"))
      return;
    out[at]!.deprel = "csubj";
    out[noun] = { ...out[noun]!, head: at, deprel: "obj" };
  });
  return out;
}

/** "The condition *is* that the drills be cancelled": what is a clause is no second predicate of the subject before its "that". */
function said(tokens: readonly Token[], word: Word): Token[] {
  const out = tokens.map((token) => ({ ...token }));
  tokens.forEach(({ deprel, head }, that) => {
    const is = that - 1;
    const verb = tokens[head];
    if (
      deprel !== "mark" ||
      head < that ||
      !verb ||
      !/^that$/i.test(word(that)) ||
      !/^(?:is|was)$/i.test(word(is)) ||
      tokens[is]!.head !== head
    )
      return;
    const subjects = tokens.flatMap((token, j) => (token.head === head && /^nsubj/.test(token.deprel) ? [j] : []));
    if (!subjects.some((j) => j < is) || !subjects.some((j) => j > that && j < head)) return;
    out[is] = { ...tokens[is]!, head: verb.head, deprel: verb.deprel };
    out[head] = { ...verb, head: is, deprel: "ccomp" };
    tokens.forEach((token, j) => {
      if (token.head !== head || (j >= that && !(token.upos === "PUNCT" && j > head))) return;
      if (j !== is) out[j] = { ...out[j]!, head: is, deprel: out[j]!.deprel.replace(/:pass$/, "") };
    });
  });
  return out;
}

const NOT = /^(?:n['’]t|not)$/i;

/** "Can't, and won't, *cede* territory": behind a helper that is denied stands a verb, and the noun that it was taken for a part of is its object. */
function denied(tokens: readonly Token[], word: Word): Token[] {
  const out = tokens.map((token) => ({ ...token }));
  tokens.forEach(({ upos }, helper) => {
    if (upos !== "AUX" || !formsOf("modals").has(word(helper).toLowerCase()) || !NOT.test(word(helper + 1))) return;
    const at = tokens[helper + 2]?.upos === "PUNCT" ? helper + 3 : helper + 2;
    const verb = tokens[at];
    if (!verb || !/^(?:PROPN|NOUN|ADJ)$/.test(verb.upos) || !/^(?:compound|amod)$/.test(verb.deprel) || !/^\p{Ll}/u.test(word(at))) return;
    const noun = tokens[verb.head];
    if (!noun || verb.head < at) return;
    out[at] = { ...verb, upos: "VERB", head: noun.head, deprel: noun.deprel };
    out[verb.head] = { ...noun, head: at, deprel: "obj" };
    // What stood before the noun as its own belongs to the verb; so does the denial, and all that hung on a first helper: "*can't*, and won't, cede".
    const first = formsOf("modals").has(word(noun.head).toLowerCase()) && noun.deprel === "conj" ? noun.head : -1;
    if (first >= 0) {
      out[at] = { ...out[at]!, head: tokens[first]!.head, deprel: tokens[first]!.deprel };
      out[first] = { ...tokens[first]!, head: at, deprel: "aux" };
    }
    tokens.forEach((token, j) => {
      const moves =
        (j < at && token.head === verb.head) || token.head === helper || (first >= 0 && token.head === first && j !== verb.head);
      if (moves && j !== at) out[j]!.head = at;
    });
  });
  return out;
}
