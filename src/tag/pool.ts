// A model folder in, a Tagger over all cores out: one worker a core, each with one thread of computation, which beats one session of many threads.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Crew, crewOf } from "./crew.ts";
import { inJobs } from "./jobs.ts";
import { ModelError } from "./labels.ts";
import { modelHash } from "./session.ts";
import type { Relation, TaggedSentence, Tagger } from "./types.ts";
import type { Answer, Job } from "./worker.ts";

/** A crew of threads, to be sent home. */
interface Threads extends Crew {
  close(): Promise<void>;
}

/**
 * @param model folder with readout.onnx, relater.onnx, manifest.json, labels.json and vocab.txt
 * @param threads workers; 0 reads in the calling thread, which needs no built worker file and answers the same
 * @param asked whether what the model scored is to be told as well, for `readout why`: in the calling thread
 * @throws ModelError where the folder holds no manifest, and at the first question where its weights are missing or do not match it
 */
export async function openTagger(model: string, threads = availableParallelism(), asked = false): Promise<Tagger> {
  await modelHash(model);
  // Run from TypeScript sources (tests, tsx) there is no worker file that Node can load.
  const alone = asked || threads === 0 || import.meta.url.endsWith(".ts");
  const crew: Threads = alone ? { ...crewOf(model, asked), close: async () => {} } : workers(model, Math.min(threads, 16));
  return {
    tag: (sentences, onRead) => inJobs(sentences, (s) => s.length, crew.tag, onRead),
    relate: (pairs) => inJobs(pairs, (p) => p.text.length, crew.relate),
    close: crew.close,
  };
}

interface Waiting {
  resolve(result: readonly unknown[]): void;
  reject(error: Error): void;
}

/** A thread that reads. @param on what it is to be told */
function workerOf(model: string, on: { answer(answer: Answer): void; fail(error: Error): void; exit(): void }): Worker {
  // The program's own flags (--import, --input-type) are not meant for the worker.
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: { model },
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  worker.on("message", on.answer);
  worker.on("error", (error: Error) =>
    on.fail(error instanceof Error && error.name === "ModelError" ? new ModelError(error.message) : error),
  );
  worker.on("exit", on.exit);
  return worker;
}

/** Those that read, or load what they read with: a thread that is ended while the runtime computes, or is being loaded, takes the whole process with it. */
class Busy {
  readonly #workers = new Set<Worker>();
  #done: () => void = () => {};

  add(worker: Worker): void {
    this.#workers.add(worker);
  }

  rest(worker: Worker): void {
    this.#workers.delete(worker);
    if (!this.#workers.size) this.#done();
  }

  /** When none is left. */
  async quiet(): Promise<void> {
    if (this.#workers.size)
      await new Promise<void>((resolve) => {
        this.#done = resolve;
      });
  }
}

function workers(model: string, threads: number): Threads {
  const queue: { job: Job; waiting: Waiting }[] = [];
  const running = new Map<number, Waiting>();
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const busy = new Busy();
  let next = 0;
  /** Why no more questions are taken. */
  let ended: Error | null = null;

  const dropQueue = (error: Error): void => {
    for (const { waiting } of queue.splice(0)) waiting.reject(error);
  };
  const fail = (error: Error): void => {
    ended ??= error;
    dropQueue(ended);
    for (const waiting of running.values()) waiting.reject(ended);
    running.clear();
  };
  const feed = (): void => {
    while (queue.length) {
      const worker = idle.pop() ?? (all.size < threads ? start() : null);
      if (!worker) return;
      const { job, waiting } = queue.shift()!;
      running.set(job.id, waiting);
      busy.add(worker);
      worker.ref();
      worker.postMessage(job);
    }
  };
  const start = (): Worker => {
    const worker = workerOf(model, {
      answer(answer) {
        const waiting = running.get(answer.id);
        running.delete(answer.id);
        idle.push(worker);
        // An idle worker must not keep the program from ending.
        worker.unref();
        if ("error" in answer) waiting?.reject(new Error(answer.error));
        else waiting?.resolve(answer.result);
        busy.rest(worker);
        feed();
      },
      fail,
      exit: () => busy.rest(worker),
    });
    all.add(worker);
    return worker;
  };
  const ask = (make: (id: number) => Job): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      queue.push({ job: make(next++), waiting: { resolve, reject } });
      feed();
    });

  return {
    tag: (tag) => ask((id) => ({ id, tag })) as Promise<readonly TaggedSentence[]>,
    relate: (relate) => ask((id) => ({ id, relate })) as Promise<readonly Relation[]>,
    close: async () => {
      ended ??= new Error("the reader is closed: open another");
      dropQueue(ended);
      await busy.quiet();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
