// Users' dictionaries: each construct of the formats, what is told of malformed lines, and who wins on which day.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ploverOf } from "../../src/actors/cameo-codes.ts";
import { castOf } from "../../src/actors/cast.ts";
import { claimsOn, codeAt, type Dictionary } from "../../src/actors/dictionary.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { readOwn, withFiles } from "../../src/actors/own.ts";
import { tagged } from "./notation.ts";

const ours = loadDictionary();

function load(...texts: string[]): { dictionary: Dictionary; faults: string[] } {
  const faults: string[] = [];
  const files = texts.map((text, at) => ({ name: `f${at + 1}`, text }));
  const dictionary = withFiles(ours, files, ({ file, line, message }) => {
    faults.push(`${file}${line === null ? "" : `:${line}`}: ${message}`);
  });
  return { dictionary, faults };
}

/** "CODE SECTOR,OTHER" of all who bear the name on a day; "" for a null. */
const told = (dictionary: Dictionary, name: string, date: string | null = null): string[] =>
  claimsOn(dictionary, name).map(({ entry }) => {
    const { code, sector, other_sectors } = codeAt(entry, date);
    return `${code ?? ""} ${[sector ?? "", ...other_sectors].join(",")}`.trim();
  });

describe.each(["own-petrarch", "own-csv"])("%s", (name) => {
  it("should be read as expected, and its malformed lines named", async () => {
    const faults: string[] = [];
    const own = readOwn(
      { name: "FILE", text: readFileSync(new URL(`../fixtures/actors/${name}/input.txt`, import.meta.url), "utf8") },
      ({ line, message }) => faults.push(`${line ?? "-"}: ${message}`),
    );
    const json = `${JSON.stringify({ faults, ...own }, null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../fixtures/actors/${name}/expected.json`);
  });
});

describe("codes", () => {
  const rows: [string, string | null, string | null, string[]][] = [
    ["USAGOV", "USA", "GOV", []],
    ["IRQREB", "IRQ", "REB", []],
    ["IGOUNO", "UNO", null, []],
    ["IGOUNOREFHCR", "UNO", "REF", []],
    ["IGOEUREEC", "EUR", null, []],
    ["NGOHRI", "NGO", "SOC", []],
    ["NGOEUR", "NGO", null, []],
    ["NGOUSAJEW", "NGO", "REL", []],
    ["MNCUSAHLH", "MNC", "MED", []],
    ["IMGMUSALQ", "IMG", "REB", []],
    ["PSEREBHMS", "PSE", "REB", []],
    ["USAMED", "USA", "JRN", []],
    ["THAGOVMIL", "THA", "GOV", ["MIL"]],
    ["MUSGOV", "MUS", "GOV", []],
    ["KSV", "XKX", null, []],
    ["INTREB", null, "REB", []],
    ["ELI", null, "ELI", []],
  ];
  test.each(rows)("%s", (written, code, sector, other_sectors) =>
    expect(ploverOf(written)).toEqual({ code, sector, other_sectors, unknown: [] }),
  );
  test("unknown parts are told", () => expect(ploverOf("KENQQQGOVX").unknown).toEqual(["QQQ", "X"]));
});

