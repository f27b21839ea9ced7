// Days → periods of equal kind, as many as a picture has room for, and their names. All in UTC.

export interface Period {
  /** Days since 1970, the last one not in it. */
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
/** @param iso YYYY-MM-DD */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / day);
const dateOf = (number: number): Date => new Date(number * day);

export type Unit = "day" | "week" | "month" | "quarter" | "year";
const UNITS: readonly Unit[] = ["day", "week", "month", "quarter", "year"];

/** The finest unit that covers first to last in at most `most` periods, else years. */
export function periodsOf(first: number, last: number, most: number): { readonly unit: Unit; readonly periods: readonly Period[] } {
  for (const unit of UNITS) {
    const periods: Period[] = [];
    for (let from = startOf(unit, first); from <= last && (periods.length <= most || unit === "year"); ) {
      const to = startOf(unit, from + { day: 1, week: 7, month: 32, quarter: 100, year: 370 }[unit]);
      periods.push({ from, to });
      from = to;
    }
    if (periods.length <= most || unit === "year") return { unit, periods };
  }
  return { unit: "year", periods: [] };
}

function startOf(unit: Unit, number: number): number {
  if (unit === "day") return number;
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  if (unit === "week") return number - ((((number + 3) % 7) + 7) % 7);
  const date = dateOf(number);
  const month = unit === "year" ? 0 : unit === "quarter" ? Math.floor(date.getUTCMonth() / 3) * 3 : date.getUTCMonth();
  return Math.floor(Date.UTC(date.getUTCFullYear(), month, 1) / day);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "15 Aug 2025", "week of 11 Aug 2025", "Aug 2025", "Jul–Sep 2025", "2025" */
export function nameOf(unit: Unit, from: number): string {
  const date = dateOf(from);
  const [month, year] = [date.getUTCMonth(), date.getUTCFullYear()];
  if (unit === "year") return String(year);
  if (unit === "quarter") return `${MONTHS[month]}–${MONTHS[month + 2]} ${year}`;
  if (unit === "month") return `${MONTHS[month]} ${year}`;
  return `${unit === "week" ? "week of " : ""}${date.getUTCDate()} ${MONTHS[month]} ${year}`;
}

/** Shorter, for an axis: the year only where it is new. */
export function tickOf(unit: Unit, from: number, before: number | null): string {
  const date = dateOf(from);
  const year = date.getUTCFullYear();
  const isNew = before === null || dateOf(before).getUTCFullYear() !== year;
  if (unit === "year") return String(year);
  const name = unit === "day" || unit === "week" ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` : MONTHS[date.getUTCMonth()]!;
  return isNew ? `${name} ${year}` : name;
}
