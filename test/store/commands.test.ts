// The shelf's commands from the command line to what is written, on real shelves with a reader that answers at once.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { COMMANDS } from "../../src/cli/options.ts";
import { writePlover } from "../../src/record/plover.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { COLUMNS } from "../../src/store/codebook.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { documentOf, fake } from "../cli/fakes.ts";
import { contentOf, onShelf, recordOf, telling, temporary } from "./records.ts";

const folder = temporary();
const db = join(folder, "s.duckdb");
const many = 12;
beforeAll(() =>
  onShelf(db, "write", async (shelf) => {
    for (let n = 0; n < many; n++) await shelf.add(recordOf(n));
  }),
);

interface Settings extends NonNullable<Parameters<typeof fake>[0]> {
  /** What is read; the reader gives back the record of each text. */
  readonly records?: readonly ReadoutRecord[];
}

async function readout(args: readonly string[], settings: Settings = {}) {
  const records = settings.records ?? [];
  const { effects, written, reader } = fake({
    inputs: records.map((record) => ({ input: `${record.document.id}.txt`, document: record.document })),
    ...settings,
  });
  const openReader: typeof effects.openReader = async (options) => ({
    ...(await effects.openReader(options)),
    async read(document, how) {
      const error = settings.readError?.(document.id);
      if (error) throw error;
      return { ...records.find((record) => record.document.sha256 === document.sha256)!, ...(how?.date ? { promotions: [] } : {}) };
    },
  });
  const code = await main(args, { ...effects, openReader, openShelf: (path, access, to) => openShelf(path, access, telling, to) });
  return { code, reader, ...written };
}

describe("add", () => {
  it("should code what is new and tell what it did", async () => {
    const path = join(folder, "add.duckdb");
    const first = await readout(["add", "x", "--db", path], { records: [recordOf(1), recordOf(2), recordOf(1)] });
    expect(first).toMatchObject({ code: 0, err: "", out: `${path}: 2 added, 0 as a new version, 1 there already, 0 failed\n` });
    const again = await readout(["add", "x", "--db", path], { records: [recordOf(1), recordOf(2)] });
    expect(again).toMatchObject({
      code: 0,
      reader: { opened: 0 },
      out: `${path}: 0 added, 0 as a new version, 2 there already, 0 failed\n`,
    });
    const edited = await readout(["add", "x", "--db", path], { records: [recordOf(1, { edit: 1 })] });
    expect(edited).toMatchObject({ code: 0, out: `${path}: 0 added, 1 as a new version, 0 there already, 0 failed\n` });
  });
  it("should name what fails, keep the rest in order, and end with 1", async () => {
    const path = join(folder, "fail.duckdb");
    const records = [0, 1, 2, 3, 4].map((n) => recordOf(n));
    const inputs = [
      ...records.map((record) => ({ input: record.document.id, document: record.document })),
      documentOf("german", "de"),
      { input: "gone.txt", failure: "is not there: check the path" },
    ];
    const readError = (id: string) => (id === "article-2" ? new Error("is too odd: leave it out") : null);
    const { code, out, err } = await readout(["add", "x", "--db", path], { records, inputs, readError });
    expect({ code, out }).toEqual({ code: 1, out: `${path}: 4 added, 0 as a new version, 0 there already, 3 failed\n` });
    expect(err).toBe(
      "readout: article-2: is too odd: leave it out\nreadout: german.txt: is in German, and only English is coded: give a translation\nreadout: gone.txt: is not there: check the path\n",
    );
    expect((await contentOf(path)).document!.map((row) => row[4])).toEqual(["article-0", "article-1", "article-3", "article-4"]);
  });
  it("should say in one line that the file is no shelf", async () => {
    const path = join(folder, "text.duckdb");
    writeFileSync(path, "Not a database. ".repeat(1000));
    const { code, out, err } = await readout(["add", "x", "--db", path], { records: [recordOf(1)] });
    expect({ code, out, err }).toEqual({ code: 1, out: "", err: `readout: ${path}: is no DuckDB file: give another --db\n` });
  });
});

