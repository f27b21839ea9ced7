// The page's pure parts: the article's layout, what is fact, issues, search, days, the network.
import { describe, expect, it } from "vitest";
import { sameIssue } from "../../src/gather/issues.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { byActor, byCountry, isShift, matrixOf } from "../../web/dossier/issues.ts";
import { heightFor, placed, radius, tiesOf } from "../../web/dossier/network.ts";
import { outletsOf, typesIn } from "../../web/dossier/outlets.ts";
import { beginning, countsOf, fitting } from "../../web/dossier/periods.ts";
import { type PlacedRow, placesOf } from "../../web/dossier/places.ts";
import { at, core, isoOf, roomy, zoomed } from "../../web/dossier/span.ts";
import { isPage, kindOf, lettersOf } from "../../web/front/kinds.ts";
import { changed, filtersIn } from "../../web/page/query.ts";
import type { ActorRow, GatheredRow, PositionRow } from "../../web/page/rows.ts";
import { rowsQuery } from "../../web/page/sql.ts";
import { type AskWhy, whyOfLine } from "../../web/page/why.ts";
import { layoutOf } from "../../web/reader/layout.ts";
import { searchIn } from "../../web/reader/search.ts";
import { factsIn } from "../../web/reader/telling.ts";
import { CASES } from "../record/cases.ts";

describe("why a line is so", () => {
  const record = CASES["border-talks"]!;
  const told = (id: string, subject: string, start: number) => ({ id, subject, line: id, at: { start, end: start + 4 } });
  const line = { id: "e3", subject: "event" as const, at: { start: 10, end: 14 }, sentence: 4 };
  const asking = async (answers: Readonly<Record<string, unknown>>) => {
    const asked: string[] = [];
    const ask = (async (_: unknown, of: string) => {
      asked.push(of);
      if (answers[of] instanceof Error) throw answers[of];
      return answers[of] ?? [];
    }) as unknown as AskWhy;
    return { ...(await whyOfLine(ask, record, line, new AbortController().signal, () => {})), asked };
  };
  it("should be asked by its id, and by its sentence where that names another line or none now", async () => {
    const own = told("e3", "event", 10);
    const beside = told("s5", "sentence", 8);
    const s5 = [beside, told("s5", "statement", 8)];
    expect(await asking({ e3: [own] })).toEqual({ why: [own], same: true, asked: ["e3"] });
    expect(await asking({ e3: [told("e3", "event", 90)], s5 })).toEqual({ why: [beside], same: false, asked: ["e3", "s5"] });
    expect(await asking({ e3: Object.assign(new Error("has no e3"), { status: 422 }), s5 })).toMatchObject({ why: [beside], same: false });
    await expect(asking({ e3: Object.assign(new Error("too many wait"), { status: 503 }) })).rejects.toThrow("too many wait");
  });
});

describe("the layout", () => {
  it.each(Object.keys(CASES))("should hold every character of %s once", (name) => {
    const record = CASES[name]!;
    const { text } = record.document;
    const pieces = layoutOf(record).flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.pieces));
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
  });
});

const stand = (
  position: number,
  document: string,
  day: string,
  actor: string,
  actor_code: string,
  stance: string,
  issue: string,
  earlier: number | null = null,
): PositionRow => ({
  ...{ document, outlet: null, published: day, sentence: 0, start: 0, end: 1, words: null, position, day },
  ...{ actor, actor_code, stance, issue, said_by: null, earlier, earlier_stance: null, earlier_issue: null },
});
const rows = [
  stand(0, "a", "2025-08-13", "Ana", "USA", "demands", "an immediate ceasefire"),
  stand(1, "a", "2025-08-13", "Ben", "RUS", "rejects", "a ceasefire"),
  stand(0, "b", "2025-08-17", "Ana", "USA", "demands", "a ceasefire"),
  stand(1, "b", "2025-08-17", "Ana", "USA", "supports", "a full peace agreement", 0),
  stand(0, "c", "2026-03-01", "Cid", "SDN", "accepts", "a ceasefire"),
];

