// Feeds of every kind, as files and from a real server: what their entries become, and the pages that they link to.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFeed } from "../../src/document/feed.ts";
import { readInputs } from "../../src/document/inputs.ts";
import { type Site, send, siteOf } from "./sites.ts";

const sentence = "The envoys said on Tuesday that both delegations would meet again after the harvest to settle the border. ";
const page = (word: string): string =>
  `<html lang="en"><title>${word} talks</title><body><p>${word} ${sentence.repeat(3)}</p></body></html>`;
const whole = `<p>${sentence.repeat(4)}</p><p>${sentence.repeat(3)}</p>`;
const escaped = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const rss = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title><link>https://n.example/</link>${items}</channel></rss>`;
const item = (link: string, more = ""): string =>
  `<item><title>Talks &amp; trade</title><link>${link}</link><pubDate>Fri, 15 Aug 2025 23:30:00 -0500</pubDate>${more}</item>`;

const entriesOf = (text: string, url: string | null = null) => {
  const feed = readFeed(Buffer.from(text), url);
  return "entries" in feed ? feed.entries : [];
};
const failureOf = (text: string): string => {
  try {
    return JSON.stringify(readFeed(Buffer.from(text), null));
  } catch (error) {
    return (error as Error).message;
  }
};

describe("the entries of a feed", () => {
  it("should be the same from every kind of feed", () => {
    const kinds = {
      rss: rss(item("/a", `<content:encoded><![CDATA[${whole}]]></content:encoded>`)),
      atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><id>c</id><updated>2025-08-16T00:00:00Z</updated><entry><title type="html">Talks &amp;amp; trade</title><id>1</id><link rel="self" href="/self"/><link href="/a"/><published>2025-08-15T00:00:00Z</published><updated>2025-08-16T00:00:00Z</updated><content type="html">${escaped(whole)}</content></entry></feed>`,
      rdf: `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title></channel><item><title>Talks &amp; trade</title><link>/a</link><dc:date>2025-08-15</dc:date><description>${escaped(whole)}</description></item></rdf:RDF>`,
      json: JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "C",
        items: [{ id: "1", url: "/a", title: "Talks & trade", content_html: whole, date_published: "2025-08-15" }],
      }),
    };
    for (const [kind, text] of Object.entries(kinds)) {
      const [entry] = entriesOf(text, "https://n.example/feed");
      expect(entry, kind).toMatchObject({ key: "https://n.example/a", link: "https://n.example/a", title: "Talks & trade" });
      expect(entry!.published, kind).toMatch(/^2025-08-15/);
      expect(entry!.full, kind).toContain("delegations would meet again");
    }
  });

  it("should carry a whole text only where it is no teaser", () => {
    const of = (content: string) =>
      entriesOf(rss(item("/a", `<description>${escaped(content)}</description>`)), "https://n.example/")[0]!.full;
    expect(of(whole)).not.toBeNull();
    expect(of(`<p>${sentence}</p>`)).toBeNull();
    expect(of(`${whole}<p>And there is […]</p>`)).toBeNull();
    expect(of(`${whole}<a href="/a">Continue reading this story</a>`)).toBeNull();
  });

  it("should each come once, with web addresses only", () => {
    const text = rss(
      item("https://n.example/a#top") + item("https://n.example/a") + item("javascript:alert(1)", "<guid>g1</guid>") + "<item/>",
    );
    expect(entriesOf(text).map(({ key, link }) => [key, link])).toEqual([
      ["https://n.example/a", "https://n.example/a"],
      ["g1", null],
    ]);
  });

  it("should be read in the charset that the feed declares", () => {
    const text = rss(item("https://n.example/a")).replace("UTF-8", "ISO-8859-1").replace("trade", "Señor");
    const feed = readFeed(Buffer.from(text, "latin1"), null);
    expect("entries" in feed && feed.entries[0]!.title).toBe("Talks & Señor");
  });
});

describe("what is no feed", () => {
  it("should be told in one line, however hostile", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`).join("")}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`;
    expect(failureOf(page("Alpha"))).toBe("is a page, not a feed: look on the page for the address of its feed");
    expect(failureOf('{"a": 1}')).toMatch(/^is no feed that can be read/);
    expect(failureOf("plain words")).toMatch(/^is no feed that can be read/);
    expect(failureOf(" ")).toMatch(/^is empty/);
    expect(failureOf("<rss version='2.0'><channel><title>cut")).toMatch(/^is no feed|entries/);
    expect(failureOf(`<rss version="2.0"><channel>${"<a>".repeat(100_000)}`)).toMatch(/^is no feed|entries/);
    expect(failureOf("<opml><body/></opml>")).toMatch(/^lists no feed|^is no OPML/);
    expect(failureOf(bomb).length).toBeLessThan(10_000);
  });
});

describe("feeds as inputs", () => {
  let folder = "";
  let site: Site;
  let robots = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readout-feeds-"));
    site = await siteOf({
      "/robots.txt": (request, response) => send(robots, "text/plain")!(request, response),
      "/a": send(page("Alpha")),
      "/b": send(page("Beta")),
      "/closed/c": send(page("Gamma")),
      "/feed": (request, response) =>
        send(
          rss(item("/a") + item("/gone") + item("/closed/c") + item("/full", `<content:encoded><![CDATA[${whole}]]></content:encoded>`)),
          "application/rss+xml",
        )!(request, response),
      // It says that it is a page, but is none.
      "/lie": send(rss(item("/b")), "text/html"),
      "/page": send(page("Delta"), "application/rss+xml"),
      "/list": (request, response) =>
        send(
          `<opml version="2.0"><head/><body><outline text="g"><outline text="x" xmlUrl="${site.url}/lie"/><outline text="y" xmlUrl="${site.url}/none"/></outline></body></opml>`,
          "text/xml",
        )!(request, response),
    });
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function read(args: string[]): Promise<string[]> {
    const lines: string[] = [];
    for await (const result of readInputs(args, { allowPrivate: true })) {
      const name = result.input.replaceAll(site.url, "").replaceAll(`${folder}/`, "");
      if ("failure" in result) lines.push(`${name}: ${result.failure.replace(`127.0.0.1:${site.port}`, "the site")}`);
      else {
        const { title, published, publisher, url, text } = result.document;
        lines.push(`${name} → ${[title, published, publisher, url?.replaceAll(site.url, ""), text.split(" ")[0]].join(" · ")}`);
      }
    }
    return lines;
  }

  it("should become their articles, whole ones from the feed and others from their pages, robots.txt kept", async () => {
    robots = "User-agent: *\nDisallow: /closed\n";
    expect(await read([`${site.url}/feed`])).toEqual([
      "/a → Alpha talks · 2025-08-15 · The Courier · /a · Alpha",
      "/gone: was refused with HTTP 404: check the address",
      "/closed/c: may not be fetched by programs, says robots.txt of the site: save the page and give the file",
      "/full → Talks & trade · 2025-08-15 · The Courier · /full · The",
    ]);
    expect(site.asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
    expect(site.asked).not.toContain("/closed/c");
    expect(site.asked).not.toContain("/full");
  });

  it("should be told by what they hold, not by what the server calls them", async () => {
    expect(await read([`${site.url}/lie`])).toEqual(["/b → Beta talks · 2025-08-15 · The Courier · /b · Beta"]);
    expect(await read([`${site.url}/page`])).toEqual(["/page: is a page, not a feed: look on the page for the address of its feed"]);
  });

  it("should be read from files and lists, each fault a line", async () => {
    const xml = join(folder, "news.xml");
    writeFileSync(xml, rss(item(`${site.url}/b`)));
    const empty = join(folder, "empty.rss");
    writeFileSync(empty, rss(""));
    const saved = join(folder, "page.xml");
    writeFileSync(saved, `<?xml version="1.0"?>${page("Delta")}`);
    expect(await read([xml, empty, saved, `${site.url}/list`])).toEqual([
      "/b → Beta talks · 2025-08-15 · The Courier · /b · Beta",
      "empty.rss: is a feed without entries: try again later",
      expect.stringMatching(/^page\.xml → Delta talks/),
      "/b → Beta talks · 2025-08-15 · The Courier · /b · Beta",
      "/none: was refused with HTTP 404: check the address",
    ]);
  });
});
