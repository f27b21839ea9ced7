// Everything that the commands touch outside themselves, as one parameter: tests pass fakes, bin/readout the process.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Input, InputFormat } from "../document/inputs.ts";
import type { Document } from "../document/types.ts";
import type { Reader, ReaderOptions } from "../read.ts";
import type { Span } from "../span.ts";
import type { Shelf } from "../store/types.ts";
import { failureLine, stopOf } from "./errors.ts";

export interface Output {
  readonly isTerminal: boolean;
  /** Width of the terminal; null where there is none. */
  readonly columns: number | null;
  /** Ends when the text is handed over. @throws an error with code EPIPE when nobody reads any more */
  write(text: string): Promise<void>;
}

export interface Effects {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cores: number;
  /** Aborted by Ctrl-C. */
  readonly interrupt: AbortSignal;
  /** Milliseconds. */
  now(): number;
  openReader(options?: ReaderOptions): Promise<Reader>;
  /** A file as UTF-8, with U+FFFD for what is none. @throws an error with a code such as ENOENT */
  readText(path: string): Promise<string>;
  /** Documents and failures in the order of `names`; `format` is null where it is to be told from name and content. */
  readInputs(names: readonly string[], format: InputFormat | null): AsyncIterable<Input>;
  /** @param folder the one that the shelf may write files to; by default none @throws ShelfError where the file cannot be used */
  openShelf(path: string, access: "read" | "write", folder?: string): Promise<Shelf>;
  /** The places of a text's sentences. */
  sentencesOf(text: string): Promise<readonly Span[]>;
}

/** Milliseconds from Ctrl-C to the end, where work under way does not end sooner. */
const mostWait = 5000;

/** The real ones. Heavy modules are loaded by the first call that needs them. */
export function processEffects(): Effects {
  const interrupt = new AbortController();
  process.on("SIGINT", () => {
    // A second Ctrl-C, or a document that takes long, is not waited for: the process ends as one that never listened.
    const endNow = () => {
      process.removeAllListeners("SIGINT");
      process.kill(process.pid, "SIGINT");
    };
    if (interrupt.signal.aborted) return endNow();
    interrupt.abort();
    setTimeout(endNow, mostWait).unref();
  });
  // The last net: whatever nobody caught is still one line.
  process.on("uncaughtException", (error) => {
    process.stderr.write(failureLine(...stopOf(error)), () => process.exit(1));
  });
  return {
    stdin: process.stdin,
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    env: process.env,
    cores: availableParallelism(),
    interrupt: interrupt.signal,
    now: () => performance.now(),
    async openReader(options) {
      const { openReader } = await import("../read.ts");
      return openReader(options);
    },
    readText: (path) => readFile(path, "utf8"),
    async *readInputs(names, format) {
      const { readInputs } = await import("../document/inputs.ts");
      yield* readInputs(names, format === null ? {} : { input: format });
    },
    async openShelf(path, access, folder) {
      const [{ openShelf }, { writeJsonl }, { dateOf }] = await Promise.all([
        import("../store/shelf.ts"),
        import("../record/jsonl.ts"),
        import("../record/when.ts"),
      ]);
      return openShelf(path, access, { write: (record) => writeJsonl(record).trimEnd(), dateOf }, folder);
    },
    async sentencesOf(text) {
      const { segment } = await import("../segment/segment.ts");
      return segment({ ...blank, text }).sentences;
    },
  };
}

const blank: Document = {
  id: "",
  url: null,
  title: null,
  byline: null,
  publisher: null,
  published: null,
  language: "en",
  text: "",
  sha256: "",
  kind: "other",
  extra: {},
};

function outputOf(stream: NodeJS.WriteStream): Output {
  // Without a listener an error event ends the process with a stack trace; the callback of write tells it anyway.
  stream.on("error", () => {});
  return {
    isTerminal: stream.isTTY === true,
    // Some terminals say 0 for a width that they don't know.
    columns: stream.columns || null,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
  };
}
