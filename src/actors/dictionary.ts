// data/actors/*.txt → Dictionary: who bears which name, what each was when, and which sector a noun speaks of. Pure; load.ts opens the files.
import { COURTESY } from "./determiners.ts";
import { caseFits, keyOf, plain } from "./names.ts";
import type { ActorKind, Code } from "./types.ts";

/** What somebody was from `from` to `to` (ISO 8601 prefixes, both inclusive, "" for open). */
export interface Stage extends Code {
  readonly office: string | null;
  readonly from: string;
  readonly to: string;
}

/** How a word speaks of an entry, best first: a decision between claims on one name follows this order. */
export const FORMS = ["name", "metonym", "people", "adjective", "capital", "city", "surname"] as const;
export type Form = (typeof FORMS)[number];

export interface Entry {
  readonly name: string;
  readonly code: string;
  readonly kind: ActorKind;
  readonly female: boolean;
  readonly stages: readonly Stage[];
}

export interface Claim {
  readonly entry: Entry;
  readonly form: Form;
  /** The name as the dictionary writes it, `plain`. */
  readonly as: string;
}

/** A noun that stands for somebody: "foreign minister", "police", "protesters". */
export interface Agent {
  /** The noun in the singular. */
  readonly noun: string;
  readonly sector: string;
  /** True where a named body that it belongs to gives the sector ("Hamas official"). */
  readonly inherits: boolean;
  readonly form: "leader" | "office" | "body" | "people";
  readonly plural: boolean;
}

