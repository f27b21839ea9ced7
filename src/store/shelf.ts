// Path → Shelf, on DuckDB. The only file that imports it: another database needs another one of these.
import { access, chmod, constants, rm, stat } from "node:fs/promises";
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  DuckDBTypeId,
  type DuckDBValue,
  listValue,
  StatementType,
} from "@duckdb/node-api";
import type { ReadoutRecord } from "../record/types.ts";
import { withFilters } from "./ask.ts";
import { betterOf } from "./better.ts";
import { createWhole, exists, removeLeftovers, replaceKeeping } from "./create.ts";
import { deskOn, type Tables } from "./desk.ts";
import { fileError, queryError, ShelfError } from "./errors.ts";
import { bringOver, oldestFormat } from "./migrate.ts";
import { dayOf } from "./rows.ts";
import { sqlOf } from "./sql.ts";
import { turns } from "./turns.ts";
import type { Added, Query, Row, Shelf, Telling, Value } from "./types.ts";
import { placeAmong, type Version } from "./versions.ts";

/** Of the tables in schema.sql; a shelf of a higher one was made by a newer program. */
const format = 4;

/** read: what is asked can change nothing and reach no other file, whatever its SQL says. write: made where it is not there. */
export type Access = "read" | "write";

// Nothing is fetched: json and parquet, which we use, come built in.
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };

/**
 * A shelf of an older format is brought to ours first, also to be read: the old file is kept beside it.
 * @param folder the one that `copy` may write to; by default none
 * @param migrated told where an old file is kept
 * @throws ShelfError where the file is held by another process, not a shelf, not there (read), or cannot be used
 */
export async function openShelf(
  path: string,
  access: Access,
  telling: Telling,
  folder?: string,
  migrated: (kept: string) => void = () => {},
): Promise<Shelf> {
  try {
    if (access === "write" && !(await exists(path))) await createWhole(path, (made) => makeEmpty(made, telling));
    const shelf = await openAs(path, access, telling, folder);
    if (typeof shelf !== "number") return shelf;
    migrated(await migrate(path, shelf, telling));
    const opened = await openAs(path, access, telling, folder);
    if (typeof opened === "number") throw new ShelfError(path, "is held by another process: wait until it ends, or give another --db");
    return opened;
  } catch (error) {
    throw fileError(path, error);
  }
}

/** @returns its format where that is an older one, and the file closed again */
async function openAs(path: string, access: Access, telling: Telling, folder?: string): Promise<Shelf | number> {
  const database = await DuckDBInstance.create(path, { ...offline, access_mode: access === "read" ? "READ_ONLY" : "READ_WRITE" });
  try {
    const connection = await database.connect();
    const found = await formatOf(connection, path);
    if (found !== format) {
      connection.closeSync();
      database.closeSync();
      return found;
    }
    if (access === "read") await lock(connection, folder);
    return shelfOn(database, connection, path, access, telling);
  } catch (error) {
    database.closeSync();
    throw error;
  }
}

/** Writes a shelf of our format beside one of an older, and gives it its name. @returns the name under which the old one is kept */
async function migrate(path: string, from: number, telling: Telling): Promise<string> {
  await access(path, constants.W_OK).catch(() => {
    throw new ShelfError(
      path,
      `is of an older readout (shelf ${from}, not ${format}), and you may not write to it: copy it, and give the copy`,
    );
  });
  await removeLeftovers(path);
  const made = `${path}.new-${process.pid}`;
  try {
    await makeEmpty(made, telling);
    const database = await DuckDBInstance.create(made, offline);
    try {
      const connection = await database.connect();
      // Held from here on, and no longer with anything beside it.
      await run(connection, `ATTACH ${literal(path)} AS old`);
      await run(connection, "CHECKPOINT old");
      const tables = tablesOn(connection);
      await tables.whole(() => bringOver(from, tables, telling));
      await run(connection, "CHECKPOINT");
      await run(connection, "DETACH old");
      connection.closeSync();
    } finally {
      database.closeSync();
    }
    if ((await exists(`${path}.wal`)) || (await exists(`${made}.wal`)))
      throw new ShelfError(path, "is being written by another process: wait until it ends, and try again");
    await chmod(made, (await stat(path)).mode & 0o777);
    return await replaceKeeping(path, made, `${path}.format-${from}`);
  } finally {
    await rm(made, { force: true });
    await rm(`${made}.wal`, { force: true });
  }
}

/** Views that are a question without filters: its .sql file. */
const VIEWS = { dyads_monthly: "dyads_monthly", gathered_events: "gathered", contradictions: "contradictions", shifts: "shifts" };

async function makeEmpty(path: string, { geography }: Telling): Promise<void> {
  const database = await DuckDBInstance.create(path, offline);
  try {
    const connection = await database.connect();
    const views = Object.entries(VIEWS).map(([name, file]) => `CREATE VIEW ${name} AS\n${withFilters(file, "true")}`);
    await run(connection, [sqlOf("schema"), ...views].join(";\n"));
    const states = geography
      .states()
      .map(({ code, list, number, abbreviation, since, until }) => [code, list, number, abbreviation, since, until]);
    await append(connection, "state", states);
    await run(connection, "CHECKPOINT");
    connection.closeSync();
  } finally {
    database.closeSync();
    await rm(`${path}.wal`, { force: true });
  }
}

