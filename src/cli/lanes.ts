// Reading in processes of their own: one for short articles, one for long ones, so that the server answers whatever is read, and outlives what ends a reader.
import { type ChildProcess, spawn } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Document } from "../document/types.ts";
import type { Engine } from "../record/types.ts";
import type { Services, Source } from "../server/types.ts";
import type { SentencesRead } from "../tag/types.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./errors.ts";
import { frameOf, readFrames } from "./frames.ts";
import type { Asked, LaneSettings, Question, Told } from "./lane.ts";
import type { Reading } from "./reading.ts";

export interface Lanes extends Reading {
  /** Ends the processes, whatever they do. */
  close(): Promise<void>;
}

/** The process has ended before it answered. */
class LaneLost extends Error {
  override name = "LaneLost";
}

class ModelError extends Error {
  override name = "ModelError";
}

type Size = Parameters<Services["read"]>[1];
type Answer = Uint8Array<ArrayBuffer> | { readonly value: unknown } | { readonly failure: string };

/** Megabytes of JavaScript's memory; a reader that wants more ends, and the server does not. */
const memory: Readonly<Record<Size, number>> = { short: 2048, long: 4096 };
/** Milliseconds that a process may not turn before it is taken for hung: rules over a long article turn seldom. */
const mostSilence = 300_000;
/** Milliseconds that the process for long articles is kept for the next one. */
const keep = 60_000;

const own = fileURLToPath(new URL(`./lane${extname(import.meta.url)}`, import.meta.url));

export interface LanesSettings extends Omit<LaneSettings, "threads"> {
  /** The program of a lane. */
  readonly program?: string;
}

/** @throws UsageError where a dictionary cannot be read */
export async function lanesOf(
  { program = own, ...settings }: LanesSettings,
  { cores, readText }: Pick<Effects, "cores" | "readText">,
): Promise<Lanes> {
  // Told now, and not by the first article.
  for (const path of settings.actors)
    await readText(path).catch(() => {
      throw new UsageError("--actors", `${path} cannot be read: check that it is a file, and yours to read`);
    });
  // A long article is read beside short ones, and leaves them a core where there are two.
  const threads: Readonly<Record<Size, number>> = { short: cores, long: Math.max(1, cores - 1) };
  const open = new Map<Size, Lane>();
  const alone: Record<Size, Promise<unknown>> = { short: Promise.resolve(), long: Promise.resolve() };
  let closed = false;
  let engine: Promise<Engine> | null = null;

  function laneFor(size: Size): Lane {
    let lane = open.get(size);
    if (lane === undefined) {
      if (closed) throw new LaneLost();
      const gone = (): void => void (open.get(size) === lane && open.delete(size));
      lane = startLane(program, { ...settings, threads: threads[size] }, memory[size], size === "long" ? keep : null, gone);
      open.set(size, lane);
    }
    return lane;
  }

  async function ask(size: Size, question: Question, tell?: (read: SentencesRead) => void): Promise<Answer> {
    try {
      return await laneFor(size).ask(question, tell);
    } catch (error) {
      if (!(error instanceof LaneLost) || closed) throw error;
    }
    // Another article may have ended it: those that were read with it are tried again one by one, and the one at fault is told.
    const again = alone[size].then(() => laneFor(size).ask(question, tell));
    alone[size] = again.catch(() => {});
    return again.catch((error) => {
      if (error instanceof LaneLost)
        return {
          failure: "ended the process that read it: it needs more memory than there is, or is broken: cut it, and report it as a defect",
        };
      throw error;
    });
  }

  return {
    async read(source: Source, size: Size, onProgress) {
      const answer = await ask(size, { source, size }, onProgress);
      if (answer instanceof Uint8Array) return { json: answer };
      return "failure" in answer ? answer : { long: answer.value as Document };
    },
    engine() {
      // Once: what it is stays the same, and a reader that is busy would not tell.
      engine ??= askEngine();
      engine.catch(() => {
        engine = null;
      });
      return engine;
    },
    async close() {
      closed = true;
      await Promise.all([...open.values()].map((lane) => lane.close()));
    },
  };

  async function askEngine(): Promise<Engine> {
    const answer = await ask("short", { source: null });
    if ("value" in answer) return answer.value as Engine;
    throw new Error(
      "failure" in answer ? answer.failure : "the reader did not say what it is: this is a fault of readout, please report it",
    );
  }
}

interface Lane {
  /** @throws LaneLost, ModelError */
  ask(question: Question, tell?: (read: SentencesRead) => void): Promise<Answer>;
  close(): Promise<void>;
}

/** @param rest milliseconds without a question after which it ends by itself; null: never @param gone called when it takes no more questions */
function startLane(program: string, settings: LaneSettings, megabytes: number, rest: number | null, gone: () => void): Lane {
  const child: ChildProcess = spawn(
    process.execPath,
    [...process.execArgv, `--max-old-space-size=${megabytes}`, program, JSON.stringify(settings)],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const waiting = new Map<
    number,
    { resolve(answer: Answer): void; reject(error: Error): void; tell: ((read: SentencesRead) => void) | undefined }
  >();
  let next = 0;
  let resting: NodeJS.Timeout | undefined;
  let heard = performance.now();

  const lose = (): void => {
    clearInterval(watch);
    clearTimeout(resting);
    gone();
    for (const { reject } of waiting.values()) reject(new LaneLost());
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => {
      lose();
      resolve();
    });
    child.once("close", () => {
      lose();
      resolve();
    });
  });
  // Whoever waits is told by the process's end.
  child.stdin!.on("error", () => {});
  const send = (asked: Asked): void => void child.stdin!.write(frameOf(JSON.stringify(asked)));

  // While it reads, it is asked now and then whether it still turns.
  const watch = setInterval(() => {
    if (waiting.size === 0) heard = performance.now();
    else if (performance.now() - heard > mostSilence) child.kill("SIGKILL");
    else send({ id: -1, ping: true });
  }, mostSilence / 10).unref();

  void (async () => {
    let record: number | null = null;
    for await (const { bytes } of readFrames(child.stdout!, Number.MAX_SAFE_INTEGER)) {
      heard = performance.now();
      if (record !== null) {
        settle(record, new Uint8Array(bytes!.buffer as ArrayBuffer, bytes!.byteOffset, bytes!.byteLength));
        record = null;
        continue;
      }
      const { id, ...told } = JSON.parse(Buffer.from(bytes!).toString("utf8")) as Told;
      if ("read" in told) waiting.get(id)?.tell?.(told.read);
      else if ("bytes" in told) record = id;
      else if ("model" in told) {
        waiting.get(id)?.reject(new ModelError(told.model));
        waiting.delete(id);
      } else settle(id, told);
    }
  })().catch(() => child.kill("SIGKILL"));

  function settle(id: number, answer: Answer): void {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
    if (waiting.size === 0 && rest !== null) resting = setTimeout(() => void close(), rest).unref();
  }

  async function close(): Promise<void> {
    gone();
    if (waiting.size > 0) child.kill("SIGKILL");
    else child.stdin!.end();
    const late = setTimeout(() => child.kill("SIGKILL"), 2000);
    await ended;
    clearTimeout(late);
  }

  return {
    ask: (question, tell) =>
      new Promise((resolve, reject) => {
        clearTimeout(resting);
        if (waiting.size === 0) heard = performance.now();
        const id = next++;
        waiting.set(id, { resolve, reject, tell });
        send({ id, ...question });
      }),
    close,
  };
}
