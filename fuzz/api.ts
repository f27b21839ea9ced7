// schemathesis (Python) against a running server: what the description of the API promises, asked by somebody who knows only the description. Installed into .cache where Python is at hand.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const release = "schemathesis==4.32.5";

/** @param examples requests of each kind for each operation @returns what it found, in words */
export async function schemathesis(
  root: string,
  seed: number,
  examples: number,
): Promise<{ readonly failed: boolean; readonly words: string }> {
  const made = join(root, ".cache", "schemathesis");
  const program = join(made, "bin", "schemathesis");
  if (!existsSync(program)) {
    const python = spawnSync("python3", ["-m", "venv", made], { stdio: "ignore" });
    const pip =
      python.status === 0
        ? spawnSync(join(made, "bin", "pip"), ["install", "--quiet", release], { stdio: ["ignore", "ignore", "inherit"] })
        : python;
    if (pip.status !== 0) {
      rmSync(made, { recursive: true, force: true });
      return {
        failed: false,
        words: "API: not asked by schemathesis, which could not be installed: it needs python3 with venv, and a package index",
      };
    }
  }
  const db = join(root, ".cache", "fuzz", "api.duckdb");
  mkdirSync(join(root, ".cache", "fuzz"), { recursive: true });
  for (const end of ["", ".wal"]) rmSync(db + end, { force: true });
  const server = spawn(process.execPath, [join(root, "bin/readout"), "serve", "--db", db, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const url = await new Promise<string | null>((resolve) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const at = /listening on (\S+)/.exec(said)?.[1];
      if (at) resolve(at);
    });
    server.once("exit", () => resolve(null));
  });
  if (url === null) return { failed: true, words: `API: the server did not start: ${said}` };
  const checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
  const args = [
    "run",
    `${url}/api/v1/openapi.json`,
    "--url",
    url,
    "--checks",
    checks,
    "--phases",
    "examples,coverage,fuzzing",
    // It knows no JSON Lines; the frames of `readout worker` are read by the same code.
    "--exclude-path",
    "/api/v1/read/batch",
    "--max-examples",
    String(examples),
    "--seed",
    String(seed),
    "--no-color",
    "--request-timeout",
    "60",
  ];
  const run = spawn(program, args, { cwd: join(root, ".cache"), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [run.stdout, run.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
  const code = await new Promise<number | null>((resolve) => run.once("exit", resolve));
  const alive = await fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );
  server.kill("SIGINT");
  await new Promise((resolve) => server.once("exit", resolve));
  // What the server itself tells is a fault of ours.
  const fell = said.split("\n").filter((line) => /fault of readout|made Readout fail/.test(line));
  const failed = code !== 0 || !alive || fell.length > 0;
  const summary = out
    .split("\n")
    .filter((line) => /generated|passed|failed|Operations:|Seed:/i.test(line))
    .map((line) => line.trim());
  return {
    failed,
    words: `API by schemathesis, seed ${seed}: ${summary.join("; ")}${alive ? "" : "; the server is gone"}${fell.length > 0 ? `; it says ${fell[0]}` : ""}${failed ? `\n${out.replace(/(.)\1{200,}/g, "$1…").slice(-6000)}` : ""}`,
  };
}
