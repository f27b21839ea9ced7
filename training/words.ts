// JSONL strings on standard input → JSONL arrays of [start, end] word offsets: the program's own word rules, for the trainer.
import { createInterface } from "node:readline";
import { words } from "../src/tag/words.ts";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(words(JSON.parse(line)).map(({ start, end }) => [start, end]))}\n`);
}
