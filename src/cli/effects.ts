// Everything that the commands touch outside themselves, as one parameter: tests pass fakes, bin/readout the process.
import { rmSync, writeSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Effects as InputEffects } from "../document/effects.ts";
import type { FeedReader } from "../document/feeds.ts";
import type { Input, InputFormat, InputOptions } from "../document/inputs.ts";
import type { Document } from "../document/types.ts";
import type { Reader, ReaderOptions } from "../read.ts";
import type { Span } from "../span.ts";
import type { Shelf } from "../store/types.ts";
import { atWork } from "./at-work.ts";
import { failureLine, fallOf, isShelfError, stopOf } from "./errors.ts";

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
  /** After Ctrl-C, when all that was opened is closed or is waited for no longer, these words are the last on standard error; "" tells nothing. */
  atInterrupt?(tell: () => string): void;
  /** True where something fell that nobody caught, and was told. */
  fallen?(): boolean;
  /** Milliseconds. */
  now(): number;
  openReader(options?: ReaderOptions): Promise<Reader>;
  /** A file as UTF-8, with U+FFFD for what is none. @throws an error with a code such as ENOENT */
  readText(path: string): Promise<string>;
  /** Documents and failures in the order of `names`; `format` is null where it is to be told from name and content. */
  readInputs(names: readonly string[], format: InputFormat | null, options?: Omit<InputOptions, "input">): AsyncIterable<Input>;
  /** @param allowPrivate true where addresses within a private network may be fetched, too */
  openFeeds(allowPrivate: boolean): Promise<FeedReader>;
  /** Writes a file as a whole or not at all. @throws an error with a code such as ENOSPC */
  writeWhole(path: string, text: string): Promise<void>;
  /** True where there is a file or folder of that name. */
  exists(path: string): Promise<boolean>;
  sleep(milliseconds: number): Promise<void>;
  /** @param folder the one that the shelf may write files to; by default none @throws ShelfError where the file cannot be used */
  openShelf(path: string, access: "read" | "write", folder?: string): Promise<Shelf>;
  /** The places of a text's sentences. */
  sentencesOf(text: string): Promise<readonly Span[]>;
  /** A new folder that is gone when the process has ended. */
  temporaryFolder(): Promise<string>;
  /** @returns false where there is no browser to show the address in */
  openBrowser(url: string): Promise<boolean>;
}

/** Milliseconds from Ctrl-C to the end, where work under way does not end sooner. */
const mostWait = 5000;

/** The real ones. Heavy modules are loaded by the first call that needs them. */
export function processEffects(): Effects {
  const interrupt = new AbortController();
  let lastWords: (() => string) | null = null;
  process.on("SIGINT", () => {
    // A second Ctrl-C, or a document that takes long, is not waited for: the process ends as one that never listened.
    const endNow = () => {
      process.removeAllListeners("SIGINT");
      const words = lastWords?.() ?? "";
      try {
        if (words !== "") writeSync(2, words);
      } catch {
        // Nobody reads it.
      }
      process.kill(process.pid, "SIGINT");
    };
    if (interrupt.signal.aborted) return endNow();
    interrupt.abort();
    setTimeout(endNow, mostWait).unref();
  });
  // What a part of the program let fall costs the input that it fell from, not the others.
  let fallen = false;
  process.on("unhandledRejection", (error) => {
    fallen = true;
    process.stderr.write(failureLine(...fallOf(error, atWork())));
  });
  // The last net: whatever nobody caught is still one line.
  process.on("uncaughtException", (error) => {
    process.stderr.write(failureLine(...stopOf(error)), () => process.exit(1));
  });
  return {
    stdin: process.stdin,
    fallen: () => fallen,
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    // In a container USER may be missing where the system knows the name.
    env: { USER: userName(), ...process.env },
    cores: availableParallelism(),
    interrupt: interrupt.signal,
    atInterrupt(tell) {
      lastWords = tell;
    },
    now: () => performance.now(),
    async openReader(options) {
      const { openReader } = await import("../read.ts");
      return openReader(options);
    },
    readText: (path) => readFile(path, "utf8"),
    async *readInputs(names, format, options = {}) {
      const [{ readInputs }, effects] = await Promise.all([import("../document/inputs.ts"), inputEffects()]);
      yield* readInputs(names, { ...options, ...(format !== null && { input: format }) }, effects);
    },
    async openFeeds(allowPrivate) {
      const [{ feedReader }, effects] = await Promise.all([import("../document/feeds.ts"), inputEffects()]);
      return feedReader(effects, allowPrivate);
    },
    async writeWhole(path, text) {
      const made = `${path}.new-${process.pid}`;
      try {
        await writeFile(made, text);
        await rename(made, path);
      } finally {
        await rm(made, { force: true });
      }
    },
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    async openShelf(path, access, folder) {
      const { openShelfHere, ownersOnly } = await import("./shelf-here.ts");
      if (access === "write") ownersOnly();
      return openShelfHere(path, access, folder);
    },
    async sentencesOf(text) {
      const { segment } = await import("../segment/segment.ts");
      return segment({ ...blank, text }).sentences;
    },
    async temporaryFolder() {
      const folder = await mkdtemp(join(tmpdir(), "readout-"));
      process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
      return folder;
    },
    async openBrowser(url) {
      const { openBrowser } = await import("./browser.ts");
      return openBrowser(url);
    },
  };
}

/** Node's, and DuckDB's for Parquet: document/ knows no database. */
async function inputEffects(): Promise<InputEffects> {
  const [{ nodeEffects }, { UnreadableError }] = await Promise.all([import("../document/effects.ts"), import("../document/failure.ts")]);
  return {
    ...nodeEffects,
    async *parquetRows(path) {
      const { parquetRows } = await import("../store/parquet.ts");
      try {
        yield* parquetRows(path);
      } catch (error) {
        throw isShelfError(error) ? new UnreadableError(error.message) : error;
      }
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

function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list.
    return undefined;
  }
}
