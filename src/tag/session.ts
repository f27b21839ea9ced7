// A folder with the exported model in, its scores for a batch out. The only file that knows the ONNX runtime; the browser gets another one.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import "./no-telemetry.ts";
import * as ort from "onnxruntime-node";
import { type Labels, ModelError } from "./labels.ts";

/** Padded tensors of one batch: b sentences, p pieces, w words. */
export interface Batch {
  readonly size: number;
  readonly pieces: number;
  readonly words: number;
  /** b × p, b × p, b × w, b × 2. */
  readonly pieceIds: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly wordPlaces: BigInt64Array;
  readonly marks: BigInt64Array;
}

/** One output: its log-odds, row-major, and its shape. */
export interface Scores {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface Model {
  readonly labels: Labels;
  /** SHA-256 of the weights, first 12 hexadecimal digits. */
  readonly hash: string;
  readonly vocabulary: string;
  run(batch: Batch): Promise<Readonly<Record<string, Scores>>>;
}

async function part(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new ModelError(`${join(folder, name)}: the model file is missing: fetch the folder model/ again from the repository`, { cause });
  }
}

function parsed<T>(bytes: Buffer, folder: string, name: string): T {
  try {
    return JSON.parse(bytes.toString()) as T;
  } catch (cause) {
    throw new ModelError(`${join(folder, name)}: the model file is damaged: fetch the folder model/ again from the repository`, { cause });
  }
}

interface Manifest {
  readonly sha256: string;
}

/** SHA-256 that the manifest promises, first 12 digits; reads no weights. @throws ModelError */
export async function modelHash(folder: string): Promise<string> {
  return parsed<Manifest>(await part(folder, "manifest.json"), folder, "manifest.json").sha256.slice(0, 12);
}

/** Loads the weights and checks them against the manifest. @throws ModelError where a file is missing, damaged or not the one that the manifest names. */
export async function openModel(folder: string): Promise<Model> {
  const [manifestBytes, labelBytes, vocabulary, weights] = await Promise.all(
    ["manifest.json", "labels.json", "vocab.txt", "readout.onnx"].map((name) => part(folder, name)),
  );
  const manifest = parsed<Manifest>(manifestBytes!, folder, "manifest.json");
  const digest = createHash("sha256").update(weights!).digest("hex");
  if (digest !== manifest.sha256)
    throw new ModelError(
      `${join(folder, "readout.onnx")}: the weights do not match manifest.json: fetch the folder model/ again from the repository`,
    );
  const session = await ort.InferenceSession.create(weights!, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  });
  return {
    labels: parsed<Labels>(labelBytes!, folder, "labels.json"),
    hash: digest.slice(0, 12),
    vocabulary: vocabulary!.toString(),
    async run({ size, pieces, words, pieceIds, mask, wordPlaces, marks }) {
      const out = await session.run({
        pieces: new ort.Tensor("int64", pieceIds, [size, pieces]),
        mask: new ort.Tensor("int64", mask, [size, pieces]),
        words: new ort.Tensor("int64", wordPlaces, [size, words]),
        marks: new ort.Tensor("int64", marks, [size, 2]),
      });
      return Object.fromEntries(Object.entries(out).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims }]));
    },
  };
}
