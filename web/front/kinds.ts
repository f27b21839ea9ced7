// A pasted text or the beginning of a file → what it is, so that nothing is sent that cannot be read. Pure.

/** The source of a web page, as one pastes it from "view source". */
export const isPage = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body|<article|<main|<section|<div|<p|<h1)\b[^>]*>/i.test(text) && /<\/[a-z]+[0-9]?\s*>/i.test(text);

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
