// Events of a record → where each stands in words, and by that its number within the article, the same after an edit or another model's coding. Pure.
import type { ReadoutRecord } from "../record/types.ts";
import { type Span, slice, span } from "../span.ts";

/** Offsets move with an edit; these words do not. */
export interface Anchor {
  /** The sentence, blanks made one. */
  readonly words: string;
  readonly trigger: string;
  /** Counted from 0 among the events of the article with the same words and trigger. */
  readonly nth: number;
}

export interface Numbered extends Anchor {
  /** From 1 within the article; never given twice. */
  readonly ref: number;
}

export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

export const wordsAt = ({ document }: ReadoutRecord, place: Span): string => tidy(slice(document.text, place));

/** Where words stand in a text, whatever blanks are between them. */
export function placesOf(text: string, words: string): Span[] {
  const parts = tidy(words).split(" ").filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("\\s+"), "gu");
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => span(index, index + found.length));
}

/** By the event's id. */
export function anchorsOf(record: ReadoutRecord): Map<string, Anchor> {
  const counts = new Map<string, number>();
  return new Map(
    record.events.map((event) => {
      const words = wordsAt(record, record.sentences[event.sentence]!);
      const trigger = wordsAt(record, event.trigger);
      const key = `${words}\n${trigger}`;
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      return [event.id, { words, trigger, nth }];
    }),
  );
}

/**
 * Anchors → those of an earlier coding that they are: the same words and trigger; else, in the same sentence, the one trigger that holds the other.
 * Each is given at most once.
 */
export function matched<Id, Earlier extends Anchor>(anchors: ReadonlyMap<Id, Anchor>, earlier: readonly Earlier[]): Map<Id, Earlier> {
  const found = new Map<Id, Earlier>();
  const free = new Map(earlier.map((anchor) => [keyOf(anchor), anchor]));
  for (const [id, anchor] of anchors) {
    const same = free.get(keyOf(anchor));
    if (same === undefined) continue;
    found.set(id, same);
    free.delete(keyOf(same));
  }
  for (const [id, anchor] of anchors) {
    if (free.size === 0) break;
    if (found.has(id)) continue;
    const like = [...free.values()].filter((other) => other.words === anchor.words && holdOneAnother(other.trigger, anchor.trigger));
    if (like.length !== 1) continue;
    found.set(id, like[0]!);
    free.delete(keyOf(like[0]!));
  }
  return found;
}

const keyOf = ({ words, trigger, nth }: Anchor): string => `${words}\n${trigger}\n${nth}`;

const holdOneAnother = (one: string, two: string): boolean => ` ${one} `.includes(` ${two} `) || ` ${two} `.includes(` ${one} `);

/**
 * The events' numbers, by id: of those that an earlier coding had, theirs; of new ones, the next that were never given.
 * @param highest of the numbers given so far, 0 where there are none
 */
export function numbersOf(
  record: ReadoutRecord,
  earlier: readonly Numbered[],
  highest: number,
): { readonly refs: Map<string, number>; readonly highest: number } {
  const anchors = anchorsOf(record);
  const before = matched(anchors, earlier);
  let last = highest;
  const refs = new Map([...anchors.keys()].map((id) => [id, before.get(id)?.ref ?? ++last]));
  return { refs, highest: last };
}
