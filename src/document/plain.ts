// The first lines of a plain text → the facts they state: address, title, byline, and the lines where a date may stand. The text itself is never changed.
import { bylineInLine } from "./byline.ts";
import { holdsDate } from "./dates.ts";

/** Null where the text does not say. */
export interface PlainFacts {
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** Lines below the title where a date of publication may stand. */
  readonly lines: readonly string[];
}

const longestTitle = 200;

/** Looks at the first eight lines that hold words, no further than 5,000 characters. */
export function plainFacts(text: string): PlainFacts {
  const lines = text
    .slice(0, 5000)
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  while (lines[0] === "") lines.shift();
  const url = /^https?:\/\/\S+$/i.test(lines[0] ?? "") ? lines.shift()! : null;
  while (lines[0] === "") lines.shift();
  const title = titleOf(lines);
  const head = lines.filter((line) => line !== "").slice(title === null ? 0 : 1, 5);
  const byline = head.map(bylineInLine).find((name) => name !== null) ?? null;
  return {
    url,
    title,
    byline,
    publisher: url ? hostOf(url) : null,
    lines: head,
  };
}

/** The first line, where it is short, ends in no full stop and a blank line and more text follow; "# " of Markdown is no part of it. */
function titleOf(lines: readonly string[]): string | null {
  const [line = "", next, ...rest] = lines;
  const title = line.replace(/^#{1,3}\s+/, "");
  if (title === "" || title.length > longestTitle || /[.:;,]["”’']?$/.test(title)) return null;
  if (next !== "" || !rest.some((more) => more !== "")) return null;
  return bylineInLine(title) === null && !(title.length < 40 && holdsDate(title)) ? title : null;
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname.replace(/^www\d?\./, "");
  } catch {
    return null;
  }
}
