// What is added is there once, whole, in its newest version; and what is no shelf says so in one line.
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { queryOf } from "../../src/store/ask.ts";
import { keyOf, termOf } from "../../src/store/fold.ts";
import { dayOf } from "../../src/store/rows.ts";
import { openShelf } from "../../src/store/shelf.ts";
import type { Added } from "../../src/store/types.ts";
import { CASES } from "../record/cases.ts";
import { contentOf, onShelf, recordOf, rowsOf, telling, temporary } from "./records.ts";

const folder = temporary();
let made = 0;
const fresh = (): string => join(folder, `${made++}.duckdb`);

const addAll = (path: string, records: readonly ReadoutRecord[]): Promise<Added[]> =>
  onShelf(path, "write", async (shelf) => {
    const added: Added[] = [];
    for (const record of records) added.push(await shelf.add(record));
    return added;
  });

const versions = (path: string): Promise<unknown> =>
  onShelf(path, "read", async (shelf) =>
    (await rowsOf(shelf, "SELECT article, version, current FROM shelf_tables.document ORDER BY key")).map((row) =>
      Object.values(row).join(" "),
    ),
  );

it.skipIf(!existsSync("/proc/self/fd"))(
  "should hold its file no longer once it is closed, whatever was asked (skipped without /proc)",
  async () => {
    const path = fresh();
    await addAll(path, [recordOf(1)]);
    const held = (): boolean =>
      readdirSync("/proc/self/fd").some((each) => {
        try {
          return readlinkSync(`/proc/self/fd/${each}`) === path;
        } catch {
          return false;
        }
      });
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const shelf = await openShelf(path, "read", telling);
    for (let i = 0; i < 8; i++) await rowsOf(shelf, "FROM events");
    expect(held()).toBe(true);
    // What was asked is garbage now, and what frees it has not had its turn yet.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    await shelf.close();
    expect(held()).toBe(false);
  },
);

describe("the made-up records", () => {
  it.each([0, 1, 2, 5, 7])("should be sound: %i", (n) => {
    expect(faultsOf(recordOf(n))).toEqual([]);
    expect(faultsOf(recordOf(n, { events: 0 }))).toEqual([]);
  });
});

