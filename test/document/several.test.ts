// Files with many articles, written here as such files are: archives, tables, packed streams. Broken parts are named, the rest is read.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../src/document/csv.ts";
import { type Bytes, type Effects, nodeEffects } from "../../src/document/effects.ts";
import { type InputOptions, readInputs } from "../../src/document/inputs.ts";
import { parquetRows } from "../../src/store/parquet.ts";
import { zstd } from "./make-zstd.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-several-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentence = "The envoys said on Tuesday that both delegations would meet again after the harvest to settle the border. ";
const pageOf = (word: string): string => `<html lang="en"><title>Talks</title><body><p>${word} ${sentence.repeat(3)}</p></body></html>`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(args: string[], options: InputOptions = {}, effects: Partial<Effects> = {}) {
  const results: { name: string; text?: string; failure?: string; document?: Record<string, unknown> }[] = [];
  for await (const result of readInputs(args, options, { ...nodeEffects, parquetRows, ...effects })) {
    const name = result.input.replace(`${folder}/`, "");
    if ("failure" in result) results.push({ name, failure: result.failure });
    else results.push({ name, text: result.document.text, document: { ...result.document } });
  }
  return results;
}

/** "name → first word" or "name: failure" */
const linesOf = (results: Awaited<ReturnType<typeof read>>): string[] =>
  results.map(({ name, text, failure }) => (failure === undefined ? `${name} → ${text!.split(/\s/)[0]}` : `${name}: ${failure}`));

