// Every .sql file runs on the real schema; the user's SQL only reads; the filters mean what docs/shelf.md says.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { documentsQueryOf, goldQueryOf, queryOf, withFilters } from "../../src/store/ask.ts";
import { COLUMNS } from "../../src/store/codebook.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { sqlOf } from "../../src/store/sql.ts";
import { turns } from "../../src/store/turns.ts";
import type { Filters, Question, Value } from "../../src/store/types.ts";
import { onShelf, recordOf, rowsOf, telling, temporary } from "./records.ts";

const path = join(temporary(), "s.duckdb");
beforeAll(() =>
  onShelf(path, "write", async (shelf) => {
    for (let n = 0; n < 20; n++) await shelf.add(recordOf(n));
    await shelf.add(recordOf(3, { edit: 1 }));
  }),
);

const sources = new URL("../../src/store/sql/", import.meta.url);
const files = readdirSync(sources).map((name) => name.replace(/\.sql$/, ""));
const ALL: Filters = {
  ...{ actor: "UKR", type: "AGREE", since: "2025-01-01", until: "2025-12-31", outlet: "muster", issue: "harbour" },
  ...{ reality: "fact", saidBy: "KEN", minConfidence: 0.1, limit: 3 },
};
// Finds articles by words, not by the filters of the questions: test/server/ has it.
const own = ["schema", "listing"];
const filtered = files.filter((name) => sqlOf(name).includes("/* filters */") && !own.includes(name));
const QUESTIONS: Question[] = [
  "events",
  "statements",
  "positions",
  "commitments",
  "reactions",
  "outcomes",
  "actors",
  "sources",
  "timeline",
];

describe("the .sql files", () => {
  it.each(files)("%s.sql should begin with what it takes and gives", (name) => {
    expect(readFileSync(new URL(`${name}.sql`, sources), "utf8")).toMatch(new RegExp(`^-- ${name}\\.sql: .+ → .+`));
  });
  it.each(filtered)("%s.sql should be sound with every filter and with none", async (name) => {
    await onShelf(path, "read", async (shelf) => {
      for (const filters of [{}, ALL]) {
        const query = name === "documents" ? documentsQueryOf(filters) : name === "gold" ? goldQueryOf(filters) : queryOf(name, filters);
        expect(await rowsOf(shelf, { ...query, sql: `EXPLAIN ${query.sql}` })).toHaveLength(1);
        await rowsOf(shelf, query);
      }
    });
  });
  it.each(files.filter((name) => !filtered.includes(name) && !own.includes(name)))("%s.sql should be sound", async (name) => {
    const database = await DuckDBInstance.create(path);
    const connection = await database.connect();
    // A text of one digit goes for any of them.
    const params = Object.fromEntries(
      [
        ...sqlOf(name)
          .replace(/--.*/g, "")
          .matchAll(/\$(\w+)/g),
      ].map(([, param]) => [param, "1"]),
    );
    const plan = await connection.runAndReadAll(`EXPLAIN ${sqlOf(name)}`, params);
    expect(plan.currentRowCount).toBeGreaterThan(0);
    connection.closeSync();
    database.closeSync();
  });
  it("should name its file where a query fails", async () => {
    await onShelf(path, "read", async (shelf) => {
      const query = { ...queryOf("events", {}), sql: withFilters("events", "no_such_column = 1") };
      await expect(shelf.ask(query)).rejects.toMatchObject({ about: "events.sql", message: expect.stringContaining("no_such_column") });
    });
  });
  it("should have a meaning for every column", async () => {
    await onShelf(path, "read", async (shelf) => {
      const views = await rowsOf(shelf, "SELECT column_name AS name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal");
      const asked = await Promise.all(QUESTIONS.map(async (question) => (await shelf.ask(queryOf(question, { limit: 1 }))).columns));
      for (const name of [...views.map(({ name }) => name as string), ...asked.flat()]) expect(Object.keys(COLUMNS)).toContain(name);
    });
  });
});

