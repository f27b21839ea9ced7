// The shared sample, the news articles and the treebank: read where they lie beside the checkout, skipped where they don't.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measureSentences } from "../../eval/sentences.ts";
import { slice } from "../../src/span.ts";
import { read } from "./read.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const beside = (path: string) => {
  const there = existsSync(shared + path);
  return { there, title: there ? "" : ` (skipped: no shared/${path} beside the checkout)` };
};

const sample = beside("samples/alaska-summit.txt");
test.skipIf(!sample.there)(`should find the sample's advert, line by line, and nothing else${sample.title}`, () => {
  const text = readFileSync(`${shared}samples/alaska-summit.txt`, "utf8");
  const { blocks, promotions } = read(text);
  const advert = text.indexOf("This Content Sponsored by");
  const lines = text
    .slice(advert)
    .split("\n")
    .filter((line) => /\S/.test(line));
  expect(blocks.filter(({ kind }) => kind === "promotional").map((block) => slice(text, block))).toEqual(lines.map((line) => line.trim()));
  expect(promotions).toMatchObject([{ start: advert, kind: "sponsored" }]);
  const furniture = blocks.filter(({ kind }) => kind === "furniture").map((block) => slice(text, block));
  expect(furniture).toEqual([expect.stringMatching(/^Putin and Trump in AlaskaPhotographer: /)]);
  expect(blocks.filter(({ kind }) => kind === "heading")).toHaveLength(7);
});

const articles = beside("data/articles");
test.skipIf(!articles.there)(`should find no advert in eighty news articles, and their address lines${articles.title}`, () => {
  const files = readdirSync(`${shared}data/articles`).map((file) => readFileSync(`${shared}data/articles/${file}`, "utf8"));
  for (const text of files) {
    const { blocks, promotions } = read(text);
    expect(promotions).toEqual([]);
    expect(blocks[0]!.kind).toBe("furniture");
    expect(blocks.filter(({ kind }) => kind === "furniture").length).toBeLessThanOrEqual(3);
  }
});

const treebank = beside("data/ud");
test.skipIf(!treebank.there)(`should find the treebank's sentences${treebank.title}`, () => {
  expect(measureSentences(`${shared}data/ud`).f1).toBeGreaterThan(0.98);
});
