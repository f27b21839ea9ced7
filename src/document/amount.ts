// Names of files and folders → their bytes in all, and how many of them are read: what a long run's estimate rests on.
import { join } from "node:path";
import type { Bytes, Effects } from "./effects.ts";

/** Filled in while inputs are read. */
export interface Amount {
  /** Bytes; null while they are not known: not counted yet, or standard input or an address is among the inputs. */
  total: number | null;
  read: number;
}

/** The same effects, whose bytes are counted as they are used. */
export function counted(effects: Effects, amount: Amount): Effects {
  async function* tapped(bytes: Bytes): Bytes {
    for await (const chunk of bytes) {
      yield chunk;
      amount.read += chunk.length;
    }
  }
  return { ...effects, open: (path) => tapped(effects.open(path)) };
}

const deepest = 32;

/** @returns bytes, or null where they cannot be told; never throws */
export async function totalOf(names: readonly string[], { stat, readdir }: Pick<Effects, "stat" | "readdir">): Promise<number | null> {
  const sizeOf = async (path: string, depth: number): Promise<number> => {
    const { kind, size } = await stat(path);
    if (kind !== "folder") return size;
    if (depth > deepest) return 0;
    let sum = 0;
    for (const name of await readdir(path)) if (!name.startsWith(".")) sum += await sizeOf(join(path, name), depth + 1).catch(() => 0);
    return sum;
  };
  if (names.some((name) => name === "-" || /^[a-z][a-z0-9+.-]+:\/\//i.test(name))) return null;
  const sizes = await Promise.all(names.map((name) => sizeOf(name, 0).catch(() => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
