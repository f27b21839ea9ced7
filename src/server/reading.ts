// Articles in, records out: one at a time, or many as a stream of lines. Each waits for its turn.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Desk, type Job, sizeOf } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf, givenBody, givenOf } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { recordSchema } from "./schema.ts";
import type { BatchResult, Json, Result, Services, Source } from "./types.ts";
import { whyBody, whySchema } from "./why-schema.ts";

const most = 10 * 1024 * 1024;
/** A body of one article. */
export const articleLimit = bodyLimit({
  maxSize: most,
  onError: () => {
    throw new Refusal(413, "the body is more than 10 MB: send the article alone, or use readout INPUT");
  },
});

/** Streams of articles open at once; an idle one holds no place among those that are read. */
const mostBatches = 64;

const batchLine = z
  .union([recordSchema, z.strictObject({ line: z.int(), error: z.string() })])
  .openapi("BatchLine", { description: "A record, or what is wrong with the line of that number." });

/** What an address leads to is not known before it is fetched. */
const usualLength = 20_000;
const lengthOf = (source: Source): number =>
  "document" in source
    ? source.document.text.length
    : "line" in source
      ? source.line.content.length
      : (source.given.text?.length ?? source.given.html?.length ?? usualLength);

/** Reads an article when its turn comes. @throws Refusal 503 */
export async function readAt(desk: Desk, services: Services, source: Source, job: Omit<Job, "length">): Promise<Result<Json>> {
  const length = lengthOf(source);
  const read = await desk.at({ ...job, length }, (tell) => services.read(source, sizeOf(length), tell));
  if (!("long" in read)) return read;
  // Longer than its request told: it goes on where nobody waits for it.
  const asked = "given" in source && source.why !== undefined;
  // Why is told of the article as it was asked for.
  if (asked)
    return (await desk.at({ ...job, length: read.long.text.length }, (tell) => services.read(source, "long", tell))) as Result<Json>;
  const long: Source = { document: read.long, ...("given" in source && source.given.date !== undefined && { date: source.given.date }) };
  const again = await desk.at({ ...job, length: read.long.text.length }, (tell) => services.read(long, "long", tell));
  if ("long" in again) throw new Error("a long article was handed on");
  return again;
}

/** @throws Refusal 422 for what cannot be fetched, read or coded, 503 where too many wait */
export async function jsonOf(c: Context, source: Source, services: Services, desk: Desk): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readAt(desk, services, source, { client: addressOf(c), signal: c.req.raw.signal });
  if ("failure" in read) throw new Refusal(422, `${("given" in source && source.given.url) || "the article"} ${read.failure}`);
  return read.json;
}

/** Who asks; behind a proxy, all who come through it. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    return "";
  }
}

export function addReadRoutes(app: OpenAPIHono, services: Services, desk: Desk, patience: number): void {
  define(
    app,
    {
      method: "post",
      path: `${root}/read`,
      summary: "Reads one article and answers its record; nothing is kept.",
      request: { body: { required: true, content: json(givenBody) } },
      responses: { 200: answer(recordSchema, "The record."), ...refusals(400, 401, 413, 422, 503) },
    },
    articleLimit,
    async (c) => {
      const given = givenOf(await bodyOf(c, givenBody));
      return c.body(await jsonOf(c, { given }, services, desk), 200, { "Content-Type": "application/json" });
    },
  );

  define(
    app,
    {
      method: "post",
      path: `${root}/why`,
      summary: "Reads one article and answers why the line of its record that the id names is as it is; nothing is kept.",
      request: { body: { required: true, content: json(whyBody) } },
      responses: { 200: answer(whySchema, "Why, of all that the id names."), ...refusals(400, 401, 413, 422, 503) },
    },
    articleLimit,
    async (c) => {
      const { of, ...given } = await bodyOf(c, whyBody);
      return c.body(await jsonOf(c, { given: givenOf(given), why: of }, services, desk), 200, { "Content-Type": "application/json" });
    },
  );

  let batches = 0;
  define(
    app,
    {
      method: "post",
      path: batchPath,
      summary: "Reads JSONL, as readout INPUT does, and answers a line a line, in order, while more comes.",
      request: { body: { required: true, content: { "application/x-ndjson": { schema: z.string() } } } },
      responses: {
        200: { description: "Lines of JSON.", content: { "application/x-ndjson": { schema: batchLine } } },
        ...refusals(401, 503),
      },
    },
    (c) => {
      const { body } = c.req.raw;
      if (body === null) throw new Refusal(400, 'the body is empty: send one {"id": "…", "text": "…"} a line');
      if (batches === mostBatches) throw new Refusal(503, "as many batches are open as can be: try again in a moment", 5);
      batches++;
      const client = Symbol("batch");
      let atWork = 0;
      const came = whileItComes(body, patience, () => atWork > 0);
      const results = services.batch(came.bytes, async (source) => {
        atWork++;
        try {
          return await readAt(desk, services, source, { client, patient: true, signal: c.req.raw.signal });
        } finally {
          atWork--;
        }
      });
      let open = true;
      const leave = (): void => {
        if (open) batches--;
        open = false;
      };
      // What of the body was not read would be taken for the next request.
      return c.body(streamOf(results, came.gaveUp, patience, leave), 200, {
        "Content-Type": "application/x-ndjson; charset=utf-8",
        Connection: "close",
      });
    },
  );
}

export const batchPath = `${root}/read/batch`;

/** The bytes of a body, until it ends or nothing comes for so many milliseconds while the client waits for nothing either. */
function whileItComes(body: ReadableStream<Uint8Array>, patience: number, isAtWork: () => boolean) {
  let gaveUp = false;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const reader = body.getReader();
    try {
      for (;;) {
        const next = reader.read();
        let got: Awaited<typeof next> | null = null;
        while (got === null) {
          got = await within(next, patience);
          if (got === null && !isAtWork()) {
            next.catch(() => {});
            gaveUp = true;
            return;
          }
        }
        if (got.done) return;
        yield got.value;
      }
    } finally {
      void reader.cancel().catch(() => {});
    }
  }
  return { bytes: bytes(), gaveUp: () => gaveUp };
}

/** Null where it takes longer. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Pulled line by line, so that a slow client slows the reading; ends the reading where the client goes away. */
function streamOf(
  results: AsyncIterable<BatchResult>,
  gaveUp: () => boolean,
  patience: number,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const iterator = results[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const feed = encoder.encode("\n");
  let lines = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) {
          leave();
          if (gaveUp()) {
            const error = `nothing came for ${Math.ceil(patience / 1000)} seconds: send the rest in another batch`;
            controller.enqueue(encoder.encode(`${JSON.stringify({ line: lines + 1, error })}\n`));
          }
          return controller.close();
        }
        lines++;
        if ("json" in value) {
          controller.enqueue(value.json);
          controller.enqueue(feed);
        } else controller.enqueue(encoder.encode(`${JSON.stringify({ line: value.line, error: value.failure })}\n`));
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
