// A table, what narrows it and how it is sorted → SQL that the shelf answers. Pure. Names and values are quoted here and nowhere else.

export interface Asked {
  readonly table: string;
  /** Column → value; a list passes where it holds the value, and null what has none. */
  readonly facets: Readonly<Record<string, string | null>>;
  /** A column, with "-" before it for the other way; "" for the table's own order. */
  readonly sort: string;
}
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Views of the shelf that can be looked through, by docs/shelf.md. */
export const TABLES = [
  ...["events", "gathered_events", "event_actors", "statements", "positions", "commitments", "reactions", "outcomes", "actors"],
  ...["contradictions", "shifts", "dyads_monthly", "corrections", "documents"],
] as const;
/** Questions whose rows are those of a table of another name. */
const views: Readonly<Record<string, string>> = {
  gathered: "gathered_events",
  timeline: "events",
  review: "events",
  sources: "statements",
};
export const tableOf = (name: string): string => TABLES.find((each) => each === (views[name] ?? name)) ?? "events";

const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const isList = ({ type }: Column): boolean => type.endsWith("[]");

function where({ facets }: Asked, columns: readonly Column[]): string {
  const parts = columns.flatMap((column) => {
    const value = facets[column.name];
    if (value === undefined) return [];
    if (value === null) return [isList(column) ? `coalesce(len(${name(column.name)}), 0) = 0` : `${name(column.name)} IS NULL`];
    return [isList(column) ? `list_contains(${name(column.name)}, ${text(value)})` : `${name(column.name)}::VARCHAR = ${text(value)}`];
  });
  return parts.length > 0 ? ` WHERE ${parts.join(" AND ")}` : "";
}

export const columnsQuery = (table: string): string =>
  `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'main' AND table_name = ${text(table)} ORDER BY ordinal_position`;

export function rowsQuery(asked: Asked, columns: readonly Column[]): string {
  const by = asked.sort.replace(/^-/, "");
  const order = columns.some((column) => column.name === by)
    ? ` ORDER BY ${name(by)}${asked.sort.startsWith("-") ? " DESC" : ""} NULLS LAST`
    : "";
  return `FROM ${name(asked.table)}${where(asked, columns)}${order}`;
}
export const pageQuery = (query: string, size: number, page: number): string => `${query} LIMIT ${size} OFFSET ${size * page}`;
export const countQuery = (asked: Asked, columns: readonly Column[]): string =>
  `SELECT count(*) AS n FROM ${name(asked.table)}${where(asked, columns)}`;
/** The values of a column that most rows have, with how many. */
export function facetQuery(asked: Asked, columns: readonly Column[], column: Column): string {
  const value = isList(column) ? `unnest(${name(column.name)})` : name(column.name);
  const values = `SELECT ${value} AS value FROM ${name(asked.table)}${where(asked, columns)}`;
  return `SELECT value::VARCHAR AS value, count(*) AS n FROM (${values}) GROUP BY ALL ORDER BY n DESC, value LIMIT 9`;
}
