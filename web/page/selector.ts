// A place in a text ↔ a fragment by position and quotation: "#selector(type=TextPositionSelector,…)" of W3C's Selectors and States. Pure.
// The position finds the words at once; the quotation finds them again where the text has changed.
import { type Span, slice, span } from "../../src/span.ts";

/** Characters of context on both sides of a quotation. */
const context = 24;
/** A longer quotation is cut: the position tells where it ends. */
const longest = 200;

/** Halves of characters, where a place cuts one, cannot stand in an address. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** Percent-encoded, brackets too, since they close a selector. */
const encode = (text: string): string =>
  encodeURIComponent(whole(text)).replace(/[()'!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export function fragmentOf(text: string, at: Span): string {
  const exact = slice(text, at).slice(0, longest);
  const prefix = text.slice(Math.max(0, at.start - context), at.start);
  const suffix = text.slice(at.start + exact.length, at.start + exact.length + context);
  const quotation = `selector(type=TextQuoteSelector,exact=${encode(exact)},prefix=${encode(prefix)},suffix=${encode(suffix)})`;
  return `#selector(type=TextPositionSelector,start=${at.start},end=${at.end},refinedBy=${quotation})`;
}

export interface Found {
  readonly at: Span;
  /** False where the words were found at another place than the link says. */
  readonly unmoved: boolean;
}

/** Where the words stand now. @returns null where the fragment names no words, "gone" where they are no longer in the text */
export function find(text: string, fragment: string): Found | "gone" | null {
  const number = (key: string): number => Number(new RegExp(`[(,]${key}=(\\d+)`).exec(fragment)?.[1] ?? Number.NaN);
  const words = (key: string): string => decode(new RegExp(`[(,]${key}=([^,()]*)`).exec(fragment)?.[1] ?? "");
  if (!fragment.startsWith("#selector(")) return null;
  const [start, end, exact] = [number("start"), number("end"), words("exact")];
  const placed = end > start && end <= text.length;
  if (!exact) return placed ? { at: span(start, end), unmoved: true } : "gone";
  if (placed && whole(text.slice(start, start + exact.length)) === exact)
    return { at: span(start, Math.max(end, start + 1)), unmoved: true };
  const length = Math.max(exact.length, placed ? end - start : 0);
  const [prefix, suffix] = [words("prefix"), words("suffix")];
  let best: { from: number; rank: number } | null = null;
  for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
    const fits = Number(text.endsWith(prefix, from)) + Number(text.startsWith(suffix, from + exact.length));
    // Nearer is better, the same neighbours better still.
    const rank = fits * text.length - Math.abs(from - (start || 0));
    if (!best || rank > best.rank) best = { from, rank };
  }
  return best ? { at: span(best.from, Math.min(text.length, best.from + length)), unmoved: false } : "gone";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
