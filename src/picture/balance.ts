// Rows of `dyads_monthly` for two codes → a picture: how much cooperation and conflict there was each month, each way, and the mean PLOVER score.
import { element, fitted, line, round, sheet, text, titled, widthOf } from "./svg.ts";
import { dayNumber, nameOf, periodsOf, tickOf, type Unit } from "./time.ts";
import type { BalanceRow } from "./types.ts";

const width = 960;
const left = 64;
const right = 24;
/** Of the bars, up and down together. */
const barHeight = 220;
const scoreHeight = 150;

interface Bin {
  readonly from: number;
  readonly name: string;
  /** Both ways: [first to second, second to first]. */
  readonly ways: readonly [Sum, Sum];
}

interface Sum {
  readonly cooperation: number;
  readonly conflict: number;
  /** Null where nothing happened. */
  readonly score: number | null;
}

export function drawBalance(rows: readonly BalanceRow[], [one, two]: readonly [string, string]): string {
  const title = `${one} and ${two}: cooperation and conflict by month`;
  const mine = rows.filter(({ source, target }) => (source === one && target === two) || (source === two && target === one));
  if (mine.length === 0)
    return sheet({ kind: "balance", title, description: "Nothing between the two passes the filters.", width, height: 96 }, [
      text(24, 36, title, { class: "head" }),
      text(24, 64, "Nothing between the two passes the filters.", { class: "quiet" }),
    ]);
  const room = width - left - right;
  const months = mine.map(({ month }) => dayNumber(month));
  const { unit: by, bins } = binsOf(mine, months, one, two, Math.floor(room / 14));
  const step = room / bins.length;
  const x = (at: number): number => left + (at + 0.5) * step;
  const highest = (side: "cooperation" | "conflict"): number => Math.max(...bins.flatMap(({ ways }) => ways.map((way) => way[side])));
  const [up, down] = [highest("cooperation"), highest("conflict")];
  const unit = barHeight / (up + down);
  const top = 104;
  const middle = top + up * unit;
  const scoreTop = top + barHeight + 92;
  const sum = (way: 0 | 1, side: "cooperation" | "conflict"): number => bins.reduce((all, { ways }) => all + ways[way][side], 0);
  const describe = (way: 0 | 1, from: string, to: string): string =>
    `${from} to ${to}: ${sum(way, "cooperation")} of cooperation, ${sum(way, "conflict")} of conflict.`;
  const description = `Events between ${nameOf("month", Math.min(...months))} and ${nameOf("month", Math.max(...months))} by ${by}. ${describe(0, one, two)} ${describe(1, two, one)}`;
  return sheet({ kind: "balance", title, description, width, height: scoreTop + scoreHeight + 48 }, [
    text(24, 34, fitted(title.replace("by month", `by ${by}`), width - 48, 16), { class: "head" }),
    ...legend(one, two),
    ...countAxis(middle, up, down, unit),
    ...bins.flatMap((bin, at) => bars(bin, x(at), step, middle, unit, one, two)),
    ...ticks(bins, by, x, top + barHeight + 26),
    ...scores(bins, x, scoreTop, one, two),
  ]);
}

/** Months are joined to quarters or years where there are too many to draw. */
function binsOf(
  rows: readonly BalanceRow[],
  months: readonly number[],
  one: string,
  two: string,
  most: number,
): { unit: Unit; bins: Bin[] } {
  const from = Math.min(...months);
  const last = Math.max(...months);
  const units = (["month", "quarter", "year"] as const).map((unit) => ({ unit, periods: periodsFrom(unit, from, last) }));
  const { unit, periods } = units.find((each) => each.periods.length <= most) ?? units.at(-1)!;
  const bins = periods.map((period): Bin => {
    const inside = rows.filter((_, at) => period.from <= months[at]! && months[at]! < period.to);
    const way = (source: string, target: string) => sumOf(inside.filter((row) => row.source === source && row.target === target));
    return { from: period.from, name: nameOf(unit, period.from), ways: [way(one, two), one === two ? sumOf([]) : way(two, one)] };
  });
  return { unit, bins };
}

/** Calendar periods of one unit, however many. */
function periodsFrom(unit: "month" | "quarter" | "year", first: number, last: number): { from: number; to: number }[] {
  const year = periodsOf(first, last, 0).periods;
  const size = { month: 1, quarter: 3, year: 12 }[unit];
  const starts = year.flatMap(({ from }) =>
    Array.from({ length: 12 / size }, (_, at) =>
      dayNumber(new Date(Date.UTC(new Date(from * 86_400_000).getUTCFullYear(), at * size, 1)).toISOString()),
    ),
  );
  const ends = [...starts.slice(1), year.at(-1)!.to];
  return starts.map((from, at) => ({ from, to: ends[at]! })).filter(({ from, to }) => to > first && from <= last);
}

function sumOf(rows: readonly BalanceRow[]): Sum {
  const count = ({ cooperation, conflict }: BalanceRow): number => cooperation + conflict;
  const all = rows.reduce((sum, row) => sum + count(row), 0);
  return {
    cooperation: rows.reduce((sum, { cooperation }) => sum + cooperation, 0),
    conflict: rows.reduce((sum, { conflict }) => sum + conflict, 0),
    score: all === 0 ? null : rows.reduce((sum, row) => sum + row.mean_score * count(row), 0) / all,
  };
}

