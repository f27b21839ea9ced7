// The whole article → what decides between namesakes: its date, its countries by prominence, the full names that it gives. Pure.
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import { COURTESY } from "./determiners.ts";
import { type Claim, codeAt, type Dictionary, type Entry, FORMS } from "./dictionary.ts";
import { countryOfHost } from "./host.ts";
import { keyOf } from "./names.ts";
import { type Hit, hitsIn, type Word, wordsOf } from "./words.ts";

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
  /** Surname key, also of several words ("de kvist") → keys of full names of people in the article, in text order. */
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
  const [families, given] = namesIn(dictionary, tagged);
  const told = new Told();
  // Headlines and the first sentences say whose news it is.
  let leads = 0;
  tagged.sentences.forEach((sentence, index) => {
    const kind = tagged.segmented.blocks[tagged.segmented.sentences[index]?.block ?? -1]?.kind ?? "prose";
    if (kind === "furniture" || kind === "promotional") return;
    const isDated =
      index < 2 &&
      /^[^.?!]{0,40}?\s(?:[—–-]|--)\s|^[^.?!]{0,40}\((?:Reuters|AP|AFP|Xinhua|UPI)\)/.test(text.slice(sentence.start, sentence.end));
    const words = wordsOf(text, sentence, sentence);
    const lead = leads++ < 3 ? 2 : 1;
    for (const hit of hitsIn(dictionary, text, words, sentence.entities))
      if (!isSurname(hit, words, families)) told.add(hit, words, sentence, { published, lead, isDated });
  });
  // A page saved as text often starts with its address.
  const host = countryOfHost(dictionary, url ?? /^\s*(https?:\/\/\S+)/.exec(text)?.[1] ?? "");
  if (host) told.weigh(host, 2);
  return {
    date: published,
    countries: told.countries,
    ...told.home(),
    named: told.named,
    families,
    given,
    stateOfGeorgia: STATE_OF_GEORGIA.test(text) && !isOfCountryGeorgia(text),
  };
}

/** Behind "Ana Lima", "the minister met Lima" speaks of her and not of Peru; "in Lima" does. */
function isSurname({ from, to, claims }: Hit, words: readonly Word[], families: Context["families"]): boolean {
  return (
    to - from === 1 && claims[0]!.form === "capital" && families.has(words[from]!.lower) && !PLACING.test(words[from - 1]?.lower ?? "")
  );
}

/** Full names of people by their surnames, and by their first names. */
function namesIn(dictionary: Dictionary, { segmented, sentences }: Tagged): [Context["families"], Context["given"]] {
  const { text } = segmented.document;
  const families = new Map<string, Set<string>>();
  const given = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, name: string, key: string): void => {
    const known = to.get(name);
    if (known) known.add(key);
    else to.set(name, new Set([key]));
  };
  for (const entity of sentences.flatMap(({ entities }) => entities.filter(({ kind }) => kind === "PER"))) {
    const written = text.slice(entity.start, entity.end);
    const parts = keyOf(written).split(" ");
    // "Emperor Norton", "Ms Cooper" is no full name, nor is "Norton I".
    while (parts.length > 1 && (dictionary.agents.has(parts[0]!) || COURTESY.has(parts[0]!))) parts.shift();
    while (parts.length > 1 && NUMERAL.test(parts.at(-1)!)) parts.pop();
    if (parts.length < 2) continue;
    const full = parts.join(" ");
    add(given, parts[0]!, full);
    for (let from = 1; from < parts.length; from++) add(families, parts.slice(from).join(" "), full);
    // Park Jin is Park, and Jin to nobody; but only the reader of Korean knows, so he is both.
    if (EASTERN.has(parts[0]!) || /^\p{L}+ \p{L}+-\p{L}+$/u.test(written)) add(families, parts[0]!, full);
  }
  return [listed(families), listed(given)];
}

