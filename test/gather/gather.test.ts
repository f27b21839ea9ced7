// What gather/ compares by: copies, figures, days, sides; which mentions become one, and which reports contradict each other.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assigned, corefOf } from "../../eval/clusters.ts";
import { contradictions } from "../../src/gather/contradictions.ts";
import { apart, daysOf } from "../../src/gather/dates.ts";
import { figuresOf } from "../../src/gather/figures.ts";
import { gather } from "../../src/gather/gather.ts";
import { shifts } from "../../src/gather/shifts.ts";
import { agreement, sameName } from "../../src/gather/sides.ts";
import { isCopy, shared, sketchOf } from "../../src/gather/sketch.ts";
import type { Mention, Stand } from "../../src/gather/types.ts";

const party = (name: string, code: string | null, sector: string | null) => ({
  ...{ names: [name], codes: code ? [code] : [], sectors: sector ? [sector] : [] },
});

/** "12 KEN REJECT TZA | Kenya rejected the border plan": article, who, type, to whom, and the sentence; the trigger is its second word. */
function mention(line: string, more: Partial<Mention> = {}): Mention {
  const [head, words] = line.split(" | ") as [string, string];
  const [document, source, type, target] = head.split(" ");
  const side = (code: string | undefined): string[] => (code === undefined || code === "-" ? [] : [code]);
  return {
    ...{ document: Number(document), number: 0, gathered: Number(document), id: "e1", same_as: [], type: type!, auxiliary: [] },
    ...{
      source: side(source),
      source_code: side(source),
      source_sector: ["GOV"],
      target: side(target),
      target_code: side(target),
      target_sector: [],
    },
    ...{ said_by: null, said_by_code: null, date: null, day: "2026-01-10", published: "2026-01-10", trigger: words.split(" ")[1]! },
    ...{ sentence: Number(document), start: 0, end: 1, confidence: 0.9, words },
    ...more,
  };
}
const fresh = ({ document }: Mention): number => 1000 + document;
const joined = (own: Mention, known: Mention): boolean =>
  gather([{ ...own, gathered: null }], [known], fresh)[0]!.gathered === known.gathered;

describe("copies", () => {
  const words = fc.array(
    fc.constantFrom(..."harbour treaty minister signed rejected border talks envoy army ceasefire grain river".split(" ")),
    { minLength: 80, maxLength: 200 },
  );
  it("should share all with themselves, and most with what is cut from them", () => {
    fc.assert(
      fc.property(words, (text) => {
        const whole = sketchOf(text.join(" "));
        expect(shared(whole, whole)).toBe(1);
        expect(isCopy(shared(whole, sketchOf(text.slice(0, Math.ceil(0.7 * text.length)).join(" "))))).toBe(true);
      }),
    );
  });
  it("should share nothing with other words, nor an empty text with anything", () => {
    const [a, b] = ["one two three four five six seven", "eight nine ten eleven twelve thirteen"].map(sketchOf);
    expect([shared(a!, b!), shared(a!, sketchOf("")), shared(sketchOf(""), sketchOf(""))]).toEqual([0, 0, 0]);
  });
});

test.each([
  ["A strike killed at least 14 people and more than 30 people were wounded.", { killed: 14, hurt: 30 }],
  ["Seven people were killed in Kharkiv.", { killed: 7, hurt: null }],
  ["The town mourns 1,200 dead.", { killed: 1200, hurt: null }],
  ["The committee counted 41 wounded.", { killed: null, hurt: 41 }],
  ["The fighting lasted five days and 300 soldiers were sent.", { killed: null, hurt: null }],
])("the figures of “%s” should be %j", (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures));

