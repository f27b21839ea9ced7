// The whole article → what decides between namesakes: its date, its countries by prominence, the full names that it gives. Pure.
import type { Tagged } from "../tag/types.ts";
import { COURTESY } from "./determiners.ts";
import { type Claim, codeAt, type Dictionary, type Entry, FORMS } from "./dictionary.ts";
import { countryOfHost } from "./host.ts";
import { keyOf } from "./names.ts";
import { hitsIn, wordsOf } from "./words.ts";

export interface Context {
  readonly date: string | null;
  /** Mentions of each country, by code. */
  readonly countries: ReadonlyMap<string, number>;
  /** The country that the article is about, or null where nothing tells. */
  readonly home: string | null;
  /** True where `home` outweighs the other countries, so that even "residents" are its own. */
  readonly domestic: boolean;
  /** Entries that the article calls by a full name. */
  readonly named: ReadonlySet<Entry>;
  /** Surname key → keys of full names of people in the article, in text order. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** First-name key → keys of the full names that begin with it. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** True where Georgia is the American state. */
  readonly stateOfGeorgia: boolean;
}

/** Names of bodies that many countries have: alone they are the article's own country's. */
const GENERIC =
  /^(?:the )?(?:(?:federal|national|supreme|high|constitutional|central|upper|lower|state|us) )?(?:congress|parliament|senate|assembly|legislature|house(?: of representatives)?|court|council|cabinet|treasury|labou?r(?: party)?|conservatives|conservative party|liberals|democrats|democratic party|republicans|republican party|social democrats|socialists|greens|green party|people's party|communist party)$/i;

export const isGeneric = ({ entry, as }: Claim): boolean => entry.kind === "organisation" && GENERIC.test(as) && !/^us /i.test(as);

/** Chinese, Korean and Vietnamese family names that stand first and that thousands share: alone they are nobody that the article has not named in full. */
export const EASTERN = new Set(
  "kim lee park choi jung jeong cho kang yoon yun jang lim shin han ahn song hong moon chung hwang kwon oh seo wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo lin luo liang tang deng feng cao peng zeng tsai lai hsu chang hsieh tran nguyen pham vo le".split(
    " ",
  ),
);

/** "Norton I", "Smith Jr" are Norton and Smith. */
export const NUMERAL = /^(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|jr|sr)$/;

/** How much of all that speaks of countries must speak of one for it to be the article's own. */
const DOMESTIC = 0.5;
const PLACING = /^(?:in|at|near|across|throughout|outside)$/;

const STATE_OF_GEORGIA =
  /\b(?:Atlanta|Savannah|Augusta|Fulton County|Ga\.|Raffensperger|Brian Kemp|Stacey Abrams|Georgia (?:Republicans?|Democrats?|Senate|Legislature|Bulldogs)|in Georgia and (?:Arizona|Michigan|Nevada|Pennsylvania|Florida|Alabama)|Arizona,? (?:and )?Georgia|Alabama|South Carolina|Tennessee)\b/;
const COUNTRY_OF_GEORGIA = /\b(?:Tbilisi|Abkhazia|Abkhaz|Ossetian?|Caucasus|Saakashvili|Ivanishvili|Kobakhidze|Batumi)\b/;
/** "The Georgian prime minister", "Georgian Dream": at most so many letters behind. */
const georgian = 40;
function isOfCountryGeorgia(text: string): boolean {
  if (COUNTRY_OF_GEORGIA.test(text)) return true;
  for (const { index, 0: word } of text.matchAll(/\bGeorgians?\b/g)) {
    const from = index + word.length;
    const [line = ""] = text.slice(from, from + georgian + "Prime Minister ".length).split("\n");
    const at = line.search(/(?:Dream|Prime Minister|Foreign)\b/);
    if (at >= 0 && at <= georgian) return true;
  }
  return false;
}

export function contextOf(dictionary: Dictionary, tagged: Tagged): Context {
  const { text, published, url } = tagged.segmented.document;
  const countries = new Map<string, number>();
  const weights = new Map<string, number>();
  const named = new Set<Entry>();
  const families = new Map<string, string[]>();
  const given = new Map<string, string[]>();
  const body = (code: string): boolean => /^(?:IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/.test(code);
  /** What speaks of the Union or the United Nations is no country's own news. */
  let shared = 0;
  const add = (to: Map<string, number>, code: string, by: number): void => {
    if (!body(code)) to.set(code, (to.get(code) ?? 0) + by);
    else if (to === weights && code === "EUR") shared += by;
  };
  const blocks = tagged.segmented.blocks;
  // Headlines and the first sentences say whose news it is.
  let told = 0;
  let first = true;
  tagged.sentences.forEach((sentence, index) => {
    for (const entity of sentence.entities) {
      if (entity.kind !== "PER") continue;
      const key = keyOf(text.slice(entity.start, entity.end));
      const parts = key.split(" ");
      // "Emperor Norton", "Ms Cooper" is no full name, nor is "Norton I".
      while (parts.length > 1 && (dictionary.agents.has(parts[0]!) || COURTESY.has(parts[0]!))) parts.shift();
      while (parts.length > 1 && NUMERAL.test(parts.at(-1)!)) parts.pop();
      if (parts.length < 2) continue;
      const family = parts.at(-1)!;
      const called = given.get(parts[0]!) ?? [];
      if (!called.includes(key)) given.set(parts[0]!, [...called, key]);
      // Park Jin is Park, and Jin to nobody; but only the reader of Korean knows, so he is both.
      for (const name of EASTERN.has(parts[0]!) || /^\p{L}+ \p{L}+-\p{L}+$/u.test(text.slice(entity.start, entity.end))
        ? [family, parts[0]!]
        : [family]) {
        const full = families.get(name) ?? [];
        if (!full.includes(key)) families.set(name, [...full, key]);
      }
    }
    const kind = blocks[tagged.segmented.sentences[index]?.block ?? -1]?.kind ?? "prose";
    if (kind === "furniture" || kind === "promotional") return;
    const lead = told++ < 3 ? 2 : 1;
    const words = wordsOf(text, sentence, sentence);
    for (const hit of hitsIn(dictionary, text, words, sentence.entities)) {
      const best = hit.claims[0]!;
      if (hit.claims.every((claim) => claim.form === "surname")) {
        // "May" is a month until the tagger says that it is a person.
        const place = { start: words[hit.from]!.start, end: words[hit.to - 1]!.end };
        const person = sentence.entities.some(({ kind, start, end }) => kind === "PER" && start === place.start && end === place.end);
        if (person && hit.claims.length === 1) {
          add(countries, best.entry.code, 0.5);
          add(weights, best.entry.code, 0.5);
        }
        continue;
      }
      if (hit.claims.every((claim) => partisan(claim, published) || isGeneric(claim))) continue;
      if (hit.to - hit.from > 1 || best.entry.kind !== "person")
        for (const claim of hit.claims) if (claim.form === "name") named.add(claim.entry);
      const dateline =
        index < 2 &&
        /^[^.?!]{0,40}?\s(?:[—–-]|--)\s|^[^.?!]{0,40}\((?:Reuters|AP|AFP|Xinhua|UPI)\)/.test(text.slice(sentence.start, sentence.end));
      const bonus = (first && best.form === "capital" ? 1 : 0) + (dateline && hit.from < 3 ? 1 : 0);
      if (best.form === "capital") first = false;
      // "RSF" alone names no country: two bodies have it.
      if (!hit.claims.every(({ entry }) => entry.code === best.entry.code)) continue;
      add(countries, best.entry.code, 1 + bonus);
      const before = words[hit.from - 1]?.lower === "the" ? words[hit.from - 2] : words[hit.from - 1];
      add(weights, best.entry.code, (PLACING.test(before?.lower ?? "") ? 1.5 : 1) * lead + bonus);
    }
  });
  // A page saved as text often starts with its address.
  const host = countryOfHost(dictionary, url ?? /^\s*(https?:\/\/\S+)/.exec(text)?.[1] ?? "");
  if (host) add(weights, host, 2);
  let home: string | null = null;
  let sum = shared;
  for (const [code, weight] of weights) {
    sum += weight;
    if (home === null || weight > weights.get(home)!) home = code;
  }
  return {
    date: published,
    countries,
    home,
    domestic: home !== null && weights.get(home)! >= DOMESTIC * sum,
    named,
    families,
    given,
    stateOfGeorgia: STATE_OF_GEORGIA.test(text) && !isOfCountryGeorgia(text),
  };
}

/** What the place of a name tells of its bearer. */
export interface Hint {
  /** The tagger's kind of the name, where it is an entity. */
  readonly kind?: "PER" | "ORG" | "LOC" | "MISC" | undefined;
  /** The country in its title ("Canadian Prime Minister Carney"). */
  readonly code?: string | null;
  readonly titled?: boolean;
}

/** The one claim that the article means, or null where nothing decides. The rules in order: kind of entity; form (a name before a surname); Georgia's neighbours; a full name in
 * the article; the country in the title; in office on the day; the country that the article speaks of most; head of state or government; file order (not between surnames). */
export function decide(claims: readonly Claim[], context: Context, hint: Hint = {}): Claim | null {
  const seen = ({ code }: Entry): boolean => (context.countries.get(code) ?? 0) >= 3;
  // "Muscat said": the capital, where nobody of that surname is named in full.
  const introduced = ({ name }: Entry): boolean => [...context.families.values()].some((full) => full.includes(keyOf(name)));
  const isCapital =
    !hint.titled &&
    claims.some(({ form }) => form === "capital") &&
    claims.some(({ form }) => form === "surname") &&
    !claims.some(({ form, entry }) => form === "surname" && introduced(entry));
  let left = claims.filter(({ entry, form }) => {
    if (isCapital && form === "surname") return false;
    if (isCapital && form === "capital" && hint.kind === "PER") return true;
    // A tagger may see a person in "Washington", where the article speaks of it elsewhere too.
    if (hint.kind === "PER")
      return (
        entry.kind === "person" ||
        form === "people" ||
        (/^(?:name|capital)$/.test(form) &&
          entry.kind === "country" &&
          seen(entry) &&
          !claims.some((other) => other.entry.kind === "person"))
      );
    if (hint.kind === "LOC" || hint.kind === "ORG") return form !== "surname";
    return true;
  });
  const keep = (test: (claim: Claim) => boolean): void => {
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
  };
  // After "Democratic Party of Korea", "the Democratic Party" is that one.
  const short = left[0]?.entry.kind === "organisation" ? `${keyOf(left[0].as)} of ` : null;
  for (const entry of short ? context.named : []) if (keyOf(entry.name).startsWith(short!)) return { entry, form: "name", as: left[0]!.as };
  // "Congress" in Chile's news is Chile's, and the dictionary's one no other's.
  const { home } = context;
  if (home !== null) {
    const rival = context.domestic ? Number.POSITIVE_INFINITY : (context.countries.get(home) ?? 0) / 2;
    left = left.filter((claim) => !isGeneric(claim) || claim.entry.code === home || (context.countries.get(claim.entry.code) ?? 0) > rival);
    if (left.some(isGeneric)) keep(({ entry }) => entry.code === home);
  }
  const rank = Math.min(...left.map(({ form }) => FORMS.indexOf(form)));
  // A title speaks for the man of that surname, though a place has the name too ("Mr Jordan").
  if (hint.titled) keep(({ entry }) => entry.kind === "person");
  else keep(({ form }) => FORMS.indexOf(form) === rank);
  keep(({ entry }) => (entry.name === "Georgia (US state)") === context.stateOfGeorgia || keyOf(entry.name).split(" ")[0] !== "georgia");
  // Every country has an NPP: a party's or rebels' initials need their country or their full name in the article.
  left = left.filter(
    (claim) => !partisan(claim, context.date) || context.named.has(claim.entry) || context.countries.has(claim.entry.code),
  );
  const score = ({ entry }: Claim): number => context.countries.get(codeAt(entry, context.date).code ?? "") ?? 0;
  const known = ({ entry }: Claim): boolean => context.named.has(entry);
  const lone = left.some(({ form }) => form === "surname");
  const famous = left.some(({ entry }) => entry.stages.some(({ office }) => leads(office)));
  // Tom Biden's article means Tom Biden; "Thomas" in Thomas Sam's is no judge.
  if (
    lone &&
    !left.some(known) &&
    left.some(
      ({ as }) => EASTERN.has(keyOf(as)) || context.families.has(keyOf(as).split(" ").at(-1)!) || (!famous && context.given.has(keyOf(as))),
    )
  )
    return null;
  if (lone && left.some(known)) keep(known);
  else if (lone && !hint.code) {
    // A surname that nobody introduced is a leader, or somebody whose name stands for himself.
    const closest = Math.max(0, ...left.map(score));
    left = left.filter(({ entry }) => {
      const { code, current, sector, office } = codeAt(entry, context.date);
      // In one country's own news a bare "Ms Cooper" is no minister of another that it never speaks of.
      if (context.domestic && code !== home && !context.countries.has(code ?? "") && !leads(office)) return false;
      return (
        (current && sector !== "ELI" && entry.stages.some(({ from, to }) => from || to)) || entry.stages.some(({ office }) => leads(office))
      );
    });
    // "Sánchez" in Cuba's news is no Spaniard, though the Cuban of that name leads nothing.
    left = left.filter((claim) => score(claim) === closest);
  }
  if (hint.code) keep(({ entry }) => codeAt(entry, context.date).code === hint.code);
  keep(({ entry }) => codeAt(entry, context.date).current && codeAt(entry, context.date).sector !== "ELI");
  const most = Math.max(0, ...left.map(score));
  keep((claim) => score(claim) === most);
  keep(({ entry }) => leads(codeAt(entry, context.date).office?.replace(/^former /, "") ?? null));
  // Between two former leaders of one name, the later one.
  const since = ({ entry }: Claim): string =>
    entry.stages
      .map(({ from }) => from)
      .sort()
      .at(-1) ?? "";
  if (left.length > 1 && lone) {
    const newest = left.map(since).sort().at(-1);
    left = left.filter((claim) => since(claim) === newest);
    return left.length === 1 ? left[0]! : null;
  }
  return left[0] ?? null;
}

const partisan = ({ entry, as }: Claim, date: string | null): boolean =>
  entry.kind === "organisation" &&
  as.length <= 4 &&
  as === as.toUpperCase() &&
  entry.code !== "IMG" &&
  /^(?:PTY|OPP|REB)$/.test(codeAt(entry, date).sector ?? "");

const leads = (office: string | null): boolean =>
  /^(?:President|Prime Minister|Premier|Chancellor|King|Queen|Supreme Leader|Pope|Emir|Crown Prince|Leader of the Taliban|UN Secretary-General)(?: |$)/.test(
    office ?? "",
  );
