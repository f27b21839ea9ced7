// PDFs that a broken program or an attacker would write, made here: each small, each too much for a reader that trusts it.
import { deflateSync } from "node:zlib";

/** 83 bytes after which pdf.js rejects a promise that nobody can catch. Found by mutation. */
export const stray = Buffer.from("\n1 0 obj<</Pages 2 0R>2 0 obj<</Kids[4 8 0R]/Count 3>>8 0 obj\xb3\ntrailer<<e/Root 1 0R", "latin1");

/** A page whose content is `unit` so many times over, packed as often as given. */
export function pageOf(unit: string, times: number, packed = 1): Buffer {
  let content: Buffer = Buffer.from(unit.repeat(times));
  for (let i = 0; i < packed; i++) content = deflateSync(content, { level: 9 });
  const filters = "/FlateDecode".repeat(packed);
  const head = [
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
    "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n",
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>\nendobj\n",
    "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n",
    `4 0 obj\n<</Length ${content.length}/Filter[${filters}]>>stream\n`,
  ].join("");
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")]);
}
