// The packed file as npm would install it: whole, in order, and a program that works. Built by npm test before; how it packs itself from a clean clone is tried with READOUT_TEST_INSTALL=1.
import { type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "readout-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 600_000);

function run(command: string, args: readonly string[], options: Partial<SpawnSyncOptionsWithStringEncoding> = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  expect(status, `${command} ${args.join(" ")}\n${stderr}`).toBe(0);
  return stdout;
}

/** What assistants say first. */
const hello = [
  {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  },
  { jsonrpc: "2.0", method: "notifications/initialized" },
  { jsonrpc: "2.0", id: 2, method: "tools/list" },
];

/** @param program how the program is called @param how for whatever it is called in */
function works(program: readonly [string, ...string[]], how: Partial<SpawnSyncOptionsWithStringEncoding> = {}): void {
  const [command, ...first] = program;
  // Names a town, so that the gazetteer is read.
  const article = join(folder, "article.txt");
  writeFileSync(article, "Ukraine and Türkiye agreed in Geneva on Friday to exchange prisoners.\n");
  const [line] = run(command, [...first, article], how)
    .trimEnd()
    .split("\n");
  const record = JSON.parse(line!);
  expect(record.events.map(({ type }: { type: string }) => type)).toContain("AGREE");
  const db = join(folder, `${Math.random()}.duckdb`);
  run(command, [...first, "add", article, "--date", "2025-08-16", "--db", db], how);
  const rows = run(command, [...first, "sql", "SELECT name, cow FROM event_actors WHERE code = 'UKR'", "--db", db], how);
  expect(JSON.parse(rows.split("\n")[0]!)).toEqual({ name: "Ukraine", cow: 369 });
  const said = run(command, [...first, "mcp", "--db", db], { ...how, input: hello.map((each) => `${JSON.stringify(each)}\n`).join("") });
  expect(said).toContain('"search_events"');
}

/** The page and the API answer. */
async function serves(program: string): Promise<void> {
  const child = spawn(process.execPath, [program, "serve", "--port", "0"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  try {
    let told = "";
    for await (const part of child.stderr.setEncoding("utf8")) {
      told += part;
      if (told.includes("\n")) break;
    }
    const address = /listening on (http:\S+)/.exec(told)?.[1];
    expect(address, told).toBeDefined();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${address}/`)).text()).toContain("<script");
  } finally {
    child.kill();
  }
}

describe("the packed file", () => {
  let packed: { filename: string; files: { path: string; size: number }[] };
  let home = "";
  beforeAll(() => {
    [packed] = JSON.parse(run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]));
    run("tar", ["xzf", join(folder, packed.filename), "-C", folder]);
    home = join(folder, "package");
  }, 300_000);

  it("should hold what the program needs, and nothing else", () => {
    const names = packed.files.map(({ path }) => path);
    const needed = [
      "bin/readout",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/cli/main.js",
      "dist/actors.json",
      "dist/places.tsv",
      "dist/towns.tsv",
      "dist/web/index.html",
    ];
    const kept = [
      "src/store/sql/schema.sql",
      "model/readout.onnx",
      "model/relater.onnx",
      "data/places/states.tsv",
      "examples/alaska-summit.txt",
    ];
    expect(names).toEqual(expect.arrayContaining([...needed, ...kept, "scripts/no-gpu.cjs", "LICENSE", "README.md", "package.json"]));
    const odd = names.filter((name) =>
      /^(?:dist\/pages|test|eval|bench|training|web|docs|node_modules|\.)|\.(?:map|duckdb|tsbuildinfo)$/.test(name),
    );
    expect(odd).toEqual([]);
    // Every source that is built is there in its built form.
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    expect(names).toEqual(expect.arrayContaining(sources.map((name) => `dist/${name.replaceAll("\\", "/").replace(/\.ts$/, ".js")}`)));
  });
  it("should have no fault that publint knows", async () => {
    const { messages } = await publint({ pkgDir: home, pack: false, strict: true });
    const pkg = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
  it("should be a program that works with its dependencies beside it", () => {
    symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
    expect(statSync(join(home, "bin/readout")).mode & 0o111).not.toBe(0);
    works([process.execPath, join(home, "bin/readout")]);
  }, 300_000);
  it("should serve the page and the API", () => serves(join(home, "bin/readout")), 300_000);
});

describe("what is run before it is installed", () => {
  it("should give the GPU files their names, and only those", () => {
    const made = join(folder, "node_modules", "onnxruntime-node");
    const bin = join(made, "bin", "napi-v6", process.platform, process.arch);
    run("mkdir", ["-p", bin, join(made, "script"), join(made, "dist"), join(folder, "scripts")]);
    writeFileSync(join(made, "package.json"), '{"main": "dist/index.js"}');
    writeFileSync(join(made, "dist", "index.js"), "");
    const metadata = {
      requirements: { [`${process.platform}/${process.arch}`]: ["gpu"] },
      manifests: { [`${process.platform}/${process.arch}:gpu`]: { "./a.so": {}, "./b.so": {} } },
    };
    writeFileSync(join(made, "script", "install-metadata.js"), `module.exports = ${JSON.stringify(metadata)};`);
    writeFileSync(join(bin, "b.so"), "a real one");
    const script = join(folder, "scripts", "no-gpu.cjs");
    writeFileSync(script, readFileSync(join(root, "scripts", "no-gpu.cjs")));
    run(process.execPath, [script]);
    expect(readdirSync(bin).sort()).toEqual(["a.so", "b.so"]);
    expect(readFileSync(join(bin, "b.so"), "utf8")).toBe("a real one");
    // Nothing to do, and no complaint, where the package has another layout.
    rmSync(join(made, "script"), { recursive: true });
    run(process.execPath, [script]);
  });
  it("should know the script that onnxruntime-node has now", () => {
    const script = readFileSync(join(root, "node_modules/onnxruntime-node/script/install.js"), "utf8");
    // What it looks at before it fetches: the names of the files.
    expect(script).toContain("existsSync(filepath)");
    expect(existsSync(join(root, "node_modules/onnxruntime-node/script/install-metadata.js"))).toBe(true);
  });
});

// Many minutes, and the registry: a clean clone packs itself, installs with npm install -g, and works without a network.
describe.runIf(process.env.READOUT_TEST_INSTALL)("a clean clone", () => {
  const clone = join(folder, "clone");
  const prefix = join(folder, "prefix");
  const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;
  const { READOUT_TEST_INSTALL: _, NODE_PATH: __, ...env } = process.env;

  it("should leave a program that works after npm ci and npm run build", () => {
    run("git", ["clone", "--quiet", root, clone]);
    run("npm", ["ci", "--no-audit"], { cwd: clone, env });
    run("npm", ["run", "build"], { cwd: clone, env });
    works([join(clone, "bin/readout")], { cwd: folder });
  }, 900_000);
  it("should pack itself, and install for everybody without a GPU build or a compiler", async () => {
    rmSync(join(clone, "node_modules"), { recursive: true });
    rmSync(join(clone, "dist"), { recursive: true });
    const name = run("npm", ["pack", "--pack-destination", folder, "--silent"], { cwd: clone, env }).trim().split("\n").at(-1)!;
    const asked = { ...env, CC: "false", CXX: "false", npm_config_ignore_scripts: "false" };
    run("npm", ["install", "--global", "--prefix", prefix, join(folder, name), "--no-audit"], { cwd: folder, env: asked });
    const program = join(prefix, "bin", "readout");
    works(isolated ? ["unshare", "-rn", program] : [program], { cwd: folder });
    await serves(program);
  }, 900_000);
});
