// npm start [-- INPUT…]: makes ready, then codes the inputs, or the example article, and prints a page to read.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { makeReady, root } from "./ready.mjs";

makeReady();
const args = process.argv.slice(2);
// npm runs scripts in the root; a path is meant from where the user stands.
const here = process.env.INIT_CWD ?? process.cwd();
const inputs = args.length ? args : [join(root, "examples", "alaska-summit.txt")];
const page = inputs.includes("--as") || inputs.some((a) => a.startsWith("--as=")) ? [] : ["--as", "page"];
const { status, signal } = spawnSync(process.execPath, [join(root, "bin", "readout"), ...inputs, ...page], {
  cwd: resolve(here),
  stdio: "inherit",
});
process.exit(signal ? 130 : (status ?? 1));
