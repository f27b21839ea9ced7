// Small pieces of text for people: counts, dates.
import { tidy } from "../tidy.ts";

/** "1 event", "3 events" */
export const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const months = "January February March April May June July August September October November December".split(" ");

/** "2025-08-15T10:00Z" → "15 August 2025", "2025-08" → "August 2025"; anything else stays as it is. Shifts no time zone. */
export function dayOf(iso: string): string {
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(iso);
  if (!date) return tidy(iso);
  const [, year, month, day] = date;
  return [day ? Number(day) : "", month ? (months[Number(month) - 1] ?? month) : "", year].filter((part) => part !== "").join(" ");
}