describe("adding", () => {
  it("should keep the record as it is, and rows of all of it", async () => {
    const path = fresh();
    const records = [...Object.values(CASES).map((record) => record!), recordOf(1), recordOf(2, { events: 0 })];
    await addAll(path, records);
    const { record, sentence, actor, event, statement, position, commitment, reaction, promotion } = await contentOf(path);
    expect(record!.map(([, json]) => JSON.parse(json as string))).toEqual(JSON.parse(JSON.stringify(records)));
    const count = (of: (record: ReadoutRecord) => readonly unknown[]): number => records.flatMap(of).length;
    expect([sentence, actor, event, statement].map((rows) => rows!.length)).toEqual([
      ...[count((r) => r.sentences), count((r) => r.actors), count((r) => r.events), count((r) => r.statements)],
    ]);
    expect([position, commitment, reaction, promotion].map((rows) => rows!.length)).toEqual([
      ...[
        count((r) => r.positions),
        count((r) => r.commitments),
        count((r) => [...r.reactions, ...(r.responses ?? [])]),
        count((r) => r.promotions),
      ],
    ]);
  });

  it("should have a response among the reactions, without an event, where the words stand that it is about", async () => {
    const path = fresh();
    const record = recordOf(1);
    await addAll(path, [record]);
    const rows = await onShelf(path, "read", (shelf) => rowsOf(shelf, queryOf("reactions", {})));
    const { about } = record.responses![0]!;
    expect(rows).toMatchObject([
      { reaction: 0, stance: "worried", event: "e1", event_type: record.events[0]!.type },
      { reaction: 1, stance: "opposes", event: "", event_type: null, evidence: ["e1"], sentence: 1, start: about.start, end: about.end },
    ]);
    expect(rows[1]!.words).toContain(record.document.text.slice(about.start, about.end));
  });

  it("should have what a meeting ended with, who says so, and the words that tell it", async () => {
    const path = fresh();
    const record = recordOf(1);
    await addAll(path, [record]);
    const rows = await onShelf(path, "read", (shelf) =>
      rowsOf(shelf, queryOf("outcomes", { type: record.events[0]!.type, reality: "said" })),
    );
    const { what, said_by } = record.outcomes![0]!;
    const by = record.actors.find(({ id }) => id === said_by!.actor)!.name;
    expect(rows).toMatchObject([
      { outcome: 0, event: "e1", result: "none", said_by: by, evidence: ["s1"], start: what.start, end: what.end },
    ]);
    expect(rows[0]!.what).toBe(record.document.text.slice(what.start, what.end).replace(/\s+/g, " ").trim());
    expect(await onShelf(path, "read", (shelf) => rowsOf(shelf, queryOf("outcomes", { reality: "fact" })))).toEqual([]);
  });

  it("should change nothing the second time, in one run or another", async () => {
    const path = fresh();
    expect(await addAll(path, [recordOf(1), recordOf(2), recordOf(1)])).toEqual(["new", "new", "known"]);
    const before = await contentOf(path);
    expect(await addAll(path, [recordOf(2), recordOf(1)])).toEqual(["known", "known"]);
    expect(await contentOf(path)).toEqual(before);
  });

  it("should tell by the text alone what is there", async () => {
    const path = fresh();
    await addAll(path, [recordOf(1)]);
    await onShelf(path, "write", async (shelf) => {
      expect(await shelf.holds(recordOf(1).document)).toEqual({ key: 1, better: null });
      expect(await shelf.holds(recordOf(1, { edit: 1 }).document)).toBeNull();
    });
    expect(await addAll(path, [recordOf(1, { url: "https://copy.example/" })])).toEqual(["known"]);
  });

  it("should take another text at the same address and day for a new version", async () => {
    const path = fresh();
    const edits = [recordOf(1), recordOf(2), recordOf(1, { edit: 1, published: "2025-08-02T18:00:00Z" }), recordOf(1, { edit: 2 })];
    expect(await addAll(path, edits)).toEqual(["new", "new", "version", "version"]);
    expect(await versions(path)).toEqual(["1 1 false", "2 1 true", "1 2 false", "1 3 true"]);
    await onShelf(path, "read", async (shelf) => {
      expect((await rowsOf(shelf, "SELECT document, version FROM documents ORDER BY ALL")).map(Object.values)).toEqual([
        ["article-1", 3],
        ["article-2", 1],
      ]);
      const seen = await rowsOf(shelf, "SELECT DISTINCT version FROM events WHERE document = 'article-1'");
      expect(seen).toEqual([{ version: 3 }]);
      expect(await rowsOf(shelf, "SELECT count(*) AS n FROM shelf_tables.record")).toEqual([{ n: 4 }]);
    });
    // An old text that comes again is there, and does not become the newest.
    expect(await addAll(path, [recordOf(1)])).toEqual(["known"]);
    expect(await versions(path)).toEqual(["1 1 false", "2 1 true", "1 2 false", "1 3 true"]);
  });

  it("should not take another day, or no address, for the same article", async () => {
    const path = fresh();
    const others = [recordOf(1), recordOf(1, { edit: 1, published: "2025-09-09" }), recordOf(1, { edit: 2, published: null })];
    expect(await addAll(path, others)).toEqual(["new", "new", "new"]);
    expect(await addAll(path, [recordOf(1, { edit: 3, published: null })])).toEqual(["version"]);
    expect(await addAll(path, [recordOf(5, { url: null }), recordOf(5, { url: null, edit: 1 })])).toEqual(["new", "new"]);
  });

  it("should keep any text, also what is no proper Unicode", async () => {
    const path = fresh();
    const words = ["a\u0000b", "\ud800 lone", "'; DROP TABLE shelf_tables.event; --", "“x” \\ | \n"];
    const records = words.map((title, n) => ({ ...recordOf(n), document: { ...recordOf(n).document, title } }));
    await addAll(path, records);
    const { record } = await contentOf(path);
    expect(record!.map(([, json]) => JSON.parse(json as string).document.title)).toEqual(words);
  });

  it("should keep nothing of an article that fails", async () => {
    const path = fresh();
    const broken = { ...recordOf(2), promotions: [{ ...recordOf(2).promotions[0]!, kind: null as never }] };
    await addAll(path, [recordOf(1)]);
    const before = await contentOf(path);
    await expect(addAll(path, [broken])).rejects.toThrow(/kind/);
    expect(await contentOf(path)).toEqual(before);
    expect(await addAll(path, [recordOf(2)])).toEqual(["new"]);
  });

  it("should hold more rows of one article than a chunk has", async () => {
    const path = fresh();
    await addAll(path, [recordOf(1, { events: 2100 })]);
    await onShelf(path, "read", async (shelf) => expect(await rowsOf(shelf, "SELECT count(*) AS n FROM events")).toEqual([{ n: 2100 }]));
  });
});

