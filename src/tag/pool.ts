// A model folder in, a Tagger over all cores out: one worker a core, each with one thread of computation, which beats one session of many threads.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ModelError } from "./labels.ts";
import { readerOf } from "./reader.ts";
import { modelHash, openModel } from "./session.ts";
import type { MarkedPair, Relation, Sentence, TaggedSentence, Tagger } from "./types.ts";
import type { Answer, Job } from "./worker.ts";

/**
 * Sentences of one job. The model's int8 scales are shared by a batch, so batches must depend on the document alone,
 * never on the number of workers or on what else is being read: this is a constant.
 */
const JOB_SENTENCES = 24;

interface Waiting {
  resolve(result: readonly unknown[]): void;
  reject(error: Error): void;
}

/**
 * @param model folder with readout.onnx, manifest.json, labels.json and vocab.txt
 * @param threads workers; 0 reads in the calling thread, which starts sooner and needs no built worker file
 * @throws ModelError where the folder holds no model that matches its manifest
 */
export async function openTagger(model: string, threads = availableParallelism()): Promise<Tagger> {
  await modelHash(model);
  // Run from TypeScript sources (tests, tsx) there is no worker file that Node can load.
  if (threads === 0 || import.meta.url.endsWith(".ts")) {
    const reader = readerOf(await openModel(model));
    return { ...reader, close: async () => {} };
  }
  return poolOf(model, Math.min(threads, 16));
}

function poolOf(model: string, threads: number): Tagger {
  const queue: { job: Job; waiting: Waiting }[] = [];
  const running = new Map<number, Waiting>();
  const idle: Worker[] = [];
  const workers = new Set<Worker>();
  let next = 0;
  let broken: Error | null = null;

  const fail = (error: Error): void => {
    broken ??= error;
    for (const { waiting } of queue.splice(0)) waiting.reject(broken);
    for (const waiting of running.values()) waiting.reject(broken);
    running.clear();
    for (const worker of workers) void worker.terminate();
  };
  const feed = (): void => {
    while (queue.length) {
      const worker = idle.pop() ?? (workers.size < threads ? start() : null);
      if (!worker) return;
      const { job, waiting } = queue.shift()!;
      running.set(job.id, waiting);
      worker.ref();
      worker.postMessage(job);
    }
  };
  const start = (): Worker => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { model } });
    workers.add(worker);
    worker.on("message", (answer: Answer) => {
      const waiting = running.get(answer.id);
      running.delete(answer.id);
      idle.push(worker);
      // An idle worker must not keep the program from ending.
      worker.unref();
      if ("error" in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result);
      feed();
    });
    worker.on("error", (error) =>
      fail(error instanceof Error && error.name === "ModelError" ? new ModelError(error.message) : (error as Error)),
    );
    return worker;
  };
  const ask = (make: (id: number) => Job): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      queue.push({ job: make(next++), waiting: { resolve, reject } });
      feed();
    });
  /** Splits the questions into jobs of like length, so that padding is small and no worker waits for another. */
  const spread = async <Q, A>(questions: readonly Q[], length: (q: Q) => number, job: (part: Q[], id: number) => Job): Promise<A[]> => {
    const order = questions.map((_, i) => i).sort((a, b) => length(questions[a]!) - length(questions[b]!) || a - b);
    const out = new Array<A>(questions.length);
    const parts: Promise<void>[] = [];
    for (let from = 0; from < order.length; from += JOB_SENTENCES) {
      const numbers = order.slice(from, from + JOB_SENTENCES);
      parts.push(
        ask((id) =>
          job(
            numbers.map((i) => questions[i]!),
            id,
          ),
        ).then((answers) => {
          numbers.forEach((i, k) => {
            out[i] = answers[k] as A;
          });
        }),
      );
    }
    await Promise.all(parts);
    return out;
  };

  return {
    tag: (sentences) =>
      spread<Sentence, TaggedSentence>(
        sentences,
        (s) => s.length,
        (tag, id) => ({ id, tag }),
      ),
    relate: (pairs) =>
      spread<MarkedPair, Relation>(
        pairs,
        (p) => p.text.length,
        (relate, id) => ({ id, relate }),
      ),
    close: async () => {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}
