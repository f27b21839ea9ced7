import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Actor } from "../../src/actors/types.ts";
import { AUXILIARY, EVENT_TYPES, type EventType, TYPES } from "../../src/codebook.ts";
import type { Event } from "../../src/events/types.ts";
import { writeCameo } from "../../src/record/cameo.ts";
import { CASES } from "./cases.ts";

const sample = CASES["border-talks"]!;

describe.each(Object.entries(CASES))("%s", (name, record) => {
  it("should be written as events.cameo.tsv", async () => {
    await expect(writeCameo(record)).toMatchFileSnapshot(`../fixtures/record/${name}/events.cameo.tsv`);
  });
  it("should have a line an event and ten columns a line", () => {
    const lines = writeCameo(record).split("\n");
    expect(lines).toHaveLength(record.events.length + 1);
    for (const line of lines.slice(0, -1)) expect(line.split("\t")).toHaveLength(10);
  });
});

/** The columns of one event by the given actors on the given recipients. */
function columns(event: Partial<Event>, actors: readonly Partial<Actor>[] = [{}], recipients: readonly Partial<Actor>[] = [{}]): string[] {
  const cast = [...actors, ...recipients].map(
    (actor, at): Actor => ({ ...sample.actors[2]!, sector: null, kind: "unnamed", ...actor, id: `x${at}` }),
  );
  const parts = cast.map(({ id }) => ({ actor: id, start: 0, end: 1 }));
  const events = [
    { ...sample.events[1]!, modes: [], ...event, actor: parts.slice(0, actors.length), recipient: parts.slice(actors.length) },
  ];
  return writeCameo({ ...sample, actors: cast, events })
    .trimEnd()
    .split("\t");
}

const root = (event: Partial<Event>, ...sides: Partial<Actor>[][]): string => columns(event, ...sides)[3]!;

// PLOVER.md's table, written down again as types by root.
const BACK: Readonly<Record<string, string>> = {
  "03": "AGREE",
  "04": "CONSULT",
  "05": "SUPPORT",
  "06": "COOPERATE",
  "07": "AID",
  "08": "CONCEDE RETREAT",
  "09": "ACCUSE",
  "10": "REQUEST",
  "11": "ACCUSE",
  "12": "REJECT",
  "13": "THREATEN",
  "14": "PROTEST",
  "15": "MOBILIZE",
  "16": "SANCTION",
  "17": "COERCE",
  "18": "ASSAULT",
  "19": "ASSAULT",
  "20": "ASSAULT",
};

describe("roots", () => {
  const all = EVENT_TYPES.flatMap((type) => ["", ...Object.keys(TYPES[type].modes)].map((mode): [EventType, string] => [type, mode]));
  test.each(all)("%s %s should lead back to its type", (type, mode) =>
    expect(BACK[root({ type, modes: mode ? [mode] : [] })]!.split(" ")).toContain(type),
  );
  test.each([
    [{ type: "ACCUSE", modes: ["investigate"] }, "09"],
    [{ type: "ACCUSE", modes: ["allege"] }, "11"],
    [{ type: "ASSAULT", modes: ["torture"] }, "18"],
    [{ type: "ASSAULT", modes: ["suicide-attack"] }, "18"],
    [{ type: "ASSAULT", modes: ["drone"] }, "19"],
    [{ type: "ASSAULT", modes: ["firearms", "unconventional"] }, "20"],
  ] as [Partial<Event>, string][])("%j should be %s", (event, wanted) => expect(root(event)).toBe(wanted));
  it("should take who does it for an assault without a mode", () => {
    const assault = { type: "ASSAULT" as const };
    expect(root(assault, [{ sector: "REB" }])).toBe("19");
    expect(root(assault, [{ kind: "country" }])).toBe("19");
    expect(root(assault, [{ sector: "CVL" }])).toBe("18");
    expect(root(assault, [{ sector: "CVL" }, { sector: "CVL", code: "FRA" }], [])).toBe("19");
  });
  test.each(AUXILIARY)("%s", (auxiliary) => {
    const line = columns({ type: "AID", auxiliary: [auxiliary] });
    expect(line.slice(3, 6)).toEqual([auxiliary === "historical" ? "07" : "---", "AID", auxiliary]);
  });
});

test.each([
  [{ kind: "country", code: "RUS", sector: "GOV" }, "RUS"],
  [{ kind: "person", code: "RUS", sector: "GOV" }, "RUSGOV"],
  [{ code: "THA", sector: "GOV", other_sectors: ["MIL"] }, "THAGOVMIL"],
  [{ code: "UNO", sector: null }, "IGOUNO"],
  [{ code: "UNO", sector: "MED" }, "IGOUNOHLH"],
  [{ code: "EUR", sector: null }, "IGOEUREEC"],
  [{ code: "IMG", sector: "REB" }, "IMG"],
  [{ code: "NGO", sector: "NGO" }, "NGO"],
  [{ code: "USA", sector: "JRN" }, "USAMED"],
  [{ code: null, sector: "COP" }, "---COP"],
  [{ code: null, sector: null }, "---"],
] as [Partial<Actor>, string][])("%j should be written %s", (actor, code) => expect(columns({}, [actor])[1]).toBe(code));

it("should keep to one line whatever the article and its name hold", () => {
  const text = `a\tb\nc${" ".repeat(sample.document.text.length)}`;
  const line = writeCameo({ ...sample, document: { ...sample.document, id: "a\tb\nc", text }, events: [sample.events[1]!] });
  expect(line.split("\t")).toHaveLength(10);
  expect(line.split("\n")).toHaveLength(2);
});

it("docs/cameo.md should name every type and mode of ASSAULT with its root", () => {
  const doc = readFileSync(new URL("../../docs/cameo.md", import.meta.url), "utf8");
  for (const type of EVENT_TYPES) expect(doc).toMatch(new RegExp(`\\| [^|]*\\b${type}\\b[^|]*\\| \\d\\d`));
  for (const mode of Object.keys(TYPES.ASSAULT.modes)) {
    const row = doc.split("\n").find((line) => line.startsWith("| ASSAULT") && new RegExp(`[ ,]${mode}\\b`).test(line));
    expect(row, mode).toContain(`| ${root({ type: "ASSAULT", modes: [mode] })} `);
  }
});
