// The one coordinate system: [start, end) in UTF-16 code units of a text. Spans are made, compared and sliced here only.

/** A place in a text: `start` inclusive, `end` exclusive, in UTF-16 code units from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @throws RangeError when the span would be empty, reversed or negative. */
export function span(start: number, end: number): Span {
  if (!(start >= 0 && end > start)) throw new RangeError(`span ${start}–${end} is empty or reversed`);
  return { start, end };
}

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const shift = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

/** True where `outer` holds all of `inner`. */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The smallest span that holds all of `spans`; at least one must be given. */
export const hull = (spans: readonly Span[]): Span => span(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end)));
