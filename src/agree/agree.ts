// Texts as two coders coded them, in pairs → how far they agree, layer by layer.
import { overlaps, type Span } from "../span.ts";
import { alphaOf, type Value } from "./alpha.ts";
import type { Agreement, Coded, CodedEvent, CodedSide } from "./types.ts";

interface Tally {
  a: number;
  b: number;
  both: number;
}

/** @param pairs the same text by the one and by the other */
export function agreementOf(pairs: readonly (readonly [Coded, Coded])[]): Agreement[] {
  const layers = new Map<string, { tally: Tally; units: Value[][]; level: "nominal" | "interval" | null }>();
  const layer = (name: string, level: "nominal" | "interval" | null = null) => {
    const found = layers.get(name) ?? { tally: { a: 0, b: 0, both: 0 }, units: [], level };
    layers.set(name, found);
    return found;
  };
  const count = ({ tally }: { tally: Tally }, a: number, b: number, both: number): void => {
    tally.a += a;
    tally.b += b;
    tally.both += both;
  };
  for (const name of LAYERS) layer(...name);

  for (const [one, two] of pairs) {
    const matched = matchedEvents(one.events, two.events);
    count(layer("events"), one.events.length, two.events.length, matched.length);
    count(layer("type"), one.events.length, two.events.length, matched.filter(([x, y]) => x.type === y.type).length);
    const [mine, yours] = [new Set(matched.map(([x]) => x)), new Set(matched.map(([, y]) => y))];
    // What only one saw is a place where the other saw nothing.
    layer("type").units.push(
      ...matched.map(([x, y]) => [x.type, y.type]),
      ...one.events.filter((event) => !mine.has(event)).map(({ type }) => [type, NONE]),
      ...two.events.filter((event) => !yours.has(event)).map(({ type }) => [NONE, type]),
    );
    for (const [x, y] of matched) {
      for (const name of ["modes", "auxiliary"] as const) {
        const [p, q] = [x[name], y[name]];
        if (p === null || q === null) continue;
        count(layer(name), p.length, q.length, p.filter((each) => q.includes(each)).length);
        layer(name).units.push([[...p].sort().join("+") || NONE, [...q].sort().join("+") || NONE]);
      }
      for (const name of ["actor", "recipient"] as const) {
        const [p, q] = [x[name], y[name]];
        if (p !== null && q !== null) count(layer(name), p.length, q.length, inBoth(p, q, isSameSide));
      }
      if (x.score !== null && y.score !== null) layer("score").units.push([x.score, y.score]);
    }
    if (one.statements && two.statements)
      count(layer("statements"), one.statements.length, two.statements.length, inBoth(one.statements, two.statements, isSameStatement));
    if (one.voices && two.voices) {
      const there = new Map(two.voices.map((each) => [`${each.start} ${each.end}`, each.voice]));
      const units = one.voices.flatMap(({ start, end, voice }) => {
        const other = there.get(`${start} ${end}`);
        return other === undefined ? [] : [[voice, other]];
      });
      layer("voice").units.push(...units);
      count(layer("voice"), one.voices.length, two.voices.length, units.filter(([p, q]) => p === q).length);
    }
  }
  return [...layers].map(([name, { tally, units, level }]) => ({
    layer: name,
    ...tally,
    f1: tally.a + tally.b === 0 ? null : (2 * tally.both) / (tally.a + tally.b),
    alpha: level === null ? null : alphaOf(units, level),
  }));
}

const NONE = "none";

/** In the order in which they are told; the level of those that have an alpha. */
const LAYERS: readonly (readonly [name: string, level: "nominal" | "interval" | null])[] = [
  ...([
    ["events", null],
    ["type", "nominal"],
    ["modes", "nominal"],
    ["auxiliary", "nominal"],
    ["actor", null],
    ["recipient", null],
  ] as const),
  ...([
    ["score", "interval"],
    ["statements", null],
    ["voice", "nominal"],
  ] as const),
];

/** Events at overlapping places, each with at most one; those of one place and type first. */
function matchedEvents(one: readonly CodedEvent[], two: readonly CodedEvent[]): [CodedEvent, CodedEvent][] {
  const [mine, yours] = [new Set(one), new Set(two)];
  const found: [CodedEvent, CodedEvent][] = [];
  const isAt = (x: CodedEvent, y: CodedEvent) => x.trigger.start === y.trigger.start && x.trigger.end === y.trigger.end;
  const touches = (x: CodedEvent, y: CodedEvent) => overlaps(x.trigger, y.trigger);
  const isLike = (x: CodedEvent, y: CodedEvent) => x.type === y.type;
  for (const fits of [(x, y) => isAt(x, y) && isLike(x, y), (x, y) => touches(x, y) && isLike(x, y), isAt, touches] as (typeof isAt)[])
    for (const x of mine) {
      const y = [...yours].find((each) => fits(x, each));
      if (y === undefined) continue;
      found.push([x, y]);
      mine.delete(x);
      yours.delete(y);
    }
  return found;
}

/** How many of the one have a fellow among the other, each at most one. */
function inBoth<T>(one: readonly T[], two: readonly T[], isSame: (x: T, y: T) => boolean): number {
  const free = new Set(two);
  let both = 0;
  for (const x of one) {
    const y = [...free].find((each) => isSame(x, each));
    if (y === undefined) continue;
    free.delete(y);
    both++;
  }
  return both;
}

const isSameSide = (x: CodedSide, y: CodedSide): boolean => overlaps(x, y) || (x.name !== null && x.name === y.name);

const isSameStatement = (x: { source: Span | null; content: readonly Span[] }, y: typeof x): boolean =>
  (x.source === null ? y.source === null : y.source !== null && overlaps(x.source, y.source)) &&
  x.content.some((part) => y.content.some((other) => overlaps(part, other)));