describe("theirs and ours", () => {
  it("should let theirs tell the days that it covers, and ours the others with all our names", () => {
    const { dictionary, faults } = load("DONALD_TRUMP_\n+TRUMP_DONALD\n\t[USABUS 20180101-20181231]\n");
    expect(faults).toEqual([]);
    for (const name of ["Donald Trump", "Trump Donald", "Donald J. Trump", "Trump"]) {
      expect(told(dictionary, name, "2018-06-01"), name).toEqual(["USA BUS"]);
      expect(told(dictionary, name, "2017-12-31"), name).toEqual(["USA GOV"]);
      expect(told(dictionary, name, "2019-01-01"), name).toEqual(["USA GOV"]);
    }
    expect(claimsOn(dictionary, "Trump Donald")[0]!.entry.name).toBe("Donald Trump");
  });
  it("should let a code without dates cover every day", () => {
    const { dictionary } = load("DONALD_TRUMP_ [USAJUD]");
    expect(told(dictionary, "Donald Trump", "2018-06-01")).toEqual(["USA JUD"]);
  });
  it("should let the first of two codes for a day count, and one without dates the rest", () => {
    const { dictionary } = load("ORLA_VANCE\n\t[IRLELI]\n\t[IRLGOV 20100101-20101231]\n\t[IRLLEG 20090101-20111231]\n");
    expect(
      ["2008-01-01", "2009-06-01", "2010-06-01", "2011-06-01", "2012-01-01"].map((day) => told(dictionary, "Orla Vance", day)),
    ).toEqual([["IRL ELI"], ["IRL LEG"], ["IRL GOV"], ["IRL LEG"], ["IRL ELI"]]);
  });
  it("should leave out all others who bear a name of theirs", () => {
    const { dictionary } = load("name,code,sector,kind\nTrump,KEN,BUS,person\nGeorgia,USA,BUS,organisation");
    expect(told(dictionary, "Trump")).toEqual(["KEN BUS"]);
    expect(told(dictionary, "Georgia")).toEqual(["USA BUS"]);
    expect(told(dictionary, "Donald Trump", "2018-01-01")).toEqual(["USA GOV"]);
  });
  it("should let the first file win", () => {
    const one = "name,code,sector\nRiver Guard,NGA,REB";
    const two = "name,code,sector\nRiver Guard,TCD,MIL\nLake Guard,TCD,MIL";
    expect(told(load(one, two).dictionary, "River Guard")).toEqual(["NGA REB"]);
    expect(told(load(two, one).dictionary, "River Guard")).toEqual(["TCD MIL"]);
    expect(told(load(one, two).dictionary, "Lake Guard")).toEqual(["TCD MIL"]);
  });
  it("should take names under a bare country code for the country itself", () => {
    const { dictionary } = load("MALI_ [MLI]\n+FREEDONIA_\n+MALIAN_\n+BAMAKO_");
    const [mali] = claimsOn(ours, "Mali");
    expect(["Freedonia", "Malian", "Bamako"].map((name) => claimsOn(dictionary, name).map(({ entry, form }) => [entry, form]))).toEqual([
      [[mali!.entry, "name"]],
      [[mali!.entry, "adjective"]],
      [[mali!.entry, "capital"]],
    ]);
  });
  it("should take [---] for nobody", () => expect(told(load("HEZBOLLAH_ [---]").dictionary, "Hezbollah")).toEqual([]));
  it("should let a noun of theirs have their sector, and leave what ours knows of others", () => {
    const { dictionary } = load("ENVOY [~SPY]\nMINISTER [~GOV]\nTIDE_REEVE [~JUD]\nHARBOUR_ARMY {} [~REB]");
    expect(dictionary.agents.get("envoys")).toMatchObject({ sector: "SPY", plural: true, form: "office" });
    expect(dictionary.agents.get("minister")).toBe(ours.agents.get("minister"));
    expect(dictionary.agents.get("tide reeves")).toMatchObject({ sector: "JUD", form: "people" });
    expect(dictionary.agents.get("harbour army")).toMatchObject({ sector: "REB", form: "body" });
    expect(dictionary.agents.has("harbour armys")).toBe(false);
  });
  it("should leave ours as it is without files, and with one that holds nothing, which is told", () => {
    expect(withFiles(ours, [], () => {})).toBe(ours);
    const { dictionary, faults } = load("# nothing\n");
    expect(dictionary.claims).toEqual(ours.claims);
    expect(faults).toEqual(["f1: holds no actor: give a PETRARCH dictionary, or CSV with the columns name and code"]);
  });
});

