// npm run bench:growth [SIZE…]: documents of 1,000, 10,000 and 100,000 sentences → processor seconds, bytes of the record and peak memory of each, as the table in docs/reliability.md.
// The model is asked once for each sentence that differs (it takes as long for each, whatever stands around): what grows faster than the text is in the rules, and is what is looked for.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { writeMarkdown } from "../src/record/markdown.ts";
import { documentFrom, ENDLESS, kinds, reader, textOf } from "../test/growth.ts";

/** 10,000 clauses are 80,000 words. */
const names = [...Object.keys(kinds), ENDLESS];

async function measure(kind: string, size: number): Promise<void> {
  const read = await reader();
  const text = textOf(kind, size);
  const document = await documentFrom(text);
  // Model, words and towns are loaded, and hot functions compiled, by another text.
  await read(await documentFrom(textOf(kind, 48)));
  const seconds = (since?: NodeJS.CpuUsage) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1e6;
  };
  const begun = process.cpuUsage();
  const record = await read(document);
  const reading = seconds(begun);
  const json = JSON.stringify(record);
  const written = process.cpuUsage();
  const markdown = writeMarkdown(record);
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `| ${kind} | ${size} | ${reading.toFixed(1)} | ${seconds(written).toFixed(1)} | ${(json.length / text.length).toFixed(1)} | ${(markdown.length / text.length).toFixed(1)} | ${memory.toFixed(0)} |\n`,
  );
}

const [first = "", ...rest] = process.argv.slice(2);
if (names.includes(first)) await measure(first, Number(rest[0]));
else {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000];
  process.stdout.write(
    "| document | sentences | reading, CPU s | as Markdown, CPU s | letters of record a letter | of Markdown | peak MB |\n| --- | --- | --- | --- | --- | --- | --- |\n",
  );
  // Each in a process of its own, whose memory is its own.
  for (const kind of names)
    for (const size of sizes) {
      const tsx = createRequire(import.meta.url).resolve("tsx");
      const settings = ["--max-old-space-size=6144", "--import", tsx, fileURLToPath(import.meta.url), kind, String(size)];
      const { status, stderr } = spawnSync(process.execPath, settings, {
        stdio: ["ignore", "inherit", "pipe"],
        encoding: "utf8",
        timeout: 3_600_000,
      });
      if (status !== 0)
        process.stdout.write(`| ${kind} | ${size} | not ended: ${stderr.trim().split("\n").at(-1)?.slice(0, 100)} | | | | |\n`);
    }
}
