// `add` as a process of its own, ended at random moments: the next run goes on, and at the end the shelf is the one that was never disturbed.
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { contentOf, onShelf, recordOf, rowsOf, temporary } from "./records.ts";

const folder = temporary();
const articles = join(folder, "articles");
const program = fileURLToPath(new URL("program.mjs", import.meta.url));
const many = 30;
/** How many at least: READOUT_KILLS=200 npx vitest run test/store/kill.test.ts is the long harness. */
const kills = Math.max(2, Number(process.env.READOUT_KILLS) || 40);

/** Twenty-five articles, three of them again in another text, and two that are there twice. */
const given = Array.from({ length: many }, (_, n) => (n < 25 ? recordOf(n) : n < 28 ? recordOf(n - 25, { edit: 1 }) : recordOf(n - 20)));

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL("../../dist/store/shelf.js", import.meta.url))))
    throw new Error("dist/ is missing: run npm run build, or npm test, which builds");
  mkdirSync(articles);
  given.forEach(({ document: { id, text, url, title, published, publisher, language }, ...record }, n) => {
    const line = { id, text, url, title, published, publisher: publisher ?? undefined, language, record };
    writeFileSync(join(articles, `${String(n).padStart(2, "0")}.jsonl`), JSON.stringify(line));
  });
});

interface Running {
  readonly child: ChildProcess;
  readonly written: { out: string; err: string };
  /** Ends when standard error has the word. */
  seen(word: string): Promise<void>;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, ...env } });
  const written = { out: "", err: "" };
  const waiting: { word: string; tell: () => void }[] = [];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    written.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    written.err += text;
    for (const { word, tell } of waiting) if (written.err.includes(word)) tell();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on("close", (code, signal) => {
      for (const { tell } of waiting) tell();
      resolve(signal ?? code);
    });
  });
  const seen = (word: string) =>
    new Promise<void>((tell) => {
      if (written.err.includes(word) || child.exitCode !== null) tell();
      else waiting.push({ word, tell });
    });
  return { child, written, seen, ended };
}

/** Articles of which anything is missing. */
const halves = (path: string): Promise<unknown> =>
  onShelf(path, "read", async (shelf) => {
    const counted = ["record", "sentence", "actor", "event", "statement", "promotion"].map(
      (table) => `(SELECT count(*) FROM shelf_tables.${table} WHERE document = d.key) AS ${table}s`,
    );
    const whole = "records = 1 AND sentence = sentences AND events = sentences - 1 AND actors >= 2 AND statements = 1 AND promotions = 1";
    const sql = `SELECT count(*) AS n FROM (SELECT d.sentences AS sentence, ${counted}, FROM shelf_tables.document d) WHERE NOT (${whole})`;
    return (await rowsOf(shelf, sql))[0]!.n;
  });

const failures = ({ err }: { err: string }): string => err.replace(/^(?:ready|reading)\n/gm, "");

