// Web pages and feeds, as sites, broken programs and attackers write them.
import fc from "fast-check";
import { article, cell, noise, odd, sentence } from "./text.ts";

const tags =
  "p|p|p|p|div|div|article|section|h1|h2|blockquote|ul|li|table|tr|td|a|b|i|span|br|img|figure|aside|nav|footer|script|style|svg|math|template|noscript|iframe|select|option|form|input|title|time|pre|textarea".split(
    "|",
  );
const attribute = fc
  .tuple(
    fc.constantFrom("class", "id", "href", "itemprop", "style", "datetime", "lang", "hidden", "onclick", "xmlns", "src", "data-x"),
    fc.oneof(cell, fc.constantFrom("comment", "sidebar ad", "article-body", "byline", "display:none", "javascript:x")),
  )
  .map(([name, value]) => ` ${name}="${value}"`);

/** Nested elements, some never closed, some closed twice. */
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    { weight: 3, arbitrary: sentence },
    { weight: 1, arbitrary: odd },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...tags), fc.array(attribute, { maxLength: 2 }), fc.array(tie("node"), { maxLength: 5 }), fc.nat(19))
        .map(
          ([tag, attributes, inner, closing]) =>
            `<${tag}${attributes.join("")}>${inner.join(" ")}${closing === 0 ? "" : closing === 1 ? `</${tag}></${tag}>` : `</${tag}>`}`,
        ),
    },
  ),
}));

const head = fc.constantFrom(
  "",
  '<meta charset="utf-8">',
  '<meta charset="utf-16">',
  '<meta http-equiv="content-type" content="text/html; charset=shift_jis">',
  '<meta property="article:published_time" content="2025-08-16T10:00:00Z">',
  '<base href="javascript:x">',
  "<title>Talks</title><title>Other</title>",
  '<link rel="canonical" href="https://news.example/%%">',
);
const linked = fc
  .oneof(
    fc.json({ maxDepth: 3 }),
    fc
      .record({
        "@type": fc.constant("NewsArticle"),
        headline: cell,
        datePublished: cell,
        author: fc.oneof(cell, fc.record({ name: cell }), fc.array(cell)),
        articleBody: article,
      })
      .map((value) => JSON.stringify(value)),
  )
  .map((json) => `<script type="application/ld+json">${json}</script>`);

const paragraphs = fc.array(article, { minLength: 1, maxLength: 4 }).map((all) => all.map((text) => `<p>${text}</p>`).join(""));

/** A page, mostly with an article in it. */
export const page = fc
  .tuple(
    fc.array(fc.oneof(head, linked), { maxLength: 3 }),
    fc.oneof(
      paragraphs,
      fc.array(node, { maxLength: 5 }).map((all) => all.join("\n")),
    ),
    fc.constantFrom("<!doctype html>", "", "<?xml version='1.0'?>", "<!-- x -->"),
  )
  .map(([heads, body, start]) => `${start}<html><head>${heads.join("")}</head><body>${body}</body></html>`);

/** As small as a page with an article can be. */
export const smallPage = fc
  .tuple(sentence, sentence, cell)
  .map(([a, b, title]) => `<!doctype html><title>${title}</title><article><p>${a}</p><p>${b}</p></article>`);

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
/** @param link where entries may name an address, which is then asked for */
const entry = (link: boolean) =>
  fc.record({
    title: cell,
    link: link ? fc.oneof(fc.constant("https://news.example/1"), cell) : fc.constant(""),
    id: fc.nat().map(String),
    date: fc.oneof(cell, fc.constant("Fri, 15 Aug 2025 10:00:00 GMT")),
    body: fc.oneof(smallPage, article, noise),
  });
type Entry = { title: string; link: string; id: string; date: string; body: string };
const rss = (entries: readonly Entry[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title>${entries
    .map(
      ({ title, link, id, date, body }) =>
        `<item><title>${escaped(title)}</title>${link && `<link>${escaped(link)}</link>`}<guid isPermaLink="false">${id}</guid><pubDate>${escaped(date)}</pubDate><content:encoded><![CDATA[${body}]]></content:encoded></item>`,
    )
    .join("")}</channel></rss>`;
const atom = (entries: readonly Entry[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title>${entries
    .map(
      ({ title, link, id, date, body }) =>
        `<entry><id>${id}</id><title type="html">${escaped(title)}</title>${link && `<link href="${escaped(link).replaceAll('"', "&quot;")}"/>`}<updated>${escaped(date)}</updated><content type="html">${escaped(body)}</content></entry>`,
    )
    .join("")}</feed>`;
const json = (entries: readonly Entry[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "C",
    items: entries.map(({ title, link, id, date, body }) => ({
      id,
      title,
      ...(link && { url: link }),
      date_published: date,
      content_html: body,
    })),
  });
const rdf = (entries: readonly Entry[]): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">${entries.map(({ title, link, id, body }) => `<item rdf:about="${id}"><title>${escaped(title)}</title>${link && `<link>${escaped(link)}</link>`}<description>${escaped(body)}</description></item>`).join("")}</rdf:RDF>`;
const opml = (entries: readonly Entry[]): string =>
  `<opml version="2.0"><body>${entries.map(({ title, link }) => `<outline text="${escaped(title).replaceAll('"', "")}" xmlUrl="${escaped(link).replaceAll('"', "")}"/>`).join("")}</body></opml>`;

export const feed = fc
  .tuple(fc.array(entry(true), { maxLength: 4 }), fc.constantFrom(rss, atom, json, rdf, opml))
  .map(([entries, write]) => write(entries));
/** So many entries of which none names an address. */
export const localFeed = (entries: number) =>
  fc
    .tuple(fc.array(entry(false), { minLength: entries, maxLength: entries }), fc.constantFrom(rss, atom, json))
    .map(([all, write]) => write(all.map((each, at) => ({ ...each, id: `${at}-${each.id}` }))));
