// `readout rescue`: a shelf, damaged or of another format → its articles as JSONL, which readout add takes.
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";

/** @returns 1 where some articles could not be read @throws ShelfError where none can */
export async function rescue(options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const path = options.db ?? defaultShelf;
  const { rescue: rescued } = await import("../store/rescue.ts");
  const count = { kept: 0, lost: 0 };
  for await (const each of rescued(path)) {
    if ("lost" in each) {
      count.lost += each.lost;
      continue;
    }
    const { id, url, title, publisher, published, language, text, extra } = each.document;
    count.kept++;
    // What the article says of itself is known, and what it does not stays open.
    const told = Object.entries({ url, title, publisher, published, language }).filter(([, value]) => value !== null && value !== "");
    await effects.out.write(`${JSON.stringify({ ...extra, id, ...Object.fromEntries(told), text })}\n`);
  }
  await effects.err.write(`${path}: ${count.kept} articles taken out, ${count.lost} could not be read\n`);
  return count.lost > 0 ? 1 : 0;
}
