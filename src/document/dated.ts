// What an article, its address and its name tell of the day of its publication → the day that is believed, where it is from and how sure that is. Pure.
import { dateInLine, dateline, dayCalledToday, dayInAddress, dayInName, daysFrom, isConfirmed, writtenDays } from "./dates.ts";

/** Where the date of a publication is from: who gave the article, what its page states, its address, its first lines, a word in its text, a feed, the name of its file. */
export type DateSource = "given" | "metadata" | "address" | "dateline" | "text" | "page" | "feed" | "file";

export interface Dated {
  /** ISO 8601, a date or a date and time. */
  readonly iso: string;
  readonly from: DateSource;
  /** 0–1: the share of dates from there that are right (`npx tsx eval/dates.ts`), less where another source has another day. */
  readonly confidence: number;
}

/** In the order in which they are believed. Metadata, address and page as measured; the others are as an address, or as a page. */
const sureness: Readonly<Record<DateSource, number>> = {
  given: 1,
  metadata: 0.92,
  address: 0.98,
  dateline: 0.97,
  text: 0.97,
  feed: 0.92,
  page: 0.9,
  file: 0.8,
};

/** Evidence that had to be asked for is less than what is said outright. */
const doubted = 0.85;
/** Where sources differ by more days than a night and an hour zone explain. */
const disputed = 0.6;

export interface Clues {
  /** Dates that somebody states, in words or ISO. */
  readonly stated?: Partial<Record<DateSource, string | null>>;
  readonly address: string | null;
  /** First lines, each as it stands. */
  readonly lines?: readonly string[];
  readonly text: string;
  /** Name of the file. */
  readonly file?: string | undefined;
}

/** Null where nothing tells it surely enough: a wrong date is worse than none. */
export function datedBy({ stated = {}, address, lines = [], text, file }: Clues): Dated | null {
  const start = text.slice(0, 6000);
  const found: Dated[] = [];
  const add = (from: DateSource, iso: string | null | undefined, confidence = sureness[from]): void => {
    if (iso) found.push({ iso, from, confidence });
  };
  add("given", stated.given);
  add("metadata", stated.metadata);
  const day = address === null ? null : dayInAddress(address);
  if (day && !day.or && !day.weak) add("address", day.iso);
  // A date within a sentence is the date of an event; one on a line of its own is the article's.
  for (const line of lines) if (line.length <= 60 && !line.endsWith(".")) add("dateline", dateInLine(line));
  for (const line of lines) {
    const told = dateline(line);
    if (told) add("dateline", "iso" in told ? told.iso : withYear(told.day, address, day?.iso ?? null, start));
  }
  add("text", dayCalledToday(start));
  if (day?.or) {
    const near = [day.iso, day.or].filter((each) => writtenDays(start).some((other) => Math.abs(daysFrom(other, each)) <= 10));
    if (near.length === 1) add("address", near[0], doubted);
  }
  if (day?.weak && isConfirmed(day.iso, start)) add("address", day.iso, doubted);
  add("page", stated.page);
  add("feed", stated.feed);
  if (file !== undefined) add("file", dayInName(file));
  const [first] = found;
  if (first === undefined) return null;
  const best = { ...first, iso: shownDay(first.iso, found) };
  const differs = found.some(({ iso, from }) => from !== "file" && Math.abs(daysFrom(iso, best.iso)) > 2);
  return differs && best.from !== "given" ? { ...best, confidence: Math.min(best.confidence, disputed) } : best;
}

const hour = 3_600_000;

/** A moment told in UTC is another day where the readers are: that day, where the address or the page shows it. */
function shownDay(iso: string, found: readonly Dated[]): string {
  if (!iso.includes("T") || !/(?:Z|[+-]00:00)$/.test(iso)) return iso;
  // Zones reach from twelve hours behind UTC to fourteen before it.
  const days = [-12, 14].map((hours) => new Date(Date.parse(iso) + hours * hour).toISOString().slice(0, 10));
  const shown = found.filter(({ from }) => from === "address" || from === "page").map((each) => each.iso.slice(0, 10));
  const other = shown.find((day) => days.includes(day));
  return other === undefined || shown.includes(iso.slice(0, 10)) ? iso : other;
}

/** The year of "July 25" where the address or a full date of the days around it tells it. */
function withYear(day: string, address: string | null, addressDay: string | null, text: string): string | null {
  const years = new Set(/(?<=\/)(?:19|20)\d\d(?=\/\d{1,2}\/)/.exec(address ?? ""));
  for (const near of [...writtenDays(text), ...(addressDay ? [addressDay] : [])])
    for (const year of [-1, 0, 1].map((more) => `${Number(near.slice(0, 4)) + more}`)) {
      const days = daysFrom(near, `${year}-${day}`);
      if (days >= -3 && days <= 10) years.add(year);
    }
  return years.size === 1 ? `${[...years][0]}-${day}` : null;
}
