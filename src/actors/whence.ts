// An actor while it is settled → notes on where its country comes from and how each mention came to it, with the words that say so; made only while somebody asks.
import { note } from "../grammar/trace.ts";
import { hull, type Span, slice } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import { type Context, decide } from "./context.ts";
import { codeAt, type Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { hitsIn, wordsOf } from "./words.ts";

interface Given {
  readonly dictionary: Dictionary;
  readonly tagged: Tagged;
  readonly context: Context;
}

interface Whence {
  readonly rule: string;
  readonly why: string;
  /** The words that say so. */
  readonly at: Span;
  readonly what: string;
}

/** @param id the actor's in the record */
export function noteWhence(id: string, draft: Draft, given: Given): void {
  note(() => {
    const { rule, why, at, what } = whenceOf(draft, given);
    return { rule, effect: "kept", why, what, about: "actor", at: { start: at.start, end: at.end }, actor: id };
  });
}

/** @param mentions in text order @param name of the actor in the record */
export function noteTies(id: string, mentions: readonly Seen[], name: string): void {
  mentions.forEach(({ start, end, tie: { rule, why } }, at) => {
    const before = mentions[at - 1];
    note(() => ({
      rule,
      effect: "kept",
      why,
      what: name,
      about: "mention",
      at: { start, end },
      actor: id,
      ...(before && { beside: { start: before.start, end: before.end } }),
    }));
  });
}

function whenceOf(draft: Draft, { dictionary, tagged, context }: Given): Whence {
  const text = tagged.segmented.document.text;
  const first = draft.mentions.toSorted((a, b) => a.start - b.start)[0]!;
  const tell = (rule: string, why: string, at: Span, what: string): Whence => ({ rule, why, at, what });
  const of = `${draft.code ?? "no country"}${draft.sector ? ` ${draft.sector}` : ""}`;
  if (draft.entry) {
    const { office } = codeAt(draft.entry, context.date);
    const named = draft.mentions.find(({ form }) => form === "name" || form === "metonym") ?? first;
    const since = office ? `, ${office}` : "";
    return tell("country.dictionary", `the dictionary knows ${draft.entry.name}${since}`, named, `${of}: “${slice(text, named)}”`);
  }
  if (draft.code === null) return tell("country.none", "nothing in the text tells a country", first, of);
  /** The first word within `at` that names a country of this code. */
  const wordIn = (sentence: number, at: Span): Span | null => {
    const { entities } = tagged.sentences[sentence]!;
    const words = wordsOf(text, tagged.sentences[sentence]!, at);
    for (const hit of hitsIn(dictionary, text, words, entities)) {
      const claim = decide(hit.claims, context);
      if (claim && codeAt(claim.entry, context.date).code === draft.code) return hull(words.slice(hit.from, hit.to));
    }
    return null;
  };
  for (const mention of draft.mentions) {
    const own = wordIn(mention.sentence, mention);
    if (own) return tell("country.own-words", "a word of the mention names the country", own, `${of}: “${slice(text, own)}”`);
  }
  if (draft.assumed) {
    const why =
      draft.code === context.home
        ? "nothing tells its country: it has the article's own, as hand coders do"
        : "nothing tells its country: it has that of whom it belongs to";
    return tell("country.assumed", why, first, of);
  }
  for (const mention of draft.mentions) {
    const near = wordIn(mention.sentence, tagged.sentences[mention.sentence]!);
    if (near) return tell("country.near", "a word beside the mention names the country", near, `${of}: “${slice(text, near)}”`);
  }
  return tell("country.office", "the office or body that it is of is this country's", first, of);
}
