// A date as pages, addresses, datelines and file names write it → ISO 8601, or null. No guesses: "3/4/2022" is told only with evidence.

/** No date is longer; a page may say anything in its place. */
const longestDate = 100;

/** "2022-07-14T10:00:00+02:00", "2022/7/14" or "July 14, 2022 10:00" → ISO 8601, or null. A date without a time stays one. */
export function isoDate(told: string): string | null {
  const value = told.trim().slice(0, longestDate);
  const digits = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:$|(?:T| +)(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)/i.exec(
    value,
  );
  const [, year, month, day, clock, zone] = digits ?? [];
  if (year && month && day) {
    const date = dayOf(year, month, day);
    if (date === null || Number(year) < 1600) return null;
    if (!clock) return date;
    const full = `${date}T${clock.padStart(clock.length < 6 ? 5 : 8, "0")}${(zone ?? "").toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`;
    return Number.isNaN(Date.parse(full)) ? date : full;
  }
  // Anything else must spell its month, or Date would take "3" for a year.
  if (!/[a-z]{3}/i.test(value) || !/\b\d{4}\b/.test(value)) return null;
  const spoken = Date.parse(`${value.replace(/(\d)(st|nd|rd|th)\b/gi, "$1").replace(/,? \d{1,2}:.*/, "")} UTC`);
  return Number.isNaN(spoken) ? null : new Date(spoken).toISOString().slice(0, 10);
}

/** YYYY-MM-DD where there is such a day: not for 30 February. */
function dayOf(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date;
}

const dayLength = 86_400_000;

/** Whole days from one date to a later one. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayLength);

export const plusDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso.slice(0, 10)) + days * dayLength).toISOString().slice(0, 10);

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const monthDay = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month})`;
const full = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? \\d{4}|\\d{4}-\\d{2}-\\d{2})`;
// No digit behind it, but a letter may be: "2022-07-14T10:00", and "July 14, 2022By" where a page sets two elements side by side.
const written = new RegExp(`\\b${full}(?!\\d)`, "i");
const everyWritten = new RegExp(`\\b${full}(?!\\d)`, "gi");

/** Numbers of as many digits as begin with a day: 20220726, with a clock or a count behind it, or a longer count. Others are numbers of articles. */
const compact = /(?<!\d)(?=(?:\d{8}|\d{12}|\d{14}|\d{16,20})(?!\d))((?:199[5-9]|20[0-3]\d))(\d\d)(\d\d)\d*/g;

/** What an address tells of the day of its article. */
export interface AddressDay {
  readonly iso: string;
  /** The other reading of "/07/08/2022/": one of the two needs evidence. */
  readonly or?: string;
  /** Milliseconds since 1970 within a longer number, or four digits as in "/2022/0726/": needs evidence, since other numbers may look so. */
  readonly weak?: true;
}

/** Of several days that an address names, none where they differ. */
export function dayInAddress(address: string): AddressDay | null {
  const [place = ""] = address.replace(/^https?:\/\/[^/]*/i, "").split("#");
  const found = [
    ...place.matchAll(/(?<=[/_.=-])((?:19|20)\d{2})([/_.-])(\d{1,2})\2(\d{1,2})(?!\d)/g),
    ...place.matchAll(/(?<=\/)((?:19|20)\d{2})(\/)([a-z]{3,9})\/(\d{1,2})(?!\d)/gi),
    // Folders of a month or of a day: "/2022-07/26/", "/202207/26/", "/2022/07-26/".
    ...place.matchAll(/(?<=\/)((?:19|20)\d{2})(-?)(\d{2})\/(\d{2})(?=\/)/g),
    ...place.matchAll(/(?<=\/)((?:19|20)\d{2})(\/)(\d{2})-(\d{2})(?=\/)/g),
  ];
  const named = found.map(([, year, , at, day]) => {
    const number = /^\d/.test(at!)
      ? at!
      : new RegExp(`^${month}$`, "i").test(at!)
        ? `${names.indexOf(at!.slice(0, 3).toLowerCase()) + 1}`
        : "";
    return number === "" ? null : dayOf(year!, number, day!);
  });
  const days = one(named);
  if (days !== undefined) return days === null ? null : { iso: days };
  const turned = [...place.matchAll(/(?<=[/=])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g)].map(([, a, , b, year]) =>
    [dayOf(year!, b!, a!), dayOf(year!, a!, b!)].filter((day) => day !== null),
  );
  const [first] = turned;
  if (first?.length)
    return turned.length > 1 ? null : first.length === 1 || first[0] === first[1] ? { iso: first[0]! } : { iso: first[0]!, or: first[1]! };
  const numbers = one([...place.matchAll(compact)].map(([, year, at, day]) => dayOf(year!, at!, day!)).filter((day) => day !== null));
  if (numbers !== undefined) return numbers === null ? null : { iso: numbers };
  const [, year, at, within] = /(?<=\/)((?:199[5-9]|20[0-3]\d))\/(\d\d)(\d\d)(?=\/)/.exec(place) ?? [];
  const folder = year === undefined ? null : dayOf(year, at!, within!);
  if (folder !== null) return { iso: folder, weak: true };
  const clock = /(?<!\d)(\d{0,3})(1\d{12})(?!\d)/.exec(place);
  // 2001 and later, since nobody counted so before.
  if (clock === null || Number(clock[2]) < 1e12 || Number(clock[2]) > 2.1e12) return null;
  const iso = new Date(Number(clock[2])).toISOString().slice(0, 10);
  return clock[1] === "" ? { iso } : { iso, weak: true };
}

