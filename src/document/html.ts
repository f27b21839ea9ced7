// HTML text → the article's text and the facts that the page states about it. Reads no network, runs no scripts.
import { Readability } from "@mozilla/readability";
import { type Block, blocksOf } from "./blocks.ts";
import { mendDoubleEncoding } from "./decode.ts";
import { type Page, type PageElement, parsePage } from "./dom.ts";
import { factsOf, type PageFacts } from "./facts.ts";
import { dropFurniture } from "./furniture.ts";
import { dropLeftovers } from "./leftovers.ts";
import { weighProse } from "./prose.ts";

/** What a page gives: its article, paragraphs parted by a blank line, and its facts. `text` is empty where no article was found. */
export interface HtmlArticle extends PageFacts {
  readonly text: string;
  /** Its first paragraphs, where a dateline may stand. */
  readonly lines: readonly string[];
}

/** @param url where the page came from, if known */
export function readHtml(html: string, url: string | null): HtmlArticle {
  const page = parsePage(mendDoubleEncoding(html));
  const facts = factsOf(page, url);
  dropFurniture(page);
  const blocks = dropLeftovers(articleBlocks(page), facts.byline);
  // The title is told apart, so the text begins below it.
  if (blocks[0]?.text === facts.title) blocks.shift();
  const paragraphs = blocks.map((block) => block.text);
  return { ...facts, text: paragraphs.join("\n\n"), lines: paragraphs.slice(0, 4) };
}

// Above this Readability takes seconds; such pages are lists, of which the container is right.
const mostElements = 30_000;

// Readability is right about most pages, but on some it keeps one section of many. Then all of the container is nearer the truth.
const leastShare = 0.6;

function articleBlocks(page: Page): Block[] {
  const held = blocksOf(container(page.body));
  const found = readability(page);
  const blocks = found ? blocksOf(found) : [];
  return prose(blocks) < leastShare * prose(held) ? held : blocks;
}

/** What a page without an article holds, for people: its title and its longest run of words. */
export function leftIn(html: string, title: string | null): string {
  const texts = blocksOf(parsePage(mendDoubleEncoding(html)).body).map(({ text }) => text);
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), "");
  if (longest === "") return "no words at all stand on it, as where a script fetches them";
  const shown = longest.length > 80 ? `${longest.slice(0, 79)}…` : longest;
  return `its ${title === null ? "" : `title is “${title.slice(0, 80)}”, its `}longest run of words, of ${longest.length} characters, is “${shown}”`;
}

const prose = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.text.length, 0);

/** The innermost element that still holds nearly all sentences of the body. */
function container(body: PageElement): PageElement {
  const weights = weighProse(body);
  const least = 0.8;
  for (let at = body; ; ) {
    const inner = at.children.find((child) => weights.get(child)! > 0 && weights.get(child)! >= least * weights.get(at)!);
    if (!inner) return at;
    at = inner;
  }
}

function readability(page: Page): PageElement | null {
  try {
    const options = {
      charThreshold: 200,
      maxElemsToParse: mostElements,
      serializer: (node: unknown) => node as PageElement,
      disableJSONLD: true,
    };
    return new Readability<PageElement>(page as never, options as never).parse()?.content ?? null;
  } catch {
    return null;
  }
}