export interface Dictionary {
  readonly entries: readonly Entry[];
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly agents: ReadonlyMap<string, Agent>;
  /** Nouns of what is nobody ("attack", "statements"), in both numbers. */
  readonly things: ReadonlySet<string>;
  /** What a country may be called by ("european", "kingdom"), and the codes of those that may. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
  /** For the letters and digits that a key of `claims` begins with: the most tokens that a name that begins so may have in a text; for "" of any name. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Letters and digits at the start of a key: "al" of "al qaeda", "at" of "at&t"; "" where it begins with neither. */
export const beginningOf = (key: string): string => /^[\p{L}\p{N}]*/u.exec(key)![0];

/** Notes in `longest` of how many tokens a name of this key may be: a dash may part its words, and each sign is a token. */
export function noteLength(longest: Map<string, number>, key: string): void {
  let tokens = 1;
  for (const sign of key.match(/[^\p{L}\p{N}]/gu) ?? []) tokens += sign === " " ? 2 : 1;
  // "People's" and "AT&T": what stands behind a sign is a token of its own.
  tokens += key.match(/[^\p{L}\p{N} ](?=[\p{L}\p{N}])/gu)?.length ?? 0;
  for (const start of ["", beginningOf(key)]) if (tokens > (longest.get(start) ?? 0)) longest.set(start, tokens);
}

const OFFICIAL = new Set(["GOV", "LEG", "JUD", "MIL", "SPY", "COP"]);
const STATE_OFFICE =
  /^((Vice |Deputy |First |Interim )?(President|Prime Minister|Premier|Chancellor|Foreign Minister|Defence Minister|Finance Minister|Interior Minister|Justice Minister)|King|Queen|Emir|Sultan|Crown Prince|Supreme Leader|Chief Justice|Speaker of Parliament|Foreign Secretary|Defence Secretary|Home Secretary)( \([a-z]+\))?$/;
const WITH_ARTICLE =
  /^United|Republic$|Islands$|^(Netherlands|Philippines|Bahamas|Maldives|Seychelles|Comoros|Gambia|Vatican|European Union)$/;

/** Code, sector and office of `entry` on a day. @param date ISO 8601, null for the newest known. */
export function codeAt(entry: Entry, date: string | null): Code & { office: string | null; current: boolean } {
  const day = date?.slice(0, 10) ?? "9999-12-31";
  const started = entry.stages.filter((stage) => stage.from.slice(0, day.length) <= day);
  const running = latest(started.filter((stage) => stage.to === "" || day.slice(0, stage.to.length) <= stage.to));
  if (running) return { ...running, current: true };
  const past = latest(started);
  const near = past ?? entry.stages[0];
  if (!near) return { code: entry.code, sector: entry.kind === "country" ? "GOV" : null, other_sectors: [], office: null, current: true };
  if (entry.kind !== "person" || !OFFICIAL.has(near.sector ?? "")) return { ...near, office: null, current: false };
  return { code: near.code, sector: "ELI", other_sectors: [], office: past?.office ? `former ${past.office}` : null, current: false };
}

const latest = (stages: readonly Stage[]): Stage | undefined =>
  stages.reduce<Stage | undefined>((best, stage) => (best === undefined || stage.from >= best.from ? stage : best), undefined);

/** What was asked of a dictionary before: an article's rules ask the same words time and again. */
const asked = new WeakMap<Dictionary, Map<string, readonly Claim[]>>();
/** Texts remembered at most, so that memory does not grow with the articles. */
const REMEMBERED = 20_000;

/** Those who may be called `text`, in file order. */
export function claimsOn(dictionary: Dictionary, text: string): readonly Claim[] {
  let known = asked.get(dictionary);
  if (!known) {
    known = new Map();
    asked.set(dictionary, known);
  }
  const before = known.get(text);
  if (before) return before;
  const claims = (dictionary.claims.get(keyOf(text)) ?? []).filter((claim) => caseFits(claim.as, text));
  if (known.size >= REMEMBERED) known.clear();
  // V8 copies shorter slices; a longer one would keep its whole article in memory.
  if (text.length < 13) known.set(text, claims.length === 0 ? NOBODY : claims);
  return claims;
}
const NOBODY: readonly Claim[] = [];

/** ISO 3166-1 alpha-3 of the one country that `name` is, is the capital of or lies in; null where it is unknown or stands for several. */
export function countryOfPlace(dictionary: Dictionary, name: string): string | null {
  const found = claimsOn(dictionary, name.replace(/^the /, "")).filter(
    ({ entry, form }) => entry.kind === "country" && (form === "name" || form === "capital" || form === "city"),
  );
  const codes = new Set(found.map(({ entry }) => entry.code));
  return codes.size === 1 ? [...codes][0]! : null;
}

export type Sources = Readonly<Record<"countries.txt" | "organisations.txt" | "people.txt" | "agents.txt" | "things.txt", string>>;

/** The five files' text → Dictionary. Formats: data/actors/README.md. */
export function parseDictionary(sources: Sources): Dictionary {
  const all: Growing = { entries: [], claims: new Map(), longest: new Map(), regions: new Map(), countries: new Map() };
  addCountries(all, sources["countries.txt"]);
  const nameOf = new Map(all.entries.map((entry) => [entry.code, entry.name]));
  for (const file of ["organisations.txt", "people.txt"] as const) addActors(all, file, sources[file], nameOf);
  const { entries, claims, longest, regions } = all;
  const agents = parseAgents(sources["agents.txt"]);
  return { entries, claims, longest, regions, agents, things: parseThings(sources["things.txt"], agents) };
}

/** A dictionary while its files are read. */
interface Growing {
  readonly entries: Entry[];
  readonly claims: Map<string, Claim[]>;
  readonly longest: Map<string, number>;
  readonly regions: Map<string, ReadonlySet<string>>;
  /** Key of a country's name → its code. */
  readonly countries: Map<string, string>;
}

/** `entry` goes by `name`. */
function claimFor({ claims, longest }: Growing, entry: Entry, form: Form, name: string): void {
  const as = plain(name);
  const key = keyOf(as);
  if (key === "") return;
  const there = claims.get(key);
  if (!there) {
    noteLength(longest, key);
    claims.set(key, [{ entry, form, as }]);
  } else if (!there.some((other) => other.entry === entry)) there.push({ entry, form, as });
}

function addCountries(all: Growing, source: string): void {
  for (const { line } of lines(source)) {
    if (line.startsWith("@")) {
      const [called = "", codes = ""] = line.slice(1).split(" | ");
      for (const region of called.split(" / ")) all.regions.set(region, new Set(codes.trim().split(" ")));
      continue;
    }
    const [code = "", ...columns] = line.split("|").map((column) => column.trim());
    const [names = [], peoples = [], capitals = [], metonyms = [], cities = []] = columns.map((column) => list(column));
    const entry: Entry = { name: names[0] ?? code, code, kind: code === "EUR" ? "organisation" : "country", female: false, stages: [] };
    all.entries.push(entry);
    const claim = (form: Form, names: readonly string[]): void => {
      for (const name of names) claimFor(all, entry, form, name);
    };
    claim("name", names);
    for (const name of names) all.countries.set(keyOf(name), code);
    for (const people of peoples) {
      claim("adjective", [people]);
      claim("people", peopleOf(people));
    }
    claim("metonym", metonyms);
    claim("capital", capitals);
    claim("city", cities);
  }
}

/** "Germans" of "German", "Frenchmen" of "Frenchman"; none of "Danish". */
function peopleOf(adjective: string): string[] {
  if (/man$/.test(adjective) && !/(?:German|Roman|Oman)/.test(adjective)) return [adjective.replace(/man$/, "men")];
  return !/(?:sh|ch|ese|s|man)$/.test(adjective) || /German$/.test(adjective) ? [`${adjective}s`] : [];
}

function addActors(all: Growing, file: "organisations.txt" | "people.txt", source: string, nameOf: ReadonlyMap<string, string>): void {
  let code = "";
  let fallback: string | null = "GOV";
  const kind: ActorKind = file === "people.txt" ? "person" : "organisation";
  for (const { line, number } of lines(source)) {
    if (line.startsWith("@")) {
      const [, head = "", given] = /^@([A-Z]{3})(?: ([A-Z]{3}|-))?$/.exec(line) ?? [];
      if (!head) throw new Error(`data/actors/${file}:${number}: "${line}" is no section: write @CODE or @CODE SECTOR`);
      code = head;
      fallback = given === "-" ? null : (given ?? "GOV");
      continue;
    }
    const [left = "", right] = line.split(" | ");
    const [named = "", surname] = left.split("=");
    const [first = "", ...others] = list(named);
    const female = first.endsWith(" (f)");
    const name = female ? first.slice(0, -4) : first;
    const written = right ?? (kind === "person" ? "" : "..");
    const [section, sector] = [code, fallback];
    let stages: Stage[] | null = null;
    const entry: Entry = {
      name,
      code,
      kind,
      female,
      // Read when first asked for: an article needs a few of them, and start-up is short.
      get stages(): readonly Stage[] {
        stages ??= written.split(";").map((part) => {
          const stage = stageOf(part.trim(), section, sector, nameOf, all.countries);
          if (stage) return stage;
          throw new Error(`data/actors/${file}:${number}: "${part}" is no stage: write [SECTOR[,OTHER]] [office] from..to, parted by ";"`);
        });
        return stages;
      },
    };
    all.entries.push(entry);
    for (const alias of [name, ...others]) claimFor(all, entry, "name", alias);
    if (kind === "person") {
      const family = surname?.trim() ?? name.split(" ").at(-1)!;
      claimFor(all, entry, "surname", family);
      // Hyphened or spaced al-Sisi is Sisi in half of the papers; but "Sheikh" alone is a title before the name of another.
      if (/^al-/.test(family) && !COURTESY.has(family.slice(3).toLowerCase())) claimFor(all, entry, "surname", family.slice(3));
    }
  }
}

function stageOf(
  text: string,
  code: string,
  fallback: string | null,
  nameOf: ReadonlyMap<string, string>,
  countries: ReadonlyMap<string, string>,
): Stage | null {
  const dots = text.lastIndexOf("..");
  const to = text.slice(dots + 2);
  if (dots < 0 || !/^[\d-]*$/.test(to) || /[\n\r]/.test(text)) return null;
  const sectors = /^[A-Z]{3}(?:,[A-Z]{3})*(?= )/.exec(text)?.[0];
  const from = text
    .slice(0, dots)
    .split(/[^\d-]/)
    .at(-1)!;
  const office = text
    .slice(sectors?.length ?? 0, dots - from.length)
    .replace(/^ /, "")
    .replace(/ $/, "");
  const [sector, ...other_sectors] = sectors?.split(",") ?? [fallback];
  const of = office
    .split(" of ")
    .slice(1)
    .join(" of ")
    .replace(/^the (?=.)/, "");
  const home = nameOf.get(code);
  const where = home && STATE_OFFICE.test(office) ? ` of ${WITH_ARTICLE.test(home) ? "the " : ""}${home}` : "";
  return {
    // A Secretary-General was his country's prime minister before: the office names the country.
    code: (of && countries.get(keyOf(of))) || code,
    sector: sector ?? null,
    other_sectors: other_sectors as string[],
    office: office ? office + where : null,
    from,
    to,
  };
}

function parseAgents(source: string): Map<string, Agent> {
  const agents = new Map<string, Agent>();
  let section: Omit<Agent, "noun" | "plural"> | null = null;
  for (const { line, number } of lines(source)) {
    const head = /^@([A-Z]{3})(\*?) (leader|office|body|people)$/.exec(line);
    if (head) section = { sector: head[1]!, inherits: head[2] === "*", form: head[3] as Agent["form"] };
    else if (section === null || line.startsWith("@"))
      throw new Error(`data/actors/agents.txt:${number}: no section: write @SECTOR form first`);
    else
      for (const noun of line.split(",").map((part) => part.trim())) {
        const many = pluralOf(noun);
        if (!agents.has(noun)) agents.set(noun, { ...section, noun, plural: false });
        if (!agents.has(many)) agents.set(many, { ...section, noun, plural: true });
      }
  }
  return agents;
}

function parseThings(source: string, agents: ReadonlyMap<string, Agent>): Set<string> {
  const things = new Set<string>();
  for (const { line } of lines(source))
    for (const noun of line.split(",").map((part) => part.trim()))
      for (const one of [noun, pluralOf(noun)]) if (!agents.has(one)) things.add(one);
  return things;
}

const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/person$/, "people"],
  [/child$/, "children"],
  [/(?<!hu|Ger)man$/, "men"],
  [/wife$/, "wives"],
  [/thief$/, "thieves"],
  [/(?:people|police|troops|forces|ulema|clergy|staff)$/, "$&"],
  [/([^aeiou])y$/, "$1ies"],
  [/(?:s|x|ch|sh)$/, "$&es"],
];

/** English plural of a noun phrase, by its head: the word before "of", else the last. */
export function pluralOf(noun: string): string {
  const cut = noun.search(/ (?:of|for) |-general$/);
  const head = cut < 0 ? noun : noun.slice(0, cut);
  const rest = cut < 0 ? "" : noun.slice(cut);
  for (const [from, to] of IRREGULAR) if (from.test(head)) return head.replace(from, to) + rest;
  return `${head}s${rest}`;
}

const list = (column: string): string[] => {
  const trimmed = column.trim();
  return trimmed === "" ? [] : trimmed.split(" / ");
};

/** Lines that are neither blank nor comments, with their numbers. */
function* lines(source: string): Generator<{ line: string; number: number }> {
  let number = 0;
  for (let from = 0; from < source.length; ) {
    const end = source.indexOf("\n", from);
    const line = source.slice(from, end < 0 ? source.length : end).trim();
    from = end < 0 ? source.length : end + 1;
    number++;
    if (line !== "" && !line.startsWith("#")) yield { line, number };
  }
}
