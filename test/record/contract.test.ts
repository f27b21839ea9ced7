// What CONTRACT promises of every record, over what the real reader makes of real and of odd texts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.ts";
import { openReader, type Reader } from "../../src/read.ts";
import { writeJsonl } from "../../src/record/jsonl.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";

let reader: Reader;
beforeAll(async () => {
  reader = await openReader({ threads: 0 });
});
afterAll(() => reader.close());

const recordOf = async (text: string): Promise<ReadoutRecord> => reader.read(await readDocument(text, "text", { language: "en" }));

/** Reads twice. */
async function holdsFor(text: string): Promise<ReadoutRecord> {
  const record = await recordOf(text);
  expect(faultsOf(record)).toEqual([]);
  expect(record.document.text).toBe(text);
  const voices = record.events.map(({ sentence }) => record.sentences[sentence]!.voice);
  expect(voices.filter((voice) => voice === "promotional" || voice === "furniture")).toEqual([]);
  expect(writeJsonl(await recordOf(text)) === writeJsonl(record), "the same bytes").toBe(true);
  return record;
}

describe("every record", () => {
  it("should be valid and empty for an empty document", async () => {
    for (const text of ["", " ", "\n\n\t", "\u00a0\u2028"]) {
      const { sentences, actors, events, statements, positions, commitments, reactions, responses, promotions } = await holdsFor(text);
      expect([sentences, actors, events, statements, positions, commitments, reactions, responses, promotions].flat()).toEqual([]);
    }
  });

  it("should take every sentence within a quotation for somebody's word", async () => {
    const { sentences } = await recordOf(
      "The mayor of Poti spoke on Friday.\n\n“The lake is rising. Nobody helped us. It is a fine mess,” she said. The lake rose by a metre in May.",
    );
    expect(sentences.slice(1, 4).map(({ voice }) => voice)).toEqual(["attributed", "attributed", "attributed"]);
    expect(sentences.at(-1)!.voice).toBe("reported");
  });

  it("should keep the contract for odd texts", async () => {
    const piece = fc.constantFrom(
      "Trump met Putin in Alaska on Friday.",
      "“We will not cede land,” President Zelenskyy said, and he called it a threat",
      "Sign up for our newsletter. Call 555-0100 today!",
      "Israel denied that it had agreed to stop the strikes on Gaza",
      "If France sends troops, Moscow promised to respond;",
      "the talks that the ministers of Iran and Oman ".repeat(90),
      "WASHINGTON (AP) —",
      "\0",
      "\ud800",
      "\u202e",
      '“‘"',
      "x".repeat(8000),
      "\n\n",
      "\r",
      "…",
    );
    const glue = fc.constantFrom("", " ", "\n", "\n\n", ". ");
    const made = fc.array(fc.tuple(piece, glue), { maxLength: 8 }).map((parts) => parts.flat().join(""));
    const any = fc.string({ unit: "binary", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: made }, { weight: 1, arbitrary: any }), async (text) => {
        await holdsFor(text);
      }),
      { numRuns: 24 },
    );
  });

  const articles = new URL("../../../shared/data/articles/", import.meta.url);
  it.skipIf(!existsSync(articles))("should keep the contract for real articles (skipped without ../shared)", async () => {
    const names = readdirSync(articles)
      .filter((name) => name.endsWith(".txt"))
      .sort();
    const step = Math.ceil(names.length / 12);
    for (const name of names.filter((_, at) => at % step === 0)) await holdsFor(readFileSync(new URL(name, articles), "utf8"));
  });
});
