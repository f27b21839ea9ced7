// Bytes → frames, each a length in decimal bytes, a line feed, so many bytes and a line feed; and text → a frame.
import { UsageError } from "./errors.ts";

/** `bytes` are null for a frame of more than `most` bytes, which is read past and not held. */
export interface Frame {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const feed = 10;
const longestHead = 16;

/** @throws UsageError where the stream ends within a frame, or something else than a length begins one: no later frame could be told */
export async function* readFrames(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Frame> {
  const iterator = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let number = 0;

  async function more(): Promise<boolean> {
    const next = await iterator.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  }
  /** Bytes of a frame's head, without its line feed; null at the end of the stream. */
  async function head(): Promise<string | null> {
    for (;;) {
      const end = held.indexOf(feed);
      if (end >= 0 && end <= longestHead) {
        const text = Buffer.from(held.subarray(0, end)).toString("latin1").replace(/\r$/, "");
        held = held.subarray(end + 1);
        return text;
      }
      if (held.length > longestHead) throw broken("does not begin with its length");
      if (!(await more())) {
        if (held.length === 0) return null;
        throw broken("is cut off");
      }
    }
  }
  /** @param keep false where they are only to be passed over */
  async function take(size: number, keep: boolean): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (let left = size; left > 0; ) {
      if (held.length === 0 && !(await more())) throw broken("is cut off");
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      if (keep) parts.push(part);
    }
    return keep ? Buffer.concat(parts) : null;
  }
  const broken = (what: string): UsageError =>
    new UsageError(`frame ${number}`, `${what}: write the number of bytes, a line feed, the bytes and a line feed`);

  try {
    for (;;) {
      number++;
      const length = await head();
      if (length === null) return;
      if (!/^\d{1,12}$/.test(length)) throw broken("does not begin with its length");
      const size = Number(length);
      const bytes = await take(size, size <= most);
      const [end] = (await take(1, true))!;
      if (end !== feed) throw broken("is longer than its length says");
      yield { number, bytes };
    }
  } finally {
    iterator.return?.()?.catch(() => {});
  }
}

/** Takes JSON, whose lone surrogates are escaped: its UTF-8 is its own. */
export const frameOf = (json: string): string => `${Buffer.byteLength(json)}\n${json}\n`;
