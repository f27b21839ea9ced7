// The tables that event data are handed around in: which rows, which columns, which codes.
import { describe, expect, it } from "vitest";
import { EVENT_TYPES, TYPES } from "../../src/codebook.ts";
import type { Event } from "../../src/events/types.ts";
import { geography } from "../../src/places/load.ts";
import { cameoOf, cameoRootOf } from "../../src/record/cameo-codes.ts";
import { type FieldTable, fieldHeader, fieldLine, fieldRowsOf } from "../../src/record/field.ts";
import { gdelt } from "../../src/record/gdelt.ts";
import { icews } from "../../src/record/icews.ts";
import { polecat } from "../../src/record/polecat.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { CASES } from "./cases.ts";

const kept = (record: ReadoutRecord) => ({
  ...{ geography, article: 12, outlet: "The Herald" },
  refs: new Map(record.events.map(({ id }, at) => [id, at + 1])),
});
const write = (table: FieldTable, record: ReadoutRecord): string =>
  fieldHeader(table) +
  fieldRowsOf(record, kept(record))
    .rows.map((row) => fieldLine(table, row))
    .join("");

describe.each(Object.entries(CASES))("%s", (name, record) => {
  it.each([polecat, icews, gdelt])("should be written as $file", async (table) => {
    await expect(write(table, record!)).toMatchFileSnapshot(`../fixtures/record/${name}/${table.file}`);
  });
});

describe("the columns", () => {
  it("should be POLECAT's, in its order", () => {
    const side = (role: string) => [
      ...[
        `${role} Name`,
        `${role} Country`,
        `${role} COW`,
        `Primary ${role} Sector`,
        `${role} Sectors`,
        `${role} Title`,
        `${role} Name Raw`,
      ],
      `Wikipedia ${role} ID`,
    ];
    expect(polecat.columns.map(({ name }) => name)).toEqual([
      ...[
        "Event ID",
        "Event Date",
        "Event Type",
        "Event Mode",
        "Intensity",
        "Quad Code",
        "Contexts",
        ...side("Actor"),
        ...side("Recipient"),
      ],
      ...[
        "Placename",
        "City",
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
        "GeoNames ID",
        "Raw Placename",
        "Feature Type",
        "Source",
      ],
      ...["Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"],
    ]);
  });
  it("should be the 20 of ICEWS and the 61 of GDELT", () => {
    expect(icews.columns).toHaveLength(20);
    expect(gdelt.columns).toHaveLength(61);
    for (const table of [polecat, icews, gdelt]) expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length);
  });
});

const sample = CASES["border-talks"]!;
/** A record with these events, of two actors on two recipients. */
function recordWith(events: readonly Partial<Event>[]): ReadoutRecord {
  const at = { start: 0, end: 5 };
  const actors = ["Ann", "Bob", "Cy", "Di"].map((name, n) => ({
    ...{
      id: `a${n + 1}`,
      name,
      code: ["DEU", "UNO", null, "YEM"][n]!,
      sector: "GOV",
      other_sectors: ["MIL"],
      kind: "person" as const,
      office: null,
    },
    mentions: [],
  }));
  const side = (...ids: string[]) => ids.map((actor) => ({ ...at, actor }));
  return {
    ...sample,
    document: { ...sample.document, published: "2025-08-16T10:00:00Z", text: `“Kyiv\t${sample.document.text.slice(6)}` },
    actors,
    events: events.map((event, n) => ({
      ...sample.events[0]!,
      ...{
        id: `e${n + 1}`,
        modes: [],
        auxiliary: [],
        contexts: [],
        actor: side("a1", "a2"),
        recipient: side("a3", "a4"),
        date: null,
        place: null,
        same_as: [],
      },
      ...event,
    })),
  };
}
const rowsOf = (table: FieldTable, events: readonly Partial<Event>[]) => {
  const record = recordWith(events);
  const [names, ...rows] = write(table, record)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  return rows.map((row) => Object.fromEntries(names!.map((name, n) => [name, row[n]])));
};

