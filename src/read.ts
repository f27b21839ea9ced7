// The reader that is loaded once and used many times: the parts of the path (src/path.ts), opened from files.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadDictionary } from "./actors/load.ts";
import { withFiles } from "./actors/own.ts";
import type { ActorFile, Fault } from "./actors/own-types.ts";
import { readDocument } from "./document/document.ts";
import type { Known } from "./document/types.ts";
import { askedPathOf, type Parts, pathOf, type Read, type Reading } from "./path.ts";
import { type Gazetteer, gazetteerOf } from "./places/gazetteer.ts";
import type { Engine, ReadoutRecord } from "./record/types.ts";
import { openTagger } from "./tag/pool.ts";
import { modelHash } from "./tag/session.ts";
import type { MarkedPair, Relation, Tagger } from "./tag/types.ts";
import { within } from "./within.ts";

export interface ReaderOptions {
  /** Folder of the model; by default the one that comes with the program. */
  readonly model?: string;
  /** Worker threads; by default one a core. 0 reads in the calling thread. */
  readonly threads?: number;
  /** Dictionaries of your own, as docs/actors.md tells; what they say wins over ours, the first over the later ones. */
  readonly actors?: readonly ActorFile[];
  /** Told of each line of `actors` that is left out, and why. */
  readonly onFault?: (fault: Fault) => void;
}

export interface Reader {
  readonly engine: Engine;
  readonly tagger: Tagger;
  readonly read: Read;
  /** An article's record with what led to it, for `readout why`. Opens the model anew in this thread, at the first call. */
  why(...given: Parameters<Read>): Promise<Reading>;
  /** What the first marked mention does to the second in each sentence. */
  relate(pairs: readonly MarkedPair[]): Promise<Relation[]>;
  /** Ends the worker threads. */
  close(): Promise<void>;
}

/**
 * Seconds of work: thirty times what all rules take for an ordinary sentence, since long ones take more and the work of other threads counts too, and for
 * little ones what loading what they need may take. Of a long document every few sentences have a limit of their own.
 */
const limitOf = (sentences: number): number => 5 + 0.1 * sentences;

let gazetteer: Gazetteer | null = null;
/** Read at the first place that is named: most articles of a cold start name few, and the file has tens of thousands. */
const places = (): Gazetteer => (gazetteer ??= gazetteerOf(readFileSync(home("../dist/places.tsv"))));

const home = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** @throws ModelError where the model is missing or does not match its manifest */
export async function openReader({
  model = home("../model"),
  threads,
  actors: own = [],
  onFault = () => {},
}: ReaderOptions = {}): Promise<Reader> {
  const { version } = JSON.parse(readFileSync(home("../package.json"), "utf8")) as { version: string };
  const engine: Engine = { version, model: await modelHash(model) };
  const tagger = await openTagger(model, threads);
  const dictionary = withFiles(loadDictionary(), own, onFault);
  const parts: Omit<Parts, "tagger"> = { engine, dictionary, places, within: (sentences, work) => within(limitOf(sentences), work) };
  let asking: Promise<ReturnType<typeof askedPathOf>> | null = null;
  const openAsking = async () => askedPathOf({ ...parts, tagger: await openTagger(model, 0, true) });
  return {
    engine,
    tagger,
    async why(...given) {
      asking ??= openAsking();
      return (await asking)(...given);
    },
    read: pathOf({ ...parts, tagger }),
    relate: (pairs) => tagger.relate(pairs),
    close: () => tagger.close(),
  };
}

let common: Promise<Reader> | null = null;

/**
 * One article's text to its record, by a reader that is loaded at the first call and kept. Its worker threads do not keep a program from ending.
 * @throws ModelError where the model is missing or does not match its manifest
 */
export async function read(text: string, known: Known = {}): Promise<ReadoutRecord> {
  common ??= openReader();
  const reader = await common;
  return reader.read(await readDocument(text, "text", known));
}
