// An article's text → its MinHash over shingles of five words, and how much of the shorter of two texts stands in the other.
// Source: Broder 1997, On the resemblance and containment of documents.
import type { Sketch } from "./types.ts";

const shingle = 5;
const hashes = 64;
/** Copies leave out paragraphs and write a headline of their own; two reports of one event in words of their own share next to nothing. */
const copied = 0.6;

/** Odd multipliers and addends of the 64 hash functions, always the same. */
const FUNCTIONS = Array.from({ length: hashes }, (_, n) => [mixed(2 * n + 1) | 1, mixed(2 * n + 2)] as const);

function mixed(n: number): number {
  let x = Math.imul(n ^ (n >>> 16), 0x85ebca6b) + 0x9e3779b9;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

export function sketchOf(text: string): Sketch {
  const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => hashOf(word));
  const found = new Set<number>();
  for (let at = 0; at + shingle <= words.length; at++) {
    let hash = 0;
    for (let n = 0; n < shingle; n++) hash = mixed(Math.imul(hash, 31) + words[at + n]!);
    found.add(hash);
  }
  if (found.size === 0) return { shingles: 0, minima: [] };
  const minima = FUNCTIONS.map(([times, plus]) => {
    let least = 0x7fffffff;
    for (const hash of found) {
      const value = Math.imul(hash, times) + plus;
      const turned = value ^ (value >>> 15);
      if (turned < least) least = turned;
    }
    return least;
  });
  return { shingles: found.size, minima };
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

export function shared(a: Sketch, b: Sketch): number {
  if (a.shingles === 0 || b.shingles === 0) return 0;
  const alike = a.minima.filter((least, at) => least === b.minima[at]).length / hashes;
  // Of |A ∪ B| = (|A| + |B|) / (1 + J) shingles both have J · |A ∪ B|.
  const both = (alike * (a.shingles + b.shingles)) / (1 + alike);
  return Math.min(1, both / Math.min(a.shingles, b.shingles));
}

export const isCopy = (share: number): boolean => share >= copied;
