// npm run test:spark [-- FILTER…]: the Python package, and Spark with it, tested in an environment of their own in .cache/python, which is installed where it is not there.
// Where Python or Java is absent, a line says what is skipped.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeReady, root, run } from "./ready.mjs";

const said = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? `${stdout}${stderr}` : null;
};
const skip = (what) => process.stdout.write(`readout: test:spark: skipped: ${what}\n`);

makeReady();
const named = process.env.PYTHON ? [process.env.PYTHON] : ["python3", "python3.13", "python3.12", "python3.11", "python"];
const python = named.find((name) => said(name, ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"]) !== null);
if (python === undefined) {
  skip("everything: there is no Python 3.11 or newer with venv: install it, or name it by PYTHON");
  process.exit(0);
}
const java = Number(/version "(\d+)/.exec(said("java", ["-version"]) ?? "")?.[1] ?? 0) >= 17;
if (!java) skip("Spark: there is no Java 17 or newer on the PATH: install it (the Python package is tested without)");

const folder = join(root, ".cache", "python");
const inner = join(folder, process.platform === "win32" ? "Scripts" : "bin", "python");
const constraints = join(root, "python", "constraints.txt");
const packages = ["duckdb", "hatchling", "matplotlib", "mypy", "pandas", "pyarrow", "pytest", ...(java ? ["pyspark"] : [])];
const wanted = createHash("sha256")
  .update([readFileSync(constraints, "utf8"), said(python, ["-VV"]), ...packages].join("\n"))
  .digest("hex");
const installed = join(folder, "installed");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
  process.stdout.write("readout: test:spark: installing Python packages into .cache/python (once, two minutes) …\n");
  rmSync(folder, { recursive: true, force: true });
  must("the environment", python, ["-m", "venv", folder]);
  must("the packages", inner, [
    "-m",
    "pip",
    "install",
    "-q",
    "--disable-pip-version-check",
    "--retries",
    "5",
    "-c",
    constraints,
    ...packages,
  ]);
  writeFileSync(installed, wanted);
}
// As users install it: from a wheel.
const wheels = join(root, ".cache", "wheel");
rmSync(wheels, { recursive: true, force: true });
mkdirSync(wheels, { recursive: true });
const pip = ["-m", "pip", "--disable-pip-version-check", "-q"];
must("the wheel", inner, [...pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, join(root, "python")]);
const [wheel] = readdirSync(wheels);
must("the wheel", inner, [...pip, "install", "--no-deps", "--force-reinstall", join(wheels, wheel)]);

const typed = run(inner, [
  "-m",
  "mypy",
  "--cache-dir",
  join(root, ".cache", "mypy"),
  "--config-file",
  join(root, "python", "pyproject.toml"),
  join(root, "python", "src"),
]);
const filters = process.argv.slice(2);
const tests = filters.length > 0 ? filters : [join(root, "python", "tests"), ...(java ? [] : ["-m", "not spark"])];
const tested = run(inner, [
  "-m",
  "pytest",
  "-q",
  "--rootdir",
  join(root, "python"),
  "-c",
  join(root, "python", "pyproject.toml"),
  ...tests,
]);
// Spark keeps the logs of its executors in its own folder.
if (java)
  rmSync(join((said(inner, ["-c", "import pyspark; print(pyspark.__path__[0])"]) ?? "").trim() || folder, "work"), {
    recursive: true,
    force: true,
  });
if (typed !== 0) process.stdout.write("readout: test:spark: mypy found faults: see above\n");
process.exit(typed || tested);

function must(what, command, args) {
  const code = run(command, args);
  if (code === 0) return;
  process.stderr.write(
    `readout: test:spark: ${what} could not be made (exit status ${code}): see above, check the connection and start again\n`,
  );
  process.exit(code);
}
