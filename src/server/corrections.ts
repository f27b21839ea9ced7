// What a reader says of a line → a correction on the shelf, as `readout correct` keeps it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { AUXILIARY, type Auxiliary, CONTEXTS, STANCES, STANDINGS, TAKES, VOICES } from "../codebook.ts";
import { isDate } from "../iso.ts";
import { span } from "../span.ts";
import type { Change, Signed, Told } from "../store/types.ts";
import { articleLimit } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf } from "./requests.ts";
import { answer, define, json, refusals, root } from "./route.ts";
import { eventType } from "./schema.ts";
import { refusedBy, rowsIn, whereAllowed } from "./shelf.ts";
import type { ServedShelf, Services } from "./types.ts";

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
    line: z.string().optional().openapi({
      description:
        "instead of event: any line, s12.4, p12.1, c12.1, r12.1, x12.1, v12.7 (the article's number and the line's id in its record), or DOCUMENT#p1, or a remark (m7) to undo",
    }),
    note_on: z
      .strictObject({
        document: z.string(),
        words: z.string().min(1).optional(),
        start: z.int().min(0).optional(),
        end: z.int().min(1).optional(),
      })
      .optional()
      .openapi({ description: "instead of event: words of an article, or where they stand, on which note is kept" }),
    type: eventType.optional(),
    modes: names.optional(),
    auxiliary: z.array(z.enum(AUXILIARY)).optional(),
    actor: names.optional().openapi({ description: "a name or code, or several; an empty list takes them away" }),
    recipient: names.optional(),
    said_by: z
      .string()
      .max(1000)
      .optional()
      .openapi({ description: "who says so, of a statement who speaks; an empty text: the article itself" }),
    date: z
      .string()
      .refine((text) => text === "" || isDate(text), { error: "is no date: write a day, month or year, as in 2025-08-15" })
      .optional(),
    place: z.string().max(1000).optional(),
    contexts: z.array(z.enum(CONTEXTS)).optional(),
    voice: z.enum(VOICES).optional().openapi({ description: "of a sentence" }),
    stance: z
      .enum([...new Set([...STANCES, ...TAKES])])
      .optional()
      .openapi({ description: "of a position or reaction" }),
    issue: z.string().min(1).max(1000).optional(),
    standing: z.enum(STANDINGS).optional().openapi({ description: "of a promise" }),
    not_so: z.boolean().optional().openapi({ description: "takes the line out" }),
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

const list = z.array(z.string()).nullable();
const maybe = z.string().nullable();
const aspects = z
  .strictObject({
    ...{ said_by: maybe, date: maybe, place: maybe, contexts: list, actor: list, recipient: list, stance: maybe, issue: maybe },
    ...{ standing: maybe, voice: maybe },
  })
  .openapi({ description: "null for what such a line does not have, an empty text or list for none" });
const told = z.union([coding, aspects]).nullable();

const remark = z
  .string()
  .nullable()
  .openapi({ description: "the id (m7) by which this is undone and nothing else; null where the line's own id does it" });
const correctedSchema = z.strictObject({ id: z.string(), was: told, now: told, remark }).openapi("Corrected");

export function addCorrectionRoutes(app: OpenAPIHono, services: Services): void {
  define(
    app,
    {
      method: "post",
      path: `${root}/corrections`,
      summary: "Says what a line is; every answer then follows it, and recoding keeps it.",
      request: { body: { required: true, content: json(correctionBody) } },
      responses: { 200: answer(correctedSchema, "The line before and after; null for none."), ...refusals(400, 401, 403, 404, 422, 503) },
    },
    articleLimit,
    async (c) => {
      const body = await bodyOf(c, correctionBody);
      const doing = await doingOf(body, services);
      whereAllowed(services);
      const signed = { by: body.by ?? services.user, at: `${new Date().toISOString().slice(0, 19)}Z`, note: body.note ?? null };
      const { id, was, now, remark = null } = await services.door.write((shelf) => doing(shelf, signed)).catch(refusedBy(services));
      return c.json({ id, was, now, remark });
    },
  );
}

