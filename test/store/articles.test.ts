// What a person says of an article itself, and articles taken away: set, remove, the same text with better facts, and what has no date.
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { Document } from "../../src/document/types.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { betterOf } from "../../src/store/better.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { onShelf, recordOf, rowsOf, telling, temporary } from "./records.ts";

const folder = temporary();
let made = 0;
let db = "";
beforeEach(() => {
  db = join(folder, `${made++}.duckdb`);
});

const withDocument = (record: ReadoutRecord, more: Partial<Document>): ReadoutRecord => ({
  ...record,
  document: { ...record.document, ...more },
});

/** The reader codes a text as the record that has it, with the document as it is given. */
async function readout(args: readonly string[], records: readonly ReadoutRecord[]) {
  const inputs = records.map(({ document }) => ({ input: `${document.id}.txt`, document }));
  const { effects, written, reader } = fake({ inputs, env: { USER: "ana" } });
  const openReader: typeof effects.openReader = async (options) => ({
    ...(await effects.openReader(options)),
    read: async (document) => ({ ...records.find((each) => each.document.sha256 === document.sha256)!, document }),
  });
  const code = await main([...args, "--db", db], {
    ...effects,
    openReader,
    openShelf: (path, access, to) => openShelf(path, access, telling, to),
  });
  return { code, reader, ...written };
}
const ask = (sql: string) => onShelf(db, "read", (shelf) => rowsOf(shelf, sql));
const days = () => ask("SELECT document, published, published_from AS source, day FROM documents ORDER BY ALL");

describe("set", () => {
  const undated = recordOf(0, { published: null });
  it("should date an article and the events that it tells as current, and remember who said so", async () => {
    await readout(["add", "x"], [undated]);
    expect(await ask("SELECT count(*) AS n FROM events WHERE from_day IS NULL")).toEqual([{ n: 2 }]);
    const { code, out, err } = await readout(["set", "article-0", "--date", "2025-08-09", "--outlet", "The Courier"], [undated]);
    expect([code, err, out]).toEqual([0, "", "article-0: published none → 2025-08-09, publisher The Example Herald → The Courier (ana)\n"]);
    expect(await days()).toEqual([{ document: "article-0", published: "2025-08-09", source: "given", day: "2025-08-09" }]);
    expect(await ask("SELECT count(*) AS n FROM events WHERE day = '2025-08-09' AND outlet = 'The Courier'")).toEqual([{ n: 2 }]);
    expect(await ask("SELECT field, value, was, set_by, until FROM shelf_tables.setting ORDER BY field")).toEqual([
      { field: "published", value: "2025-08-09", was: null, set_by: "ana", until: null },
      { field: "publisher", value: "The Courier", was: "The Example Herald", set_by: "ana", until: null },
    ]);
    expect((await readout(["set", "a1", "--date", "2025-08-09"], [undated])).out).toBe("article-0: is so already\n");
    // What comes again knows less.
    expect((await readout(["add", "x"], [undated])).out).toContain("1 there already, 0 failed");
    expect((await days())[0]!.published).toBe("2025-08-09");
  });
  it("should keep corrections, and refuse what is another article's place", async () => {
    await readout(["add", "x"], [recordOf(0), recordOf(1)]);
    await readout(["correct", "e1.1", "--type", "REJECT"], []);
    expect((await readout(["set", "article-0", "--title", "Talks"], [recordOf(0)])).code).toBe(0);
    expect(await ask("SELECT type, corrected_by AS by FROM events WHERE id = 'e1.1'")).toEqual([{ type: "REJECT", by: "ana" }]);
    const { url, published } = recordOf(1).document;
    const taken = await readout(["set", "article-0", "--url", url!, "--date", published!], [recordOf(0)]);
    expect([taken.code, taken.err]).toEqual([
      1,
      `readout: ${url}: is the address of another article of that day, a2: remove one of the two\n`,
    ]);
  });
  it("should say what is missing or unknown", async () => {
    await readout(["add", "x"], [recordOf(0)]);
    expect((await readout(["set", "article-0"], [])).err).toContain("has nothing to set: give --date, --outlet, --title or --url");
    expect((await readout(["set", "nobody", "--title", "T"], [])).err).toContain("nobody: names no article on this shelf");
    expect((await readout(["set", "article-0", "--url", "x"], [])).code).toBe(2);
  });
});

