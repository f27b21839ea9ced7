// What ships is free, checked by its checksum and listed; and a run touches no other file and asks no other address.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "readout-supply-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A script without types.
const { supplyOf, weaknessesOf } = (await import(String(new URL("../../scripts/supply.mjs", import.meta.url)))) as {
  supplyOf(lock: unknown): { count: number; faults: string[] };
  weaknessesOf(said: string | null): { known?: string[]; silent?: string };
};
const sound = { version: "1.0.0", license: "MIT", integrity: "sha512-x", resolved: "https://registry.example/a.tgz" };

describe("what ships", () => {
  it("is freely licensed, with checksums, and runs nothing at installation", () => {
    const { count, faults } = supplyOf(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
  it.each([
    [{ license: "GPL-3.0" }, "licence GPL-3.0"],
    [{ license: undefined }, "nobody knows"],
    [{ license: "(MIT AND AGPL-3.0)" }, "AGPL"],
    [{ license: "((MIT OR Apache-2.0) AND AGPL-3.0)" }, "AGPL"],
    [{ integrity: undefined }, "no SHA-512"],
    [{ hasInstallScript: true }, "runs a script"],
  ])("is refused with %j", (change, words) => {
    const { faults } = supplyOf({ packages: { "": {}, "node_modules/a": { ...sound, ...change } } });
    expect(faults).toEqual([expect.stringContaining(words)]);
    // Tools of ours do not ship.
    expect(supplyOf({ packages: { "node_modules/a": { ...sound, ...change, dev: true } } }).faults).toEqual([]);
  });
  it.each([
    ["nothing in time", null, { silent: "no answer in 20 seconds" }],
    [
      "no such question",
      '{"message": "405 Method Not Allowed - POST https://registry.example/audit"}',
      { silent: "405 Method Not Allowed" },
    ],
    ["an error", '{"error": {"summary": "no lockfile"}}', { silent: "no lockfile" }],
    ["a page", "<html>", { silent: "its answer is not JSON" }],
    ["no weakness", '{"vulnerabilities": {}}', { known: [] }],
    [
      "a weakness",
      '{"vulnerabilities": {"a": {"name": "a", "severity": "high", "range": "<2"}}}',
      { known: ["a <2: has a known weakness (high): see npm audit"] },
    ],
  ])("is audited where the registry answers: %s", (_, said, told) => {
    expect(weaknessesOf(said)).toEqual(told);
  });
  it("is listed as CycloneDX", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { sbom: string } };
    const [, ...args] = scripts.sbom.split(" > ")[0]!.split(" ");
    const { stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
    const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: { name: string }[] };
    expect(bomFormat).toBe("CycloneDX");
    const names = components.map(({ name }) => name);
    for (const name of ["@duckdb/node-api", "onnxruntime-node", "hono"]) expect(names).toContain(name);
    expect(names).not.toContain("vitest");
  });
});

const hasStrace = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;

describe("a traced run", () => {
  it.skipIf(!hasStrace)(
    "writes nothing but its shelf, and connects to nothing but the address asked for (skipped where strace is missing)",
    async () => {
      const site = createServer((_, response) =>
        response
          .writeHead(200, { "content-type": "text/html" })
          .end(`<html lang="en"><title>Talks</title><p>${"Ukraine rejected the demand of Russia on Friday. ".repeat(8)}</p></html>`),
      );
      await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
      const { port } = site.address() as AddressInfo;
      const home = join(folder, "home");
      mkdirSync(home);
      writeFileSync(join(folder, "a.txt"), "Kenya and Brazil signed an agreement in Nairobi on Monday.");
      const trace = join(folder, "trace");
      const traced = [
        "-f",
        "--seccomp-bpf",
        "-o",
        trace,
        "-e",
        "trace=open,openat,creat,connect,sendto,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat",
      ];
      const args = [join(root, "bin", "readout"), "add", "a.txt", `http://127.0.0.1:${port}/`, "--allow-private", "--db", "shelf.duckdb"];
      const env = { PATH: process.env.PATH, HOME: home, TMPDIR: join(folder, "temp") };
      mkdirSync(env.TMPDIR);
      const child = spawn("strace", [...traced, process.execPath, ...args], { cwd: folder, env });
      let out = "";
      child.stdout.on("data", (text) => {
        out += text;
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      site.close();
      expect([code, out]).toEqual([0, expect.stringContaining("2 added")]);
      const calls = readFileSync(trace, "utf8")
        .split("\n")
        .filter((line) => !/ = -1 E(?!INPROGRESS)/.test(line));
      // Ours: the shelf, what the database keeps beside it, and the name under which it is made.
      const changing = calls.filter((line) =>
        /O_WRONLY|O_RDWR|O_CREAT|\b(?:creat|unlink|unlinkat|rename|renameat2?|mkdir|mkdirat)\(/.test(line),
      );
      const named = changing.map((line) => /"([^"]*)"/.exec(line)?.[1] ?? line);
      expect(named.length).toBeGreaterThan(0);
      expect(
        named.filter(
          (name) => !/(?:^|\/)shelf\.duckdb(?:\.new-\d+)?(?:\.wal|\.tmp)?$|^\/dev\/(?:null|tty)$|^\/(?:proc|dev\/shm)\//.test(name),
        ),
      ).toEqual([]);
      const asked = calls.filter((line) => /\b(?:connect|sendto)\(.*AF_INET6?/.test(line));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((line) => !line.includes(`htons(${port})`) || !line.includes('"127.0.0.1"'))).toEqual([]);
    },
  );
});
