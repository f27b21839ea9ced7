// Rows → SVG: well formed whatever the rows say, nothing outside the sheet, the same bytes each time, told in words for those who do not see it.
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/codebook.ts";
import { drawBalance } from "../../src/picture/balance.ts";
import { drawPositions } from "../../src/picture/positions.ts";
import { fitted, widthOf, wrapped } from "../../src/picture/svg.ts";
import { nameOf, periodsOf } from "../../src/picture/time.ts";
import { drawTimeline } from "../../src/picture/timeline.ts";

const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10));
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constant(`<script>alert("x")</script> & ]]> 'y'`),
  fc.constant("A long name ".repeat(30)),
);
const timeline = fc.record({
  ...{ day, type: fc.constantFrom(...EVENT_TYPES), source: fc.array(words, { maxLength: 3 }), target: fc.array(words, { maxLength: 2 }) },
  auxiliary: fc.subarray(["historical", "future", "hypothetical", "negation"]),
  ...{ said_by: fc.option(words), document: words, words },
});
const stance = fc.constantFrom("demands", "offers", "accepts", "rejects", "supports", "opposes", "conditional", "undecided", "unheard-of");
const position = fc.record({
  ...{ day: fc.option(day), actor: fc.option(words), stance, issue: words, said_by: fc.option(words), earlier_stance: fc.option(stance) },
  ...{ document: words, words: fc.option(words) },
});
const count = fc.integer({ min: 0, max: 5000 });
const balance = fc.record({
  month: day.map((each) => `${each.slice(0, 7)}-01`),
  ...{
    source: fc.constantFrom("UKR", "RUS", "KEN"),
    target: fc.constantFrom("UKR", "RUS"),
    cooperation: count,
    conflict: count.map((n) => n + 1),
  },
  mean_score: fc.double({ min: -10, max: 10, noNaN: true }),
});
const drawn = fc.oneof(
  fc.array(timeline, { maxLength: 80 }).map((rows) => () => drawTimeline(rows)),
  fc.array(position, { maxLength: 80 }).map((rows) => () => drawPositions(rows)),
  fc.array(balance, { maxLength: 80 }).map((rows) => () => drawBalance(rows, ["UKR", "RUS"])),
);

