// Users' own dictionaries + Readout's Dictionary → one Dictionary in which a name and a day that theirs tell of are theirs. Pure: the texts are passed in.
import { isState } from "./cameo-codes.ts";
import { type Agent, type Claim, type Dictionary, type Entry, noteLength, type Stage } from "./dictionary.ts";
import { keyOf, plain } from "./names.ts";
import { csvSeparator, readOwnCsv } from "./own-csv.ts";
import type { ActorFile, Fault, Own, OwnAgent, OwnRecord } from "./own-types.ts";
import { readPhoenix } from "./phoenix.ts";
import type { ActorKind } from "./types.ts";

/** `ours` with the users' `files` before it, the first file before all. Never throws. @param onFault told of all that is left out, and why */
export function withFiles(ours: Dictionary, files: readonly ActorFile[], onFault: (fault: Fault) => void): Dictionary {
  return files.map((file) => readOwn(file, onFault)).reduceRight(withOwn, ours);
}

/** Reads a file by its content: CSV where the first line names the columns `name` and `code`, else the PETRARCH formats. */
export function readOwn({ name, text }: ActorFile, onFault: (fault: Fault) => void): Own {
  const report = (line: number | null, message: string): void => onFault({ file: name, line, message });
  const separator = csvSeparator(text);
  const own: Own = separator === null ? readPhoenix(text, report) : { records: readOwnCsv(text, separator, report), agents: [] };
  if (own.records.length + own.agents.length === 0)
    report(null, "holds no actor: give a PETRARCH dictionary, or CSV with the columns name and code");
  return own;
}

/** `ours` with `own` before it: of a name that both have only theirs stays, of an actor that both have theirs tells the days that it covers and ours the others. */
export function withOwn(ours: Dictionary, own: Own): Dictionary {
  const merging = new Merging(ours);
  for (const record of own.records) merging.take(record);
  return merging.done(own.agents);
}

/** Takes records of theirs in turn. */
class Merging {
  readonly #ours: Dictionary;
  /** Ours, by code. */
  readonly #countries = new Map<string, Entry>();
  /** What theirs tell of ours. */
  readonly #stages = new Map<Entry, Stage[]>();
  readonly #claims = new Map<string, Claim[]>();
  readonly #added: Entry[] = [];
  readonly #longest: Map<string, number>;

