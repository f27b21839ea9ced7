// `readout export --to FOLDER`: the shelf → files of one format, codebook.md, CITATION.cff, datapackage.json and, last, manifest.json. The same shelf gives the same bytes.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { codebookOf } from "../store/codebook.ts";
import type { Filters, Shelf, Value } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import { citationOf } from "./citation.ts";
import { dataPackageOf } from "./datapackage.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./errors.ts";
import { filesIn, type Made, TABLES, tableQuery } from "./export-files.ts";
import { manifestName, stageIn, unwritable } from "./export-stage.ts";
import { filtersOf } from "./filters.ts";
import type { ExportFormat } from "./options.ts";
import { version } from "./version.ts";

/** @throws UsageError where FOLDER holds anything that is not an export, ShelfError where the shelf cannot be read, FileError where FOLDER takes no files */
export async function exportTo(options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  if (options.to === undefined) throw new UsageError("--to", "is missing: name the folder to write to");
  const stage = await stageIn(resolve(options.to), options.to);
  try {
    const done = await exportInto(stage.folder, options, effects);
    await stage.put();
    await effects.out.write(`${options.to}: ${done}`);
  } catch (error) {
    await stage.drop();
    throw unwritable(error, options.to);
  }
  return 0;
}

/** Writes a whole export into the folder. @returns what was written, in words */
async function exportInto(folder: string, options: Readonly<Record<string, string>>, effects: Effects): Promise<string> {
  const format = (options.format ?? "parquet") as ExportFormat;
  const filters = filtersOf(options);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read", folder);
  try {
    const files = await filesIn(shelf, folder, { format, filters, byMonth: options.by === "month" });
    const { tables, articles } = await about(shelf, filters);
    await writeFile(join(folder, codebook), codebookOf(tables));
    const date = "dated" in options ? new Date().toISOString().slice(0, 10) : null;
    const made = {
      program: `readout ${await version()}`,
      schema: "readout.record/1",
      coded_by: await codersOf(shelf),
      command: commandOf(options),
      format,
      ...(options.by !== undefined && { by: options.by }),
      filters,
      // What the data set was made of: with these articles, this program and this command it can be made again, byte for byte.
      articles: { ...articles, corrections: await countOf(shelf, "SELECT count(*) FROM corrections WHERE standing <> 'ended'") },
      ...(date !== null && { date }),
    };
    await writeFile(join(folder, citation), citationOf({ ...made, date }));
    const beside: Made[] = [codebook, citation].map((name) => ({ name, rows: 0, table: null }));
    const summed = await Promise.all(
      [...files, ...beside].map(async (file) => {
        const path = join(folder, file.name);
        return { ...file, bytes: (await stat(path)).size, sha256: await hashOf(path) };
      }),
    );
    await writeFile(join(folder, packageName), dataPackageOf(summed, tables, made));
    const hashed = [
      ...summed.map(({ name, rows, left_out, table, sha256 }) => ({
        name,
        ...(table !== null || rows > 0 ? { rows } : {}),
        ...(left_out !== undefined && { left_out }),
        sha256,
      })),
      { name: packageName, sha256: await hashOf(join(folder, packageName)) },
    ];
    await writeFile(join(folder, manifestName), `${JSON.stringify({ ...made, files: hashed }, null, 2)}\n`);
    return `${files.length === 1 ? "1 file" : `${files.length} files`} as ${format}, with ${codebook}, ${citation}, ${packageName} and ${manifestName}\n`;
  } finally {
    await shelf.close();
  }
}

const packageName = "datapackage.json";
const codebook = "codebook.md";
const citation = "CITATION.cff";

/** The columns of each table by name and SQL type, and which articles there are. */
async function about(shelf: Shelf, filters: Filters) {
  const tables: Record<string, Record<string, string>> = {};
  for (const table of TABLES) {
    const { sql, ...query } = tableQuery(table, filters);
    const { groups } = await shelf.ask({ ...query, sql: `SELECT column_name, column_type FROM (DESCRIBE (${sql}))` });
    tables[table] = {};
    for await (const rows of groups) for (const [name, type] of rows as readonly [string, string][]) tables[table][name] = type;
  }
  const { sql, ...query } = tableQuery("documents", filters);
  const days = "min(day)::VARCHAR, max(day)::VARCHAR, coalesce(string_agg(sha256, '\n' ORDER BY sha256), '')";
  const [count, first_day, last_day, texts] = await firstRow(shelf, { ...query, sql: `SELECT count(*), ${days} FROM (${sql})` });
  const sha256 = createHash("sha256").update(String(texts)).digest("hex");
  return { tables, articles: { count: Number(count), first_day: first_day as string | null, last_day: last_day as string | null, sha256 } };
}

async function firstRow(shelf: Shelf, query: Parameters<Shelf["ask"]>[0]): Promise<readonly Value[]> {
  const { groups } = await shelf.ask(query);
  const rows: (readonly Value[])[] = [];
  for await (const group of groups) rows.push(...group);
  return rows[0]!;
}

const countOf = async (shelf: Shelf, sql: string): Promise<number> =>
  Number((await firstRow(shelf, { name: "count", sql, params: {} }))[0]);

/** Programs and models that coded what is on the shelf, as "readout 0.1.0 (0123456789ab)". */
async function codersOf(shelf: Shelf): Promise<string[]> {
  const sql = "SELECT DISTINCT program, model FROM documents ORDER BY ALL";
  const { groups } = await shelf.ask({ name: "coders", sql, params: {} });
  const coders: string[] = [];
  for await (const rows of groups) coders.push(...rows.map(([program, model]) => `readout ${program} (${model})`));
  return coders;
}

/** As it is to be typed again; the folder and the shelf may be called otherwise then. */
function commandOf({ to: _, db: __, dated: ___, ...options }: Readonly<Record<string, string>>): string {
  const typed = Object.entries(options)
    .sort()
    .map(([name, value]) => `--${name} ${/^[\w.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`);
  return ["readout export --to FOLDER", ...typed].join(" ");
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Uint8Array);
  return hash.digest("hex");
}