describe("the same issue", () => {
  it.each([
    ["an immediate ceasefire", "a ceasefire", true],
    ["the withdrawal of troops from the north", "troops out of the north", true],
    // One common word makes no issue.
    ["threats or intimidation", "abandon the anxiety of threat", false],
    ["cooperate", "cooperate with the neighbours on climate and health", false],
    ["justice", "revise the Justice Ministry system", false],
  ])("should be told of “%s” and “%s”: %s", (a, b, same) => expect([sameIssue(a, b), sameIssue(b, a)]).toEqual([same, same]));
});

describe("positions", () => {
  it("should set side by side what two speak about, and leave the rest to each; another season's is another issue", () => {
    const { shared, sides, single } = matrixOf(rows, byActor);
    expect(sides).toEqual(["Ana", "Ben"]);
    expect(shared.map(({ label, stands }) => [label, [...stands.keys()]])).toEqual([["an immediate ceasefire", ["Ana", "Ben"]]]);
    expect([...single].map(([side, mine]) => [side, mine.map(({ issue }) => issue)])).toEqual([
      ["Ana", ["a full peace agreement"]],
      ["Cid", ["a ceasefire"]],
    ]);
  });
  it("should charge a stand to a country only where its government or who speaks for it takes it", () => {
    const actor = (name: string, sector: string | null, kind = "person"): ActorRow =>
      ({ name, code: "USA", sector, kind, office: null, documents: 1, outlets: 1, mentions: 1 }) as unknown as ActorRow;
    const sideOf = byCountry([actor("Ana", "GOV"), actor("Dan", "BUS"), actor("United States", null, "country")]);
    const by = (name: string): string => sideOf(stand(0, "a", "2025-08-13", name, "USA", "demands", "a ceasefire"));
    expect(["Ana", "Dan", "United States"].map(by)).toEqual(["USA", "Dan", "USA"]);
  });
  it("should see a change of mind only in the same actor's own words", () => {
    const [before, now] = [rows[0]!, { ...rows[3]! }];
    expect([
      isShift(before, now),
      isShift(before, { ...now, actor: "Eva" }),
      isShift(before, { ...now, said_by: "Eva" }),
      isShift(undefined, now),
    ]).toEqual([true, false, false, false]);
  });
});

describe("what is fact", () => {
  const text =
    "Talks end\n\nAna won’t meet Ben. Who lost? The talks failed, and Ben said that Ana had walked out. Ana demanded that Ben leave. A sad day.";
  const at = (words: string, from = 0) => ({ start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length });
  const voices = {
    "Talks end": "reported",
    "Ana won’t meet Ben.": "reported",
    "Who lost?": "reported",
    "The talks failed, and Ben said that Ana had walked out.": "attributed",
    "Ana demanded that Ben leave.": "attributed",
    "A sad day.": "opinion",
  } as const;
  const event = (id: string, sentence: number, trigger: string, over: object) => ({
    ...Object.values(CASES).flatMap(({ events }) => events)[0]!,
    id,
    sentence,
    trigger: at(trigger),
    actor: [],
    recipient: [],
    said_by: null,
    auxiliary: [],
    date: null,
    place: null,
    same_as: [],
    ...over,
  });
  const record = {
    ...CASES.empty!,
    document: { ...CASES.empty!.document, text, title: "Talks end" },
    sentences: Object.entries(voices).map(([words, voice]) => ({ ...at(words), voice, confidence: 1 })),
    events: [
      event("e1", 1, "wo", { auxiliary: ["negation"] }),
      event("e2", 3, "failed", {}),
      event("e3", 4, "demanded", {}),
      event("e4", 5, "sad", {}),
    ],
    statements: [
      { id: "s1", sentence: 3, source: null, cue: at("said"), content: [at("that Ana had walked out")], direct: false, confidence: 1 },
      { id: "s2", sentence: 4, source: null, cue: at("demanded"), content: [at("that Ben leave")], direct: false, confidence: 1 },
    ],
  } as unknown as ReadoutRecord;
  const pieces = layoutOf(record).flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.pieces));
  const words = (which: (piece: (typeof pieces)[number]) => boolean): string =>
    pieces
      .filter(which)
      .map(({ start, end }) => text.slice(start, end))
      .join("")
      .replace(/\s+/g, " ")
      .trim();

  it("should hide nothing that the article tells, and show no heading, question, opinion or claim", () => {
    expect(words(({ claim }) => !claim)).toBe("Ana won’t meet Ben. The talks failed, and Ben said .Ana demanded that Ben leave.");
    expect([...factsIn(record)]).toEqual(["e2", "e3"]);
  });
  it("should mark whole words", () => {
    expect(words(({ mark }) => mark?.id === "e1")).toBe("won’t");
  });
});