  constructor(ours: Dictionary) {
    this.#ours = ours;
    this.#longest = new Map(ours.longest);
    for (const entry of ours.entries)
      if (entry.kind === "country" && !this.#countries.has(entry.code)) this.#countries.set(entry.code, entry);
  }

  take(record: OwnRecord): void {
    const first = record.stages[0]!;
    const keys = record.names.map(keyOf);
    const nobody = record.stages.every(({ code, sector }) => code === null && sector === null);
    const same = (stage: Stage): boolean => stage.code === first.code && stage.sector === first.sector && stage.other_sectors.length === 0;
    const state = (record.kind === null || record.kind === "country") && isState(first.code) && record.stages.every(same);
    const found = state && first.sector === null ? this.#country(record, first.code!) : nobody ? null : this.#known(record, keys);
    const government = found === null && state && first.sector === "GOV" ? this.#countries.get(first.code!) : undefined;
    let fresh: Entry | null = null;
    for (const [at, key] of keys.entries()) {
      const name = record.names[at]!;
      // "KREMLIN [RUSGOV]" says what ours says of the same word: that it is Russia.
      if (government && this.#ours.claims.get(key)?.some(({ entry }) => entry === government)) {
        this.#claim(key, name, record, government);
        continue;
      }
      if (found === null && !nobody && fresh === null) fresh = this.#add(new OwnEntry(record, record.kind, this.#ours));
      this.#claim(key, name, record, found ?? fresh);
    }
  }

  done(agents: readonly OwnAgent[]): Dictionary {
    const { entries, agents: known, things, regions } = this.#ours;
    const replaced = new Map<Entry, Entry>();
    for (const [entry, stages] of this.#stages) replaced.set(entry, new MergedEntry(entry, stages));
    const now = (list: readonly Claim[]): readonly Claim[] =>
      list.some(({ entry }) => replaced.has(entry)) ? list.map((one) => ({ ...one, entry: replaced.get(one.entry) ?? one.entry })) : list;
    const claims = new Map<string, readonly Claim[]>([...this.#ours.claims, ...this.#claims]);
    if (replaced.size > 0) for (const [key, list] of claims) claims.set(key, now(list));
    return {
      entries: [...entries.map((entry) => replaced.get(entry) ?? entry), ...this.#added],
      claims,
      agents: withAgents(known, agents),
      things,
      regions,
      longest: this.#longest,
    };
  }

  #add(entry: Entry): Entry {
    this.#added.push(entry);
    return entry;
  }

  /** A name under a bare country code is one more name of that country. */
  #country(record: OwnRecord, code: string): Entry {
    const known = this.#countries.get(code) ?? this.#add(new OwnEntry(record, "country", this.#ours));
    this.#countries.set(code, known);
    return known;
  }

  /** The actor of ours that the record tells more of. */
  #known(record: OwnRecord, keys: readonly string[]): Entry | null {
    const found = sameActor(this.#ours, record, keys);
    if (found) {
      const stages = this.#stages.get(found) ?? [];
      this.#stages.set(found, stages);
      stages.push(...record.stages);
    }
    return found;
  }

  #claim(key: string, name: string, record: OwnRecord, entry: Entry | null): void {
    if (key === "") return;
    noteLength(this.#longest, key);
    const there = this.#claims.get(key) ?? [];
    this.#claims.set(key, there);
    if (entry === null || there.some((other) => other.entry === entry)) return;
    const known = this.#ours.claims.get(key);
    const as = /\p{Ll}/u.test(name) ? plain(name) : (known?.[0]?.as ?? shortInCase(plain(name), record.names));
    there.push(known?.find((other) => other.entry === entry) ?? { entry, form: "name", as });
  }
}

const isDated = ({ from, to }: Stage): boolean => from !== "" || to !== "";

/** Ours under one of the record's names, of the same country: a namesake elsewhere is somebody else. */
function sameActor(ours: Dictionary, record: OwnRecord, keys: readonly string[]): Entry | null {
  const shares = (code: string | null): boolean => code !== null && record.stages.some((stage) => stage.code === code);
  for (const key of keys)
    for (const { entry, form } of ours.claims.get(key) ?? [])
      if (form === "name" && (entry.kind !== "country" || !isPerson(record)))
        if (shares(entry.code) || entry.stages.some(({ code }) => shares(code))) return entry;
  return null;
}

const isPerson = (record: OwnRecord): boolean => record.kind === "person" || record.stages.some(({ sector }) => sector === "ELI");

// Tens of thousands are made and an article needs a few: what takes work is done when it is asked for.
class OwnEntry implements Entry {
  readonly code: string;
  readonly female = false;
  readonly #record: OwnRecord;
  readonly #kind: ActorKind | null;
  readonly #ours: Dictionary;
  #stages: readonly Stage[] | null = null;

  /** @param kind null to guess it */
  constructor(record: OwnRecord, kind: ActorKind | null, ours: Dictionary) {
    this.code = record.stages.find(({ code }) => code !== null)?.code ?? "";
    this.#record = record;
    this.#kind = kind;
    this.#ours = ours;
  }

  get name(): string {
    const { names } = this.#record;
    return /\p{Ll}/u.test(names[0]!) ? names[0]! : inCase(names[0]!, names);
  }

  get kind(): ActorKind {
    return this.#kind ?? kindOf(this.#record, this.#ours);
  }

  get stages(): readonly Stage[] {
    this.#stages ??= inTurn(this.#record.stages, this.kind);
    return this.#stages;
  }
}

/** An entry of ours on whose days theirs have a say. */
class MergedEntry implements Entry {
  readonly name: string;
  readonly code: string;
  readonly kind: ActorKind;
  readonly female: boolean;
  readonly #ours: Entry;
  readonly #theirs: readonly Stage[];
  #stages: readonly Stage[] | null = null;

  constructor(ours: Entry, theirs: readonly Stage[]) {
    this.name = ours.name;
    this.code = ours.code;
    this.kind = ours.kind;
    this.female = ours.female;
    this.#ours = ours;
    this.#theirs = theirs;
  }

  get stages(): readonly Stage[] {
    const theirs = [...this.#theirs.filter(isDated), ...this.#theirs.filter((stage) => !isDated(stage))];
    this.#stages ??= inTurn([...theirs, ...this.#ours.stages], this.kind);
    return this.#stages;
  }
}

const PEOPLE = new Set(["GOV", "ELI", "LEG", "JUD", "MIL", "COP", "SPY"]);

/** A guess where the file does not tell: PETRARCH's codes are the same for a minister and his ministry. */
function kindOf(record: OwnRecord, ours: Dictionary): ActorKind {
  const words = keyOf(record.names[0]!).split(" ");
  const body = words.some(
    (word) => ours.agents.get(word)?.form === "body" || /^(?:of|and|for|the|council|committee|party|front|forces?|union)$/.test(word),
  );
  const official = record.stages.some(({ sector }) => PEOPLE.has(sector ?? ""));
  // Bodies of states seldom change their code; officials do.
  const person =
    !body &&
    words.length > 1 &&
    words.length < 7 &&
    (official || (record.stages.some(isDated) && record.stages.some(({ code }) => code === "IGO" || code === "UNO")));
  return person ? "person" : "organisation";
}

/** The stages cut so that on each day only the first that covers it is left; a country without a role is its government. */
function inTurn(stages: readonly Stage[], kind: ActorKind): Stage[] {
  const result: Stage[] = [];
  let free: { from: string; to: string }[] = [{ from: "", to: "" }];
  for (const stage of stages) {
    const from = stage.from && firstDay(stage.from);
    const to = stage.to && lastDay(stage.to);
    const left: { from: string; to: string }[] = [];
    for (const gap of free) {
      const start = [from, gap.from].sort()[1]!;
      const end = to === "" ? gap.to : gap.to === "" || to < gap.to ? to : gap.to;
      if (end !== "" && start > end) {
        left.push(gap);
        continue;
      }
      // A stage that is not cut keeps the dates as they were written.
      const sector = stage.sector ?? (kind === "country" ? "GOV" : null);
      result.push({ ...stage, sector, from: start === from ? stage.from : start, to: end === to ? stage.to : end });
      if (start !== "" && (gap.from === "" || gap.from < start)) left.push({ from: gap.from, to: dayAfter(start, -1) });
      if (end !== "" && (gap.to === "" || end < gap.to)) left.push({ from: dayAfter(end, 1), to: gap.to });
    }
    free = left;
  }
  return result;
}

const firstDay = (iso: string): string => (iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso);

function lastDay(iso: string): string {
  if (iso.length === 10) return iso;
  const [year, month = "12"] = iso.split("-");
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

function dayAfter(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

const SMALL = new Set("of the and for in on to al el bin ibn de la da van von der den di du des e y".split(" "));

// The case of a longer name decides nothing.
const shortInCase = (name: string, names: readonly string[]): string => (name.length > 6 ? name : inCase(name, names));

/** "KOFI ANNAN" → "Kofi Annan"; initials of one of the `names`, short words and those without a vowel stay capitals. */
function inCase(name: string, names: readonly string[]): string {
  const acronym = (word: string): boolean =>
    /[.\d]/.test(word) ||
    !/[AEIOUY]/.test(word) ||
    (word === name && word.length <= 3) ||
    (word === name && names.some((full) => full !== name && initials(full).includes(word)));
  return name
    .split(" ")
    .map((word, at) => {
      if (acronym(word)) return word;
      const low = word.toLowerCase();
      return at > 0 && SMALL.has(low) ? low : low.replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(" ");
}

/** With and without the small words: "IRA" and "FARC" leave out some, "BOT" none. */
function initials(name: string): string[] {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return [words, words.filter((word) => !SMALL.has(word.toLowerCase()))].map((some) => some.map((word) => word[0]).join(""));
}

/** Theirs over ours; one that says the same sector leaves ours, which knows more. */
function withAgents(ours: ReadonlyMap<string, Agent>, own: readonly OwnAgent[]): ReadonlyMap<string, Agent> {
  const agents = new Map(ours);
  const set = new Set<string>();
  const add = (word: string, { noun, sector }: OwnAgent, plural: boolean): void => {
    // The first of two lines of theirs counts.
    if (set.has(word)) return;
    set.add(word);
    const known = ours.get(word);
    if (known?.sector === sector) return;
    const head = noun
      .split(/ (?:of|for|in) /)[0]!
      .split(" ")
      .at(-1)!;
    agents.set(word, { noun, sector, inherits: false, form: (known ?? ours.get(head))?.form ?? "people", plural });
  };
  for (const agent of own) {
    add(agent.noun, agent, false);
    if (agent.plural !== null) add(agent.plural, agent, true);
  }
  return agents;
}