/** @throws Refusal 400 for a body that makes no sense, 404 where the line is not there */
async function doingOf(body: Body, services: Services): Promise<(shelf: ServedShelf, signed: Signed) => Promise<Told>> {
  const { event, line, missed, note_on, type, modes, auxiliary, actor, recipient, not_an_event, not_so, undo } = body;
  const { said_by, date, place, contexts, voice, stance, issue, standing } = body;
  const coded = [type, modes, auxiliary].some((value) => value !== undefined);
  const people = [actor, recipient].some((value) => value !== undefined);
  const said = [said_by, date, place, contexts, voice, stance, issue, standing].some((value) => value !== undefined);
  const named = [event, line, missed, note_on].filter((value) => value !== undefined).length;
  if (named !== 1) throw new Refusal(400, 'the body needs one of "event", "line", "missed" and "note_on": add or drop one');
  const alone = [not_an_event, not_so, undo].filter(Boolean).length;
  const given = coded || people || said;
  if (alone > 1 || (alone === 1 && (given || missed !== undefined || note_on !== undefined)))
    throw new Refusal(400, "not_an_event, not_so and undo go with nothing else: send one of them, or the change");
  if (note_on !== undefined) {
    const { document, words, start, end } = note_on;
    if (given || !body.note) throw new Refusal(400, "note_on goes with note, and with nothing else: say what the note is");
    const at = start !== undefined && end !== undefined && start < end ? span(start, end) : words;
    if (at === undefined) throw new Refusal(400, "note_on says no place: give words, or start and end");
    return async (shelf, signed) => ({
      id: (await shelf.annotate(document, at, { ...signed, note: body.note! })).id,
      was: null,
      now: null,
    });
  }
  if (alone === 0 && !given)
    throw new Refusal(
      400,
      "the body has nothing to change: add type, modes, auxiliary, actor, recipient, said_by, date, place, contexts, voice, stance, issue, standing, not_so or undo",
    );
  const isEvent = not_an_event !== true && not_so !== true;
  const change: Change = {
    type: type ?? null,
    modes: modes ?? null,
    auxiliary: auxiliary === undefined ? null : ordered(auxiliary),
    actor: actor ?? null,
    recipient: recipient ?? null,
    isEvent,
  };
  const saying = {
    ...{ said_by: said_by ?? null, date: date ?? null, place: place ?? null, contexts: contexts ?? null, voice: voice ?? null },
    ...{ stance: stance ?? null, issue: issue ?? null, standing: standing ?? null },
  };
  if (missed !== undefined) {
    if (type === undefined) throw new Refusal(400, "type is missing: say what happened there");
    if (said) throw new Refusal(400, "who says so, when and where are said of an event once it is there: leave them out");
    return (shelf, signed) => shelf.addMissed(missed.document, missed.words, { ...change, type }, signed);
  }
  const id = await idOf((event ?? line)!, services);
  if (undo) return (shelf, signed) => shelf.undo(id, signed);
  if (/^[spcrxv]\d+\.\d+$/.test(id)) {
    if (coded) throw new Refusal(400, `type, modes and auxiliary are said of events only, and ${id.slice(0, 40)} is none: leave them out`);
    const { actor: by, recipient: to } = change;
    return (shelf, signed) => shelf.remark(id, { ...saying, actor: by, recipient: to, isSo: isEvent }, signed);
  }
  return async (shelf, signed) => {
    const first = coded || people || !isEvent ? await shelf.correct(id, change, signed) : null;
    return said ? shelf.remark(id, saying, signed) : first!;
  };
}

const ordered = (given: readonly Auxiliary[]): readonly Auxiliary[] => AUXILIARY.filter((each) => given.includes(each));

/** @throws Refusal 404 */
async function idOf(line: string, services: Services): Promise<string> {
  const at = line.lastIndexOf("#");
  if (at < 0) return line;
  const { rows } = await rowsIn(services, services.lineId(line.slice(0, at), line.slice(at + 1)), 1);
  const id = rows[0]?.[0];
  if (typeof id !== "string")
    throw new Refusal(
      404,
      `there is no line ${line.slice(0, 200)}: give the id of a row of /api/v1/events, or of a line of the article's record`,
    );
  return id;
}
