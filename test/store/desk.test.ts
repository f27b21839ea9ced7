// Corrections are a layer: they show in everything that is asked, go with an event through edits and recodings, and can be taken back.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { queryOf } from "../../src/store/ask.ts";
import type { Change, Shelf } from "../../src/store/types.ts";
import { contentOf, onShelf, recordOf, rowsOf, temporary } from "./records.ts";

const folder = temporary();
let made = 0;
const fresh = (): string => join(folder, `${made++}.duckdb`);
const signed = { by: "Ana", at: "2026-01-02T03:04:05Z", note: null };
const nothing: Change = { type: null, modes: null, auxiliary: null, actor: null, recipient: null, isEvent: true };
const events = (shelf: Shelf) => rowsOf(shelf, queryOf("events", {}));
const reject: Change = {
  ...nothing,
  type: "REJECT",
  modes: ["meet"],
  actor: ["Kenya"],
  recipient: ["Ana Lima (BRA)"],
  auxiliary: ["negation"],
};

/** The same text as another model codes it: without the events of `gone`, the others told by `as`. */
function recoded(
  record: ReadoutRecord,
  gone: readonly number[],
  as: (event: ReadoutRecord["events"][number]) => object = () => ({}),
): ReadoutRecord {
  const events = record.events
    .filter((_, at) => !gone.includes(at))
    .map((event, at) => ({ ...event, ...as(event), id: `e${at + 1}`, same_as: [] }));
  return {
    ...record,
    engine: { ...record.engine, model: "ba9876543210" },
    events,
    positions: [],
    commitments: [],
    reactions: [],
    responses: [],
  };
}

describe("an event's id", () => {
  it("should be its article's number and its own, and go with it through an edit", async () => {
    await onShelf(fresh(), "write", async (shelf) => {
      await shelf.add(recordOf(4));
      await shelf.add(recordOf(1));
      expect((await events(shelf)).map(({ id }) => id).sort()).toEqual(["e1.1", "e1.2", "e1.3", "e2.1", "e2.2", "e2.3"]);
      // The edit brings a fourth sentence; the others stay word for word.
      await shelf.add(recordOf(1, { edit: 1, events: 4 }));
      expect((await events(shelf)).map(({ id, version }) => `${id} ${version}`).sort()).toEqual([
        ...["e1.1 1", "e1.2 1", "e1.3 1", "e2.1 2", "e2.2 2", "e2.3 2", "e2.4 2"],
      ]);
    });
  });
  it("should never be given again", async () => {
    await onShelf(fresh(), "write", async (shelf) => {
      const record = recordOf(1);
      await shelf.add(record);
      await shelf.recode(1, recoded(record, [1, 2]), true);
      await shelf.recode(1, recoded(record, [0]), true);
      expect((await events(shelf)).map(({ id }) => id).sort()).toEqual(["e1.4", "e1.5"]);
    });
  });
});

