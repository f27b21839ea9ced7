// Files that hold many articles or hold them packed: PDF, web archives, tables, lines of JSON, gz, zst; bombs among them.
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { makePdf } from "../../test/document/make-pdf.ts";
import { zstd } from "../../test/document/make-zstd.ts";
import { page, smallPage } from "./pages.ts";
import { article, brief, cell, noise, odd } from "./text.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

export const pdf = fc
  .array(
    fc.array(
      fc.tuple(
        fc.integer({ min: -50, max: 500 }),
        fc.integer({ min: -50, max: 700 }),
        fc.oneof(article, brief).map((text) => text.slice(0, 200)),
      ),
      { maxLength: 8 },
    ),
    { maxLength: 3 },
  )
  .map((pages) => makePdf(pages));
export const smallPdf = fc
  .array(brief, { minLength: 1, maxLength: 3 })
  .map((lines) => makePdf([lines.map((text, at) => [40, 560 - 20 * at, text] as const)]));

export interface Archived {
  readonly type: string;
  readonly status: number;
  readonly mime: string;
  readonly url: string;
  readonly body: string;
}
const archived = (body: fc.Arbitrary<string>): fc.Arbitrary<Archived> =>
  fc.record({
    type: fc.constantFrom("response", "response", "response", "request", "warcinfo", "metadata"),
    status: fc.constantFrom(200, 200, 200, 404, 301),
    mime: fc.constantFrom("text/html", "text/html; charset=utf-8", "text/html; charset=utf-16", "application/pdf", "image/png"),
    url: fc.oneof(
      fc.constant("https://news.example/1"),
      cell.map((text) => text.replace(/[\r\n]/g, " ")),
    ),
    body,
  });
const record = ({ type, status, mime, url, body }: Archived, at: number): Buffer => {
  const page = Buffer.from(body);
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} X\r\nContent-Type: ${mime}\r\nContent-Length: ${page.length}\r\n\r\n`),
    page,
  ]);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${at}>\r\nWARC-Date: 2025-08-16T10:00:00Z\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from("\r\n\r\n")]);
};
export const warc = fc.array(archived(page), { maxLength: 4 }).map((all) => Buffer.concat(all.map(record)));
export const packedWarc = fc
  .array(archived(page), { maxLength: 4 })
  .map((all) => Buffer.concat(all.map((each, at) => gzipSync(record(each, at)))));
/** So many records, each of them a member of its own. */
export const manyWarc = (records: number) =>
  fc
    .array(archived(smallPage), { minLength: records, maxLength: records })
    .map((all) => Buffer.concat(all.map((each, at) => gzipSync(record(each, at)))));

const quote = (separator: string, text: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
const row = (body: fc.Arbitrary<string>) => fc.tuple(fc.nat().map(String), body, cell, cell, cell);
const tableOf = (separator: string, columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array =>
  bytesOf([columns, ...rows].map((cells) => cells.map((text) => quote(separator, text)).join(separator)).join("\n"));
const columns = ["id", "text", "title", "published", "publisher"];
export const table = fc
  .tuple(
    fc.constantFrom(",", "\t", ";"),
    fc.constantFrom(columns, ["id", "html", "title", "url", "language"], ["ID", "Body", "body", "", "x"], ["a", "b", "c", "d", "e"]),
    fc.array(row(fc.oneof(article, page)), { maxLength: 4 }),
  )
  .map(([separator, names, rows]) => tableOf(separator, names, rows));
export const manyRows = (rows: number) =>
  fc.array(row(brief), { minLength: rows, maxLength: rows }).map((all) => tableOf(",", columns, all));

/** One line of JSONL, mostly of an article. */
const line = (text: fc.Arbitrary<string>, html: fc.Arbitrary<string>) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record(
          {
            id: fc.oneof(fc.nat(), cell),
            text,
            title: cell,
            published: cell,
            url: cell,
            language: fc.constantFrom("en", "en", "de", "", "xx-!!"),
          },
          { requiredKeys: ["text"] },
        )
        .map((value) => JSON.stringify(value)),
    },
    { weight: 2, arbitrary: fc.record({ id: cell, html, url: cell }, { requiredKeys: ["html"] }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: odd.map((text) => text.replaceAll("\n", " ")) },
  );
export const jsonl = fc.array(line(fc.oneof(article, noise), page), { maxLength: 4 }).map((lines) => bytesOf(lines.join("\n")));
export const anyLine = line(brief, smallPage);

const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 1 });
/** Anything packed, packed twice, cut, with what follows it. */
export const packed = (inner: fc.Arbitrary<Uint8Array>, how: "gzip" | "zstd") =>
  fc
    .tuple(inner, fc.constantFrom(1, 1, 1, 2), fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ maxLength: 20 })))
    .map(([bytes, times, after]) => {
      let now = bytes;
      for (let i = 0; i < times; i++) now = how === "gzip" ? gzip(now) : zstd(now);
      return Buffer.concat([now, after]);
    });

/** Few bytes that unpack to more than any article may have; many more would only take longer to be refused. */
export const bomb = (how: "gzip" | "zstd") =>
  fc
    .tuple(fc.constantFrom(...'a|<div>|{"text":"|"|,|Iran met Oman. |WARC/1.0\r\n'.split("|")), fc.integer({ min: 35, max: 60 }))
    .map(([unit, megabytes]) => {
      const whole = Buffer.alloc(megabytes * 1_000_000, unit);
      return how === "gzip" ? gzip(whole) : zstd(whole);
    });

/** A raw stream under a gzip head that says what it likes. */
export const oddGzip = fc
  .tuple(article, fc.uint8Array({ minLength: 7, maxLength: 7 }), fc.uint8Array({ minLength: 8, maxLength: 8 }))
  .map(([text, head, check]) => Buffer.concat([Uint8Array.of(0x1f, 0x8b, 8), head, deflateRawSync(text), check]));
