// Bytes → text: by byte order mark, else UTF-8 where valid, else what the sender or the page declares, else windows-1252.
import { createRequire } from "node:module";
import type * as sniffer from "encoding-sniffer";
import { UnreadableError } from "./failure.ts";

/** What sniffs encodings is loaded by the first text that needs it: its tables take as long to load as everything else that reads a text. */
const require = createRequire(import.meta.url);

/**
 * @param declared the charset that came with the bytes, as in an HTTP header
 * @throws UnreadableError for bytes that are no text
 */
export function decodeBytes(bytes: Uint8Array, declared?: string): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  refuseBinary(bytes);
  try {
    // Hardly any text in another charset is valid UTF-8, while many pages in UTF-8 declare another.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const { decodeBuffer } = require("encoding-sniffer") as typeof sniffer;
    return decodeBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      defaultEncoding: "windows-1252",
      // "UTF-8" has just been seen to be wrong.
      ...(declared && !/^utf-?8$/i.test(declared) && { transportLayerEncodingLabel: declared }),
    });
  }
}

/** @throws UnreadableError for the beginning of what is no text */
export function refuseBinary(head: Uint8Array): void {
  if (utf16Of(head) === null && isBinary(head))
    throw new UnreadableError("holds binary data, not text: give a text, HTML, PDF or JSONL file");
}

/** By its mark, or by Latin letters with a zero byte on every other place. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 1000) & ~1;
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  if (seen < 8) return null;
  if (zeros[0] === 0 && zeros[1]! > seen * 0.3) return "utf-16le";
  return zeros[1] === 0 && zeros[0]! > seen * 0.3 ? "utf-16be" : null;
}

const signatures = [
  "PK\x03\x04",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "\x7fELF",
  "\x1f\x8b",
  "MZ\x90",
  "%PDF-",
  "\xd0\xcf\x11\xe0",
  "BZh",
  "Rar!",
  "7z\xbc\xaf",
];

// A stray NUL or two is no reason to refuse a text; one control character in ten is.
function isBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (signatures.some((signature) => head.startsWith(signature.slice(0, 4)))) return true;
  const seen = Math.min(bytes.length, 4000);
  let controls = 0;
  for (let i = 0; i < seen; i++) if (bytes[i]! < 9 || (bytes[i]! > 13 && bytes[i]! < 32 && bytes[i] !== 27)) controls++;
  return controls > 3 && controls > seen / 10;
}

/** Undoes UTF-8 that was once taken for Latin-1 and encoded again ("â\x80\x99" → "’"); text without that mistake is returned as it is. */
export function mendDoubleEncoding(text: string): string {
  // Latin-1's control characters are in no true text, so their presence within such a run gives the mistake away.
  if (!/[\xc2-\xf4][\x80-\x9f]/.test(text)) return text;
  const run = /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+/g;
  return text.replace(run, (wrong) => Buffer.from(wrong, "latin1").toString("utf8"));
}
