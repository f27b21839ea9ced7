// Streams of bytes → unpacked bytes, whole contents up to a limit, or lines. Never holds more than the limit.
import { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import type { Bytes } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";

/** @throws UnreadableError while reading, where the packed bytes are broken */
export async function* unpack(bytes: Bytes, how: "gzip" | "br" | "zstd"): Bytes {
  if (how === "zstd") return yield* unpackZstd(bytes);
  const source = Readable.from(bytes);
  const unpacked = source.pipe(how === "gzip" ? createGunzip() : createBrotliDecompress());
  source.on("error", (error) => unpacked.destroy(error));
  try {
    yield* unpacked as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new UnreadableError("is not a whole gzip file: pack it again, or give it unpacked");
    }
    throw error;
  } finally {
    source.destroy();
  }
}

// So small that no piece, however well packed, unpacks to more than memory holds.
const zstdPiece = 4096;

/** Megabytes that what is unpacked may refer back over: zstd's own limit where none is given. */
const largestWindow = 128;
/** The library copies the whole window for each block, so a file of tiny blocks is refused when so many bytes were copied, and so many times what came out. */
const mostCopied = { bytes: 2e10, times: 1000 };

async function* unpackZstd(bytes: Bytes): Bytes {
  const blocks: Uint8Array[] = [];
  let out = 0;
  let copied = 0;
  // The frame that is being read, with its window in bytes: the library keeps it to itself.
  const decompress = new Decompress((block) => {
    out += block.length;
    copied += windowOf();
    if (windowOf() > largestWindow * 1e6 * 1.05)
      throw new UnreadableError(
        `is packed with a window of ${megabytes(windowOf())}, more than ${largestWindow} MB: pack it again without --long`,
      );
    if (copied > mostCopied.bytes && copied > mostCopied.times * out)
      throw new UnreadableError("is packed in pieces so small that it takes hours to unpack: pack it again");
    blocks.push(block);
  });
  const windowOf = (): number => (decompress as unknown as { readonly s?: { readonly e?: number } }).s?.e ?? 0;
  const push = (part: Uint8Array, last: boolean): void => {
    try {
      decompress.push(part, last);
    } catch (error) {
      if (error instanceof UnreadableError) throw error;
      // It meets broken headers with errors of all kinds.
      throw new UnreadableError("is not a whole zst file: pack it again, or give it unpacked");
    }
  };
  for await (const part of bytes)
    for (let at = 0; at < part.length; at += zstdPiece) {
      let failed: unknown = null;
      try {
        // A copy, since the decompressor keeps pieces of blocks that are not whole yet.
        push(Uint8Array.from(part.subarray(at, at + zstdPiece)), false);
      } catch (error) {
        failed = error;
      }
      // What came before the fault comes out, in whatever pieces the bytes came in.
      while (blocks.length > 0) yield blocks.shift()!;
      if (failed !== null) throw failed;
    }
  push(new Uint8Array(0), true);
  yield* blocks;
}

/** @throws UnreadableError as soon as more than `limit` bytes have come */
export async function whole(bytes: Bytes, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > limit)
      throw new UnreadableError(`is more than ${megabytes(limit)}, too large for one article: save the article alone, or cut it`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * The stream again, with its first bytes (up to `size`, fewer where it is shorter) to look at.
 * @param enough of fewer bytes, whether they tell all: then no more are waited for
 */
export async function peek(
  bytes: Bytes,
  size: number,
  enough: (head: Uint8Array) => boolean = () => false,
): Promise<{ readonly head: Uint8Array; readonly bytes: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let seen = 0;
  while (seen < size && !(seen > 0 && enough(Buffer.concat(parts)))) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    seen += next.value.length;
  }
  async function* again(): Bytes {
    yield* parts;
    try {
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  // Not what else came in the same piece: the same file is the same input, however its bytes come.
  return { head: Buffer.concat(parts).subarray(0, size), bytes: again() };
}

/** Lines without their ends, numbered from 1; null for a line of more than `limit` bytes. */
export async function* linesOf(bytes: Bytes, limit: number): AsyncGenerator<{ readonly number: number; readonly line: Uint8Array | null }> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = (): Uint8Array | null => {
    const line = size > limit ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      size += end - start;
      if (size <= limit) parts.push(chunk.subarray(start, end));
      yield { number: number++, line: take() };
      start = end + 1;
    }
    size += chunk.length - start;
    if (size <= limit) parts.push(chunk.slice(start));
    else parts = [];
  }
  if (size > 0) yield { number, line: take() };
}

/** UTF-16 by its byte order mark becomes UTF-8, since lines are cut at byte 10, which UTF-16 puts within characters. */
export async function asUtf8(bytes: Bytes): Promise<Bytes> {
  const { head, bytes: all } = await peek(bytes, 2);
  const charset = head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
  if (charset === null) return all;
  return (async function* () {
    const decoder = new TextDecoder(charset);
    for await (const part of all) yield Buffer.from(decoder.decode(part, { stream: true }));
    yield Buffer.from(decoder.decode());
  })();
}