describe("days", () => {
  const days = (date: string | null, published: string | null, ...auxiliary: string[]) => daysOf({ date, published, auxiliary });
  it("should be one day where the text names it, and the last few where it does not", () => {
    expect(days("2026-01-09", "2026-01-10")).toMatchObject({ exact: true });
    expect(apart(days("2026-01-07", "2026-01-10")!, days(null, "2026-01-10")!)).toBe(0);
    expect(apart(days("2026-01-01", "2026-01-10")!, days(null, "2026-01-10")!)).toBe(5);
    expect(days(null, "2026-01-10", "historical")).toBeNull();
    expect(days(null, null)).toBeNull();
  });
});

test.each<[ReturnType<typeof party>, ReturnType<typeof party>, number]>([
  [party("Donald Trump", "USA", "GOV"), party("Trump", "USA", "GOV"), 1],
  [party("crowded market", null, null), party("market of the town", null, null), 1],
  [party("Thai army", "THA", "MIL"), party("border guards", "THA", "MIL"), 0.8],
  [party("Rapid Support Forces", "SDN", "REB"), party("Sudanese army", "SDN", "MIL"), 0.2],
  [party("Kenya", "KEN", "GOV"), party("Egypt", "EGY", "GOV"), 0],
  [party("both sides", null, null), party("Egypt", "EGY", "GOV"), 0.5],
])("%j and %j should agree by %d", (a, b, value) => expect(agreement(a, b)).toBe(value));
test("names of common words alone should not be the same", () => expect(sameName("two leaders", "the prime minister")).toBe(false));

describe("gathering", () => {
  const told = "KEN REJECT TZA | Kenya rejected the plan for the border near Namanga";
  test.each<[string, Partial<Mention>, boolean]>([
    ["KEN REJECT TZA | Kenya rejected a border plan on Saturday", {}, true],
    ["KEN REJECT TZA | Kenya rejected a border plan on Saturday", { auxiliary: ["negation"] }, false],
    ["KEN REJECT TZA | Kenya rejected a border plan on Saturday", { day: "2026-02-20", published: "2026-02-20" }, false],
    ["EGY REJECT TZA | Egypt rejected a border plan on Saturday", {}, false],
    ["KEN AGREE TZA | Kenya accepted a border plan on Saturday", {}, false],
    ["KEN REJECT TZA | Kenya refused to receive the grain inspectors from Dar", {}, false],
  ])("“%s” %j should be one with the other: %s", (line, more, one) => {
    expect(joined(mention(`2 ${line}`, more), mention(`1 ${told}`))).toBe(one);
  });
  it("should keep what is gathered already, and follow the article's own word", () => {
    const [a, b] = [
      mention(`2 ${told}`, { gathered: 77 }),
      mention("2 KEN ACCUSE TZA | Kenya blames others", { id: "e2", same_as: ["e1"], gathered: null }),
    ];
    expect(gather([a, b], [mention(`1 ${told}`)], fresh).map(({ gathered }) => gathered)).toEqual([77, 77]);
  });
});

