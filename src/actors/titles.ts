// A name's reading and its sentence → the reading with what the title before it or the apposition behind it tells. Pure.
import { type Span, slice, span } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { officeBefore } from "./apposed.ts";
import type { Context } from "./context.ts";
import type { Dictionary } from "./dictionary.ts";
import { readMention } from "./mention.ts";
import type { Reading } from "./reading.ts";
import { isPossessive, type Word, withoutBrackets, wordsOf } from "./words.ts";

/** A name with the title that stands before it ("Spain's Foreign Minister" + "José Manuel Albares"), where the tagger marked the name alone. */
export function withTitle(
  dictionary: Dictionary,
  text: string,
  sentence: TaggedSentence,
  spot: Span,
  context: Context,
  read: Reading,
): Reading {
  if (read.kind !== "person" && read.kind !== "unnamed") return read;
  const words = withoutBrackets(wordsOf(text, sentence, span(sentence.start, spot.end))).filter(({ end }) => end <= spot.start);
  let at = words.length;
  // "Macron *met* President Diallo": what has a subject of its own is a verb, whatever else the tagger calls it.
  const isVerb = ({ token }: Word): boolean => sentence.tokens.some(({ head, deprel }) => head === token && deprel.startsWith("nsubj"));
  while (
    at > 0 &&
    words.length - at < 8 &&
    !isVerb(words[at - 1]!) &&
    (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[at - 1]!.upos) || isPossessive(words[at - 1]) || isHyphen(words, at - 1))
  )
    at--;
  // "Minister of Interior and Municipalities", "Chief of the Army Staff", "Ambassador to Peru": on to the office before the preposition.
  const place = at === words.length ? null : span(words[at]!.start, words.at(-1)!.end);
  const placed =
    place !== null && sentence.entities.some(({ kind, start, end }) => kind === "LOC" && start === place.start && end === place.end);
  for (let of = at - 1; of > 0 && at - of < 12 && /^(?:ADP|CCONJ|DET|NOUN|PROPN|ADJ)$/.test(words[of]!.upos); of--)
    if (
      (words[of]!.lower === "of" || (placed && /^(?:to|in|for)$/.test(words[of]!.lower))) &&
      /^(?:NOUN|PROPN)$/.test(words[of - 1]!.upos)
    ) {
      let start = of - 1;
      while (
        start > 0 &&
        (/^(?:NOUN|PROPN|ADJ)$/.test(words[start - 1]!.upos) || isPossessive(words[start - 1]) || isHyphen(words, start - 1))
      )
        start--;
      const long = readMention(dictionary, text, sentence, span(words[start]!.start, spot.end), context);
      if (long?.kind === "person" && long.office !== null && !long.assumed) return long;
    }
  if (at === words.length) return read;
  const full = readMention(dictionary, text, sentence, span(words[at]!.start, spot.end), context);
  return full && (full.kind === "person" || full.entry !== null) && (full.code !== null || full.entry !== null) ? full : read;
}

/** "Amina Diallo, Mali's finance minister, said": what follows the name tells who it is. */
export function withApposition(
  dictionary: Dictionary,
  text: string,
  sentence: TaggedSentence,
  of: Span,
  context: Context,
  read: Reading,
): Reading {
  if (read.entry !== null || read.form !== "name" || read.code !== null) return read;
  const words = wordsOf(text, sentence, span(of.start, Math.max(sentence.end, of.end)));
  const inside = words.findIndex(({ text: word, start }) => word === "," && start < of.end);
  const comma = inside >= 0 ? inside : words.findIndex(({ start }) => start >= of.end);
  if (comma < 0 || words[comma]!.text !== ",") return read;
  let end = comma + 1;
  while (end < words.length && end - comma < 14 && !/^[,;:.()“”"—–]$/.test(words[end]!.text)) end++;
  // ", and whatever he said", ", through his lawyer" tells nothing of who he is.
  if (end === comma + 1 || /^(?:ADP|CCONJ|SCONJ)$/.test(words[comma + 1]!.upos)) return read;
  const place = span(words[comma + 1]!.start, words[end - 1]!.end);
  const told = readMention(dictionary, text, sentence, place, context);
  if (!told?.agent || told.plural || told.form !== "nominal") return read;
  return {
    ...read,
    code: told.code,
    sector: told.sector,
    other_sectors: told.other_sectors,
    noun: told.noun,
    agent: told.agent,
    // "A police official *who was discharged* …": the clause tells no office.
    office: slice(text, place)
      .replace(/\s(?:who|whom|whose|which|that)\s.*$/s, "")
      .replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, ""),
    assumed: told.assumed,
  };
}

/** "The ambassador of Mali to Togo, Dr Amina Diallo,": the office that the name stands in apposition to. */
export function withOffice(
  dictionary: Dictionary,
  text: string,
  sentence: TaggedSentence,
  of: Span,
  context: Context,
  read: Reading,
): Reading {
  if (read.kind !== "person" || read.entry !== null || read.form !== "name" || read.office !== null) return read;
  const place = officeBefore(text, sentence, of);
  const told = place && readMention(dictionary, text, sentence, place, context);
  if (!told?.agent || told.form !== "nominal" || told.entry !== null || told.plural || told.agent.form === "body") return read;
  const { code, sector, other_sectors, noun, agent, assumed, name } = told;
  return { ...read, code, sector, other_sectors, noun, agent, assumed, office: name };
}

/** A dash with a space beside it parts a dateline from the text, not the parts of a word. */
const isHyphen = (words: readonly Word[], at: number): boolean =>
  words[at]!.text === "-" && words[at]!.start === words[at - 1]?.end && words[at]!.end === (words[at + 1]?.start ?? words[at]!.end);
