// The name of an input, its first bytes, or its content type → what it holds.

import { basename } from "node:path";
import type { DocumentFormat } from "./document.ts";
import { firstTag } from "./first-tag.ts";

export type InputFormat = DocumentFormat | "jsonl" | "feed" | "warc" | "csv" | "parquet";

/** null: the content must tell. */
const extensions: Readonly<Record<string, InputFormat | null>> = {
  ".txt": "text",
  ".md": "text",
  ".html": "html",
  ".htm": "html",
  ".pdf": "pdf",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".csv": "csv",
  ".tsv": "csv",
  ".parquet": "parquet",
  ".warc": "warc",
  ".rss": "feed",
  ".atom": "feed",
  ".opml": "feed",
  ".xml": null,
};

/** For people. */
export const knownExtensions = `${Object.keys(extensions).join(", ")}, each also .gz or .zst`;

export type Packing = "gzip" | "zstd";

export function packingOf(path: string): Packing | null {
  return /\.gz$/i.test(path) ? "gzip" : /\.zst$/i.test(path) ? "zstd" : null;
}

const unpackedName = (path: string): string => path.replace(/\.(gz|zst)$/i, "");

/** @returns undefined for an extension that tells nothing, null for one that leaves it to the content */
export function formatOf(path: string): InputFormat | null | undefined {
  const extension = /\.[^./\\]+$/.exec(unpackedName(path))?.[0].toLowerCase() ?? "";
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

/** "wire/talks.html.gz" → "talks" */
export function nameOf(path: string): string {
  const name = unpackedName(basename(path));
  const dot = name.lastIndexOf(".");
  return dot > 0 && dot < name.length - 1 ? name.slice(0, dot) : name;
}

/** For content that has no name to tell by. */
export function sniff(head: Uint8Array): InputFormat {
  const bytes = Buffer.from(head);
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  const start = bytes.toString("latin1").replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, "");
  if (start.startsWith("%PDF-")) return "pdf";
  if (/^WARC\/\d/.test(start)) return "warc";
  if (isFeed(start)) return "feed";
  if (/^\{\s*"/.test(start)) return "jsonl";
  return /^<(!doctype|html|head|body|meta|article|div|p|h1|!--|\?xml)\b/i.test(start) || /^<!--/.test(start) ? "html" : "text";
}

/** True for a beginning that can be nothing but JSONL: its first line is an object, and no feed. */
export function isJsonLine(head: Uint8Array): boolean {
  const end = head.indexOf(10);
  if (end < 0) return false;
  const line = Buffer.from(head.subarray(0, end)).toString("utf8");
  if (!/^\s*\{/.test(line) || isFeed(line.trimStart())) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function isFeed(start: string): boolean {
  if (start.startsWith("{")) return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(start);
  const tag = firstTag(start)?.toLowerCase();
  return tag !== undefined && /^(?:rss|feed|opml|(?:[\w-]+:)?rdf|atom:feed)$/.test(tag);
}

/** What a page that a server sent is: its type counts, but where the type is vague or a feed may be behind it, so do its first bytes. */
export function sentFormat(type: string, head: Uint8Array): InputFormat | null {
  if (type === "application/pdf") return "pdf";
  if (/\b(rss|atom|opml)\b|feed\+json/.test(type)) return "feed";
  const seen = sniff(head);
  if (seen === "feed") return "feed";
  if (/html|xml/.test(type)) return "html";
  if (type === "text/plain") return "text";
  return type === "" || type === "application/octet-stream" ? seen : null;
}
