// Rows as files, and queries of one's own, on a real server: SQL only reads, and Parquet holds what JSON does.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parquetRows } from "../../src/store/parquet.ts";
import { temporary } from "../store/records.ts";
import { articles, serving } from "./serving.ts";

const asked = (query: string, rest = ""): string => `sql?query=${encodeURIComponent(query)}${rest}`;

it("should answer a query of one's own, cut at the limit, and refuse whatever writes", async () => {
  const { url } = await serving({ kept: articles });
  const get = (path: string) => fetch(`${url}/api/v1/${path}`);
  const answer = await get(asked("SELECT document, count(*) AS n FROM events GROUP BY ALL ORDER BY ALL", "&limit=2"));
  expect(await answer.json()).toMatchObject({ rows: [{ n: expect.any(Number) }, { n: expect.any(Number) }], more: true });
  for (const [query, message] of [
    ["DELETE FROM shelf_tables.document", /only read/],
    ["SELECT 1; SELECT 2", /2 statements/],
    ["SELECT nothing FROM events", /nothing/],
    ["FROM read_csv('/etc/passwd')", /query/],
  ] as const) {
    const refused = await get(asked(query));
    expect([query, refused.status]).toEqual([query, 400]);
    expect(JSON.stringify(await refused.json())).toMatch(message);
  }
});

it("should give rows as Parquet, and none as a whole file without rows", async () => {
  const { url } = await serving({ kept: articles });
  const rowsOf = async (path: string): Promise<unknown[]> => {
    const answer = await fetch(`${url}/api/v1/${path}`);
    expect(answer.headers.get("content-disposition")).toContain(".parquet");
    const file = join(temporary(), "rows.parquet");
    writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
    const told: unknown[] = [];
    for await (const row of parquetRows(file)) told.push(row);
    return told;
  };
  const { rows } = (await (await fetch(`${url}/api/v1/events`)).json()) as { rows: { id: string; day: string | null; source: string[] }[] };
  const told = (await rowsOf("events?format=parquet")) as typeof rows;
  expect(told.map(({ id, day, source }) => [id, day, source])).toEqual(rows.map(({ id, day, source }) => [id, day, source]));
  expect(await rowsOf("events?actor=nobody&format=parquet")).toEqual([]);
});

it("should take a query of the length that it says, refuse a longer one, and outlive one that no server takes", async () => {
  const { ask, get } = await serving({ kept: articles });
  const long = (length: number): string => `SELECT 1 AS a --${"x".repeat(length - 16)}`;
  expect((await get(asked(long(100_000)))).json).toMatchObject({ rows: [{ a: 1 }] });
  const refused = await get(asked(long(100_001)));
  expect([refused.status, refused.json.error.message]).toEqual([400, expect.stringContaining("query")]);
  const conditions = `SELECT 1 AS a WHERE ${Array(9000).fill("true").join(" AND ")}`;
  expect((await get(asked(conditions))).json).toMatchObject({ rows: [{ a: 1 }] });
  // Nested deeper than a parser goes.
  const nested = await get(asked(`SELECT ${"(".repeat(40_000)}1${")".repeat(40_000)}`));
  expect([nested.status, nested.json.error.message]).toEqual([400, expect.stringContaining("query")]);
  // Each of these letters is nine bytes of the address.
  expect((await get(asked(`SELECT 1 AS a --${"一".repeat(99_984)}`))).json).toMatchObject({ rows: [{ a: 1 }] });
  // Each of these is twelve.
  expect((await get(asked(`SELECT 1 AS a --${"𐀀".repeat(99_984)}`))).json).toMatchObject({ rows: [{ a: 1 }] });
  expect((await get(asked(long(1_400_000)))).status).toBe(431);
  expect((await ask("/healthz")).text).toBe("ok\n");
});
