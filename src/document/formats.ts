// The name of an input, its first bytes, or its content type → what it holds.
import { basename } from "node:path";
import type { DocumentFormat } from "./document.ts";

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
export const nameOf = (path: string): string => unpackedName(basename(path)).replace(/(?<=.)\.[^.]+$/, "");

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

function isFeed(start: string): boolean {
  if (start.startsWith("{")) return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(start);
  // The first tag that is neither a declaration nor a comment.
  const tag = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>|\s)*<([\w:-]+)/i.exec(start)?.[1]?.toLowerCase();
  return tag !== undefined && /^(rss|feed|opml|([\w-]+:)?rdf|atom:feed)$/.test(tag);
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
