// `readout export --to FOLDER`: the shelf → files of one format, codebook.md and, last, manifest.json. The same shelf gives the same bytes.
import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writePlover } from "../record/plover.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { documentsQueryOf, queryOf } from "../store/ask.ts";
import { codebookOf } from "../store/codebook.ts";
import type { Filters, Query, Shelf } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import type { Effects, Output } from "./effects.ts";
import { UsageError } from "./errors.ts";
import { filtersOf } from "./filters.ts";
import type { ExportFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

const TABLES = [
  "documents",
  "events",
  "statements",
  "positions",
  "commitments",
  "reactions",
  "actors",
  "sources",
  "dyads_monthly",
] as const;

/** @throws UsageError where FOLDER holds anything that is not an export, ShelfError where the shelf cannot be read */
export async function exportTo(options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  if (options.to === undefined) throw new UsageError("--to", "is missing: name the folder to write to");
  const folder = resolve(options.to);
  const format = (options.format ?? "parquet") as ExportFormat;
  const filters = filtersOf(options);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read", folder);
  try {
    await makeRoom(folder, options.to);
    const files = await writers[format](shelf, filters, folder);
    const codebook = "codebook.md";
    await writeFile(join(folder, codebook), codebookOf(await columnsOf(shelf, filters)));
    const manifest = {
      program: `readout ${await version()}`,
      schema: "readout.record/1",
      coded_by: await codersOf(shelf),
      format,
      filters,
      ...("dated" in options && { date: new Date().toISOString().slice(0, 10) }),
      files: await Promise.all([...files, codebook].map(async (name) => ({ name, sha256: await hashOf(join(folder, name)) }))),
    };
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    await effects.out.write(
      `${options.to}: ${files.length === 1 ? "1 file" : `${files.length} files`} as ${format}, with ${codebook} and ${manifestName}\n`,
    );
  } finally {
    await shelf.close();
  }
  return 0;
}

const manifestName = "manifest.json";

/** Makes the folder, or takes the files of an earlier export out of it. */
async function makeRoom(folder: string, named: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError("--to", `${named} cannot be made (${error.code}): name another folder`);
  });
  const names = await readdir(folder);
  if (names.length === 0) return;
  const earlier = await filesOf(join(folder, manifestName));
  if (earlier === null) throw new UsageError("--to", `${named} holds other files: name an empty folder, or one that does not exist yet`);
  // The manifest first: without it what is left is no whole export.
  for (const name of [manifestName, ...earlier]) await rm(join(folder, name), { force: true });
}

/** The files of an export, or null where the manifest is none of ours. */
async function filesOf(manifest: string): Promise<string[] | null> {
  try {
    const { program, files } = JSON.parse(await readFile(manifest, "utf8")) as { program: string; files: { name: string }[] };
    return program.startsWith("readout ") ? files.map(({ name }) => name).filter((name) => /^[\w.]+$/.test(name)) : null;
  } catch {
    return null;
  }
}

type Writer = (shelf: Shelf, filters: Filters, folder: string) => Promise<string[]>;

const writers: Readonly<Record<ExportFormat, Writer>> = {
  async parquet(shelf, filters, folder) {
    for (const table of TABLES) await shelf.copy(tableQuery(table, filters), join(folder, `${table}.parquet`));
    return TABLES.map((table) => `${table}.parquet`);
  },
  csv: textWriter("csv", "csv"),
  ndjson: textWriter("jsonl", "ndjson"),
  async plover(shelf, filters, folder) {
    const name = "events.plover.jsonl";
    await writeText(join(folder, name), async (out) => {
      const { groups } = await shelf.ask(queryOf("plover", filters));
      for await (const rows of groups) {
        for (const [json, ids] of rows) {
          const record = JSON.parse(json as string) as ReadoutRecord;
          await out.write(writePlover({ ...record, events: record.events.filter(({ id }) => (ids as string[]).includes(id)) }));
        }
      }
    });
    return [name];
  },
};

function textWriter(format: "csv" | "jsonl", ending: string): Writer {
  return async (shelf, filters, folder) => {
    const names: string[] = [];
    for (const table of TABLES) {
      const name = `${table}.${ending}`;
      await writeText(join(folder, name), async (out) => writeRows(await shelf.ask(tableQuery(table, filters)), format, null, { out }));
      names.push(name);
    }
    return names;
  };
}

const tableQuery = (table: (typeof TABLES)[number], filters: Filters): Query =>
  table === "documents" ? documentsQueryOf(filters) : queryOf(table, filters);

async function writeText(path: string, write: (out: Output) => Promise<void>): Promise<void> {
  const file = await open(path, "w");
  try {
    await write({ isTerminal: false, columns: null, write: (text) => file.writeFile(text) });
  } finally {
    await file.close();
  }
}

async function columnsOf(shelf: Shelf, filters: Filters): Promise<Record<string, readonly string[]>> {
  const tables: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const { sql, ...query } = tableQuery(table, filters);
    tables[table] = (await shelf.ask({ ...query, sql: `FROM (${sql}) LIMIT 0` })).columns;
  }
  return tables;
}

/** Programs and models that coded what is on the shelf, as "readout 0.1.0 (0123456789ab)". */
async function codersOf(shelf: Shelf): Promise<string[]> {
  const sql = "SELECT DISTINCT program, model FROM documents ORDER BY ALL";
  const { groups } = await shelf.ask({ name: "coders", sql, params: {} });
  const coders: string[] = [];
  for await (const rows of groups) coders.push(...rows.map(([program, model]) => `readout ${program} (${model})`));
  return coders;
}

const hashOf = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

async function version(): Promise<string> {
  return (JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
}
