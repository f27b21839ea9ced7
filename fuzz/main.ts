// npm run fuzz -- [--minutes N] [--seed N] [--target NAME] [--no-api]: made and mutated inputs of every kind through the program, held to what is promised of each (subject.ts).
// An hour at full length. The same seed makes the same cases (real articles among them only where they lie beside the checkout). What breaks a promise is made as small as it goes, told, and left in .cache/fuzz;
// mended, it goes to test/fixtures/fuzz, where npm test reads it again. Ends with 1 where anything was found.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { schemathesis } from "./api.ts";
import { standOf } from "./stand.ts";
import { nameOf } from "./subject.ts";
import { targetsOf } from "./targets.ts";
import type { Case } from "./types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    target: { type: "string", multiple: true, default: [] },
    "no-api": { type: "boolean", default: false },
  },
});
const [minutes, first] = [Number(values.minutes), Number(values.seed)];
const targets = await targetsOf(true);
const odd = values.target.find((name) => !targets.has(name));
if (!(minutes > 0) || !Number.isInteger(first) || odd !== undefined) {
  process.stderr.write(
    `readout: fuzz: ${odd === undefined ? "--minutes and --seed are numbers" : `there is no target ${odd}`}: the targets are ${[...targets.keys()].join(", ")}\n`,
  );
  process.exit(2);
}

/** Cases, and milliseconds, of one target before the next has its turn. */
const turn = { cases: 30, time: 20_000 };
const until = performance.now() + minutes * 60_000;
const found = join(root, ".cache", "fuzz");
mkdirSync(found, { recursive: true });
const stand = standOf({ patience: 180_000, memory: 1800 });
const cases: Record<string, number> = {};
const faults: string[] = [];
process.stdout.write(`seed ${first}: npm run fuzz -- --seed ${first} makes these cases again\n`);

for (let round = 0; performance.now() < until; round++)
  for (const [name, made] of targets) {
    const left = until - performance.now();
    if (left <= 0) break;
    if (values.target.length > 0 && !values.target.includes(name)) continue;
    const seed = first + round;
    let fault = "";
    const property = fc.asyncProperty(made, async (given) => {
      cases[name] = (cases[name] ?? 0) + 1;
      const told = await stand.check(given);
      if (told === null) return true;
      fault = told;
      return false;
    });
    const result = await fc.check(property, {
      seed,
      numRuns: turn.cases,
      interruptAfterTimeLimit: Math.max(1, Math.min(left, turn.time)),
      markInterruptAsFailure: false,
    });
    if (!result.failed || !result.counterexample) continue;
    // What was tried last need not be the smallest.
    const [smallest] = result.counterexample as [Case];
    fault = (await stand.check(smallest)) ?? `${fault} (not each time)`;
    const file = join(found, nameOf(smallest));
    writeFileSync(file, smallest.bytes);
    const shown = JSON.stringify(Buffer.from(smallest.bytes.subarray(0, 300)).toString("latin1"));
    const line = `${name}: ${fault}\n  ${smallest.bytes.length} bytes under the name ${smallest.name}: ${shown}\n  ${file}; again: npm run fuzz -- --target "${name}" --seed ${seed} --minutes 5`;
    faults.push(line);
    process.stdout.write(`${line}\n`);
  }
await stand.close();

if (!values["no-api"] && values.target.length === 0) {
  const told = await schemathesis(root, first, Math.max(20, Math.round(minutes * 3)));
  process.stdout.write(`${told.words}\n`);
  if (told.failed) faults.push(told.words);
}
const total = Object.values(cases).reduce((sum, many) => sum + many, 0);
process.stdout.write(
  `${total} cases (${Object.entries(cases)
    .map(([name, many]) => `${name} ${many}`)
    .join(", ")}), seed ${first}: ${faults.length} found; at most ${stand.peak()} MB\n`,
);
process.exit(faults.length > 0 ? 1 : 0);
