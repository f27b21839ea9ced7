// Articles by name or by words → the queries that find them. Pure but for the .sql files.
import { withFilters } from "./ask.ts";
import { sqlOf } from "./sql.ts";
import type { Query } from "./types.ts";

/** @param words each must stand in title, publisher, address or text; none leaves all articles @param limit rows at most */
export function listingQueryOf(words: string | undefined, limit: number): Query {
  const found = (words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  // Sentences are looked through for these words only, and by name, so that no word is read as SQL.
  const conditions = found.map(
    (_, at) => `(contains(lower(concat_ws(' ', title, publisher, url)), $word${at})
    OR EXISTS (FROM shelf_tables.sentence s WHERE s.document = key AND contains(lower(s.words), $word${at})))`,
  );
  const params = Object.fromEntries(found.map((word, at) => [`word${at}`, word]));
  const sql = withFilters("listing", conditions.join(" AND ") || "true");
  return { name: "listing.sql", sql: `${sql}LIMIT ${limit}\n`, params };
}

/** The id that the listing has for the article with this text. */
export const idQueryOf = (sha256: string): Query => ({
  name: "listing.sql",
  sql: `SELECT id FROM (\n${withFilters("listing", "sha256 = $sha256")}) LIMIT 1`,
  params: { sha256 },
});

export const recordQueryOf = (id: string): Query => ({ name: "record.sql", sql: sqlOf("record"), params: { id } });

/** @param document as `recordQueryOf` takes it @param line the id in that record, as "e5" or "p1" */
export const lineIdQueryOf = (document: string, line: string): Query => ({
  name: "line_id.sql",
  sql: sqlOf("line_id"),
  params: { document, line },
});