/** The one that all are; null where they differ or one is none; undefined where there are none. */
const one = (days: readonly (string | null)[]): string | null | undefined => {
  const different = new Set(days);
  return different.size === 0 ? undefined : different.size === 1 ? [...different][0] : null;
};

/** The day that the name of a file begins with or holds, as in "2022-07-26 talks.txt" or "talks_26-July-2022.html"; null for 07-08-2022. */
export function dayInName(name: string): string | null {
  const separated = [...name.matchAll(/(?<!\d)((?:19|20)\d{2})([-_.])(\d{2})\2(\d{2})(?!\d)/g)].map(([, year, , at, day]) =>
    dayOf(year!, at!, day!),
  );
  const days = one(separated) ?? one([...name.matchAll(compact)].map(([, year, at, day]) => dayOf(year!, at!, day!)));
  if (days !== undefined) return days;
  // With blanks, as a line has it. Of two dates in a name neither is surely the article's.
  const words = name.replace(/[-_]+/g, " ").trim();
  const spelled = one(writtenDays(words));
  if (spelled !== undefined) return spelled;
  return firstDate(words.replace(/(?<=\d) (?=\d)/g, "-"));
}

/** A date of digits and one sign between them, with the year first or last; or as "3-Aug-2022". */
const digits = `(?<!\\d[./-]?)(?:\\d{1,2}(?<sign>[/.-])\\d{1,2}\\k<sign>(?:19|20)\\d{2}|(?:19|20)\\d{2}(?<mark>[/.])\\d{1,2}\\k<mark>\\d{1,2}|\\d{1,2}-${month}-\\d{4})(?!\\.?\\d)`;
const inDigits = new RegExp(digits, "i");

/** What a line says of later work on the article, up to its date: not the day of publication, and years away from it on some pages. */
const laterWork = new RegExp(
  `(?:updated|modified|revised|(?:last|medically) (?:edited|reviewed)|(?:edited|reviewed|recorded) on)\\b.{0,30}?(?:${full}|${digits})`,
  "gi",
);

/** The first full date that a short line such as "Published July 14, 2022 10:00 GMT", "26/07/2022" or "2022.07.26" holds, or null. */
export function dateInLine(line: string): string | null {
  return line.length > 120 ? null : firstDate(line.replace(laterWork, " "));
}

/** True for a line that holds a date of whatever: of later work, too. */
export const holdsDate = (line: string): boolean => firstDate(line) !== null;

function firstDate(line: string): string | null {
  const found = written.exec(line);
  if (found) return isoDate(found[0].replace(" of ", " "));
  const told = inDigits.exec(line)?.[0] ?? "";
  if (/[a-z]/i.test(told)) return isoDate(told.replace(/-/g, " "));
  const [a, b, year] = told.split(/[/.-]/);
  if (year === undefined) return null;
  if (a!.length === 4) return dayOf(a!, b!, year);
  const [one, two] = [dayOf(year, b!, a!), dayOf(year, a!, b!)];
  return one !== null && two !== null && one !== two ? null : (one ?? two);
}

/** Characters that a dateline and the words after it may take. */
const longestDateline = 200;

