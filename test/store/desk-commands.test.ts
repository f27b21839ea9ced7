// review, correct, recode, dyads and the pictures, from the command line to what is written.
import { join } from "node:path";
import { beforeEach, describe, expect, it, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { contentOf, onShelf, recordOf, telling, temporary } from "./records.ts";

const folder = temporary();
let made = 0;
let db = "";
beforeEach(async () => {
  db = join(folder, `${made++}.duckdb`);
  await onShelf(db, "write", async (shelf) => {
    for (let n = 0; n < 4; n++) await shelf.add(recordOf(n));
  });
});

/** @param records what the reader now tells of each text; of others it fails */
async function readout(args: readonly string[], records: readonly ReadoutRecord[] = [], env: Record<string, string> = { USER: "ana" }) {
  const { effects, written, reader } = fake({ env });
  const openReader: typeof effects.openReader = async (options) => ({
    ...(await effects.openReader(options)),
    engine: { version: "0.2.0", model: "ba9876543210" },
    async read(document) {
      const record = records.find((each) => each.document.sha256 === document.sha256);
      if (!record) throw new Error("is too odd: leave it out");
      return { ...record, engine: { version: "0.2.0", model: "ba9876543210" } };
    },
  });
  const code = await main([...args, "--db", db], {
    ...effects,
    openReader,
    openShelf: (path, access, to) => openShelf(path, access, telling, to),
  });
  return { code, reader, ...written };
}

const rowsIn = (out: string) =>
  out === ""
    ? []
    : out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));

describe("review and correct", () => {
  it("should go from the least certain event to its correction, and to every answer", async () => {
    const before = rowsIn((await readout(["review"])).out);
    expect(before[0]).toMatchObject({ id: "e1.1", why: "unsure", confidence: 0, words: expect.stringContaining("harbour") });
    const told = await readout([
      "correct",
      "e1.1",
      "--type",
      "REJECT",
      "--mode",
      "meet",
      "--actor",
      "KEN",
      "--aux",
      "negation",
      "--note",
      "read again",
      "--by",
      "Ben",
    ]);
    expect(told).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^e1\.1: .* → REJECT meet negation by .* to .* \(Ben\)\n$/),
    });
    expect(rowsIn((await readout(["review"])).out).map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
    expect(rowsIn((await readout(["review", "--all", "--type", "REJECT"])).out)).toMatchObject([
      { id: "e1.1", why: "corrected", corrected_by: "Ben" },
    ]);
    expect(rowsIn((await readout(["events", "--type", "REJECT"])).out)).toMatchObject([
      { id: "e1.1", source_code: ["KEN"], auxiliary: ["negation"] },
    ]);
    expect((await readout(["correct", "e1.1", "--undo"])).out).toMatch(/^e1\.1: REJECT .*\(ana\)\n$/);
    expect(rowsIn((await readout(["review"])).out)).toEqual(before);
  });
  it("should take out and add", async () => {
    expect((await readout(["correct", "e2.1", "--not-an-event"])).out).toMatch(/^e2\.1: .* → no event \(ana\)\n$/);
    const added = await readout(["correct", "article-1", "--missed", "harbour, “no. 2”", "--type", "AID", "--actor", "Ana Lima (BRA)"]);
    expect(added).toMatchObject({ code: 0, out: "e2.4: no event → AID by Ana Lima to – (ana)\n" });
    expect(rowsIn((await readout(["events", "--actor", "lima"])).out)).toMatchObject([
      { id: "e2.4", source_code: ["BRA"], machine_type: null },
    ]);
  });
  test.each<[string[], string]>([
    [["correct"], "correct: takes one line, but has 0: give its id, which readout review tells, as in readout correct e12.3 --type REJECT"],
    [
      ["correct", "e1.1"],
      "correct: has nothing to change: give --type, --mode, --actor, --recipient, --aux, --said-by, --date, --place, --context, --voice, --stance, --issue, --standing, --not-so or --undo",
    ],
    [["correct", "e1.1", "--undo", "--type", "AID"], "--type: cannot go with --undo: give one of them"],
    [["correct", "e1.1", "--undo", "--not-an-event"], "--not-an-event: cannot go with --undo: give one of them"],
    [["correct", "a", "--missed", "x"], "--type: is missing: say what happened there, as in --type REJECT"],
    [["correct", "e1.1", "--aux", "negative"], "--aux: “negative” is unknown: did you mean negation?"],
    [["dyads", "--actor", "ukraine"], "--actor: “ukraine” is no code: give one as in UKR, which readout actors tells"],
    [["dyads", "--svg"], "--svg: draws two actors, but --actor names 0: give both, as in --actor UKR --actor RUS"],
  ])("%j should be wrong usage", async (args, line) => {
    expect(await readout(args)).toMatchObject({ code: 2, out: "", err: `readout: ${line}\n` });
  });
  it("should say in one line who is missing, and which event", async () => {
    expect(await readout(["correct", "e1.1", "--undo"], [], {})).toMatchObject({
      code: 2,
      err: "readout: --by: is missing: say who corrects\n",
    });
    expect(await readout(["correct", "e9.9", "--type", "AID"])).toMatchObject({
      code: 1,
      err: "readout: e9.9: is not on this shelf: readout review and readout events tell the ids\n",
    });
    expect(await readout(["correct", "e1.1", "--undo"])).toMatchObject({
      code: 1,
      err: "readout: e1.1: has no correction: there is nothing to take back\n",
    });
  });
});

