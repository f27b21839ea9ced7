// npm run build:pages [-- FOLDER]: the reader with the model as static files for any host, dist/pages unless a folder is named. A text that is read there stays in the browser.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeReady, root, runTool } from "./ready.mjs";

const folder = resolve(process.argv[2] ?? join(root, "dist", "pages"));
makeReady();
const vite = ["build", "--config", join("web", "alone", "vite.config.ts"), "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
if (runTool("vite/bin/vite.js", vite, ["ignore", 2, 2]) !== 0) stop("the page's sources have errors: see above");
const example = join("examples", "alaska-summit.txt");
const { status, stdout } = spawnSync(process.execPath, [join("bin", "readout"), example, "--as", "json"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1e8,
  stdio: ["ignore", "pipe", "inherit"],
});
if (status !== 0) stop(`${example} could not be read: see above`);
const record = JSON.stringify(JSON.parse(stdout));
writeFileSync(join(folder, "example.json"), record);
// For the page opened from a file, which can load scripts alone.
writeFileSync(join(folder, "example.js"), `globalThis.readoutExample = ${record};\n`);
const index = join(folder, "index.html");
writeFileSync(
  index,
  readFileSync(index, "utf8")
    .replace(/<script type="module" crossorigin/, "<script defer")
    .replace(/(<link rel="stylesheet") crossorigin/g, "$1"),
);
process.stderr.write(`readout: ${folder}: put it on any static host with https\n`);

function stop(message) {
  process.stderr.write(`readout: build:pages: ${message}\n`);
  process.exit(1);
}
