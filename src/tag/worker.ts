// A worker thread: one model of its own, one thread of computation; answers jobs from pool.ts one at a time.
import { parentPort, workerData } from "node:worker_threads";
import { readerOf } from "./reader.ts";
import { openModel } from "./session.ts";
import type { MarkedPair, Sentence } from "./types.ts";

export type Job =
  | { readonly id: number; readonly tag: readonly Sentence[] }
  | { readonly id: number; readonly relate: readonly MarkedPair[] };
export type Answer = { readonly id: number; readonly result: readonly unknown[] } | { readonly id: number; readonly error: string };

const port = parentPort!;
const reader = readerOf(await openModel((workerData as { model: string }).model));
port.on("message", async (job: Job) => {
  try {
    const result = "tag" in job ? await reader.tag(job.tag) : await reader.relate(job.relate);
    port.postMessage({ id: job.id, result } satisfies Answer);
  } catch (error) {
    port.postMessage({ id: job.id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
