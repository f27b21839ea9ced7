// A folder with the exported model in, its scores for a batch out. The only file here that knows the ONNX runtime; web/alone/session.ts is its twin in the browser.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import "./no-telemetry.ts";
import * as ort from "onnxruntime-node";
import { type Labels, ModelError } from "./labels.ts";
import { type Manifest, type Model, scoresOf, shapes } from "./model.ts";

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
    async run(batch) {
      const tensors = shapes(batch).map(([name, data, dims]) => [name, new ort.Tensor("int64", data, dims)] as const);
      return scoresOf(await session.run(Object.fromEntries(tensors)));
    },
  };
}
