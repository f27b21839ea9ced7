// What is fuzzed: each a name and the cases that it makes. A case is bytes under a file's name, or what is handed to a part of the program.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parquetOf } from "../src/store/parquet.ts";
import { kept } from "./kept.ts";
import { corrections, dictionary, frames, messages, request } from "./models/asked.ts";
import { bomb, jsonl, oddGzip, packed, packedWarc, pdf, table, warc } from "./models/files.ts";
import { feed, page } from "./models/pages.ts";
import { article, noise } from "./models/text.ts";
import { mutated } from "./mutate.ts";
import type { Case } from "./types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bytes = (made: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> => made.map((text) => Buffer.from(text));

/** Files of ours with such an ending, and (`more`) of the folders that real articles lie in, where they are there. */
function filesOf(endings: RegExp, more: boolean): Uint8Array[] {
  const folders = ["examples", "test/fixtures/document", ...(more ? ["../shared/data/articles", "../shared/data/extraction"] : [])];
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && endings.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .slice(0, 100)
        .map((path) => readFileSync(path).subarray(0, 60_000));
    } catch {
      return [];
    }
  });
}

/** @param more bombs of tables, which take a quarter of a minute each, and real articles that do not come with the program too: then a seed gives the same only where they are */
export async function targetsOf(more: boolean): Promise<ReadonlyMap<string, fc.Arbitrary<Case>>> {
  const tables = await Promise.all(
    [
      ["id", "text"],
      ["html", "published"],
    ].map((columns) =>
      parquetOf(
        columns,
        ["Iran met Oman on Monday.", "", "“No,” Putin said."]
          .map((text, n) => JSON.stringify({ [columns[0]!]: String(n), [columns[1]!]: text, n }))
          .join("\n"),
      ),
    ),
  );
  const file = (name: string, made: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Case> =>
    made.map((content) => ({ target: "file", name, bytes: content }));
  const part = (target: Case["target"], made: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Case> =>
    made.map((content) => ({ target, name: target, bytes: content }));
  const real = (endings: RegExp): fc.Arbitrary<Uint8Array> => {
    const found = filesOf(endings, more);
    return mutated(fc.constantFrom(...found));
  };
  const texts = kept.map(({ document }) => document.text);
  const ids = kept.flatMap((record, n) => record.events.map((event) => `e${n + 1}.${event.id.slice(1)}`));
  return new Map<string, fc.Arbitrary<Case>>([
    ["text", file("a.txt", bytes(fc.oneof({ weight: 3, arbitrary: article }, { weight: 1, arbitrary: noise })))],
    ["real text", file("a.txt", real(/\.txt$/))],
    ["page", file("a.html", mutated(bytes(page)))],
    ["real page", file("a.html", real(/\.html$/))],
    ["unnamed", fc.oneof(page, article, noise, feed).chain((text) => file("a.xml", mutated(fc.constant(Buffer.from(text)))))],
    ["PDF", file("a.pdf", mutated(pdf))],
    ["web archive", file("a.warc", mutated(warc))],
    ["packed web archive", file("a.warc.gz", mutated(packedWarc))],
    ["feed", file("a.rss", mutated(bytes(feed)))],
    ["table", fc.constantFrom("a.csv", "a.tsv").chain((name) => file(name, mutated(table)))],
    ["Parquet", file("a.parquet", mutated(fc.constantFrom(...tables)))],
    ["JSONL", file("a.jsonl", mutated(jsonl))],
    [
      "gzip",
      fc
        .constantFrom("a.txt.gz", "a.html.gz", "a.jsonl.gz", "a.csv.gz", "a.rss.gz", "a.pdf.gz")
        .chain((name) => file(name, mutated(fc.oneof(packed(bytes(article), "gzip"), packed(jsonl, "gzip"), oddGzip)))),
    ],
    [
      "zst",
      fc
        .constantFrom("a.txt.zst", "a.html.zst", "a.jsonl.zst", "a.warc.zst")
        .chain((name) => file(name, mutated(fc.oneof(packed(bytes(article), "zstd"), packed(warc, "zstd"))))),
    ],
    [
      "bomb",
      fc
        .constantFrom<["gzip" | "zstd", string]>(["gzip", ".gz"], ["zstd", ".zst"])
        .chain(([how, end]) =>
          fc
            .constantFrom("txt", "html", "jsonl", "rss", "warc", ...(more ? ["csv"] : []))
            .chain((kind) => file(`a.${kind}${end}`, bomb(how))),
        ),
    ],
    ["dictionary", part("dictionary", mutated(dictionary))],
    ["corrections", part("corrections", mutated(corrections(texts, ids)))],
    [
      "request",
      part(
        "request",
        request.map((asked) => Buffer.from(JSON.stringify(asked))),
      ),
    ],
    ["messages", part("messages", mutated(messages))],
    ["frames", part("frames", mutated(frames))],
  ]);
}
