// What a mention tells × the actors so far → the actor that it speaks of, or a new one. Changes the drafts that it is given.
import type { Tagged } from "../tag/types.ts";
import type { Context } from "./context.ts";
import { codeAt } from "./dictionary.ts";
import type { Draft } from "./draft.ts";
import { keyOf } from "./names.ts";
import { answersTo } from "./offices.ts";
import type { Reading } from "./reading.ts";
import { latest, samePerson } from "./same-person.ts";

/** "World Food Programme (WFP)" → wfp: the key of its long form. */
export function acronymsOf(text: string, tagged: Tagged): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of tagged.sentences)
    for (const { start, end, kind } of sentence.entities) {
      const short = kind === "ORG" ? /^ \(([A-Z][A-Za-z-]{1,9})\)/.exec(text.slice(end, end + 14))?.[1] : undefined;
      if (short) acronyms.set(keyOf(short), keyOf(text.slice(start, end)));
    }
  for (const { index, 1: short = "" } of text.matchAll(/\(([A-Z]{2,8})s?\)/g)) {
    // Nine words at most, so the last letters before the bracket are enough.
    const words = text.slice(Math.max(0, index - 400), index).split(" ");
    if (words.pop() !== "") continue;
    const from = words.findLastIndex((word) => !/^[\p{L}’'-]{1,40}$/u.test(word));
    const whole = words.slice(from + 1);
    // "(Royal Thai Police": the first may have a mark before it.
    const first = words[from]?.split(/[^\p{L}’'-]/u).at(-1);
    const before = (first && first !== words[from] && first.length <= 40 ? [first, ...whole] : whole).slice(-9);
    const long = before.length >= 2 && spelledOut(before, short);
    if (long && !acronyms.has(keyOf(short))) acronyms.set(keyOf(short), keyOf(long));
  }
  return acronyms;
}

/** The last of `words` whose initials `short` has, small words left out or not: "Royal Thai Police" of RTP; null where there are none. */
function spelledOut(words: readonly string[], short: string): string | null {
  for (let from = words.length - 2; from >= 0; from--) {
    const run = words.slice(from);
    if (!/^\p{Lu}/u.test(run[0]!)) continue;
    const big = run.filter((word) => !/^(?:of|the|and|for|on|in|to)$/i.test(word));
    if ([run, big].some((some) => some.map((word) => word[0]!.toUpperCase()).join("") === short)) return run.join(" ");
  }
  return null;
}

/** The draft that `reading` speaks of, new where none does. @param spoke the body that spoke last, where `reading` speaks itself */
export function join(
  drafts: Draft[],
  reading: Reading,
  context: Context,
  acronyms: ReadonlyMap<string, string>,
  sentence: number,
  spoke: Draft | null = null,
): Draft {
  const last = (test: (draft: Draft) => boolean): Draft | undefined => latest(drafts.filter(test));
  const key = acronyms.get(keyOf(reading.name)) ?? keyOf(reading.name);

  let found: Draft | undefined;
  if (reading.entry) found = drafts.find((draft) => draft.entry === reading.entry);
  else if (reading.form === "name") {
    found = last((draft) => draft.keys.has(key));
    // A whole name that is known is known; a lone surname is weighed, and was a body's only where no person has it.
    if (reading.kind === "person" && !(found && key.includes(" ")))
      found = samePerson(drafts, reading, key, context) ?? (found?.kind === "person" ? undefined : found);
    // A headline's "Albares" before the text's "José Manuel Albares".
    const full = reading.kind === "person" && !found ? (context.families.get(key) ?? context.given.get(key)) : undefined;
    if (full && new Set(full.map((name) => name.split(" ")[0])).size === 1) {
      const fresh = create(drafts, reading, key);
      for (const name of full) fresh.keys.add(name);
      return fresh;
    }
  } else if (reading.definite && reading.agent && reading.noun) {
    const { noun, agent } = reading;
    const code = reading.assumed ? null : reading.code;
    const person = agent.form !== "body";
    if (person) {
      // "The visiting minister" is of another country than the article.
      const guest = /\bvisiting\b/i.test(reading.name);
      const holds = (draft: Draft): boolean =>
        draft.kind === "person" &&
        fits(draft, code) &&
        !hasOtherPortfolio(draft, reading) &&
        !(guest && (draft.code === null || draft.code === context.home)) &&
        ((draft.office !== null && answersTo(noun, draft.office)) || draft.nouns.has(noun));
      // "The prime minister" of the last sentence, else the article's own one, else one met a little before.
      const near = (by: number) => (draft: Draft) => holds(draft) && sentence - draft.mentions.at(-1)!.sentence <= by;
      found =
        reading.assumed && context.domestic
          ? (last((draft) => near(1)(draft) && draft.code === context.home) ??
            last(near(1)) ??
            last((draft) => holds(draft) && (AWAY.test(noun) || draft.code === null || draft.code === context.home)))
          : last(holds);
    }
    // "Police at the rally" are where they are, no body before.
    const elsewhere = !person && reading.bare && / (?:at|in|on|from) /.test(key);
    found ??= last(
      (draft) =>
        !elsewhere &&
        draft.kind !== "person" &&
        draft.plural === reading.plural &&
        draft.nouns.has(noun) &&
        // "The government" of a country that the text has called a government is that country.
        (draft.kind === "organisation" || (draft.kind === "country" && !person)) === !person &&
        (reading.code === null || draft.code === null || draft.code === reading.code),
    );
    // "The league" is the Arab League, "the ministry" the Ministry of Health.
    if (!person && reading.bare && key === noun)
      found ??= last(
        (draft) => draft.kind === "organisation" && fits(draft, code) && [...draft.keys].some((full) => headWord(full) === noun),
      );
  } else if (reading.definite && reading.bare && GENERIC.test(key)) {
    // "The group", "the organization": a body of no state that was named a little before.
    found = last(
      (draft) =>
        draft.kind === "organisation" &&
        (draft.entry !== null || [...draft.keys].some((full) => GENERIC.test(full.split(" ").at(-1)!))) &&
        !STATE.test(draft.sector ?? "") &&
        sentence - draft.mentions.at(-1)!.sentence <= NEAR,
    );
  } else if (reading.noun && reading.plural && reading.bare) {
    // "protesters" again; but two numbers of people are two groups.
    found = last(
      (draft) =>
        draft.plural &&
        draft.nouns.has(reading.noun!) &&
        !COUNTED.test(reading.name) &&
        !differ(key, draft, reading.noun!) &&
        !draft.open &&
        sentence - draft.mentions.at(-1)!.sentence <= 8,
    );
  }
  found ??=
    reading.form === "nominal" && reading.entry === null
      ? last((draft) => draft.entry === null && draft.keys.has(key) && draft.code === reading.code && !/^an? |\d/i.test(reading.name))
      : undefined;
  // "The agency said", after another statement of a body whose name does not tell what it is.
  if (!found && spoke && reading.definite && reading.bare && reading.entry === null && SPEAKING.test(key) && !isTyped(spoke)) found = spoke;
  // "The official added", after what one who holds an office said.
  if (
    !found &&
    spoke &&
    reading.definite &&
    reading.noun === "official" &&
    holdsOffice(spoke) &&
    fits(spoke, reading.assumed ? null : reading.code)
  )
    found = spoke;
  if (!found) return create(drafts, reading, key);

  found.keys.add(key);
  if (reading.noun) found.nouns.add(reading.noun);
  // The headline's "Hayashi" has no office, the text's "Foreign Minister Hayashi" has.
  if (found.entry?.kind === "person" && found.sector === "ELI" && reading.entry === found.entry && reading.sector !== "ELI") {
    found.code = reading.code;
    found.sector = reading.sector;
    found.other_sectors = reading.other_sectors;
    found.office = reading.office;
  }
  if (found.entry === null) {
    if (reading.form === "name" && reading.name.length > found.name.length) found.name = reading.name;
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
  return found;
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
/** Sentences that "the group" looks back. */
const NEAR = 4;

const fits = (draft: Draft, code: string | null): boolean => code === null || draft.code === null || draft.code === code;

/** A new actor among `drafts`. @param key what it goes by */
export function create(drafts: Draft[], reading: Reading, key: string): Draft {
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
  drafts.push(draft);
  return draft;
}
