// A folder with the exported models in, one model's scores for a batch out. The only file here that knows the ONNX runtime; web/alone/session.ts is its twin in the browser.
import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import "./no-telemetry.ts";
import * as ort from "onnxruntime-node";
import { faultOf, type Labels, ModelError } from "./labels.ts";
import { type Manifest, type Model, scoresOf } from "./model.ts";

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

/** A model's folder, and the folder that keeps it optimised. */
interface Keeps {
  readonly of: string;
  readonly in: string;
}

/** The program's own, made by the build. */
const own: Keeps = {
  of: fileURLToPath(new URL("../../model", import.meta.url)),
  in: fileURLToPath(new URL("../../dist", import.meta.url)),
};

/** The model that reads sentences. @param keeps where a graph may be kept that was optimised before @throws ModelError where a file is missing, damaged or not the one that the manifest names. */
export const openModel = (folder: string, keeps: Keeps = own): Promise<Model> =>
  open(folder, "readout.onnx", (manifest) => manifest.sha256, keeps);

/** The model that reads marked pairs. @throws ModelError like openModel */
export const openRelater = (folder: string): Promise<Model> => open(folder, "relater.onnx", ({ relater }) => relater.sha256, null);

/** The optimised graph that the build keeps of the program's own reader: runtime and weights that it is made of, and its own digest. */
interface Kept {
  readonly runtime: string;
  readonly of: string;
  readonly sha256: string;
}

const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
  extra: {
    optimization: { disable_specified_optimizers: "SkipLayerNormFusion" },
  },
} as const satisfies ort.InferenceSession.SessionOptions;

/** Optimises the reader in `folder` and writes it to `into` with what it is made of. The build does so once; each session then opens in a quarter of the time. @throws ModelError */
export async function keepOptimised(folder: string, into: string): Promise<void> {
  const weights = await part(folder, "readout.onnx");
  const file = join(into, "readout.onnx");
  const session = await ort.InferenceSession.create(weights, { ...OPTIONS, optimizedModelFilePath: file });
  await session.release();
  const kept: Kept = { runtime: runtime(), of: sha256(weights), sha256: sha256(await readFile(file)) };
  await writeFile(join(into, "readout.json"), JSON.stringify(kept));
}

/** @returns null where nothing is kept of these weights by this runtime, it is damaged, or the weights were touched since: they are read themselves then */
async function keptOf(promised: string, keeps: Keeps): Promise<Buffer | null> {
  try {
    const file = join(keeps.in, "readout.onnx");
    const [told, bytes, made, weights] = await Promise.all([
      readFile(join(keeps.in, "readout.json"), "utf8"),
      readFile(file),
      stat(file),
      stat(join(keeps.of, "readout.onnx")),
    ]);
    if (weights.mtimeMs > made.mtimeMs) return null;
    const kept = JSON.parse(told) as Kept;
    return kept.runtime === runtime() && kept.of === promised && kept.sha256 === sha256(bytes) ? bytes : null;
  } catch {
    return null;
  }
}

/** Another processor family optimises otherwise. */
const runtime = (): string => `${ort.env.versions.node} ${process.platform} ${process.arch}`;

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function open(folder: string, file: string, promised: (manifest: Manifest) => string, keeps: Keeps | null): Promise<Model> {
  const [told, labels, vocabulary] = await Promise.all(["manifest.json", "labels.json", "vocab.txt"].map((name) => part(folder, name)));
  const manifest = parsed<Manifest>(told!, folder, "manifest.json");
  const digest = promised(manifest);
  const kept = keeps !== null && resolve(folder) === keeps.of ? await keptOf(digest, keeps) : null;
  const weights = kept ?? (await part(folder, file));
  if (kept === null && sha256(weights) !== digest)
    throw new ModelError(
      `${join(folder, file)}: the weights do not match manifest.json: fetch the folder model/ again from the repository`,
    );
  const names = parsed<Labels>(labels!, folder, "labels.json");
  const fault =
    manifest.labels !== undefined && sha256(labels!) !== manifest.labels ? "is not the one that manifest.json names" : faultOf(names);
  if (fault)
    throw new ModelError(
      `${join(folder, "labels.json")}: ${fault}: fetch the folder model/ again from the repository, or train one for this codebook (training/README.md)`,
    );
  const session = await ort.InferenceSession.create(weights, kept === null ? OPTIONS : { ...OPTIONS, graphOptimizationLevel: "disabled" });
  return {
    labels: names,
    hash: digest.slice(0, 12),
    vocabulary: vocabulary!.toString(),
    async run(inputs) {
      const tensors = inputs.map(({ name, data, dims }) => [name, new ort.Tensor("int64", data, dims)] as const);
      return scoresOf(await session.run(Object.fromEntries(tensors)));
    },
  };
}
