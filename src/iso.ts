// What a person typed → whether it is a day, a month or a year as ISO 8601 writes them. Pure.

/** "2025-08-15", "2025-08", "2025" */
export function isDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
