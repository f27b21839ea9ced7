// The page's pure parts: the article's layout, issues and shifts, contradictions, search, days.
import { describe, expect, it } from "vitest";
import { contradictionsIn } from "../../web/dossier/contradictions.ts";
import { matrixOf, shiftsOf } from "../../web/dossier/issues.ts";
import { placed, tiesOf } from "../../web/dossier/network.ts";
import { at, core, isoOf, roomy, zoomed } from "../../web/dossier/span.ts";
import { changed, filtersIn } from "../../web/page/query.ts";
import type { EventRow, PositionRow } from "../../web/page/rows.ts";
import { layoutOf } from "../../web/reader/layout.ts";
import { searchIn } from "../../web/reader/search.ts";
import { CASES } from "../record/cases.ts";

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
  stand(1, "a", "2025-08-13", "Ben", "RUS", "rejects", "a truce"),
  stand(0, "b", "2025-08-17", "Ana", "USA", "demands", "a ceasefire"),
  stand(1, "b", "2025-08-17", "Ana", "USA", "supports", "a full peace agreement", 0),
  stand(0, "c", "2026-03-01", "Cid", "SDN", "accepts", "a ceasefire"),
];

describe("positions", () => {
  it("should put wordings of one issue in one row, and another season's in another", () => {
    const { issues, sides } = matrixOf(rows, "country");
    expect(sides).toEqual(["USA", "RUS", "SDN"]);
    expect(issues.map(({ label, stands }) => [label, [...stands.keys()]])).toEqual([
      ["an immediate ceasefire", ["USA", "RUS"]],
      ["a full peace agreement", ["USA"]],
      ["a ceasefire", ["SDN"]],
    ]);
  });
  it("should cite a shift's old stand from the earliest article that has it", () => {
    const [shift, ...more] = shiftsOf(rows, "actor");
    expect(more).toEqual([]);
    expect([shift?.side, shift?.from.document, shift?.to.map(({ document }) => document), shift?.told]).toEqual(["Ana", "a", ["b"], true]);
  });
});

const event = (over: Partial<EventRow>): EventRow => ({
  ...{ document: "a", outlet: "One", published: null, sentence: 0, start: 0, end: 1, event: "e1", day: "2025-08-15", type: "AGREE" },
  ...{ source: ["Putin"], source_code: ["RUS"], source_sector: ["GOV"], target: [], target_code: [], target_sector: [] },
  ...{ auxiliary: [], said_by: null, score: 1, words: "Putin agreed to security guarantees." },
  ...over,
});

describe("contradictions", () => {
  const denied = event({
    document: "b",
    auxiliary: ["negation"],
    said_by: "Peskov",
    words: "Moscow had not agreed to security guarantees, Peskov said.",
  });
  it("should set an account beside its denial", () => {
    expect(contradictionsIn([event({}), denied])).toEqual([{ told: event({}), denied }]);
  });
  it("should not set side by side what is about something else, long ago, or done by others of the same country", () => {
    const others = [
      event({ words: "Putin agreed to visit Oslo." }),
      event({ day: "2020-01-01" }),
      event({ source: ["rebels"], source_sector: ["REB"] }),
      event({ auxiliary: ["future"] }),
    ];
    expect(contradictionsIn([...others, denied])).toEqual([]);
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
});