describe("a web archive", () => {
  const record = (head: string, block: string | Uint8Array, length?: number): Buffer => {
    const bytes = Buffer.from(block);
    return Buffer.concat([
      Buffer.from(`WARC/1.0\r\n${head}\r\nContent-Length: ${length ?? bytes.length}\r\n\r\n`),
      bytes,
      Buffer.from("\r\n\r\n"),
    ]);
  };
  const response = (
    name: string,
    body: string | Uint8Array,
    headers = "Content-Type: text/html; charset=utf-8",
    status = 200,
    length?: number,
  ) => {
    const head = `WARC-Type: response\r\nWARC-Target-URI: https://n.example/${name}\r\nWARC-Date: 2025-08-20T01:02:03Z\r\nContent-Type: application/http; msgtype=response`;
    return record(head, Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${headers}\r\n\r\n`), Buffer.from(body)]), length);
  };
  const html = "Content-Type: text/html";
  const chunked = (body: string): string => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const records = (): Buffer[] => [
    record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields", "software: ours"),
    response("a", pageOf("Alpha")),
    record("WARC-Type: request\r\nContent-Type: application/http", "GET / HTTP/1.1\r\n\r\n"),
    response("picture", "GIF89a", "Content-Type: image/gif"),
    response("moved", pageOf("Moved"), html, 301),
    response("b", chunked(pageOf("Beta")), `${html}\r\nTransfer-Encoding: chunked`),
    response("c", gzipSync(pageOf("Gamma")), `${html}\r\nContent-Encoding: gzip`),
    response("d", brotliCompressSync(pageOf("Delta")), `${html}\r\nContent-Encoding: br`),
  ];
  const wanted = ["2 → Alpha", "6 → Beta", "7 → Gamma", "8 → Delta"];

  it("should give its HTML pages, packed or not, with address and date of archiving", async () => {
    const results = await read([
      file("plain.warc", Buffer.concat(records())),
      file("packed.warc.gz", Buffer.concat(records().map((each) => gzipSync(each)))),
      file("once.warc.gz", gzipSync(Buffer.concat(records()))),
      file("z.warc.zst", zstd(Buffer.concat(records()))),
    ]);
    const names = ["plain.warc", "packed.warc.gz", "once.warc.gz", "z.warc.zst"];
    expect(linesOf(results)).toEqual(names.flatMap((name) => wanted.map((line) => `${name}:${line}`)));
    expect(results[0]!.document).toMatchObject({
      id: "plain:2",
      url: "https://n.example/a",
      published: null,
      extra: { fetched: "2025-08-20T01:02:03Z" },
    });
  });

  it("should name broken records and go on after them", async () => {
    const [info, a, , , , b, c] = records() as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
    const broken = (why: string): string => `is a broken record, which ${why}: fetch the archive again to have it`;
    const [short, long] = [5, 100_000].map((length) => response("x", pageOf("Lost"), html, 200, length)) as [Buffer, Buffer];
    const noise = Buffer.from("no record at all\r\n\r\n");
    const cases: [string, Buffer, string[]][] = [
      ["short", Buffer.concat([info, short, a]), ["2: " + broken("does not end where its length says"), "3 → Alpha"]],
      ["long", Buffer.concat([info, long, a, b]), ["2: " + broken("ends before its length"), "3 → Alpha", "4 → Beta"]],
      ["noise", Buffer.concat([a, noise, b]), ["1 → Alpha", "2: " + broken("has a header that cannot be read"), "3 → Beta"]],
      ["cut", Buffer.concat([a, b.subarray(0, 300)]), ["1 → Alpha", "2: " + broken("ends before its length")]],
      ["head", Buffer.concat([a, b.subarray(0, 30)]), ["1 → Alpha", "2: " + broken("ends before its header does")]],
      ["http", Buffer.concat([a, record("WARC-Type: response\r\nContent-Type: application/http", ""), b]), ["1 → Alpha", "3 → Beta"]],
    ];
    for (const [name, bytes, lines] of cases) {
      const found = linesOf(await read([file(`${name}.warc`, bytes)]));
      expect(
        found.filter((line) => name !== "http" || !line.includes(":2:")),
        name,
      ).toEqual(lines.map((line) => `${name}.warc:${line}`));
    }
    const packed = [info, a, b, c].map((each) => gzipSync(each));
    const spoilt = Buffer.from(packed[1]!).fill(0xff, 40, 80);
    const half = packed[1]!.subarray(0, 200);
    for (const [name, bad] of [
      ["spoilt", spoilt],
      ["half", half],
    ] as const) {
      const found = linesOf(await read([file(`${name}.warc.gz`, Buffer.concat([packed[0]!, bad, packed[2]!, packed[3]!]))]));
      expect(found, name).toHaveLength(3);
      expect(found[0], name).toMatch(/^\w+\.warc\.gz:2: is a broken record, which .*: fetch the archive again to have it$/);
      expect(found.slice(1), name).toEqual([`${name}.warc.gz:3 → Beta`, `${name}.warc.gz:4 → Gamma`]);
    }
  });

  it("should not be what another file is, nor hold what is too large", async () => {
    const bomb = response("bomb", gzipSync(Buffer.alloc(100e6, 97)), `${html}\r\nContent-Encoding: gzip`);
    const big = response("big", Buffer.alloc(12e6, 97), html);
    expect(linesOf(await read([file("text.warc", "Envoys met."), file("big.warc", Buffer.concat([bomb, big, records()[1]!]))]))).toEqual([
      "text.warc: is no web archive: give a WARC file, or name another --input",
      "big.warc:1: is more than 10 MB, too large for one article: save the article alone, or cut it",
      "big.warc:2: is more than 11 MB, too large for one article: save the article alone",
      "big.warc:3 → Alpha",
    ]);
  });

  it("should be streamed: the first page comes before the last has been asked for", async () => {
    let asked = 0;
    const one = gzipSync(records()[1]!);
    const stdin = async function* (): Bytes {
      for (; asked < 1000; asked++) yield one;
    };
    for await (const _ of readInputs(["-"], { input: "warc" }, { ...nodeEffects, stdin })) break;
    expect(asked).toBeLessThan(50);
  });
});

describe("a table", () => {
  it("should be read with its columns, whatever parts them and in the charsets that tables come in", async () => {
    const header = "ID,Title,URL,date,Outlet,desk,body";
    const results = await read([
      file("t.csv", `\ufeff${header}\n7,T,https://n.example/7,2025-08-15,Courier,east,"Envoys met, ""briefly"".\nThey left."\n`),
      file("semi.csv", Buffer.from("text;Land\r\nSeñor Peña met an envoy.;España\r\n", "latin1")),
      file("tab.tsv.gz", gzipSync("article\turl\nMinisters met.\t\n")),
      file("wide.csv", Buffer.from("\ufefftext,n\nDelegates met.,1\n", "utf16le")),
      file("page.csv", `html\n"${pageOf("Alpha").replaceAll('"', '""')}"\n`),
    ]);
    expect(results.map(({ failure }) => failure)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(results[0]!.document).toMatchObject({
      id: "7",
      title: "T",
      url: "https://n.example/7",
      published: "2025-08-15",
      publisher: "Courier",
      text: 'Envoys met, "briefly".\nThey left.',
      extra: { desk: "east" },
    });
    expect(results[1]!.document).toMatchObject({ id: "semi:2", text: "Señor Peña met an envoy.", extra: { Land: "España" } });
    expect(linesOf(results).slice(2)).toEqual(["tab.tsv.gz:2 → Ministers", "wide.csv:2 → Delegates", "page.csv:2 → Alpha"]);
  });

  it("should be told by the option where its column has another name", async () => {
    const path = file("own.csv", "Story,text\nEnvoys met.,other\n");
    expect(linesOf(await read([path], { textColumn: "story" }))).toEqual(["own.csv:2 → Envoys"]);
    expect(linesOf(await read([path], { textColumn: "tale" }))).toEqual([
      "own.csv: has no column tale (it has Story, text): name another with --text-column",
    ]);
    expect(linesOf(await read([file("none.csv", "a,b\n1,2\n")]))).toEqual([
      "none.csv: has no column named text, body, content, article or html (it has a, b): name one with --text-column",
    ]);
  });

  it("refuses a table whose first row does not end, having taken a megabyte of it", async () => {
    let taken = 0;
    const endless = (async function* () {
      for (; taken < 40e6; taken += 65_536) yield Buffer.alloc(65_536, "Iran met Oman. ");
    })();
    await expect(readCsv(endless)[Symbol.asyncIterator]().next()).rejects.toThrow("has no end of a row in its first 1 MB: write the names");
    expect(taken).toBeLessThan(1.2e6);
  });

  it("should have its broken rows named", async () => {
    const rows = ["text,date", "One.,2025-01-01", "Two.", ",2025-01-01", "Three.,3/4/25", 'Fo"ur".,', "Five.,"];
    expect(linesOf(await read([file("broken.csv", rows.join("\n"))]))).toEqual([
      "broken.csv:2 → One.",
      "broken.csv:3: has 1 cells, but the table has 2 columns: mend the quotation marks of the row",
      "broken.csv:4: has nothing in column text: fill it, or delete the row",
      "broken.csv:5 → Three.",
      'broken.csv:6 → Fo"ur".',
      "broken.csv:7 → Five.",
    ]);
    expect(linesOf(await read([file("open.csv", 'text\nOne.\n"Two.\nThree.\n')]))).toEqual([
      "open.csv:2 → One.",
      "open.csv:3: begins a row with a quotation mark that is not closed: close it",
    ]);
    expect(linesOf(await read([file("head.csv", "text,text\na,b\n")]))).toEqual(["head.csv: has two columns named text: rename one"]);
  });

  it("should be read from Parquet, a group at a time", async () => {
    const path = join(folder, "t[1]*.parquet");
    const database = await DuckDBInstance.create();
    const connection = await database.connect();
    const sql =
      "SELECT 'n' || i AS id, 'Envoys met ' || i AS text, DATE '2025-08-15' AS published, [i] AS list, 9007199254740993 AS big FROM range(5000) t(i)";
    await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
    database.closeSync();
    const results = await read([path]);
    expect(results).toHaveLength(5000);
    expect(results[4999]!.document).toMatchObject({
      id: "n4999",
      text: "Envoys met 4999",
      published: "2025-08-15",
      extra: { list: ["4999"] },
    });
    expect(linesOf(await read([file("junk.parquet", "PAR1 is how it begins")]))).toEqual([
      expect.stringMatching(/^junk\.parquet: .*Parquet file/),
    ]);
  });
});

describe("a packed file", () => {
  it("should be unpacked from zst, frames after each other too, and be named where it is cut", async () => {
    const lines = Array.from({ length: 2000 }, (_, at) => JSON.stringify({ id: String(at), text: `Envoy ${at} met a minister.` })).join(
      "\n",
    );
    const packed = zstd(Buffer.from(lines));
    expect(await read([file("l.jsonl.zst", packed)])).toHaveLength(2000);
    expect(linesOf(await read([file("two.txt.zst", Buffer.concat([zstd(Buffer.from("Envoys ")), zstd(Buffer.from("met."))]))]))).toEqual([
      "two.txt.zst → Envoys",
    ]);
    const cut = await read([file("cut.jsonl.zst", packed.subarray(0, packed.length - 20))]);
    expect(linesOf(cut).at(-1)).toBe("cut.jsonl.zst: is not a whole zst file: pack it again, or give it unpacked");
    expect(linesOf(await read([file("false.jsonl.zst", "not packed at all")]))).toEqual([
      "false.jsonl.zst: is not a whole zst file: pack it again, or give it unpacked",
    ]);
  });
});
