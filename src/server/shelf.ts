// The shelf by HTTP: its articles and the answers to its questions, as JSON, CSV, JSONL or Parquet.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Query } from "../store/types.ts";
import type { Desk } from "./desk.ts";
import { articleLimit, jsonOf } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf, filtersOf, filtersQuery, givenBody, givenOf, listingQuery, queryOf, sqlQuery } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { listingRow, QUESTIONS } from "./rows.ts";
import { recordSchema } from "./schema.ts";
import type { RowFormat, Services } from "./types.ts";

/** Rows of an answer where no limit is named; one more is looked for, to tell whether there are more. */
export const mostRows = 100_000;

/** Names a query of the client's own in errors. */
const sqlName = "sql";

const addedSchema = z.strictObject({ id: z.string(), added: z.enum(["new", "version", "known"]) }).openapi("Added");

const rowsOf = (schema: z.ZodType) => ({
  description:
    "The rows; `more` is true where they were cut at the limit, `undated` is how many pass but for the days and have no date (the others: the headers Readout-More and Readout-Undated).",
  content: {
    ...json(z.strictObject({ rows: z.array(schema), more: z.boolean(), undated: z.int().optional() })),
    "text/csv": { schema: z.string() },
    "application/x-ndjson": { schema },
    "application/vnd.apache.parquet": { schema: z.string().openapi({ format: "binary" }) },
  },
});

export function addShelfRoutes(app: OpenAPIHono, services: Services, desk: Desk): void {
  for (const [name, { description, schema }] of Object.entries(QUESTIONS)) {
    define(
      app,
      {
        method: "get",
        path: `${root}/${name}`,
        summary: description,
        request: { query: filtersQuery },
        responses: { 200: rowsOf(schema), ...refusals(400, 401, 503) },
      },
      async (c) => {
        const given = queryOf(c, filtersQuery);
        const limit = given.limit ?? mostRows;
        const filters = filtersOf(given);
        const { rows } = await rowsIn(services, services.undated(name, filters), 1);
        const undated = Number(rows[0]?.[0] ?? 0);
        return answerRows(c, services, services.query(name, { ...filters, limit: limit + 1 }), given.format, limit, undated);
      },
    );
  }

  define(
    app,
    {
      method: "get",
      path: `${root}/sql`,
      summary: "Rows of a query of one's own; the shelf is only read by it.",
      request: { query: sqlQuery },
      responses: { 200: rowsOf(z.record(z.string(), z.unknown()).openapi("SqlRow")), ...refusals(400, 401, 503) },
    },
    async (c) => {
      const { query, limit = mostRows, format } = queryOf(c, sqlQuery);
      return answerRows(c, services, { name: sqlName, sql: query, params: {} }, format, limit).catch(
        (error: Error & { about?: string }) => {
          if (error.name === "ShelfError" && error.about === sqlName) throw new Refusal(400, `the query ${error.message}`);
          throw error;
        },
      );
    },
  );

  define(
    app,
    {
      method: "get",
      path: `${root}/documents`,
      summary: "The articles, newest first.",
      request: { query: listingQuery },
      responses: { 200: rowsOf(listingRow), ...refusals(400, 401, 503) },
    },
    async (c) => {
      const { q, limit = mostRows, format } = queryOf(c, listingQuery);
      return answerRows(c, services, services.listing(q, limit + 1), format, limit);
    },
  );

  define(
    app,
    {
      method: "get",
      path: `${root}/documents/{id}`,
      summary: "The record of one article in its current version.",
      request: {
        params: z.strictObject({ id: z.string().openapi({ description: "`id` or `document` of a row, or the SHA-256 of the text" }) }),
      },
      responses: { 200: answer(recordSchema, "The record."), ...refusals(401, 404, 503) },
    },
    async (c) => {
      const id = c.req.param("id") ?? "";
      const { rows } = await rowsIn(services, services.record(id), 1);
      const json = rows[0]?.[0];
      if (typeof json !== "string") throw new Refusal(404, `there is no article ${id.slice(0, 200)}: /api/v1/documents lists them`);
      return c.body(json, 200, { "Content-Type": "application/json" });
    },
  );

  define(
    app,
    {
      method: "post",
      path: `${root}/documents`,
      summary: "Reads one article and keeps its record on the shelf.",
      request: { body: { required: true, content: json(givenBody) } },
      responses: {
        200: answer(addedSchema, "This text is on the shelf already."),
        201: answer(addedSchema, "It is on the shelf now."),
        ...refusals(400, 401, 403, 413, 422, 503),
      },
    },
    articleLimit,
    async (c) => {
      whereAllowed(services);
      const given = givenOf(await bodyOf(c, givenBody));
      const json = await jsonOf(c, { given }, services, desk);
      const { added, sha256 } = await services.door.write((shelf) => shelf.add({ json }));
      const { rows } = await rowsIn(services, services.id(sha256), 1);
      return c.json({ id: String(rows[0]?.[0]), added }, added === "known" ? 200 : 201);
    },
  );
}

async function answerRows(
  c: Context,
  services: Services,
  query: Query,
  format: RowFormat,
  limit: number,
  undated?: number,
): Promise<Response> {
  const { bytes, more } = await through(services, query)((shelf) => shelf.written(query, limit, format));
  if (format === "json") {
    const told = `,"more":${more}${undated === undefined ? "" : `,"undated":${undated}`}}`;
    return c.body(Buffer.concat([Buffer.from('{"rows":'), bytes, Buffer.from(told)]), 200, { "Content-Type": "application/json" });
  }
  c.header("Readout-More", String(more));
  if (undated !== undefined) c.header("Readout-Undated", String(undated));
  if (format !== "jsonl") c.header("Content-Disposition", `attachment; filename="${c.req.path.split("/").at(-1)}.${format}"`);
  return c.body(bytes, 200, { "Content-Type": typeOf[format] });
}

const typeOf: Readonly<Record<Exclude<RowFormat, "json">, string>> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};

/** @throws Refusal 403 where the shelf may not be written to */
export function whereAllowed({ door, db }: Services): void {
  if (door.readOnly) throw new Refusal(403, `${db} may not be written to: start readout serve with another --db`);
}

/** What the shelf says of the event or the change is the client's to mend; what it says of its file is not. */
export const refusedBy =
  ({ db }: Services) =>
  (error: Error & { about?: string }): never => {
    const { name, message, about = "" } = error;
    if (name === "ShelfError" && about !== db && !about.endsWith(".sql")) throw new Refusal(422, `${about} ${message}`);
    throw error;
  };

/** SQL of the client's own is asked of a shelf that is only read. */
const through = ({ door }: Pick<Services, "door">, { name }: Query) => (name === sqlName ? door.readStrictly : door.read);

/** At most `limit` rows, and whether there are more. */
export const rowsIn = (services: Pick<Services, "door">, query: Query, limit: number) =>
  through(services, query)((shelf) => shelf.rows(query, limit));
