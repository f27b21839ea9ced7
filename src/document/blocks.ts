// A DOM element → its paragraphs, in order: headings, list items and table rows are paragraphs of their own. Reads no styles.
import type { PageElement, PageNode } from "./dom.ts";

/** One paragraph, and the name of the block it stood in: P, LI, H2, TR … */
export interface Block {
  readonly name: string;
  readonly text: string;
}

const inline = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** True for elements that stand within a paragraph. */
export const isInline = (name: string): boolean => inline.has(name);

const silent = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME SVG svg MATH math OBJECT EMBED CANVAS HEAD TITLE VIDEO AUDIO SELECT TEXTAREA".split(" "),
);

/** Paragraphs without white space at their ends; none is empty. Walks with a list of its own, so depth cannot overflow the stack. */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  // Of the open paragraph: its parts, whether they hold words, and whether a line break stands in the white space at their end. Kept, since to look anew at each break takes the square of the length.
  let parts: string[] = [];
  let worded = false;
  let broken = false;
  let name = "P";
  const add = (part: string) => {
    parts.push(part);
    const words = part.trimEnd().length;
    const breaks = part.slice(words).includes("\n");
    worded ||= words > 0;
    broken = words > 0 ? breaks : broken || breaks;
  };
  const close = (next: string) => {
    const tidy = parts
      .join("")
      .replace(/[\t\n\f\r \u00a0]+/g, " ")
      .trim();
    // Zero-width characters alone are no words.
    if (/[^\s\p{Cf}]/u.test(tidy)) blocks.push({ name, text: tidy });
    parts = [];
    worded = broken = false;
    name = next;
  };
  // What is still to be done, last first: a node to open, or the name of the block to go back to.
  const todo: (PageNode | string)[] = [root];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === "string") close(next);
    else if (next.nodeType === 3) add(next.textContent);
    else if (next.nodeType === 1 && !silent.has(next.nodeName)) {
      const element = next as PageElement;
      // Two line breaks in a row part paragraphs; one is a blank, as in an address or a verse.
      if (element.nodeName === "BR" && worded && broken) close(name);
      else if (element.nodeName === "BR") add("\n");
      else if (element.nodeName === "TD" || element.nodeName === "TH") add(" ");
      else if (!isInline(element.nodeName)) {
        todo.push(name);
        close(element.nodeName === "DIV" && name === "LI" ? name : element.nodeName);
      }
      // Taken once: linkedom makes the list anew at each call.
      const inside = element.childNodes;
      for (let i = inside.length - 1; i >= 0; i--) todo.push(inside[i]!);
    }
  }
  close("P");
  return blocks;
}
