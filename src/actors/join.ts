// What a mention tells × the actors so far → the actor that it speaks of, or a new one. Changes the drafts that it is given.
import type { Context } from "./context.ts";
import { codeAt } from "./dictionary.ts";
import type { Draft } from "./draft.ts";
import type { Known } from "./known.ts";
import { keyOf } from "./names.ts";
import { answersTo } from "./offices.ts";
import type { Reading } from "./reading.ts";
import { latest, samePerson } from "./same-person.ts";
import { TIES, type Tie } from "./ties.ts";

/** What a mention asks of the actors so far. */
interface Asked {
  readonly known: Known;
  readonly reading: Reading;
  readonly context: Context;
  /** What it goes by. */
  readonly key: string;
  readonly sentence: number;
  /** The body that spoke last, where the mention speaks itself. */
  readonly spoke: Draft | null;
}

/** A way in which a mention speaks of somebody known. */
interface Way extends Tie {
  readonly find: (asked: Asked) => Draft | undefined;
}

/** In their order: the first that finds somebody decides. */
const WAYS: readonly Way[] = [
  {
    rule: "join.dictionary",
    why: "the dictionary has one entry for both names",
    find: ({ known, reading: { entry } }) => (entry ? known.withEntry(entry) : undefined),
  },
  {
    rule: "join.name",
    why: "it was called by this name before",
    // A whole name that is known is known; a lone surname is weighed.
    find: (asked) => (isUnknownName(asked) && (asked.reading.kind !== "person" || asked.key.includes(" ")) ? namesake(asked) : undefined),
  },
  {
    rule: "join.person",
    why: "a part of the name of one who was named in full, whose office fits",
    find: (asked) =>
      isUnknownName(asked) && asked.reading.kind === "person"
        ? samePerson(asked.known, asked.reading, asked.key, asked.context)
        : undefined,
  },
  {
    rule: "join.surname",
    why: "it was called by this name before, and is no person",
    find: (asked) => {
      // Of anything else the name itself was looked for above.
      const found = isUnknownName(asked) && asked.reading.kind === "person" && !asked.key.includes(" ") ? namesake(asked) : undefined;
      return found?.kind === "person" ? undefined : found;
    },
  },
  {
    rule: "join.office",
    why: "the last one named who holds this office",
    find: (asked) => (isDefiniteNoun(asked) && asked.reading.agent!.form !== "body" ? holderOf(asked) : undefined),
  },
  { rule: "join.noun", why: "it was called by this noun before", find: (asked) => (isDefiniteNoun(asked) ? sameNoun(asked) : undefined) },
  {
    rule: "join.epithet",
    why: "who goes on speaking is a person whose country nothing told before",
    // "The Ghanaian writer said", after a statement of Ana Lima.
    find: (asked) => (isDefiniteNoun(asked) && asked.reading.agent!.form === "people" ? countryman(asked) : undefined),
  },
  {
    rule: "join.kind",
    why: "the name of a body ends with this noun",
    // "The league" is the Arab League, "the ministry" the Ministry of Health.
    find: (asked) =>
      isDefiniteNoun(asked) && asked.reading.agent!.form === "body" && asked.reading.bare && asked.key === asked.reading.noun
        ? last(
            asked,
            (draft) =>
              draft.kind === "organisation" &&
              fits(draft, ownCode(asked.reading)) &&
              [...draft.keys].some((full) => headWord(full) === asked.key),
          )
        : undefined,
  },
  {
    rule: "join.group",
    why: "a body of no state that was named a little before",
    find: (asked) =>
      isNominal(asked) && asked.reading.definite && !isDefiniteNoun(asked) && asked.reading.bare && GENERIC.test(asked.key)
        ? bodyNear(asked)
        : undefined,
  },
  {
    rule: "join.plural",
    why: "the same people again, whom no number tells apart",
    find: (asked) => (isNominal(asked) && !asked.reading.definite && asked.reading.plural ? samePeople(asked) : undefined),
  },
  {
    rule: "join.words",
    why: "the same words were written before",
    find: (asked) =>
      asked.reading.form === "nominal" && asked.reading.entry === null && !/^an? |\d/i.test(asked.reading.name)
        ? latest(asked.known.withKey(asked.key).filter((draft) => draft.entry === null && draft.code === asked.reading.code))
        : undefined,
  },
  {
    rule: "join.speaker",
    why: "it goes on speaking, and its name does not tell what it is",
    // "The agency said", after another statement of a body.
    find: ({ spoke, key, reading: { definite, bare, entry } }) =>
      spoke && definite && bare && entry === null && SPEAKING.test(key) && !isTyped(spoke) ? spoke : undefined,
  },
  {
    rule: "join.official",
    why: "one who holds an office goes on speaking",
    find: ({ spoke, reading }) =>
      spoke && reading.definite && reading.noun === "official" && holdsOffice(spoke) && fits(spoke, ownCode(reading)) ? spoke : undefined,
  },
];

