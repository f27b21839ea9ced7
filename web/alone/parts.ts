// The files of the page's own folder: the example's record, and what a reader is made of. The only file here that fetches.
import runtime from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import places from "../../dist/places.tsv?url";
import weights from "../../model/readout.onnx?url";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { Trouble } from "../page/api.ts";

/** Bytes of all parts, by vite.config.ts. */
declare const PARTS_BYTES: number;

/** What the worker cannot be without: the model's weights, the runtime that computes them, the gazetteer. */
export interface Fetched {
  readonly weights: ArrayBuffer;
  readonly runtime: ArrayBuffer;
  readonly places: ArrayBuffer;
}

/** True where the page was opened from a file: browsers then let it load scripts beside it, and nothing else. */
export const isFile = (): boolean => location.protocol === "file:";

export const example = async (): Promise<ReadoutRecord> =>
  isFile() ? scripted() : ((await asked("example.json")).json() as Promise<ReadoutRecord>);

/** The same record, which example.js puts where a script can. */
function scripted(): Promise<ReadoutRecord> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "example.js";
    script.onload = () => resolve((globalThis as unknown as { readoutExample: ReadoutRecord }).readoutExample);
    script.onerror = () =>
      reject(new Trouble("This folder has no example.js.", "It is not whole: build it again with npm run build:pages.", 0));
    document.head.append(script);
  });
}

/** @param tell is told of the bytes that have come, and of all */
export async function parts(signal: AbortSignal, tell: (done: number, total: number) => void): Promise<Fetched> {
  let done = 0;
  const whole = async (path: string): Promise<ArrayBuffer> => {
    const answer = await asked(path, signal);
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        done += chunk.length;
        tell(done, PARTS_BYTES);
        out.enqueue(chunk);
      },
    });
    return new Response(answer.body!.pipeThrough(counted)).arrayBuffer().catch((cause: unknown) => lost(path, signal, cause));
  };
  const [first, second, third] = await Promise.all([whole(weights), whole(runtime), whole(places)]);
  return { weights: first, runtime: second, places: third };
}

async function asked(path: string, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch(path, signal ? { signal } : {}).catch((cause: unknown) => lost(path, signal, cause));
  if (answer.ok) return answer;
  throw new Trouble(`This site has no ${path}.`, "Its folder is not whole: build it again with npm run build:pages.", answer.status);
}

function lost(path: string, signal: AbortSignal | undefined, cause: unknown): never {
  if (signal?.aborted) throw new Trouble("You stopped it.", "Nothing was kept.", 0);
  throw Object.assign(new Trouble(`${path} could not be loaded.`, "Check the connection and try again.", 0), { cause });
}
