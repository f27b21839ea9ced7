// Rows of `timeline` → a picture: events by day, cooperation above the line and conflict below it, a sign each; and, where they are few, told in words.
import { AUXILIARY_WORDS, TYPES } from "../codebook.ts";
import { QUADS, type Quad, sideOf, sign } from "./signs.ts";
import { fitted, line, sheet, text, titled, widthOf } from "./svg.ts";
import { dayNumber, nameOf, type Period, periodsOf, tickOf, type Unit } from "./time.ts";
import type { TimelineRow } from "./types.ts";

const width = 960;
const margin = 24;
const pitch = 13;
const r = 5;
/** Signs on top of each other; beyond it one sign stands for several events. */
const highest = 14;
/** So many are also told in words. */
const mostTold = 40;

/** @param rows oldest first */
export function drawTimeline(rows: readonly TimelineRow[]): string {
  if (rows.length === 0)
    return sheet({ kind: "timeline", title: "Timeline: no events", description: "No dated event passes the filters.", width, height: 96 }, [
      text(margin, 36, "Timeline", { class: "head" }),
      text(margin, 64, "No dated event passes the filters.", { class: "quiet" }),
    ]);
  const days = rows.map(({ day }) => dayNumber(day));
  const [first, last] = windowOf(days);
  const inside = rows.filter((_, at) => first <= days[at]! && days[at]! <= last);
  const room = width - 2 * margin;
  const { unit, periods } = periodsOf(first, last, Math.floor(room / pitch));
  const chart = chartOf(
    inside,
    inside.map(({ day }) => dayNumber(day)),
    unit,
    periods,
  );
  const span = first === last ? nameOf("day", first) : `${nameOf("day", first)} to ${nameOf("day", last)}`;
  const count = (side: string): number => inside.filter(({ type }) => sideOf(TYPES[type].quad) === side).length;
  const title = `Timeline: ${many(inside.length, "event")}, ${span}`;
  const signs = legend(
    margin,
    60,
    rows.some(({ auxiliary }) => isUnreal(auxiliary)),
    chart.each,
  );
  const left = leftOut(days, first, last);
  const top = 64 + signs.lines * 20;
  const bottom = top + chart.height + (left === "" ? 0 : 24);
  const told = rows.length <= mostTold ? toldIn(rows, bottom + 20) : { drawn: [], height: 0 };
  const description = `${many(inside.length, "event")} by ${unit}: ${count("cooperation")} of cooperation above the line, ${count("conflict")} of conflict below it. ${left}`;
  return sheet({ kind: "timeline", title, description: description.trim(), width, height: bottom + told.height + 24 }, [
    text(margin, 34, fitted(title, room, 16), { class: "head" }),
    ...signs.drawn,
    ...chart.drawn.map((draw) => draw(top)),
    text(margin, bottom, fitted(left, room, 12), { class: "quiet" }),
    ...told.drawn,
  ]);
}

/** First and last day to draw: all; or, where a few stray ones would press the others together, the shortest time that has nine in ten. */
function windowOf(days: readonly number[]): [first: number, last: number] {
  const sorted = [...days].sort((a, b) => a - b);
  const all: [number, number] = [sorted[0]!, sorted.at(-1)!];
  if (sorted.length < 12) return all;
  const held = Math.ceil(sorted.length * 0.9);
  const windows = sorted.slice(0, sorted.length - held + 1).map((from, at): [number, number] => [from, sorted[at + held - 1]!]);
  const [from, to] = windows.reduce((best, each) => (each[1] - each[0] < best[1] - best[0] ? each : best));
  // With what is near it: only what is far away is stray.
  const reach = (to - from) / 2 + 15;
  const near = sorted.filter((day) => from - reach <= day && day <= to + reach);
  const found: [number, number] = [near[0]!, near.at(-1)!];
  return (found[1] - found[0] + 30) * 4 < all[1] - all[0] ? found : all;
}

