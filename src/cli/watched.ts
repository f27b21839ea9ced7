// What `readout watch` remembers from one round to the next, and from one run to the next: a small JSON file beside the shelf.
import type { Version } from "../document/fetch.ts";
import type { Effects } from "./effects.ts";

/** Of one feed. */
export interface Watched {
  /** What its server called it when it was last read to its end; left out, it is asked for as a whole. */
  readonly version: Version;
  /** Keys of its present entries that are done with: on the shelf, or not to be had. */
  readonly done: readonly string[];
  /** How often the others have failed. */
  readonly tries: Readonly<Record<string, number>>;
}

/** By the feed's address. */
export type Memory = Map<string, Watched>;

const format = 1;

export const memoryPath = (db: string): string => `${db}.watch.json`;

/** A file that is not there, or is not ours, is an empty memory, as is one whose shelf is gone: the shelf itself knows its articles. */
export async function recall(db: string, { readText, exists }: Pick<Effects, "readText" | "exists">): Promise<Memory> {
  if (!(await exists(db))) return new Map();
  try {
    const held = JSON.parse(await readText(memoryPath(db))) as { readonly format?: unknown; readonly feeds?: Record<string, Watched> };
    if (held.format !== format) return new Map();
    return new Map(Object.entries(held.feeds ?? {}).filter(([, { done, tries, version }]) => Array.isArray(done) && tries && version));
  } catch {
    return new Map();
  }
}

/** @throws an error with a code such as ENOSPC */
export const remember = (db: string, memory: Memory, { writeWhole }: Pick<Effects, "writeWhole">): Promise<void> =>
  writeWhole(memoryPath(db), `${JSON.stringify({ format, feeds: Object.fromEntries(memory) }, null, 1)}\n`);
