// What writes a shelf or an export as a process of its own, ended at random moments: the next run goes on, and at the end all is as if never disturbed.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { contentOf, makeOlder, onShelf, recordOf, rowsOf, temporary } from "./records.ts";

const folder = temporary();
const articles = join(folder, "articles");
const feeds = join(folder, "feeds");
const program = fileURLToPath(new URL("program.mjs", import.meta.url));
const many = 30;
/** How many at least, in all: `npm run kills -- --count 1000` is the long harness, which sets these two. Half of them are of add. */
const all = Math.max(12, Number(process.env.READOUT_KILLS) || 20);
const kills = Math.ceil(all / 2);
/** Of each of the other commands. */
const others = Math.ceil(all / 10);
const patience = 300_000 + all * 20_000;
const log = process.env.READOUT_KILLS_LOG;
const done: Record<string, number> = {};
/** Told when the kill has been looked into and nothing was lost. @param after milliseconds from when the program was ready */
const count = (name: string, after: number): void => {
  done[name] = (done[name] ?? 0) + 1;
  if (log) appendFileSync(log, `${JSON.stringify({ command: name, kill: done[name], after: Math.round(after) })}\n`);
};

/** Twenty-five articles, three of them again in another text, and two that are there twice. */
const given = Array.from({ length: many }, (_, n) => (n < 25 ? recordOf(n) : n < 28 ? recordOf(n - 25, { edit: 1 }) : recordOf(n - 20)));

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL("../../dist/store/shelf.js", import.meta.url))))
    throw new Error("dist/ is missing: run npm run build, or npm test, which builds");
  mkdirSync(articles);
  mkdirSync(feeds);
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
          const began = performance.now();
          if (here < 12) {
            await Promise.race([run.ended, wait(next() * span * 0.3)]);
            run.child.kill("SIGKILL");
          }
          if ((await run.ended) !== "SIGKILL") {
            expect(failures(run.written)).toBe("");
            break;
          }
          const after = performance.now() - began;
          if (existsSync(join(folder, name))) expect(await halves(join(folder, name))).toBe(0);
          done++;
          count("add", after);
        }
        expect(await contentOf(join(folder, name))).toEqual(undisturbed);
      }
      expect(done).toBeGreaterThanOrEqual(mine);
    },
    patience,
  );

  it(
    "should lose nothing, and no correction, when recoding is killed",
    async () => {
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
        // Of some all must be recoded again, so that there is something to kill.
        const run = start(["recode", "--db", files[1], ...(done % 6 === 5 ? ["--all"] : [])], env);
        await run.seen("ready");
        const began = performance.now();
        if (done < others) {
          await Promise.race([run.ended, wait(next() * span * 0.5)]);
          run.child.kill("SIGKILL");
        }
        if ((await run.ended) !== "SIGKILL") {
          if (done >= others) break;
          continue;
        }
        done++;
        count("recode", performance.now() - began);
      }
      expect(done).toBeGreaterThanOrEqual(others);
      expect(await contentOf(join(folder, files[1]))).toEqual(await contentOf(join(folder, files[0])));
      const corrected = await onShelf(join(folder, files[1]), "read", (shelf) =>
        rowsOf(shelf, "SELECT id, standing FROM corrections ORDER BY id"),
      );
      expect(corrected).toEqual([
        { id: "e5.1", standing: "applied" },
        { id: "e6.2", standing: "applied" },
      ]);
    },
    patience,
  );

  /** Runs a command until it has been killed often enough, and once more to its end. `holds` is told after each kill. */
  async function killed(
    name: string,
    many: number,
    seed: number,
    share: number,
    argsOf: (round: number) => readonly string[],
    holds: () => Promise<void>,
  ) {
    const next = random(seed);
    let kills = 0;
    // A run that ends before it is killed is one too: its turn was too late.
    for (let round = 0; kills < many; round++) {
      const run = start(argsOf(round));
      await run.seen("ready");
      const began = performance.now();
      await Promise.race([run.ended, wait(next() * span * share)]);
      run.child.kill("SIGKILL");
      const killed = (await run.ended) === "SIGKILL";
      const after = performance.now() - began;
      if (!killed) expect(failures(run.written)).not.toMatch(/damaged|fault of readout/);
      await holds();
      if (!killed) continue;
      kills++;
      count(name, after);
    }
  }

  it(
    "should keep a correction whole or not at all when correcting is killed",
    async () => {
      const path = join(folder, "corrected.duckdb");
      copyFileSync(join(folder, "whole.duckdb"), path);
      const made = () => onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT note, standing FROM corrections"));
      const told = () => onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT count(*) AS n, count(DISTINCT id) AS ids FROM events"));
      const before = await told();
      const argsOf = (round: number) => [
        "correct",
        `e${1 + (round % 25)}.${1 + (round % 3)}`,
        "--type",
        round % 2 ? "REJECT" : "AID",
        "--by",
        "Ana",
        "--note",
        `${round}`,
        "--db",
        path,
      ];
      await killed("correct", others, 4, 0.4, argsOf, async () => {
        const rows = await made();
        // Each run made one correction, or none; those before it stand or were ended.
        expect(new Set(rows.map(({ note }) => note)).size).toBe(rows.length);
        expect(await told()).toEqual(before);
        expect(await halves(path)).toBe(0);
      });
      const wanted = argsOf(others * 3);
      const run = start(wanted);
      expect(await run.ended).toBe(0);
      const [row] = await onShelf(path, "read", (shelf) =>
        rowsOf(shelf, `SELECT type, corrected_by FROM events WHERE id = '${wanted[1]}'`),
      );
      expect(row).toEqual({ type: wanted[3], corrected_by: "Ana" });
    },
    patience,
  );

  it(
    "should leave the earlier export or the new one, whole, when exporting is killed",
    async () => {
      const shelves = ["whole.duckdb", "one.duckdb"] as const;
      await onShelf(join(folder, shelves[1]), "write", (shelf) => shelf.add(recordOf(1)));
      const to = join(folder, "export");
      const bytes = (path: string): string =>
        readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(
            ({ parentPath, name }) =>
              `${join(parentPath, name).slice(path.length)} ${createHash("sha256")
                .update(readFileSync(join(parentPath, name)))
                .digest("hex")}`,
          )
          .filter((line) => !line.startsWith("/.readout-export-"))
          .sort()
          .join("\n");
      const argsOf = (round: number, folder = "export") => [
        "export",
        "--db",
        shelves[round % 2]!,
        "--to",
        folder,
        "--format",
        round % 3 ? "csv" : "parquet",
      ];
      const known = new Map<string, string>();
      for (let round = 0; round < 6; round++) {
        expect(await start(argsOf(round, `export-${round}`)).ended).toBe(0);
        known.set(bytes(join(folder, `export-${round}`)), `${round % 2} ${round % 3 ? "csv" : "parquet"}`);
      }
      expect(await start(argsOf(0)).ended).toBe(0);
      await killed("export", others, 5, 1, argsOf, async () => {
        const moving = readdirSync(to).some((name) => name.startsWith(".readout-export-") && existsSync(join(to, name, "replaces.json")));
        // Killed while it was moved, the next run finishes it, even one that fails then.
        if (moving) expect(await start(["export", "--db", "missing.duckdb", "--to", "export"]).ended).toBe(1);
        expect([...known.keys()]).toContain(bytes(to));
      });
      expect(await start(argsOf(1)).ended).toBe(0);
      expect(known.get(bytes(to))).toBe("1 csv");
      expect(readdirSync(to).filter((name) => name.startsWith("."))).toEqual([]);
    },
    patience,
  );

  it(
    "should have the old shelf or the new one, whole, when bringing it up to date is killed",
    async () => {
      const [old, path] = [join(folder, "format-2.duckdb"), join(folder, "brought.duckdb")];
      await makeOlder(join(folder, "whole.duckdb"), old);
      const begin = (): void => {
        for (const name of readdirSync(folder)) if (name.startsWith("brought.duckdb")) rmSync(join(folder, name));
        copyFileSync(old, path);
      };
      begin();
      // What an older program knew less of stays so.
      expect(await start(["events", "--limit", "1", "--db", path]).ended).toBe(0);
      const brought = await contentOf(path);
      expect(brought.event).toEqual(undisturbed.event);
      begin();
      await killed(
        "migration",
        others,
        6,
        1,
        () => ["events", "--limit", "1", "--db", path],
        async () => {
          const content = await contentOf(path);
          const [[format]] = content.about as [[number]];
          if (format === 2) expect(content.document).toHaveLength(28);
          else {
            expect(content).toEqual(brought);
            expect(readFileSync(`${path}.format-2`).equals(readFileSync(old))).toBe(true);
            begin();
          }
        },
      );
      expect(await start(["events", "--limit", "1", "--db", path]).ended).toBe(0);
      expect(await contentOf(path)).toEqual(brought);
    },
    patience,
  );

  it(
    "should have every article of a feed once when watching is killed",
    async () => {
      const feed = join(feeds, "feed.rss");
      const sentence = "The envoys said on Tuesday that both delegations would meet again after the harvest to settle the border.";
      const items = Array.from(
        { length: 30 },
        (_, n) =>
          `<item><title>Talks ${n}</title><link>https://news.example/${n}</link><pubDate>Fri, 15 Aug 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[${`<p>Number ${n}. ${sentence}</p>`.repeat(12)}]]></content:encoded></item>`,
      );
      writeFileSync(
        feed,
        `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title><link>https://news.example/</link>${items.join("")}</channel></rss>`,
      );
      let db = "";
      const fresh = (round: number): string => {
        if (db === "" || round % 8 === 0) db = join(folder, `watched-${round}.duckdb`);
        return db;
      };
      const whole = async (): Promise<unknown> =>
        onShelf(db, "read", (shelf) =>
          rowsOf(
            shelf,
            "SELECT count(*) AS n, count(DISTINCT url) AS urls, (SELECT count(*) FROM shelf_tables.record) AS records FROM shelf_tables.document",
          ),
        );
      await killed(
        "watch",
        others,
        7,
        1,
        (round) => ["watch", feed, "--once", "--db", fresh(round)],
        async () => {
          if (!existsSync(db)) return;
          const [row] = (await whole()) as { n: number; urls: number; records: number }[];
          expect(row).toEqual({ n: row!.n, urls: row!.n, records: row!.n });
        },
      );
      const last = start(["watch", feed, "--once", "--db", db]);
      expect([await last.ended, failures(last.written)]).toEqual([0, ""]);
      expect(await whole()).toEqual([{ n: 30, urls: 30, records: 30 }]);
      // A copy of the shelf alone is whole.
      expect(existsSync(`${db}.wal`)).toBe(false);
    },
    patience,
  );

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
    const names = readdirSync(folder).filter((name) => name !== "articles" && name !== "feeds");
    expect(
      names.filter(
        (name) =>
          !/^(?:[\w-]+\.duckdb(?:\.format-2|\.watch\.json)?|export(?:-\d)?)$/.test(name) &&
          !/^(?:killed|brought|watched).*(?:\.new-\d+)?(?:\.wal)?$/.test(name),
      ),
    ).toEqual([]);
  });
});
