// Small pieces of text for people: cleaned words, counts, dates.

/** One line without control characters, which could command a terminal, and without marks that turn the direction of writing. */
export const tidy = (text: string): string =>
  text
    .replace(/[\x1b\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\s\x00-\x1f\x7f-\x9f]+/g, " ")
    .trim();

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
