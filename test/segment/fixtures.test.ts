// Each folder of test/fixtures/segment is an input and what segment/ must make of it; `npm test -- -u` writes the expected anew.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { slice } from "../../src/span.ts";
import { read } from "./read.ts";

const folder = new URL("../fixtures/segment/", import.meta.url);

describe("should segment", () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const { document, blocks, sentences, quotations, promotions } = read(readFileSync(new URL(`${name}/input.txt`, folder), "utf8"));
      const of = (span: { start: number; end: number }) => slice(document.text, span);
      const seen = {
        blocks: blocks.map(({ kind }, block) => ({ kind, sentences: sentences.filter((sentence) => sentence.block === block).map(of) })),
        quotations: quotations.map(of),
        promotions: promotions.map(({ kind, signals, ...span }) => ({
          kind,
          text: of(span),
          signals: signals.map((signal) => `${signal.name}: ${of(signal)}`),
        })),
      };
      await expect(`${JSON.stringify(seen, null, 2)}\n`).toMatchFileSnapshot(new URL(`${name}/expected.json`, folder).pathname);
    });
  }
});
