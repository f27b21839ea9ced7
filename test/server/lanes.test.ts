// Reading in processes of their own: what ends one, or keeps it busy, is one article's failure, and the server answers all the while.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Lanes, lanesOf } from "../../src/cli/lanes.ts";
import { shelvesApart } from "../../src/cli/shelf-apart.ts";
import { recordOf, temporary } from "../store/records.ts";
import { serving } from "./serving.ts";

const program = fileURLToPath(new URL("lane-program.mjs", import.meta.url));
const effects = { cores: 2, readText: async () => "" };
const opened: Lanes[] = [];
const open = async (): Promise<Lanes> => {
  const lanes = await lanesOf({ actors: [], program }, effects);
  opened.push(lanes);
  return lanes;
};
afterAll(async () => {
  for (const lanes of opened) await lanes.close();
});

let lanes: Lanes;
beforeEach(async () => {
  lanes = await open();
});
const read = async (text: string, size: "short" | "long" = "short") => {
  const answer = await lanes.read({ given: { text } }, size);
  return "json" in answer ? JSON.parse(Buffer.from(answer.json).toString()) : answer;
};

describe("lanes", () => {
  it("read many at once, each its own, long ones apart", async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `Number ${n}, “…” ${"x".repeat(n * 10_000)}`);
    const answers = await Promise.all(texts.map((text) => read(text)));
    expect(answers.map(({ text }) => text)).toEqual(texts);
    expect(new Set(answers.map(({ by }) => by)).size).toBe(1);
    const long = await read("Long.", "long");
    expect(long).toMatchObject({ text: "Long.", size: "long" });
    expect(long.by).not.toBe(answers[0].by);
    expect((await lanes.engine()).model).toBe(String(answers[0].by));
  });
  it("tell the article that ends the process, and read those beside it", async () => {
    const answers = await Promise.all(["One.", "die", "Two.", "die too", "Three."].map((text) => read(text)));
    expect(answers.map((each) => each.text ?? each.failure)).toEqual([
      "One.",
      expect.stringContaining("ended the process that read it"),
      "Two.",
      expect.stringContaining("ended the process that read it"),
      "Three.",
    ]);
    expect((await read("After.")).text).toBe("After.");
  });
  it("hand on what is long, and tell what fails", async () => {
    expect(await read("hand on")).toEqual({ long: { text: "hand on" } });
    expect(await read("no")).toEqual({ failure: "is not to be read: leave it" });
    await expect(read("no model")).rejects.toMatchObject({ name: "ModelError", message: "the model is missing: fetch it" });
  });
  it("end at once when they are closed, whatever they do", async () => {
    const mine = await open();
    const stuck = mine.read({ given: { text: "spin" } }, "short");
    await mine.close();
    await expect(stuck).rejects.toThrow();
    await expect(mine.read({ given: { text: "Later." } }, "short")).rejects.toThrow();
  });
  it("refuse a dictionary that is not there before anything is read", async () => {
    const readText = async () => {
      throw new Error("no");
    };
    await expect(lanesOf({ actors: ["mine.txt"], program }, { cores: 1, readText })).rejects.toThrow("mine.txt cannot be read");
  });
});

