// Towns by their coordinates, and the numbers of states by year.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { geography } from "../../src/places/load.ts";
import { parseStates } from "../../src/places/states.ts";
import { parseTowns } from "../../src/places/towns.ts";

const { numbersOf } = geography;

describe("the numbers of states", () => {
  it.each([
    ["USA", 2025, 2, 2],
    ["DEU", 2025, 255, 260],
    // The year of unification: the number that begins.
    ["DEU", 1990, 255, 260],
    ["DEU", 1989, 260, 260],
    ["DDR", 1989, 265, 265],
    ["DDR", 1991, null, null],
    ["SRB", 2025, 345, 340],
    ["SRB", 2005, null, null],
    ["YEM", 2025, 679, 678],
    ["YEM", 1980, 678, 678],
    ["UKR", 1991, 369, 369],
    ["UKR", 1990, null, null],
    ["SYR", 1960, null, null],
    ["SYR", 1946, 652, 652],
    ["XKX", 2025, 347, 347],
    // A microstate: no number in Gleditsch and Ward's list of states.
    ["MHL", 2025, 983, null],
    ["PSE", 2025, null, null],
    ["IGO", 2025, null, null],
    ["USA", 1945, null, null],
  ])("of %s in %i should be %s and %s", (code, year, cow, gw) => expect(numbersOf(code, year)).toEqual({ cow, gw }));
  it("should be none without a code or a year", () => {
    expect(numbersOf(null, 2025)).toEqual({ cow: null, gw: null });
    expect(numbersOf("USA", null)).toEqual({ cow: null, gw: null });
  });
  it("should give no number to two codes in one year, and no code two", () => {
    for (const year of [1950, 1975, 1989, 1995, 2004, 2025])
      for (const list of ["cow", "gw"] as const) {
        const codes = [...new Set(geography.states().map(({ code }) => code))];
        const numbers = codes.flatMap((code) => numbersOf(code, year)[list] ?? []);
        // Serbia and Montenegro was called Yugoslavia until 2003; both codes are in use for it. Russia's seat is the Soviet Union's.
        const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
        expect(
          twice.filter((number) => number !== 345 && number !== 365),
          `${list} ${year}`,
        ).toEqual([]);
      }
  });
  it("should not take a line that is none", () => {
    expect(parseStates("# x\nUSA\tcow\t2\tUSA\t\t\n").rows).toHaveLength(1);
    expect(() => parseStates("USA\tcow\ttwo\tUSA\t\t")).toThrow(/states.tsv: “USA/);
  });
});

describe("the towns", () => {
  it("should be found by country and coordinates, the most populous of a point", () => {
    const townOf = parseTowns("GBR\t1.000\t2.000\t11\tPPLC\tNorth\nGBR\t1.000\t2.000\t12\tPPLX\tNorth\nFRA\t1.000\t2.000\t13\t\t\n");
    expect(townOf("GBR", 1, 2)).toEqual({ geonames: 11, feature: "PPLC", province: "North" });
    expect(townOf("FRA", 1, 2)).toEqual({ geonames: 13, feature: null, province: null });
    expect([townOf("GBR", 1, 2.001), townOf(null, 1, 2), townOf("GBR", null, null)]).toEqual([null, null, null]);
  });
  it("should be what the gazetteer placed", () => {
    const [built, towns] = ["places", "towns"].map((name) => new URL(`../../dist/${name}.tsv`, import.meta.url));
    expect(existsSync(towns!), "dist/towns.tsv: is missing: npm start builds it").toBe(true);
    const line = readFileSync(built!, "utf8")
      .split("\n")
      .find((each) => each.startsWith("anchorage\tUSA"))!;
    const [, country, lat, lon] = line.split("\t");
    expect(geography.townOf({ country: country!, lat: Number(lat), lon: Number(lon) })).toEqual({
      geonames: 5879400,
      feature: "PPLA2",
      province: "Alaska",
    });
    expect(geography.townOf({ country: "UKR", lat: null, lon: null })).toBeNull();
  });
});
