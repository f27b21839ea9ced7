// Places in the article's text → ranges, rectangles and highlights of what the browser shows. The only file that walks the article's nodes.
import type { Span } from "../../src/span.ts";

/** The range of [start, end), cut to its first paragraph; null where that is not on the page. Paragraphs carry `data-start` and hold their text unchanged. */
export function rangeOf(article: Element, { start, end }: Span): Range | null {
  const paragraph = paragraphAt(article, start);
  if (!paragraph) return null;
  const range = document.createRange();
  let at = Number(paragraph.dataset.start);
  let begun = false;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun) range.setEnd(node, Math.min(length, Math.max(0, end - at)));
    at += length;
    if (at >= end) break;
  }
  return begun ? range : null;
}

export function paragraphAt(article: Element, at: number): HTMLElement | null {
  const all = article.querySelectorAll<HTMLElement>("[data-start]");
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(all[middle]!.dataset.start) <= at) low = middle + 1;
    else high = middle;
  }
  return all[low - 1] ?? null;
}

/** Colours places without touching the text's elements; browsers without highlights show none. */
export function highlight(article: Element, name: string, places: readonly Span[]): void {
  if (!("highlights" in CSS)) return;
  const ranges = places.flatMap((place) => rangeOf(article, place) ?? []);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Brings a place into view, opening what it is folded in. */
export function show(article: Element, place: Span): void {
  const paragraph = paragraphAt(article, place.start);
  const folded = paragraph?.closest("details");
  if (folded) folded.open = true;
  // A paragraph out of view has no layout yet: first it, then the words in it.
  paragraph?.scrollIntoView({ block: "center" });
  const box = rangeOf(article, place)?.getBoundingClientRect();
  if (box) scrollBy({ top: box.top - innerHeight / 3 });
}

/** The place of what the reader has selected with the pointer or the keyboard; null where that is not in the article's text. */
export function selectedSpan(article: Element): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [placeOf(article, range.startContainer, range.startOffset), placeOf(article, range.endContainer, range.endOffset)];
  return start !== null && end !== null && end > start ? { start, end } : null;
}

function placeOf(article: Element, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph || !article.contains(paragraph)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}
