// npm test [-- FILTER…]: makes ready, checks types, lint and dead code, runs every test, and closes with one line `N passed, N failed`.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeReady, root, runTool } from "./ready.mjs";

makeReady();
const filters = process.argv.slice(2);
const checks = filters.length
  ? []
  : [
      ["typescript/bin/tsc", "-p", "tsconfig.json"],
      ["typescript/bin/tsc", "-p", join("web", "tsconfig.json")],
      ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
      ["knip/bin/knip.js"],
    ];
// A failed check is a failed test of its own, and the tests still run.
const failedChecks = checks.filter(([tool, ...args]) => runTool(tool, args) !== 0);
for (const [tool] of failedChecks) process.stdout.write(`readout: ${tool.split("/").at(-1)}: found faults: see above\n`);

const report = join(root, ".cache", "tests.json");
rmSync(report, { force: true });
const code = runTool("vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters]);
const { passed, failed, skipped } = resultOf(report);
// A file that cannot be loaded, or a run that breaks off, fails without a test of its own.
const allFailed = failedChecks.length + (failed || (code === 0 ? 0 : 1));
process.stdout.write(
  `${passed + checks.length - failedChecks.length} passed, ${allFailed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
);
process.exit(allFailed ? 1 : 0);

/** All nothing where the run broke off before it wrote a report. */
function resultOf(path) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, success } = JSON.parse(readFileSync(path, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : numFailedTestSuites), skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
