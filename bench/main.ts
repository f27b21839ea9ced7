// npm run bench: speed from raw text to record, cold start and memory, beside wink-nlp in the same run → docs/performance.md. Ratios count; seconds depend on the machine.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "bin", "readout");
const page = join(root, "docs", "performance.md");
const articlesBeside = join(root, "..", "shared", "data", "articles");
const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));

/** The corpus's own sentences, 25 an article: text that we may ship, of newswire's length. */
const sentences = readdirSync(join(root, "training", "corpus"))
  .filter((f) => f.endsWith(".txt"))
  .sort()
  .flatMap((f) => [...readFileSync(join(root, "training", "corpus", f), "utf8").matchAll(/^text: (.*)$/gm)].map((m) => m[1]!));
const articles = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => {
    const from = (i * 25 * 7) % (sentences.length - 25);
    const part = sentences.slice(from, from + 25);
    return [0, 5, 10, 15, 20].map((k) => part.slice(k, k + 5).join(" ")).join("\n\n");
  });

/** Loaded into the program that is measured: its peak memory in KB as the last line of standard error. */
const TELL_MEMORY = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))`;

/** Runs the program over a JSONL file of articles. @returns wall seconds, peak memory in MB, sentences read */
function readAll(n: number): { seconds: number; memory: number; read: number } {
  const path = join(folder, `${n}.jsonl`);
  writeFileSync(
    path,
    articles(n)
      .map((text, i) => JSON.stringify({ id: `a${i}`, text }))
      .join("\n"),
  );
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", TELL_MEMORY, bin, path, "--as", "jsonl"], {
    encoding: "utf8",
    maxBuffer: 2 ** 31 - 1,
  });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(stderr);
  let read = 0;
  for (const line of stdout.trimEnd().split("\n")) read += (JSON.parse(line) as { sentences: unknown[] }).sentences.length;
  return { seconds, memory: Number(stderr.trim().split("\n").at(-1)) / 1024, read };
}

/** What another program of this folder prints. */
function told(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", join(root, "bench", program), ...args], {
    encoding: "utf8",
    cwd: root,
  });
  if (status !== 0) throw new Error(`bench/${program}: ${stderr}`);
  return stdout;
}

/** Median wall milliseconds of five runs. */
function median(args: string[]): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[2]!;
}

/** The section of docs/performance.md: measured anew where `--before CHECKOUT` names another built one, else as the page has it. */
function besideBefore(): string {
  const at = process.argv.indexOf("--before");
  if (at < 0)
    return (
      /## Beside the version before\n\n([\s\S]*?)\n\n## /.exec(readFileSync(page, "utf8"))?.[1] ??
      "Not measured: `npm run bench -- --before CHECKOUT` does."
    );
  const before = process.argv[at + 1];
  if (before === undefined || !existsSync(join(before, "bin", "readout")))
    throw new Error("npm run bench: --before: no built checkout there: name one");
  const commit = spawnSync("git", ["-C", before, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const inputs = [
    ["One short article from a cold start", [short]],
    ...(existsSync(articlesBeside) ? ([["The articles of ../shared/data/articles", [articlesBeside]]] as const) : []),
  ] as const;
  return [
    `Whole processes in turns, so that other work on the machine falls on both; before is commit ${commit} (\`npm run bench -- --before CHECKOUT\`).`,
    ...inputs.map(([name, files]) => `${name}:\n\n${told("beside.ts", before, ...files).trimEnd()}`),
  ].join("\n\n");
}

const short = join(folder, "short.txt");
writeFileSync(short, articles(1)[0]!);
const cold = median([short, "--as", "jsonl"]);
const version = median(["--version"]);
const hundred = readAll(100);
const many = readAll(2000);

const nlp = winkNLP(model);
const begun = performance.now();
for (const text of articles(100)) nlp.readDoc(text).sentences().length();
const wink = (performance.now() - begun) / 1000;

const rate = (r: { seconds: number; read: number }): number => r.read / (r.seconds - cold / 1000);
const lines = [
  "# Performance",
  "",
  `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}. Articles of 25 sentences from training/corpus, raw text to record.`,
  "",
  "| what | figure |",
  "| --- | --- |",
  `| sentences a second, 100 articles (start-up taken off) | ${rate(hundred).toFixed(0)} |`,
  `| sentences a second, 2,000 articles | ${rate(many).toFixed(0)} |`,
  `| time a sentence, 2,000 articles over 100 | ${(rate(hundred) / rate(many)).toFixed(2)} |`,
  `| peak memory, 100 · 2,000 articles | ${hundred.memory.toFixed(0)} MB · ${many.memory.toFixed(0)} MB |`,
  `| one short article from a cold start, median of 5 | ${(cold / 1000).toFixed(2)} s |`,
  `| \`readout --version\`, median of 5 | ${(version / 1000).toFixed(2)} s |`,
  `| wink-nlp 2 on the same 100 articles (no syntax tree, no events), times as fast | ${(hundred.seconds / wink).toFixed(0)} |`,
  "",
];
lines.push(
  "## Where the time goes",
  "",
  "One thread, processor time (`npx tsx bench/stages.ts`).",
  "",
  told("stages.ts", ...(existsSync(articlesBeside) ? [articlesBeside] : [])),
);
lines.push("## Beside the version before", "", besideBefore(), "");
// The shelf's table, by a program of its own: it prints it.
lines.push(
  "## The shelf",
  "",
  "Records of made-up events; whole processes, from the command to its last line, DuckDB's loading (a quarter of a second) among it.",
  "",
  told("shelf.ts"),
);
process.stdout.write(lines.join("\n"));
writeFileSync(page, lines.join("\n"));
rmSync(folder, { recursive: true });
