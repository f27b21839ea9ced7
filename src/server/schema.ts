// The record's schema for machines: what OpenAPI tells and what tests check. Held equal to the types in record/types.ts by test/server/schema.test.ts.
import { z } from "@hono/zod-openapi";
import { AUXILIARY, EVENT_TYPES, VOICES } from "../codebook.ts";

const text = z.string();
const maybe = z.string().nullable();
const share = z.number().min(0).max(1);
const place = { start: z.int().min(0), end: z.int().min(1) };

export const eventType = z.enum(EVENT_TYPES);

const spanSchema = z
  .strictObject(place)
  .openapi("Span", { description: "[start, end) in UTF-16 code units of document.text. `document.text.slice(start, end)` are the words." });
const saidBy = z
  .strictObject({ ...place, actor: maybe })
  .nullable()
  .openapi({ description: "Who says so; null where the article vouches. `actor` is null where the source is no known actor." });

const documentSchema = z
  .strictObject({
    id: text,
    url: maybe,
    title: maybe,
    byline: maybe,
    publisher: maybe,
    published: maybe,
    dated: z
      .strictObject({ from: z.enum(["given", "metadata", "address", "dateline", "text", "page", "feed", "file"]), confidence: z.number() })
      .nullable()
      .optional()
      .openapi({ description: "Where `published` is from, and how sure that is; null where there is no date." }),
    language: text,
    text,
    sha256: text,
    kind: z.enum(["news", "opinion", "analysis", "interview", "press-release", "other"]),
    extra: z.record(z.string(), z.unknown()),
  })
  .openapi("Document");

const actorSchema = z
  .strictObject({
    id: text,
    name: text,
    code: maybe,
    sector: maybe,
    other_sectors: z.array(text),
    kind: z.enum(["person", "country", "organisation", "group", "unnamed"]),
    office: maybe,
    mentions: z.array(z.strictObject({ ...place, form: z.enum(["name", "nominal", "pronoun", "metonym"]) })),
  })
  .openapi("Actor");

const participant = z.strictObject({ ...place, actor: text });

const eventSchema = z
  .strictObject({
    id: text,
    type: eventType,
    modes: z.array(text),
    contexts: z.array(text),
    auxiliary: z.array(z.enum(AUXILIARY)),
    quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    score: z.number(),
    sentence: z.int().min(0),
    trigger: spanSchema,
    actor: z.array(participant),
    recipient: z.array(participant),
    said_by: saidBy,
    date: z.strictObject({ ...place, iso: text }).nullable(),
    place: z.strictObject({ ...place, name: text, country: maybe, lat: z.number().nullable(), lon: z.number().nullable() }).nullable(),
    confidence: share,
    same_as: z.array(text),
  })
  .openapi("Event");

const statementSchema = z
  .strictObject({
    id: text,
    sentence: z.int().min(0),
    source: saidBy,
    cue: spanSchema.nullable(),
    content: z.array(spanSchema),
    direct: z.boolean(),
    confidence: share,
  })
  .openapi("Statement");

const positionSchema = z
  .strictObject({
    actor: text,
    issue: z.strictObject({ ...place, label: text }),
    stance: z.enum(["demands", "offers", "accepts", "rejects", "supports", "opposes", "conditional", "undecided"]),
    said_by: saidBy,
    evidence: z.array(text),
    earlier: z.int().min(0).nullable(),
  })
  .openapi("Position");

const commitmentSchema = z
  .strictObject({
    by: z.array(text),
    to: z.array(text),
    what: spanSchema,
    said_by: saidBy,
    standing: z.enum(["stated", "claimed", "vague", "doubted", "broken", "historical"]),
    doubts: z.array(spanSchema),
    precedents: z.array(spanSchema),
    evidence: z.array(text),
  })
  .openapi("Commitment");

const taken = { actor: text, stance: z.enum(["supports", "opposes", "mixed", "worried"]), evidence: z.array(text) };

const reactionSchema = z.strictObject({ ...taken, to: text, about: spanSchema.optional() }).openapi("Reaction");

const uncodedReactionSchema = z.strictObject({ ...taken, about: spanSchema }).openapi("UncodedReaction");

export const outcomeSchema = z
  .strictObject({
    of: text.nullable(),
    result: z.enum(["none", "partial", "agreement", "open"]),
    what: spanSchema,
    said_by: saidBy,
    evidence: z.array(text),
  })
  .openapi("Outcome");

const opticSchema = z
  .strictObject({ sentence: z.int().min(0), what: spanSchema, said_by: saidBy, kind: z.enum(["scene", "telling"]) })
  .openapi("Optic");

const meetingSchema = z.strictObject({ events: z.array(text).min(2) }).openapi("Meeting");

const promotionSchema = z
  .strictObject({
    ...place,
    kind: z.enum(["sponsored", "advertisement", "solicitation", "subscription"]),
    signals: z.array(z.strictObject({ ...place, name: text })),
  })
  .openapi("Promotion");

export const recordSchema = z
  .strictObject({
    schema: z.literal("readout.record/1"),
    engine: z.strictObject({ version: text, model: text }),
    document: documentSchema,
    sentences: z.array(z.strictObject({ ...place, voice: z.enum(VOICES), confidence: share })),
    actors: z.array(actorSchema),
    events: z.array(eventSchema),
    statements: z.array(statementSchema),
    positions: z.array(positionSchema),
    commitments: z.array(commitmentSchema),
    reactions: z.array(reactionSchema),
    responses: z.array(uncodedReactionSchema).optional(),
    outcomes: z.array(outcomeSchema).optional(),
    optics: z.array(opticSchema).optional(),
    precedents: z.array(spanSchema).optional(),
    meetings: z.array(meetingSchema).optional(),
    promotions: z.array(promotionSchema),
  })
  .openapi("Record", { description: "What one article tells, cited. docs/record.md explains every field." });
