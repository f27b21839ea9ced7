// npx tsx bench/beside.ts BEFORE INPUT… [--turns N]: processor time, wall time and memory of this checkout's program beside that of another built checkout, whole processes in turns, so that other work on the machine falls on both. A table on standard output.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { turns: { type: "string", default: "3" } } });
const [before, ...inputs] = positionals;
if (before === undefined || inputs.length === 0)
  throw new Error("bench/beside.ts: BEFORE or INPUT is missing: name another built checkout, and what both are to read");

/** Loaded into the program: microseconds of processor time, and peak memory in KB, as the last line of standard error. */
const TELL = `data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write("\\n"+JSON.stringify([u+s,m]))})`;

function run(checkout: string): { processor: number; wall: number; memory: number } {
  const began = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ["--import", TELL, join(checkout, "bin", "readout"), ...inputs, "--as", "jsonl"], {
    encoding: "utf8",
    maxBuffer: 2 ** 31 - 1,
  });
  if (status !== 0) throw new Error(`${checkout}: ${stderr}`);
  const [micros, kilobytes] = JSON.parse(stderr.trim().split("\n").at(-1)!) as [number, number];
  return { processor: micros / 1e6, wall: (performance.now() - began) / 1000, memory: kilobytes / 1024 };
}

const here = fileURLToPath(new URL("..", import.meta.url));
const turns = Array.from({ length: Number(values.turns) }, () => ({ before: run(before), now: run(here) }));
const median = (which: "before" | "now", what: "processor" | "wall" | "memory"): number =>
  turns.map((turn) => turn[which][what]).sort((a, b) => a - b)[turns.length >> 1]!;

const row = (name: string, what: "processor" | "wall" | "memory", digits: number): string => {
  const [was, is] = [median("before", what), median("now", what)];
  return `| ${name} | ${was.toFixed(digits)} | ${is.toFixed(digits)} | ${(is / was).toFixed(2)} |`;
};
process.stdout.write(
  `${[
    `| median of ${turns.length} | before | now | now over before |`,
    "| --- | --- | --- | --- |",
    row("processor seconds", "processor", 2),
    row("wall seconds", "wall", 2),
    row("peak memory, MB", "memory", 0),
  ].join("\n")}\n`,
);