/** Numbers in [0, 1) that are the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("adding", () => {
  let undisturbed: Awaited<ReturnType<typeof contentOf>>;
  let span = 0;
  beforeAll(async () => {
    const run = start(["add", "articles", "--db", "whole.duckdb"]);
    await run.seen("ready");
    const began = performance.now();
    expect(await run.ended).toBe(0);
    span = performance.now() - began;
    expect(run.written.out).toBe("whole.duckdb: 25 added, 3 as a new version, 2 there already, 0 failed\n");
    undisturbed = await contentOf(join(folder, "whole.duckdb"));
    expect(undisturbed.document).toHaveLength(28);
  });

  // Two files at once, since most of the time goes into starting the program.
  it.concurrent.each([1, 2])(
    "should lose, double and halve nothing when it is killed (lane %i)",
    async (lane) => {
      const next = random(lane);
      const mine = Math.ceil(kills / 2);
      let done = 0;
      for (let round = 0; done < mine; round++) {
        const name = `killed-${lane}-${round}.duckdb`;
        for (let here = 0; ; here++) {
          const run = start(["add", "articles", "--db", name]);
          await run.seen("ready");
          if (here < 12) {
            await Promise.race([run.ended, wait(next() * span * 0.3)]);
            run.child.kill("SIGKILL");
          }
          if ((await run.ended) !== "SIGKILL") {
            expect(failures(run.written)).toBe("");
            break;
          }
          done++;
          if (existsSync(join(folder, name))) expect(await halves(join(folder, name))).toBe(0);
        }
        expect(await contentOf(join(folder, name))).toEqual(undisturbed);
      }
      expect(done).toBeGreaterThanOrEqual(mine);
    },
    300_000 + kills * 10_000,
  );

  it("should lose nothing, and no correction, when recoding is killed", async () => {
    // Another model that tells the first event otherwise and not the last.
    const now = Object.fromEntries(
      given.map((record) => {
        const [first, ...rest] = record.events;
        return [record.document.sha256, { ...record, events: [{ ...first!, type: "COERCE", quad: 4, score: -7 }, ...rest.slice(0, -1)] }];
      }),
    );
    writeFileSync(join(folder, "articles", "recoded.json"), JSON.stringify(now));
    const env = { RECODED: join(folder, "articles", "recoded.json") };
    const files = ["recoded.duckdb", "killed-recoding.duckdb"] as const;
    for (const name of files) copyFileSync(join(folder, "whole.duckdb"), join(folder, name));
    for (const name of files)
      await onShelf(join(folder, name), "write", async (shelf) => {
        const signed = { by: "Ana", at: "2026-01-02T03:04:05Z", note: null };
        const nothing = { type: null, modes: null, auxiliary: null, actor: null, recipient: null, isEvent: true };
        await shelf.correct("e5.1", { ...nothing, type: "REJECT" }, signed);
        await shelf.correct("e6.2", { ...nothing, isEvent: false }, signed);
      });
    expect(await start(["recode", "--db", files[0]], env).ended).toBe(0);
    const next = random(3);
    let done = 0;
    for (;;) {
      const run = start(["recode", "--db", files[1]], env);
      await run.seen("ready");
      if (done < 6) {
        await Promise.race([run.ended, wait(next() * span * 0.5)]);
        run.child.kill("SIGKILL");
      }
      if ((await run.ended) !== "SIGKILL") break;
      done++;
    }
    expect(done).toBeGreaterThan(0);
    expect(await contentOf(join(folder, files[1]))).toEqual(await contentOf(join(folder, files[0])));
    const corrected = await onShelf(join(folder, files[1]), "read", (shelf) =>
      rowsOf(shelf, "SELECT id, standing FROM corrections ORDER BY id"),
    );
    expect(corrected).toEqual([
      { id: "e5.1", standing: "applied" },
      { id: "e6.2", standing: "applied" },
    ]);
  });

  it("should keep every finished article at Ctrl-C", async () => {
    const run = start(["add", "articles", "--db", "stopped.duckdb"]);
    await run.seen("reading");
    await wait(span / 4);
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(130);
    expect(run.written.out).toBe("");
    const { record } = await contentOf(join(folder, "stopped.duckdb"));
    expect(record).toEqual(undisturbed.record!.slice(0, record!.length));
    const [, added, versions] =
      /^readout: stopped: stopped\.duckdb: (\d+) added, (\d+) as a new version, .*; the same command goes on from here$/m.exec(
        run.written.err,
      )!;
    expect(Number(added) + Number(versions)).toBe(record!.length);
    expect(await start(["add", "articles", "--db", "stopped.duckdb"]).ended).toBe(0);
    expect(await contentOf(join(folder, "stopped.duckdb"))).toEqual(undisturbed);
  });

  it("should tell a second process who holds the file", async () => {
    const first = start(["add", "articles", "--db", "held.duckdb"], { SLOW: "1" });
    await first.seen("reading");
    for (const args of [["add", "articles"], ["events"], ["sql", "FROM events"]]) {
      const second = start([...args, "--db", "held.duckdb"]);
      expect(await second.ended).toBe(1);
      expect(failures(second.written)).toBe(
        `readout: held.duckdb: is held by another process: node, PID ${first.child.pid}: wait until it ends, or give another --db\n`,
      );
    }
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(130);
    expect(await start(["add", "articles", "--db", "held.duckdb"]).ended).toBe(0);
    expect(await contentOf(join(folder, "held.duckdb"))).toEqual(undisturbed);
  });

  it("should make one file where two processes begin at once", async () => {
    const both = [1, 2].map(() => start(["add", "articles", "--db", "race.duckdb"]));
    const ends = await Promise.all(both.map(({ ended }) => ended));
    expect(ends).toContain(0);
    for (const { written } of both) expect(failures(written)).toMatch(/^(?:readout: race\.duckdb: is held by another process: .*\n)?$/);
    expect(await contentOf(join(folder, "race.duckdb"))).toEqual(undisturbed);
  });

  it("should leave no other files behind", () => {
    const names = readdirSync(folder).filter((name) => name !== "articles");
    expect(names.filter((name) => !/^[\w-]+\.duckdb$/.test(name) && !/^killed-.*\.new-\d+(?:\.wal)?$/.test(name))).toEqual([]);
  });
});
