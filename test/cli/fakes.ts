// Effects for tests: what was written is kept, the reader answers after turns of the event loop that a test chooses.
import { readOwn } from "../../src/actors/own.ts";
import type { Effects, Output } from "../../src/cli/effects.ts";
import { main } from "../../src/cli/main.ts";
import type { Input } from "../../src/document/inputs.ts";
import type { Reader } from "../../src/read.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import type { MarkedPair, Sentence, TaggedSentence } from "../../src/tag/types.ts";
import { CASES } from "../record/cases.ts";

export interface Fake {
  readonly effects: Effects;
  readonly written: { out: string; err: string };
  readonly reader: { opened: number; closed: number; underWay: number; mostUnderWay: number };
  interrupt(): void;
}

interface Settings {
  readonly inputs?: Iterable<Input> | AsyncIterable<Input>;
  readonly stdin?: string | AsyncIterable<Uint8Array>;
  readonly terminal?: boolean;
  readonly errTerminal?: boolean;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly now?: () => number;
  /** Turns of the event loop until the document with this id is read; Infinity never ends. */
  readonly turns?: (id: string) => number;
  readonly readError?: (id: string) => Error | null;
  readonly openError?: Error;
  /** Texts by path, for --actors. */
  readonly files?: Record<string, string>;
  readonly relate?: Reader["relate"];
  /** Called by each write to standard output before it is kept. */
  readonly onWrite?: (text: string) => void | Promise<void>;
}

export const documentOf = (id: string, language = "en"): Input => ({
  input: `${id}.txt`,
  document: { ...CASES.empty!.document, id, language },
});

export const recordOf = (input: Input): ReadoutRecord => ({
  ...CASES.empty!,
  document: (input as { document: ReadoutRecord["document"] }).document,
});

export function fake(settings: Settings = {}): Fake {
  const written = { out: "", err: "" };
  const reader = { opened: 0, closed: 0, underWay: 0, mostUnderWay: 0 };
  const interrupt = new AbortController();
  const output = (name: "out" | "err", isTerminal: boolean): Output => ({
    isTerminal,
    columns: isTerminal ? (settings.columns ?? 80) : null,
    async write(text) {
      if (name === "out") await settings.onWrite?.(text);
      written[name] += text;
    },
  });
  const effects: Effects = {
    stdin: typeof settings.stdin === "object" ? settings.stdin : chunks(settings.stdin ?? ""),
    out: output("out", settings.terminal ?? false),
    err: output("err", settings.errTerminal ?? settings.terminal ?? false),
    env: settings.env ?? {},
    cores: 2,
    interrupt: interrupt.signal,
    now: settings.now ?? (() => 0),
    async openReader(options) {
      if (settings.openError) throw settings.openError;
      for (const file of options?.actors ?? []) readOwn(file, options?.onFault ?? (() => {}));
      reader.opened++;
      return readerOf(settings, reader);
    },
    async readText(path) {
      const text = settings.files?.[path];
      if (text === undefined) throw Object.assign(new Error(path), { code: path === "folder" ? "EISDIR" : "ENOENT" });
      return text;
    },
    async *readInputs() {
      yield* settings.inputs ?? [];
    },
    async openFeeds() {
      throw new Error("no feeds: test/cli/watch.test.ts has them");
    },
    async writeWhole() {},
    exists: async () => false,
    sleep: async () => {},
    async openShelf() {
      throw new Error("no shelf: test/store/ has them");
    },
    async temporaryFolder() {
      throw new Error("no folder: test/server/ has them");
    },
    async openBrowser() {
      return false;
    },
    async sentencesOf(text) {
      return [...text.matchAll(/[^.\s][^.]*\./g)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
    },
  };
  return { effects, written, reader, interrupt: () => interrupt.abort() };
}

export async function run(args: readonly string[], settings: Settings = {}) {
  const { effects, written, reader } = fake(settings);
  const code = await main(args, effects);
  return { code, reader, ...written };
}

export const turns = async (count: number): Promise<void> => {
  if (count === Infinity) await new Promise(() => {});
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

// Three bytes a chunk, so that letters and lines are cut in the middle.
async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
}

function readerOf(settings: Settings, count: Fake["reader"]): Reader {
  const relate = settings.relate ?? (async (pairs) => pairs.map(relationOf));
  return {
    engine: CASES.empty!.engine,
    async read(document, options) {
      count.mostUnderWay = Math.max(count.mostUnderWay, ++count.underWay);
      await turns(settings.turns?.(document.id) ?? 0);
      count.underWay--;
      const error = settings.readError?.(document.id);
      if (error) throw error;
      return { ...CASES.empty!, document: { ...document, extra: options?.date ? { date: options.date } : {} } };
    },
    why: async (document) => ({ record: { ...CASES.empty!, document }, read: { segmented: null as never, sentences: [] }, notes: [] }),
    relate,
    tagger: { tag: async (sentences) => sentences.map(tagged), relate, close: async () => {} },
    async close() {
      count.closed++;
    },
  };
}

export const relationOf = ({ text, actor }: MarkedPair) => ({
  type: "AID" as const,
  mode: text.slice(actor.start, actor.end),
  confidence: 0.5,
  scores: { AID: 0.5 } as never,
});

/** Words parted by blanks, and full stops; words with a capital are persons; each word hangs on the one before. */
function tagged(sentence: Sentence): TaggedSentence {
  const text = typeof sentence === "string" ? sentence : sentence.join(" ");
  const pattern = typeof sentence === "string" ? /[^\s.]+|\./g : /\S+/g;
  const tokens = [...text.matchAll(pattern)].map(({ 0: form, index }, at) => ({
    start: index,
    end: index + form.length,
    upos: form === "." ? "PUNCT" : "X",
    head: at - 1,
    deprel: at === 0 ? "root" : "dep",
  }));
  const entities = [...text.matchAll(/[A-Z]\w*( [A-Z]\w*)*/g)].map(({ 0: name, index }) => ({
    kind: "PER" as const,
    start: index,
    end: index + name.length,
  }));
  return { start: 0, end: text.length, tokens, entities, acts: [], attributions: [], voice: "reported", voiceConfidence: 1 };
}
