// A question and its filters → the query that answers it. Pure but for the .sql files.
import { termOf } from "./fold.ts";
import { sqlOf } from "./sql.ts";
import type { Filters, Query } from "./types.ts";

interface Condition {
  /** Over the columns that all wide views have; the parameter has the filter's name. */
  readonly sql: string;
  param?(value: string): string;
}

const CONDITIONS: Readonly<Record<Exclude<keyof Filters, "limit" | "within">, Condition>> = {
  actor: { sql: "contains(who, $actor)", param: termOf },
  type: { sql: "list_contains(types, $type)" },
  since: { sql: "day >= $since::DATE" },
  until: { sql: "day <= $until::DATE" },
  outlet: { sql: "contains(outlet_key, $outlet)", param: termOf },
  issue: { sql: "contains(lower(about), lower($issue))" },
  minConfidence: { sql: "confidence >= $minConfidence" },
};

/** @param file name of a .sql file with a place for filters, without ".sql" */
export function queryOf(file: string, filters: Filters): Query {
  const { sql, params } = whereOf(filters);
  const limit = filters.limit === undefined ? "" : `LIMIT ${filters.limit}\n`;
  return { name: `${file}.sql`, sql: withFilters(file, sql) + limit, params };
}

/** The articles that have anything which passes the filters; all where there are none. */
export function documentsQueryOf(filters: Filters): Query {
  const { within, ...others } = filters;
  const { sql, params } = whereOf(others);
  const told = sql === everything ? everything : `key IN (\n${withFilters("told_in", sql)})`;
  // An article is filed by its own day, whichever days its events have.
  const where = within === undefined ? told : `${inMonth(within)} AND ${told}`;
  return { name: "documents.sql", sql: withFilters("documents", where), params };
}

const everything = "true";

/** The text of a .sql file for a condition. */
export const withFilters = (file: string, where: string): string => sqlOf(file).replaceAll("/* filters */", where);

/** @param month YYYY-MM or "undated" */
function inMonth(month: string): string {
  if (month === "undated") return "day IS NULL";
  if (!/^\d{4}-\d\d$/.test(month)) throw new RangeError(`“${month}” is no month: write it as in 2025-08`);
  return `day >= DATE '${month}-01' AND day < DATE '${month}-01' + INTERVAL 1 MONTH`;
}

function whereOf(filters: Filters): Pick<Query, "sql" | "params"> {
  const params: Record<string, string | number> = {};
  const parts: string[] = [];
  for (const [name, { sql, param }] of Object.entries(CONDITIONS)) {
    const value = filters[name as keyof typeof CONDITIONS];
    if (value === undefined) continue;
    parts.push(sql);
    params[name] = typeof value === "string" && param ? param(value) : value;
  }
  if (filters.within !== undefined) parts.push(inMonth(filters.within));
  return { sql: parts.join(" AND ") || everything, params };
}