const listed = (sets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> =>
  new Map([...sets].map(([name, keys]) => [name, [...keys]]));

/** What the article tells of countries, word by word. */
class Told {
  readonly countries = new Map<string, number>();
  readonly named = new Set<Entry>();
  readonly #weights = new Map<string, number>();
  /** What speaks of the Union or the United Nations is no country's own news. */
  #shared = 0;
  #isFirst = true;

  /** @param at lead: what a word of the sentence weighs; isDated: whether the sentence begins with a dateline */
  add(
    hit: Hit,
    words: readonly Word[],
    { entities }: TaggedSentence,
    at: { published: string | null; lead: number; isDated: boolean },
  ): void {
    const best = hit.claims[0]!;
    const { code } = best.entry;
    if (hit.claims.every((claim) => claim.form === "surname")) {
      // "May" is a month until the tagger says that it is a person.
      const place = { start: words[hit.from]!.start, end: words[hit.to - 1]!.end };
      const person = entities.some(({ kind, start, end }) => kind === "PER" && start === place.start && end === place.end);
      if (person && hit.claims.length === 1) {
        this.#count(code, 0.5);
        this.weigh(code, 0.5);
      }
      return;
    }
    if (hit.claims.every((claim) => partisan(claim, at.published) || isGeneric(claim))) return;
    if (hit.to - hit.from > 1 || best.entry.kind !== "person")
      for (const claim of hit.claims) if (claim.form === "name") this.named.add(claim.entry);
    const bonus = (this.#isFirst && best.form === "capital" ? 1 : 0) + (at.isDated && hit.from < 3 ? 1 : 0);
    if (best.form === "capital") this.#isFirst = false;
    // "RSF" alone names no country: two bodies have it.
    if (!hit.claims.every(({ entry }) => entry.code === code)) return;
    this.#count(code, 1 + bonus);
    const before = words[hit.from - 1]?.lower === "the" ? words[hit.from - 2] : words[hit.from - 1];
    this.weigh(code, (PLACING.test(before?.lower ?? "") ? 1.5 : 1) * at.lead + bonus);
  }

  #count(code: string, by: number): void {
    if (!isBody(code)) this.countries.set(code, (this.countries.get(code) ?? 0) + by);
  }

  weigh(code: string, by: number): void {
    if (!isBody(code)) this.#weights.set(code, (this.#weights.get(code) ?? 0) + by);
    else if (code === "EUR") this.#shared += by;
  }

  home(): Pick<Context, "home" | "domestic"> {
    let home: string | null = null;
    let sum = this.#shared;
    for (const [code, weight] of this.#weights) {
      sum += weight;
      if (home === null || weight > this.#weights.get(home)!) home = code;
    }
    return { home, domestic: home !== null && this.#weights.get(home)! >= DOMESTIC * sum };
  }
}

const isBody = (code: string): boolean => /^(?:IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/.test(code);

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
  const ofKind = fittingKind(claims, context, hint);
  const [first] = ofKind;
  // After "Democratic Party of Korea", "the Democratic Party" is that one.
  const short = first?.entry.kind === "organisation" ? `${keyOf(first.as)} of ` : null;
  for (const entry of short ? context.named : []) if (keyOf(entry.name).startsWith(short!)) return { entry, form: "name", as: first!.as };
  let left = ofRank(ownBodies(ofKind, context), hint);
  left = preferring(
    left,
    ({ entry: { name } }) => (name === "Georgia (US state)") === context.stateOfGeorgia || keyOf(name).split(" ")[0] !== "georgia",
  );
  // Every country has an NPP: a party's or rebels' initials need their country or their full name in the article.
  left = left.filter(
    (claim) => !partisan(claim, context.date) || context.named.has(claim.entry) || context.countries.has(claim.entry.code),
  );
  const isLone = left.some(({ form }) => form === "surname");
  if (isLone) left = ofLoneSurname(left, context, hint);
  const now = ({ entry }: Claim) => codeAt(entry, context.date);
  if (hint.code) left = preferring(left, (claim) => now(claim).code === hint.code);
  left = preferring(left, (claim) => now(claim).current && now(claim).sector !== "ELI");
  const most = Math.max(0, ...left.map((claim) => mentionsOf(claim, context)));
  left = preferring(left, (claim) => mentionsOf(claim, context) === most);
  left = preferring(left, (claim) => leads(now(claim).office?.replace(/^former /, "") ?? null));
  if (!isLone || left.length < 2) return left[0] ?? null;
  // Between two former leaders of one name, the later one.
  const newest = left.map(since).sort().at(-1);
  const latest = left.filter((claim) => since(claim) === newest);
  return latest.length === 1 ? latest[0]! : null;
}

/** Those that pass, where some do; else all. */
function preferring(claims: readonly Claim[], test: (claim: Claim) => boolean): readonly Claim[] {
  const kept = claims.filter(test);
  return kept.length > 0 ? kept : claims;
}

/** How often the article speaks of the claim's country. */
const mentionsOf = ({ entry }: Claim, { countries, date }: Context): number => countries.get(codeAt(entry, date).code ?? "") ?? 0;

const since = ({ entry }: Claim): string =>
  entry.stages
    .map(({ from }) => from)
    .sort()
    .at(-1) ?? "";

/** Those that the tagger's kind of the name allows. */
function fittingKind(claims: readonly Claim[], context: Context, { kind, titled }: Hint): readonly Claim[] {
  const seen = ({ code }: Entry): boolean => (context.countries.get(code) ?? 0) >= 3;
  // "Muscat said": the capital, where nobody of that surname is named in full.
  const introduced = ({ name }: Entry): boolean => [...context.families.values()].some((full) => full.includes(keyOf(name)));
  const isCapital =
    !titled &&
    claims.some(({ form }) => form === "capital") &&
    claims.some(({ form }) => form === "surname") &&
    !claims.some(({ form, entry }) => form === "surname" && introduced(entry));
  return claims.filter(({ entry, form }) => {
    if (isCapital && form === "surname") return false;
    if (isCapital && form === "capital" && kind === "PER") return true;
    // A tagger may see a person in "Washington", where the article speaks of it elsewhere too.
    if (kind === "PER")
      return (
        entry.kind === "person" ||
        form === "people" ||
        (/^(?:name|capital)$/.test(form) &&
          entry.kind === "country" &&
          seen(entry) &&
          !claims.some((other) => other.entry.kind === "person"))
      );
    return (kind !== "LOC" && kind !== "ORG") || form !== "surname";
  });
}

/** "Congress" in Chile's news is Chile's, and the dictionary's one no other's. */
function ownBodies(claims: readonly Claim[], { home, domestic, countries }: Context): readonly Claim[] {
  if (home === null) return claims;
  const rival = domestic ? Number.POSITIVE_INFINITY : (countries.get(home) ?? 0) / 2;
  const left = claims.filter((claim) => !isGeneric(claim) || claim.entry.code === home || (countries.get(claim.entry.code) ?? 0) > rival);
  return left.some(isGeneric) ? preferring(left, ({ entry }) => entry.code === home) : left;
}

/** A title speaks for the man of that surname, though a place has the name too ("Mr Jordan"); else a name before a surname. */
function ofRank(claims: readonly Claim[], { titled }: Hint): readonly Claim[] {
  if (titled) return preferring(claims, ({ entry }) => entry.kind === "person");
  const rank = Math.min(...claims.map(({ form }) => FORMS.indexOf(form)));
  return preferring(claims, ({ form }) => FORMS.indexOf(form) === rank);
}

/** Those whom a surname alone can mean: whom the article names in full, else a leader, or somebody whose name stands for himself. */
function ofLoneSurname(claims: readonly Claim[], context: Context, hint: Hint): readonly Claim[] {
  const known = claims.filter(({ entry }) => context.named.has(entry));
  if (known.length > 0) return known;
  const hasLed = ({ entry }: Claim): boolean => entry.stages.some(({ office }) => leads(office));
  const famous = claims.some(hasLed);
  // Tom Biden's article means Tom Biden; "Thomas" in Thomas Sam's is no judge.
  const isAnother = ({ as }: Claim): boolean =>
    EASTERN.has(keyOf(as)) || context.families.has(keyOf(as).split(" ").at(-1)!) || (!famous && context.given.has(keyOf(as)));
  if (claims.some(isAnother)) return [];
  if (hint.code) return claims;
  const closest = Math.max(0, ...claims.map((claim) => mentionsOf(claim, context)));
  return claims.filter((claim) => {
    const { code, current, sector, office } = codeAt(claim.entry, context.date);
    // In one country's own news a bare "Ms Cooper" is no minister of another that it never speaks of.
    if (context.domestic && code !== context.home && !context.countries.has(code ?? "") && !leads(office)) return false;
    const isInOffice = current && sector !== "ELI" && claim.entry.stages.some(({ from, to }) => from || to);
    // "Sánchez" in Cuba's news is no Spaniard, though the Cuban of that name leads nothing.
    return (isInOffice || hasLed(claim)) && mentionsOf(claim, context) === closest;
  });
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