const QUESTIONS = ["events", "statements", "positions", "commitments", "reactions", "outcomes", "actors", "sources", "timeline"];

describe("the questions", () => {
  it.each(QUESTIONS)("%s should write every format", async (question) => {
    const ask = async (...args: string[]) => {
      const { code, out, err } = await readout([question, "--db", db, ...args]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      return out;
    };
    const rows = (await ask())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(["document", "url", "sentence", "start", "end"]));
      expect(Object.keys(COLUMNS)).toEqual(expect.arrayContaining(Object.keys(row)));
    }
    const csv = await ask("--as", "csv");
    expect(csv.startsWith(`${Object.keys(rows[0]).join(",")}\r\n`)).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(rows.length + 1);
    expect((await ask("--as", "markdown")).trimEnd().split("\n")).toHaveLength(rows.length + 2);
    expect((await ask("--limit", "1")).trimEnd().split("\n")).toHaveLength(1);
    // On a narrow terminal a row is told in lines, its citation whole; no line is wider than its longest word makes it.
    for (const columns of [40, 80, 132]) {
      const { out } = await readout([question, "--db", db], { terminal: true, columns });
      expect(out.match(/article-\d+ s\d+ \[\d+–\d+\]/g) ?? out.match(/article-\d+/g)).not.toBeNull();
      for (const line of out.trimEnd().split("\n"))
        expect(line.length <= columns || line.trim().split(" ").length <= 2 || !line.includes(" · "), line).toBe(true);
    }
    // On a wide one, and in a file, a row is a line under its columns' names.
    const { out: wide } = await readout([question, "--db", db], { terminal: true, columns: 600 });
    expect(wide.trimEnd().split("\n")).toHaveLength(rows.length + 2);
    expect((await ask("--as", "table")).trimEnd().split("\n")).toHaveLength(rows.length + 2);
    expect(await ask("--since", "2099-01-01")).toBe("");
    expect(await ask("--since", "2099-01-01", "--as", "csv")).toBe(`${Object.keys(rows[0]).join(",")}\r\n`);
  });
  it("should not let an article speak to the terminal", async () => {
    const path = join(folder, "terminal.duckdb");
    const record = recordOf(1);
    const actors = record.actors.map((actor) => ({ ...actor, name: "a\u001b[31m\u202eb|c\\" }));
    await onShelf(path, "write", (shelf) => shelf.add({ ...record, actors }));
    const { out } = await readout(["actors", "--db", path], { terminal: true });
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect((await readout(["actors", "--db", path, "--as", "markdown"])).out).toContain("a [31m b\\|c\\\\");
  });
  it("should not let an article write formulas, markup or links", async () => {
    const path = join(folder, "markup.duckdb");
    const record = recordOf(1);
    const hostile = [
      "=cmd|' /C calc'!A0",
      "@SUM(1)",
      "+1+2",
      "-2+3",
      "<script>alert(1)</script>",
      "[a](javascript:alert(1))",
      "&lt;b> *x* `y`",
      "-7",
    ];
    const actors = record.actors.map((actor, at) => ({ ...actor, name: hostile[at]! }));
    const more = hostile.slice(actors.length).map((name, at) => ({ ...actors[0]!, id: `a${50 + at}`, name }));
    await onShelf(path, "write", (shelf) => shelf.add({ ...record, actors: [...actors, ...more] }));
    const csv = (await readout(["actors", "--db", path, "--as", "csv"])).out;
    const cells = csv.split(/\r\n|,/);
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual(["-7"]);
    expect(csv).toContain("'=cmd|");
    const markdown = (await readout(["actors", "--db", path, "--as", "markdown"])).out;
    expect(markdown).not.toContain("<script");
    expect(markdown).toContain("[a\\](javascript:");
    expect(markdown).toContain("&lt;script>alert(1)&lt;/script>");
    expect(markdown).toContain("&amp;lt;b> \\*x\\* \\`y\\`");
  });
  test.each<[string[], string]>([
    [["events", "x"], "x: is not understood: readout events takes options only (readout events --help)"],
    [["events", "--min-confidence", "2"], "--min-confidence: “2” is no share: give a number from 0 to 1, as in 0.8"],
    [["events", "--min-confidence", "high"], "--min-confidence: “high” is no share: give a number from 0 to 1, as in 0.8"],
    [["actors", "--limit", "0"], "--limit: “0” is no number of rows: give a whole number from 1"],
    [["events", "--type", "REJCT"], "--type: “REJCT” is unknown: did you mean REJECT?"],
    [["events", "--since", "August"], "--since: “August” is no day: write it as YYYY-MM-DD, as in 2025-08-15"],
    [["events", "--since", "2025-08-02", "--until", "2025-08-01"], "--until: 2025-08-01 is before --since 2025-08-02: swap them"],
    [["events", "--actor", "…"], "--actor: “…” holds no word: give a code or a name"],
    [["sql"], "sql: takes one query, but has 0: put it into quotation marks"],
    [["sql", "SELECT", "1"], "sql: takes one query, but has 2: put it into quotation marks"],
    [["export"], "--to: is missing: name the folder to write to"],
    [["add"], "INPUT: is missing: name a file, a folder, a URL, or - for standard input (readout add --help tells more)"],
  ])("%j should be wrong usage", async (args, line) => {
    expect(await readout(args)).toMatchObject({ code: 2, out: "", err: `readout: ${line}\n` });
  });
  it("should say that there is no shelf yet", async () => {
    const path = join(folder, "none.duckdb");
    expect(await readout(["events", "--db", path])).toMatchObject({
      code: 1,
      err: `readout: ${path}: is not there: make it with readout add, or check --db\n`,
    });
  });
});

