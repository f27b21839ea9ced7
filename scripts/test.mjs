// npm test [-- FILTER…]: makes ready, checks types, lint and dead code, runs every test, and closes with one line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeReady, root, run } from "./ready.mjs";

makeReady();
const filters = process.argv.slice(2);
if (!filters.length) {
  run("npx", ["tsc", "-p", "tsconfig.json"]);
  run("npx", ["biome", "check", "--error-on-warnings", "."]);
  run("npx", ["knip"]);
}
const report = join(root, ".cache", "tests.json");
rmSync(report, { force: true });
const { status } = spawnSync("npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters], {
  cwd: root,
  stdio: "inherit",
});
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
// A file that can't be loaded fails without a test of its own.
const failed = numFailedTests || (status ? Math.max(1, numFailedTestSuites) : 0);
process.stdout.write(`${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ""}\n`);
process.exit(status || (failed ? 1 : 0));
