// Plain text and charsets: the text is never changed, and its first lines are understood.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/document/dates.ts";
import { readDocument } from "../../src/document/document.ts";
import { languageName } from "../../src/document/language.ts";

const read = (content: string | Uint8Array) => readDocument(content, "text", { id: "t" });
const bytes = (text: string, charset: BufferEncoding) => Buffer.from(text, charset);

describe("plain text", () => {
  it("is kept exactly as it is", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        ),
        async (text) => {
          const document = await read(text);
          expect(document.text).toBe(text);
          expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
      { numRuns: 200 },
    ));

  it("comes back from UTF-8 and UTF-16", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (words) => {
        const text = `Talks: ${words}`.replace(/[\u0000-\u0008\u000e-\u001f]/g, "");
        expect((await read(bytes(text, "utf8"))).text).toBe(text);
        expect((await read(bytes(`\ufeff${text}`, "utf16le"))).text).toBe(text);
      }),
      { numRuns: 100 },
    ));

  it("keeps NUL bytes, lone surrogates and right-to-left marks", async () => {
    const text = "Talks\u0000 in \ud800Geneva \u200fשלום\u200e ended without a word on the prisoners.";
    expect((await read(text)).text).toBe(text);
  });

  it.each([
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes("café “a”", "utf8")]), "café “a”"],
    ["UTF-16 without a mark", bytes("The talks ended.", "utf16le"), "The talks ended."],
    ["big-endian UTF-16", Buffer.from([0xfe, 0xff, 0, 0x41, 0, 0xe9]), "Aé"],
    ["Latin-1", bytes("Señor Peña dijo", "latin1"), "Señor Peña dijo"],
    ["windows-1252", Buffer.from([0x93, 0x61, 0x94]), "“a”"],
  ])("is decoded from %s", async (_, content, text) => expect((await read(content)).text).toBe(text));

  it("is refused where it is binary", async () => {
    await expect(read(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32))).rejects.toThrow("holds binary data");
    await expect(read(bytes("PK\x03\x04 and so on", "latin1"))).rejects.toThrow("holds binary data");
  });
});

describe("the first lines of a plain text", () => {
  it("give address, publisher, date and title", async () => {
    const text = "https://www.courier.example/world/2022/7/4/talks\n\nTalks resume in Geneva\n\nBy Jane Doe\n\nEnvoys met on Monday.\n";
    expect(await readDocument(text, "text", {})).toMatchObject({
      url: "https://www.courier.example/world/2022/7/4/talks",
      publisher: "courier.example",
      published: "2022-07-04",
      title: "Talks resume in Geneva",
      byline: "Jane Doe",
      text,
    });
  });

  it("give no title where the first line is a sentence, or nothing follows", async () => {
    expect((await read("Envoys met on Monday.\n\nThey left on Tuesday.")).title).toBeNull();
    expect((await read("Talks resume")).title).toBeNull();
    expect((await read("A line\nand the next line of it\n\nMore.")).title).toBeNull();
  });

  it("take a date on a line of its own, not one within a sentence", async () => {
    expect((await read("Talks resume\n\nMarch 5, 2024\n\nEnvoys met.")).published).toBe("2024-03-05");
    expect((await read("Talks resume\n\nEnvoys met on March 5, 2024.")).published).toBeNull();
  });

  it("tell the kind", async () => expect((await read("Opinion: Sign it\n\nThey should sign it.")).kind).toBe("opinion"));
});

describe("dates", () => {
  it.each([
    ["2022-07-14T10:00:00+0200", "2022-07-14T10:00:00+02:00"],
    ["2022/7/4", "2022-07-04"],
    ["20220714", "2022-07-14"],
    ["July 14, 2022 10:00 GMT", "2022-07-14"],
    ["14th of nothing", null],
    ["2022-13-40", null],
    ["3/4/2022", null],
  ])("%s is %s", (value, iso) => expect(isoDate(value)).toBe(iso));
});

describe("language", () => {
  it("is detected, and named", async () => {
    const french =
      "Le ministre des affaires étrangères a déclaré mardi que les pourparlers reprendraient la semaine prochaine à Genève, après que les deux parties ont accepté le principe d'un échange de prisonniers. Un porte-parole a confirmé que la délégation arriverait lundi.";
    expect((await read(french)).language).toBe("fr");
    expect((await read("Envoys met on Monday and will meet again.")).language).toBe("en");
    expect((await read("")).language).toBe("en");
    // Names weigh more than words in a line or two.
    const lines = ["Trump met Putin in Alaska.", "Zelenskyy visits Berlin", "Kim Jong Un praised Putin", "Trump met Putin. ".repeat(50)];
    for (const line of lines) expect((await read(line)).language, line).toBe("en");
    expect((await read("El presidente se reunió el lunes con el ministro de Exteriores de Chile en Madrid.")).language).toBe("es");
    expect((await read("Президент встретился с министром.")).language).toBe("ru");
    expect((await read("外交部长星期二表示，谈判将于下周恢复。")).language).toBe("zh");
    expect(languageName("fr")).toBe("French");
    expect(languageName("?")).toBe("?");
  });
});

describe("a dateline", () => {
  it.each([
    ["GENEVA, 16 August 2025 — The ministers met on Friday and left.", "2025-08-16"],
    ["SAN SALVADOR, March 3, 2024 -- Police fired on a crowd.", "2024-03-03"],
    ["GENEVA — The ministers met on 16 August 2025, and left.", null],
    ["The ministers met in Geneva, 16 August 2025 — and left.", null],
  ])("of %j gives the article's date", async (line, published) => {
    expect((await readDocument(`Talks end\n\n${line}\n\nMore was said.`, "text", { id: "t", language: "en" })).published).toBe(published);
  });
});
