// Gathered events → how many of each kind in each day, week, month or year. Pure.
import { type EventType, TYPES } from "../../src/codebook.ts";
import type { GatheredRow } from "../page/rows.ts";
import { isoOf } from "./span.ts";

export const PERIODS = ["day", "week", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];

export interface Count {
  /** First day of the period, YYYY-MM-DD. */
  readonly from: string;
  /** Told as fact, now or long ago. */
  cooperation: number;
  conflict: number;
  /** Not told as fact, by what the event would be. */
  said: { cooperation: number; conflict: number };
  unreal: { cooperation: number; conflict: number };
}

const pad = (n: number): string => String(n).padStart(2, "0");

/** First day of the period that a day lies in; weeks begin on Monday. */
export function beginning(day: string, period: Period): string {
  if (period === "day") return day;
  if (period === "week") {
    const date = new Date(`${day}T00:00:00Z`);
    return isoOf(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000);
  }
  return period === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** First day of the next period. */
export function following(from: string, period: Period): string {
  if (period === "day") return isoOf(Date.parse(from) + 86_400_000);
  if (period === "week") return isoOf(Date.parse(from) + 7 * 86_400_000);
  const [year, month] = from.split("-").map(Number) as [number, number];
  return period === "year" ? `${year + 1}-01-01` : month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`;
}

/** The shortest period by which the days between make no more than so many bars. */
export function fitting(first: string, last: string, most: number): Period {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return days <= most ? "day" : days / 7 <= most ? "week" : days / 30.4 <= most ? "month" : "year";
}

const factual = new Set(["fact", "past"]);

/** Every period from the first to the last, with those of which nothing is told; rows without a day are left out. */
export function countsOf(rows: readonly GatheredRow[], period: Period): Count[] {
  const counts = new Map<string, Count>();
  const at = (from: string): Count => {
    const there = counts.get(from);
    if (there) return there;
    const none = () => ({ cooperation: 0, conflict: 0 });
    const made = { from, ...none(), said: none(), unreal: none() };
    counts.set(from, made);
    return made;
  };
  for (const { day, type, reality } of rows) {
    if (day === null) continue;
    const count = at(beginning(day, period));
    const side = TYPES[type as EventType].quad <= 2 ? "cooperation" : "conflict";
    // One telling as fact is enough; whoever only says it adds nothing then.
    const part = reality.some((each) => factual.has(each)) ? count : reality.includes("said") ? count.said : count.unreal;
    part[side]++;
  }
  const told = [...counts.keys()].sort();
  // Not more than can be drawn: stray days of long ago leave their gap out.
  if (told.length > 0) for (let from = told[0]!, n = 0; from < told.at(-1)! && n < 400; from = following(from, period), n++) at(from);
  return [...counts.values()].sort((a, b) => a.from.localeCompare(b.from));
}
