// Paths → shelves that are read and written in a thread of its own, so that the server's own answers everybody else meanwhile.
import { Worker } from "node:worker_threads";
import type { ServedShelf } from "../server/types.ts";
import type { Effects } from "./effects.ts";
import { served } from "./served.ts";
import { ownersOnly } from "./shelf-here.ts";
import type { Asked, Fault, Told, Verb } from "./shelf-thread.ts";

export interface ShelvesApart {
  /** @throws ShelfError where the file cannot be used */
  open(path: string, access: "read" | "write"): Promise<ServedShelf>;
  /** Ends the thread; its shelves should be closed before. */
  close(): Promise<void>;
}

const VERBS = [
  ...(["article", "remove", "correct", "addMissed", "remark", "annotate", "undo", "close"] as const),
  ...(["add", "set", "rows", "written"] as const),
] satisfies readonly Verb[];

/** The thread has ended before it answered. */
class ShelfLost extends Error {
  override name = "ShelfLost";
}

/** Run from TypeScript sources (tests, tsx) there is no file of a thread that Node can load: then in the calling thread. */
export const shelvesOfServer = ({ openShelf }: Pick<Effects, "openShelf">): ShelvesApart =>
  import.meta.url.endsWith(".ts")
    ? { open: async (path, access) => served(await openShelf(path, access)), close: async () => {} }
    : shelvesApart(new URL("./shelf-thread.js", import.meta.url));

/** @param program of the thread */
export function shelvesApart(program: URL): ShelvesApart {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let thread: Worker | null = null;
  let next = 0;

  function started(): Worker {
    const worker = new Worker(program);
    // It ends when nobody waits for it and the server ends.
    worker.unref();
    worker.on("message", ({ id, ...told }: Told) => {
      const { resolve, reject } = waiting.get(id)!;
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
      if ("fault" in told) reject(errorOf(told.fault));
      else resolve(told.value);
    });
    let why: unknown;
    worker.once("error", (error) => {
      why = error;
    });
    worker.once("exit", () => {
      if (thread === worker) thread = null;
      const lost = new ShelfLost("the thread of the shelf has ended", { cause: why });
      for (const { reject } of waiting.values()) reject(lost);
      waiting.clear();
    });
    return worker;
  }

  const ask = (worker: Worker, asked: Omit<Asked, "id">): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (worker !== thread) return reject(new ShelfLost("the thread of the shelf has ended"));
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ...asked });
    });

  return {
    async open(path, access) {
      if (access === "write") ownersOnly();
      thread ??= started();
      const worker = thread;
      const shelf = next++;
      await ask(worker, { shelf, open: { path, access } } as Omit<Asked, "id">);
      const does = (verb: Verb) => [verb, (...given: unknown[]) => ask(worker, { shelf, verb, given } as Omit<Asked, "id">)];
      const opened = Object.fromEntries(VERBS.map(does)) as unknown as ServedShelf;
      // What is lost is closed.
      return { ...opened, close: () => (worker === thread ? opened.close() : Promise.resolve()) };
    },
    async close() {
      await thread?.terminate();
    },
  };
}

function errorOf({ name, message, stack, about }: Fault): Error {
  const error = Object.assign(new Error(message), { name, ...(about !== undefined && { about }) });
  if (stack !== undefined) error.stack = stack;
  return error;
}
