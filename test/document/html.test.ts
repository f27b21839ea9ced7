// Pages of test/fixtures/document → the Document that expected.json holds; `npx vitest run -u` rewrites them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.ts";

const fixtures = new URL("../fixtures/document", import.meta.url).pathname;
const url = "https://news.example/world/page";
const sentence = "The minister said on Tuesday that the talks would resume next week after both sides had agreed to it. ";

describe("HTML fixtures", () => {
  for (const name of readdirSync(fixtures)) {
    it(name, async () => {
      const document = await readDocument(readFileSync(join(fixtures, name, "input.html")), "html", { id: name, url });
      await expect(JSON.stringify(document, null, 2) + "\n").toMatchFileSnapshot(join(fixtures, name, "expected.json"));
    });
  }
});

describe("HTML", () => {
  const read = (html: string) => readDocument(html, "html", {});

  it("lets what is known overrule what the page states", async () => {
    const known = { id: "7", title: "T", published: "2020-01-02", publisher: "P", language: "fr", extra: { k: 1 } };
    const page = `<html lang="en"><title>Other title</title><p>${sentence.repeat(3)}</p></html>`;
    expect(await readDocument(page, "html", known)).toMatchObject({ ...known, url: null });
  });

  it("refuses a page without an article", async () => {
    await expect(read("<nav><a href='/'>Home</a></nav>")).rejects.toThrow("holds no article");
    await expect(read("")).rejects.toThrow("no words at all stand on it");
    // Why, and what was found instead.
    const listing = "<title>Today's offers</title><nav><a href='/'>Home</a><a href='/all'>All of our offers in one list</a></nav>";
    await expect(read(listing)).rejects.toThrow("its title is “Today's offers”, its longest run of words, of 33 characters, is “HomeAll");
  });

  it("refuses what would take minutes, and says the limit", async () => {
    await expect(read("x".repeat(50e6))).rejects.toThrow("is 50 MB of html, more than 10 MB: save the article alone");
    await expect(read("<i>".repeat(100_000))).rejects.toThrow("nests tags more than 20000 deep");
    await expect(read("<br>".repeat(300_000))).rejects.toThrow("holds more than 200000 tags");
  });

  it("reads through 10,000 nested tags", async () => {
    const { text } = await read(`<body>${"<div>".repeat(10_000)}<p>${sentence}</p>${"</div>".repeat(10_000)}</body>`);
    expect(text).toBe(sentence.trim());
  });

  it("keeps a page whose paragraphs bear the names of furniture", async () => {
    const { text } = await read(`<body><div class="related-content">${`<p>${sentence.repeat(2)}</p>`.repeat(5)}</div></body>`);
    expect(text.split("\n\n")).toHaveLength(5);
  });

  it("drops a form beside the article, and keeps an article that stands in the page's own form", async () => {
    const article = `<p>${sentence.repeat(2)}</p>`.repeat(5);
    const form = "<form><p>Tell us more, and someone from the office will call you back within a day.</p><input></form>";
    const { text } = await read(`<body><article>${article}${form}<p>${sentence}</p></article></body>`);
    expect(text).not.toContain("Tell us more");
    expect(text.split("\n\n")).toHaveLength(6);
    expect((await read(`<body><form>${article}</form></body>`)).text.split("\n\n")).toHaveLength(5);
  });

  it("keeps sentences of news that begin like leftovers", async () => {
    const news = [
      "By signing the treaty, the two states gave up every claim to the islands.",
      "Disclosure of the letters led to the minister's resignation on Friday.",
      "Salma Idris is a journalist and a former envoy to the delta states.",
    ];
    const { text } = await read(
      `<meta name="author" content="Jon Vale"><p>${sentence.repeat(3)}</p>${news.map((line) => `<p>${line}</p>`).join("")}`,
    );
    expect(text.split("\n\n").slice(1)).toEqual(news);
  });

  it("undoes double encoding", async () => {
    const { text } = await read(`<p>${sentence}It isn\u00e2\u0080\u0099t over, they said.</p>`);
    expect(text).toContain("It isn’t over");
  });

  it("tells the kind by address and title", async () => {
    const page = (title: string) => `<title>${title}</title><p>${sentence.repeat(3)}</p>`;
    const kind = async (title: string, address: string) => (await readDocument(page(title), "html", { url: address })).kind;
    expect(await kind("A day", "https://n.example/opinion/2020/a-day")).toBe("opinion");
    expect(await kind("Analysis: why talks fail", "https://n.example/a/b")).toBe("analysis");
    expect(await kind("A day", "https://n.example/press-releases/a-day")).toBe("press-release");
    expect(await kind("Court gives opinion on border", "https://n.example/world/court-opinion-on-border")).toBe("news");
  });
});
