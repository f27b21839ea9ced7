// A mention's date and its article's → the days on which it may have happened, in days since 1970.
import type { Mention } from "./types.ts";

export interface Days {
  readonly from: number;
  readonly to: number;
  /** True where the text itself names one day. */
  readonly exact: boolean;
}

const day = 86_400_000;
/** News tells what is at most so many days old, where it names no day. */
const fresh = 4;

/** Null where neither is known. */
export function daysOf({ date, published, auxiliary }: Pick<Mention, "date" | "published" | "auxiliary">): Days | null {
  const shown = published === null ? null : Date.parse(`${published.slice(0, 10)}T00:00:00Z`) / day;
  const told = date === null ? null : spanOf(date);
  const past = auxiliary.includes("historical");
  if (told !== null && (shown === null || told.to <= shown || told.to - told.from > 27)) return told;
  if (shown === null || Number.isNaN(shown)) return told;
  // A day that is still to come dates what is promised or announced, not the announcement.
  if (told !== null) return { from: shown - fresh, to: told.to, exact: auxiliary.includes("future") && told.exact };
  return past ? null : { from: shown - fresh, to: shown, exact: false };
}

function spanOf(iso: string): Days | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  if (year === undefined) return null;
  const from = Date.UTC(Number(year), month ? Number(month) - 1 : 0, date ? Number(date) : 1) / day;
  if (date !== undefined) return { from, to: from, exact: true };
  const to = (month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1)) / day - 1;
  return { from, to, exact: false };
}

/** Days between two spans; 0 where they meet. */
export const apart = (a: Days, b: Days): number => Math.max(0, a.from - b.to, b.from - a.to);

/** @param a,b YYYY-MM-DD */
export const daysBetween = (a: string, b: string): number => (a === b ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / day);
