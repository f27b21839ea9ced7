// What the fuzzer found is held, and some of each kind of case is made anew: always the same ones. `npm run fuzz` makes others, for an hour.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSubject } from "../../fuzz/subject.ts";
import { targetsOf } from "../../fuzz/targets.ts";
import type { Case, Subject } from "../../fuzz/types.ts";

const folder = new URL("../fixtures/fuzz/", import.meta.url);
const targets = await targetsOf(false);
/** Bombs and PDFs take longest. */
const runs: Readonly<Record<string, number>> = {
  bomb: 1,
  PDF: 6,
  text: 6,
  page: 6,
  "real text": 3,
  "real page": 4,
  unnamed: 6,
  dictionary: 20,
  corrections: 20,
  table: 16,
  feed: 16,
  Parquet: 16,
};
let subject: Subject;
beforeAll(async () => {
  subject = await openSubject();
});
afterAll(() => subject.close());

describe("the program", () => {
  it.each(readdirSync(folder))("should hold what it promises of %s", async (file) => {
    const [target, , name] = file.split("--") as [Case["target"], string, string];
    expect(await subject.check({ target, name, bytes: readFileSync(new URL(file, folder)) })).toBeNull();
  });

  it.each([...targets.keys()])(
    "should hold what it promises of made and mutated cases: %s",
    async (target) => {
      await fc.assert(
        fc.asyncProperty(targets.get(target)!, async (given) => {
          expect(await subject.check(given)).toBeNull();
        }),
        { seed: 1, numRuns: runs[target] ?? 12 },
      );
    },
    600_000,
  );
});
