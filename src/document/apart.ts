// A PDF's bytes → its article, read in a process apart: what a broken or hostile file does there (endless work, all memory, errors that nobody can catch) ends that process, not ours.
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { UnreadableError } from "./failure.ts";
import type { PdfArticle } from "./pdf.ts";

/** What one file may take there; the process itself watches it (src/document/watched.ts). */
export interface Limits {
  /** Seconds of processor time, so that a busy machine refuses no file that an idle one reads. */
  readonly seconds: number;
  /** Megabytes of memory. */
  readonly memory: number;
}

export type Asked = { readonly number: number; readonly bytes: Uint8Array; readonly limits: Limits };
export type Answered = { readonly number: number } & ({ readonly article: PdfArticle } | { readonly unreadable: string });

/** The longest report of 500 pages takes a tenth of both. */
const usual: Limits = { seconds: 30, memory: 1000 };

const over: Readonly<Record<string, (limits: Limits) => string>> = {
  seconds: ({ seconds }) => `takes more than ${seconds} seconds of work to read: cut out the pages of the article`,
  memory: ({ memory }) => `takes more than ${memory} MB of memory to read: cut out the pages of the article`,
};

interface Reading {
  readonly child: ChildProcess;
  /** What the watch said before it ended the process. */
  said: string;
}

/** A process that is done with a file waits for the next; more than one is not worth its memory. */
let resting: Reading | null = null;
let asked = 0;

/** @throws UnreadableError where the file is no PDF, is locked, holds no text, or takes more than the limits */
export async function readPdfApart(bytes: Uint8Array, limits: Limits = usual): Promise<PdfArticle> {
  const used = resting;
  resting = null;
  // A file can bring down the process after it was answered for: what comes next is not to blame, and is read by a fresh one.
  const answer = (used && (await readIn(used, bytes, limits))) ?? (await readIn(start(), bytes, limits));
  if (answer && "article" in answer) return answer.article;
  throw new UnreadableError(answer?.unreadable ?? "is a broken PDF: save or download it again");
}

/** @returns null where the process ended without a word of this file or of its limits */
function readIn(reading: Reading, bytes: Uint8Array, limits: Limits): Promise<Answered | null> {
  const { child } = reading;
  const number = ++asked;
  hold(reading, true);
  return new Promise((resolve) => {
    const done = (answered: Answered | null): void => {
      child.removeAllListeners("message").removeAllListeners("close").removeAllListeners("error");
      resolve(answered);
    };
    const ended = (): void => {
      const why = over[reading.said.trim()];
      done(why ? { number, unreadable: why(limits) } : null);
    };
    child.on("message", (answered: Answered) => {
      if (answered.number !== number) return;
      done(answered);
      if (resting === null && child.connected) rest(reading);
      else child.kill("SIGKILL");
    });
    // After its last words have come.
    child.once("close", ended);
    child.once("error", ended);
    child.send({ number, bytes, limits } satisfies Asked, (error) => {
      if (error) child.kill("SIGKILL");
    });
  });
}

function start(): Reading {
  // Run from TypeScript sources (tests, tsx) the process must read them, too.
  const source = import.meta.url.endsWith(".ts");
  const child = fork(fileURLToPath(new URL(source ? "./pdf-process.ts" : "./pdf-process.js", import.meta.url)), {
    execArgv: source ? ["--import", createRequire(import.meta.url).resolve("tsx")] : [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const reading: Reading = { child, said: "" };
  child.stderr!.setEncoding("utf8").on("data", (words: string) => {
    // The last line is the watch's; warnings of libraries come before it.
    reading.said = (reading.said + words).split("\n").filter(Boolean).at(-1) ?? "";
  });
  return reading;
}

function rest(reading: Reading): void {
  resting = reading;
  hold(reading, false);
  reading.child.once("close", () => {
    if (resting === reading) resting = null;
  });
}

/** Only while a file is read does the process keep ours from ending. */
function hold({ child }: Reading, held: boolean): void {
  const way = held ? "ref" : "unref";
  child[way]();
  child.channel?.[way]();
  (child.stderr as (NodeJS.ReadableStream & Record<"ref" | "unref", () => void>) | null)?.[way]();
}
