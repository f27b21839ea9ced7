// A shelf that may be damaged → the articles that can still be read from it, versions of one in their order, and how many cannot. Writes nothing to it.
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Document } from "../document/types.ts";
import { exists } from "./create.ts";
import { fileError, ShelfError } from "./errors.ts";

export type Rescued = { readonly document: Document } | { readonly lost: number };

/** Records asked for at once, where nothing is damaged. */
const group = 64;

/** Of shelves of any format, newer ones too: the table of records has been the same in all. @throws ShelfError where nothing can be read */
export async function* rescue(path: string): AsyncGenerator<Rescued> {
  const { file, drop } = await readable(path);
  let opened: { readonly database: DuckDBInstance; readonly connection: DuckDBConnection } | null = null;
  const close = (): void => {
    opened?.connection.closeSync();
    opened?.database.closeSync();
    opened = null;
  };
  async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
    if (opened === null) {
      const database = await DuckDBInstance.create(file, { access_mode: "READ_ONLY", autoload_known_extensions: "false", threads: "1" });
      opened = { database, connection: await database.connect() };
    }
    return (await opened.connection.runAndReadAll(sql)).getRowsJS();
  }
  async function* range(from: number, to: number): AsyncGenerator<Rescued> {
    let rows: readonly (readonly unknown[])[];
    try {
      rows = await ask(`SELECT json FROM shelf_tables.record WHERE rowid >= ${from} AND rowid < ${to} ORDER BY rowid`);
    } catch {
      // After a fatal error it answers nothing more.
      close();
      if (to - from === 1) yield { lost: 1 };
      else {
        const middle = (from + to) >> 1;
        yield* range(from, middle);
        yield* range(middle, to);
      }
      return;
    }
    for (const [json] of rows) {
      const document = documentIn(json);
      yield document === null ? { lost: 1 } : { document };
    }
  }
  try {
    const [row] = await ask("SELECT coalesce(max(rowid), -1) + 1 FROM shelf_tables.record");
    const end = Number(row![0]);
    for (let from = 0; from < end; from += group) yield* range(from, Math.min(end, from + group));
  } catch (error) {
    throw error instanceof ShelfError ? error : beyond(path, error);
  } finally {
    close();
    await drop();
  }
}

/** What nothing can be taken out of must not be told to be given here again. */
function beyond(path: string, error: unknown): ShelfError {
  const told = fileError(path, error);
  return told.message.includes("readout rescue")
    ? new ShelfError(path, "is damaged where it tells what it holds, so that nothing can be taken out: restore a copy of it", error)
    : told;
}

function documentIn(json: unknown): Document | null {
  try {
    const { document } = JSON.parse(json as string) as { document: Document };
    return typeof document.text === "string" ? document : null;
  } catch {
    return null;
  }
}

/** The file itself or, where what is written ahead of it is what cannot be read, a copy without that. */
async function readable(path: string): Promise<{ file: string; drop: () => Promise<void> }> {
  const opens = (file: string) =>
    DuckDBInstance.create(file, { access_mode: "READ_ONLY", autoload_known_extensions: "false" }).then((database) => database.closeSync());
  try {
    await opens(path);
    return { file: path, drop: async () => {} };
  } catch (error) {
    if (/conflicting lock|could not set lock/i.test(String(error)) || !(await exists(path)) || !(await exists(`${path}.wal`)))
      throw beyond(path, error);
  }
  const folder = await mkdtemp(join(tmpdir(), "readout-rescue-"));
  const drop = () => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, "copy.duckdb");
    await copyFile(path, file);
    await opens(file);
    return { file, drop };
  } catch (error) {
    await drop();
    throw beyond(path, error);
  }
}