describe("what is given", () => {
  it("should know a page's source, a PDF and what is no text, before anything is sent", () => {
    const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const pages = [
      "<!DOCTYPE html><html><body><p>A</p>",
      " <p>One</p>",
      '\ufeff<?xml version="1.0"?>\n<!-- saved --><!doctype html>\n<html><p>A</p>',
      "<meta charset=utf-8><h2>A</h2>",
    ];
    expect(pages.map(isPage)).toEqual([true, true, true, true]);
    expect(["<b>Bold</b> words", "a < b > c", "<p> is a tag", "Words. <p>One</p>"].map(isPage)).toEqual([false, false, false, false]);
    const kinds = [
      ["%PDF-1.7 ", "a"],
      ["PK\x03\x04\0\0\0", "a.txt"],
      ["Two words\n", "a.md"],
      ["Two words", "a.html"],
      ["\xff\xfeA\0", "a.txt"],
    ] as const;
    expect(kinds.map(([text, name]) => kindOf(bytes(text), name))).toEqual(["pdf", "binary", "text", "html", "text"]);
    const written = [
      "Se\xc3\xb1or",
      "Se\xf1or",
      "\xff\xfeS\0e\0\xf1\0o\0r\0",
      '<meta charset="iso-8859-2">Se\xf1or',
      "<meta charset=nonsense>Se\xf1or",
    ];
    expect(written.map((text) => lettersOf(bytes(text)).replace(/<[^>]*>/, ""))).toEqual(["Señor", "Señor", "Señor", "Seńor", "Señor"]);
  });
});

describe("tables", () => {
  it("should quote whatever a name or a value holds", () => {
    const columns = [
      { name: "type", type: "VARCHAR" },
      { name: "source", type: "VARCHAR[]" },
    ];
    const asked = { table: 'e"x', facets: { source: "O'Brien", other: "gone" }, sort: "-type" };
    expect(rowsQuery(asked, columns)).toBe(`FROM "e""x" WHERE list_contains("source", 'O''Brien') ORDER BY "type" DESC NULLS LAST`);
    expect(rowsQuery({ table: "events", facets: {}, sort: "1; DROP" }, columns)).toBe('FROM "events"');
  });
});

describe("days", () => {
  it("should leave out an end that takes up more room than all the rest", () => {
    const days = ["1994-01-01", ...Array.from({ length: 20 }, (_, n) => `2025-08-${n + 10}`)];
    expect(isoOf(core(days).from).slice(0, 7)).toBe("2025-08");
    expect(core(["2025-08-10"])).toEqual({ from: at("2025-08-10"), to: at("2025-08-10") });
  });
  it("should never be narrower than some days", () => {
    const one = { from: at("2025-08-10"), to: at("2025-08-10") };
    expect(roomy(one).to - roomy(one).from).toBe(7 * 86_400_000);
    expect(zoomed(one, 0.5).to - zoomed(one, 0.5).from).toBe(3 * 86_400_000);
  });
});

