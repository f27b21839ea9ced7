import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { EVENT_TYPES, TYPES, VOICES } from "../../src/codebook.ts";
import { CSV_HEADER, writeCsv } from "../../src/record/csv.ts";
import { writeJson } from "../../src/record/json.ts";
import { writeJsonl } from "../../src/record/jsonl.ts";
import { writeMarkdown } from "../../src/record/markdown.ts";
import { writePage } from "../../src/record/page.ts";
import { writePlover } from "../../src/record/plover.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { faultsOf } from "../../src/record/validate.ts";
import { columns } from "../../src/record/wrap.ts";
import { CASES } from "./cases.ts";

const sample = CASES["border-talks"]!;
const plainPage = (record: ReadoutRecord, width = 88) => writePage(record, { width, colour: false });

describe.each(Object.entries(CASES))("%s", (name, record) => {
  const writers: [string, () => string][] = [
    ["record.json", () => writeJson(record)],
    ["page.txt", () => plainPage(record)],
    ["page.ansi", () => writePage(record, { width: 100, colour: true })],
    ["page.md", () => writeMarkdown(record)],
    ["events.csv", () => CSV_HEADER + writeCsv(record)],
    ["plover.jsonl", () => writePlover(record)],
  ];
  it("should be a sound record", () => expect(faultsOf(record)).toEqual([]));
  test.each(writers)("should be written as %s", async (file, write) => {
    await expect(write()).toMatchFileSnapshot(`../fixtures/record/${name}/${file}`);
  });
});

describe("json and jsonl", () => {
  it("should read back as the record itself", () => {
    expect(JSON.parse(writeJsonl(sample))).toEqual(sample);
    expect(JSON.parse(writeJson(sample))).toEqual(sample);
  });
  it("should write one line, the same for the same record in another order of keys", () => {
    const turned = Object.fromEntries(Object.entries(sample).reverse()) as unknown as ReadoutRecord;
    expect(writeJsonl(turned)).toBe(writeJsonl(sample));
    expect(writeJsonl(sample).split("\n")).toHaveLength(2);
  });
  it("should leave out keys that the contract does not name, and keep all of extra", () => {
    const more = { ...sample, secret: 1, document: { ...sample.document, extra: { b: { z: 1, a: 2 } } } };
    const back = JSON.parse(writeJsonl(more));
    expect(back.secret).toBeUndefined();
    expect(JSON.stringify(back.document.extra)).toBe('{"b":{"z":1,"a":2}}');
  });
});

describe("the page", () => {
  it("should show each event once", () => {
    const page = plainPage(sample);
    for (const type of ["ASSAULT", "RETREAT", "SUPPORT", "REJECT", "REQUEST", "CONSULT"]) expect(page.split(` ${type}`)).toHaveLength(2);
    expect(page).toContain("also s12");
  });
  it("should cite places where the quoted words stand", () => {
    const { text } = sample.document;
    const cited = [...plainPage(sample, 2000).matchAll(/“(?:… )?([^\n]*?)(?: …)?” ¶\d+ s\d+ \[(\d+)–(\d+)\]/g)];
    expect(cited.length).toBeGreaterThan(7);
    for (const [, words, start, end] of cited) expect(text.slice(Number(start), Number(end)).replace(/^“|”$/g, "")).toBe(words);
  });
  it("should let no control character of the article through", () => expect(plainPage(CASES.column!)).not.toContain("\x1b"));
  it.each([40, 80, 100])("should keep within %i columns", (width) => {
    for (const line of plainPage(sample, width).split("\n"))
      if (/ .* /.test(line.trim())) expect(columns(line)).toBeLessThanOrEqual(Math.max(width, 52));
  });
  it("should put an event told as fact and as hearsay under what happened", () => {
    const events = sample.events.map((event) => (event.id === "e4" ? { ...event, same_as: ["e10"] } : event));
    const fact = { ...sample.events[3]!, id: "e10", said_by: null, same_as: ["e4"], sentence: 4 };
    const page = plainPage({ ...sample, events: [...events, fact] });
    expect(page.indexOf("ASSAULT")).toBeLessThan(page.indexOf("ONLY SAID"));
    expect(page.split("ASSAULT")).toHaveLength(2);
  });
});

describe("csv", () => {
  it("should end rows in CR LF and double the quotation marks in a cell", () => {
    const rows = writeCsv(CASES.column!).split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^"columns\/harbour, ""old"".txt",/);
    expect(rows.join("")).not.toMatch(/[\r\n]/);
  });
  it("should date only what is told as current by the day of publication", () => {
    const [event] = sample.events;
    const dates = (["historical", "future", "negation"] as const).map((auxiliary) => {
      const [, cells] = (
        CSV_HEADER +
        writeCsv({ ...sample, document: { ...sample.document, title: null }, events: [{ ...event!, date: null, auxiliary: [auxiliary] }] })
      ).split("\r\n");
      return cells!.split(",")[6];
    });
    expect(dates).toEqual(["", "", "2031-05-14"]);
  });
});

describe("plover", () => {
  const lines = writePlover(sample)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  it("should give offsets that hold its words", () => {
    for (const { text_info, event_text } of lines) expect(sample.document.text.slice(text_info.start, text_info.end)).toBe(event_text[0]);
  });
  it("should give the first and last day of a month or a year", () => {
    expect([lines[5].date, lines[5].enddate]).toEqual(["2031-06-01", "2031-06-30"]);
    expect([lines[7].date, lines[7].enddate]).toEqual(["1994-01-01", "1994-12-31"]);
    expect([lines[6].date, lines[6].enddate]).toEqual(["2031-05-14", "2031-05-14"]);
  });
  it("should write a coding date only where one is given", () => {
    expect(lines[0].coded_date).toBeNull();
    expect(JSON.parse(writePlover(sample, { codedDate: "2031-05-15" }).split("\n")[0]!).coded_date).toBe("2031-05-15");
  });
});

