// A record's events ↔ marks and labels, which doccano.ts and labelstudio.ts write and read in the ways of their tools.
import { AUXILIARY, type Auxiliary, EVENT_TYPES, type EventType, TYPES } from "../codebook.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { type Span, span } from "../span.ts";
import type { Mark } from "./types.ts";

/** The label of a participant's words. */
export const PARTICIPANT = "ACTOR";

/** @param idOf an event's id on the shelf */
export const marksOf = ({ events }: ReadoutRecord, idOf: (event: string) => string): Mark[] =>
  events.map(({ id, trigger, type, modes, auxiliary, actor, recipient }) => ({
    ...{ id: idOf(id), trigger, type, modes, auxiliary },
    sides: { actor: placesOf(actor), recipient: placesOf(recipient) },
  }));

/** Each place once: “both countries” stands for two. */
const placesOf = (spans: readonly Span[]): Span[] => [
  ...new Map(spans.map(({ start, end }) => [`${start} ${end}`, span(start, end)])).values(),
];

export const isType = (label: string): label is EventType => (EVENT_TYPES as readonly string[]).includes(label);
export const isAuxiliary = (label: string): label is Auxiliary => (AUXILIARY as readonly string[]).includes(label);
export const isModeOf = (type: EventType, label: string): boolean => Object.hasOwn(TYPES[type].modes, label);

/** Offsets in a text, from UTF-16 code units to code points, which Python counts, and back. */
export interface Points {
  of(units: number): number;
  /** @returns null for what is no place in the text */
  span(start: number, end: number): Span | null;
}

export function pointsOf(text: string): Points {
  // Most texts have none beyond the first plane, and then the two are one.
  const units: number[] | null = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? [] : null;
  if (units !== null) {
    for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) units.push(at);
    units.push(text.length);
  }
  const unitAt = (point: number): number | undefined => (units === null ? (point <= text.length ? point : undefined) : units[point]);
  return {
    of(unit) {
      if (units === null) return unit;
      let [low, high] = [0, units.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (units[middle]! < unit) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    span(start, end) {
      const [from, to] = [unitAt(start), unitAt(end)];
      return from === undefined || to === undefined || !(from >= 0 && to > from) ? null : span(from, to);
    },
  };
}
