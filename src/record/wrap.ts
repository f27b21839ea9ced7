// Words with styles → lines no wider than the page. The only file that knows terminal escapes.

export type Style = "bold" | "dim" | "good" | "bad";

/** A piece of text in one style; a no-break space in it keeps its words on one line. */
export interface Run {
  readonly text: string;
  readonly style?: Style;
}

const escapes: Record<Style, string> = { bold: "1", dim: "2", good: "36", bad: "31" };

export const paint = (text: string, style: Style | undefined, colour: boolean): string =>
  colour && style !== undefined && text !== "" ? `\x1b[${escapes[style]}m${text}\x1b[0m` : text;

/** How many columns a terminal gives to the text. */
export function columns(text: string): number {
  const narrow = text.replace(/[\p{M}\p{Cf}]/gu, "");
  const wide = narrow.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]|\p{Emoji_Presentation}/gu,
  );
  return [...narrow].length + (wide?.length ?? 0);
}

/**
 * @param first what stands before the first line, @param rest before the others; both count into `width`
 * @returns lines without line feeds; only a word longer than a line sticks out
 */
export function wrap(runs: readonly Run[], { width, colour }: { width: number; colour: boolean }, first = "", rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let used = columns(first);
  // Words of one style that stand together are painted together.
  let words: string[] = [];
  const flush = (style: Style | undefined) => {
    if (words.length > 0) line += paint(words.join(" ").replaceAll("\u00a0", " "), style, colour);
    words = [];
  };
  let empty = true;
  for (const { text, style } of runs) {
    const parts = text.split(" ").filter((part) => part !== "");
    if (parts.length > 0 && !empty) line += " ";
    for (const word of parts) {
      const size = columns(word);
      if (!empty && used + 1 + size > width) {
        flush(style);
        lines.push(line.trimEnd());
        line = rest;
        used = columns(rest);
        empty = true;
      }
      words.push(word);
      used += size + (empty ? 0 : 1);
      empty = false;
    }
    flush(style);
  }
  return empty ? lines : [...lines, line];
}
