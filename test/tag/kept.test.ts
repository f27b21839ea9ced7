// The optimised graph that the build keeps: it scores as the weights do, to the last bit, and where it is damaged or older they are read.
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepOptimised, openModel } from "../../src/tag/session.ts";

const model = fileURLToPath(new URL("../../model", import.meta.url));
const dims = [2, 6];
const ids = [101, 2343, 2777, 2343, 1012, 102, 101, 2343, 2777, 102, 0, 0];
const feed = [
  { name: "pieces", data: BigInt64Array.from(ids, BigInt), dims },
  { name: "mask", data: BigInt64Array.from(ids, (id) => BigInt(id === 0 ? 0 : 1)), dims },
  { name: "words", data: BigInt64Array.from([1, 2, 3, 4, 1, 2, 0, 0], BigInt), dims: [2, 4] },
];

describe("the graph that the build keeps", () => {
  let folder = "";
  let plain: unknown;
  const scoresBy = async (into: string) => (await openModel(model, { of: model, in: into })).run(feed);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "readout-kept-"));
    plain = await scoresBy(join(folder, "nothing"));
    await keepOptimised(model, folder);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it("should score as the weights do", async () => {
    expect(await scoresBy(folder)).toEqual(plain);
  });

  it("should be passed over where it is damaged, or older than the weights", async () => {
    const file = join(folder, "readout.onnx");
    const bytes = await readFile(file);
    const { mtimeMs } = await stat(join(model, "readout.onnx"));
    await utimes(file, new Date(0), new Date(Math.floor(mtimeMs) - 1000));
    expect(await scoresBy(folder)).toEqual(plain);
    await writeFile(file, bytes.subarray(0, bytes.length >> 1));
    expect(await scoresBy(folder)).toEqual(plain);
  });
});
