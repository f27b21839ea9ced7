// An event and its article → the date to file it under, for tables that need one.
import type { Document } from "../document/types.ts";
import type { Event } from "../events/types.ts";

/** The event's own date; else, for what the article tells as current, the day of its publication; else null. */
export function dateOf({ date, auxiliary }: Event, { published }: Document): { iso: string; from: "text" | "publication" } | null {
  if (date) return { iso: date.iso, from: "text" };
  if (published === null || auxiliary.includes("historical") || auxiliary.includes("future")) return null;
  return { iso: published.slice(0, 10), from: "publication" };
}
