// `readout serve` and `readout INPUT --open` as real processes: what they say, how they end, and what the others load.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "../cli/fakes.ts";
import { temporary } from "../store/records.ts";
import { request } from "./serving.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const starter = join(root, "test", "server", "start.mts");
const folder = temporary();

/** Runs until `heard` stands on standard error, does the work, and then sends Ctrl-C. */
async function started(args: readonly string[], heard: RegExp, work: (found: RegExpExecArray) => Promise<void>, env = process.env) {
  const child = spawn(process.execPath, ["--import", "tsx", starter, ...args], { cwd: root, env });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text) => {
      err += text;
      const match = heard.exec(err);
      if (match) resolve(match);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  await work(found);
  child.kill("SIGINT");
  return { code: await ended, out, err };
}

const listening = /readout: listening on (http:\/\/127\.0\.0\.1:(\d+))\n/;

describe("readout serve", () => {
  it("says where it listens, answers, says that a port is taken, and ends by Ctrl-C", async () => {
    const db = join(folder, "new.duckdb");
    const { code, out, err } = await started(["serve", "--db", db, "--port", "0"], listening, async ([, url, port]) => {
      const { json } = await request(`${url}/api/v1/status`, {});
      expect(json).toMatchObject({ db, documents: 0, read_only: false, version: expect.any(String) });
      const added = await request(`${url}/api/v1/documents`, {
        method: "POST",
        body: JSON.stringify({
          text: "Ukrainian President Volodymyr Zelenskyy rejected the demand of Russia on Friday.",
          date: "2025-08-16",
        }),
      });
      expect(added.status).toBe(201);
      expect((await request(`${url}/api/v1/events?type=REJECT`, {})).json.rows).toMatchObject([{ source_code: ["UKR"], start: 40 }]);
      const second = await started(["serve", "--db", join(folder, "other.duckdb"), "--port", port!], listening, async () => {}).catch(
        String,
      );
      expect(second).toContain(`ended with 1: readout: --port ${port}: is taken by another program`);
    });
    expect([code, out, err]).toEqual([130, "", expect.stringMatching(/^readout: listening on \S+\n$/)]);
    expect(existsSync(`${db}.wal`)).toBe(false);
  });
  it.each([
    [["--host", "0.0.0.0"], /--host: 0\.0\.0\.0 can be reached by others: add --token-file, or READOUT_TOKEN/],
    [["--host", "192.168.1.5"], /add --token-file/],
    [["--host", "0.0.0.0", "--token-file", "missing"], /--token-file: missing cannot be read \(ENOENT\)/],
    [["--host", "0.0.0.0", "--token-file", "empty"], /--token-file: empty holds no single line/],
    [["--token", "a", "--token-file", "word"], /--token-file: cannot go with --token/],
    [["--port", "70000"], /--port: “70000” is no port/],
    [["--port", "x"], /is no port/],
    [["more"], /takes options only/],
  ])("refuses %j with 2", async (args, words) => {
    const files = { empty: "\n", word: "hush\n" };
    expect(await run(["serve", ...args], { files })).toMatchObject({ code: 2, out: "", err: expect.stringMatching(words) });
  });
  it.each([
    ["a file", ["--token-file", join(folder, "token")], {}],
    ["the environment", [], { READOUT_TOKEN: "hush" }],
  ])("takes the token from %s", async (_, args, env) => {
    writeFileSync(join(folder, "token"), "hush\n");
    const db = join(folder, "token.duckdb");
    const { code } = await started(
      ["serve", "--db", db, "--port", "0", ...args],
      listening,
      async ([, url]) => {
        expect((await request(`${url}/api/v1/documents`, {})).status).toBe(401);
        expect((await request(`${url}/api/v1/documents`, { headers: { authorization: "Bearer hush" } })).status).toBe(200);
      },
      { ...process.env, ...env },
    );
    expect(code).toBe(130);
    // Nobody else on the machine reads what is kept.
    expect(statSync(db).mode & 0o777).toBe(0o600);
  });
  it("ends where the shelf is none", async () => {
    const db = join(folder, "text.duckdb");
    writeFileSync(db, "no shelf");
    await expect(started(["serve", "--db", db, "--port", "0"], listening, async () => {})).rejects.toThrow(
      /ended with 1: readout: .*text\.duckdb: /,
    );
  });
});

describe("readout INPUT --open", () => {
  const article = join(folder, "talks.txt");
  writeFileSync(article, "Ukrainian President Volodymyr Zelenskyy rejected the demand of Russia on Friday.");
  const temp = join(folder, "temp");
  mkdirSync(temp);
  it("codes, serves and says the address where there is no browser, and leaves nothing behind", async () => {
    const env = { ...process.env, PATH: folder, TMPDIR: temp };
    const heard = /no browser was found: open (http:\/\/127\.0\.0\.1:\d+)\/\?document=([0-9a-f]{12})\n/;
    const { code, out } = await started(
      [article, "--open"],
      heard,
      async ([, url, id]) => {
        expect((await request(`${url}/api/v1/documents/${id}`, {})).json.events[0].type).toBe("REJECT");
        expect(readdirSync(temp).filter((name) => name.startsWith("readout-"))).toHaveLength(1);
      },
      env,
    );
    expect([code, out]).toEqual([130, ""]);
    expect(readdirSync(temp).filter((name) => name.startsWith("readout-"))).toEqual([]);
  });
  it.skipIf(process.platform !== "linux")("opens the address in the browser", async () => {
    const bin = join(folder, "bin");
    const seen = join(folder, "seen.txt");
    mkdirSync(bin);
    writeFileSync(join(bin, "xdg-open"), `#!/bin/sh\necho "$1" > "${seen}"\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: bin };
    const { code, err } = await started(
      [article, "--open"],
      listening,
      async ([, url]) => {
        while (!existsSync(seen) || readFileSync(seen, "utf8") === "") await new Promise((resolve) => setTimeout(resolve, 20));
        expect(readFileSync(seen, "utf8").trim()).toMatch(new RegExp(`^${url}/\\?document=[0-9a-f]{12}$`));
      },
      env,
    );
    expect([code, err]).toEqual([130, expect.not.stringContaining("browser")]);
  });
  it("ends with 1 where nothing can be read", async () => {
    await expect(started([join(folder, "missing.txt"), "--open"], listening, async () => {})).rejects.toThrow(
      /ended with 1: readout: .*missing\.txt: /,
    );
  });
});

describe("starting fast", () => {
  /** Files and packages that are loaded with a file, following what it imports at once and not what it imports later. */
  function loadedWith(path: string, seen = new Set<string>()): Set<string> {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const [, only, from] of readFileSync(path, "utf8").matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)";/gm)) {
      if (only) continue;
      if (from!.startsWith(".")) loadedWith(join(dirname(path), from!), seen);
      else seen.add(from!);
    }
    return seen;
  }
  it.each(["cli/main.ts", "cli/read.ts", "read.ts", "document/inputs.ts", "cli/add.ts", "cli/ask.ts", "store/shelf.ts"])(
    "%s loads neither the server nor its libraries",
    (name) => {
      const loaded = [...loadedWith(join(root, "src", name))];
      expect(loaded.filter((each) => /^(?:hono|@hono|zod|@modelcontextprotocol)\b|src\/server\//.test(each))).toEqual([]);
    },
  );
  it("is told from files that do load them", () => {
    expect([...loadedWith(join(root, "src", "cli", "serve.ts"))]).toContain("@hono/node-server");
    expect([...loadedWith(join(root, "src", "cli", "mcp.ts"))]).toContain("@modelcontextprotocol/sdk/server/mcp.js");
  });
});
