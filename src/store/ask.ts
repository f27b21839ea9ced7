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
  since: { sql: "from_day >= $since::DATE" },
  until: { sql: "to_day <= $until::DATE" },
  reality: { sql: "reality = $reality" },
  saidBy: { sql: "contains(said_key, $saidBy)", param: termOf },
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
  const { told, params } = toldIn(others);
  // An article is filed by its own day, whichever days its events have.
  const where = within === undefined ? told : `${inMonth(within).replace(/from_day|to_day/g, "day")} AND ${told}`;
  return { name: "documents.sql", sql: withFilters("documents", where), params };
}

/** The articles that people have corrected and that have anything which passes the filters: record and coders. */
export function goldQueryOf(filters: Filters): Query {
  const { within: _, ...others } = filters;
  const { told, params } = toldIn(others);
  return { name: "gold.sql", sql: withFilters("gold", told), params };
}

/** A condition on the key of an article: that anything of it passes. */
function toldIn(filters: Filters): { readonly told: string; readonly params: Query["params"] } {
  const { sql, params } = whereOf(filters);
  return { told: sql === everything ? everything : `key IN (\n${withFilters("told_in", sql)})`, params };
}

/** Questions whose rows are of days: what has no date is left out of them. */
const OF_DAYS = new Set(["timeline", "dyads_monthly"]);
const VIEWS: Readonly<Record<string, string>> = { timeline: "events", dyads_monthly: "events", gathered: "events", sources: "statements" };

/**
 * One row with one number: how many rows (events, where the question counts events) pass the filters but for the days, and have no date.
 * @param file as `queryOf` takes it
 */
export function undatedQueryOf(file: string, { since: _, until: __, within: ___, limit: ____, ...filters }: Filters): Query {
  const { sql, params } = whereOf(filters);
  const view = VIEWS[file] ?? file.replace(/_all$/, "");
  const once = OF_DAYS.has(file) ? " AND NOT retold" : "";
  return { name: "undated", sql: `SELECT count(*) AS undated FROM shelf_tables.${view} WHERE from_day IS NULL${once} AND ${sql}`, params };
}

/** True where rows without a date are left out of the answer. */
export const leavesUndated = (file: string, { since, until }: Filters): boolean =>
  OF_DAYS.has(file) || since !== undefined || until !== undefined;

const everything = "true";

/** The text of a .sql file for a condition. */
export const withFilters = (file: string, where: string): string => sqlOf(file).replaceAll("/* filters */", where);

/** @param month YYYY-MM, "undated", or "no month" for what is undated or lasts longer than a month */
function inMonth(month: string): string {
  if (month === "undated") return "from_day IS NULL";
  if (month === "no month") return "(from_day IS NULL OR date_trunc('month', from_day) <> date_trunc('month', to_day))";
  if (!/^\d{4}-\d\d$/.test(month)) throw new RangeError(`“${month}” is no month: write it as in 2025-08`);
  return `from_day >= DATE '${month}-01' AND to_day < DATE '${month}-01' + INTERVAL 1 MONTH`;
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