/** Whom a mention was joined to, and how. */
export interface Joined {
  readonly draft: Draft;
  readonly tie: Tie;
}

/** Where a mention stands, and who is known there. */
export interface Place {
  readonly known: Known;
  readonly context: Context;
  readonly acronyms: ReadonlyMap<string, string>;
  readonly sentence: number;
  /** The body that spoke last, where the mention speaks itself. */
  readonly spoke: Draft | null;
}

const ask = ({ acronyms, ...place }: Place, reading: Reading): Asked => {
  const key = keyOf(reading.name);
  return { ...place, reading, key: acronyms.get(key) ?? key };
};

function among(asked: Asked): Joined | null {
  for (const tie of WAYS) {
    const draft = tie.find(asked);
    if (!draft) continue;
    learn(asked.known, draft, asked.reading, asked.key);
    return { draft, tie };
  }
  return null;
}

/** Somebody known of whom `reading` speaks. */
export const joinKnown = (place: Place, reading: Reading): Joined | null => among(ask(place, reading));

/** The draft that `reading` speaks of, new where none does. */
export function join(place: Place, reading: Reading): Joined {
  const asked = ask(place, reading);
  const found = among(asked);
  if (found) return found;
  const draft = create(asked.known, reading, asked.key);
  for (const name of nameInFull(asked)) asked.known.call(draft, name);
  return { draft, tie: TIES.new };
}

const last = ({ known }: Asked, test: (draft: Draft) => boolean, since?: number): Draft | undefined => known.lastNamed(test, since);

const isUnknownName = ({ reading: { entry, form } }: Asked): boolean => entry === null && form === "name";
const isNominal = ({ reading: { entry, form } }: Asked): boolean => entry === null && form !== "name";
const isDefiniteNoun = (asked: Asked): boolean =>
  isNominal(asked) && asked.reading.definite && asked.reading.agent !== null && asked.reading.noun !== null;

const namesake = ({ known, key }: Asked): Draft | undefined => latest(known.withKey(key));

/** The country that its own words tell. */
const ownCode = ({ assumed, code }: Reading): string | null => (assumed ? null : code);

/** A headline's "Albares", or "De Kvist", before the text's "José Manuel Albares": the full names of who is first named so in full. A first name alone is his whom no other shares it with. */
function nameInFull({ reading: { entry, form, kind }, context, key }: Asked): readonly string[] {
  if (entry !== null || form !== "name" || kind !== "person") return [];
  // "Han" of "Han Duck-soo" and "Ana Lima" alike: what is left of the whole name tells its bearers apart.
  const rest = (name: string): string | undefined => name.split(" ").find((word) => word !== key);
  const family = context.families.get(key) ?? [];
  if (family.length > 0) return family.filter((name) => rest(name) === rest(family[0]!));
  const given = context.given.get(key) ?? [];
  return new Set(given.map((name) => name.split(" ").at(-1))).size === 1 ? given : [];
}

/** "The prime minister" of the last sentence, else the article's own one, else one met a little before. */
function holderOf(asked: Asked): Draft | undefined {
  const { reading, context, sentence } = asked;
  const noun = reading.noun!;
  // "The visiting minister" is of another country than the article.
  const guest = /\bvisiting\b/i.test(reading.name);
  const holds = (draft: Draft): boolean =>
    draft.kind === "person" &&
    fits(draft, ownCode(reading)) &&
    !hasOtherPortfolio(draft, reading) &&
    !(guest && (draft.code === null || draft.code === context.home)) &&
    ((draft.office !== null && answersTo(noun, draft.office)) || draft.nouns.has(noun));
  // Of all who held one before, "the former president" is whom the text has called so.
  const former = /^former /.test(noun) ? last(asked, (draft) => holds(draft) && draft.nouns.has(noun)) : undefined;
  if (former) return former;
  // "The director of the Lima Fund", wherever the fund is.
  const from = reading.name.indexOf(" of ");
  const of = from >= 0 ? reading.name.slice(from) : null;
  const same = of ? last(asked, (draft) => holds(draft) && (draft.office ?? "").includes(of)) : undefined;
  if (same) return same;
  if (!reading.assumed || !context.domestic) return last(asked, holds);
  return (
    last(asked, (draft) => holds(draft) && draft.code === context.home, sentence - 1) ??
    last(asked, holds, sentence - 1) ??
    last(asked, (draft) => holds(draft) && (AWAY.test(noun) || draft.code === null || draft.code === context.home))
  );
}