describe("the user's SQL", () => {
  it.each([
    ["INSERT INTO shelf_tables.about VALUES (2)", /INSERT is not allowed|read-only/],
    ["WITH a AS (SELECT 1) DELETE FROM shelf_tables.event", /DELETE is not allowed|read-only/],
    ["UPDATE shelf_tables.about SET format = 2", /UPDATE is not allowed|read-only/],
    ["DROP VIEW events", /DROP is not allowed|read-only/],
    ["CREATE TABLE a (b INTEGER)", /CREATE is not allowed|read-only/],
    ["CREATE TEMP TABLE a (b INTEGER)", /CREATE is not allowed/],
    ["COPY events TO 'x.csv'", /Cannot access|not allowed/],
    ["COPY (SELECT 1) TO '/tmp/readout-x.csv'", /Cannot access|not allowed/],
    ["EXPORT DATABASE '/tmp/readout-x'", /not allowed|Cannot access/],
    ["ATTACH '/tmp/readout-x.duckdb'", /ATTACH is not allowed/],
    ["ATTACH ':memory:' AS m", /ATTACH is not allowed/],
    ["DETACH shelf", /not allowed/],
    ["INSTALL httpfs", /not allowed/],
    ["LOAD httpfs", /not allowed/],
    ["SET enable_external_access = true", /not allowed/],
    ["PRAGMA enable_profiling", /not allowed/],
    ["CALL pragma_version()", /not allowed/],
    ["CHECKPOINT", /not allowed|read-only/],
    ["BEGIN", /not allowed/],
    ["VACUUM", /not allowed/],
    ["SELECT * FROM read_text('/etc/passwd')", /Cannot access file/],
    ["FROM glob('/*')", /Cannot access|disabled/],
    ["FROM 'package.json'", /Cannot access file/],
    ["SELECT * FROM read_csv('https://example.org/x.csv')", /disabled|Cannot access|requires the extension/],
    ["SELECT * FROM read_parquet('/tmp/x.parquet')", /disabled|Cannot access/],
    ["SELECT * FROM read_json_auto('/etc/hostname')", /disabled|Cannot access/],
    ["SELECT * FROM read_blob('/etc/passwd')", /disabled|Cannot access/],
    ["SELECT * FROM read_csv('/etc/passwd', sep = '!')", /disabled|Cannot access/],
    ["SELECT * FROM parquet_metadata('/tmp/x.parquet')", /disabled|Cannot access/],
    ["SELECT * FROM sniff_csv('/etc/passwd')", /disabled|Cannot access/],
    ["SELECT * FROM '/proc/self/environ'", /disabled|Cannot access|not exist/],
    ["IMPORT DATABASE '/tmp/x'", /not allowed|Cannot access|disabled|No files|Cannot open/],
    ["CREATE SECRET s (TYPE s3)", /not allowed|disabled|Cannot|requires|not found|not exist/],
    ["USE memory", /not allowed|not exist|No catalog/],
    ["RESET lock_configuration", /not allowed|locked/],
    ["EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/readout-x.csv'", /Cannot access|not allowed/],
    ["SELECT 1; SELECT 2", /holds 2 statements: give one SELECT/],
    ["", /holds nothing: give a SELECT/],
    ["-- only a comment", /holds 0 statements|holds nothing|give a SELECT|mend the query/],
    ["SELEC 1", /^syntax error at or near "SELEC": mend the query$/],
    ["SELECT nothing FROM events", /nothing.*: mend the query$/],
  ])("should not do %j", async (sql, message) => {
    await onShelf(path, "read", async (shelf) => {
      await expect(rowsOf(shelf, { name: "sql", sql, params: {} })).rejects.toMatchObject({
        about: "sql",
        message: expect.stringMatching(message),
      });
    });
  });
  it("should be able to do all that reads", async () => {
    await onShelf(path, "read", async (shelf) => {
      for (const sql of ["FROM events", "VALUES (1)", "DESCRIBE events", "SHOW TABLES", "SUMMARIZE documents", "EXPLAIN FROM events"])
        expect((await rowsOf(shelf, sql)).length).toBeGreaterThan(0);
      const odd = "SELECT 9007199254740993 AS big, 1.5::DECIMAL(4, 2) AS d, {a: 1} AS s, [DATE '2025-08-15'] AS l, NULL AS n, 'a' AS n";
      expect(await rowsOf(shelf, odd)).toEqual([
        { big: "9007199254740993", d: "1.50", s: "{'a': 1}", l: ["2025-08-15"], n: null, "n:1": "a" },
      ]);
    });
  });
});

