// The shipped dictionary: well formed, big enough, covers every country, and no name is claimed twice on one day unless a rule decides.
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { type Context, decide } from "../../src/actors/context.ts";
import { type Claim, codeAt, FORMS, parseDictionary, pluralOf } from "../../src/actors/dictionary.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { dictionaryFrom, preparedOf } from "../../src/actors/prepared.ts";

const dictionary = loadDictionary();
const SECTORS = /^(?:GOV|LEG|JUD|MIL|COP|SPY|PRM|REB|UAF|UNK|PTY|OPP|CVL|BUS|LAB|AGR|JRN|EDU|MED|REL|REF|CRM|ELI|SOC|PRE|UNO|NGO)$/;

describe("data/actors", () => {
  test("holds at least 1,600 entries and 300 nouns", () => {
    expect(dictionary.entries.length).toBeGreaterThan(1600);
    expect(new Set([...dictionary.agents.values()].map(({ noun }) => noun)).size).toBeGreaterThan(300);
  });

  test("every stage has known sectors and dates in order", () => {
    const wrong = dictionary.entries.flatMap(({ name, stages }) =>
      stages
        .filter(
          ({ sector, other_sectors, from, to }) =>
            ![sector ?? "GOV", ...other_sectors].every((one) => SECTORS.test(one)) || (from && to && from.slice(0, to.length) > to),
        )
        .map(({ from, to, sector }) => `${name}: ${sector} ${from}..${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no entry stands twice", () => {
    const seen = new Set<string>();
    const twice = dictionary.entries
      .map(({ name, code, kind }) => `${name} ${code} ${kind}`)
      .filter((key) => seen.size === seen.add(key).size);
    expect(twice).toEqual([]);
  });

  test("countries.txt has every independent country of world-countries", () => {
    const world: { cca3: string; independent: boolean; name: { common: string } }[] = createRequire(import.meta.url)("world-countries");
    const codes = new Set(dictionary.entries.map(({ code }) => code));
    expect(world.filter(({ cca3, independent }) => independent && cca3 !== "UNK" && !codes.has(cca3)).map(({ cca3 }) => cca3)).toEqual([]);
  });

  // decide() (src/actors/context.ts) parts two claims on one name by form, by a country that the article names, or, between surnames, by office and full name.
  // Two names of one form and one country on one day are past all of them.
  test("two claims on a name differ in form, country or time, or are surnames", () => {
    const clashes: string[] = [];
    for (const [key, claims] of dictionary.claims)
      claims.forEach((claim, index) => {
        for (const other of claims.slice(0, index))
          if (undecided(claim, other))
            clashes.push(`${key}: ${other.entry.name} (${other.entry.code}), ${claim.entry.name} (${claim.entry.code})`);
      });
    expect(clashes).toEqual([]);
  });
});

/** Both of one form and country on a day: looked for on the first day of every stage of either, and today. */
function undecided(one: Claim, other: Claim): boolean {
  if (one.form !== other.form || one.form === "surname" || one.entry.code !== other.entry.code) return false;
  const days = [one, other].flatMap(({ entry }) => entry.stages.map(({ from }) => from.padEnd(10, "-01-01").slice(0, 10)));
  return [...days.filter((day) => /^\d/.test(day)), null].some(
    (date) => codeAt(one.entry, date).current && codeAt(other.entry, date).current,
  );
}

describe("a name that several entries claim", () => {
  const about = (code: string, date: string | null): Context => ({
    date,
    countries: new Map([[code, 4]]),
    home: code,
    domestic: false,
    named: new Set(),
    families: new Map(),
    given: new Map(),
    stateOfGeorgia: false,
  });
  const shared = [...dictionary.claims].filter(([, claims]) => claims.length > 1);

  test("is the country's that the article speaks of, or nobody's: never a third's", () => {
    expect(shared.length).toBeGreaterThan(200);
    const wrong = shared.flatMap(([key, claims]) => {
      const best = Math.min(...claims.map(({ form }) => FORMS.indexOf(form)));
      const rivals = claims.filter(({ form }) => FORMS.indexOf(form) === best);
      return rivals.flatMap(({ entry }) => {
        const { code, current, sector } = codeAt(entry, "2020-06-01");
        if (!current || sector === "ELI" || code === null || key.startsWith("georgia")) return [];
        const told = decide(claims, about(code, "2020-06-01"));
        const given = told && codeAt(told.entry, "2020-06-01").code;
        return given === null || given === code ? [] : [`${key}: ${code} wanted, ${given} given`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("is decided in the same way, whatever the order of the claims", () => {
    const wrong = shared.filter(([, claims]) => {
      const code = claims[0]!.entry.code;
      const [one, other] = [claims, claims.toReversed()].map((list) => decide(list, about(code, "2020-06-01"))?.entry.name);
      return one !== other;
    });
    expect(wrong.map(([key, claims]) => `${key}: ${claims.map(({ entry }) => entry.name).join(", ")}`)).toEqual([]);
  });
});

test("forms are ranked with names first and surnames last", () => expect([FORMS[0], FORMS.at(-1)]).toEqual(["name", "surname"]));

test.each([
  ["spokesman", "spokesmen"],
  ["secretary of state", "secretaries of state"],
  ["deputy", "deputies"],
  ["police", "police"],
  ["witness", "witnesses"],
  ["salesperson", "salespeople"],
])("plural of %s", (one, many) => expect(pluralOf(one)).toBe(many));

test("a malformed line is told with its file and number", () => {
  const empty = { "countries.txt": "", "organisations.txt": "", "agents.txt": "", "things.txt": "", "people.txt": "@fra\nX | 1" };
  expect(() => parseDictionary(empty)).toThrow("data/actors/people.txt:1");
  expect(() => parseDictionary({ ...empty, "people.txt": "@FRA\nX Y | soon" }).entries[0]!.stages).toThrow("data/actors/people.txt:2");
});

test("the dictionary that the build keeps is the one that the files tell of", () => {
  const kept = dictionaryFrom(preparedOf(dictionary));
  const entries = new Set(kept.entries);
  expect(kept.entries).toEqual(dictionary.entries.map(({ name, code, kind, female, stages }) => ({ name, code, kind, female, stages })));
  for (const [key, claims] of dictionary.claims) {
    const told = (on: readonly Claim[]) => on.map(({ entry, form, as }) => [entry.name, entry.code, entry.kind, form, as].join("|"));
    expect(told(kept.claims.get(key) ?? [])).toEqual(told(claims));
    expect((kept.claims.get(key) ?? []).every(({ entry }) => entries.has(entry))).toBe(true);
  }
  expect([...kept.claims.keys()]).toEqual([...dictionary.claims.keys()]);
  for (const part of ["agents", "things", "regions", "longest"] as const) expect(kept[part]).toEqual(dictionary[part]);
});
