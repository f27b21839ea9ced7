// Events of several articles as one on the shelf: whatever the order, the run or the way they came there; and docs/shelf.md and docs/exports.md show what is answered.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleRecords, measureGathering } from "../../eval/gather.ts";
import { main } from "../../src/cli/main.ts";
import { COMMANDS } from "../../src/cli/options.ts";
import { EVENT_TYPES, TYPES } from "../../src/codebook.ts";
import { openReader } from "../../src/read.ts";
import { cameoOf } from "../../src/record/cameo-codes.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { COLUMNS } from "../../src/store/codebook.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { contentOf, onShelf, recordOf, rowsOf, telling, temporary } from "./records.ts";

const folder = temporary();
const db = join(folder, "examples.duckdb");
let records: ReadoutRecord[];

const addAll = (path: string, given: readonly ReadoutRecord[]) =>
  onShelf(path, "write", async (shelf) => {
    for (const record of given) await shelf.add(record);
  });

beforeAll(async () => {
  const reader = await openReader({ threads: 0 });
  records = await exampleRecords(reader);
  await reader.close();
  await addAll(db, records);
}, 120_000);

/** What a question writes, and is told beside its answer. */
async function readoutTelling(err: string, ...args: string[]): Promise<string> {
  const { effects, written } = fake();
  const code = await main([...args, "--db", db], { ...effects, openShelf: (path, access, to) => openShelf(path, access, telling, to) });
  expect({ code, err: written.err }).toEqual({ code: 0, err });
  return written.out;
}
const readout = (...args: string[]): Promise<string> => readoutTelling("", ...args);
const asked = async (...args: string[]): Promise<Record<string, unknown>[]> =>
  (await readout(...args))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("the examples on a shelf", () => {
  it("should count an agency's text and its copy as one outlet", async () => {
    const told = await asked("gathered", "--actor", "ETH", "--type", "AGREE", "--issue", "schedule");
    const accepted = told.find(({ words }) => /accepted a schedule/.test(words as string));
    expect(accepted).toMatchObject({ independent_outlets: 1, outlets: ["deltapost.example", "meridianwire.example"] });
    expect(accepted).toMatchObject({ first_report: "2026-02-10", differ: expect.arrayContaining(["highlandobserver.example"]) });
  });
  it.each([
    [
      "refusal",
      {
        actor: "Ethiopia",
        value: "REJECT",
        outlet: "highlandobserver.example",
        other_value: "AGREE",
        other_outlet: "meridianwire.example",
      },
    ],
    ["denial", { outlet: "highlandobserver.example", said_by: "Ethiopian foreign ministry", other_outlet: "meridianwire.example" }],
    ["confirmation", { outlet: "harborledger.example", said_by: "Sudanese Armed Forces", value: "confirmed" }],
    ["figure", { value: "19 killed", outlet: "nilevalleytimes.example", other_value: "14 killed", other_outlet: "meridianwire.example" }],
    ["actor", { value: "Sudanese Armed Forces", outlet: "harborledger.example", other_outlet: "meridianwire.example" }],
    ["correction", { value: "corrected", outlet: "redseagazette.example", other_said_by: "Omani foreign ministry" }],
  ])("should tell of a %s with both reports", async (kind, row) => {
    expect((await asked("contradictions")).filter((each) => each.kind === kind)).toContainEqual(expect.objectContaining(row));
  });
  it("should find the American shift, with both citations", async () => {
    expect(await asked("shifts", "--actor", "USA")).toContainEqual(
      expect.objectContaining({
        ...{ actor: "Donald Trump", earlier_stance: "demands", earlier_issue: "an immediate ceasefire in Ukraine", stance: "supports" },
        ...{ issue: "a long-term deal", document: "ukraine-2-long-term-deal", other_document: "ukraine-1-ceasefire-now" },
      }),
    );
  });
  it("should cite what is there", async () => {
    const texts = new Map(records.map(({ document: { id, text } }) => [id, text]));
    const tidy = (text: string) => text.replace(/\s+/g, " ");
    for (const question of ["gathered", "contradictions", "shifts"])
      for (const row of await asked(question)) {
        expect(Object.keys(COLUMNS)).toEqual(expect.arrayContaining(Object.keys(row)));
        expect(tidy(texts.get(row.document as string)!.slice(row.start as number, row.end as number))).not.toBe("");
        expect(tidy(texts.get(row.document as string)!)).toContain(row.words);
        if (row.other_document) expect(tidy(texts.get(row.other_document as string)!)).toContain(row.other_words);
      }
  });
  it("should keep every citation of the events in one gathered event", async () => {
    const [row] = await asked(
      "sql",
      "SELECT sum(citations)::INTEGER AS all, (SELECT count(*)::INTEGER FROM events) AS events FROM gathered_events",
    );
    expect(row!.all).toBe(row!.events);
  });
  it("should gather as well as docs/accuracy.md says, or nearly", async () => {
    const { gathering, apart } = await measureGathering(records);
    expect(gathering.conll).toBeGreaterThan(0.8);
    expect(gathering.conll).toBeGreaterThan(apart.conll + 0.2);
    expect(gathering.b3.precision).toBeGreaterThan(0.93);
  });
});