describe("a correction", () => {
  it("should show in every question, with the machine's word beside it", async () => {
    const path = fresh();
    await onShelf(path, "write", async (shelf) => {
      await shelf.add(recordOf(1));
      const was = (await events(shelf)).find(({ id }) => id === "e1.1")!;
      const told = await shelf.correct("e1.1", reject, { ...signed, note: "read it again" });
      expect(told).toMatchObject({ id: "e1.1", was: { type: was.type }, now: { type: "REJECT", recipient: ["Ana Lima"], confidence: 1 } });
      const now = (await events(shelf)).find(({ id }) => id === "e1.1")!;
      expect(now).toMatchObject({
        ...{ type: "REJECT", modes: ["meet"], quad: 3, score: -2, auxiliary: ["negation"], confidence: 1 },
        ...{ source: ["Kenya"], source_code: ["KEN"], target: ["Ana Lima"], target_code: ["BRA"] },
        ...{
          corrected_by: "Ana",
          corrected_at: signed.at,
          machine_type: was.type,
          machine_source: was.source,
          machine_confidence: was.confidence,
        },
      });
      for (const question of ["statements", "positions", "commitments", "reactions", "timeline", "actors"] as const)
        expect((await rowsOf(shelf, queryOf(question, { type: "REJECT" }))).length, question).toBeGreaterThan(0);
      expect(await rowsOf(shelf, queryOf("events", { actor: "lima" }))).toHaveLength(1);
      expect(await rowsOf(shelf, "SELECT standing, note, machine_type FROM corrections")).toEqual([
        { standing: "applied", note: "read it again", machine_type: was.type },
      ]);
      const { record } = (await rowsOf(shelf, queryOf("plover", { type: "REJECT" })))[0]!;
      expect(faultsOf(JSON.parse(record as string))).toEqual([]);
    });
    const { record } = await contentOf(path);
    expect(JSON.parse(record![0]![1] as string)).toEqual(JSON.parse(JSON.stringify(recordOf(1))));
  });
  it("should keep what an earlier one said of other things, and be one to review no more", async () => {
    await onShelf(fresh(), "write", async (shelf) => {
      await shelf.add(recordOf(1));
      await shelf.correct("e1.2", { ...nothing, type: "AID" }, signed);
      await shelf.correct("e1.2", { ...nothing, actor: ["KEN"] }, { ...signed, by: "Ben" });
      expect((await events(shelf)).find(({ id }) => id === "e1.2")).toMatchObject({
        type: "AID",
        source_code: ["KEN"],
        corrected_by: "Ben",
      });
      const review = await rowsOf(shelf, queryOf("review", {}));
      expect(review.map(({ id }) => id).sort()).toEqual(["e1.1", "e1.3"]);
      expect(review.map(({ confidence }) => confidence)).toEqual(
        review.map(({ confidence }) => confidence as number).sort((a, b) => a - b),
      );
      expect(await rowsOf(shelf, queryOf("review_all", {}))).toHaveLength(3);
      expect(await rowsOf(shelf, "SELECT standing, ended_by FROM corrections")).toEqual([
        { standing: "ended", ended_by: "Ben" },
        { standing: "applied", ended_by: null },
      ]);
    });
  });
  it("should take an event out, with what rests on it alone, and give it back", async () => {
    const path = fresh();
    await onShelf(path, "write", (shelf) => shelf.add(recordOf(1)));
    const eventsOn = () =>
      onShelf(path, "read", (shelf) => rowsOf(shelf, "SELECT * EXCLUDE (gathered) FROM shelf_tables.event ORDER BY ALL"));
    const { correction: _, event: __, ...before } = await contentOf(path);
    const eventsBefore = await eventsOn();
    await onShelf(path, "write", async (shelf) => {
      expect((await shelf.correct("e1.1", { ...nothing, isEvent: false }, signed)).now).toBeNull();
      expect((await events(shelf)).map(({ id }) => id)).not.toContain("e1.1");
      expect(await rowsOf(shelf, "SELECT stance, earlier FROM positions")).toEqual([{ stance: "accepts", earlier: null }]);
      expect(await rowsOf(shelf, "SELECT * FROM reactions")).toEqual([]);
      const [row] = await rowsOf(shelf, queryOf("plover", {}));
      expect(faultsOf(JSON.parse(row!.record as string))).toEqual([]);
      await shelf.undo("e1.1", signed);
    });
    const { correction, event: ___, ...after } = await contentOf(path);
    expect(after).toEqual(before);
    expect(await eventsOn()).toEqual(eventsBefore);
    expect(correction).toHaveLength(1);
  });
  it("should add an event that was missed, and take it back", async () => {
    await onShelf(fresh(), "write", async (shelf) => {
      await shelf.add(recordOf(1));
      const told = await shelf.addMissed("article-1", "harbour,  “no. 2”", { ...nothing, type: "THREATEN", actor: ["UKR"] }, signed);
      expect(told).toMatchObject({ id: "e1.4", was: null, now: { type: "THREATEN", actor: ["Ukraine"] } });
      expect((await events(shelf)).find(({ id }) => id === "e1.4")).toMatchObject({ sentence: 3, machine_type: null, corrected_by: "Ana" });
      await shelf.add(recordOf(1, { edit: 1 }));
      expect((await events(shelf)).map(({ id }) => id).sort()).toEqual(["e1.1", "e1.2", "e1.3", "e1.4"]);
      await shelf.undo("e1.4", signed);
      expect((await events(shelf)).map(({ id }) => id).sort()).toEqual(["e1.1", "e1.2", "e1.3"]);
      await expect(shelf.addMissed("article-1", "harbour", { ...nothing, type: "AID" }, signed)).rejects.toThrow(/stands 3 times/);
      await expect(shelf.addMissed("article-9", "harbour", { ...nothing, type: "AID" }, signed)).rejects.toThrow(/names 0 articles/);
    });
  });
  it("should live through another coding, or be listed where it finds no place", async () => {
    await onShelf(fresh(), "write", async (shelf) => {
      const record = recordOf(1);
      await shelf.add(record);
      await shelf.correct("e1.1", { ...nothing, isEvent: false }, signed);
      await shelf.correct("e1.2", reject, signed);
      await shelf.correct("e1.3", reject, signed);
      const shown = await shelf.recode(
        1,
        recoded(record, [0, 2], () => ({ type: "AID" })),
        true,
      );
      expect(shown.map(({ change, id, fields }) => [change, id, ...fields])).toEqual([
        ["gone", "e1.1"],
        ["changed", "e1.2", "type"],
        ["gone", "e1.3"],
      ]);
      expect(await events(shelf)).toMatchObject([{ id: "e1.2", type: "REJECT", machine_type: "AID" }]);
      expect(await rowsOf(shelf, queryOf("review", {}))).toMatchObject([{ id: "e1.3", why: "lost", type: "REJECT", corrected_by: "Ana" }]);
      expect(await rowsOf(shelf, "SELECT id, standing FROM corrections ORDER BY id")).toEqual([
        { id: "e1.1", standing: "settled" },
        { id: "e1.2", standing: "applied" },
        { id: "e1.3", standing: "lost" },
      ]);
      // And back again.
      await shelf.recode(1, record, true);
      expect((await events(shelf)).map(({ id, type }) => `${id} ${type}`).sort()).toEqual(["e1.2 REJECT", "e1.3 REJECT"]);
    });
  });
  it.each<[string, Change, RegExp]>([
    ["e1.9", nothing, /is not on this shelf/],
    ["e9.1", nothing, /is not on this shelf/],
    ["x", nothing, /is no id of an event/],
    ["e1.1", { ...nothing, type: "AID", modes: ["meet"] }, /has no mode “meet”/],
  ])("%s should be refused in one line", async (id, change, message) => {
    const path = fresh();
    await onShelf(path, "write", (shelf) => shelf.add(recordOf(1)));
    const before = await contentOf(path);
    await onShelf(path, "write", (shelf) =>
      expect(shelf.correct(id, change, signed)).rejects.toMatchObject({ about: id, message: expect.stringMatching(message) }),
    );
    expect(await contentOf(path)).toEqual(before);
  });
});

