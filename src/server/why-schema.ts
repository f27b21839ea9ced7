// What a request for why gives and what it is answered, checked and told in OpenAPI.
import { z } from "@hono/zod-openapi";
import { givenBody } from "./requests.ts";

export const whyId = z
  .string()
  .regex(/^[espcrxa][1-9]\d*$/, "is no id: write e3, s4, p1, c1, r1, x1 or a2, as the record numbers them")
  .openapi({
    description: "e3 an event, s4 a sentence or statement, p1 a position, c1 a commitment, r1 a reaction, x1 a response, a2 an actor",
  });

export const whyBody = givenBody.safeExtend({ of: whyId });

const cited = { start: z.int(), end: z.int(), words: z.string(), place: z.string() };
const ruled = z.object({
  ...cited,
  rule: z.string(),
  effect: z.enum(["kept", "changed", "added", "dropped"]),
  why: z.string(),
  what: z.string(),
  about: z.string(),
});

const why = z
  .object({
    id: z.string(),
    subject: z.string(),
    line: z.string(),
    at: z.object(cited),
    triggers: z.array(z.object({ ...cited, types: z.array(z.object({ type: z.string(), confidence: z.number() })) })),
    voices: z.array(z.object({ voice: z.string(), confidence: z.number() })),
    parts: z.array(
      z.object({
        ...cited,
        role: z.string(),
        actor: z.string().nullable(),
        name: z.string().nullable(),
        confidence: z.number().nullable(),
        joined: z.object({ rule: z.string(), why: z.string(), before: z.object(cited).nullable() }).nullable(),
      }),
    ),
    rules: z.array(ruled),
    countries: z.array(z.object({ actor: z.string(), name: z.string(), code: z.string().nullable(), from: ruled.nullable() })),
    evidence: z.array(z.string()),
  })
  .openapi("Why", { description: "Why one line of a record is as it is: docs/why.md." });

export const whySchema = z.object({ why: z.array(why) });
