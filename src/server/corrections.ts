// What a reader says of an event → a correction on the shelf, as `readout correct` keeps it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { AUXILIARY, type Auxiliary } from "../codebook.ts";
import type { Change, Desk, Shelf, Signed } from "../store/types.ts";
import { articleLimit } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { eventType } from "./schema.ts";
import { refusedBy, rowsIn, whereAllowed } from "./shelf.ts";
import type { Services } from "./types.ts";

/** One, or several. */
const names = z.union([z.string(), z.array(z.string()).max(100)]).transform((given) => (typeof given === "string" ? [given] : given));

const correctionBody = z
  .strictObject({
    event: z
      .string()
      .optional()
      .openapi({ description: "`id` of a row (e12.3), or DOCUMENT#e5: the article's id, and the event's in its record" }),
    missed: z
      .strictObject({ document: z.string(), words: z.string().min(1) })
      .optional()
      .openapi({ description: "instead of event: one that the machine missed, where these words of the article are; needs type" }),
    type: eventType.optional(),
    modes: names.optional(),
    auxiliary: z.array(z.enum(AUXILIARY)).optional(),
    actor: names.optional().openapi({ description: "a name or code, or several; an empty list takes them away" }),
    recipient: names.optional(),
    not_an_event: z.boolean().optional().openapi({ description: "takes it out" }),
    undo: z.boolean().optional().openapi({ description: "gives the machine's coding back" }),
    note: z.string().max(10_000).optional(),
    by: z.string().min(1).max(200).optional().openapi({ description: "who says so; left out: the user who started the server" }),
  })
  .openapi("Correction");

type Body = z.infer<typeof correctionBody>;

const coding = z
  .strictObject({
    type: eventType,
    modes: z.array(z.string()),
    auxiliary: z.array(z.enum(AUXILIARY)),
    actor: z.array(z.string()),
    recipient: z.array(z.string()),
    confidence: z.number(),
  })
  .nullable();

const correctedSchema = z.strictObject({ id: z.string(), was: coding, now: coding }).openapi("Corrected");

export function addCorrectionRoutes(app: OpenAPIHono, services: Services): void {
  define(
    app,
    {
      method: "post",
      path: `${root}/corrections`,
      summary: "Says what an event is; every answer then follows it, and recoding keeps it.",
      request: { body: { required: true, content: json(correctionBody) } },
      responses: { 200: answer(correctedSchema, "The event before and after; null for none."), ...refusals(400, 401, 403, 404, 422, 503) },
    },
    articleLimit,
    async (c) => {
      const body = await bodyOf(c, correctionBody);
      const doing = await doingOf(body, services);
      whereAllowed(services);
      const signed = { by: body.by ?? services.user, at: `${new Date().toISOString().slice(0, 19)}Z`, note: body.note ?? null };
      const { id, was, now } = await services.door.write((shelf) => doing(shelf, signed)).catch(refusedBy(services));
      return c.json({ id, was, now });
    },
  );
}

/** @throws Refusal 400 for a body that makes no sense, 404 where the event is not there */
async function doingOf(body: Body, services: Services): Promise<(shelf: Shelf, signed: Signed) => Promise<Desk>> {
  const { event, missed, type, modes, auxiliary, actor, recipient, not_an_event, undo } = body;
  const given = [type, modes, auxiliary, actor, recipient].some((value) => value !== undefined);
  if ((event === undefined) === (missed === undefined))
    throw new Refusal(400, 'the body needs one of "event" and "missed": add or drop one');
  const alone = [not_an_event, undo].filter(Boolean).length;
  if (alone > 1 || (alone === 1 && (given || missed !== undefined)))
    throw new Refusal(400, "not_an_event and undo go with nothing else: send one of them, or the change");
  if (alone === 0 && !given)
    throw new Refusal(400, "the body has nothing to change: add type, modes, auxiliary, actor, recipient, not_an_event or undo");
  const change: Change = {
    type: type ?? null,
    modes: modes ?? null,
    auxiliary: auxiliary === undefined ? null : ordered(auxiliary),
    actor: actor ?? null,
    recipient: recipient ?? null,
    isEvent: not_an_event !== true,
  };
  if (missed !== undefined) {
    if (type === undefined) throw new Refusal(400, "type is missing: say what happened there");
    return (shelf, signed) => shelf.addMissed(missed.document, missed.words, { ...change, type }, signed);
  }
  const id = await idOf(event!, services);
  return undo ? (shelf, signed) => shelf.undo(id, signed) : (shelf, signed) => shelf.correct(id, change, signed);
}

const ordered = (given: readonly Auxiliary[]): readonly Auxiliary[] => AUXILIARY.filter((each) => given.includes(each));

/** @throws Refusal 404 */
async function idOf(event: string, services: Services): Promise<string> {
  const at = event.lastIndexOf("#");
  if (at < 0) return event;
  const { rows } = await rowsIn(services, services.eventId(event.slice(0, at), event.slice(at + 1)), 1);
  const id = rows[0]?.[0];
  if (typeof id !== "string") throw new Refusal(404, `there is no event ${event.slice(0, 200)}: give the id of a row of /api/v1/events`);
  return id;
}
