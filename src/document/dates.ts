// A date as pages and addresses write it → ISO 8601, or null. No guesses about "3/4/2022".

/** "2022-07-14T10:00:00+02:00", "2022/7/14" or "July 14, 2022 10:00" → ISO 8601, or null. A date without a time stays one. */
export function isoDate(value: string): string | null {
  const digits =
    /^\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?.*)?\s*$/i.exec(value);
  const [, year, month, day, clock, zone] = digits ?? [];
  if (year && month && day) {
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (Number.isNaN(Date.parse(date)) || Number(year) < 1600) return null;
    if (!clock) return date;
    const full = `${date}T${clock.padStart(clock.length < 6 ? 5 : 8, "0")}${(zone ?? "").toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`;
    return Number.isNaN(Date.parse(full)) ? date : full;
  }
  // Anything else must spell its month, or Date would take "3" for a year.
  if (!/[a-z]{3}/i.test(value) || !/\b\d{4}\b/.test(value)) return null;
  const spoken = Date.parse(`${value.replace(/(\d)(st|nd|rd|th)\b/gi, "$1").replace(/,? \d{1,2}:.*$/, "")} UTC`);
  return Number.isNaN(spoken) ? null : new Date(spoken).toISOString().slice(0, 10);
}

/** The date in an address such as /2022/7/14/ or /2022-07-14-…, or null. */
export function dateInUrl(url: string): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(url);
  return found ? isoDate(`${found[1]}-${found[2]}-${found[3]}`) : null;
}

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const written = new RegExp(
  `\\b(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  "i",
);

/** The first full date that a short line such as "Published July 14, 2022 10:00 GMT" holds, or null. */
export function dateInLine(line: string): string | null {
  const found = line.length <= 120 ? written.exec(line) : null;
  return found ? isoDate(found[0]) : null;
}
