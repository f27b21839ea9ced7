// A promotion of a record → what it is, what gave it away, how long it is and where it stands, as every line of the record is cited. Pure.
import { placesOf } from "../../src/record/places.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import type { Promotion } from "../../src/segment/types.ts";
import { overlaps } from "../../src/span.ts";
import { PROMOTIONS, reasonOf } from "./layout.ts";

export interface Aside {
  /** "Advertising" */
  readonly kind: string;
  /** "Advertising: discount code “SUMMIT20”" */
  readonly what: string;
  /** "¶12 s20 – ¶14 s24" */
  readonly place: string;
  readonly sentences: number;
}

export function asideOf(record: ReadoutRecord, promotion: Promotion): Aside {
  const { cite } = placesOf(record);
  const inside = record.sentences.flatMap((sentence, at) => (overlaps(sentence, promotion) ? [at] : []));
  const ends = [...new Set([inside[0], inside.at(-1)].flatMap((at) => (at === undefined ? [] : [cite(at, promotion).split(" [")[0]!])))];
  return {
    kind: PROMOTIONS[promotion.kind],
    what: reasonOf(record.document.text, promotion),
    place: ends.join(" – "),
    sentences: inside.length,
  };
}