describe("faults", () => {
  const [event] = sample.events;
  const response = { actor: "a6", about: { start: 0, end: 4 }, stance: "opposes", evidence: ["e1"] } as const;
  it("should find none in a response, nor in a record of an earlier version, which has no list of them", () => {
    expect(faultsOf({ ...sample, responses: [response] })).toEqual([]);
    expect(sample.responses).toBeUndefined();
    expect(faultsOf(sample)).toEqual([]);
  });
  const rows: [string, Partial<ReadoutRecord>, RegExp][] = [
    ["an empty span", { promotions: [{ start: 4, end: 4, kind: "sponsored", signals: [] }] }, /promotions\[0\]: \[4, 4\) is empty/],
    ["a span beyond the text", { statements: [{ ...sample.statements[0]!, cue: { start: 0, end: 1e6 } }] }, /cue: \[0, 1000000\)/],
    [
      "an unknown actor",
      { events: [{ ...event!, same_as: [], said_by: { actor: "a99", start: 0, end: 1 } }] },
      /e1: there is no actor a99/,
    ],
    ["an unknown twin", { events: [{ ...event!, same_as: ["e99"] }] }, /e1: same_as e99/],
    ["an event in an advertisement", { events: [{ ...event!, same_as: [], sentence: 12 }] }, /e1: its only evidence/],
    ["an unknown sentence", { events: [{ ...event!, same_as: [], sentence: 99 }] }, /e1: there is no sentence 99/],
    ["one id twice", { actors: [...sample.actors, sample.actors[0]!] }, /actors: an id stands twice/],
    ["a reaction to nothing", { reactions: [{ actor: "a6", to: "e99", stance: "supports", evidence: ["e7"] }] }, /there is no event e99/],
    [
      "a reaction to no event",
      { reactions: [{ actor: "a6", to: null as never, stance: "supports", evidence: ["e7"] }] },
      /reactions\[0\]: there is no event null/,
    ],
    ["a response to no words", { responses: [{ ...response, about: { start: 4, end: 4 } }] }, /responses\[0\]\.about: \[4, 4\) is empty/],
    ["a response by nobody", { responses: [{ ...response, actor: "a99" }] }, /responses\[0\]: there is no actor a99/],
    ["unknown evidence of a response", { responses: [{ ...response, evidence: ["e99"] }] }, /responses\[0\]: there is no evidence e99/],
    [
      "a response in an advertisement",
      { events: [...sample.events, { ...event!, id: "e90", same_as: [], sentence: 12 }], responses: [{ ...response, evidence: ["e90"] }] },
      /responses\[0\]: its only evidence/,
    ],
    [
      "show in no sentence",
      { optics: [{ sentence: 99, what: { start: 0, end: 4 }, said_by: null, kind: "scene" }] },
      /optics\[0\]: there is no sentence 99/,
    ],
    ["a meeting that one event tells", { meetings: [{ events: ["e1"] }] }, /meetings\[0\]: has fewer than two events/],
    ["a meeting of no event", { meetings: [{ events: ["e1", "e99"] }] }, /meetings\[0\]: there is no event e99/],
    ["no evidence", { reactions: [{ actor: "a6", to: "e1", stance: "supports", evidence: [] }] }, /reactions\[0\]: its only evidence/],
  ];
  test.each(rows)("should name %s", (_, change, fault) => expect(faultsOf({ ...sample, ...change }).join("\n")).toMatch(fault));
});

/** Any sound record, however odd its text. */
const anyRecord = fc
  .record({
    text: fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
    acts: fc.array(
      fc.record({
        type: fc.constantFrom(...EVENT_TYPES),
        at: fc.nat(199),
        auxiliary: fc.subarray(["historical", "future", "hypothetical", "negation"] as const),
        said: fc.boolean(),
        same: fc.nat(5),
      }),
      { maxLength: 6 },
    ),
    voice: fc.constantFrom(...VOICES.filter((voice) => voice !== "promotional" && voice !== "furniture")),
  })
  .map(({ text, acts, voice }): ReadoutRecord => {
    const all = { start: 0, end: text.length };
    const word = (at: number) => ({ start: at % text.length, end: (at % text.length) + 1 });
    return {
      ...CASES.empty!,
      document: { ...CASES.empty!.document, text },
      sentences: [{ ...all, voice, confidence: 0.5 }],
      actors: [{ id: "a1", name: text, code: "FRA", sector: null, other_sectors: [], kind: "country", office: null, mentions: [] }],
      events: acts.map(({ type, at, auxiliary, said, same }, i) => ({
        id: `e${i}`,
        type,
        modes: [],
        contexts: [],
        auxiliary,
        quad: TYPES[type].quad,
        score: 0,
        sentence: 0,
        trigger: word(at),
        actor: [{ actor: "a1", ...word(at + 1) }],
        recipient: [],
        said_by: said ? { actor: null, ...word(at) } : null,
        date: null,
        place: null,
        confidence: 0.5,
        same_as: same < acts.length && same !== i ? [`e${same}`] : [],
      })),
    };
  });

describe("any record", () => {
  it("should be written without an error, one line an event or record, whatever the text", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(faultsOf(record)).toEqual([]);
        expect(JSON.parse(writeJsonl(record))).toEqual(JSON.parse(JSON.stringify(record)));
        expect(writePlover(record).split("\n")).toHaveLength(record.events.length + 1);
        // Control characters that move a terminal's cursor never come from the article.
        expect(plainPage(record)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
        writeMarkdown(record);
        writeCsv(record);
      }),
      { numRuns: 200 },
    );
  });
});
