// Bytes of a web archive → its records, each whole or named as broken; after a broken one the next is searched for. Holds one at a time.
import type { gap as Gap } from "./members.ts";

/** `bytes` are null for a record that was not asked for; `broken` tells what is wrong. Numbered from 1. */
export type ArchiveRecord = { readonly number: number } & ({ readonly bytes: Uint8Array | null } | { readonly broken: string });

const longestHead = 64_000;
const end = "\r\n\r\n";

/**
 * @param source with a gap in place of missing bytes
 * @param wanted by the record's own header and the length of its block, so that others need not be held
 * Source: ISO 28500, WARC 1.1, sections 4 and 5.
 */
export async function* recordsOf(
  source: AsyncIterable<Uint8Array | typeof Gap>,
  wanted: (head: string, length: number) => boolean,
): AsyncGenerator<ArchiveRecord> {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let parts: Uint8Array[] = [];
  let size = 0;
  let cut: "gap" | "end" | null = null;
  let number = 0;

  /** False where so many bytes do not come before a gap or the end. */
  async function fill(least: number): Promise<boolean> {
    while (size < least && cut === null) {
      const next = await iterator.next();
      if (next.done) cut = "end";
      else if (typeof next.value === "symbol") cut = "gap";
      else {
        parts.push(next.value);
        size += next.value.length;
      }
    }
    if (parts.length > 0) held = held.length === 0 && parts.length === 1 ? Buffer.from(parts[0]!) : Buffer.concat([held, ...parts]);
    parts = [];
    return held.length >= least;
  }
  const drop = (count: number): void => {
    held = held.subarray(count);
    size = held.length;
  };
  /** Drops bytes up to what looks like the next record, or all up to a gap, which is then part of the same fault. */
  async function search(from: number): Promise<void> {
    for (let at = from; ; ) {
      const found = held.indexOf(`${end}WARC/1.`, at, "latin1");
      if (found >= 0) return drop(found + end.length);
      drop(Math.max(0, held.length - end.length - 7));
      at = 0;
      if (await fill(size + 1)) continue;
      if (cut === "gap") cut = null;
      return drop(held.length);
    }
  }
  /** Drops the line ends between records. */
  async function toNext(): Promise<boolean> {
    while (await fill(1)) {
      let at = 0;
      while (held[at] === 13 || held[at] === 10) at++;
      drop(at);
      if (size > 0) return true;
    }
    return false;
  }

  try {
    for (;;) {
      if (!(await toNext())) {
        if (cut === "end") return;
        // A gap before the first byte of a record: one or more are lost.
        cut = null;
        yield { number: ++number, broken: "cannot be unpacked" };
        continue;
      }
      number++;
      let headEnd = held.indexOf(end, 0, "latin1");
      while (headEnd < 0 && held.length < longestHead && (await fill(size + 1))) headEnd = held.indexOf(end, 0, "latin1");
      const head = headEnd < 0 ? "" : held.subarray(0, headEnd).toString("latin1");
      const length = /^content-length:\s*(\d{1,15})\s*$/im.exec(head)?.[1];
      if (!/^WARC\/1\.\d\r\n/.test(head) || length === undefined) {
        const torn = headEnd < 0 && cut !== null;
        yield { number, broken: torn ? "ends before its header does" : "has a header that cannot be read" };
        if (torn) {
          drop(held.length);
          if (cut === "gap") cut = null;
        } else await search(headEnd < 0 ? 1 : headEnd);
        continue;
      }
      const blockEnd = headEnd + end.length + Number(length);
      if (wanted(head, Number(length))) {
        if (!(await fill(blockEnd))) {
          yield { number, broken: "ends before its length" };
          // With a false length the records after it stand within.
          if (cut === "end") await search(headEnd);
          else {
            drop(held.length);
            cut = null;
          }
          continue;
        }
        await fill(blockEnd + end.length);
        if (held.subarray(blockEnd, blockEnd + end.length).toString("latin1") === end || held.length === blockEnd) {
          yield { number, bytes: held.subarray(0, blockEnd) };
          drop(Math.min(held.length, blockEnd + end.length));
        } else {
          yield { number, broken: "does not end where its length says" };
          await search(headEnd);
        }
        continue;
      }
      let left = blockEnd;
      while (left > 0 && (await fill(1))) {
        const step = Math.min(left, size);
        drop(step);
        left -= step;
      }
      if (left === 0) yield { number, bytes: null };
      else {
        yield { number, broken: "ends before its length" };
        if (cut === "gap") cut = null;
      }
    }
  } finally {
    await iterator.return?.();
  }
}