describe("the rows", () => {
  it("should be a pair of actor and recipient each, with what is not known left empty", () => {
    const rows = rowsOf(polecat, [{}, { type: "THREATEN", recipient: [] }, { actor: [], recipient: [] }]);
    expect(rows.map((row) => [row["Event ID"], row["Actor Name"], row["Recipient Name"]])).toEqual([
      ...[
        ["e12.1", "Ann", "Cy"],
        ["e12.1", "Ann", "Di"],
        ["e12.1", "Bob", "Cy"],
        ["e12.1", "Bob", "Di"],
      ],
      ...[
        ["e12.2", "Ann", ""],
        ["e12.2", "Bob", ""],
        ["e12.3", "", ""],
      ],
    ]);
    expect(rows[1]).toMatchObject({ "Actor COW": "255", "Recipient COW": "679", "Actor Sectors": "GOV;MIL", "Event Date": "2025-08-16" });
    expect(rows[2]).toMatchObject({ "Actor Country": "UNO", "Actor COW": "", "Recipient Country": "", "Actor Name Raw": "“Kyiv" });
    const numbers = rowsOf(icews, [{}, {}]).map((row) => Number(row["Event ID"]));
    expect(new Set(numbers).size).toBe(8);
    expect(numbers.every(Number.isSafeInteger)).toBe(true);
  });
  it("should tell who meets whom both ways, and keep those apart who act together", () => {
    const pairs = (type: Event["type"]) =>
      rowsOf(polecat, [{ type, recipient: [] }]).map((row) => [row["Actor Name"], row["Recipient Name"]]);
    expect(pairs("CONSULT")).toEqual([
      ["Ann", "Bob"],
      ["Bob", "Ann"],
    ]);
    expect(pairs("ASSAULT")).toEqual([
      ["Ann", ""],
      ["Bob", ""],
    ]);
  });
  it("should leave out what did not happen, and tell once what is told again, where most is told of it", () => {
    const place = { start: 0, end: 5, name: "Kyiv", country: "UKR", lat: null, lon: null };
    const record = recordWith([
      { same_as: ["e3"] },
      { auxiliary: ["negation"] },
      { same_as: ["e1"], place },
      { auxiliary: ["future"] },
      { auxiliary: ["historical"], date: { iso: "1994", start: 0, end: 1 } },
    ]);
    const { rows, leftOut } = fieldRowsOf(record, kept(record));
    expect([...new Set(rows.map(({ event }) => event.id))]).toEqual(["e3", "e5"]);
    expect(leftOut).toBe(3);
    expect(rows.at(-1)!.day).toBe("1994-01-01");
  });
  it("should quote what holds quotation marks, and keep one line a row", () => {
    const record = recordWith([{}]);
    const odd = { ...record, actors: record.actors.map((actor) => ({ ...actor, name: 'the\n"big"\tone' })) };
    expect(write(polecat, odd).trimEnd().split("\n")).toHaveLength(5);
    expect(write(polecat, odd)).toContain('\t"the ""big"" one"\t');
  });
  it("should have the codes that GDELT's users look for", () => {
    const anchorage = { start: 0, end: 5, name: "Anchorage", country: "USA", lat: 61.218, lon: -149.9 };
    const rows = rowsOf(gdelt, [{ type: "CONSULT", modes: ["visit"], place: anchorage }]);
    expect(rows[0]).toMatchObject({
      ...{
        Day: "20250816",
        MonthYear: "202508",
        Year: "2025",
        FractionDate: "2025.7014",
        Actor1Code: "DEUGOVMIL",
        Actor1CountryCode: "DEU",
      },
      ...{
        Actor1Type1Code: "GOV",
        Actor1Type2Code: "MIL",
        Actor2CountryCode: "",
        EventCode: "042",
        EventBaseCode: "042",
        EventRootCode: "04",
      },
      ...{
        QuadClass: "1",
        GoldsteinScale: "1.9",
        ActionGeo_Type: "3",
        ActionGeo_CountryCode: "US",
        ActionGeo_FullName: "Anchorage, Alaska, United States of America",
      },
      ...{ DATEADDED: "20250816000000", AvgTone: "" },
    });
    expect(rows[2]).toMatchObject({
      Actor1Code: "IGOUNOGOVMIL",
      Actor1KnownGroupCode: "UNO",
      Actor1CountryCode: "",
      Actor1Type1Code: "IGO",
    });
    expect(rowsOf(icews, [{ type: "CONSULT", modes: ["visit"], place: anchorage }])[1]).toMatchObject({
      ...{
        "CAMEO Code": "042",
        "Event Text": "Make a visit",
        Intensity: "1.9",
        "Source Sectors": "Government;Military",
        "Source Country": "Germany",
      },
      ...{ "Target Country": "Yemen", City: "Anchorage", Province: "Alaska", Country: "United States of America", "Story ID": "12" },
    });
  });
});

describe("CAMEO codes", () => {
  it("should lie below the root of each type and mode, and have a name and a value", () => {
    for (const type of EVENT_TYPES)
      for (const mode of [null, ...Object.keys(TYPES[type].modes)]) {
        const event = { ...sample.events[0]!, type, modes: mode === null ? [] : [mode], auxiliary: [] };
        const found = cameoOf(event, sample.actors)!;
        expect(found.root).toBe(cameoRootOf(event, sample.actors));
        expect(found.code).toMatch(new RegExp(`^${found.root}\\d{1,2}$`));
        expect(found.label).not.toBe("");
        expect(Math.abs(found.goldstein)).toBeLessThanOrEqual(10);
        // Words and deeds of one kind have one sign in both scales, but for requests, which PLOVER takes for neutral.
        if (TYPES[type].score !== 0) expect(Math.sign(found.goldstein), `${type} ${mode}`).toBe(Math.sign(TYPES[type].score));
      }
  });
  it("should be none for what did not happen", () => {
    expect(cameoOf({ ...sample.events[0]!, auxiliary: ["future"] }, sample.actors)).toBeNull();
  });
});
