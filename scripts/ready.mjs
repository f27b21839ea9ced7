// Makes the checkout ready to run, whatever is missing: packages, then the built program. Prints what it does on standard error.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the root, its output on ours. @returns its exit code, 130 where a signal ended it */
export function run(command, args, stdio = "inherit") {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio });
  if (error) stop(`${command}: ${error.message}: install Node 20 or newer with npm`, 1);
  return status ?? 130;
}

/** Runs a program of an installed package. Not by npx, which would fetch another package of that name where ours is missing. */
export const runTool = (path, args, stdio) => run(process.execPath, [join(root, "node_modules", path), ...args], stdio);

const newest = (path) =>
  Math.max(timeOf(path), ...(statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : []));

/** Installs packages where the lock file is newer than what is installed, and builds where a source is newer than the program. */
export function makeReady() {
  if (Number(process.versions.node.split(".")[0]) < 20) stop(`Node ${process.versions.node}: is too old: install Node 20 or newer`, 1);
  // npm writes its own list last, so an install that was interrupted has none; one without our tools was made for production.
  const installed = join(root, "node_modules", ".package-lock.json");
  const compiler = join(root, "node_modules", "typescript", "package.json");
  if (!existsSync(compiler) || !existsSync(installed) || timeOf(installed) < timeOf(join(root, "package-lock.json"))) {
    process.stderr.write("readout: installing packages (once, about a minute) …\n");
    const code = run("npm", ["ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error"], ["ignore", 2, 2]);
    if (code !== 0) stop("npm ci: could not install the packages: see above, check the connection and start again", code);
  }
  // Written last, so a build that was interrupted or failed is made again.
  const built = join(root, "dist", "built");
  const sources = [
    "src",
    "data/places",
    "data/actors",
    "scripts/places.mjs",
    "scripts/actors.mjs",
    "scripts/model.mjs",
    "model",
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.build.json",
  ].map((name) => newest(join(root, name)));
  if (!existsSync(built) || timeOf(built) < Math.max(...sources)) {
    process.stderr.write("readout: building …\n");
    rmSync(built, { force: true });
    const code = runTool("typescript/bin/tsc", ["-p", "tsconfig.build.json"], ["ignore", 2, 2]);
    if (code !== 0) stop("build: the sources have errors: see above", code);
    if (run(process.execPath, [join(root, "scripts", "places.mjs")], ["ignore", 2, 2]) !== 0)
      stop("build: the gazetteer could not be written: see above", 1);
    if (run(process.execPath, [join(root, "scripts", "actors.mjs")], ["ignore", 2, 2]) !== 0)
      stop("build: the dictionary could not be written: see above", 1);
    // Without it the program only starts later.
    run(process.execPath, [join(root, "scripts", "model.mjs")], ["ignore", 2, 2]);
    writeFileSync(built, "");
  }
  // The page imports pure modules of src/ too.
  const page = join(root, "dist", "web", "built");
  const pageSources = ["web", "src/record", "src/gather", "src/grammar", "src/codebook.ts", "src/span.ts", "package-lock.json"].map(
    (name) => newest(join(root, name)),
  );
  if (!existsSync(page) || timeOf(page) < Math.max(...pageSources)) {
    process.stderr.write("readout: building the page …\n");
    const code = runTool("vite/bin/vite.js", ["build", "--config", join("web", "vite.config.ts"), "--logLevel", "warn"], ["ignore", 2, 2]);
    if (code !== 0) stop("build: the page's sources have errors: see above", code);
    writeFileSync(page, "");
  }
}

const timeOf = (path) => statSync(path).mtimeMs;

function stop(message, code) {
  process.stderr.write(`readout: ${message}\n`);
  process.exit(code);
}