describe("a server", () => {
  it("answers while a reader computes and does not turn, and reads the long article meanwhile", async () => {
    const own = await serving({ reading: await open() });
    expect((await own.get("status")).json.coding).toBeNull();
    // Nobody waits for its answer: the lane spins until it is closed.
    void own.post("read", { text: "spin" }).catch(() => {});
    const sentences = async () => (await own.get("status")).json.coding?.sentences ?? null;
    while ((await sentences()) === null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await sentences()).toEqual({ done: 3, total: 9, share: 0.25 });
    for (let n = 0; n < 20; n++) expect((await own.ask("/healthz")).text).toBe("ok\n");
    const long = "They met. ".repeat(30_000);
    expect((await own.post("read", { text: long })).json).toMatchObject({ size: "long" });
    expect((await own.get("events")).status).toBe(200);
  });
  it("reads on the long lane what an address proves to be", async () => {
    const own = await serving({ reading: await open() });
    expect((await own.post("read", { text: "hand on" })).json).toMatchObject({ text: "hand on", size: "long" });
    const failed = await own.post("read", { text: "die" });
    expect([failed.status, failed.json.error.message]).toEqual([422, expect.stringContaining("ended the process")]);
    expect((await own.post("read", { text: "On." })).status).toBe(200);
  });
  it("answers while an article is being put on the shelf, and outlives the shelf's thread", async () => {
    const shelves = shelvesApart(new URL("shelf-program.mjs", import.meta.url));
    let path = "";
    const own = await serving({
      open(given, access) {
        path = given;
        return shelves.open(given, access);
      },
    });
    const added = own.post("documents", { text: "They met." });
    while (!existsSync(`${path}.adding`)) await new Promise((resolve) => setTimeout(resolve, 5));
    // Were it kept in the server's own thread, nothing would be answered until the file is there that is written afterwards.
    expect((await own.ask("/healthz")).text).toBe("ok\n");
    expect((await own.post("read", { text: "They left." })).status).toBe(200);
    writeFileSync(`${path}.go`, "");
    expect(await added).toMatchObject({ status: 201, json: { id: "kept", added: "new" } });
    expect((await own.ask("/api/v1/documents/a1", { method: "DELETE" })).status).toBe(404);
    expect((await own.ask("/api/v1/documents/die", { method: "DELETE" })).status).toBe(500);
    expect((await own.post("documents", { text: "They met again." })).status).toBe(201);
    await shelves.close();
  });
});

describe("the built thread of a shelf", () => {
  it("keeps, tells rows in every format, and hands on errors as they are", async () => {
    const shelves = shelvesApart(new URL("../../dist/cli/shelf-thread.js", import.meta.url));
    const path = join(temporary(), "apart.duckdb");
    const shelf = await shelves.open(path, "write");
    const records = [1, 2].map((n) => recordOf(n));
    for (const record of records)
      expect(await shelf.add({ json: new TextEncoder().encode(JSON.stringify(record)) })).toEqual({
        added: "new",
        sha256: record.document.sha256,
      });
    const query = { name: "mine", sql: "SELECT n, 'x' || n AS name FROM range(5000) AS t(n)", params: {} };
    expect(await shelf.rows(query, 2)).toEqual({
      columns: ["n", "name"],
      rows: [
        [0, "x0"],
        [1, "x1"],
      ],
      more: true,
    });
    expect((await shelf.rows(query, 5000)).more).toBe(false);
    const { bytes, more } = await shelf.written(query, 3000, "json");
    expect([JSON.parse(Buffer.from(bytes).toString()).at(-1), more]).toEqual([{ n: 2999, name: "x2999" }, true]);
    expect(Buffer.from((await shelf.written({ ...query, sql: "SELECT 1 AS a WHERE false" }, 9, "json")).bytes).toString()).toBe("[]");
    expect(Buffer.from((await shelf.written(query, 1, "csv")).bytes).toString()).toBe("n,name\r\n0,x0\r\n");
    expect(Buffer.from((await shelf.written(query, 1, "parquet")).bytes.subarray(0, 4)).toString()).toBe("PAR1");
    await expect(shelf.rows({ ...query, sql: "SELECT" }, 1)).rejects.toMatchObject({ name: "ShelfError", about: "mine" });
    await expect(shelf.article("none")).rejects.toMatchObject({ name: "ShelfError", about: "none" });
    await expect(shelves.open(`${path}.missing`, "read")).rejects.toMatchObject({ name: "ShelfError", about: `${path}.missing` });
    await shelf.close();
    const again = await shelves.open(path, "read");
    expect((await again.article(records[0]!.document.sha256)).document).toEqual(records[0]!.document);
    await again.close();
    await shelves.close();
  });
});
