// Shelves of an older format are brought to ours with the old file kept, and the articles of any shelf, a damaged one too, can be taken out.
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readLine } from "../../src/document/lines.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { contentOf, makeOlder, onShelf, recordOf, telling, temporary } from "./records.ts";

const folder = temporary();
const ours = join(folder, "ours.duckdb");
const older = join(folder, "older.duckdb");

async function sql(path: string, ...statements: readonly string[]): Promise<void> {
  const database = await DuckDBInstance.create(path);
  const connection = await database.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  database.closeSync();
}

beforeAll(async () => {
  await onShelf(ours, "write", async (shelf) => {
    for (let n = 0; n < 6; n++) await shelf.add(recordOf(n));
    await shelf.add(recordOf(3, { edit: 1 }));
    const signed = { by: "Ana", at: "2026-01-02T03:04:05Z", note: null };
    const nothing = { type: null, modes: null, auxiliary: null, actor: null, recipient: null, isEvent: true };
    await shelf.correct("e2.1", { ...nothing, type: "REJECT", actor: ["Peru (PER)"] }, signed);
  });
  await makeOlder(ours, older);
});

describe("a shelf of an older format", () => {
  it.each(["read", "write"] as const)("should be as ours when it is opened to %s, and be kept as it was", async (access) => {
    const path = join(folder, `${access}.duckdb`);
    copyFileSync(older, path);
    const before = readFileSync(path);
    const told: string[] = [];
    await (await openShelf(path, access, telling, undefined, (kept) => told.push(kept))).close();
    expect(told).toEqual([`${path}.format-2`]);
    expect(readFileSync(`${path}.format-2`).equals(before)).toBe(true);
    expect(await contentOf(path)).toEqual(await contentOf(ours));
    await (await openShelf(path, access, telling, undefined, (kept) => told.push(kept))).close();
    expect(told).toHaveLength(1);
    expect(existsSync(`${path}.wal`)).toBe(false);
  });
  it("should be whole whatever a killed process left, and take no other file's name", async () => {
    const path = join(folder, "left.duckdb");
    copyFileSync(older, path);
    writeFileSync(`${path}.new-999999999`, "half");
    writeFileSync(`${path}.format-2`, "of somebody else");
    linkSync(path, `${path}.format-2-2`);
    const inode = statSync(path).ino;
    const told: string[] = [];
    await (await openShelf(path, "read", telling, undefined, (kept) => told.push(kept))).close();
    expect(told).toEqual([`${path}.format-2-2`]);
    expect(statSync(`${path}.format-2-2`).ino).toBe(inode);
    expect(readFileSync(`${path}.format-2`, "utf8")).toBe("of somebody else");
    expect(existsSync(`${path}.new-999999999`)).toBe(false);
    expect(await contentOf(path)).toEqual(await contentOf(ours));
  });
  it("should say what to do where it is newer, or too old", async () => {
    const path = join(folder, "format.duckdb");
    copyFileSync(ours, path);
    for (const [format, message] of [
      [99, /^was made by a newer readout \(shelf 99, not \d+\): update readout$/],
      [1, /readout rescue/],
    ] as const) {
      await sql(path, `UPDATE shelf_tables.about SET format = ${format}`, "CHECKPOINT");
      await expect(openShelf(path, "read", telling)).rejects.toMatchObject({ about: path, message: expect.stringMatching(message) });
    }
  });
});

describe("rescue", () => {
  async function rescue(path: string) {
    const { effects, written } = fake();
    const code = await main(["rescue", "--db", path], effects);
    const lines = written.out.split("\n").filter(Boolean);
    return { code, err: written.err, lines: lines.map((line) => readLine(line, "none")) };
  }
  it("should write every article so that adding takes it, of any format", async () => {
    for (const path of [ours, older]) {
      const { code, err, lines } = await rescue(path);
      expect({ code, err }).toEqual({ code: 0, err: `${path}: 7 articles taken out, 0 could not be read\n` });
      const given = [0, 1, 2, 3, 4, 5].map((n) => recordOf(n)).concat(recordOf(3, { edit: 1 }));
      // What was corrected was written anew, and comes later; versions of one article keep their order.
      expect(lines.map(({ content }) => content).sort()).toEqual(given.map(({ document }) => document.text).sort());
      expect(lines.filter(({ known }) => known.id === "article-3").map(({ content }) => content)).toEqual(
        [recordOf(3), recordOf(3, { edit: 1 })].map(({ document }) => document.text),
      );
      expect(lines.find(({ known }) => known.id === "article-1")!.known).toEqual({
        ...{ id: "article-1", url: "https://news1.example/1", title: "Article 1", publisher: "Muster Daily", published: "2025-08-02" },
        ...{ language: "en", extra: {} },
      });
    }
  });
  it("should take out what is whole of a damaged shelf, and count what is not", async () => {
    const path = join(folder, "damaged.duckdb");
    const many = 12;
    await onShelf(path, "write", async (shelf) => {
      for (let n = 0; n < many; n++) await shelf.add(recordOf(n, { events: 60, url: null }));
    });
    const bytes = readFileSync(path);
    // A block after the other, until articles are lost: the first ones hold what tables there are.
    const found: { code: number; kept: number; lost: number }[] = [];
    const enough = () => found.some(({ code, kept, lost }) => code === 1 && kept > 0 && lost > 0);
    for (let block = 1; !enough() && block * 262_144 + 12_288 < bytes.length; block++) {
      const damaged = Buffer.from(bytes);
      for (let at = 0; at < 64; at++) damaged[12_288 + block * 262_144 + 5000 + at]! ^= 0x5a;
      writeFileSync(path, damaged);
      const { code, err, lines } = await rescue(path);
      const [, kept, lost] = /: (\d+) articles taken out, (\d+) could not be read\n$/.exec(err) ?? [];
      if (kept === undefined) {
        expect([code, err]).toEqual([1, expect.stringMatching(/ is damaged \(/)]);
        continue;
      }
      found.push({ code, kept: Number(kept), lost: Number(lost) });
      expect(Number(kept) + Number(lost)).toBe(many);
      for (const { content, known } of lines) expect(content).toBe(recordOf(Number(known.id!.slice(8)), { events: 60 }).document.text);
    }
    expect(found.some(({ kept }) => kept > 0)).toBe(true);
    expect(found.some(({ code, lost }) => code === 1 && lost > 0)).toBe(true);
  });
  it("should read past what is written ahead where that is what is broken", async () => {
    const path = join(folder, "ahead.duckdb");
    copyFileSync(ours, path);
    writeFileSync(`${path}.wal`, "no write-ahead file of this shelf");
    expect(await rescue(path)).toMatchObject({ code: 0, lines: { length: 7 } });
  });

  it("should not send back to itself who has half a file", async () => {
    const path = join(folder, "half.duckdb");
    await onShelf(path, "write", (shelf) => shelf.add(recordOf(1)).then(() => {}));
    truncateSync(path, statSync(path).size >> 1);
    const { code, err } = await rescue(path);
    expect(code).toBe(1);
    expect(err).toMatch(/^readout: .*half\.duckdb: is damaged .*: restore a copy of it$/m);
  });
  it("should say so where there is no shelf", async () => {
    mkdirSync(join(folder, "dir"));
    for (const [name, words] of [
      ["missing.duckdb", "is not there"],
      ["dir", "cannot be used"],
    ] as const)
      expect(await rescue(join(folder, name))).toMatchObject({ code: 1, err: expect.stringContaining(words) });
  });
});