describe("filters", () => {
  const ask = (question: Question, filters: Filters) => onShelf(path, "read", (shelf) => rowsOf(shelf, queryOf(question, filters)));
  const every = (rows: Record<string, Value>[], holds: (row: Record<string, Value>) => boolean) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !holds(row))).toEqual([]);
  };
  it("should keep the rows that pass, and all of them", async () => {
    const all = await ask("events", {});
    const list = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : [value ?? null]);
    const keeps: [Filters, (row: Record<string, Value>) => boolean][] = [
      [{ actor: "TUR" }, (row) => [...list(row.source_code), ...list(row.target_code)].includes("TUR")],
      [{ actor: "zelenskyy" }, (row) => [...list(row.source), ...list(row.target)].includes("Volodymyr Zelenskyy")],
      [{ actor: "turkiye" }, (row) => [...list(row.source), ...list(row.target)].includes("Türkiye")],
      [{ type: "REJECT" }, (row) => row.type === "REJECT"],
      [{ since: "2025-08-05" }, (row) => String(row.from_day) >= "2025-08-05"],
      [{ until: "2025-08-05" }, (row) => String(row.to_day) <= "2025-08-05"],
      [{ reality: "said" }, (row) => row.said_by !== null],
      [{ saidBy: "KEN" }, (row) => row.said_by_code === "KEN"],
      [{ outlet: "muster" }, (row) => row.outlet === "Muster Daily"],
      [{ outlet: "news2.example" }, (row) => String(row.url).startsWith("https://news2.example/")],
      [{ issue: "No. 2" }, (row) => String(row.words).includes("no. 2")],
      [{ minConfidence: 0.7 }, (row) => (row.confidence as number) >= 0.7],
      [
        { actor: "UKR", outlet: "herald", minConfidence: 0.2 },
        (row) =>
          String(row.who) !== "" &&
          row.outlet === "The Example Herald" &&
          (row.confidence as number) >= 0.2 &&
          [...list(row.source_code), ...list(row.target_code)].includes("UKR"),
      ],
    ];
    for (const [filters, holds] of keeps) {
      const rows = await ask("events", filters);
      every(rows, holds);
      expect(rows).toEqual(all.filter(holds));
    }
    expect(await ask("events", { limit: 2 })).toEqual(all.slice(0, 2));
    expect(await ask("events", { actor: "ukraine'; DROP TABLE x" })).toEqual([]);
  });
  it("should mean the same for every question", async () => {
    for (const question of QUESTIONS) {
      every(await ask(question, { outlet: "muster" }), ({ outlet }) => outlet === "Muster Daily");
      every(await ask(question, { issue: "the HARBOUR", limit: 3 }), () => true);
      expect(await ask(question, { since: "2031-01-01" })).toEqual([]);
      expect(await ask(question, { issue: "nobody wrote this" })).toEqual([]);
      expect((await ask(question, { type: "REJECT" })).length).toBeLessThan((await ask(question, {})).length + 1);
    }
    every(await ask("positions", { actor: "KEN" }), ({ actor_code }) => actor_code === "KEN");
    every(await ask("sources", { actor: "KEN" }), ({ code }) => code === "KEN");
    every(await ask("actors", { actor: "KEN" }), ({ code }) => code === "KEN");
  });
  it("should leave every row with its citation, in the newest version", async () => {
    for (const question of QUESTIONS) {
      every(await ask(question, {}), ({ document, version, url, sentence, start, end, words }) => {
        const record = recordOf(Number(String(document).slice(8)), { edit: Number(version) - 1 });
        const place = record.sentences[Number(sentence)]!;
        return (
          record.document.url === url &&
          record.document.text.slice(place.start, place.end).replace(/\s+/g, " ") === words &&
          Number(start) < Number(end)
        );
      });
    }
  });
  it("should leave a row a participant, name and code together, all of an event or none", async () => {
    const rows = await onShelf(path, "read", (shelf) => rowsOf(shelf, queryOf("event_actors", { actor: "UKR", since: "2025-08-01" })));
    const records = Array.from({ length: 20 }, (_, n) => recordOf(n, n === 3 ? { edit: 1 } : {}));
    every(rows, (row) => {
      const { document, events, actors } = records.find((record) => record.document.id === row.document)!;
      const place = events.find(({ id }) => id === row.event)![row.role as "actor" | "recipient"][row.n as number]!;
      const { name, code } = actors.find(({ id }) => id === place.actor)!;
      const cow = { UKR: 369, TUR: 640, KEN: 501, BRA: 140 }[code!];
      return (
        [row.name, row.code, row.cow, row.gw, row.start, row.mention].join() ===
        [name, code, cow, cow, place.start, document.text.slice(place.start, place.end)].join()
      );
    });
    const events = await ask("events", { actor: "UKR", since: "2025-08-01" });
    expect([...new Set(rows.map(({ id }) => id))]).toEqual(events.map(({ id }) => id));
    // Each has one of either, and Ukraine is not always the one.
    expect(rows).toHaveLength(2 * events.length);
    expect(new Set(rows.map(({ code }) => code)).size).toBeGreaterThan(1);
  });
  it("should tell a timeline in order, each event once an article", async () => {
    const rows = await ask("timeline", {});
    const days = rows.map(({ from_day }) => from_day);
    expect(days).toEqual([...days].sort());
    // A month is no day.
    for (const { day, date, from_day } of rows)
      expect([day, from_day]).toEqual(String(date).length === 7 ? [null, `${date}-01`] : [date, date]);
    const months = (await ask("events", {})).filter(({ date }) => String(date).length === 7);
    every(months, ({ day, from_day, date, to_day }) => day === null && from_day === `${date}-01` && String(to_day) >= `${date}-28`);
    const retold = new Set((await ask("events", {})).filter((row) => row.retold).map(({ id }) => id));
    expect(rows.filter(({ id }) => retold.has(id))).toEqual([]);
  });
  it("should count dyads by month", async () => {
    const [dyad] = await onShelf(path, "read", (shelf) => rowsOf(shelf, "FROM dyads_monthly ORDER BY events DESC LIMIT 1"));
    expect(Object.keys(dyad!)).toEqual([
      "month",
      "source",
      "target",
      "events",
      "cooperation",
      "conflict",
      "mean_score",
      "only_said",
      "not_so",
    ]);
    expect(dyad!.cooperation as number).toBe((dyad!.events as number) - (dyad!.conflict as number));
    const sum = await onShelf(path, "read", (shelf) =>
      rowsOf(shelf, "SELECT sum(events)::INTEGER AS n, sum(only_said)::INTEGER AS said, sum(not_so)::INTEGER AS not FROM dyads_monthly"),
    );
    const told = await ask("timeline", {});
    const of = (...realities: string[]) => told.filter(({ reality }) => realities.includes(reality as string)).length;
    // A retelling does not count twice, and hearsay is no deed.
    expect(sum).toEqual([{ n: of("fact"), said: of("said"), not: 0 }]);
    expect(Math.min(of("fact"), of("said"))).toBeGreaterThan(0);
  });
});

describe("closing", () => {
  it("should wait for what was begun, and not for what was not", async () => {
    const { take, end } = turns();
    const done: number[] = [];
    const work = (n: number) => () => new Promise<void>((resolve) => setTimeout(() => resolve(void done.push(n)), 5));
    const first = take(work(1));
    void take(work(2));
    await Promise.resolve();
    await Promise.all([end(), first]);
    expect(done).toEqual([1]);
    expect(await Promise.race([take(work(3)), new Promise((resolve) => setTimeout(resolve, 20, "silent"))])).toBe("silent");
    expect(done).toEqual([1]);
  });
  it("should go on after what failed", async () => {
    const { take, end } = turns();
    const failed = take(async () => {
      throw new Error("no");
    });
    const after = take(async () => "yes");
    await expect(failed).rejects.toThrow("no");
    expect(await after).toBe("yes");
    await end();
  });
  it("should never answer what is asked later, and may be done twice", async () => {
    const shelf = await openShelf(path, "read", telling);
    await shelf.close();
    await shelf.close();
    const answer = shelf.holds(recordOf(1).document).then(() => "answered");
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 20, "silent"))])).toBe("silent");
  });
});
