// A sentence's words about time in, an ISO date out, told from the article's own date. chrono-node reads the words; which one is meant is decided here.
import * as chrono from "chrono-node/en";
import { anyOf } from "../grammar/words.ts";
import { overlaps, type Span, shift, span } from "../span.ts";
import type { EventDate } from "./types.ts";

/** Words that chrono takes for dates and that hardly ever date an event. */
const VAGUE = new RegExp(`^(?:${anyOf("dating", "vague")})$`, "i");

/** "In March", "last May": months that are also a verb and a name need a word that tells them apart. */
const DATING = new RegExp(String.raw`\b(?:${anyOf("dating", "before")})[ -]$`, "i");

/** "Two days before he meets …", "a week later": told from another event, whose date nobody reads here. */
const FROM_ELSEWHERE = new RegExp(String.raw`\b(?:${anyOf("dating", "nouns")}) (?:${anyOf("dating", "elsewhere")})$`, "i");

const STRETCH = new RegExp(anyOf("dating", "nouns"), "i");
const YEAR = new RegExp(String.raw`\b(?:of|from|by|${anyOf("dating", "before")})\s+((?:19|20)\d\d)\b`, "gi");

/** "For three years" is how long it took; "for three years on Monday" is on Monday. */
const LASTING = /^for\b/i;

const isVague = (words: string, index: number, text: string): boolean => {
  if (!VAGUE.test(words.trim())) return false;
  const month = /^(?:March|May)$/.test(words) && DATING.test(text.slice(0, index)) && !/^['’]s\b/.test(text.slice(index + words.length));
  return !month;
};

/**
 * Without one of these chrono finds nothing (held by a test): digits, and its names of months, days and stretches of time.
 * The signs of chrono's own words stand at a word's start, so that "minister" and "Monaco" ask for no parse.
 */
const TIMED = new RegExp(String.raw`\d|\b(?:${anyOf("chrono")})\b`, "i");

const DAY = 86_400_000;

/** True where chrono may find something in the text. */
export const isTimed = (text: string): boolean => TIMED.test(text);

/** What chrono read in the last text, looking back and ahead: several events of a sentence ask the same. */
let last: {
  readonly text: string;
  readonly instant: number;
  back: chrono.ParsedResult[] | null;
  ahead: chrono.ParsedResult[] | null;
} | null = null;

const NAMES_YEAR = /\b(?:19|20)\d\d\b/;

/** What chrono reads in `text`, in its order; nothing where nothing of it would be told. */
function parsed(text: string, reference: Date | null, ahead: boolean): chrono.ParsedResult[] {
  // Without a date to lean on only words that name their year are told.
  if (!isTimed(text) || (!reference && !NAMES_YEAR.test(text))) return [];
  const instant = reference ?? new Date("2000-01-01T12:00:00Z");
  if (last?.text !== text || last.instant !== instant.getTime()) last = { text, instant: instant.getTime(), back: null, ahead: null };
  last[ahead ? "ahead" : "back"] ??= chrono.parse(text, { instant, timezone: "UTC" }, { forwardDate: ahead });
  return last[ahead ? "ahead" : "back"]!;
}

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * @param text of the sentence, `offset` its place in the document
 * @param near the time argument or the trigger: the date expression that overlaps it, else the nearest in the sentence
 * @param published ISO date of the article; without one only dates that name their own year are told
 * @param ahead true for what is still to come: "on Friday" is then the next one
 * @param tells true for a place whose words about time can be the event's own; all others are passed over
 */
export function dateOf(
  text: string,
  offset: number,
  near: Span,
  published: string | null,
  ahead: boolean,
  tells: (at: Span) => boolean = () => true,
): EventDate | null {
  const reference = published ? new Date(`${published.slice(0, 10)}T12:00:00Z`) : null;
  const found = parsed(text, reference, ahead)
    .filter((r) => !isVague(r.text, r.index, text))
    .filter(
      (r) =>
        r.start.isCertain("day") ||
        r.start.isCertain("month") ||
        r.start.isCertain("year") ||
        r.start.isCertain("weekday") ||
        STRETCH.test(r.text),
    );
  const years = [...text.matchAll(YEAR)].map((m) => {
    const start = m.index + m[0].length - 4;
    return { iso: m[1]!, at: span(start, start + 4) };
  });
  const options = found
    // Without the article's date nothing that leans on it is told: the words must name their year. 05-08-2021 is two days, so neither.
    .filter((r) => reference || NAMES_YEAR.test(r.text))
    // "GENEVA, 16 August 2025 — The ministers met on Friday": a dateline dates the report.
    .filter((r) => !(r.index < 60 && /^\s?[—–-]/.test(text.slice(r.index + r.text.length))))
    .filter((r, _, all) => !LASTING.test(r.text) || !all.some(({ index }) => index > r.index && index - r.index - r.text.length <= 2))
    .filter((r) => !/^\d{1,2}[-/.](?:0?[1-9]|1[0-2])[-/.]\d{2,4}$/.test(r.text.trim()))
    .map((r) => {
      const year = r.start.get("year");
      const month = r.start.get("month");
      const day = r.start.get("day");
      // "last month", "in 2022": no finer than the words.
      const byMonth =
        (!r.start.isCertain("day") && !r.start.isCertain("weekday") && r.start.isCertain("month")) || /\bmonths?\b/i.test(r.text);
      const byYear = /\byears?\b|\bdecades?\b/i.test(r.text);
      let on = Date.UTC(year!, month! - 1, day!);
      // News tells "on Friday" of the Friday behind it, and "in November" of the one behind it.
      if (reference && !ahead && r.start.isCertain("weekday") && !r.start.isCertain("day") && on > reference.getTime()) on -= 7 * DAY;
      else if (reference && !ahead && r.start.isCertain("month") && !r.start.isCertain("year") && on > reference.getTime() + 7 * DAY)
        on = Date.UTC(year! - 1, month! - 1, day!);
      const d = new Date(on);
      const iso =
        LASTING.test(r.text) || FROM_ELSEWHERE.test(r.text)
          ? null
          : byYear
            ? `${year}`
            : byMonth
              ? `${d.getUTCFullYear()}-${two(month!)}`
              : `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
      return { iso, at: span(r.index, r.index + r.text.length) };
    });
  const all = [...options, ...years.filter((y) => !options.some((o) => overlaps(o.at, y.at)))];
  const local = { start: near.start - offset, end: near.end - offset };
  const distance = ({ at }: { at: Span }): number => Math.max(0, at.start - local.end, local.start - at.end);
  const own = all.filter(({ at }) => tells(shift(at, offset)));
  const best = own.sort((a, b) => distance(a) - distance(b) || a.at.start - b.at.start)[0];
  // What stands nearest dates the event, or leaves it without a date.
  return best?.iso ? { iso: best.iso, ...shift(best.at, offset) } : null;
}
