// HTML text → a DOM that the rules can walk: always html with a body, never deeper than `deepest`, no scripts. The only file that knows linkedom.
import { parseHTML } from "linkedom";
import { UnreadableError } from "./failure.ts";

/** The part of the DOM that the rules use; text nodes have nodeType 3 and their words in `textContent`. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  textContent: string;
  readonly childNodes: readonly PageNode[];
  readonly parentNode: PageElement | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  readonly children: readonly PageElement[];
  readonly parentElement: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  readonly id: string;
  readonly className: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  matches(selector: string): boolean;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  replaceWith(...nodes: PageNode[]): void;
  append(...nodes: PageNode[]): void;
  cloneNode(deep: boolean): PageElement;
}

export interface Page {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly head: PageElement | null;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

// Elements below this depth become plain text: real pages stay under 60, and the parts that recurse must not run out of stack.
const deepest = 200;

// Parsing time grows with the square of the depth, and long news pages hold some 10,000 tags: what is beyond these is no article.
const mostTags = 200_000;
const deepestTags = 20_000;

function refuseHostile(html: string): void {
  let tags = 0;
  let depth = 0;
  for (const [, close, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)?/gi)) {
    if (++tags > mostTags) throw new UnreadableError(`holds more than ${mostTags} tags: save the article alone`);
    // Those that may be left open, or are never closed, tell nothing.
    if (/^(p|li|d[td]|t[dhr]|t(body|head|foot)|option|br|hr|img|meta|link|input|source|area|base|col|embed|track|wbr|)$/i.test(name))
      continue;
    depth += close ? -1 : 1;
    if (depth > deepestTags) throw new UnreadableError(`nests tags more than ${deepestTags} deep: save the article alone`);
  }
}

/**
 * A page as a DOM; broken HTML is mended as a browser would, roughly.
 * @throws UnreadableError for pages that would take minutes
 */
export function parsePage(html: string): Page {
  refuseHostile(html);
  const read = parse(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // linkedom leaves a second <body>, and what stands between head and body, where it finds them: gather all in one body.
  const page = parse("<!doctype html><html><head></head><body></body></html>");
  // A tag that is never closed ("<html ") gives no document at all.
  const root = (read.documentElement as PageElement | null) ?? page.createElement("html");
  for (const { name, value } of root.attributes) page.documentElement.setAttribute(name, value);
  for (const child of [...root.childNodes]) {
    if (child.nodeName === "HEAD" && child.nodeType === 1) move(child, page.head!);
    else if (child.nodeName === "BODY") move(child, page.body);
    else page.body.append(child);
  }
  flatten(page);
  for (const inner of [...page.querySelectorAll("html html, body body, html > head head, body head")]) {
    const plain = page.createElement("div");
    move(inner, plain);
    inner.replaceWith(plain);
  }
  return page;
}

// One by one: a page may have more nodes than a call may have arguments.
function move(from: PageNode, to: PageElement): void {
  for (const node of [...from.childNodes]) to.append(node);
}

const parse = (html: string): Page => (parseHTML(html) as unknown as { document: Page }).document;

function flatten(page: Page): void {
  const open: [PageElement, number][] = [[page.documentElement, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, depth] = next;
    if (depth >= deepest && element.children.length > 0) element.replaceWith(page.createTextNode(element.textContent));
    else for (const child of element.children) open.push([child, depth + 1]);
  }
}

/** The words of an element, white space as one blank. */
export const words = (node: PageNode): string => node.textContent.replace(/\s+/g, " ").trim();

/** How much of the element's text stands in links, 0–1. */
export function linkShare(element: PageElement): number {
  const all = words(element).length;
  let linked = 0;
  for (const link of element.querySelectorAll("a[href]")) linked += words(link).length;
  return all === 0 ? 0 : Math.min(1, linked / all);
}
