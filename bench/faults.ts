// npm run faults: makes the faults that an attack once found again, one by one, with the built program → the table of docs/reliability.md: what was done, what happened then, what happens now, and the processor seconds it took.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { pageOf, stray } from "../test/document/hostile-pdf.ts";

const program = fileURLToPath(new URL("../bin/readout", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "readout-faults-"));
const own = new Set(process.argv.slice(2));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** Told at its end by the program that is run: processor seconds, as the last line of standard error. */
const TELL = `data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process.stderr.write("\\ncpu "+(u+s)/1e6)})`;

function run(args: readonly string[], { stdin, env }: { stdin?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", TELL, program, ...args], {
    cwd: folder,
    ...(stdin !== undefined && { input: stdin }),
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 30,
    timeout: 600_000,
  });
  const [err = "", seconds = "NaN"] = stderr.split("\ncpu ");
  return { code: status, out: stdout, err: err.trim(), seconds: Number(seconds) };
}
const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return name;
};
const good = file("good.txt", "Ukraine rejected the demand of Russia on Friday.");
const ids = ({ out }: Ended): string =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { document: { id: string } }).document.id)
    .join(", ");
const read = (...names: string[]): string => {
  const ended = run([...names, "--as", "jsonl"]);
  return `ends with ${ended.code}, read: ${ids(ended) || "none"}; “${ended.err.split("\n")[0]}”; ${ended.seconds.toFixed(1)} s`;
};