function leftOut(days: readonly number[], first: number, last: number): string {
  const before = days.filter((day) => day < first);
  const after = days.filter((day) => day > last);
  const parts = [
    before.length > 0 ? `${before.length} before, from ${nameOf("day", Math.min(...before))}` : "",
    after.length > 0 ? `${after.length} after, to ${nameOf("day", Math.max(...after))}` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "" : `Left out: ${parts.join("; ")}. Filters such as --since and --until show them.`;
}

const isUnreal = (auxiliary: readonly string[]): boolean => auxiliary.some((each) => each !== "historical");

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** @param each events that a sign stands for @returns the drawing, and how many lines it takes */
function legend(x: number, y: number, unreal: boolean, each: number): { drawn: string[]; lines: number } {
  const drawn: string[] = [];
  let at = x;
  let lines = 1;
  const entry = (words: string, mark: ((x: number, y: number) => string) | null): void => {
    const wide = (mark ? 3 * r : 0) + widthOf(words, 12) + 18;
    if (at + wide > width - margin) [at, lines] = [x, lines + 1];
    const base = y + (lines - 1) * 20;
    drawn.push(mark?.(at + r, base - 4) ?? "", text(at + (mark ? 3 * r : 0), base, words, { class: "quiet" }));
    at += wide;
  };
  for (const quad of [1, 2, 3, 4] as const) entry(QUADS[quad], (left, middle) => sign(quad, left, middle, r));
  if (unreal) entry("dashed: denied, planned or supposed", (left, middle) => sign(1, left, middle, r, true));
  if (each > 1) entry(`a sign: up to ${each} events`, null);
  return { drawn, lines };
}

interface Mark {
  readonly quad: Quad;
  readonly unreal: boolean;
  readonly events: readonly TimelineRow[];
}

function chartOf(rows: readonly TimelineRow[], days: readonly number[], unit: Unit, periods: readonly Period[]) {
  const room = width - 2 * margin;
  const step = room / periods.length;
  const across = Math.max(1, Math.min(6, Math.floor(step / pitch) - 1));
  const groups = periods.map(({ from, to }) => rows.filter((_, at) => from <= days[at]! && days[at]! < to));
  const marksIn = (events: readonly TimelineRow[], side: string, each: number): Mark[] =>
    ([2, 1, 4, 3] as const)
      .filter((quad) => sideOf(quad) === side)
      .flatMap((quad) =>
        [false, true].flatMap((unreal) => {
          const mine = events.filter(({ type, auxiliary }) => TYPES[type].quad === quad && isUnreal(auxiliary) === unreal);
          return Array.from({ length: Math.ceil(mine.length / each) }, (_, at) => ({
            quad,
            unreal,
            events: mine.slice(at * each, (at + 1) * each),
          }));
        }),
      );
  const height = (side: string, each: number): number =>
    Math.max(...groups.map((events) => Math.ceil(marksIn(events, side, each).length / across)));
  let each = 1;
  while (Math.max(height("cooperation", each), height("conflict", each)) > highest) each++;
  const [above, below] = [height("cooperation", each), height("conflict", each)].map((rows) => Math.max(rows, 1) * pitch + 10) as [
    number,
    number,
  ];
  const tickHeight = 20;
  const drawn: ((top: number) => string)[] = [
    (top) => line(margin, top + above, width - margin, top + above, "axis"),
    (top) => line(margin, top + above + tickHeight, width - margin, top + above + tickHeight, "axis"),
  ];
  let free = -Infinity;
  let named: number | null = null;
  for (const [at, { from }] of periods.entries()) {
    const middle = margin + (at + 0.5) * step;
    const tick = tickOf(unit, from, named);
    const wide = widthOf(tick, 12);
    const left = Math.max(margin, Math.min(middle - wide / 2, width - margin - wide));
    if (left > free && (periods.length <= 12 || groups[at]!.length > 0 || at % Math.ceil(periods.length / 12) === 0)) {
      drawn.push((top) => text(left, top + above + 14, tick, { class: "quiet" }));
      free = left + wide + 14;
      named = from;
    }
    for (const side of ["cooperation", "conflict"] as const) {
      const marks = marksIn(groups[at]!, side, each);
      const columns = Math.min(across, marks.length);
      marks.forEach((mark, n) => {
        const x = middle + ((n % columns) - (columns - 1) / 2) * pitch;
        const up = (Math.floor(n / columns) + 0.5) * pitch + 3;
        const y = (top: number) => (side === "cooperation" ? top + above - up : top + above + tickHeight + up);
        const told = mark.events.length <= 3 ? mark.events.map(tellingOf).join("\n") : `${mark.events.length} events, ${QUADS[mark.quad]}`;
        drawn.push((top) => titled(`${nameOf(unit, from)}: ${told}`, sign(mark.quad, x, y(top), r, mark.unreal)));
      });
    }
  }
  return { drawn, height: above + tickHeight + below, each };
}

const names = (side: readonly string[]): string => side.join(", ");

function tellingOf({ type, source, target, auxiliary, said_by, document }: TimelineRow): string {
  const who = [names(source), type, target.length > 0 ? `→ ${names(target)}` : ""].filter(Boolean).join(" ");
  return [who, ...auxiliary.map((each) => notes[each] ?? each), ...(said_by ? [`says ${said_by}`] : []), document].join(" · ");
}

const notes: Readonly<Record<string, string>> = AUXILIARY_WORDS;

function toldIn(rows: readonly TimelineRow[], top: number): { drawn: string[]; height: number } {
  const step = 20;
  const [typeAt, whoAt] = [margin + 118, margin + 212];
  const drawn = rows.flatMap((row, at) => {
    const y = top + at * step + 14;
    const isNew = at === 0 || rows[at - 1]!.day !== row.day;
    const { quad } = TYPES[row.type];
    const what = [`${names(row.source) || "–"} → ${names(row.target) || "–"}`, ...row.auxiliary.map((each) => notes[each] ?? each)];
    const line_ = fitted([...what, ...(row.said_by ? [`says ${row.said_by}`] : [])].join(" · "), 330, 12);
    const quote = fitted(`“${row.words}”`, width - margin - (whoAt + 350), 12);
    return [
      isNew ? line(margin, y - 14, width - margin, y - 14, "rule") : "",
      isNew ? text(margin, y, nameOf("day", dayNumber(row.day))) : "",
      sign(quad, typeAt - 12, y - 4, r, isUnreal(row.auxiliary)),
      text(typeAt, y, row.type, { class: `strong ${sideOf(quad)}` }),
      text(whoAt, y, line_),
      titled(`${row.words} (${row.document})`, text(whoAt + 350, y, quote, { class: "quiet" })),
    ];
  });
  return { drawn, height: rows.length * step + 20 };
}
