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
  let text = "";
  let name = "P";
  const close = (next: string) => {
    const tidy = text.replace(/[\t\n\f\r \u00a0]+/g, " ").trim();
    // Zero-width characters alone are no words.
    if (/[^\s\p{Cf}]/u.test(tidy)) blocks.push({ name, text: tidy });
    text = "";
    name = next;
  };
  // What is still to be done, last first: a node to open, or the name of the block to go back to.
  const todo: (PageNode | string)[] = [root];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === "string") close(next);
    else if (next.nodeType === 3) text += next.textContent;
    else if (next.nodeType === 1 && !silent.has(next.nodeName)) {
      const element = next as PageElement;
      if (element.nodeName === "BR") text = breakLine(text, close, name);
      else if (element.nodeName === "TD" || element.nodeName === "TH") text += " ";
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

// Two line breaks in a row part paragraphs; one is a blank, as in an address or a verse.
function breakLine(text: string, close: (next: string) => void, name: string): string {
  if (!/\n\s*$/.test(text) || text.trim() === "") return `${text}\n`;
  close(name);
  return "";
}
