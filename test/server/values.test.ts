// What a body of JSON may hold: words as many as ten megabytes have, values no more than are parsed while nobody waits.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasTooMany } from "../../src/server/requests.ts";

describe("a body", () => {
  it("has too many values where they stand outside of its words, and only there", () => {
    const many = Array(60_000).fill(1);
    expect(hasTooMany(JSON.stringify({ text: "Envoys met.", extra: many }))).toBe(true);
    expect(hasTooMany(`{"extra":${"[".repeat(60_000)}`)).toBe(true);
    for (const filling of ["a,b:[c]{d} ", 'He said, "no": [', "\\,:[{", '\\"'])
      expect(hasTooMany(JSON.stringify({ text: filling.repeat(100_000) }))).toBe(false);
  });

  it("is looked at to the end of its strings, whatever stands in them", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', "\\", ",", "[", "é", "\n") }), (words) => {
        const body = JSON.stringify({ text: words, extra: "," });
        // Behind the words all is read as JSON again.
        expect(hasTooMany(body)).toBe(false);
        expect(hasTooMany(`[${body}${",1".repeat(60_000)}]`)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