/** @throws ShelfError for what is no shelf, or of a format that is not read */
async function formatOf(connection: DuckDBConnection, path: string): Promise<number> {
  const tables = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'shelf_tables' AND table_name = 'about'",
  );
  if (tables.currentRowCount === 0) throw new ShelfError(path, "is a DuckDB file, but no shelf of readout: give another --db");
  const [row] = (await connection.runAndReadAll("SELECT format FROM shelf_tables.about")).getRowsJS();
  const found = Number(row?.[0]);
  if (found > format) throw new ShelfError(path, `was made by a newer readout (shelf ${found}, not ${format}): update readout`);
  if (!(found >= oldestFormat))
    throw new ShelfError(
      path,
      `is of an older readout (shelf ${found}), whose shelves are not brought over: take its articles out with readout rescue, and add them to another --db`,
    );
  return found;
}

async function lock(connection: DuckDBConnection, folder: string | undefined): Promise<void> {
  // One thread writes the rows of a file in their order, and so the same bytes each time.
  if (folder !== undefined) await run(connection, `SET threads = 1; SET allowed_directories = [${literal(folder)}]`);
  await run(connection, "SET enable_external_access = false; SET lock_configuration = true");
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const run = (connection: DuckDBConnection, sql: string, params: Query["params"] = {}) => connection.run(sql, { ...params });

function shelfOn(database: DuckDBInstance, connection: DuckDBConnection, path: string, access: Access, telling: Telling): Shelf {
  const { take, end } = turns();
  const tables = tablesOn(connection);
  const desk = deskOn(tables, telling);
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    await end();
    // Else the last articles may stay in the write-ahead file, and a copy of the shelf alone would lack them. Where it cannot be done nothing is lost: the next one to open it does.
    if (access === "write") await run(connection, "CHECKPOINT").catch(() => {});
    connection.closeSync();
    database.closeSync();
  }

  /** All in one transaction, as if one after the other. */
  async function addTogether(records: readonly ReadoutRecord[]): Promise<Added[]> {
    const added: Added[] = [];
    await desk.whole(async () => {
      const texts = records.map(({ document }) => document.sha256);
      const addresses = records.flatMap(({ document }) => document.url || []);
      const rows = await tables.rows(sqlOf("place"), { texts: JSON.stringify(texts), addresses: JSON.stringify(addresses) });
      const held = rows.filter(({ version }) => version !== null) as unknown as Version[];
      let { key, article: next } = rows.find(({ version }) => version === null) as unknown as Pick<Version, "key" | "article">;
      for (const record of records) {
        const { sha256, url, published } = record.document;
        const own = { sha256, url: url ?? "", day: dayOf(published) };
        const newest = placeAmong(held, own);
        if (newest === "known") {
          added.push("known");
          continue;
        }
        const version = 1 + (newest?.version ?? 0);
        const article = newest?.article ?? next;
        await desk.add(record, { key, article: newest?.article ?? null, version, next });
        held.push({ ...own, key, article, version });
        added.push(newest === null ? "new" : "version");
        key++;
        if (newest === null) next++;
      }
    });
    return added;
  }

  async function add(records: readonly ReadoutRecord[]): Promise<Added[]> {
    try {
      return await addTogether(records);
    } catch (error) {
      if (records.length === 1) throw error;
      // One of them is at fault, or the disk is full: what comes before it is kept.
      const added: Added[] = [];
      for (const record of records) added.push(...(await addTogether([record])));
      return added;
    }
  }

  async function* groups(result: DuckDBResult, name: string): AsyncGenerator<readonly Row[]> {
    for (;;) {
      const chunk = await take(() => result.fetchChunk()).catch((error) => {
        throw queryError(name, error, path);
      });
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getRows().map((cells) => cells.map(plain));
    }
  }

  const aboutFile = (error: unknown): never => {
    throw fileError(path, error);
  };
  return {
    holds: (document) =>
      take(async () => {
        const [found] = await tables.rows(sqlOf("known"), { sha256: document.sha256 });
        const key = (found?.key ?? null) as number | null;
        return key === null ? null : { key, better: betterOf((await desk.recordOf(key)).document, document) };
      }).catch(aboutFile),
    article: (name) => take(() => desk.article(name)).catch(aboutFile),
    set: (...given) => take(() => desk.set(...given)).catch(aboutFile),
    remove: (...given) => take(() => desk.remove(...given)).catch(aboutFile),
    add: (record) => take(async () => (await add([record]))[0]!).catch(aboutFile),
    addAll: (records) => take(() => add(records)).catch(aboutFile),
    correct: (...given) => take(() => desk.correct(...given)).catch(aboutFile),
    addMissed: (...given) => take(() => desk.addMissed(...given)).catch(aboutFile),
    remark: (...given) => take(() => desk.remark(...given)).catch(aboutFile),
    annotate: (...given) => take(() => desk.annotate(...given)).catch(aboutFile),
    undo: (...given) => take(() => desk.undo(...given)).catch(aboutFile),
    recordOf: (key) => take(() => desk.recordOf(key)).catch(aboutFile),
    recode: (...given) => take(() => desk.recode(...given)).catch(aboutFile),
    async ask(query) {
      const result = await take(() => start(connection, query, path));
      return { columns: result.deduplicatedColumnNames(), groups: groups(result, query.name) };
    },
    async copy({ name, sql, params }, file) {
      const copy = `COPY (${sql}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`;
      await take(() => run(connection, copy, params)).catch((error) => {
        throw queryError(name, error, path);
      });
    },
    close() {
      // Whoever closes it again waits for the same end: a process must not end before.
      closing ??= close();
      return closing;
    },
  };
}