/** Tags open and close in order, attributes are quoted, no & or < stands by itself. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>/g,
    (_, closes, name, __, empty) => {
      if (closes) return open.pop() === name ? "" : "<";
      if (!empty) open.push(name);
      return "";
    },
  );
  return open.length === 0 && !/[<]|&(?!(?:amp|lt|gt|quot|#39);)|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(rest);
}

describe("a picture", () => {
  it("should be well formed, inside its sheet, and the same again, whatever the rows say", () => {
    fc.assert(
      fc.property(drawn, (draw) => {
        const svg = draw();
        expect(isWellFormed(svg)).toBe(true);
        expect(draw()).toBe(svg);
        const { document } = parseHTML(`<body>${svg}</body>`);
        const sheet = document.querySelector("svg")!;
        const [width, height] = ["width", "height"].map((name) => Number(sheet.getAttribute(name)));
        for (const each of sheet.querySelectorAll("text, rect, circle, line")) {
          for (const [name, most] of [
            ["x", width],
            ["x1", width],
            ["x2", width],
            ["cx", width],
            ["y", height],
            ["y1", height],
            ["y2", height],
            ["cy", height],
          ] as const) {
            const value = each.getAttribute(name);
            if (value !== null) expect(Number(value) >= 0 && Number(value) <= most!, `${name}=${value} in ${each.outerHTML}`).toBe(true);
          }
        }
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 150 },
    );
  });
  it("should tell its title and what it shows to a screen reader, and follow the reader's light", () => {
    const svg = drawTimeline([
      { day: "2025-08-15", type: "REJECT", source: ["Ukraine"], target: [], auxiliary: [], said_by: null, document: "d", words: "No." },
    ]);
    const { document } = parseHTML(`<body>${svg}</body>`);
    const [title, description] = document
      .querySelector("svg")!
      .getAttribute("aria-labelledby")!
      .split(" ")
      .map((id: string) => document.getElementById(id)!.textContent);
    expect(title).toBe("Timeline: 1 event, 15 Aug 2025");
    expect(description).toContain("0 of cooperation above the line, 1 of conflict below it");
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg).toContain('role="img"');
  });
  it("should draw a sign an event, and say where a sign stands for more", () => {
    const row = {
      day: "2025-08-15",
      type: "AID" as const,
      source: ["A"],
      target: ["B"],
      auxiliary: [],
      said_by: null,
      document: "d",
      words: "w",
    };
    const signs = (n: number) =>
      (drawTimeline(Array.from({ length: n }, () => row)).match(/<polygon[^>]*class="deed cooperation"/g) ?? []).length;
    // One in the legend; up to forty are told in words too.
    expect([signs(1), signs(41)]).toEqual([3, 42]);
    expect(drawTimeline(Array.from({ length: 2000 }, () => row))).toMatch(/a sign: up to \d+ events/);
  });
  it("should not let a few stray days press the others together, and say so", () => {
    const row = {
      day: "2025-08-15",
      type: "AID" as const,
      source: ["A"],
      target: ["B"],
      auxiliary: [],
      said_by: null,
      document: "d",
      words: "w",
    };
    const days = Array.from({ length: 50 }, (_, at) => `2025-08-${String(1 + (at % 28)).padStart(2, "0")}`);
    const svg = drawTimeline([{ ...row, day: "1994-01-01" }, ...days.sort().map((day) => ({ ...row, day }))]);
    expect(svg).toContain("Timeline: 50 events, 1 Aug 2025 to 28 Aug 2025");
    expect(svg).toContain("Left out: 1 before, from 1 Jan 1994.");
    // Where all are spread, none is.
    expect(drawTimeline(Array.from({ length: 30 }, (_, at) => ({ ...row, day: `${1994 + at}-01-01` })))).not.toContain("Left out");
  });
  it("should show a shift as one stand after the other", () => {
    const row = { day: "2025-08-15", actor: "Ana", issue: "the harbour", said_by: null, earlier_stance: null, document: "d", words: null };
    const svg = drawPositions([
      { ...row, stance: "rejects" },
      { ...row, issue: "The harbour", stance: "accepts", day: "2025-08-16" },
    ]);
    expect([...svg.matchAll(/class="strong [^"]*">([^<]*)</g)].map(([, told]) => told)).toEqual(["▽ rejects", "↓ ◇ accepts"]);
    expect(svg).toContain("1 shift among them");
  });
  it("should draw each way's months, and leave others out", () => {
    const row = { month: "2025-08-01", source: "UKR", target: "RUS", cooperation: 2, conflict: 5, mean_score: -1.5 };
    const svg = drawBalance([row, { ...row, source: "RUS", target: "UKR", cooperation: 0 }, { ...row, source: "KEN" }], ["UKR", "RUS"]);
    expect([...svg.matchAll(/<title>([^<]*)<\/title><rect/g)].map(([, told]) => told)).toEqual([
      ...["Aug 2025, UKR → RUS: 2 of cooperation", "Aug 2025, UKR → RUS: 5 of conflict", "Aug 2025, RUS → UKR: 5 of conflict"],
    ]);
    expect(svg).toContain("UKR to RUS: 2 of cooperation, 5 of conflict. RUS to UKR: 0 of cooperation, 5 of conflict.");
  });
});

describe("words and time", () => {
  it("should fit", () => {
    fc.assert(fc.property(words, fc.integer({ min: 20, max: 400 }), (text, room) => widthOf(fitted(text, room, 12), 12) <= room));
    expect(wrapped("one two three four five six", 60, 12, 2)).toHaveLength(2);
    expect(wrapped("one", 60, 12, 2)).toEqual(["one"]);
  });
  it("should cover all days with periods in a row, as fine as there is room", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 30_000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 80 }),
        (first, days, most) => {
          const { periods, unit } = periodsOf(first, first + days, most);
          expect(periods[0]!.from).toBeLessThanOrEqual(first);
          expect(periods.at(-1)!.to).toBeGreaterThan(first + days);
          for (const [at, { from }] of periods.slice(1).entries()) expect(from).toBe(periods[at]!.to);
          if (unit !== "year") expect(periods.length).toBeLessThanOrEqual(most);
        },
      ),
    );
    expect([
      nameOf("day", 20_315),
      nameOf("week", 20_311),
      nameOf("month", 20_301),
      nameOf("quarter", 20_270),
      nameOf("year", 20_089),
    ]).toEqual([...["15 Aug 2025", "week of 11 Aug 2025", "Aug 2025", "Jul–Sep 2025", "2025"]]);
  });
});
