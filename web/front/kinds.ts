// A pasted text or a file's bytes → what it is and its letters, so that nothing is sent that cannot be read. Pure.
import { firstTag } from "../../src/document/first-tag.ts";

const PAGE_TAGS =
  /^(?:html|head|body|meta|link|title|style|script|base|article|main|section|header|nav|aside|div|p|h[1-6]|table|[uo]l|blockquote|figure)$/i;

/** The source of a web page or of a part of it, as one pastes it from "view source", whatever declarations and comments come first. */
export const isPage = (text: string): boolean =>
  PAGE_TAGS.test(firstTag(text.replace(/^\ufeff/, "")) ?? "") && /<\/[a-z]+[0-9]?\s*>/i.test(text);

/** The letters of a text or page by its mark, as UTF-8 where that fits, as the page says, or as most old files have them. */
export function lettersOf(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const marked = start.startsWith("\xff\xfe") ? "utf-16le" : start.startsWith("\xfe\xff") ? "utf-16be" : "utf-8";
  const named = /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,30})/i.exec(start)?.[1] ?? "windows-1252";
  for (const charset of [marked, named])
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // Another charset, or none that is known.
    }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** @param bytes the first some thousand of the file */
export function kindOf(bytes: Uint8Array, name: string): "text" | "html" | "pdf" | "binary" {
  const start = new TextDecoder("latin1").decode(bytes);
  if (start.startsWith("%PDF-")) return "pdf";
  // UTF-16 has zeros too, but says so by its first two bytes.
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(start);
  const strange = start.replace(/[^\x00-\x08\x0e-\x1a\x1c-\x1f]/g, "").length;
  if (!isWide && (start.includes("\0") || strange > start.length / 50)) return "binary";
  return /\.html?$/i.test(name) || isPage(start) ? "html" : "text";
}
