// A model folder in, both questions answered in this thread out; each model is opened when it is first asked.
import { readerOf } from "./reader.ts";
import { relaterOf } from "./relater.ts";
import { openModel, openRelater } from "./session.ts";
import type { MarkedPair, Relation, Sentence, TaggedSentence } from "./types.ts";

/** What to do with one job; answers stand in the order of the job's questions. */
export interface Crew {
  tag(part: readonly Sentence[]): Promise<readonly TaggedSentence[]>;
  relate(part: readonly MarkedPair[]): Promise<readonly Relation[]>;
}

/** Both questions @throws ModelError, when asked, where the folder holds no model that matches its manifest */
export function crewOf(model: string, asked = false): Crew {
  const tag = once(async () => readerOf(await openModel(model), asked));
  const relate = once(async () => relaterOf(await openRelater(model)));
  return { tag: async (part) => (await tag())(part), relate: async (part) => (await relate())(part) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
