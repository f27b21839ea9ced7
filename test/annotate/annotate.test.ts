// Records to doccano, Label Studio and Web Annotations, and back from the tools as corrections of a shelf.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changesOf } from "../../src/annotate/changes.ts";
import { readDoccano, writeDoccano } from "../../src/annotate/doccano.ts";
import { labelStudioConfig, readLabelStudio, writeLabelStudio } from "../../src/annotate/labelstudio.ts";
import { pointsOf } from "../../src/annotate/marks.ts";
import type { Annotated } from "../../src/annotate/types.ts";
import { writeWebAnnotations } from "../../src/annotate/web.ts";
import { main } from "../../src/cli/main.ts";
import { EVENT_TYPES, TYPES } from "../../src/codebook.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { fake } from "../cli/fakes.ts";
import { CASES } from "../record/cases.ts";
import { onShelf, recordOf, rowsOf, telling, temporary } from "../store/records.ts";

const idOf = (event: string): string => `e12.${event.slice(1)}`;

/** The same record behind a sign of two code units, with modes and auxiliary modes. */
function beyond(record: ReadoutRecord): ReadoutRecord {
  const shifted = JSON.parse(JSON.stringify(record), (key, value) =>
    key === "start" || key === "end" ? value + 3 : value,
  ) as ReadoutRecord;
  const document = { ...record.document, text: `😀 ${record.document.text}` };
  return { ...shifted, document };
}
const RECORDS = [...Object.values(CASES).map((record) => record!), recordOf(3), beyond(CASES["border-talks"]!), recordOf(1, { events: 0 })];

/** What Label Studio gives back for a task that it was given. */
const annotatedIn = (line: string, by: unknown = { email: "ann@example.org" }) => {
  const { data, predictions } = JSON.parse(line);
  return {
    id: 1,
    data,
    annotations: [
      { was_cancelled: true, result: [] },
      { completed_by: by, result: predictions[0].result },
    ],
  };
};

const WAYS: readonly [string, (record: ReadoutRecord) => Annotated][] = [
  ["doccano", (record) => readDoccano(JSON.parse(writeDoccano(record, idOf)))!],
  ["Label Studio", (record) => readLabelStudio(annotatedIn(writeLabelStudio(record, idOf)))!],
];

describe.each(WAYS)("%s", (_, way) => {
  it("should change nothing where nobody changed anything", () => {
    for (const record of RECORDS) {
      const annotated = way(record);
      expect(annotated.unknown).toEqual([]);
      expect(annotated.given).toEqual(record.events.map(({ id }) => idOf(id)));
      const { corrected, takenOut, added, same } = changesOf(record, annotated, new Set(record.events.map(({ id }) => id)));
      expect([[...corrected], takenOut, added, same]).toEqual([[], [], [], record.events.length]);
    }
  });
  it("should take another type, modes, sides, an event that is gone and one that is new for what they are", () => {
    const record = beyond(CASES["border-talks"]!);
    const annotated = way(record);
    const [first, second, ...rest] = annotated.events;
    const events = [
      { ...first!, type: "REJECT" as const, modes: ["meet"], auxiliary: ["negation" as const] },
      { ...second!, sides: { actor: second!.sides!.recipient, recipient: [{ start: 0, end: 2 }] } },
      { ...rest[0]!, trigger: { start: 0, end: 2 }, type: "AID" as const },
      ...rest.slice(1),
    ];
    const { corrected, takenOut, added } = changesOf(record, { events }, new Set(record.events.map(({ id }) => id)));
    const [e1, e2, e3] = record.events;
    expect(corrected.get(e1!.id)).toMatchObject({
      type: e1!.type === "REJECT" ? null : "REJECT",
      modes: ["meet"],
      auxiliary: ["negation"],
      actor: null,
    });
    expect(corrected.get(e2!.id)).toMatchObject({ type: null, modes: null, recipient: ["😀"] });
    expect(takenOut).toEqual([e3!.id]);
    expect(added).toMatchObject([{ at: { start: 0, end: 2 }, change: { type: "AID" } }]);
    // A file that does not say what it was made with takes nothing out.
    expect(changesOf(record, { events: [] }, new Set()).takenOut).toEqual([]);
  });
});

