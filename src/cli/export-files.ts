// A shelf's tables → files of one format in a folder, whole or parted by month.
import { mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { doccanoLabels, writeDoccano } from "../annotate/doccano.ts";
import { writeGold } from "../annotate/gold.ts";
import { labelStudioConfig, writeLabelStudio } from "../annotate/labelstudio.ts";
import { writeWebAnnotations } from "../annotate/web.ts";
import { geography } from "../places/load.ts";
import { writeCameo } from "../record/cameo.ts";
import { type FieldTable, fieldHeader, fieldLine, fieldRowsOf } from "../record/field.ts";
import { gdelt } from "../record/gdelt.ts";
import { icews } from "../record/icews.ts";
import { writePlover } from "../record/plover.ts";
import { polecat } from "../record/polecat.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { documentsQueryOf, goldQueryOf, queryOf } from "../store/ask.ts";
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
  "outcomes",
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
  "outcomes",
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
  /** Events that the format cannot tell, and so does not: what is denied, planned or supposed, or told again. */
  readonly left_out?: number;
  /** What it has rows of; null for a file that is no table. */
  readonly table: Table | FieldTable | null;
}

/** Writes the rows of one table, or the events in a format of their own. @returns how many, and how many were left out */
type Writer = (shelf: Shelf, table: Table, filters: Filters, path: string) => Promise<Pick<Made, "rows" | "left_out">>;

interface Planned {
  readonly table: Table;
  readonly file: string;
  readonly write: Writer;
  /** Left out for the columns of the table itself. */
  readonly as?: FieldTable | null;
}

/** @returns the files in the order in which they were written */
export async function filesIn(shelf: Shelf, folder: string, { format, filters, byMonth }: Asked): Promise<Made[]> {
  const files: Made[] = [];
  for (const { table, file, write, as } of plan(format)) {
    const parts = byMonth && DATED.has(table) ? await monthsOf(shelf, table, filters) : [{ folder: null, filters }];
    for (const part of parts) {
      const name = part.folder === null ? file : `${table}/month=${part.folder}/${file}`;
      await mkdir(dirname(join(folder, name)), { recursive: true });
      files.push({ name, ...(await write(shelf, table, part.filters, join(folder, name))), table: as === undefined ? table : as });
    }
  }
  for (const [name, text] of beside(format)) {
    await writeFile(join(folder, name), text);
    files.push({ name, rows: 0, table: null });
  }
  return files;
}

/** What a tool needs beside the events. */
function beside(format: ExportFormat): [name: string, text: string][] {
  if (format === "doccano") return [["labels.doccano.json", doccanoLabels()]];
  return format === "labelstudio" ? [["project.labelstudio.xml", labelStudioConfig()]] : [];
}

function plan(format: ExportFormat): Planned[] {
  const all = (ending: string, write: Writer) => TABLES.map((table) => ({ table, file: `${table}.${ending}`, write }));
  // Formats of events only: what a person changed goes beside them.
  const events = (file: string, write: Writer, as: FieldTable | null = null): Planned[] => [
    { table: "events", file, write, as },
    { table: "corrections", file: "corrections.ndjson", write: rowsAs("jsonl") },
  ];
  const field = (table: FieldTable) => events(table.file, fieldAs(table), table);
  if (format === "parquet") return all("parquet", asParquet);
  if (format === "csv") return all("csv", rowsAs("csv"));
  if (format === "ndjson") return all("ndjson", rowsAs("jsonl"));
  if (format === "polecat") return field(polecat);
  if (format === "icews") return field(icews);
  if (format === "gdelt") return field(gdelt);
  if (format === "cameo") return events("events.cameo.tsv", recordsAs(writeCameo));
  if (format === "webannotation")
    return events(
      "events.annotations.jsonl",
      recordsAs((record, { correctedBy, idOf }) => writeWebAnnotations(record, idOf, correctedBy)),
    );
  if (format === "doccano")
    return events(
      "events.doccano.jsonl",
      recordsAs((record, { idOf }) => writeDoccano(record, idOf)),
    );
  if (format === "gold") return events("articles.gold.jsonl", asGold);
  if (format === "labelstudio")
    return events(
      "events.labelstudio.jsonl",
      recordsAs((record, { idOf }) => writeLabelStudio(record, idOf)),
    );
  return events(
    "events.plover.jsonl",
    recordsAs((record, { correctedBy }) => writePlover(record, { correctedBy })),
  );
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
    // Not __HIVE_DEFAULT_PARTITION__, Hive's name for no value: pyarrow, and so pandas, cannot read it beside others.
    if (month === "") return { folder: "undated", filters: { ...filters, within: "no month" } };
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
  return { rows };
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
    return { rows };
  };
}

/** What a shelf knows of a record's events that the record does not. */
interface Known {
  readonly article: number;
  readonly outlet: string | null;
  /** Numbers of the events within the article, by id. */
  readonly refs: ReadonlyMap<string, number>;
  /** Ids of events that a person has corrected → who. */
  readonly correctedBy: ReadonlyMap<string, string>;
  /** An event's id on the shelf. */
  idOf(event: string): string;
}

/** The records with the events that pass, in the order in which they were added. */
async function* recordsOf(shelf: Shelf, filters: Filters): AsyncGenerator<{ record: ReadoutRecord; known: Known }> {
  const { groups } = await shelf.ask(queryOf("plover", filters));
  for await (const group of groups)
    for (const row of group) {
      const [json, ids, by, numbers, article, outlet] = row as unknown as [
        string,
        string[],
        (string | null)[],
        number[],
        number,
        string | null,
      ];
      const record = JSON.parse(json) as ReadoutRecord;
      const refs = new Map(ids.map((id, at) => [id, numbers[at]!]));
      const correctedBy = new Map(ids.flatMap((id, at) => (by[at] == null ? [] : [[id, by[at]]])));
      const idOf = (event: string): string => `e${article}.${refs.get(event)}`;
      yield {
        record: { ...record, events: record.events.filter(({ id }) => refs.has(id)) },
        known: { article, outlet, refs, correctedBy, idOf },
      };
    }
}

function recordsAs(write: (record: ReadoutRecord, known: Known) => string): Writer {
  return async (shelf, _, filters, path) => {
    let rows = 0;
    await writeText(path, async (out) => {
      for await (const { record, known } of recordsOf(shelf, filters)) {
        rows += record.events.length;
        await out.write(write(record, known));
      }
    });
    return { rows };
  };
}

/** Articles that people have corrected, as training/eval has them. */
const asGold: Writer = async (shelf, _, filters, path) => {
  let rows = 0;
  await writeText(path, async (out) => {
    for await (const group of (await shelf.ask(goldQueryOf(filters))).groups)
      for (const [json, coder] of group) {
        rows++;
        await out.write(writeGold(JSON.parse(json as string) as ReadoutRecord, coder as string));
      }
  });
  return { rows };
};

function fieldAs(table: FieldTable): Writer {
  return async (shelf, _, filters, path) => {
    let [rows, left_out] = [0, 0];
    await writeText(path, async (out) => {
      await out.write(fieldHeader(table));
      for await (const { record, known } of recordsOf(shelf, filters)) {
        const found = fieldRowsOf(record, { geography, ...known });
        rows += found.rows.length;
        left_out += found.leftOut;
        await out.write(found.rows.map((row) => fieldLine(table, row)).join(""));
      }
    });
    return { rows, left_out };
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
