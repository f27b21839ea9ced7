// What the program does over four times as many sentences is no more than four times as much, function by function: counted in steps, so that the machine does not matter.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDocument } from "../src/document/document.ts";
import { writeMarkdown } from "../src/record/markdown.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { numbersOf } from "../src/store/anchors.ts";
import { correctedOf } from "../src/store/corrected.ts";
import { rowsOf } from "../src/store/rows.ts";
import { documentFrom, ENDLESS, kinds, pageOf, reader, shapes, stepsOf, textOf } from "./growth.ts";
import { telling } from "./store/records.ts";

const built = existsSync(fileURLToPath(new URL("../dist/places.tsv", import.meta.url)));
const [few, many] = [72, 288];
/** Whatever takes less than this share of all steps holds no article up at the lengths that articles have. */
const share = 0.1;
/** Four times the sentences are not quite four times the words, and counts differ a little from run to run; a square would be four times more. */
const slack = 1.5;

/** What a shelf keeps of it. */
function rowsFrom(record: ReadoutRecord): void {
  const { refs, highest } = numbersOf(record, [], 0);
  rowsOf(
    record,
    correctedOf(record, refs, { corrections: [], remarks: [] }, telling.geography),
    { key: 1, article: 1, version: 1, current: true, highest },
    telling,
  );
}

describe.skipIf(!built)("growth", async () => {
  const read = await reader();
  const steps = async (kind: string, size: number) => {
    const document = await documentFrom(textOf(kind, size));
    return stepsOf(async () => {
      const record = await read(document);
      writeMarkdown(record);
      rowsFrom(record);
    });
  };

  it.each([...Object.keys(kinds), ENDLESS])("is in line with the text: %s", async (kind) => {
    await steps(kind, 24);
    const [one, four] = [await steps(kind, few), await steps(kind, many)];
    const all = [...four.values()].reduce((sum, each) => sum + each, 0);
    const faster = [...four].filter(([name, count]) => count > share * all && count > slack * (many / few) * (one.get(name) ?? 0));
    expect(faster.map(([name, count]) => `${name}: ${one.get(name) ?? 0} → ${count}`)).toEqual([]);
    const before = [...one.values()].reduce((sum, each) => sum + each, 0);
    expect(all / before).toBeLessThan(slack * (many / few));
  });

  it.each(Object.keys(shapes))("is in line with the page: %s", async (shape) => {
    const steps = (size: number) => stepsOf(() => readDocument(pageOf(shape, size), "html", { id: "growth", language: "en" }));
    await steps(10);
    const [one, four] = [await steps(200), await steps(800)];
    const all = [...four.values()].reduce((sum, each) => sum + each, 0);
    const faster = [...four].filter(([name, count]) => count > share * all && count > slack * 4 * (one.get(name) ?? 0));
    expect(faster.map(([name, count]) => `${name}: ${one.get(name) ?? 0} → ${count}`)).toEqual([]);
    expect(all / [...one.values()].reduce((sum, each) => sum + each, 0)).toBeLessThan(slack * 4);
  });

  it("of a record that tells one thing again and again is in line with the text, too", async () => {
    const sizes = await Promise.all(
      [100, 400].map(async (size) => JSON.stringify(await read(await documentFrom(textOf("one sentence again and again", size)))).length),
    );
    expect(sizes[1]! / sizes[0]!).toBeLessThan(4.5);
  });
});