function tablesOn(connection: DuckDBConnection): Tables {
  // Planned once: most are asked for every article.
  const plans = new Map<string, Promise<DuckDBPreparedStatement>>();
  async function planned(sql: string, params: Query["params"]) {
    let plan = plans.get(sql);
    if (plan === undefined) {
      plan = connection.prepare(sql);
      plans.set(sql, plan);
    }
    const asking = await plan;
    asking.bind({ ...params });
    return asking.runAndReadAll();
  }
  // Rows of the transaction under way. Written a table at a time, when they are asked for or it ends: handing over a few rows costs as much as many.
  const pending = new Map<string, (readonly Value[])[]>();
  async function flush(tables: Iterable<string>): Promise<void> {
    for (const table of [...tables]) {
      const rows = pending.get(table);
      pending.delete(table);
      if (rows !== undefined) await append(connection, table, rows);
    }
  }
  let together = false;
  return {
    async rows(sql, params) {
      // Views, which may read any table, are asked for outside of transactions only.
      if (pending.size > 0) await flush([...pending.keys()].filter((table) => sql.includes(`shelf_tables.${table}`)));
      const reader = await planned(sql, params);
      const names = reader.deduplicatedColumnNames();
      return reader.getRows().map((cells) => Object.fromEntries(cells.map((cell, at) => [names[at]!, plain(cell)])));
    },
    async run(sql, params) {
      await flush(pending.keys());
      await run(connection, sql, params);
    },
    async append(table, rows) {
      if (!together) return append(connection, table, rows);
      const before = pending.get(table);
      if (before === undefined) pending.set(table, [...rows]);
      else for (const row of rows) before.push(row);
    },
    async whole(work) {
      await run(connection, "BEGIN");
      together = true;
      try {
        const result = await work();
        await flush(pending.keys());
        await run(connection, "COMMIT");
        return result;
      } catch (error) {
        pending.clear();
        // A failed commit has rolled back already.
        await run(connection, "ROLLBACK").catch(() => {});
        throw error;
      } finally {
        together = false;
      }
    },
  };
}

/** @throws ShelfError for anything but one SELECT (EXPLAIN and the like too), before any of it is run */
async function start(connection: DuckDBConnection, { name, sql, params }: Query, path: string) {
  try {
    if (sql.trim() === "") throw new ShelfError(name, "holds nothing: give a SELECT");
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new ShelfError(name, `holds ${statements.count} statements: give one SELECT`);
    const prepared = await statements.prepare(0);
    try {
      const kind = prepared.statementType;
      if (kind !== StatementType.SELECT && kind !== StatementType.EXPLAIN)
        throw new ShelfError(name, `${StatementType[kind] ?? "it"} is not allowed, a shelf is only read by SQL: give a SELECT`);
      prepared.bind({ ...params });
      return await prepared.stream();
    } finally {
      // Left to the garbage collector it can hold the file for a while after the shelf is closed.
      prepared.destroySync();
    }
  } catch (error) {
    throw queryError(name, error, path);
  }
}

const largestChunk = 2048;

async function append(connection: DuckDBConnection, table: string, rows: readonly (readonly Value[])[]): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table, "shelf_tables");
  const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
  for (let from = 0; from < rows.length; from += largestChunk) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(rows.slice(from, from + largestChunk).map((cells) => cells.map((cell, at) => stored(cell, types[at]!.typeId))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function stored(value: Value, type: DuckDBTypeId): DuckDBValue {
  if (value !== null && typeof value === "object") return listValue([...value]);
  if (value !== null && type === DuckDBTypeId.DATE) return new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000);
  if (typeof value === "number" && type === DuckDBTypeId.BIGINT) return BigInt(value);
  return value;
}

/** DuckDB's values as JSON has them: whole numbers beyond 2^53, dates, structs and the rest as DuckDB writes them. */
function plain(value: DuckDBValue): Value {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value === null || typeof value !== "object") return value as Value;
  if ("items" in value) return (value.items as readonly DuckDBValue[]).map(plain) as Value;
  return String(value);
}