function legend(one: string, two: string): string[] {
  const box = (x: number, kind: string): string => element("rect", { x, y: 51, width: 11, height: 11, class: kind });
  const drawn: string[] = [];
  let at = 24;
  for (const [kind, words] of [
    ["bar cooperation", `cooperation, ${one} → ${two}`],
    ["bar back cooperation", `${two} → ${one}`],
    ["bar conflict", `conflict, ${one} → ${two}`],
    ["bar back conflict", `${two} → ${one}`],
  ] as const) {
    drawn.push(box(at, kind), text(at + 17, 61, words, { class: "quiet" }));
    at += 17 + widthOf(words, 12) + 20;
  }
  return drawn;
}

/** Whole numbers up and down from the middle. @param unit height of an event */
function countAxis(middle: number, up: number, down: number, unit: number): string[] {
  const every = stepFor(up + down, 6);
  const drawn = [line(left, middle, width - right, middle, "axis")];
  for (const [most, side] of [
    [up, -1],
    [down, 1],
  ] as const) {
    for (let value = every; value <= most; value += every) {
      const y = middle + side * value * unit;
      drawn.push(line(left, y, width - right, y, "rule"), text(left - 8, y + 4, String(value), { class: "quiet", "text-anchor": "end" }));
    }
  }
  drawn.push(text(left - 8, middle + 4, "0", { class: "quiet", "text-anchor": "end" }));
  drawn.push(text(left, middle - up * unit - 10, "↑ events of cooperation", { class: "cooperation" }));
  return drawn;
}

/** 1, 2 or 5 times a power of ten, at least 1, so that there are about `wanted` steps. */
function stepFor(most: number, wanted: number): number {
  const rough = Math.max(1, most / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough)!;
}

function bars({ name, ways }: Bin, x: number, step: number, middle: number, unit: number, one: string, two: string): string[] {
  const wide = Math.max(2, Math.min(18, step * 0.38));
  return ways.flatMap((way, at) =>
    (["cooperation", "conflict"] as const).flatMap((side) => {
      const value = way[side];
      if (value === 0) return [];
      const height = value * unit;
      const [from, to] = at === 0 ? [one, two] : [two, one];
      const y = side === "cooperation" ? middle - height : middle;
      const bar = element("rect", {
        x: x + (at === 0 ? -wide - 0.5 : 0.5),
        y,
        width: wide,
        height,
        class: `bar${at === 1 ? " back" : ""} ${side}`,
      });
      return [titled(`${name}, ${from} → ${to}: ${value} of ${side}`, bar)];
    }),
  );
}

function ticks(bins: readonly Bin[], unit: Unit, x: (at: number) => number, y: number): string[] {
  const drawn: string[] = [text(left, y - 8, "↓ events of conflict", { class: "conflict" })];
  let free = -Infinity;
  let named: number | null = null;
  bins.forEach(({ from }, at) => {
    const words = unit === "quarter" ? nameOf(unit, from) : tickOf(unit, from, named);
    const wide = widthOf(words, 12);
    const start = Math.max(left, Math.min(x(at) - wide / 2, width - right - wide));
    if (start <= free) return;
    drawn.push(text(start, y + 14, words, { class: "quiet" }));
    free = start + wide + 14;
    named = from;
  });
  return drawn;
}

function scores(bins: readonly Bin[], x: (at: number) => number, top: number, one: string, two: string): string[] {
  const y = (score: number): number => top + ((10 - score) / 20) * scoreHeight;
  const drawn = [-10, -5, 0, 5, 10].flatMap((value) => [
    line(left, y(value), width - right, y(value), value === 0 ? "axis" : "rule"),
    text(left - 8, y(value) + 4, value > 0 ? `+${value}` : String(value).replace("-", "−"), { class: "quiet", "text-anchor": "end" }),
  ]);
  drawn.push(text(left, top - 14, `mean PLOVER score: ● ${one} → ${two}, ◯ and dashed ${two} → ${one}`, { class: "quiet" }));
  ([0, 1] as const).forEach((way) => {
    const kind = way === 0 ? "one" : "two";
    const points = bins.flatMap(({ ways, name }, at) => {
      const { score } = ways[way];
      return score === null
        ? []
        : [{ at: x(at), y: y(score), told: `${name}, ${way === 0 ? `${one} → ${two}` : `${two} → ${one}`}: ${round(score)}` }];
    });
    if (points.length > 1)
      drawn.push(
        element("path", {
          d: points.map((point, at) => `${at === 0 ? "M" : "L"}${round(point.at)} ${round(point.y)}`).join(""),
          class: `path ${kind}`,
        }),
      );
    for (const point of points)
      drawn.push(titled(point.told, element("circle", { cx: point.at, cy: point.y, r: bins.length > 40 ? 2.5 : 4, class: `dot ${kind}` })));
  });
  return drawn;
}
