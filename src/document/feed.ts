// The bytes of a feed (RSS, Atom, RDF, JSON Feed) or of a list of feeds (OPML) → its entries, or the feeds' addresses. Fetches nothing.
import { parseFeed, parseOpml } from "feedsmith";
import { isoDate } from "./dates.ts";
import { decodeBytes } from "./decode.ts";
import { parsePage } from "./dom.ts";
import { UnreadableError } from "./failure.ts";
import { firstTag } from "./first-tag.ts";

export interface Entry {
  /** The same each time the feed is read: its link, else its id, else its title. */
  readonly key: string;
  /** Absolute http(s) address. */
  readonly link: string | null;
  readonly title: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** HTML of the whole article, where the feed carries it. */
  readonly full: string | null;
  /** HTML of what the feed tells of it. */
  readonly summary: string | null;
}

export type Feed =
  | { readonly title: string | null; readonly entries: readonly Entry[] }
  /** Addresses. */
  | { readonly feeds: readonly string[] };

export const largestFeed = 20e6;

/**
 * @param url where it came from, to resolve links by; null for a file
 * @throws UnreadableError for what is no feed
 */
export function readFeed(bytes: Uint8Array, url: string | null, charset?: string): Feed {
  const text = decodeBytes(bytes, charset ?? declaredCharset(bytes))
    .replace(/^\ufeff/, "")
    .trimStart();
  if (text === "") throw new UnreadableError("is empty: give a feed with entries");
  if (firstTag(text)?.toLowerCase() === "opml") return { feeds: feedsOf(text, url) };
  try {
    const parsed = parseFeed(text);
    switch (parsed.format) {
      case "rss":
        return fromRss(parsed.feed, url);
      case "atom":
        return fromAtom(parsed.feed, url);
      case "rdf":
        return fromRdf(parsed.feed, url);
      case "json":
        return fromJson(parsed.feed, url);
    }
  } catch {
    throw notFeed(text);
  }
}

function notFeed(text: string): UnreadableError {
  if (/^(?:html|head|body)$/i.test(firstTag(text) ?? "") || /^<!doctype html/i.test(text))
    return new UnreadableError("is a page, not a feed: look on the page for the address of its feed");
  return new UnreadableError("is no feed that can be read (RSS, Atom, JSON Feed or OPML): check the address in a browser");
}

const declaredCharset = (bytes: Uint8Array): string | undefined =>
  /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))?.[1];

type Parsed<Format> = Extract<ReturnType<typeof parseFeed<string>>, { format: Format }>["feed"];

function fromRss(feed: Parsed<"rss">, url: string | null): Feed {
  const base = url ?? feed.link ?? null;
  return {
    title: feed.title ?? null,
    entries: entries(
      feed.items,
      (item) => ({
        link: item.link ?? (item.guid?.isPermaLink !== false && /^https?:/i.test(item.guid?.value ?? "") ? item.guid?.value : undefined),
        id: item.guid?.value,
        title: item.title && plainOf(item.title),
        date: item.pubDate ?? item.dc?.dates?.[0],
        content: item.content?.encoded,
        summary: item.description,
      }),
      base,
    ),
  };
}

function fromAtom(feed: Parsed<"atom">, url: string | null): Feed {
  const links = feed.links ?? [];
  const base = url ?? feed.xml?.base ?? links.find(({ rel }) => rel === undefined || rel === "alternate")?.href ?? null;
  return {
    title: feed.title?.value ? plainOf(feed.title.value) : null,
    entries: entries(
      feed.entries,
      (entry) => ({
        link: entry.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href,
        id: entry.id,
        title: entry.title?.value && plainOf(entry.title.value),
        date: entry.published ?? entry.updated,
        content: entry.content?.value && asHtml(entry.content.value, entry.content.type),
        summary: entry.summary?.value && asHtml(entry.summary.value, entry.summary.type),
      }),
      base,
    ),
  };
}