describe("contradictions", () => {
  const kinds = (a: Mention, b: Mention) =>
    contradictions({ mentions: [a], answers: [] }, { mentions: [b], answers: [] }).map(({ kind, earlier, later }) => [
      kind,
      earlier.value,
      later.value,
    ]);
  const agreed = mention("1 KEN AGREE TZA | Kenya accepted the grain and harbour plan");
  it("should be told once, the earlier report first, whichever was added last", () => {
    const refused = mention("2 KEN REJECT TZA | Kenya rejected the grain and harbour plan", { published: "2026-01-11", day: "2026-01-11" });
    expect(kinds(refused, agreed)).toEqual([["refusal", "AGREE", "REJECT"]]);
    expect(kinds(agreed, refused)).toEqual([["refusal", "AGREE", "REJECT"]]);
  });
  it("should not be between two matters, two actors or two weeks", () => {
    expect(kinds(mention("2 KEN REJECT TZA | Kenya rejected the visit of an envoy"), agreed)).toEqual([]);
    expect(kinds(mention("2 TZA REJECT UGA | Tanzania rejected the grain and harbour plan"), agreed)).toEqual([]);
    const later = { published: "2026-01-30", day: "2026-01-30" };
    expect(kinds(mention("2 KEN REJECT TZA | Kenya rejected the grain and harbour plan", later), agreed)).toEqual([]);
  });
  it("should be between what is told and what is denied, and of two types that are near only where the word is the same", () => {
    const told = mention("1 KEN AGREE TZA | Kenya accepted the grain and harbour plan in Nairobi");
    const denied = (line: string) => mention(line, { auxiliary: ["negation"] });
    expect(kinds(denied("2 KEN AGREE TZA | Kenya adopted no grain and harbour plan in Nairobi"), told)).toEqual([
      ["denial", "AGREE", "not AGREE"],
    ]);
    expect(kinds(denied("2 KEN SUPPORT TZA | Kenya accepted no grain and harbour plan in Nairobi"), told)).toEqual([
      ["denial", "AGREE", "not SUPPORT"],
    ]);
    expect(kinds(denied("2 KEN SUPPORT TZA | Kenya left without the grain and harbour plan in Nairobi"), told)).toEqual([]);
  });
  it("should be figures of one event only", () => {
    const [a, b] = ["1 - ASSAULT KEN | A raid killed 14 people", "2 - ASSAULT KEN | A raid killed 19 people"].map((line) =>
      mention(line, { gathered: 5 }),
    );
    expect(kinds(b!, a!)).toEqual([["figure", "14 killed", "19 killed"]]);
    expect(kinds({ ...b!, gathered: 6 }, a!)).toEqual([]);
  });
});

test("a shift should be from the older article's stand to the newer one's, whichever was added last", () => {
  const stand = (document: number, published: string, number: number, stance: string, issue: string, earlier: number | null): Stand => ({
    ...{ document, published, number, stance, issue, earlier, actor: "Ana Lima", actor_code: "BRA", said_by: null },
  });
  const old = [stand(1, "2026-01-01", 0, "demands", "an immediate ceasefire", null)];
  const now = [stand(2, "2026-01-05", 0, "demands", "a ceasefire", null), stand(2, "2026-01-05", 1, "supports", "a long-term deal", 0)];
  const expected = [{ from: { document: 1, number: 0 }, to: { document: 2, number: 1 } }];
  expect(shifts(now, old)).toEqual(expected);
  expect(shifts(old, now)).toEqual(expected);
  expect(shifts([{ ...now[1]!, actor: "Ben Roe" }, now[0]!], old)).toEqual([]);
});

describe("the measures", () => {
  const clusters = (text: string) => text.split(" | ").map((cluster) => new Set(cluster.split("")));
  it("should be those of Bagga and Baldwin's example", () => {
    const { b3, muc } = corefOf(clusters("12345 | 67 | 89ABC"), clusters("12345 | 6789ABC"));
    expect([b3.precision, b3.recall].map((x) => x.toFixed(2))).toEqual(["0.76", "1.00"]);
    expect([muc.precision, muc.recall].map((x) => x.toFixed(2))).toEqual(["0.90", "1.00"]);
  });
  it("should be whole for the same clusters, and no links for single ones", () => {
    const same = corefOf(clusters("12 | 3 | 456"), clusters("3 | 456 | 12"));
    expect([same.b3.f1, same.muc.f1, same.ceafe.f1, same.conll]).toEqual([1, 1, 1, 1]);
    expect(corefOf(clusters("12 | 3"), clusters("1 | 2 | 3")).muc.f1).toBe(0);
  });
  it("should match rows and columns as well as any order does", () => {
    const matrix = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    const best = (rows: number[][], taken: number[] = []): number =>
      rows.length === 0
        ? 0
        : Math.max(...rows[0]!.flatMap((value, at) => (taken.includes(at) ? [] : [value + best(rows.slice(1), [...taken, at])])));
    fc.assert(
      fc.property(matrix, (values) => {
        expect(assigned(values)).toBeCloseTo(best(values), 9);
      }),
    );
  });
});
