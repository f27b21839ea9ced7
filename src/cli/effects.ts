// Everything that the commands touch outside themselves, as one parameter: tests pass fakes, bin/readout the process.
import { availableParallelism } from "node:os";
import type { Input, InputFormat } from "../document/inputs.ts";
import type { Document } from "../document/types.ts";
import type { Reader } from "../read.ts";
import type { Span } from "../span.ts";

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
  openReader(): Promise<Reader>;
  /** Documents and failures in the order of `names`; `format` is null where it is to be told from name and content. */
  readInputs(names: readonly string[], format: InputFormat | null): AsyncIterable<Input>;
  /** The places of a text's sentences. */
  sentencesOf(text: string): Promise<readonly Span[]>;
}

/** The real ones. Heavy modules are loaded by the first call that needs them. */
export function processEffects(): Effects {
  const interrupt = new AbortController();
  process.on("SIGINT", () => {
    // A second Ctrl-C does not wait for anything.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });
  return {
    stdin: process.stdin,
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    env: process.env,
    cores: availableParallelism(),
    interrupt: interrupt.signal,
    now: () => performance.now(),
    async openReader() {
      const { openReader } = await import("../read.ts");
      return openReader();
    },
    async *readInputs(names, format) {
      const { readInputs } = await import("../document/inputs.ts");
      yield* readInputs(names, format === null ? {} : { input: format });
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
