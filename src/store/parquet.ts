// A Parquet file → its rows in order, a group at a time, as JSON has them; and rows → a Parquet file. Opens no shelf.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { ShelfError } from "./errors.ts";

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** @throws ShelfError where the file is not there or is no whole Parquet file */
export async function* parquetRows(path: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const database = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // One thread hands the rows on in their order and holds one group of them.
    threads: "1",
    memory_limit: "1GB",
    // Each byte is read once.
    enable_external_file_cache: "false",
  });
  try {
    const connection = await database.connect();
    // A path is one file: without this DuckDB takes * and ? in it for a pattern.
    const result = await connection.stream(`SELECT * FROM read_parquet([${literal(path.replace(/[*?[\]]/g, "[$&]"))}])`);
    for await (const rows of result.yieldRowObjectJson()) yield* rows;
  } catch (error) {
    const words = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    throw new ShelfError(
      path,
      `is no Parquet file that can be read (${words.replace(/^[\w ]*Error: /, "").slice(0, 120)}): write it again`,
      error,
    );
  } finally {
    database.closeSync();
  }
}

/**
 * @param columns names, for an answer without rows
 * @param lines rows as JSONL
 * @returns the file's bytes; a column's type is what DuckDB reads its JSON as: text, numbers, days, lists
 */
export async function parquetOf(columns: readonly string[], lines: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "readout-rows-"));
  const database = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "1GB" });
  try {
    const [from, to] = [join(folder, "rows.jsonl"), join(folder, "rows.parquet")];
    await writeFile(from, lines);
    const rows =
      lines === ""
        ? `SELECT ${columns.map((name) => `NULL::VARCHAR AS "${name.replaceAll('"', '""')}"`).join(", ")} WHERE false`
        : `FROM read_json(${literal(from)}, format = 'newline_delimited', sample_size = -1, maximum_object_size = 67108864)`;
    const connection = await database.connect();
    await connection.run(`COPY (${rows}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`);
    return new Uint8Array(await readFile(to));
  } finally {
    database.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