describe("what the tools want", () => {
  it("should count doccano's places in code points, and Label Studio's in code units with the words", () => {
    const record = beyond(CASES["border-talks"]!);
    const { text, entities } = JSON.parse(writeDoccano(record, idOf));
    const [first] = record.events;
    expect([...text].slice(entities[0].start_offset, entities[0].end_offset).join("")).toBe(
      text.slice(first!.trigger.start, first!.trigger.end),
    );
    const { data, predictions } = JSON.parse(writeLabelStudio(record, idOf));
    for (const { value } of predictions[0].result) if (value) expect(data.text.slice(value.start, value.end)).toBe(value.text);
    // Made in Python, the same places count code points: the words tell.
    const points = pointsOf(text);
    const python = annotatedIn(writeLabelStudio(record, idOf));
    for (const { value } of python.annotations[1]!.result as { value?: { start: number; end: number } }[])
      if (value) Object.assign(value, { start: points.of(value.start), end: points.of(value.end) });
    expect(readLabelStudio(python)!.events).toEqual(readLabelStudio(annotatedIn(writeLabelStudio(record, idOf)))!.events);
  });
  it("should offer every type, mode and role", () => {
    const config = labelStudioConfig();
    for (const type of EVENT_TYPES)
      for (const name of [type, ...Object.keys(TYPES[type].modes)]) expect(config).toContain(`value="${name}"`);
  });
  it("should name labels that stand for nothing, and places that are none", () => {
    const text = "Ann met Bob.";
    const odd = readDoccano({
      text,
      label: [
        [0, 3, "ACTOR"],
        [4, 7, "CONSULT/visit/future"],
        [4, 7, "MEETING"],
        [4, 7, "AID/visit"],
      ],
    })!;
    expect(odd).toMatchObject({
      given: null,
      unknown: ["MEETING", "AID/visit"],
      events: [{ type: "CONSULT", modes: ["visit"], auxiliary: ["future"], sides: null }],
    });
    expect(() => readDoccano({ text, label: [[4, 99, "AID"]] })).toThrow(/is no place/);
    expect(readDoccano({ text })).toBeNull();
    expect(readLabelStudio({ data: { text }, annotations: [] })).toBeNull();
    expect(() =>
      readLabelStudio({
        data: { text },
        annotations: [{ result: [{ id: "x", type: "labels", value: { start: 4, end: 99, labels: ["AID"] } }] }],
      }),
    ).toThrow(/no place/);
    expect(() => readLabelStudio({ data: { text }, annotations: [{ result: [null] }] })).toThrow(/no list of regions/);
    expect(readLabelStudio({ data: { text }, annotations: [null] })).toBeNull();
  });
});

describe("Web Annotations", () => {
  it.each(RECORDS.slice(0, 5).map((record) => [record.document.id, record] as const))(
    "should quote and place every part, and link it: %s",
    (_, record) => {
      const lines = writeWebAnnotations(record, idOf, new Map([[record.events[0]?.id ?? "", "ann"]]))
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      const ids = lines.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const letters = [...record.document.text];
      for (const { "@context": context, type, motivation, target, body } of lines) {
        expect([context, type]).toEqual(["http://www.w3.org/ns/anno.jsonld", "Annotation"]);
        if (motivation === "linking") expect(ids).toEqual(expect.arrayContaining([target, body[0].id]));
        else
          for (const { source, selector } of [target].flat()) {
            const [quote, position] = selector;
            expect(new URL(source).protocol).toMatch(/^(?:https?|ni):$/);
            expect(letters.slice(position.start, position.end).join("")).toBe(quote.exact);
            expect(record.document.text).toContain(quote.prefix + quote.exact + quote.suffix);
          }
      }
      const roles = record.events.flatMap(({ actor, recipient }) => [...actor, ...recipient]).length;
      expect(lines.filter(({ motivation, body }) => motivation === "linking" && /^(?:actor|recipient)$/.test(body[1].value))).toHaveLength(
        roles,
      );
      if (record.events.length > 0) expect(lines[0].creator).toEqual({ type: "Person", name: "ann" });
    },
  );
});

