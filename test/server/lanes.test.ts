// Reading in processes of their own: what ends one, or keeps it busy, is one article's failure, and the server answers all the while.
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Lanes, lanesOf } from "../../src/cli/lanes.ts";
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
    while ((await own.get("status")).json.coding === null) await new Promise((resolve) => setTimeout(resolve, 5));
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
});
