// Rows of any lengths are read each once, in few batches with little padding, and scores are found where they lie.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inBatches, type Row } from "../../src/tag/batches.ts";
import type { Input, Model } from "../../src/tag/model.ts";

/** A model that says of each row which first piece and how many pieces it has, and remembers its batches. */
function counting(): { model: Model; shapes: (readonly number[])[] } {
  const shapes: (readonly number[])[] = [];
  const run: Model["run"] = async (inputs) => {
    const [pieces, mask] = inputs as [Input, Input];
    const [rows, width] = pieces.dims as [number, number];
    shapes.push(pieces.dims);
    const data = new Float32Array(rows * 2);
    for (let b = 0; b < rows; b++) {
      data[2 * b] = Number(pieces.data[b * width]);
      data[2 * b + 1] = mask.data.slice(b * width, (b + 1) * width).reduce((sum, one) => sum + Number(one), 0);
    }
    return { said: { data, dims: [rows, 2] } };
  };
  return { model: { run } as Model, shapes };
}

const rowsOf = (lengths: readonly number[]): Row[] =>
  lengths.map((length, i) => ({ pieces: { ids: [i + 1, ...new Array<number>(length - 1).fill(7)], firsts: [], marks: [0, 0] } }));
const nothing = (rows: readonly Row[]): Input => ({ name: "words", data: new BigInt64Array(rows.length), dims: [rows.length, 1] });
const read = async (lengths: readonly number[]) => {
  const { model, shapes } = counting();
  const answers = await inBatches(model, rowsOf(lengths), nothing, (_, at) => [at("said", 0), at("said", 1)]);
  return { answers, shapes };
};

describe("inBatches", () => {
  it("answers every row in its place, and no batch is larger than its bound but for one row alone", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 60 }), async (lengths) => {
        const { answers, shapes } = await read(lengths);
        expect(answers).toEqual(lengths.map((length, i) => [i + 1, length]));
        for (const [rows, width] of shapes) expect(rows === 1 || rows! * width! <= 640).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it("reads rows of one length together, and a long one apart from short ones", async () => {
    expect((await read([32, 32, 32, 32])).shapes).toEqual([[4, 32]]);
    expect((await read([10, 80, 10, 11])).shapes).toEqual([
      [3, 11],
      [1, 80],
    ]);
  });
});
