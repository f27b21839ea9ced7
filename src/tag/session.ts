// A folder with the exported models in, one model's scores for a batch out. The only file here that knows the ONNX runtime; web/alone/session.ts is its twin in the browser.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

/** The model that reads sentences. @throws ModelError where a file is missing, damaged or not the one that the manifest names. */
export const openModel = (folder: string): Promise<Model> => open(folder, "readout.onnx", ({ sha256 }) => sha256);

/** The model that reads marked pairs. @throws ModelError like openModel */
export const openRelater = (folder: string): Promise<Model> => open(folder, "relater.onnx", ({ relater }) => relater.sha256);

async function open(folder: string, file: string, promised: (manifest: Manifest) => string): Promise<Model> {
  const [manifest, labels, vocabulary, weights] = await Promise.all(
    ["manifest.json", "labels.json", "vocab.txt", file].map((name) => part(folder, name)),
  );
  const digest = createHash("sha256").update(weights!).digest("hex");
  if (digest !== promised(parsed<Manifest>(manifest!, folder, "manifest.json")))
    throw new ModelError(
      `${join(folder, file)}: the weights do not match manifest.json: fetch the folder model/ again from the repository`,
    );
  const names = parsed<Labels>(labels!, folder, "labels.json");
  const { labels: promisedLabels } = parsed<Manifest>(manifest!, folder, "manifest.json");
  const fault =
    promisedLabels !== undefined && createHash("sha256").update(labels!).digest("hex") !== promisedLabels
      ? "is not the one that manifest.json names"
      : faultOf(names);
  if (fault) throw new ModelError(`${join(folder, "labels.json")}: ${fault}: fetch the folder model/ again from the repository`);
  const session = await ort.InferenceSession.create(weights!, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
    extra: {
      session: { qdq_matmulnbits_block_size: "-1" },
      optimization: { disable_specified_optimizers: "SkipLayerNormFusion" },
    },
  });
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
