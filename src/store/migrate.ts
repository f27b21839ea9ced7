// A shelf of an older format, attached as `old`, and an empty one of ours → ours with all that the old one has. Over the verbs of desk.ts.
import type { ReadoutRecord } from "../record/types.ts";
import type { Tables } from "./desk.ts";
import { rowsOf } from "./rows.ts";
import type { Telling } from "./types.ts";

/** The oldest format that is brought over; of those before no shelf was ever released. */
export const oldestFormat = 2;

/** Made when the shelf is. */
const OWN: ReadonlySet<string> = new Set(["about", "state"]);
/** What format 3 has besides of rows that are there, by their table. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  event: ["said_key", "reality", "day", "from_day", "to_day", "retold"],
  position: ["said_key"],
  commitment: ["said_key"],
};
/** Records held at once. */
const group = 100;

/** To be called within a transaction. @throws where the old shelf cannot be read to its end */
export async function bringOver(from: number, tables: Pick<Tables, "rows" | "run" | "append">, telling: Telling): Promise<void> {
  const columns = await tables.rows(
    `SELECT ours.table_name AS name, string_agg('"' || ours.column_name || '"', ', ' ORDER BY ours.column_index) AS columns
     FROM duckdb_columns() ours JOIN duckdb_columns() theirs USING (schema_name, table_name, column_name)
     JOIN duckdb_tables() t ON t.database_name = current_database() AND t.schema_name = ours.schema_name AND t.table_name = ours.table_name
     WHERE ours.database_name = current_database() AND theirs.database_name = 'old' AND schema_name = 'shelf_tables'
     GROUP BY ALL ORDER BY ALL`,
    {},
  );
  for (const { name, columns: shared } of columns)
    if (!OWN.has(name as string))
      // In the order in which they were kept: questions with no other order follow it.
      await tables.run(
        `INSERT INTO shelf_tables."${name}" (${shared}) SELECT ${shared} FROM old.shelf_tables."${name}" ORDER BY rowid`,
        {},
      );
  if (from < 3) await addParticipants(tables, telling);
  if (from < 4) await addOutcomes(tables, telling);
}

/** Format 4: a row an outcome. */
async function addOutcomes(tables: Pick<Tables, "rows" | "append">, telling: Telling): Promise<void> {
  for await (const rows of rowsOfRecords(tables, telling)) await tables.append("outcome", rows.outcome!);
}

/** What our rows are of each record that is kept. What else they tell of the record is there already: only some of them are taken. */
async function* rowsOfRecords(tables: Pick<Tables, "rows">, telling: Telling): AsyncGenerator<ReturnType<typeof rowsOf>> {
  for (let last = 0; ; ) {
    const records = await tables.rows(
      `SELECT document, coalesce(corrected, json) AS json FROM shelf_tables.record WHERE document > $last ORDER BY document LIMIT ${group}`,
      { last },
    );
    if (records.length === 0) return;
    for (const { document, json } of records) {
      const record = JSON.parse(json as string) as ReadoutRecord;
      const refs = new Map(record.events.map(({ id }) => [id, 0]));
      const place = { key: document as number, article: 0, version: 0, current: true, highest: 0 };
      yield rowsOf(record, { record, refs, marks: new Map(), origins: new Map(), corrections: [], remarks: [] }, place, telling);
    }
    last = records.at(-1)!.document as number;
  }
}

/** Format 3: a row a participant, what an event is told as and who says so, days that are days, and what GeoNames has of an event's town. */
async function addParticipants(tables: Pick<Tables, "rows" | "run" | "append">, telling: Telling): Promise<void> {
  const columns = new Map<string, readonly string[]>();
  for (const [table, names] of Object.entries(TOLD)) {
    const found = await tables.rows(
      "SELECT column_name AS name FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = 'shelf_tables' AND table_name = $table ORDER BY column_index",
      { table },
    );
    columns.set(
      table,
      found.map(({ name }) => name as string),
    );
    const same = `SELECT ${["document", "number", ...names].join(", ")} FROM shelf_tables.${table} LIMIT 0`;
    await tables.run(`CREATE TABLE shelf_tables.told_${table} AS ${same}`, {});
  }
  for await (const rows of rowsOfRecords(tables, telling)) {
    await tables.append("event_actor", rows.event_actor!);
    for (const [table, names] of Object.entries(TOLD)) {
      const at = ["document", "number", ...names].map((name) => columns.get(table)!.indexOf(name));
      await tables.append(
        `told_${table}`,
        rows[table]!.map((cells) => at.map((place) => cells[place]!)),
      );
    }
  }
  for (const [table, names] of Object.entries(TOLD)) {
    await tables.run(
      `UPDATE shelf_tables.${table} t SET ${names.map((name) => `${name} = new.${name}`).join(", ")}
       FROM shelf_tables.told_${table} new WHERE new.document = t.document AND new.number = t.number`,
      {},
    );
    await tables.run(`DROP TABLE shelf_tables.told_${table}`, {});
  }
  const places = await tables.rows(
    "SELECT DISTINCT country, lat, lon FROM shelf_tables.event WHERE lat IS NOT NULL AND lon IS NOT NULL",
    {},
  );
  await tables.run(
    "CREATE TABLE shelf_tables.town (country VARCHAR, lat DOUBLE, lon DOUBLE, province VARCHAR, geonames INTEGER, feature VARCHAR)",
    {},
  );
  await tables.append(
    "town",
    places.flatMap(({ country, lat, lon }) => {
      const town = telling.geography.townOf({ country: country as string | null, lat: lat as number, lon: lon as number });
      return town === null ? [] : [[country!, lat!, lon!, town.province, town.geonames, town.feature]];
    }),
  );
  await tables.run(
    `UPDATE shelf_tables.event e SET province = t.province, geonames = t.geonames, feature = t.feature
     FROM shelf_tables.town t WHERE t.country IS NOT DISTINCT FROM e.country AND t.lat = e.lat AND t.lon = e.lon`,
    {},
  );
  await tables.run("DROP TABLE shelf_tables.town", {});
}
