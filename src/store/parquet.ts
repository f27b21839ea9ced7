// A Parquet file → its rows in order, a group at a time, as JSON has them. Opens no shelf.
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
