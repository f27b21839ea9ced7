// The schema of the record for machines is the same as its TypeScript types, and holds for real records.

import type { z } from "@hono/zod-openapi";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { recordSchema } from "../../src/server/schema.ts";
import { CASES } from "../record/cases.ts";
import { recordOf } from "../store/records.ts";

type Writable<T> = T extends readonly (infer Each)[]
  ? Writable<Each>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

describe("recordSchema", () => {
  it("has the fields and values of ReadoutRecord, no more and no fewer", () => {
    // The compiler checks this: npm run check.
    expectTypeOf<Writable<z.infer<typeof recordSchema>>>().toEqualTypeOf<Writable<ReadoutRecord>>();
  });
  it.each(Object.keys(CASES))("holds for the record %s", (name) => {
    expect(recordSchema.parse(CASES[name])).toEqual(CASES[name]);
  });
  it("holds for a record of an earlier version, without responses", () => {
    const { responses, ...earlier } = recordOf(1);
    expect(responses).toHaveLength(1);
    expect(recordSchema.parse(earlier)).toEqual(earlier);
  });
  it("refuses a field too many, one too few, and an unknown value", () => {
    const record = recordOf(1);
    expect(recordSchema.safeParse(record).success).toBe(true);
    expect(recordSchema.safeParse({ ...record, reactions: [{ ...record.reactions[0], to: null }] }).success).toBe(false);
    expect(recordSchema.safeParse({ ...record, more: 1 }).success).toBe(false);
    expect(recordSchema.safeParse({ ...record, events: [{ ...record.events[0], score: undefined }] }).success).toBe(false);
    expect(recordSchema.safeParse({ ...record, sentences: [{ ...record.sentences[0], voice: "loud" }] }).success).toBe(false);
  });
});
