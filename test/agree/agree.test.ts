// Krippendorff's alpha against worked examples, and agreement layer by layer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf } from "../../src/agree/agree.ts";
import { alphaOf } from "../../src/agree/alpha.ts";
import type { Coded } from "../../src/agree/types.ts";

describe("alpha", () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units, some values missing.
  const OBSERVERS = ["1 2 3 3 2 1 4 1 2 - - -", "1 2 3 3 2 2 4 1 2 5 - 3", "- 3 3 3 2 3 4 2 2 5 1 -", "1 2 3 3 2 4 4 1 2 5 1 -"].map(
    (row) => row.split(" "),
  );
  const units = OBSERVERS[0]!.map((_, at) => OBSERVERS.flatMap((row) => (row[at] === "-" ? [] : [Number(row[at])])));
  it("should be that of the worked example", () => {
    expect(alphaOf(units, "nominal")).toBeCloseTo(0.743, 3);
    expect(alphaOf(units, "interval")).toBeCloseTo(0.849, 3);
  });
  // Section A of the same: two observers, ten units, two values.
  it("should be that of two observers", () => {
    const [one, two] = ["0100000010", "1110010000"].map((row) => [...row]);
    expect(
      alphaOf(
        one!.map((value, at) => [value, two![at]!]),
        "nominal",
      ),
    ).toBeCloseTo(0.095, 3);
  });
  it("should be 1 for full agreement, null where nothing varies, and the same whoever comes first", () => {
    expect(
      alphaOf(
        [
          ["a", "a"],
          ["b", "b"],
        ],
        "nominal",
      ),
    ).toBe(1);
    expect(
      alphaOf(
        [
          ["a", "a"],
          ["a", "a"],
        ],
        "nominal",
      ),
    ).toBeNull();
    expect(alphaOf([["a"], []], "nominal")).toBeNull();
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 2 });
    fc.assert(
      fc.property(pairs, (given) => {
        const [there, back] = [
          alphaOf(given, "interval"),
          alphaOf(
            given.map(([a, b]) => [b, a]),
            "interval",
          ),
        ];
        if (there === null) expect(back).toBeNull();
        else {
          expect(back).toBeCloseTo(there, 9);
          expect(there).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("agreement", () => {
  const place = (start: number) => ({ start, end: start + 4 });
  const event = (start: number, type: string, more: Partial<Coded["events"][number]> = {}) => ({
    ...{ trigger: place(start), type, modes: [], auxiliary: [], score: 1, actor: [{ ...place(50), name: "Ann" }], recipient: [] },
    ...more,
  });
  const coded = (events: Coded["events"], more: Partial<Coded> = {}): Coded => ({ text: "x", events, statements: [], voices: [], ...more });
  const of = (a: Coded, b: Coded) => Object.fromEntries(agreementOf([[a, b]]).map(({ layer, ...rest }) => [layer, rest]));

  it("should count events where they are, types where they are the same, and the parts of matched events", () => {
    const a = coded([event(0, "AID"), event(10, "REJECT", { modes: ["meet"] }), event(20, "AID")]);
    const b = coded([event(2, "AID", { actor: [{ ...place(80), name: "Ann" }] }), event(10, "ACCUSE"), event(40, "AID")]);
    expect(of(a, b)).toMatchObject({
      events: { a: 3, b: 3, both: 2, f1: 2 / 3, alpha: null },
      type: { a: 3, b: 3, both: 1 },
      modes: { a: 1, b: 0, both: 0, f1: 0 },
      // By name where the places differ.
      actor: { a: 2, b: 2, both: 2, f1: 1 },
      recipient: { f1: null },
    });
  });
  it("should match two events of one place by their types", () => {
    expect(of(coded([event(0, "AID"), event(0, "AGREE")]), coded([event(0, "AGREE"), event(0, "AID")])).type).toMatchObject({
      both: 2,
      alpha: 1,
    });
  });
  it("should leave out the layers that a file cannot tell", () => {
    const marked = coded([event(0, "AID", { score: null, actor: null, recipient: null })], { statements: null, voices: null });
    expect(of(coded([event(0, "AID")], { voices: [{ ...place(0), voice: "scene" }] }), marked)).toMatchObject({
      voice: { a: 0, f1: null },
      actor: { f1: null },
      score: { alpha: null },
    });
  });
  it("should count statements by source and content, voices by sentence", () => {
    const said = { source: place(0), content: [place(10)] };
    const voices = ["reported", "opinion", "scene"].map((voice, at) => ({ ...place(at * 10), voice }));
    const other = voices.map((each, at) => (at === 2 ? { ...each, voice: "opinion" } : each));
    const found = of(
      coded([], { statements: [said, { ...said, source: null }], voices }),
      coded([], { statements: [said], voices: other }),
    );
    expect(found).toMatchObject({ statements: { a: 2, b: 1, both: 1 }, voice: { a: 3, b: 3, both: 2 } });
  });
});