function fromRdf(feed: Parsed<"rdf">, url: string | null): Feed {
  return {
    title: feed.title ?? null,
    entries: entries(
      feed.items,
      (item) => ({
        link: item.link,
        id: item.rdf?.about,
        title: item.title && plainOf(item.title),
        date: item.dc?.dates?.[0],
        content: item.content?.encoded,
        summary: item.description,
      }),
      url ?? feed.link ?? null,
    ),
  };
}

function fromJson(feed: Parsed<"json">, url: string | null): Feed {
  return {
    title: feed.title ?? null,
    entries: entries(
      feed.items,
      (item) => ({
        link: item.url ?? item.external_url,
        id: item.id,
        title: item.title,
        date: item.date_published ?? item.date_modified,
        content: item.content_html ?? (item.content_text && asHtml(item.content_text, "text")),
        summary: item.summary && asHtml(item.summary, "text"),
      }),
      url ?? feed.home_page_url ?? null,
    ),
  };
}

interface Told {
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
}

function entries<Item>(items: readonly Item[] | undefined, tell: (item: Item) => Told, base: string | null): Entry[] {
  const seen = new Set<string>();
  return (items ?? []).flatMap((item) => {
    const { link, id, title, date, content, summary } = tell(item);
    const address = link === undefined ? null : absolute(link, base);
    const key = address ?? id ?? title ?? "";
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    // Some feeds put the whole article into the summary, and many a teaser into the content.
    const full = [content, summary].find((html) => html !== undefined && isWhole(html)) ?? null;
    return [
      {
        key,
        link: address,
        title: title?.trim() || null,
        published: date ? isoDate(date) : null,
        full,
        summary: summary ?? content ?? null,
      },
    ];
  });
}

// A teaser has one or two sentences and ends in dots or in a link to the rest.
const leastWhole = 600;
const teaser = /(?:(?:…|\.\.\.|&hellip;|&#8230;)\]?|(?:continue reading|read (?:the )?(?:more|full|rest)|full story)[^.!?]{0,80})$/i;
/** Longer than what a teaser ends in: only there is it looked for. */
const longestEnd = 120;

function isWhole(html: string): boolean {
  const words = plainOf(html);
  return words.length >= leastWhole && !teaser.test(words.slice(-longestEnd));
}

/** Without tags and entities. */
function plainOf(html: string): string {
  return (/[<&]/.test(html) ? wordsOf(html) : html).replace(/\s+/g, " ").trim();
}

function wordsOf(html: string): string {
  try {
    return parsePage(`<!doctype html><html><body>${html}</body></html>`).body.textContent;
  } catch {
    // One hostile entry must not cost the others.
    return withoutTags(html);
  }
}

/** Walks once: an expression looks for the end of each "<" anew. */
function withoutTags(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    const close = html.indexOf(">", open);
    if (close < 0) break;
    parts.push(html.slice(at, open));
    at = close + 1;
  }
  return [...parts, html.slice(at)].join(" ");
}

function asHtml(value: string, type: string | undefined): string {
  if (type === "html" || type === "xhtml" || /html|xml/.test(type ?? "")) return value;
  const escaped = value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<p>${escaped.split(/\n\s*\n/).join("</p><p>")}</p>`;
}

function absolute(link: string, base: string | null): string | null {
  try {
    const url = new URL(link.trim(), base ?? undefined);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    url.hash = "";
    return url.href;
  } catch {
    return null;
  }
}

type Outlines = NonNullable<NonNullable<ReturnType<typeof parseOpml>["body"]>["outlines"]>;

function feedsOf(text: string, url: string | null): string[] {
  let outlines: Outlines;
  try {
    outlines = parseOpml(text).body?.outlines ?? [];
  } catch {
    throw new UnreadableError("is no OPML that can be read: export the list of feeds again");
  }
  const found = new Set<string>();
  const visit = (list: Outlines): void => {
    for (const { xmlUrl, outlines: inner } of list) {
      const address = xmlUrl ? absolute(xmlUrl, url) : null;
      if (address) found.add(address);
      visit((inner ?? []) as Outlines);
    }
  };
  visit(outlines);
  if (found.size === 0) throw new UnreadableError("lists no feed: each needs an xmlUrl");
  return [...found];
}
