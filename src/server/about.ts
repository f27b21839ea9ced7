// What the server tells of itself: status, example, health, session, and the description of all routes.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { Desk } from "./desk.ts";
import { type Binding, sessionPath, startSession } from "./guard.ts";
import { addressOf } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf, sessionBody } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { recordSchema } from "./schema.ts";
import type { Services } from "./types.ts";

const statusSchema = z
  .strictObject({
    version: z.string(),
    model: z.string().openapi({ description: "first 12 hexadecimal digits of the SHA-256 of the weights" }),
    db: z.string(),
    read_only: z.boolean(),
    documents: z.int(),
    coding: z
      .strictObject({
        done: z.int(),
        total: z.int(),
        what: z.literal("articles"),
        sentences: z
          .strictObject({
            done: z.int(),
            total: z.int(),
            share: z.number().openapi({ description: "of their characters, 0 to 1: short sentences are read first" }),
            now: z.enum(["actors", "events", "negotiation"]).optional().openapi({ description: "all are read, and this is found out" }),
          })
          .nullable()
          .openapi({ description: "of the longest article that whoever asks waits for" }),
      })
      .nullable(),
  })
  .openapi("Status");

export function addAboutRoutes(app: OpenAPIHono, services: Services, binding: Binding, desk: Desk): void {
  const { version, db, door } = services;

  define(
    app,
    {
      method: "get",
      path: `${root}/status`,
      summary: "Version, model, shelf, and how far reading under way is.",
      responses: { 200: answer(statusSchema, "How it stands."), ...refusals(401, 503) },
    },
    async (c) => {
      const coding = desk.progress(addressOf(c));
      const [model, documents] = await Promise.all([services.model(), countOf(services)]);
      return c.json({ version, model, db, read_only: door.readOnly, documents, coding: coding && { ...coding, what: "articles" } });
    },
  );

  define(
    app,
    {
      method: "get",
      path: `${root}/example`,
      summary: "The record of the article in examples/.",
      responses: { 200: answer(recordSchema, "A record."), ...refusals(401) },
    },
    async (c) => c.body((await services.example()).json, 200, { "Content-Type": "application/json" }),
  );

  define(
    app,
    {
      method: "post",
      path: sessionPath,
      summary: "Takes the token and answers with a cookie that stands for it, for the page.",
      request: { body: { required: true, content: json(sessionBody) } },
      responses: { 204: { description: "The cookie is set." }, ...refusals(400, 401) },
    },
    bodyLimit({ maxSize: 10_000, onError: () => Promise.reject(new Refusal(413, "is no token: send what --token says")) }),
    async (c) => {
      startSession(c, (await bodyOf(c, sessionBody)).token, binding);
      return c.body(null, 204);
    },
  );

  define(
    app,
    {
      method: "get",
      path: "/healthz",
      summary: "Answers while the server runs.",
      responses: { 200: { description: "It runs.", content: { "text/plain": { schema: z.literal("ok\n") } } } },
    },
    (c) => c.text("ok\n"),
  );

  define(
    app,
    {
      method: "get",
      path: `${root}/openapi.json`,
      summary: "This description, OpenAPI 3.1.",
      responses: { 200: { description: "OpenAPI.", content: { "application/json": { schema: z.looseObject({ openapi: z.string() }) } } } },
    },
    (c) => c.json(describe(app, version)),
  );
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "cookie", { type: "apiKey", in: "cookie", name: "readout_token" });
}

const describe = (app: OpenAPIHono, version: string) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Readout",
      version,
      description: "News coverage of diplomacy and conflict in, a cited record out. docs/api.md tells the same for people.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  });

async function countOf({ door }: Services): Promise<number> {
  const { rows } = await door.read((shelf) => shelf.rows({ name: "status", sql: "SELECT count(*) FROM documents", params: {} }, 1));
  return Number(rows[0]?.[0] ?? 0);
}
