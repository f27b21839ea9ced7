// npm start [-- INPUT…]: makes ready, then codes the inputs, or the example article, and prints a page to read.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { makeReady, root } from "./ready.mjs";

makeReady();
const { COMMANDS } = await import("../dist/cli/options.js");
const args = process.argv.slice(2);
const inputs = args.length ? args : [join(root, "examples", "alaska-summit.txt")];
// The other commands write no pages.
const named = Object.hasOwn(COMMANDS, inputs[0]) || inputs.some((argument) => /^--as(=|$)/.test(argument));
// npm runs scripts in the root; a path is meant from where the user stands.
const here = process.env.INIT_CWD ?? process.cwd();
const { status, signal } = spawnSync(process.execPath, [join(root, "bin", "readout"), ...inputs, ...(named ? [] : ["--as", "page"])], {
  cwd: resolve(here),
  stdio: "inherit",
});
process.exit(signal ? 130 : (status ?? 1));
