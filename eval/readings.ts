// Texts → what the model reads in them, kept in .cache/eval: rules can then be tried again and again without the model.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { readDocument } from "../src/document/document.ts";
import type { Document } from "../src/document/types.ts";
import { segment } from "../src/segment/segment.ts";
import { openTagger } from "../src/tag/pool.ts";
import { modelHash } from "../src/tag/session.ts";
import { tag } from "../src/tag/tag.ts";
import type { Tagged } from "../src/tag/types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const model = join(root, "model");

/** A text to read; `published` as an ISO date, from which "yesterday" is told; `url` where its page was. */
export interface Text {
  readonly text: string;
  readonly published?: string | null;
  readonly url?: string | null;
}

/** The text with what is known of it, as whoever reads its page gives it. */
export const documentOf = ({ text, published, url }: Text, id = "eval"): Promise<Document> =>
  readDocument(text, "text", { id, language: "en", ...(published && { published }), ...(url && { url }) });

/** @param name of the set of texts; a file a set, written anew where the texts, the model, or the code up to the model's answers have changed */
export async function readings(name: string, texts: readonly Text[]): Promise<Tagged[]> {
  const key = createHash("sha256").update(await modelHash(model));
  for (const folder of ["document", "segment", "tag", "grammar"])
    for (const file of readdirSync(join(root, "src", folder)).sort()) {
      const code = readFileSync(join(root, "src", folder, file), "utf8");
      key.update(code);
      // What scores are made into is asked of some rules.
      for (const [, rules = ""] of code.matchAll(/from "\.\.\/rules\/([a-z-]+\.ts)"/g))
        key.update(readFileSync(join(root, "src", "rules", rules)));
    }
  key.update(JSON.stringify(texts));
  const folder = join(root, ".cache", "eval");
  const path = join(folder, `${name}.bin`);
  const own = key.digest();
  if (existsSync(path)) {
    const kept = readFileSync(path);
    if (kept.subarray(0, own.length).equals(own)) return deserialize(kept.subarray(own.length)) as Tagged[];
  }
  const tagger = await openTagger(model, 0);
  const out: Tagged[] = [];
  for (const text of texts) out.push(await tag(segment(await documentOf(text)), tagger));
  await tagger.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, Buffer.concat([own, serialize(out)]));
  return out;
}