function sameNoun(asked: Asked): Draft | undefined {
  const { reading, key } = asked;
  const isPerson = reading.agent!.form !== "body";
  // "Police at the rally" are where they are, no body before.
  if (!isPerson && reading.bare && / (?:at|in|on|from) /.test(key)) return undefined;
  return last(
    asked,
    (draft) =>
      draft.kind !== "person" &&
      draft.plural === reading.plural &&
      draft.nouns.has(reading.noun!) &&
      // "The government" of a country that the text has called a government is that country.
      (draft.kind === "organisation" || (draft.kind === "country" && !isPerson)) === !isPerson &&
      (reading.code === null || draft.code === null || draft.code === reading.code),
  );
}

/** Who spoke before and goes on as "the Ghanaian writer", where his own country is not told. */
const countryman = ({ reading: { country, plural }, known, spoke, sentence }: Asked): Draft | undefined =>
  country !== null &&
  !plural &&
  spoke?.kind === "person" &&
  spoke.entry === null &&
  (spoke.code === null || spoke.assumed) &&
  known.seenIn(spoke, sentence).length === 0
    ? spoke
    : undefined;

/** "The group", "the organization". */
const bodyNear = (asked: Asked): Draft | undefined =>
  last(
    asked,
    (draft) =>
      draft.kind === "organisation" &&
      (draft.entry !== null || [...draft.keys].some((full) => GENERIC.test(full.split(" ").at(-1)!))) &&
      !STATE.test(draft.sector ?? ""),
    asked.sentence - NEAR,
  );

/** "Protesters" again; but two numbers of people are two groups. */
function samePeople(asked: Asked): Draft | undefined {
  const { reading, key, sentence } = asked;
  const { noun, name, bare } = reading;
  if (!noun || !bare || COUNTED.test(name)) return undefined;
  return last(asked, (draft) => draft.plural && draft.nouns.has(noun) && !differ(key, draft, noun) && !draft.open, sentence - FAR);
}

/** What one more mention tells of somebody known. */
function learn(known: Known, found: Draft, reading: Reading, key: string): void {
  known.call(found, key);
  if (reading.noun) found.nouns.add(reading.noun);
  // The headline's "Hayashi" has no office, the text's "Foreign Minister Hayashi" has.
  if (found.entry?.kind === "person" && found.sector === "ELI" && reading.entry === found.entry && reading.sector !== "ELI") {
    found.code = reading.code;
    found.sector = reading.sector;
    found.other_sectors = reading.other_sectors;
    found.office = reading.office;
  }
  if (found.entry !== null) return;
  if (reading.form === "name" && reading.name.length > found.name.length) known.rename(found, reading.name);
  if (found.code === null || (found.assumed && !reading.assumed && reading.code !== null)) {
    found.code = reading.code ?? found.code;
    found.assumed = reading.assumed;
  }
  if (found.sector === null) {
    found.sector = reading.sector;
    found.other_sectors = reading.other_sectors;
  }
  found.office ??= reading.office;
}

const PORTFOLIO_OF = /\b(?:ministers?|secretar(?:y|ies)|commissioners?)\b/i;

/** The words that tell which ministry an office is of; none for "the minister". */
const portfolioOf = (office: string): string[] =>
  PORTFOLIO_OF.test(office)
    ? keyOf(office.replace(PORTFOLIO_OF, " "))
        .split(" ")
        .filter(
          (word) =>
            word.length > 3 && !/^(?:deputy|state|first|vice|general|visiting|then|former|acting|senior|junior|cabinet)$/.test(word),
        )
    : [];

