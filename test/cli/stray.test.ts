// A promise that a library lets fall, and input that comes line by line, met by real processes: each goes on.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporary } from "../store/records.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = temporary();

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  /** Resolves as soon as it stands on one of the two outputs. */
  hears(words: RegExp): Promise<RegExpExecArray>;
  out(): string;
}

function start(...args: string[]): Running {
  const stray = join(root, "test", "cli", "stray.mjs");
  const child = spawn(process.execPath, ["--import", "tsx", "--import", stray, join(root, "test", "server", "start.mts"), ...args], {
    cwd: root,
  });
  let [out, err] = ["", ""];
  let look = () => {};
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
    look();
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
    look();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    ended,
    hears: (words) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = words.exec(out) ?? words.exec(err);
          if (found) resolve(found);
        };
        look();
        void ended.then((code) => reject(new Error(`ended with ${code} before ${words}: ${out}${err}`)));
      }),
    out: () => out,
  };
}

const told = /readout: an input: made Readout fail \(a library let this fall\): report it as a defect, with this input\n/;
const line = (id: string) => `${JSON.stringify({ id, text: "Russia attacked Ukraine on Monday." })}\n`;

describe("a promise that falls uncaught", () => {
  it("costs the input that is being read a line, not the others, and standard input is answered line by line", async () => {
    const { child, ended, hears, out } = start("-", "--as", "jsonl", "--input", "jsonl");
    child.stdin.write(line("first"));
    // Before anything more is sent.
    await hears(/"id":"first"/);
    child.kill("SIGUSR2");
    await hears(told);
    child.stdin.end(line("second"));
    expect(await ended).toBe(1);
    expect(
      out()
        .trim()
        .split("\n")
        .map((record) => JSON.parse(record).document.id),
    ).toEqual(["first", "second"]);
  });

  it("does not end the server", async () => {
    const { child, ended, hears } = start("serve", "--db", join(folder, "stray.duckdb"), "--port", "0");
    const [, url] = await hears(/listening on (\S+)\n/);
    child.kill("SIGUSR2");
    await hears(told);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });

  it("does not end the tools for assistants", async () => {
    const { child, ended, hears } = start("mcp", "--db", join(folder, "none.duckdb"));
    const ask = (id: number, method: string, params: object) =>
      child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    ask(1, "initialize", { protocolVersion: "2025-03-26", capabilities: {}, clientInfo: { name: "t", version: "1" } });
    await hears(/"id":1/);
    child.kill("SIGUSR2");
    await hears(told);
    ask(2, "tools/list", {});
    await hears(/"id":2/);
    child.stdin.end();
    // All was answered, and something fell.
    expect(await ended).toBe(1);
  });
});