describe("recoding", () => {
  it("should only tell, where it is dry", async () => {
    const path = fresh();
    const record = recordOf(1);
    await onShelf(path, "write", (shelf) => shelf.add(record));
    const before = await contentOf(path);
    const other = recoded(record, [1]);
    const [dry, same] = await onShelf(path, "read", async (shelf) => [
      await shelf.recode(1, other, false),
      await shelf.recode(1, record, false),
    ]);
    expect(same).toEqual([]);
    expect(await contentOf(path)).toEqual(before);
    expect(await onShelf(path, "write", (shelf) => shelf.recode(1, other, true))).toEqual(dry);
    expect(dry).toMatchObject([{ change: "gone", id: "e1.2", was: expect.stringContaining("→"), now: null }]);
  });
});

describe("what is said of other lines", () => {
  const position = (shelf: Shelf) =>
    rowsOf(shelf, "SELECT actor, stance, issue, said_by, earlier, confidence FROM positions ORDER BY position");
  const corrected = async (path: string): Promise<ReadoutRecord> =>
    JSON.parse(((await contentOf(path)).record![0]![2] as string) ?? "null");

  it("should say of an event who says so, when, where and what about, and take all of it back", async () => {
    const path = fresh();
    await onShelf(path, "write", async (shelf) => {
      await shelf.add(recordOf(1));
      const [before] = (await events(shelf)).filter(({ id }) => id === "e1.2");
      await shelf.correct("e1.2", { ...nothing, type: "AID" }, signed);
      const told = await shelf.remark(
        "e1.2",
        { said_by: "Ana Lima (BRA)", date: "2024-05", place: "Geneva", contexts: ["health"] },
        { ...signed, by: "Ben", at: "2026-01-02T03:04:06Z" },
      );
      expect(told).toMatchObject({
        was: { said_by: "", contexts: ["territory"] },
        now: { said_by: "Ana Lima", date: "2024-05", place: "Geneva" },
      });
      expect((await events(shelf)).find(({ id }) => id === "e1.2")).toMatchObject({
        ...{
          type: "AID",
          said_by: "Ana Lima",
          said_by_code: "BRA",
          reality: "said",
          date: "2024-05",
          day: null,
          place: "Geneva",
          country: "CHE",
        },
        ...{ contexts: ["health"], confidence: 1, corrected_by: "Ben", machine_type: before!.type },
      });
      expect(faultsOf(await corrected(path))).toEqual([]);
      expect(
        await rowsOf(
          shelf,
          "SELECT id, line, corrected_by, said_by, machine_date FROM corrections WHERE line = 'event' AND said_by IS NOT NULL",
        ),
      ).toEqual([{ id: "e1.2", line: "event", corrected_by: "Ben", said_by: "Ana Lima (BRA)", machine_date: "2025-02" }]);
      await shelf.undo("e1.2", signed);
      expect((await events(shelf)).find(({ id }) => id === "e1.2")).toEqual(before);
    });
  });
  it("should mend and take out positions, each by its own id whatever was taken out before it, and keep that through a recoding", async () => {
    const path = fresh();
    await onShelf(path, "write", async (shelf) => {
      const record = recordOf(1);
      await shelf.add(record);
      const before = await position(shelf);
      expect(await shelf.remark("p1.1", { isSo: false }, signed)).toMatchObject({ was: { stance: "demands" }, now: null });
      // What was the second is the first now.
      expect(await shelf.remark("p1.1", { stance: "rejects", actor: ["Kenya"], issue: "the port", said_by: "" }, signed)).toMatchObject({
        was: { stance: "accepts" },
        now: { stance: "rejects", actor: ["Kenya"], issue: "the port", said_by: "" },
      });
      const mended = [{ actor: "Kenya", stance: "rejects", issue: "the port", said_by: null, earlier: null, confidence: 1 }];
      expect(await position(shelf)).toEqual(mended);
      await shelf.recode(1, { ...record, engine: { ...record.engine, model: "ba9876543210" } }, true);
      expect(await position(shelf)).toEqual(mended);
      expect(faultsOf(await corrected(path))).toEqual([]);
      await shelf.undo("p1.1", signed);
      const out = (await rowsOf(shelf, "SELECT id FROM corrections WHERE NOT is_event AND until IS NULL"))[0]!.id as string;
      await shelf.undo(out, signed);
      expect(await position(shelf)).toEqual(before);
    });
  });
  it("should change a speaker, a voice, a promise and a reaction, and keep a note", async () => {
    const path = fresh();
    await onShelf(path, "write", async (shelf) => {
      await shelf.add(recordOf(1));
      await shelf.remark("s1.1", { said_by: "KEN" }, signed);
      await shelf.remark("v1.2", { voice: "opinion" }, signed);
      await shelf.remark("c1.1", { standing: "broken", recipient: [] }, signed);
      await shelf.remark("r1.1", { stance: "mixed" }, signed);
      const { id } = await shelf.annotate("article-1", "over the harbour, “no. 1”", { ...signed, note: "ask Ben" });
      expect(await rowsOf(shelf, "SELECT speaker_code FROM statements")).toEqual([{ speaker_code: "KEN" }]);
      expect(await rowsOf(shelf, "SELECT standing, to_whom FROM commitments")).toEqual([{ standing: "broken", to_whom: [] }]);
      expect(await rowsOf(shelf, "SELECT stance FROM reactions WHERE event <> ''")).toEqual([{ stance: "mixed" }]);
      expect((await events(shelf)).find((event) => event.id === "e1.1")).toMatchObject({ reality: "opinion" });
      expect(await rowsOf(shelf, "SELECT line, note, standing FROM corrections WHERE note IS NOT NULL")).toEqual([
        { line: "note", note: "ask Ben", standing: "applied" },
      ]);
      await shelf.undo(id, signed);
      expect(await rowsOf(shelf, "SELECT standing FROM corrections WHERE line = 'note'")).toEqual([{ standing: "ended" }]);
      const refused = (line: string, saying: Parameters<Shelf["remark"]>[1], words: RegExp) =>
        expect(shelf.remark(line, saying, signed)).rejects.toThrow(words);
      await refused("p1.9", { stance: "rejects" }, /no such position/);
      await refused("s1.1", { stance: "rejects" }, /of which stance cannot be said/);
      await refused("v1.2", { voice: "furniture" }, /has events or statements/);
      await refused("12", { voice: "opinion" }, /is no id of a line/);
    });
  });
});