it("should take any name for its file, also that of a schema or view of its own", async () => {
  for (const name of ["shelf", "kept", "events", "main"]) {
    const path = join(folder, `${name}.duckdb`);
    await addAll(path, [recordOf(1)]);
    expect(await onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT count(*) AS n FROM documents")), name).toEqual([{ n: 1 }]);
  }
});

describe("a file that is no shelf", () => {
  const opening = (path: string, access: "read" | "write") => openShelf(path, access, telling).then((shelf) => shelf.close());

  it("should be named with what is wrong and what to do", async () => {
    const text = fresh();
    writeFileSync(text, "This is no database. ".repeat(1000));
    const foreign = fresh();
    const newer = fresh();
    const database = await DuckDBInstance.create(foreign);
    await (await database.connect()).run("CREATE TABLE events (a INTEGER)");
    database.closeSync();
    await addAll(newer, []);
    const shelf = await DuckDBInstance.create(newer);
    await (await shelf.connect()).run("UPDATE shelf_tables.about SET format = 99");
    shelf.closeSync();
    for (const access of ["read", "write"] as const) {
      const about = (path: string, message: string) => expect(opening(path, access)).rejects.toMatchObject({ about: path, message });
      await about(text, "is no DuckDB file: give another --db");
      await about(foreign, "is a DuckDB file, but no shelf of readout: give another --db");
      await about(newer, "was made by a newer readout (shelf 99, not 4): update readout");
      await about(folder, expect.stringMatching(/: .*: give another --db|^.*give another --db$/) as never);
    }
    await expect(opening(join(folder, "none.duckdb"), "read")).rejects.toMatchObject({
      message: "is not there: make it with readout add, or check --db",
    });
    await expect(opening(join(folder, "no", "such.duckdb"), "write")).rejects.toMatchObject({ about: join(folder, "no", "such.duckdb") });
    expect(existsSync(join(folder, "none.duckdb"))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)("should say that it may not be written", async () => {
    const path = fresh();
    await addAll(path, []);
    chmodSync(path, 0o400);
    await expect(opening(path, "write")).rejects.toMatchObject({
      message: "may not be read or written by you: change its permissions, or give another --db",
    });
  });

  it("should leave nothing else behind where it is made", async () => {
    const path = fresh();
    writeFileSync(`${path}.new-999999999`, "left by a process that was killed");
    await addAll(path, [recordOf(1)]);
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(path))).toEqual([path.split("/").at(-1)]);
    // Readable by its owner only.
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("should be whole without what was beside it, once it is closed", async () => {
    const [path, copy] = [fresh(), fresh()];
    await addAll(path, [recordOf(1), recordOf(2)]);
    copyFileSync(path, copy);
    expect((await contentOf(copy)).document).toHaveLength(2);
  });

  it("should say what is damaged, and that not the query is at fault", async () => {
    const path = fresh();
    await addAll(
      path,
      Array.from({ length: 8 }, (_, n) => recordOf(n, { events: 300 })),
    );
    const bytes = readFileSync(path);
    // All blocks but the first ones, which hold what tables there are.
    for (let at = 3 * 262_144 + 4096; at < bytes.length; at += 65_536) bytes[at]! ^= 0x5a;
    writeFileSync(path, bytes);
    const asking = onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT max(words) FROM shelf_tables.sentence"));
    await expect(asking).rejects.toMatchObject({ about: path, message: expect.stringMatching(/^is damaged \(.*\): .* readout rescue$/) });
  });
});

describe("what is looked up", () => {
  it("should be found by whole words, in any case, with or without accents", () => {
    const key = keyOf(["UKR", "Recep Tayyip Erdoğan", null]);
    for (const words of ["ukr", "UKR", "erdogan", "Erdoğan", "tayyip erdogan"]) expect(key).toContain(termOf(words));
    for (const words of ["uk", "erdo", "ukr recep"]) expect(key).not.toContain(termOf(words));
  });
  it("should be found by its own name, whatever that is", () => {
    const name = fc.string().filter((text) => /[\p{L}\p{N}]/u.test(text));
    fc.assert(fc.property(fc.array(name, { minLength: 1 }), (names) => names.every((each) => keyOf(names).includes(termOf(each)))));
  });
  it.each([
    ["2025-08-15T10:00:00Z", "2025-08-15"],
    ["2025-08", "2025-08-01"],
    ["1994", "1994-01-01"],
    ["2025-02-30", null],
    ["2025-W33", "2025-01-01"],
    ["yesterday", null],
    [null, null],
  ])("should have a day: %s", (iso, day) => expect(dayOf(iso)).toBe(day));
});
