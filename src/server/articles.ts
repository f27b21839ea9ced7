// What a person says of an article on the shelf: when, by whom, under which title and where it was published, as `readout set` keeps it; and taking it off.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Desk } from "./desk.ts";
import { articleLimit, jsonOf } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf, settingsBody } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { refusedBy, whereAllowed } from "./shelf.ts";
import type { Services } from "./types.ts";

const named = z.strictObject({ id: z.string().openapi({ description: "its id, address, number (a12) or the SHA-256 of its text" }) });
const setSchema = z
  .strictObject({ id: z.string(), set: z.array(z.strictObject({ field: z.string(), was: z.string().nullable(), value: z.string() })) })
  .openapi("Set");
const removedSchema = z.strictObject({ id: z.string(), removed: z.literal(true) }).openapi("Removed");

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

export function addArticleRoutes(app: OpenAPIHono, services: Services, desk: Desk): void {
  const refused = (error: Error): never => {
    if (error.name === "ShelfError" && error.message.startsWith("names no article"))
      throw new Refusal(404, "there is no such article: /api/v1/documents lists them");
    return refusedBy(services)(error);
  };

  define(
    app,
    {
      method: "patch",
      path: `${root}/documents/{id}`,
      summary: "Says when, by whom, under which title or where an article was published, and codes it again from there.",
      request: { params: named, body: { required: true, content: json(settingsBody) } },
      responses: {
        200: answer(setSchema, "What was set; an empty list where it was so already."),
        ...refusals(400, 401, 403, 404, 422, 503),
      },
    },
    articleLimit,
    async (c) => {
      const { by = services.user, ...given } = await bodyOf(c, settingsBody);
      if (Object.keys(given).length === 0) throw new Refusal(400, "the body has nothing to set: add published, publisher, title or url");
      whereAllowed(services);
      const { key, document } = await services.door.read((shelf) => shelf.article(c.req.param("id") ?? "")).catch(refused);
      const { mended, settings } = services.mended(document, given);
      if (settings.length > 0) {
        const json = await jsonOf(c, { document: mended }, services, desk);
        await services.door.write((shelf) => shelf.set(key, { json }, settings, { by, at: now() })).catch(refused);
      }
      return c.json({ id: document.id, set: settings.map(({ field, was, value }) => ({ field, was, value })) });
    },
  );

  define(
    app,
    {
      method: "delete",
      path: `${root}/documents/{id}`,
      summary: "Takes an article off the shelf, with all its versions and the corrections on it.",
      request: { params: named },
      responses: { 200: answer(removedSchema, "It is gone."), ...refusals(401, 403, 404, 422, 503) },
    },
    async (c) => {
      whereAllowed(services);
      const signed = { by: services.user, at: now() };
      const id = await services.door.write((shelf) => shelf.remove(c.req.param("id") ?? "", signed)).catch(refused);
      return c.json({ id, removed: true as const });
    },
  );
}