describe("sql", () => {
  it("should answer, and name what is wrong with the query", async () => {
    expect(await readout(["sql", "SELECT count(*) AS n FROM documents", "--db", db])).toMatchObject({ code: 0, out: `{"n":${many}}\n` });
    expect(await readout(["sql", "SELECT 1 AS a, 'x' AS b", "--db", db, "--as", "table"])).toMatchObject({ out: "a  b\n─  ─\n1  x\n" });
    const { code, err } = await readout(["sql", "SELECT x FROM events", "--db", db]);
    expect(code).toBe(1);
    expect(err).toMatch(/^readout: sql: .*: mend the query\n$/);
  });
});

describe("export", () => {
  const files = (to: string) =>
    readdirSync(to, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(to, join(parentPath, name)))
      .sort();
  const bytes = (to: string) => Object.fromEntries(files(to).map((name) => [name, readFileSync(join(to, name)).toString("latin1")]));
  const manifestOf = (to: string) => JSON.parse(readFileSync(join(to, "manifest.json"), "utf8"));
  it.each(["parquet", "csv", "ndjson", "plover", "cameo", "polecat", "icews", "gdelt", "webannotation", "doccano", "labelstudio", "gold"])(
    "as %s should give the same bytes each time, and say how it was made",
    async (format) => {
      const to = ["one", "two"].map((name) => join(folder, `${format}-${name}`)) as [string, string];
      for (const each of to) {
        const { code, err } = await readout(["export", "--db", db, "--to", each, "--format", format, "--actor", "UKR"]);
        expect({ code, err }).toEqual({ code: 0, err: "" });
      }
      expect(bytes(to[0])).toEqual(bytes(to[1]));
      const manifest = JSON.parse(readFileSync(join(to[0], "manifest.json"), "utf8"));
      expect(manifest).toMatchObject({
        format,
        filters: { actor: "UKR" },
        schema: "readout.record/1",
        coded_by: ["readout 0.1.0 (0123456789ab)"],
      });
      expect(Object.keys(manifest)).not.toContain("date");
      expect([...manifest.files.map(({ name }: { name: string }) => name), "manifest.json"].sort()).toEqual(readdirSync(to[0]).sort());
    },
  );
  it("should write Parquet that DuckDB reads, row for row what the questions answer", async () => {
    const to = join(folder, "read-back");
    await readout(["export", "--db", db, "--to", to]);
    const database = await DuckDBInstance.create();
    const connection = await database.connect();
    for (const question of QUESTIONS.filter((name) => name !== "timeline")) {
      const found = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM '${join(to, `${question}.parquet`)}'`);
      const { out } = await readout([question, "--db", db]);
      expect(found.getRows()).toEqual([[out.trimEnd().split("\n").length]]);
    }
    const types = await connection.runAndReadAll(`SELECT typeof(day), typeof(source) FROM '${join(to, "events.parquet")}' LIMIT 1`);
    expect(types.getRows()).toEqual([["DATE", "VARCHAR[]"]]);
    connection.closeSync();
    database.closeSync();
  });
  it("should write the PLOVER records that reading writes, of the events that pass", async () => {
    const to = join(folder, "plover");
    await readout(["export", "--db", db, "--to", to, "--format", "plover", "--type", "REJECT"]);
    const records = Array.from({ length: many }, (_, n) => recordOf(n));
    const expected = records
      .map((record) => writePlover({ ...record, events: record.events.filter(({ type }) => type === "REJECT") }))
      .join("");
    expect(readFileSync(join(to, "events.plover.jsonl"), "utf8")).toBe(expected);
    expect(expected).not.toBe("");
  });
  it("should keep only articles with something that passes", async () => {
    const to = join(folder, "few");
    await readout(["export", "--db", db, "--to", to, "--format", "ndjson", "--outlet", "muster"]);
    const documents = readFileSync(join(to, "documents.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(documents.map(({ outlet }) => outlet)).toEqual(Array(4).fill("Muster Daily"));
  });
  it("should replace an earlier export, and nothing else", async () => {
    const to = join(folder, "again");
    await readout(["export", "--db", db, "--to", to]);
    await readout(["export", "--db", db, "--to", to, "--format", "plover", "--dated"]);
    expect(readdirSync(to).sort()).toEqual([
      "CITATION.cff",
      "codebook.md",
      "corrections.ndjson",
      "datapackage.json",
      "events.plover.jsonl",
      "manifest.json",
    ]);
    expect(JSON.parse(readFileSync(join(to, "manifest.json"), "utf8")).date).toMatch(/^\d{4}-\d\d-\d\d$/);
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "mine.txt"), "mine");
    expect(await readout(["export", "--db", db, "--to", other])).toMatchObject({
      code: 2,
      err: `readout: --to: ${other} holds other files: name an empty folder, or one that does not exist yet\n`,
    });
    expect(readdirSync(other)).toEqual(["mine.txt"]);
    expect((await readout(["export", "--db", db, "--to", db])).code).toBe(2);
  });
  it.each(["", "/x", "/x/y"])("should end with an error at a place that takes no files (%s)", async (below) => {
    const text = join(folder, "a-file");
    writeFileSync(text, "text");
    expect(await readout(["export", "--db", db, "--to", text + below])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is no folder: name another"),
    });
    // /proc takes no folders and says that they are not there.
    if (existsSync("/proc/self") && below !== "")
      expect(await readout(["export", "--db", db, "--to", `/proc${below}`])).toMatchObject({
        code: 2,
        err: expect.stringContaining("takes no files"),
      });
  });
  it("should leave an earlier export whole where the next one fails, and be repeated", async () => {
    const to = join(folder, "survives");
    await readout(["export", "--db", db, "--to", to, "--format", "csv"]);
    const before = bytes(to);
    const failing = await readout(["export", "--db", join(folder, "no.duckdb"), "--to", to]);
    expect(failing).toMatchObject({ code: 1, err: expect.stringContaining("is not there") });
    expect(bytes(to)).toEqual(before);
    // As processes leave it that are killed before, while and after the files are moved: no process has this number.
    const stage = join(folder, "survives", ".readout-export-4194399");
    await readout(["export", "--db", db, "--to", join(folder, "next"), "--format", "ndjson"]);
    const next = bytes(join(folder, "next"));
    const put = (names: readonly string[]) => {
      mkdirSync(stage);
      for (const name of names) writeFileSync(join(stage, name), Buffer.from(next[name]!, "latin1"));
    };
    put(["documents.ndjson"]);
    expect((await readout(["export", "--db", db, "--to", to, "--format", "csv"])).code).toBe(0);
    expect(bytes(to)).toEqual(before);
    put(Object.keys(next));
    copyFileSync(join(to, "manifest.json"), join(stage, "replaces.json"));
    rmSync(join(to, "manifest.json"));
    renameSync(join(stage, "actors.ndjson"), join(to, "actors.ndjson"));
    // The one that was killed is finished first; then this one fails.
    expect((await readout(["export", "--db", join(folder, "no.duckdb"), "--to", to])).code).toBe(1);
    expect(bytes(to)).toEqual(next);
    put([]);
    copyFileSync(join(to, "manifest.json"), join(stage, "replaces.json"));
    expect((await readout(["export", "--db", db, "--to", to, "--format", "csv"])).code).toBe(0);
    expect(bytes(to)).toEqual(before);
    // One that is alive is not disturbed.
    const alive = join(to, `.readout-export-${process.ppid}`);
    mkdirSync(alive);
    expect(await readout(["export", "--db", db, "--to", to])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is being written by another readout"),
    });
  });
  it("should take away nothing outside of its folder, whatever a manifest says", async () => {
    const [to, mine] = [join(folder, "hostile"), join(folder, "mine.txt")];
    mkdirSync(to);
    writeFileSync(mine, "mine");
    writeFileSync(join(to, ".hidden"), "mine");
    const names = ["../mine.txt", mine, ".hidden", "a/../../mine.txt", "..\\mine.txt"];
    writeFileSync(join(to, "manifest.json"), JSON.stringify({ program: "readout 9", files: names.map((name) => ({ name })) }));
    expect((await readout(["export", "--db", db, "--to", to])).code).toBe(0);
    expect([readFileSync(mine, "utf8"), readFileSync(join(to, ".hidden"), "utf8")]).toEqual(["mine", "mine"]);
  });
  it("should tell in the manifest and CITATION.cff how to make it again", async () => {
    const to = join(folder, "cited");
    await readout(["export", "--db", db, "--to", to, "--format", "csv", "--issue", "the harbour", "--min-confidence", "0.2"]);
    const { command, articles, files: listed } = manifestOf(to);
    expect(command).toBe("readout export --to FOLDER --format csv --issue 'the harbour' --min-confidence 0.2");
    expect(articles).toEqual({
      count: many,
      first_day: "2025-08-01",
      last_day: "2025-08-12",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      corrections: 0,
    });
    const events = readFileSync(join(to, "events.csv"), "utf8").trimEnd().split("\r\n");
    expect(listed.find(({ name }: { name: string }) => name === "events.csv").rows).toBe(events.length - 1);
    const citation = readFileSync(join(to, "CITATION.cff"), "utf8");
    for (const words of [
      "cff-version: 1.2.0",
      "type: dataset",
      `${many} news articles, 2025-08-01 to 2025-08-12`,
      "0123456789ab",
      command,
      articles.sha256,
    ])
      expect(citation).toContain(words);
  });
  it.each(["parquet", "csv", "plover"])("should part %s by month, every row in its own, and be replaced whole", async (format) => {
    const path = join(folder, `months-${format}.duckdb`);
    await onShelf(path, "write", async (shelf) => {
      for (const n of [1, 2]) await shelf.add(recordOf(n));
      await shelf.add(recordOf(3, { published: null }));
    });
    const [whole, parted] = [join(folder, `whole-${format}`), join(folder, `parted-${format}`)];
    await readout(["export", "--db", path, "--to", whole, "--format", format]);
    const { code, err } = await readout(["export", "--db", path, "--to", parted, "--format", format, "--by", "month"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = (to: string, table: string): number =>
      manifestOf(to)
        .files.filter(({ name }: { name: string }) => name.startsWith(table))
        .reduce((sum: number, file: { rows: number }) => sum + file.rows, 0);
    for (const table of format === "plover" ? ["events"] : ["documents", "events", "statements", "positions", "actors"])
      expect(rows(parted, table), table).toBe(rows(whole, table));
    expect([
      ...new Set(
        files(parted)
          .filter((name) => name.startsWith("events/"))
          .map((name) => name.split("/")[1]),
      ),
    ]).toEqual([...["month=2025-02", "month=2025-03", "month=2025-04", "month=2025-08", "month=undated"]]);
    if (format === "parquet") {
      const database = await DuckDBInstance.create();
      const connection = await database.connect();
      const read = await connection.runAndReadAll(
        `SELECT count(*)::INTEGER FROM read_parquet('${parted}/events/*/*.parquet', hive_partitioning = true) WHERE month = coalesce(strftime(from_day, '%Y-%m'), 'undated')`,
      );
      expect(read.getRows()).toEqual([[rows(whole, "events")]]);
      connection.closeSync();
      database.closeSync();
    }
    await readout(["export", "--db", path, "--to", parted, "--format", format]);
    expect(bytes(parted)).toEqual(bytes(whole));
    expect(readdirSync(parted).filter((name) => name === "events")).toEqual([]);
  });
  it("should tell every column and type in the codebook", async () => {
    const to = join(folder, "book");
    await readout(["export", "--db", db, "--to", to, "--format", "csv"]);
    const book = readFileSync(join(to, "codebook.md"), "utf8");
    for (const name of readdirSync(to).filter((file) => file.endsWith(".csv"))) {
      const [, part = ""] = book.split(`## ${name.replace(".csv", "")}\n`);
      const [head = ""] = readFileSync(join(to, name), "utf8").split("\r\n");
      for (const column of head.split(",")) expect(part.split("\n## ")[0]).toContain(`\`${column}\``);
    }
    expect(book).not.toContain("undefined");
    expect(book).toContain("| REJECT | 3 | -2 |");
  });
});

describe("docs/shelf.md", () => {
  const page = readFileSync(new URL("../../docs/shelf.md", import.meta.url), "utf8");
  const shelf = ["add", "review", "correct", "recode", "dyads", "export", "sql", ...QUESTIONS] as (keyof typeof COMMANDS)[];
  it.each(shelf)("should tell of %s and its options", (name) => {
    const { usage, options } = COMMANDS[name];
    expect(page).toContain(`\`${usage.split(" ").slice(0, 2).join(" ")}`);
    for (const option of Object.keys(options)) if (option !== "help" && option !== "version") expect(page).toContain(`--${option}`);
  });
  it("should name every view and its columns", async () => {
    const database = await DuckDBInstance.create(db, { access_mode: "READ_ONLY" });
    const connection = await database.connect();
    const columns = await connection.runAndReadAll(
      "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal",
    );
    for (const [view, column] of columns.getRows()) {
      const line = page.split("\n").find((each) => each.startsWith(`| \`${view}\``));
      expect(line, `a row of the table of views for ${view}`).toBeDefined();
      expect(line).toContain(`\`${column}\``);
    }
    connection.closeSync();
    database.closeSync();
  });
});
