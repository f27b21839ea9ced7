// A list that no longer changes → what of it has an id, stands in a sentence, or touches a place, found without going through it all. Each index is made at the first question and kept with the list.
import type { Span } from "./span.ts";

const indexes = new WeakMap<object, Map<string, Map<unknown, unknown[]>>>();

/** Puts one more under its key. */
export function addTo<Key, T>(lists: Map<Key, T[]>, key: Key, one: T): void {
  const own = lists.get(key);
  if (own) own.push(one);
  else lists.set(key, [one]);
}

function indexOf<T>(list: readonly T[], name: string, keyOf: (one: T) => unknown): Map<unknown, T[]> {
  let own = indexes.get(list);
  if (!own) {
    own = new Map();
    indexes.set(list, own);
  }
  let index = own.get(name) as Map<unknown, T[]> | undefined;
  if (index) return index;
  index = new Map();
  for (const one of list) addTo(index, keyOf(one), one);
  own.set(name, index);
  return index;
}

export const byId = <T extends { readonly id: string }>(list: readonly T[], id: string | null | undefined): T | undefined =>
  indexOf(list, "id", (one) => one.id).get(id)?.[0];

/** The first of that name. */
export const byName = <T extends { readonly name: string }>(list: readonly T[], name: string): T | undefined =>
  indexOf(list, "name", (one) => one.name).get(name)?.[0];

/** The one with that number, as trees have. */
export const byNumber = <T extends { readonly number: number }>(list: readonly T[], number: number): T | undefined =>
  indexOf(list, "number", (one) => one.number).get(number)?.[0];

/** Those of a sentence, in the order of the list. */
export const inSentence = <T extends { readonly sentence: number }>(list: readonly T[], sentence: number): readonly T[] =>
  indexOf(list, "sentence", (one) => one.sentence).get(sentence) ?? [];

/** Index of the first one that passes, the length where none does. @param passes false for all before some place, true for all from there on */
export function firstThat<T>(list: readonly T[], passes: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last one that begins at or before `at`; -1 where none does. @param list ordered by start */
export const lastBegun = (list: readonly Span[], at: number): number => firstThat(list, ({ start }) => start > at) - 1;

interface Ordered {
  readonly spans: readonly Span[];
  /** Of each, how far it and those before it reach. */
  readonly reach: readonly number[];
}
const orders = new WeakMap<object, Ordered>();

/** Those that overlap the place or touch it at an end, in text order. @param list in any order; its spans may overlap */
export function around<T extends Span>(list: readonly T[], place: Span): T[] {
  let order = orders.get(list);
  if (!order) {
    const spans = [...list].sort((a, b) => a.start - b.start);
    let most = 0;
    order = { spans, reach: spans.map(({ end }) => (most = Math.max(most, end))) };
    orders.set(list, order);
  }
  const found: T[] = [];
  for (let i = lastBegun(order.spans, place.end); i >= 0 && order.reach[i]! >= place.start; i--)
    if (order.spans[i]!.end >= place.start) found.push(order.spans[i] as T);
  return found.reverse();
}