describe("the shelf", () => {
  it("should be the same, whether its articles came in one run or each in one of its own", async () => {
    const path = join(folder, "runs.duckdb");
    for (const record of records) await addAll(path, [record]);
    expect(await contentOf(path)).toEqual(await contentOf(db));
  });
  it("should compare with the newest version only, and an edit should keep its event", async () => {
    const path = join(folder, "edit.duckdb");
    const edited = records.map((record) => ({
      ...record,
      document: { ...record.document, sha256: `${record.document.sha256.slice(1)}0` },
    }));
    await addAll(path, records);
    const before = await onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT count(*) AS n FROM contradictions"));
    const events = await onShelf(path, "read", (shelf) =>
      rowsOf(shelf, "SELECT document, event, gathered FROM shelf_tables.told_events ORDER BY ALL"),
    );
    await addAll(
      path,
      edited.filter(({ document }) => document.url !== null),
    );
    expect(await onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT count(*) AS n FROM contradictions"))).toEqual(before);
    expect(
      await onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT document, event, gathered FROM shelf_tables.told_events ORDER BY ALL")),
    ).toEqual(events);
  });
  it("should be the same after a recoding that changes nothing", async () => {
    const path = join(folder, "recode.duckdb");
    await addAll(path, records);
    const texts = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
    const before = await contentOf(path);
    await onShelf(path, "write", async (shelf) => {
      for (const [at, record] of records.entries()) await shelf.recode(at + 1, record, true);
    });
    const after = await contentOf(path);
    expect(texts(after.event!)).toEqual(texts(before.event!));
    expect(after.contradiction).toHaveLength(before.contradiction!.length);
  });
  it("should not mix what failed into what comes after", async () => {
    const path = join(folder, "failed.duckdb");
    await onShelf(path, "write", async (shelf) => {
      await shelf.add(recordOf(1));
      // A record that no table takes.
      await expect(shelf.add({ ...recordOf(2), engine: { version: null as never, model: "0" } })).rejects.toThrow();
      await shelf.add(recordOf(3));
    });
    const whole = join(folder, "whole.duckdb");
    await addAll(whole, [recordOf(1), recordOf(3)]);
    expect(await contentOf(path)).toEqual(await contentOf(whole));
  });
});

describe("docs/shelf.md", () => {
  const path = new URL("../../docs/shelf.md", import.meta.url);
  const page = readFileSync(path, "utf8");
  const blocks = [...page.matchAll(/<!-- output: readout (.+?) -->\n+```text\n([\s\S]*?)```/g)].map(
    ([, args, output]) => [args!, output!] as const,
  );
  it("should have outputs", () => expect(blocks.length).toBeGreaterThan(1));
  it.each(blocks)("should show what `readout %s` writes (UPDATE_DOCS=1 rewrites it)", async (args, output) => {
    // One refusal of the examples has no date.
    const undated = "readout: undated: 1 row has no date and is not here: readout gathered --undated lists it\n";
    const written = await readoutTelling(args.includes("--since 2026-02-01") ? undated : "", ...args.split(" "));
    if (process.env.UPDATE_DOCS)
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(output, () => written),
      );
    else expect(written).toBe(output);
  });

  describe("an export of the examples", () => {
    const put = join(folder, "data");
    const block = (kind: string, of: string): string =>
      new RegExp(`<!-- ${kind}: ${of} -->\n+\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(readFileSync(path, "utf8"))![1]!;
    const shows = (of: string, written: string): void => {
      if (!process.env.UPDATE_DOCS) {
        expect(written).toBe(block("output", of));
        return;
      }
      const before = readFileSync(path, "utf8");
      const after = before.replace(
        new RegExp(`(<!-- output: ${of} -->\n+\`\`\`\\w+\n)[\\s\\S]*?\`\`\``),
        (_, head) => `${head}${written}\`\`\``,
      );
      writeFileSync(path, after);
    };
    beforeAll(() => readout("export", "--to", put));

    it("should be read by DuckDB as the page shows", async () => {
      const memory = await DuckDBInstance.create(":memory:");
      const answer = await (await memory.connect()).runAndReadAll(block("query", "duckdb").replaceAll("data/", `${put}/`));
      shows("duckdb", [answer.columnNames(), ...answer.getRowsJS()].map((row) => `${row.join(",")}\n`).join(""));
    });
    it("should be read by pandas as the page shows", ({ skip }) => {
      const python = process.env.PYTHON ?? "python3";
      const run = (program: string) => spawnSync(python, ["-c", program], { cwd: folder, encoding: "utf8" });
      if (run("import pandas, pyarrow").status !== 0) skip(`${python} has no pandas and pyarrow: install them, or name another by PYTHON`);
      const { status, stdout, stderr } = run(block("query", "pandas"));
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      shows("pandas", stdout);
    });
  });
});