describe("small things", () => {
  it("should find words in any case, with or without accents and curly marks, at their own places", () => {
    expect(searchIn("İstanbul, ZELENSKÝ’s Plan", "zelensky's plan")).toEqual([{ start: 10, end: 25 }]);
    expect(searchIn("a a a", "a")).toEqual([]);
  });
  it("should change a query and keep the rest", () => {
    expect(changed("?a=1&b=2", { b: null, c: 3 })).toBe("?a=1&c=3");
    expect(filtersIn("?view=x&actor=UKR&issue=")).toEqual({ actor: "UKR" });
  });
  it("should place the same ties at the same places", () => {
    const ties = tiesOf([
      { month: "2025-08-01", source: "RUS", target: "UKR", events: 2, cooperation: 0, conflict: 2, mean_score: -9 },
      { month: "2025-09-01", source: "RUS", target: "UKR", events: 1, cooperation: 1, conflict: 0, mean_score: 4 },
    ]);
    expect(ties).toEqual([{ source: "RUS", target: "UKR", events: 3, cooperation: 1, conflict: 2 }]);
    expect(placed(ties, 400, 300)).toEqual(placed(ties, 400, 300));
  });
  it("should let no two sides of a network overlap, on a telephone either", () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      source: `S${n % 9}`,
      target: `T${n % 14}`,
      events: 1 + ((n * 37) % 90),
      cooperation: 1,
      conflict: 0,
    }));
    for (const width of [320, 700, 1200]) {
      const sides = placed(many, width, heightFor(many, width));
      for (const [i, a] of sides.entries())
        for (const b of sides.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.code} ${b.code} in ${width}`).toBeGreaterThan(radius(a.events) + radius(b.events));
    }
  });
});

describe("counts over time", () => {
  const row = (day: string | null, type: string, ...reality: string[]): GatheredRow => ({ day, type, reality }) as unknown as GatheredRow;
  it("should count by weeks from Monday and by months, with the empty ones between, and part what is only said", () => {
    expect([beginning("2025-08-17", "week"), beginning("2025-08-18", "week"), beginning("2025-08-18", "month")]).toEqual([
      "2025-08-11",
      "2025-08-18",
      "2025-08-01",
    ]);
    const given = [
      row("2025-08-15", "AGREE", "said", "fact"),
      row("2025-08-16", "ASSAULT", "said"),
      row("2025-10-01", "REJECT", "denied"),
      row(null, "AGREE", "fact"),
    ];
    const none = { cooperation: 0, conflict: 0 };
    expect(countsOf(given, "month")).toEqual([
      { from: "2025-08-01", cooperation: 1, conflict: 0, said: { cooperation: 0, conflict: 1 }, unreal: none },
      { from: "2025-09-01", ...none, said: none, unreal: none },
      { from: "2025-10-01", ...none, said: none, unreal: { cooperation: 0, conflict: 1 } },
    ]);
  });
  it("should choose the shortest period whose bars have room", () => {
    expect([
      fitting("2025-08-01", "2025-08-20", 60),
      fitting("2025-01-01", "2025-08-20", 60),
      fitting("1990-01-01", "2025-08-20", 60),
    ]).toEqual(["day", "week", "year"]);
  });
});

describe("places and outlets", () => {
  const row = (document: string, event: string, over: object = {}): PlacedRow =>
    ({
      document,
      event,
      outlet: document,
      type: "AGREE",
      quad: 1,
      reality: "fact",
      lat: 31.2,
      lon: 121.5,
      place: "Shanghai",
      country: "CHN",
      same_as: [],
      ...over,
    }) as unknown as PlacedRow;
  it("should count an event that an article tells again once, and leave out what has no place", () => {
    const [shanghai, ...others] = placesOf([
      row("a", "e1"),
      row("a", "e2", { same_as: ["e1"] }),
      row("b", "e1", { quad: 4 }),
      row("b", "e2", { lat: null }),
    ]);
    expect(others).toEqual([]);
    expect([shanghai!.rows.length, shanghai!.cooperation, shanghai!.conflict]).toEqual([2, 1, 1]);
  });
  it("should lay outlets side by side without a column that all leave empty, hearsay apart", () => {
    const outlets = outletsOf([row("a", "e1"), row("a", "e2", { type: "REJECT", quad: 3, reality: "said" }), row("b", "e1")], []);
    expect(outlets.map(({ outlet, articles, events, fact, said }) => [outlet, articles, events, fact, said])).toEqual([
      ["a", 1, 2, 1, 1],
      ["b", 1, 1, 1, 0],
    ]);
    expect(typesIn(outlets)).toEqual(["AGREE"]);
  });
});
