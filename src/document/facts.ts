// A page → what it states about itself: title, byline, publisher, date, language, address, kind. JSON-LD first, then meta elements, then the page.
import { blocksOf } from "./blocks.ts";
import { bylineInLine } from "./byline.ts";
import type { DateSource } from "./dated.ts";
import { dateInLine, isoDate } from "./dates.ts";
import { type Page, words } from "./dom.ts";
import { kindOf } from "./kinds.ts";
import type { DocumentKind } from "./types.ts";

/** Null where the page does not say. */
export interface PageFacts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** When it was published: as its metadata has it, and as a line about the main heading does. */
  readonly dates: Partial<Record<DateSource, string | null>>;
  readonly language: string | null;
  readonly url: string | null;
  readonly kind: DocumentKind;
}

type Thing = Readonly<Record<string, unknown>>;

/** Must run before the page loses its scripts and headings. @param url where the page came from, if known */
export function factsOf(page: Page, url: string | null): PageFacts {
  const article = articleThing(page);
  const meta = metaOf(page);
  const publisher =
    nameOf(article?.publisher) ?? meta("og:site_name") ?? meta("application-name") ?? meta("dc.publisher") ?? nameOf(siteThing(page));
  const title = titleOf(page, article, meta, publisher);
  const head = headOf(page);
  const address = absolute(attribute(page, "link[rel='canonical']", "href") ?? meta("og:url"), url) ?? url;
  return {
    title,
    byline: bylineOf(article?.author) ?? authorOf(page, meta) ?? first(head, bylineInLine),
    publisher,
    dates: { metadata: dateOf(page, article, meta), page: first(head, dateInLine) },
    language: languageOf(page, article, meta),
    url: address,
    kind: kindOf(typesOf(article), [meta("article:section"), text(article?.articleSection)].join(" "), address, title),
  };
}

/** The lines about the main heading, where pages show their date and author. */
function headOf(page: Page): string[] {
  const lines = blocksOf(page.body);
  const at = lines.findIndex((line) => line.name === "H1");
  return at < 0 ? [] : lines.slice(Math.max(0, at - 3), at + 12).map((line) => line.text);
}

function first(lines: readonly string[], find: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = find(line);
    if (found !== null) return found;
  }
  return null;
}

// No title or name is longer; some pages put their whole text in a meta element.
const longestValue = 2000;

const text = (value: unknown): string | null => {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "string") return null;
  const tidy = unescapeOnce(first.slice(0, longestValue)).replace(/\s+/g, " ").trim();
  return tidy === "" ? null : tidy;
};

// JSON-LD and meta values are often escaped once more than HTML asks for.
const unescapeOnce = (value: string): string =>
  withoutTags(value).replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, named) => {
    if (named) return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }[named.toLowerCase() as "amp"] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function withoutTags(value: string): string {
  let out = "";
  for (let at = 0; ; ) {
    const open = value.indexOf("<", at);
    const close = open < 0 ? -1 : value.indexOf(">", open);
    if (close < 0) return out + value.slice(at);
    // "<>" is no tag.
    const empty = close === open + 1;
    out += value.slice(at, empty ? close : open);
    at = empty ? close : close + 1;
  }
}

function metaOf(page: Page): (name: string) => string | null {
  const values = new Map<string, string>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const name = (element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("itemprop"))?.toLowerCase();
    const value = text(element.getAttribute("content"));
    if (name && value && !values.has(name)) values.set(name, value);
  }
  return (name) => values.get(name) ?? null;
}

const attribute = (page: Page, selector: string, name: string): string | null => text(page.querySelector(selector)?.getAttribute(name));

/** All JSON-LD things of the page, those within @graph, arrays and mainEntity too. */
function things(page: Page): Thing[] {
  const found: Thing[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 5 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else {
      found.push(value as Thing);
      visit((value as Thing)["@graph"], depth + 1);
      visit((value as Thing).mainEntity, depth + 1);
      visit((value as Thing).mainEntityOfPage, depth + 1);
    }
  };
  for (const script of page.querySelectorAll("script[type='application/ld+json']")) {
    try {
      visit(
        JSON.parse(script.textContent.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, "").replace(/[\n\r\t]/g, " ")),
        0,
      );
    } catch {
      // Broken JSON-LD is common and no reason to refuse a page.
    }
  }
  return found;
}