/** Starts the program, and gives it and what it says. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, ...env } });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  const said = async (words: RegExp): Promise<RegExpExecArray | null> => {
    for (let tries = 0; tries < 1200; tries++) {
      const found = words.exec(out) ?? words.exec(err);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return null;
  };
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, said, ended };
}

async function serving<T>(work: (url: string) => Promise<T>, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<T> {
  const { child, said, ended } = start(["serve", "--port", "0", "--db", "served.duckdb", ...args], env);
  const found = await said(/listening on (\S+)/);
  try {
    return await work(found![1]!);
  } finally {
    child.kill("SIGINT");
    await ended;
  }
}

const shelf = "shelf.duckdb";
const kept = (): void => {
  if (!readdirSync(folder).includes(shelf)) run(["add", good, "--db", shelf]);
};

interface Fault {
  readonly done: string;
  readonly before: string;
  now(): string | Promise<string>;
}

const faults: readonly Fault[] = [
  {
    done: "`readout bad.pdf good.txt`, the PDF of 83 bytes",
    before: "the process ended, the second was not read",
    now: () => read(file("bad.pdf", stray), good),
  },
  {
    done: "the same with 39 KB that hold 20 million `q `",
    before: "hung",
    now: () => read(file("endless.pdf", pageOf("q ", 20_000_000, 2)), good),
  },
  {
    done: "the same with 292 KB that inflate to 300 MB",
    before: "3 GB and death",
    now: () => read(file("large.pdf", pageOf(" ", 300_000_000)), good),
  },
  {
    done: "`'<!---->'*28+'x'` on standard input",
    before: "21 s, doubling with each comment",
    now() {
      const { code, seconds } = run(["-", "--as", "jsonl"], { stdin: `${"<!---->".repeat(2800)}x` });
      return `2,800 comments: ends with ${code}; ${seconds.toFixed(1)} s`;
    },
  },
  {
    done: "“quickly ” thirty times before “spun the visit as …”, `--as markdown`",
    before: "over a minute",
    now() {
      const { code, seconds } = run(["-", "--as", "markdown"], {
        stdin: `State television ${"quickly ".repeat(300)}spun the visit as a victory for Russia.`,
      });
      return `300 times: ends with ${code}; ${seconds.toFixed(1)} s`;
    },
  },
  {
    done: "a page of 40,000 `x<br>`",
    before: "50 s",
    now: () => read(file("breaks.html", `<html lang="en"><body><p>${"x<br>".repeat(40_000)}</p></body></html>`)),
  },
  {
    done: "a first line of 200,000 capitals (the dateline)",
    before: "grew with the square",
    now: () => read(file("dateline.txt", `${"KYIV ".repeat(40_000)}\n\nUkraine rejected the demand of Russia.`)),
  },
  {
    done: "one sentence of 27 bytes 1,000 and 3,000 times (`same_as`)",
    before: "7 and 70 MB of record",
    now: () =>
      [1000, 3000]
        .map((times) => {
          const { out, seconds } = run([file("again.txt", "Russia attacked Ukraine.\n\n".repeat(times)), "--as", "jsonl"]);
          return `${(out.length / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
        })
        .join("; "),
  },
  {
    done: "an export killed, and made again over an earlier one",
    before: "“holds other files”, the earlier one gone",
    async now() {
      kept();
      const args = ["export", "--db", shelf, "--to", "out"];
      const first = run(args).code;
      const { child, ended } = start(args);
      setTimeout(() => child.kill("SIGKILL"), 400);
      await ended;
      const whole = readdirSync(join(folder, "out")).includes("datapackage.json");
      return `the earlier one is ${whole && first === 0 ? "there" : "gone"}; again: ends with ${run(args).code}`;
    },
  },
  {
    done: "`watch --once`, and the shelf's file alone copied",
    before: "empty: all was in the write-ahead file",
    async now() {
      const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title><item><title>Talks</title><guid>1</guid><description>${"Ukraine rejected the demand of Russia on Friday. ".repeat(20)}</description></item></channel></rss>`;
      const site = createServer((_, response) => void response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed));
      await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
      const { ended } = start([
        "watch",
        `http://127.0.0.1:${(site.address() as AddressInfo).port}/`,
        "--once",
        "--allow-private",
        "--db",
        "watched.duckdb",
      ]);
      const code = await ended;
      site.close();
      copyFileSync(join(folder, "watched.duckdb"), join(folder, "copy.duckdb"));
      const { out } = run(["sql", "SELECT count(*) AS n FROM documents", "--db", "copy.duckdb", "--as", "csv"]);
      return `watch ends with ${code}; articles in the copy: ${out.trim().split("\n").at(-1)}`;
    },
  },
  {
    done: "a line of JSONL on standard input, and nothing more for a while",
    before: "no answer until 2,000 bytes had come",
    async now() {
      const { child, said, ended } = start(["-", "--input", "jsonl", "--as", "jsonl"]);
      child.stdin.write('{"id": "one", "text": "Ukraine rejected the demand."}\n');
      const answered = (await said(/"id":"one"/)) !== null;
      child.stdin.end();
      return `answered before the end: ${answered ? "yes" : "no"}; ends with ${await ended}`;
    },
  },
  {
    done: '`{"html":"<html "}` and a zst file with a bad header',
    before: "“made Readout fail”",
    now: () =>
      `${read(file("broken.jsonl", '{"id":"a","html":"<html "}\n'))}; ${read(file("broken.txt.zst", Buffer.from("28b52ffdff00112233", "hex")))}`,
  },
  {
    done: "a shelf of an older format",
    before: "“update readout”",
    async now() {
      run(["add", good, "--db", "old.duckdb"]);
      const database = await DuckDBInstance.create(join(folder, "old.duckdb"));
      const connection = await database.connect();
      await connection.run("UPDATE shelf_tables.about SET format = 0; CHECKPOINT");
      connection.closeSync();
      database.closeSync();
      return `“${run(["events", "--db", "old.duckdb"]).err}”; real older formats are brought over (test/store/older.test.ts)`;
    },
  },
  {
    done: "a damaged block of a shelf",
    before: "“mend the query”",
    now() {
      kept();
      copyFileSync(join(folder, shelf), join(folder, "damaged.duckdb"));
      const { size } = statSync(join(folder, "damaged.duckdb"));
      const open = openSync(join(folder, "damaged.duckdb"), "r+");
      for (let at = 3 * 4096 + 100; at < size; at += 262_144) writeSync(open, Buffer.alloc(64, 0xa5), 0, 64, at);
      closeSync(open);
      const { code, err } = run(["events", "--db", "damaged.duckdb"]);
      return `ends with ${code}; “${err.split("\n")[0]}”`;
    },
  },
  {
    done: "CSV cells that begin with `= + - @`; tables as Markdown with `<script>`",
    before: "went out raw",
    now() {
      kept();
      const query = `SELECT '=1+1' AS a, '+1' AS b, '-x' AS c, '@x' AS d, '<script>x</script>' AS e`;
      const [csv, markdown] = ["csv", "markdown"].map((as) =>
        run(["sql", query, "--db", shelf, "--as", as]).out.trim().split("\n").at(-1)?.trim(),
      );
      return `\`${csv}\` · \`${markdown?.replaceAll("|", "¦")}\``;
    },
  },
  {
    done: "four batches open and idle, then an article",
    before: "every place was held",
    now: () =>
      serving(async (url) => {
        const { hostname, port } = new URL(url);
        const idle = Array.from({ length: 4 }, () => {
          const socket = connect(Number(port), hostname);
          socket.write(`POST /api/v1/read/batch HTTP/1.1\r\nHost: ${hostname}:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`);
          return socket;
        });
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const { status } = await fetch(`${url}/api/v1/read`, { method: "POST", body: JSON.stringify({ text: "They met." }) });
        for (const socket of idle) socket.destroy();
        return `answered with ${status}`;
      }),
  },
  {
    done: "an export to a place that takes no files (/proc/x)",
    before: "never ended",
    now() {
      kept();
      const { code, err, seconds } = run(["export", "--db", shelf, "--to", "/proc/x"]);
      return `ends with ${code}; “${err.split("\n")[0]}”; ${seconds.toFixed(1)} s`;
    },
  },
  {
    done: "the token given by READOUT_TOKEN",
    before: "only by argument, for all to see",
    now: () =>
      serving(
        async (url) => {
          const ask = async (headers: Record<string, string>) => (await fetch(`${url}/api/v1/status`, { headers })).status;
          return `without it ${await ask({})}, with it ${await ask({ authorization: "Bearer word" })}`;
        },
        [],
        { READOUT_TOKEN: "word" },
      ),
  },
  {
    done: "who may read a new shelf",
    before: "all",
    now() {
      kept();
      return `mode ${(statSync(join(folder, shelf)).mode & 0o777).toString(8)}`;
    },
  },
];

process.stdout.write("| done | before | now |\n| --- | --- | --- |\n");
for (const [at, { done, before, now }] of faults.entries()) {
  if (own.size > 0 && !own.has(String(at + 1))) continue;
  const told = await Promise.resolve()
    .then(now)
    .catch((error: Error) => `this script failed: ${error.message}`);
  process.stdout.write(
    `| ${at + 1}. ${done} | ${before} | ${told.replaceAll("\n", " ").replaceAll(folder, "…").replaceAll("|", "\\|")} |\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
