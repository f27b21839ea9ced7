// The exported model's bytes in, its scores for a batch out: the twin of src/tag/session.ts, and the only file here that knows the ONNX runtime.
import * as ort from "onnxruntime-web/wasm";
import labels from "../../model/labels.json";
import manifest from "../../model/manifest.json";
import vocabulary from "../../model/vocab.txt?raw";
import { ModelError } from "../../src/tag/labels.ts";
import { type Model, scoresOf } from "../../src/tag/model.ts";

/** Hexadecimal. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param runtime the runtime's own program @throws ModelError where the weights are not those that manifest.json names */
export async function openModel(weights: ArrayBuffer, runtime: ArrayBuffer): Promise<Model> {
  const hash = await sha256(weights);
  if (hash !== manifest.sha256) throw new ModelError("The model’s weights came damaged: load the page again.");
  ort.env.wasm.numThreads = 1;
  // Handed in, so that the runtime looks for no file of its own.
  ort.env.wasm.wasmBinary = runtime;
  ort.env.logLevel = "error";
  const session = await ort.InferenceSession.create(weights, {
    executionProviders: ["wasm"],
    executionMode: "sequential",
    graphOptimizationLevel: "all",
  });
  return {
    labels,
    hash: hash.slice(0, 12),
    vocabulary,
    async run(inputs) {
      const tensors = inputs.map(({ name, data, dims }) => [name, new ort.Tensor("int64", data, dims)] as const);
      return scoresOf(await session.run(Object.fromEntries(tensors)));
    },
  };
}