describe("readout correct --from", () => {
  const folder = temporary();
  const run = async (args: readonly string[]) => {
    const { effects, written } = fake({});
    const readText = async (path: string) => (await import("node:fs/promises")).readFile(path, "utf8");
    const code = await main(args, { ...effects, readText, openShelf: (path, access, to) => openShelf(path, access, telling, to) });
    return { code, ...written };
  };
  it("should correct, take out and add what was marked, each line of both tools by itself", async () => {
    const [db, file] = [join(folder, "s.duckdb"), join(folder, "marked.jsonl")];
    const records = [recordOf(1), recordOf(2)];
    await onShelf(db, "write", async (shelf) => {
      for (const record of records) await shelf.add(record);
    });
    const to = join(folder, "out");
    expect((await run(["export", "--db", db, "--to", to, "--format", "doccano"])).code).toBe(0);
    const { readFileSync } = await import("node:fs");
    const [one] = readFileSync(join(to, "events.doccano.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    // Another type, without its modes; the second event gone; a new one at a word that stands in each sentence.
    one.entities[0].label = "REJECT/meet";
    const gone = one.entities.find(({ label, id }: { label: string; id: number }) => label !== "ACTOR" && id !== 1).id;
    one.entities = one.entities.filter(({ id }: { id: number }) => id !== gone);
    one.relations = one.relations.filter(({ from_id }: { from_id: number }) => from_id !== gone);
    const at = one.text.lastIndexOf("harbour");
    one.entities.push(
      { id: 900, label: "AID", start_offset: at, end_offset: at + 7 },
      { id: 901, label: "TRUCE", start_offset: 0, end_offset: 1 },
    );
    one.relations.push({
      id: 900,
      from_id: 900,
      to_id: one.entities.find(({ label }: { label: string }) => label === "ACTOR").id,
      type: "actor",
    });
    const labels = annotatedIn(writeLabelStudio(records[1]!, (event) => `e2.${event.slice(1)}`));
    (labels.annotations[1]!.result[0] as { value: { labels: string[] } }).value.labels = ["AID"];
    const stray = JSON.stringify({ text: "Nobody has this.", entities: [] });
    writeFileSync(file, `${JSON.stringify(one)}\nno json\n${JSON.stringify(labels)}\n${stray}\n`);

    const dry = await run(["correct", "--from", file, "--db", db, "--by", "bob", "--dry-run"]);
    expect(dry.out).toContain("4 events would be corrected");
    expect(await onShelf(db, "read", (shelf) => rowsOf(shelf, "FROM corrections"))).toEqual([]);

    const { code, out, err } = await run(["correct", "--from", file, "--db", db, "--by", "bob", "--note", "in doccano"]);
    expect(code).toBe(1);
    expect(out.trimEnd().split("\n").at(-1)).toBe(`${file}: 2 articles, 4 events corrected, 3 as they were, 3 failed`);
    expect(err.trimEnd().split("\n")).toEqual([
      `readout: ${file} line 1: has a label “TRUCE”, which is no PLOVER type with its modes: left out; docs/exports.md tells the labels`,
      `readout: ${file} line 2: is no line of JSON: give a file as doccano or Label Studio exports it`,
      `readout: ${file} line 4: has a text that no article on this shelf has now: export again, or check --db`,
    ]);
    const found = await onShelf(db, "read", (shelf) =>
      rowsOf(shelf, "SELECT id, corrected_by, is_event, missed, type, modes, note FROM corrections ORDER BY id"),
    );
    expect(found).toEqual([
      { id: "e1.1", corrected_by: "bob", is_event: true, missed: false, type: "REJECT", modes: ["meet"], note: "in doccano" },
      { id: "e1.2", corrected_by: "bob", is_event: false, missed: false, type: null, modes: null, note: "in doccano" },
      { id: "e1.4", corrected_by: "bob", is_event: true, missed: true, type: "AID", modes: [], note: "in doccano" },
      { id: "e2.1", corrected_by: "ann@example.org", is_event: true, missed: false, type: "AID", modes: null, note: "in doccano" },
    ]);
    const [added] = await onShelf(db, "read", (shelf) =>
      rowsOf(shelf, "SELECT e.start, e.\"end\", e.source FROM events e WHERE id = 'e1.4'"),
    );
    expect(added).toMatchObject({ start: at, end: at + 7 });
    expect(added!.source).toHaveLength(1);
    // Given back as it is now, nothing changes any more.
    const again = join(folder, "again");
    await run(["export", "--db", db, "--to", again, "--format", "doccano"]);
    const twice = await run(["correct", "--from", join(again, "events.doccano.jsonl"), "--db", db, "--by", "bob"]);
    expect(twice).toMatchObject({ code: 0, err: "" });
    expect(twice.out).toMatch(/2 articles, 0 events corrected, 6 as they were, 0 failed\n$/);
  });
  it.each([
    [["correct", "--from", "x", "e1.1"], /^readout: e1.1: cannot go with --from/],
    [["correct", "--from", "x", "--type", "AID"], /^readout: --type: cannot go with --from/],
    [["correct", "--from", "/nowhere/x.jsonl"], /^readout: --from: \/nowhere\/x.jsonl cannot be read \(ENOENT\): check the path/],
    [["correct", "e1.1", "--dry-run"], /^readout: --dry-run: goes with --from only/],
    [["agree", "x"], /^readout: agree: takes two codings, but has 1/],
    [["agree", "/nowhere/x", "/nowhere/y"], /cannot be read \(ENOENT\)/],
  ])("%j should be wrong usage", async (args, message) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
  it("should measure what the corrections changed", async () => {
    const [db, file] = [join(folder, "s.duckdb"), join(folder, "records.jsonl")];
    writeFileSync(file, `${JSON.stringify(recordOf(1))}\n${JSON.stringify(recordOf(2))}\n`);
    const layers = async (...args: string[]) => {
      const { code, out } = await run(["agree", ...args]);
      expect(code).toBe(0);
      return Object.fromEntries(
        out
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line))
          .map(({ layer, ...rest }) => [layer, rest]),
      );
    };
    const whole = await layers(file, db, "--machine", "b");
    expect(Object.values(whole).map((each) => (each as { f1: number | null }).f1 ?? 1)).toEqual(Array(9).fill(1));
    // One taken out, one added elsewhere, two of another type.
    const mended = await layers(db, db, "--machine", "a");
    expect(mended.events).toMatchObject({ a: 6, b: 6, both: 5, f1: 0.833 });
    expect(mended.type).toMatchObject({ both: 3, f1: 0.5 });
    expect(mended.type.alpha).toBeLessThan(0.7);
  });
});
