// npm run kills -- [--count N] [--log FILE]: ends `add`, `recode`, `correct`, `export`, `watch` and the bringing over of an older shelf by SIGKILL, N times in all (1,000), half of them `add`,
// and looks after each whether anything was lost, doubled or halved (test/store/kill.test.ts does both). Each kill that was looked into is a line of the log; the last lines say how many there were of each.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeReady, root } from "./ready.mjs";

const { values } = parseArgs({
  options: { count: { type: "string", default: "1000" }, log: { type: "string", default: join(root, ".cache", "kills.jsonl") } },
});
if (!/^[1-9]\d{0,5}$/.test(values.count)) {
  process.stderr.write(`readout: --count: “${values.count}” is no number of kills: give a whole number\n`);
  process.exit(2);
}
makeReady();
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(values.log, { force: true });
const began = performance.now();
const { status } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "test/store/kill.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, READOUT_KILLS: values.count, READOUT_KILLS_LOG: values.log },
});
const kills = existsSync(values.log)
  ? readFileSync(values.log, "utf8")
      .trimEnd()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];
const by = new Map();
for (const kill of kills) by.set(kill.command, [...(by.get(kill.command) ?? []), kill]);
for (const [command, its] of by) {
  const after = its.map((kill) => kill.after).sort((a, b) => a - b);
  process.stdout.write(
    `${command}: ${its.length} kills, ${after[0]} to ${after.at(-1)} ms after it was ready, half of them before ${after[after.length >> 1]} ms\n`,
  );
}
process.stdout.write(
  `${kills.length} kills in ${Math.round((performance.now() - began) / 1000)} s; ${status === 0 ? "nothing was lost, doubled or halved" : "a fault was found: see above"}; ${values.log}\n`,
);
process.exit(status === 0 ? 0 : 1);