const typesOf = (thing: Thing | undefined): string[] => [thing?.["@type"]].flat().filter((type) => typeof type === "string");
const articleTypes = /Article$|^BlogPosting$|^(Report|Review|CriticReview|LiveBlogPosting|AnalysisNewsArticle)$/;

function articleThing(page: Page): Thing | undefined {
  const found = things(page).filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  return found.find((thing) => thing.headline !== undefined) ?? found[0];
}

const siteThing = (page: Page): Thing | undefined => things(page).find((thing) => typesOf(thing).includes("WebSite"));

function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "object" && first !== null ? text((first as Thing).name) : text(first);
}

function titleOf(page: Page, article: Thing | undefined, meta: (name: string) => string | null, publisher: string | null): string | null {
  const heads = [...page.querySelectorAll("h1")].map(words).filter((head) => head !== "");
  const stated = [
    text(article?.headline),
    meta("og:title"),
    meta("twitter:title"),
    meta("dc.title"),
    text(page.querySelector("title")?.textContent),
  ]
    .filter((title) => title !== null)
    .map((title) => withoutSite(title, publisher));
  // The heading as readers see it, where one is like what the page states; the stated title where none is.
  const shown = heads.find((head) => stated.some((title) => alike(head, title)));
  return shown ?? stated[0] ?? heads[0] ?? null;
}

const letters = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const alike = (a: string, b: string): boolean => {
  const [x, y] = [letters(a), letters(b)];
  return x !== "" && (x === y || (x.length > 12 && y.startsWith(x)) || (y.length > 12 && x.startsWith(y)));
};

/** "Talks resume | The Daily" → "Talks resume" @param title with single blanks */
function withoutSite(title: string, publisher: string | null): string {
  const parts = title.split(/ [|–—·»-] | ?\| ?/);
  const last = parts.at(-1)!;
  if (parts.length < 2) return title;
  const lead = title.slice(0, title.lastIndexOf(last));
  const bare = lead.trimEnd();
  const head = /[|–—·»-]$/.test(bare) ? bare.slice(0, -1).trimEnd() : lead;
  const isSite = publisher !== null && (letters(last).includes(letters(publisher)) || letters(publisher).includes(letters(last)));
  return (isSite || title.includes("|")) && head.length >= 10 ? head : title;
}

const isName = (name: string): boolean => name.length <= 120 && !/^https?:|@|\d{4}|^(admin|editor|staff|user)$/i.test(name);

function bylineOf(authors: unknown): string | null {
  const names = [authors]
    .flat()
    .map(nameOf)
    .filter((name) => name !== null && isName(name));
  return names.length === 0 ? null : [...new Set(names)].slice(0, 6).join(", ");
}

function authorOf(page: Page, meta: (name: string) => string | null): string | null {
  const shown = page.querySelector("[rel='author'], [itemprop='author'] [itemprop='name'], [itemprop='author'], .byline, .author-name");
  const stated = [
    meta("author"),
    meta("article:author"),
    meta("parsely-author"),
    meta("dc.creator"),
    meta("byl"),
    shown ? words(shown) : null,
  ];
  const name = stated.find((value) => value && isName(value));
  return name ? name.replace(/^by:?\s+/i, "") : null;
}

function dateOf(page: Page, article: Thing | undefined, meta: (name: string) => string | null): string | null {
  const names = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
  ];
  const stated = [text(article?.datePublished), text(article?.dateCreated), ...names.map(meta)];
  const time =
    attribute(page, "[itemprop='datePublished']", "datetime") ??
    attribute(page, "[itemprop='datePublished']", "content") ??
    attribute(page, "article time[datetime], main time[datetime], time[datetime]", "datetime");
  for (const value of [...stated, time]) {
    const iso = value === null ? null : isoDate(value);
    if (iso) return iso;
  }
  return null;
}

function languageOf(page: Page, article: Thing | undefined, meta: (name: string) => string | null): string | null {
  const stated = text(article?.inLanguage) ?? page.documentElement.getAttribute("lang") ?? meta("og:locale") ?? meta("content-language");
  return /^[a-z]{2}(?=$|[-_])/i.exec(stated?.trim() ?? "")?.[0].toLowerCase() ?? null;
}

function absolute(href: string | null, base: string | null): string | null {
  if (href === null) return null;
  try {
    const url = new URL(href, base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