describe("in an article", () => {
  const actors = (notation: string, text: string) =>
    castOf(load(text).dictionary)(tagged(notation)).actors.map(({ name, code, sector, kind }) => `${name} ${code} ${sector} ${kind}`);
  it("should name and code a user's actor", () => {
    expect(
      actors(
        "{actor [PER Vance]} met {recipient the [ORG RGF]} in [LOC Nigeria]",
        "ORLA_VANCE\n+VANCE\n\t[IRLGOV >20200101]\nRIVER_GUARD [NGAREB]\n+RGF",
      ),
    ).toEqual(["Orla Vance IRL GOV person", "River Guard NGA REB organisation"]);
  });
  it("should take a user's noun with the country before it", () => {
    expect(actors("{actor The French tide reeve} met {recipient [LOC Kenya]}", "TIDE_REEVE [~JUD]")[0]).toBe(
      "French tide reeve FRA JUD unnamed",
    );
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ...'A_B_|+C|[USAGOV]|[|]|[~GOV]|{|}|{}|!X!|!X! = A, B|!X!!X!!X!!X!!X!!X!!X!!X!!X!!X!!X!!X!|<!--|-->|#|;|\t|\n| |_|19990101|-|<|>|---|,|"|name,code\n|USA|[USAGOV 990101-000101]|\ufffd|constructor|__proto__'.split(
      "|",
    ),
  );
  it("should be read without an error, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fc.oneof(piece, fc.string())).map((all) => all.join("")),
        ),
        (text) => {
          const own = readOwn({ name: "f", text }, ({ line, message }) => {
            expect(line ?? 1).toBeGreaterThan(0);
            expect(message).toMatch(/.: ./);
          });
          for (const { names, stages } of own.records) {
            expect(names.length).toBeGreaterThan(0);
            expect(stages.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (all) => {
        const dictionary = withFiles(ours, [{ name: "f", text: all.join("") }], () => {});
        for (const { name, kind, stages } of dictionary.entries.slice(ours.entries.length))
          expect([name, kind, stages]).not.toContain(undefined);
      }),
      { numRuns: 30 },
    );
  });
});

const folder = "../shared/data/dictionaries/";
const real: [string, number, number][] = [
  ["Phoenix.Countries.actors.txt", 18000, 60],
  ["Phoenix.International.actors.txt", 7700, 12],
  ["Phoenix.MilNonState.actors.txt", 950, 6],
  ["Phoenix.agents.txt", 3000, 15],
];
const absent = real.some(([name]) => !existsSync(folder + name));
describe.skipIf(absent)(`PETRARCH's own files${absent ? `, absent from ${folder}` : ""}`, () => {
  test.each(real)("%s should load with at least %i entries and at most %i lines left out", (name, entries, most) => {
    const text = readFileSync(folder + name, "utf8");
    const lines = text.split("\n");
    const faults: number[] = [];
    const own = readOwn({ name, text }, ({ line }) => line !== null && faults.push(line));
    expect(own.records.length + own.agents.length).toBeGreaterThanOrEqual(entries);
    expect(faults.length).toBeLessThanOrEqual(most);
    for (const line of faults) expect(lines[line - 1]!.trim()).not.toBe("");
  });
  it("should all be loaded together, dates and all", () => {
    const { dictionary } = load(...real.map(([name]) => readFileSync(folder + name, "utf8")));
    expect(told(dictionary, "Hamid Karzai", "2005-01-01")).toEqual(["AFG GOV"]);
    expect(told(dictionary, "Kofi Annan", "2000-01-01")).toEqual(["UNO"]);
    expect(told(dictionary, "Afghan National Army")).toEqual(["AFG MIL"]);
    expect(told(dictionary, "Indian Ocean")).toEqual([]);
    expect(dictionary.agents.get("fisherwomen")).toMatchObject({ sector: "AGR", noun: "fisherwoman", plural: true });
  });
});