describe("docs/exports.md", () => {
  const path = new URL("../../docs/exports.md", import.meta.url);
  const page = readFileSync(path, "utf8");
  /** Holds the text block behind a comment to what was written, or (UPDATE_DOCS=1) puts it there. */
  function shows(comment: string, written: string): void {
    const at = readFileSync(path, "utf8");
    const [head = "", rest = ""] = at.split(`<!-- ${comment} -->\n\n`);
    const [, language = "", block = ""] = /^```(\w+)\n([\s\S]*?)```/.exec(rest)!;
    if (process.env.UPDATE_DOCS)
      writeFileSync(
        path,
        at.replace(
          `${head}<!-- ${comment} -->\n\n\`\`\`${language}\n${block}\`\`\``,
          () => `${head}<!-- ${comment} -->\n\n\`\`\`${language}\n${written}\`\`\``,
        ),
      );
    else expect(written).toBe(block);
  }
  const queries = [...page.matchAll(/<!-- query: (\w+) -->\n+```sql\n([\s\S]*?)```/g)].map(([, name, sql]) => [name!, sql!] as const);
  const files = [...page.matchAll(/<!-- (file: (\w+) (\S+) lines=(\d+)-(\d+)(?: columns=(.+?))?) -->/g)];
  it("should have blocks", () => expect([queries.length, files.length]).toEqual([2, 4]));
  it.each(queries)("should show what the query of %s answers", async (name, sql) => {
    shows(`output: ${name}`, await readout("sql", sql, "--as", "csv"));
  });
  it.each(files.map(([, comment, format, file, from, to, columns]) => [format!, { comment, file, from, to, columns }] as const))(
    "should show what %s writes",
    async (format, { comment, file, from, to, columns }) => {
      const put = join(folder, `exports-${format}`);
      await readout("export", "--to", put, "--format", format);
      const lines = readFileSync(join(put, file!), "utf8").split("\n");
      const cells = (line: string) => line.split("\t");
      const names = cells(lines[0]!);
      const shown = columns?.split(",").map((name) => names.indexOf(name));
      expect(shown ?? []).not.toContain(-1);
      const picked = [...(shown ? [lines[0]!] : []), ...lines.slice(Number(from) - 1, Number(to))];
      shows(comment!, picked.map((line) => `${shown ? shown.map((at) => cells(line)[at]).join(" | ") : line}\n`).join(""));
    },
  );
  it("should show how far a corrected shelf agrees with the machine", async () => {
    const corrected = join(folder, "agree.duckdb");
    await addAll(corrected, records);
    const { effects, written } = fake();
    const openIt = { ...effects, openShelf: (at: string, access: "read" | "write", to?: string) => openShelf(at, access, telling, to) };
    for (const change of [
      ["e1.2", "--type", "AGREE"],
      ["e1.4", "--not-an-event"],
    ])
      expect(await main(["correct", ...change, "--by", "ann", "--db", corrected], openIt)).toBe(0);
    const before = written.out.length;
    expect(await main(["agree", corrected, corrected, "--machine", "a", "--as", "table"], openIt)).toBe(0);
    shows("output: agree", written.out.slice(before).replace(/ +$/gm, ""));
  });
  it("should tell the CAMEO code of every mode that has one", () => {
    const rows = EVENT_TYPES.flatMap((type) =>
      [null, ...Object.keys(TYPES[type].modes)].flatMap((mode) => {
        const event = { ...records[0]!.events[0]!, type, modes: mode === null ? [] : [mode], auxiliary: [] };
        const { code, root, label, goldstein } = cameoOf(event, [])!;
        return mode !== null && code === `${root}0`
          ? []
          : [`| ${type}${mode === null ? "" : ` ${mode}`} | ${code} ${label} (${goldstein}) |\n`];
      }),
    ).join("");
    const table = `| PLOVER | CAMEO code, its words and Goldstein's value |\n| --- | --- |\n${rows}`;
    const at = readFileSync(path, "utf8");
    const [, old = ""] = /<!-- codes -->\n\n([\s\S]*?)\n<!-- \/codes -->/.exec(at)!;
    if (process.env.UPDATE_DOCS)
      writeFileSync(
        path,
        at.replace(old, () => table),
      );
    else expect(old).toBe(table);
  });
  it("should tell of every format, and of the commands' options", () => {
    for (const format of COMMANDS.export.options.format.choices!) expect(page).toContain(`\`${format}\``);
    for (const option of ["from", "dry-run", "note", "by"]) expect(page).toContain(`--${option}`);
    for (const option of ["machine", "as"]) expect(page).toContain(`--${option}`);
  });
});