/** "Sudan's Minister of Irrigation" is not the Minister of Water and Energy. */
function hasOtherPortfolio({ office }: Draft, { name }: Reading): boolean {
  const [own, other] = [portfolioOf(office ?? ""), portfolioOf(name)];
  return own.length > 0 && /\bof\b/i.test(name) && other.length > 0 && !other.some((word) => own.includes(word));
}

/** What an office beside a name tells of its bearer, where nothing else did. */
export function addOffice(draft: Draft, { noun, name, code, assumed, sector, other_sectors }: Reading): void {
  if (noun) draft.nouns.add(noun);
  if (draft.entry !== null) return;
  draft.office ??= name;
  if (draft.sector === null) {
    draft.sector = sector;
    draft.other_sectors = other_sectors;
  }
  if (code !== null && (draft.code === null || (draft.assumed && !assumed))) {
    draft.code = code;
    draft.assumed = assumed;
  }
}

/** Who holds such an office in a country is another's. */
const AWAY = /(?:ambassador|envoy|consul|high commissioner|charg[eé] d'affaires)$/;

const COUNTED = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|many|most|some|few|other|more)\b/i;

/** "Young protesters" are not the "angry protesters" before: each has a word of its own before the noun, and they share none. */
function differ(key: string, { keys }: Draft, noun: string): boolean {
  const own = before(key, noun);
  return (
    own.length > 0 && [...keys].every((other) => before(other, noun).length > 0 && !before(other, noun).some((word) => own.includes(word)))
  );
}

/** What stands before the noun, or before its last word where it is written in the plural. */
const before = (key: string, noun: string): string[] => {
  const words = key.split(" ");
  const at = words.findIndex((word) => word.startsWith(noun.split(" ")[0]!.slice(0, -1)));
  return at < 0 ? [] : words.slice(0, at);
};

/** "Ministry" of "ministry of health". */
const headWord = (key: string): string =>
  key
    .replace(/ (?:of|for) .*/, "")
    .split(" ")
    .at(-1)!;

const GENERIC =
  /^(?:(?:pan arab|regional|international|militant|armed|rebel|terrorist|rights|aid) )?(?:organi[sz]ation|group|bloc|alliance|body|fund)$/;
/** What a body is called where it goes on speaking. */
const SPEAKING = /^(?:(?:news|aid|rights) )?(?:agency|organi[sz]ation|group|body|watchdog|charity|monitor|outlet|newspaper|broadcaster)$/;
/** What its own name tells to be something else: no ministry is an agency. */
const TYPED =
  /^(?:ministry|department|court|police|army|bank|university|party|committee|council|parliament|government|house|union|network|channel|times|company|inc|ltd|corporation)$/;
const isTyped = ({ kind, keys }: Draft): boolean =>
  kind !== "organisation" || [...keys].some((full) => TYPED.test(full.split(" ").at(-1)!) || TYPED.test(headWord(full)));
const holdsOffice = ({ kind, plural, sector, thing }: Draft): boolean =>
  (kind === "person" || kind === "unnamed") && !plural && !thing && /^(?:GOV|MIL|COP|JUD|LEG|SPY)$/.test(sector ?? "");
const STATE = /^(?:GOV|MIL|COP|JUD|LEG|SPY)$/;
/** Sentences that "the group" looks back, and "protesters". */
const NEAR = 4;
const FAR = 8;

const fits = (draft: Draft, code: string | null): boolean => code === null || draft.code === null || draft.code === code;

/** A new actor among those known. @param key what it goes by */
export function create(known: Known, reading: Reading, key: string): Draft {
  const keys = new Set([key]);
  if (reading.entry?.kind === "person") keys.add(keyOf(reading.entry.name));
  // The government of a country is the country, also where only the government is named.
  const country = reading.entry?.kind === "country" ? codeAt(reading.entry, null) : null;
  const draft: Draft = {
    entry: reading.entry,
    name: reading.entry?.name ?? reading.name,
    code: reading.code,
    sector: country ? country.sector : reading.sector,
    other_sectors: reading.other_sectors,
    kind: country ? "country" : reading.kind,
    office: reading.office,
    nouns: new Set(reading.noun ? [reading.noun] : []),
    keys,
    assumed: reading.assumed,
    plural: reading.plural,
    open: reading.open,
    thing: reading.thing,
    gender: null,
    members: [],
    mentions: [],
  };
  known.add(draft);
  return draft;
}
