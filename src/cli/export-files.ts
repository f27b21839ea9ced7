// A shelf's tables → files of one format in a folder, whole or parted by month.
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeCameo } from "../record/cameo.ts";
import { writePlover } from "../record/plover.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { documentsQueryOf, queryOf } from "../store/ask.ts";
import type { Filters, Query, Shelf } from "../store/types.ts";
import type { Output } from "./effects.ts";
import type { ExportFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

export const TABLES = [
  "documents",
  "events",
  "event_actors",
  "gathered",
  "contradictions",
  "shifts",
  "statements",
  "positions",
  "commitments",
  "reactions",
  "corrections",
  "actors",
  "sources",
  "dyads_monthly",
  "states",
] as const;
type Table = (typeof TABLES)[number];

/** Those whose rows have a day of their own. */
const DATED: ReadonlySet<Table> = new Set<Table>([
  "documents",
  "events",
  "event_actors",
  "statements",
  "positions",
  "commitments",
  "reactions",
]);

export interface Asked {
  readonly format: ExportFormat;
  readonly filters: Filters;
  readonly byMonth: boolean;
}

export interface Made {
  /** Within the folder, parted by "/". */
  readonly name: string;
  readonly rows: number;
}

/** Writes the rows of one table, or the events in a format of their own. @returns how many */
type Writer = (shelf: Shelf, table: Table, filters: Filters, path: string) => Promise<number>;

/** @returns the files in the order in which they were written */
export async function filesIn(shelf: Shelf, folder: string, { format, filters, byMonth }: Asked): Promise<Made[]> {
  const files: Made[] = [];
  for (const { table, file, write } of plan(format)) {
    const parts = byMonth && DATED.has(table) ? await monthsOf(shelf, table, filters) : [{ folder: null, filters }];
    for (const part of parts) {
      const name = part.folder === null ? file : `${table}/month=${part.folder}/${file}`;
      await mkdir(dirname(join(folder, name)), { recursive: true });
      files.push({ name, rows: await write(shelf, table, part.filters, join(folder, name)) });
    }
  }
  return files;
}

function plan(format: ExportFormat): { table: Table; file: string; write: Writer }[] {
  const all = (ending: string, write: Writer) => TABLES.map((table) => ({ table, file: `${table}.${ending}`, write }));
  // Formats of events only: what a person changed goes beside them.
  const events = (file: string, write: Writer) => [
    { table: "events" as const, file, write },
    { table: "corrections" as const, file: "corrections.ndjson", write: rowsAs("jsonl") },
  ];
  if (format === "parquet") return all("parquet", asParquet);
  if (format === "csv") return all("csv", rowsAs("csv"));
  if (format === "ndjson") return all("ndjson", rowsAs("jsonl"));
  if (format === "plover")
    return events(
      "events.plover.jsonl",
      recordsAs((record, by) => writePlover(record, { correctedBy: by })),
    );
  return events("events.cameo.tsv", recordsAs(writeCameo));
}

/** An event may be dated to a month, or to a year, which is in no month. */
const monthOf = (table: Table): string =>
  table === "events" || table === "event_actors"
    ? "CASE WHEN date_trunc('month', from_day) = date_trunc('month', to_day) THEN strftime(from_day, '%Y-%m') END"
    : "strftime(day, '%Y-%m')";

/** What the rows of a table are, in a month each; a filter that is narrower stays. What has no day comes last. */
async function monthsOf(shelf: Shelf, table: Table, filters: Filters): Promise<{ folder: string; filters: Filters }[]> {
  const { sql, ...query } = tableQuery(table, filters);
  const months: string[] = [];
  const asked = { ...query, sql: `SELECT DISTINCT coalesce(${monthOf(table)}, '') AS month FROM (${sql}) ORDER BY month = '', month` };
  for await (const rows of (await shelf.ask(asked)).groups) months.push(...rows.map(([month]) => month as string));
  return months.map((month) => {
    // The name that Hive's readers, DuckDB and pandas among them, take for no value.
    if (month === "") return { folder: "__HIVE_DEFAULT_PARTITION__", filters: { ...filters, within: "no month" } };
    return { folder: month, filters: { ...filters, within: month } };
  });
}

export const tableQuery = (table: Table, filters: Filters): Query =>
  table === "documents" ? documentsQueryOf(filters) : queryOf(table, table === "states" ? {} : filters);

const asParquet: Writer = async (shelf, table, filters, path) => {
  const query = tableQuery(table, filters);
  await shelf.copy(query, path);
  let rows = 0;
  for await (const [first] of (await shelf.ask({ ...query, sql: `SELECT count(*) FROM (${query.sql})` })).groups) rows = Number(first![0]);
  return rows;
};

function rowsAs(format: "csv" | "jsonl"): Writer {
  return async (shelf, table, filters, path) => {
    let rows = 0;
    await writeText(path, async (out) => {
      const { groups, ...answer } = await shelf.ask(tableQuery(table, filters));
      async function* counted() {
        for await (const group of groups) {
          rows += group.length;
          yield group;
        }
      }
      await writeRows({ ...answer, groups: counted() }, format, null, { out });
    });
    return rows;
  };
}

/** @param write a record with the events that pass, and who corrected which */
function recordsAs(write: (record: ReadoutRecord, by: ReadonlyMap<string, string>) => string): Writer {
  return async (shelf, _, filters, path) => {
    let rows = 0;
    await writeText(path, async (out) => {
      const { groups } = await shelf.ask(queryOf("plover", filters));
      for await (const group of groups) {
        for (const [json, ids, by] of group as readonly [string, readonly string[], readonly (string | null)[]][]) {
          const record = JSON.parse(json) as ReadoutRecord;
          const events = record.events.filter(({ id }) => ids.includes(id));
          rows += events.length;
          await out.write(write({ ...record, events }, new Map(ids.flatMap((id, at) => (by[at] == null ? [] : [[id, by[at]]])))));
        }
      }
    });
    return rows;
  };
}

async function writeText(path: string, write: (out: Output) => Promise<void>): Promise<void> {
  const file = await open(path, "w");
  try {
    await write({ isTerminal: false, columns: null, write: (text) => file.writeFile(text) });
  } finally {
    await file.close();
  }
}
