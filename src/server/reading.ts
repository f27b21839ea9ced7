// Articles in, records out: one at a time, or many as a stream of lines.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { ReadoutRecord } from "../record/types.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf, givenBody, givenOf } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { recordSchema } from "./schema.ts";
import type { BatchResult, Given, Services } from "./types.ts";

const most = 10 * 1024 * 1024;
/** A body of one article. */
export const articleLimit = bodyLimit({
  maxSize: most,
  onError: () => {
    throw new Refusal(413, "the body is more than 10 MB: send the article alone, or use readout INPUT");
  },
});

const batchLine = z
  .union([recordSchema, z.strictObject({ line: z.int(), error: z.string() })])
  .openapi("BatchLine", { description: "A record, or what is wrong with the line of that number." });

/** @throws Refusal 422 for what cannot be fetched, read or coded */
export async function recordOf(given: Given, services: Services): Promise<ReadoutRecord> {
  const read = await services.documentOf(given);
  if ("failure" in read) throw new Refusal(422, about(given, read.failure));
  const coded = await services.code(read.document, given.date);
  if ("failure" in coded) throw new Refusal(422, about(given, coded.failure));
  return coded.record;
}

const about = ({ url }: Given, failure: string): string => `${url ?? "the article"} ${failure}`;

export function addReadRoutes(app: OpenAPIHono, services: Services, desk: Desk): void {
  define(
    app,
    {
      method: "post",
      path: `${root}/read`,
      summary: "Reads one article and answers its record; nothing is kept.",
      request: { body: { required: true, content: json(givenBody) } },
      responses: { 200: answer(recordSchema, "The record."), ...refusals(400, 401, 413, 422, 429) },
    },
    articleLimit,
    async (c) => {
      const given = givenOf(await bodyOf(c, givenBody));
      return c.json(await desk.at(() => recordOf(given, services)));
    },
  );

  define(
    app,
    {
      method: "post",
      path: `${root}/read/batch`,
      summary: "Reads JSONL, as readout INPUT does, and answers a line a line, in order, while more comes.",
      request: { body: { required: true, content: { "application/x-ndjson": { schema: z.string() } } } },
      responses: {
        200: { description: "Lines of JSON.", content: { "application/x-ndjson": { schema: batchLine } } },
        ...refusals(401, 429),
      },
    },
    (c) => {
      const lines = c.req.raw.body;
      if (lines === null) throw new Refusal(400, 'the body is empty: send one {"id": "…", "text": "…"} a line');
      const leave = desk.take();
      const results = services.batch(lines as unknown as AsyncIterable<Uint8Array>);
      return c.body(streamOf(results, desk, leave), 200, { "Content-Type": "application/x-ndjson; charset=utf-8" });
    },
  );
}

/** Pulled line by line, so that a slow client slows the reading; ends the reading where the client goes away. */
function streamOf(results: AsyncIterable<BatchResult>, desk: Desk, leave: () => void): ReadableStream<Uint8Array> {
  const iterator = results[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) {
          leave();
          return controller.close();
        }
        desk.count("begun");
        desk.count("done");
        const line = "record" in value ? value.record : { line: value.line, error: value.failure };
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      } catch (error) {
        leave();
        controller.error(error);
      }
    },
    async cancel() {
      leave();
      await iterator.return?.();
    },
  });
}
