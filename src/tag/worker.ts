// A worker thread: models of its own, opened when first asked, one thread of computation; answers jobs from pool.ts one at a time.
import { parentPort, workerData } from "node:worker_threads";
import { crewOf } from "./crew.ts";
import { ModelError } from "./labels.ts";
import type { MarkedPair, Sentence } from "./types.ts";

export type Job =
  | { readonly id: number; readonly tag: readonly Sentence[] }
  | { readonly id: number; readonly relate: readonly MarkedPair[] };
export type Answer = { readonly id: number; readonly result: readonly unknown[] } | { readonly id: number; readonly error: string };

const port = parentPort!;
const crew = crewOf((workerData as { model: string }).model);
port.on("message", async (job: Job) => {
  try {
    const result = "tag" in job ? await crew.tag(job.tag) : await crew.relate(job.relate);
    port.postMessage({ id: job.id, result } satisfies Answer);
  } catch (error) {
    // Without its model no further job can be answered: the thread ends, and pool.ts tells why.
    if (error instanceof ModelError) throw error;
    port.postMessage({ id: job.id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
