// The whole path of one article: start reading the program here. Pure but for the parts that it is given, so it runs in Node and in a browser.
import { castOf } from "./actors/cast.ts";
import { countryOfPlace, type Dictionary } from "./actors/dictionary.ts";
import type { Document } from "./document/types.ts";
import { code } from "./events/code.ts";
import type { Gazetteer } from "./places/gazetteer.ts";
import { recordOf } from "./record/record.ts";
import type { Engine, ReadoutRecord } from "./record/types.ts";
import { segment } from "./segment/segment.ts";
import { tag } from "./tag/tag.ts";
import type { Tagger } from "./tag/types.ts";

/** What a reader is made of; src/read.ts opens them from files, web/alone/worker.ts in a browser. */
export interface Parts {
  readonly engine: Engine;
  readonly tagger: Pick<Tagger, "tag">;
  readonly dictionary: Dictionary;
  /** Asked for at the first place that is named. */
  readonly places: () => Gazetteer;
  /** Does work over so many sentences, and ends it where it takes too long; left out, it takes what it takes. */
  readonly within?: <T>(sentences: number, work: () => T) => T;
}

/** @param options.date ISO date that "yesterday" is told from, where the document has none */
export type Read = (document: Document, options?: { date?: string }) => Promise<ReadoutRecord>;

export function pathOf({ engine, tagger, dictionary, places, within = (_, work) => work() }: Parts): Read {
  const cast = castOf(dictionary);
  return async (document, { date } = {}) => {
    const segmented = within(document.text.length / usualSentence, () => segment(document));
    const tagged = await tag(segmented, tagger);
    return within(segmented.sentences.length, () => {
      const actors = cast(tagged);
      const coded = code(tagged, actors, {
        date: document.published ?? date ?? null,
        placeOf: (name, near) => places().placeOf(name, near, (place) => countryOfPlace(dictionary, place)),
      });
      return recordOf(engine, segmented, tagged, actors, coded);
    });
  };
}

/** Characters. */
const usualSentence = 130;