describe("the same text with better facts", () => {
  it("should be the same article, dated anew", async () => {
    const bare = recordOf(3, { published: null, url: null });
    await readout(["add", "x"], [bare]);
    const better = withDocument(bare, {
      published: "2025-08-04",
      dated: { from: "address", confidence: 0.98 },
      url: "https://n.example/3",
    });
    const { out, reader } = await readout(["add", "x"], [better]);
    expect([out, reader.opened]).toEqual([
      `${db}: 0 added, 0 as a new version, 0 there already, 1 with a better date or name, 0 failed\n`,
      1,
    ]);
    expect(await days()).toEqual([{ document: "article-3", published: "2025-08-04", source: "address", day: "2025-08-04" }]);
    expect((await readout(["add", "x"], [bare])).out).toContain("1 there already");
  });
  it("should take the day of add --date, also for an article that is there", async () => {
    const bare = recordOf(3, { published: null });
    expect((await readout(["add", "x"], [bare])).out).toContain("; 1 without a date\n");
    expect((await readout(["add", "x", "--date", "2025-08-04"], [bare])).out).toContain("1 with a better date or name, 0 failed\n");
    expect((await days())[0]).toMatchObject({ published: "2025-08-04", source: "given" });
  });
  it("should be told by betterOf, which never takes anything away", () => {
    const { document } = recordOf(1);
    const told = { ...document, dated: { from: "file", confidence: 0.8 } } as const;
    expect(betterOf(told, { ...told, published: null, dated: null, title: null, url: null })).toBeNull();
    expect(betterOf(told, { ...told, published: "2020-01-01", dated: { from: "metadata", confidence: 0.92 } })?.published).toBe(
      "2020-01-01",
    );
    expect(betterOf({ ...told, dated: { from: "given", confidence: 1 } }, { ...told, published: "2020-01-01" })).toBeNull();
  });
});

describe("remove", () => {
  it("should take an article away in all versions, and never give its number again", async () => {
    await readout(["add", "x"], [recordOf(0), recordOf(1), recordOf(1, { edit: 1 })]);
    await readout(["correct", "e2.1", "--type", "REJECT"], []);
    expect(await readout(["remove", "article-1"], [])).toMatchObject({ code: 0, out: "article-1: removed (ana)\n" });
    for (const table of ["document", "event", "event_actor", "sentence", "record", "position", "correction"])
      expect(
        await ask(
          `SELECT count(*) AS n FROM shelf_tables.${table} WHERE ${table === "correction" ? "article = 2" : table === "document" ? "key > 1" : "document > 1"}`,
        ),
        table,
      ).toEqual([{ n: 0 }]);
    await readout(["add", "x"], [recordOf(1)]);
    expect(await ask("SELECT key, article, version FROM shelf_tables.document ORDER BY key")).toEqual([
      { key: 1, article: 1, version: 1 },
      { key: 4, article: 3, version: 1 },
    ]);
    expect((await readout(["remove", "article-7"], [])).err).toContain("names no article");
  });
});

describe("what has no date", () => {
  it("should be counted where it is left out, and listed", async () => {
    await readout(["add", "x"], [recordOf(0), recordOf(1, { published: null })]);
    const listed = await readout(["events", "--undated", "--as", "jsonl"], []);
    expect(listed.err).toBe("");
    const rows = listed.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ document, date }) => [document, date])).toEqual([
      ["article-1", null],
      ["article-1", null],
    ]);
    expect((await readout(["timeline"], [])).err).toBe(
      "readout: undated: 2 rows have no date and are not here: readout events --undated lists them\n",
    );
    expect((await readout(["statements", "--since", "2025-01-01"], [])).err).toContain("readout statements --undated lists it");
    expect((await readout(["events"], [])).err).toBe("");
    expect((await readout(["events", "--undated", "--since", "2025-01-01"], [])).code).toBe(2);
  });
});
