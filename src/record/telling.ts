// How an article is told: shares of its voices, and what in the text is not news.
import { slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import { placesOf } from "./places.ts";
import type { ReadoutRecord } from "./types.ts";
import { many } from "./words.ts";

const told = ["reported", "attributed", "opinion", "anecdotal", "scene"] as const;
const kinds = {
  sponsored: "sponsored content",
  advertisement: "advertising",
  solicitation: "a solicitation",
  subscription: "a subscription offer",
};

/** The sentences of one voice; `percent` is a whole number. */
export interface Share {
  readonly voice: string;
  readonly count: number;
  readonly percent: number;
}

/** Shares of the article's sentences, advertising and furniture left out. By the largest remainder, so that percents add up to 100. */
export function sharesOf({ sentences }: ReadoutRecord): Share[] {
  const counts = told.map((voice) => ({ voice, count: sentences.filter((sentence) => sentence.voice === voice).length }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const shares = counts.filter(({ count }) => count > 0).map((share) => ({ ...share, percent: Math.floor((100 * share.count) / all) }));
  const rest = (share: { count: number }): number => ((100 * share.count) / all) % 1;
  let missing = 100 - shares.reduce((sum, { percent }) => sum + percent, 0);
  for (const share of [...shares].sort((a, b) => rest(b) - rest(a))) if (missing-- > 0) share.percent++;
  return shares;
}

/** What is in the text and is not news, one sentence each: where it is, what it is and what gave it away. */
export function asidesOf(record: ReadoutRecord): string[] {
  const { document, sentences, promotions } = record;
  const { lines } = placesOf(record);
  const asides = promotions.map((promotion) => {
    const signals = new Map<string, string>();
    for (const signal of promotion.signals) if (!signals.has(signal.name)) signals.set(signal.name, tidy(slice(document.text, signal)));
    const because = [...signals].map(([name, words]) => (words.length <= 40 ? `${name} “${words}”` : name)).join(", ");
    const where = lines(promotion);
    const verb = where.startsWith("lines") ? "are" : "is";
    return `Not news: ${where} ${verb} ${kinds[promotion.kind]}${because ? ` (${because})` : ""} [${promotion.start}–${promotion.end}]`;
  });
  const furniture = sentences.filter(({ voice }) => voice === "furniture").length;
  return furniture === 0 ? asides : [...asides, `Not news: ${many(furniture, "line")} of page furniture (menus, captions, links)`];
}
