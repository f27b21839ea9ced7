// Makes the checkout ready to run, whatever is missing: packages, then the built program. Prints what it does on standard error.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the root, its output on ours; ends the program with its code where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) {
    process.stderr.write(`readout: ${command}: ${error.message}: install Node 20 or newer with npm\n`);
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
}

const newest = (path) =>
  statSync(path).isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : statSync(path).mtimeMs;

/** Installs packages where the lock file is newer than what is installed, and builds where a source is newer than the program. */
export function makeReady() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    process.stderr.write(`readout: Node ${process.versions.node} is too old: install Node 20 or newer\n`);
    process.exit(1);
  }
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs) {
    process.stderr.write("readout: installing packages (once, about a minute) …\n");
    run("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], { stdio: ["ignore", 2, 2] });
  }
  const built = join(root, "dist", "cli", "main.js");
  if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, "src"))) {
    process.stderr.write("readout: building …\n");
    run("npx", ["tsc", "-p", "tsconfig.build.json"], { stdio: ["ignore", 2, 2] });
  }
}
