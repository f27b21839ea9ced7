// An export in each format as Frictionless takes it: datapackage.json names every file, and its own validator finds no fault; pandas reads what is parted by month.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { hasPython, python } from "../python.ts";
import { onShelf, recordOf, telling, temporary } from "./records.ts";

const folder = temporary();
const db = join(folder, "s.duckdb");
const FORMATS = [
  "parquet",
  "csv",
  "ndjson",
  "plover",
  "cameo",
  "polecat",
  "icews",
  "gdelt",
  "webannotation",
  "doccano",
  "labelstudio",
  "gold",
] as const;
const exported = async (...args: string[]) => {
  const { effects } = fake({});
  expect(
    await main(["export", "--db", db, ...args], { ...effects, openShelf: (path, access, to) => openShelf(path, access, telling, to) }),
  ).toBe(0);
};

beforeAll(async () => {
  await onShelf(db, "write", async (shelf) => {
    for (const n of [0, 1, 2, 3]) await shelf.add(recordOf(n));
    await shelf.add(recordOf(4, { published: null }));
    // So that there is a correction, with a quotation mark in it.
    const { groups } = await shelf.ask({ name: "t", sql: "SELECT id FROM events LIMIT 1", params: {} });
    for await (const [[id]] of groups as AsyncIterable<[[string]]>)
      await shelf.correct(
        id,
        { type: "AID", modes: null, auxiliary: null, actor: ['The "X"; Y'], recipient: null, isEvent: true },
        { by: "ann", at: "2025-08-20T10:00:00Z", note: "a\n“b”, c" },
      );
  });
  for (const format of FORMATS) await exported("--to", join(folder, format), "--format", format);
});

describe.each(FORMATS)("%s", (format) => {
  it("should have every file in datapackage.json, with the columns of tables", () => {
    const to = join(folder, format);
    const { resources } = JSON.parse(readFileSync(join(to, "datapackage.json"), "utf8"));
    const paths = resources.map(({ path }: { path: string }) => path);
    expect([...paths, "datapackage.json", "manifest.json"].sort()).toEqual(readdirSync(to).sort());
    for (const { path, schema, description } of resources) {
      if (!/\.(?:csv|tsv)$/.test(path) || path.endsWith("cameo.tsv")) continue;
      const names = schema.fields.map(({ name }: { name: string }) => name);
      expect(
        readFileSync(join(to, path), "utf8")
          .split(/\r?\n/)[0]!
          .split(path.endsWith("csv") ? "," : "\t"),
      ).toEqual(names);
      expect(description).toMatch(/\.$/);
      for (const field of schema.fields) expect(field.description, `${path} ${field.name}`).not.toBe("");
    }
  });
});

const validate = `
import json, sys
from frictionless import validate
for path in sys.argv[1:]:
    report = validate(path)
    print(path, "valid" if report.valid else json.dumps(report.flatten(["type", "message"])), sum(task.stats.get("rows") or 0 for task in report.tasks))
`;
it.skipIf(!hasPython("frictionless"))("should be valid by Frictionless, all rows read", () => {
  const { stdout, stderr } = spawnSync(python, ["-c", validate, ...FORMATS.map((format) => join(format, "datapackage.json"))], {
    cwd: folder,
    encoding: "utf8",
  });
  const lines = stdout.trimEnd().split("\n");
  expect(lines, stderr).toHaveLength(FORMATS.length);
  for (const line of lines) expect(line).toMatch(/datapackage\.json valid \d+$/);
  expect(
    Number(
      lines
        .find((line) => line.startsWith("csv"))!
        .split(" ")
        .at(-1),
    ),
  ).toBeGreaterThan(400);
});

const readByMonth = `
import sys, pandas
for table in ("documents", "events", "event_actors", "statements", "positions", "commitments", "reactions", "outcomes"):
    rows = pandas.read_parquet(sys.argv[1] + "/" + table)
    print(table, len(rows), ",".join(sorted(rows.month.astype(str).unique())))
`;
it.skipIf(!hasPython("pandas, pyarrow"))("should be read by pandas where it is parted by month, what has no day too", async () => {
  const to = join(folder, "months");
  await exported("--to", to, "--by", "month");
  const { stdout, stderr, status } = spawnSync(python, ["-c", readByMonth, to], { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const { files } = JSON.parse(readFileSync(join(to, "manifest.json"), "utf8"));
  for (const line of stdout.trimEnd().split("\n")) {
    const [table, rows, months] = line.split(" ");
    const own = files.filter(({ name }: { name: string }) => name.startsWith(`${table}/`));
    expect(Number(rows), table).toBe(own.reduce((sum: number, file: { rows: number }) => sum + file.rows, 0));
    expect(months, table).toContain("undated");
  }
});