describe("recode", () => {
  const other = (n: number): ReadoutRecord => {
    const record = recordOf(n);
    const [first, ...rest] = record.events;
    return { ...record, events: [{ ...first!, type: "COERCE", quad: 4, score: -7 }, ...rest.slice(0, 1)] };
  };
  it("should show what another model tells otherwise, keep corrections, and go on where it stopped", async () => {
    await readout(["correct", "e1.1", "--type", "AID"]);
    const now = [other(0), recordOf(1), other(2)];
    const before = await contentOf(db);
    const dry = await readout(["recode", "--dry-run"], now);
    expect(await contentOf(db)).toEqual(before);
    const first = await readout(["recode"], now);
    expect(first.out).toBe(dry.out);
    expect(first).toMatchObject({
      code: 1,
      err: `readout: article-3: is too odd: leave it out\n${db}: 3 articles coded again, 2 of them otherwise: 2 events gone, 0 new, 2 changed; 1 failed\n`,
    });
    expect(rowsIn(first.out).map(({ change, id, fields }) => [change, id, ...fields])).toEqual([
      ["changed", "e1.1", "type"],
      ["gone", "e1.3"],
      ["changed", "e3.1", "type"],
      ["gone", "e3.3"],
    ]);
    const events = rowsIn((await readout(["events"])).out);
    expect(events.find(({ id }) => id === "e1.1")).toMatchObject({ type: "AID", machine_type: "COERCE", corrected_by: "ana" });
    expect(events.find(({ id }) => id === "e3.1")).toMatchObject({ type: "COERCE", corrected_by: null });
    // What the present model coded is left alone.
    expect(await readout(["recode"], [recordOf(3)])).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringContaining(": 1 article coded again, 0 of them otherwise"),
    });
    expect(await readout(["recode"])).toMatchObject({ code: 0, err: expect.stringContaining(": 0 articles coded again") });
    expect(
      (
        await readout(
          ["recode", "--all", "--as", "csv"],
          [0, 1, 2, 3].map((n) => recordOf(n)),
        )
      ).out.split("\r\n"),
    ).toHaveLength(6);
  });
});

describe("dyads and pictures", () => {
  it("should count between two codes, both ways", async () => {
    const rows = rowsIn((await readout(["dyads", "--actor", "UKR", "--actor", "TUR"])).out);
    expect(rows.length).toBeGreaterThan(0);
    for (const { source, target } of rows) expect([source, target].sort()).toEqual(["TUR", "UKR"]);
    const one = rowsIn((await readout(["dyads", "--actor", "KEN", "--limit", "2"])).out);
    for (const { source, target } of one) expect([source, target]).toContain("KEN");
  });
  it.each([["timeline"], ["positions"], ["dyads", "--actor", "UKR", "--actor", "TUR"]])(
    "should draw %s as one SVG document",
    async (...args) => {
      const { code, out, err } = await readout([...args, "--svg"]);
      const months = "readout: timeline: 4 dated to a month or a year only, and not drawn: leave --svg out to list them\n";
      expect({ code, err }).toEqual({ code: 0, err: args[0] === "timeline" ? months : "" });
      expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<title id="/s);
      expect(out.endsWith("</svg>\n")).toBe(true);
      expect((await readout([...args, "--svg", "--since", "2099-01-01"])).out).toContain("passes the filters");
    },
  );
});