/** What stands between a place in capitals and a dash or colon, "GENEVA, 16 August 2025 —" or "KUWAIT CITY, July 25:". `day` is as in "07-25" where no year is told. */
export function dateline(line: string): { readonly iso: string } | { readonly day: string } | null {
  const start = line.slice(0, longestDateline).replace(/\s+/g, " ");
  const [, told] =
    /^(?:\p{Lu}[\p{Lu} .'’-]{2,40}|[\p{L} ]{2,30}(?<=News|Agency|AP|AFP|Reuters))(?: ?\([^)]{1,30}\))?(?:,| ?[-–—]) ?(.{4,40}?) ?(?:[—–:]|--? |\((?:[\p{L} .]{2,20})\))/u.exec(
      start,
    ) ?? [];
  const iso = (told === undefined ? null : dateInLine(told)) ?? fullDateline(start);
  if (iso !== null) return { iso };
  const found = new RegExp(`^${monthDay}$`, "i").exec(told ?? "");
  // A leap year, so that 29 February is a day.
  const day = found && isoDate(`${found[0].replace(" of ", " ").replace(/\./g, "")} 2000`);
  return day ? { day: day.slice(5) } : null;
}

const place = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}";
const places = `${place}(?:, ${place}){0,2}`;
const bracketed = "\\(\\p{Lu}[\\p{L} .,'’/-]{1,30}\\)";
/** A dash or colon, and no second date behind it: that would be the length of an event. */
const ending = `(?:[—–:]|--? )(?! ?(?:\\p{Lu}\\p{L}{2,8}\\.? )?\\d)`;

/** What stands before and behind the date of a dateline whose place is not in capitals, or whose date stands first or within brackets. */
const around = [
  // "Lomé (Togo), 3 August 2022 –", "Lome, Togo, Wednesday, Aug. 3, 2022 (Agency) -"
  [`${places}(?: ${bracketed})?(?:, \\p{Lu}\\p{Ll}{2,5}day)?, `, `(?: ${bracketed})? ?${ending}`],
  // "August 3, 2022 (Lomé) –"
  ["", ` ${bracketed} ?${ending}`],
  // "(Lomé, 3 August 2022)"
  [`\\(${places}, `, "\\)"],
].map(([before, after]) => [new RegExp(`^${before}$`, "u"), new RegExp(`^${after}`, "u")] as const);

/** Asks for a date with its year, since any sentence may begin with a name and a comma. */
function fullDateline(start: string): string | null {
  const found = written.exec(start);
  if (found === null) return null;
  const [before, after] = [start.slice(0, found.index), start.slice(found.index + found[0].length)];
  return around.some(([left, right]) => left.test(before) && right.test(after)) ? dateInLine(found[0]) : null;
}

const leaning: Readonly<Record<string, number>> = { yesterday: 1, last: 1, tomorrow: -1 };
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const weekday = `(?:(?:${weekdays.join("|")}),? )?`;
const partOfDay = "(?:morning|afternoon|evening)";
const calledToday = new RegExp(
  `\\b(?:(today|tonight|yesterday|tomorrow)(?: ${partOfDay})?|(this) ${partOfDay}|(last) (?:evening|night))\\)?,? ?\\(?${weekday}(${full}|${digits})(?!\\d)`,
  "gi",
);

/** "Police today (July 26, 2022) recovered …": the day that the article's own words call today; null where they differ or stand within quotation marks. */
export function dayCalledToday(text: string): string | null {
  const days = [...text.matchAll(calledToday)].flatMap((found) => {
    const [, word = found[2] ?? found[3]!] = found;
    const before = text.slice(0, found.index);
    const quoted =
      before.split("“").length > before.split("”").length || before.slice(before.lastIndexOf("\n") + 1).split('"').length % 2 === 0;
    const iso = firstDate(found[4]!);
    return quoted || iso === null ? [] : [plusDays(iso, leaning[word.toLowerCase()] ?? 0)];
  });
  return one(days) ?? null;
}

/** All full dates of a text that spell their month or stand as YYYY-MM-DD. */
export const writtenDays = (text: string): string[] =>
  [...text.matchAll(everyWritten)].flatMap(([date]) => isoDate(date.replace(" of ", " ")) ?? []);

const everyMonthDay = new RegExp(`\\b${monthDay}(?!\\.?,? \\d{4}|\\w)`, "gi");

/** True where the text names this day or the one before, by date or, in its first lines, by weekday or without a year: what an article of that day does. */
export function isConfirmed(iso: string, text: string): boolean {
  if (writtenDays(text).some((day) => daysFrom(day, iso) >= -1 && daysFrom(day, iso) <= 3)) return true;
  const own = new Date(iso).getUTCDay();
  const lead = text.slice(0, 1500).toLowerCase();
  const days = [...lead.matchAll(everyMonthDay)].map(([day]) =>
    isoDate(`${day.replace(" of ", " ").replace(/\./g, "")} ${iso.slice(0, 4)}`),
  );
  if (days.some((day) => day === iso || day === plusDays(iso, -1))) return true;
  return [own, (own + 6) % 7].some((day) => new RegExp(`\\b${weekdays[day]}\\b`).test(lead));
}
