// What requests may hold, checked by one schema each: bodies and filters → values, or a Refusal that says what to do.
import { setImmediate } from "node:timers/promises";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { REALITIES } from "../codebook.ts";
import type { Filters } from "../store/types.ts";
import { Refusal } from "./refusal.ts";
import { eventType } from "./schema.ts";
import type { Given } from "./types.ts";

const day = z.iso.date({ error: "is no day: write it as YYYY-MM-DD, as in 2025-08-15" }).openapi({ example: "2025-08-15" });
// Not a pattern, which the description would have: JSON Schema knows no classes of letters, nor flags.
const who = z.string().refine((text) => /[\p{L}\p{N}]/u.test(text), { error: "holds no word: give a code or a name" });
const httpUrl = z
  .url({ protocol: /^https?$/, error: "is no web address: write it as https://…" })
  .openapi({ example: "https://news.example/summit" });

export const givenBody = z
  .strictObject({
    text: z.string().optional().openapi({ description: "the article as plain text" }),
    html: z.string().optional().openapi({ description: "the whole page; the article is taken out of it" }),
    pdf: z.base64().min(8).optional().openapi({ description: "or a PDF file, in Base64" }),
    url: httpUrl.optional().openapi({ description: "fetched where there is neither text nor html nor pdf; else where they come from" }),
    id: z.string().min(1).max(500).optional(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    published: z.string().optional().openapi({ description: "ISO 8601" }),
    date: day.optional().openapi({ description: 'the day that "yesterday" is told from, where the article has none' }),
  })
  .refine(
    ({ text, html, pdf, url }) => {
      const given = [text, html, pdf].filter((each) => each !== undefined).length;
      return given === 1 || (given === 0 && url !== undefined);
    },
    { error: 'needs one of "text", "html", "pdf" and "url": add one, or keep one of the first three' },
  )
  .openapi("Given");

export const sessionBody = z.strictObject({ token: z.string() }).openapi("Session");

/** What a person says of an article itself. */
export const settingsBody = z
  .strictObject({
    published: day.optional().openapi({ description: "day of publication" }),
    publisher: z.string().min(1).max(500).optional(),
    title: z.string().min(1).max(2000).optional(),
    url: httpUrl.optional(),
    by: z.string().min(1).max(200).optional().openapi({ description: "who says so; left out: the user who started the server" }),
  })
  .openapi("Settings");

export const filtersQuery = z.strictObject({
  actor: who.optional().openapi({ description: "takes part, or speaks: a code (UKR) or words of a name" }),
  type: eventType.optional().openapi({ description: "the event's type, or of an event that the row rests on" }),
  since: day.optional().openapi({ description: "first day" }),
  until: day.optional().openapi({ description: "last day" }),
  outlet: who.optional().openapi({ description: "words of the publisher's name, or of the site's" }),
  issue: z.string().optional().openapi({ description: "stands in the issue or the sentence" }),
  reality: z.enum(REALITIES).optional().openapi({ description: "what it is told as" }),
  said_by: who.optional().openapi({ description: "who says so, where it is not the article: a code or words of a name" }),
  undated: z.enum(["true", "false"]).optional().openapi({ description: "true: only what has no date" }),
  min_confidence: z.coerce.number({ error: "is no share: give a number from 0 to 1, as in 0.8" }).min(0).max(1).optional(),
  limit: z.coerce
    .number({ error: "is no number of rows: give a whole number from 1" })
    .int()
    .min(1)
    .optional()
    .openapi({ description: "rows at most" }),
  format: z.enum(["json", "csv", "jsonl", "parquet"]).default("json"),
});

export const sqlQuery = z.strictObject({
  query: z.string().min(1).max(100_000).openapi({ description: "one statement that reads, in DuckDB's SQL, as of `readout sql`" }),
  limit: filtersQuery.shape.limit,
  format: filtersQuery.shape.format,
});

export const listingQuery = z.strictObject({
  q: z.string().optional().openapi({ description: "stands in title, publisher, address or text" }),
  limit: filtersQuery.shape.limit,
  format: filtersQuery.shape.format,
});

/** @throws Refusal 400 */
export function filtersOf({ min_confidence, said_by, undated, format: _, ...given }: z.infer<typeof filtersQuery>): Filters {
  if (given.since !== undefined && given.until !== undefined && given.since > given.until)
    throw new Refusal(400, `until ${given.until} is before since ${given.since}: swap them`);
  return defined({ ...given, minConfidence: min_confidence, saidBy: said_by, within: undated === "true" ? "undated" : undefined });
}

/** @throws Refusal 400 for an unknown filter or value */
export const queryOf = <T>(c: Context, schema: z.ZodType<T>): T => checked(c.req.query(), schema, "filter");

/** Values in a body at most: ten megabytes of words are parsed in 35 ms, ten of empty lists in 1,400, while nobody is answered. */
const mostValues = 25_000;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const LIST = 91;
const OBJECT = 123;

/** Letters from which a body is taken apart step by step. */
const LONG = 500_000;

/** True where JSON has more commas, colons and brackets outside of its strings than so many values need. */
export function hasTooMany(json: string): boolean {
  let seen = 0;
  for (let at = 0; at < json.length; at++) {
    const letter = json.charCodeAt(at);
    if (letter === QUOTE) at = endOfString(json, at);
    else if ((letter === COMMA || letter === COLON || letter === LIST || letter === OBJECT) && ++seen > 2 * mostValues) return true;
  }
  return false;
}

/** Where the string that begins at `from` is closed. */
function endOfString(json: string, from: number): number {
  const end = json.indexOf('"', from + 1);
  if (end < 0 || json.charCodeAt(end - 1) !== BACKSLASH) return end < 0 ? json.length : end;
  // Something in it is escaped: letter by letter.
  for (let at = from + 1; at < json.length; at++) {
    const letter = json.charCodeAt(at);
    if (letter === BACKSLASH) at++;
    else if (letter === QUOTE) return at;
  }
  return json.length;
}

/** The body as JSON, whatever its Content-Type says. @throws Refusal 400 */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  // Between the steps over ten megabytes others are answered.
  const turn = (): Promise<void> | undefined => (text.length > LONG ? setImmediate() : undefined);
  await turn();
  if (hasTooMany(text)) throw new Refusal(400, `the body has more than ${mostValues} values: give a smaller "extra"`);
  await turn();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the body is not JSON: send {"text": "…"}');
  }
  await turn();
  const body = checked(value, schema, "field");
  await turn();
  return body;
}

export const givenOf = (body: z.infer<typeof givenBody>): Given => defined(body);

function checked<T>(value: unknown, schema: z.ZodType<T>, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "unrecognized_keys") throw new Refusal(400, `there is no ${what} ${issue.keys[0]}: see /api/v1/openapi.json`);
  const name = issue?.path.join(".") || "the body";
  if (/received undefined$/.test(issue?.message ?? "")) throw new Refusal(400, `${name} is missing: see /api/v1/openapi.json`);
  // Where the schema has no words of its own, zod's say what is wrong.
  const message = issue?.message ?? "";
  if (/: /.test(message) && !/^(?:Invalid|Too|Unrec)/.test(message)) throw new Refusal(400, `${name} ${message}`);
  throw new Refusal(400, `${name} is wrong (${message.replaceAll(": ", ", ")}): see /api/v1/openapi.json`);
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Without keys that hold undefined, which exactOptionalPropertyTypes tells from keys that are not there. */
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
