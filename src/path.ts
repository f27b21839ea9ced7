// The whole path of one article: start reading the program here. Pure but for the parts that it is given, so it runs in Node and in a browser.
import { castOf } from "./actors/cast.ts";
import { countryOfPlace, type Dictionary } from "./actors/dictionary.ts";
import type { Document } from "./document/types.ts";
import { code } from "./events/code.ts";
import { isMostlyOpinion } from "./events/voices.ts";
import { type Note, traced } from "./grammar/trace.ts";
import { negotiationOf } from "./negotiation/negotiation.ts";
import type { Negotiation } from "./negotiation/types.ts";
import { ofParts, type Within } from "./parts.ts";
import type { Gazetteer } from "./places/gazetteer.ts";
import { recordOf } from "./record/record.ts";
import type { Engine, ReadoutRecord } from "./record/types.ts";
import { recoded } from "./rules/coded.ts";
import { segment } from "./segment/segment.ts";
import type { Segmented } from "./segment/types.ts";
import { readIn, tag } from "./tag/tag.ts";
import type { SentencesRead, Tagged, Tagger } from "./tag/types.ts";

/** What a reader is made of; src/read.ts opens them from files, web/alone/worker.ts in a browser. */
export interface Parts {
  readonly engine: Engine;
  readonly tagger: Pick<Tagger, "tag">;
  readonly dictionary: Dictionary;
  /** Asked for at the first place that is named. */
  readonly places: () => Gazetteer;
  /** Left out, work takes what it takes. */
  readonly within?: Within;
}

/**
 * @param options.date ISO date that "yesterday" is told from, where the document has none
 * @param options.onProgress told now and then how many sentences are read
 */
export type Read = (document: Document, options?: { date?: string; onProgress?: (read: SentencesRead) => void }) => Promise<ReadoutRecord>;

/** A record, and what led to it. */
export interface Reading {
  readonly record: ReadoutRecord;
  /** As the model read it, before any rule. */
  readonly read: Tagged;
  /** What rules did, in their order. */
  readonly notes: readonly Note[];
}

export function pathOf(parts: Parts): Read {
  const { segmentedOf, recordFrom } = stepsOf(parts);
  return async (document, { date, onProgress } = {}) =>
    recordFrom(await tag(segmentedOf(document), parts.tagger, onProgress), date, onProgress);
}

/** The same path with what its rules did; the tagger should be one that tells what the model scored. */
export function askedPathOf(parts: Parts): (...given: Parameters<Read>) => Promise<Reading> {
  const { segmentedOf, recordFrom } = stepsOf(parts);
  return async (document, { date, onProgress } = {}) => {
    const read = await tag(segmentedOf(document), parts.tagger, onProgress);
    const { value, notes } = traced(() => recordFrom(read, date, onProgress));
    return { record: value, read, notes: [...read.sentences.flatMap(({ seen }) => seen?.notes ?? []), ...notes] };
  };
}

/** What lies before and behind the model; neither waits for anything. */
export function stepsOf({ engine, dictionary, places, within = (_, work) => work() }: Omit<Parts, "tagger">) {
  const cast = castOf(dictionary);
  return {
    segmentedOf: (document: Document): Segmented => within(document.text.length / usualSentence, () => segment(document)),
    recordFrom: (read: Tagged, date?: string, onProgress?: (read: SentencesRead) => void): ReadoutRecord =>
      within(read.sentences.length, () => {
        const total = onProgress ? readIn(read.segmented).length : 0;
        const tell = (now: NonNullable<SentencesRead["now"]>): void => onProgress?.({ done: total, total, share: 1, now });
        tell("actors");
        const tagged = recoded(read);
        const limit = ofParts(within, read.sentences.length);
        const actors = cast(tagged);
        tell("events");
        const coded = code(tagged, actors, {
          date: tagged.segmented.document.published ?? date ?? null,
          placeOf: (name, near) => places().placeOf(name, near, (place) => countryOfPlace(dictionary, place)),
          within: limit,
        });
        tell("negotiation");
        const negotiation = negotiationOf(tagged, actors, coded, limit);
        return recordOf(
          engine,
          { ...tagged.segmented, document: asTold(tagged.segmented.document, negotiation.voices) },
          actors,
          coded,
          negotiation,
        );
      }),
  };
}

/** What calls itself nothing and mostly judges is a piece of opinion. */
const asTold = (document: Document, voices: Negotiation["voices"]): Document =>
  document.kind === "news" && isMostlyOpinion(voices) ? { ...document, kind: "opinion" } : document;

/** Characters. */
const usualSentence = 130;
