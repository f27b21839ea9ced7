// What reading inputs needs of the outside world, and how Node gives it. Tests pass fakes of the same shape.

import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { get } from "./get.ts";
import type { TableRow } from "./types.ts";

export type Bytes = AsyncIterable<Uint8Array>;

export interface Asked {
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  /** True where addresses within a private network may be reached, too. */
  readonly allowPrivate: boolean;
}

export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Bytes;
}

export interface Effects {
  /** @returns links followed; `place` is the same for all names of one file or folder. @throws an error with a Node `code` such as ENOENT */
  stat(path: string): Promise<{ readonly kind: "file" | "folder" | "other"; readonly size: number; readonly place: string }>;
  /** Names in a folder, in any order. */
  readdir(path: string): Promise<readonly string[]>;
  open(path: string): Bytes;
  stdin(): Bytes;
  /** One GET without following redirects; must refuse addresses that are not public, unless asked otherwise. */
  get(url: URL, asked: Asked): Promise<Answer>;
  /** Rows of a Parquet file in their order. Where it is left out, none can be read. */
  parquetRows?(path: string): AsyncIterable<TableRow>;
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const nodeEffects: Effects = {
  async stat(path) {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    return { kind, size: found.size, place: `${found.dev}:${found.ino}` };
  },
  readdir: (path) => readdir(path),
  open: (path) => createReadStream(path, { highWaterMark: 1 << 20 }),
  stdin: () => process.stdin,
  get,
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
