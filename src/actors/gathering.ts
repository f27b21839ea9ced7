// Spots of an article → drafts of its actors: what each spot is read as, and whom it is joined to, in text order. Pure but for the drafts that it fills.
import { holds, type Span, slice, span } from "../span.ts";
import type { Entity, Tagged, TaggedSentence } from "../tag/types.ts";
import { bearerOf } from "./apposed.ts";
import { type Context, contextOf } from "./context.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { genderIn } from "./gender.ts";
import { addOffice, create, type Joined, join, joinKnown, type Place } from "./join.ts";
import { Known } from "./known.ts";
import { landMeant } from "./lands.ts";
import { readMention } from "./mention.ts";
import { keyOf } from "./names.ts";
import { asCounterpart } from "./offices.ts";
import { isOutlet } from "./outlets.ts";
import { wholePhrase } from "./phrase.ts";
import { isPronoun } from "./pronouns.ts";
import type { Reading } from "./reading.ts";
import { nearerNamesake } from "./same-person.ts";
import { speakersIn } from "./speakers.ts";
import { acronymsOf, asSpelledOut } from "./spelled-out.ts";
import { headOf, isSubject, type Spot } from "./spots.ts";
import { TIES, type Tie } from "./ties.ts";
import { withApposition, withOffice, withTitle } from "./titles.ts";
import { isVenue } from "./venue.ts";

interface Spoke {
  readonly draft: Draft;
  readonly sentence: number;
}

/** What is known while an article is gone through. */
export interface Gathering {
  readonly dictionary: Dictionary;
  readonly tagged: Tagged;
  readonly text: string;
  readonly context: Context;
  readonly acronyms: ReturnType<typeof acronymsOf>;
  readonly known: Known;
  /** By "start:end". */
  readonly byPlace: Map<string, Draft>;
  /** By where the head of a phrase begins. */
  readonly byHead: Map<number, Draft>;
  /** Left for later, when all names are known. */
  readonly pronouns: Spot[];
  /** The last who spoke. */
  spoke: Spoke | null;
  /** The last who spoke and is no body. */
  somebody: Spoke | null;
}

/** @param tagged its names whole */
export function gatheringOf(all: Dictionary, tagged: Tagged): Gathering {
  const { text } = tagged.segmented.document;
  const acronyms = acronymsOf(text, tagged);
  const dictionary = asSpelledOut(all, acronyms);
  const context = contextOf(dictionary, tagged);
  const empty = { known: new Known(), byPlace: new Map(), byHead: new Map(), pronouns: [], spoke: null, somebody: null };
  return { dictionary, tagged, text, context, acronyms, ...empty };
}

export const placeKey = ({ start, end }: Span): string => `${start}:${end}`;

/** From now on these places stand for the draft. */
export function stand({ byPlace }: Gathering, spot: Spot, draft: Draft): void {
  for (const place of [spot, ...spot.given]) byPlace.set(placeKey(place), draft);
}

export const seenAt = ({ tagged, text }: Gathering, spot: Spot, form: Seen["form"], tie: Tie): Seen => ({
  start: spot.start,
  end: spot.end,
  form,
  sentence: spot.sentence,
  subject: isSubject(text, tagged.sentences[spot.sentence]!, spot),
  tie,
});

/** Reads one spot, and joins it to the draft that it names or to a new one. */
export function take(all: Gathering, spot: Spot): void {
  const { text, tagged, known, pronouns } = all;
  if (isPronoun(slice(text, spot))) pronouns.push(spot);
  else if (!spot.part && partOfName(text, spot, known)) return;
  else if (spot.office) {
    const holder = holderOf(all, spot);
    if (holder) known.mention(holder, seenAt(all, spot, "nominal", TIES.holder));
  } else {
    const { start, end } = withoutDay(text, spot);
    const of = spot.part ? wholePhrase(text, tagged.sentences[spot.sentence]!, span(start, end)) : span(start, end);
    const told = readingAt(all, spot, of);
    if (told) settleOn(all, spot, told, draftFor(all, spot, of, told));
  }
}

interface Told {
  readonly reading: Reading;
  /** As its own words tell it, before what stands beside them. */
  readonly bare: Reading;
  /** The country that is meant by a land's name, where it is another's. */
  readonly land: string | undefined;
  /** Whether somebody speaks by this spot. */
  readonly speaks: boolean;
}

/** What the words of a spot are read as; null where they are nobody. @param of the words themselves */
function readingAt({ dictionary, tagged, text, context }: Gathering, spot: Spot, of: Span): Told | null {
  const sentence = tagged.sentences[spot.sentence]!;
  const read = readMention(dictionary, text, sentence, of, context);
  const land = read && landMeant(dictionary, tagged, context, { ...of, sentence: spot.sentence });
  if (!read || land === null) return null;
  const bare = asOutlet(text, sentence, spot, withTitle(dictionary, text, sentence, of, context, read));
  if (isVenue(dictionary, text, sentence, of, bare)) return null;
  // A name that the dictionary lacks and that is no part of anything may be a treaty or a storm: only people and bodies are actors.
  // A subject may be a price or the rain.
  const isNobody = spot.subject ? !isSomebody(bare) || isDeed(text, of, bare) : bare.entry === null && bare.kind === "unnamed";
  if (!spot.part && isNobody) return null;
  const reading = withOffice(dictionary, text, sentence, of, context, withApposition(dictionary, text, sentence, of, context, bare));
  const speaks = speakersIn(tagged, spot.sentence).some((one) =>
    spot.given.some(({ start, end }) => start === one.start && end === one.end),
  );
  return { reading, bare, land, speaks };
}

/** Where a mention asks who it is, and does not speak itself. */
const asking = ({ known, context, acronyms }: Gathering, { sentence }: { readonly sentence: number }): Place => ({
  ...{ known, context, acronyms, sentence },
  spoke: null,
});

/** Whom the reading names: somebody known by now, or somebody new. */
function draftFor(all: Gathering, spot: Spot, of: Span, { reading, land, speaks }: Told): Joined {
  const { text, context, known, spoke, somebody } = all;
  const last = reading.noun === "official" ? somebody : speaks ? spoke : null;
  const before = last && spot.sentence - last.sentence <= (speaks && last === spoke ? 2 : 3) ? last.draft : null;
  const country = land ? countryOf(all, land) : null;
  if (country) return { draft: country, tie: TIES.land };
  const beside = bearer(all, { ...of, sentence: spot.sentence }, reading);
  if (beside) return { draft: beside, tie: TIES.bearer };
  const nearer = nearerNamesake(known, reading, keyOf(slice(text, of)), context, spot.sentence);
  if (nearer) return { draft: nearer, tie: TIES.namesake };
  return join({ ...asking(all, spot), spoke: before }, reading);
}

/** Notes that the spot names the draft, and what it tells of him. */
function settleOn(all: Gathering, spot: Spot, { reading, bare, speaks }: Told, { draft, tie }: Joined): void {
  const { text, tagged, known, byHead } = all;
  const sentence = tagged.sentences[spot.sentence]!;
  if (speaks) all.spoke = { draft, sentence: spot.sentence };
  if (speaks && draft.kind !== "organisation" && draft.kind !== "country" && !draft.plural)
    all.somebody = { draft, sentence: spot.sentence };
  draft.gender ??= draft.kind === "person" || draft.kind === "unnamed" ? genderIn(text, sentence, spot, reading.noun) : null;
  // Whatever the dictionary writes, the article may go on with its own spelling of the surname.
  if (draft.kind === "person" && reading.form === "name") known.call(draft, keyOf(slice(text, spot)));
  asCounterpart(text, known, draft, spot);
  const seen = seenAt(all, spot, reading.form, tie);
  if (bare.kind === "organisation" && bare.sector === "JRN" && draft.kind === "person" && draft.entry === null) draft.kind = bare.kind;
  stand(all, spot, draft);
  const head = headOf(text, sentence, spot);
  // The head of "Macron and Merz" is Merz, who is not the pair.
  const pair = reading.kind === "group" && reading.noun === null;
  if (head !== null && !pair && !byHead.has(head)) byHead.set(head, draft);
  if (!known.seenIn(draft, spot.sentence).some((mention) => holds(mention, spot))) known.mention(draft, seen);
}

/** Who holds the office that `reading` tells, where his name stands beside it. */
function bearer(all: Gathering, spot: Span & { readonly sentence: number }, reading: Reading): Draft | null {
  const { dictionary, text, tagged, context } = all;
  const { agent, entry, form, plural } = reading;
  if (form !== "nominal" || entry !== null || plural || !agent || agent.form === "body") return null;
  const sentence = tagged.sentences[spot.sentence]!;
  const head = headOf(text, sentence, spot);
  const name = head === null ? null : bearerOf(text, sentence, spot, head);
  const alone = name && readMention(dictionary, text, sentence, name, context);
  if (!name || !alone) return null;
  const told = withTitle(dictionary, text, sentence, name, context, alone);
  const isForeign = told.code !== null && reading.code !== null && !told.assumed && !reading.assumed && told.code !== reading.code;
  if (told.kind !== "person" || isForeign) return null;
  const { draft } = join(asking(all, spot), told);
  addOffice(draft, reading);
  return draft;
}

/** The person named before who holds the office that `spot` tells and nothing else. */
function holderOf(all: Gathering, spot: Spot): Draft | null {
  const { dictionary, text, tagged, context } = all;
  const reading = readMention(dictionary, text, tagged.sentences[spot.sentence]!, spot, context);
  if (!reading?.agent || reading.form !== "nominal" || !reading.definite || reading.plural || reading.agent.form === "body") return null;
  const found = joinKnown(asking(all, spot), reading)?.draft;
  return found?.kind === "person" && found.office !== null ? found : null;
}

/** The country of `code`, where the article names it. */
export function countryOf({ dictionary, text, tagged, context, known, byPlace }: Gathering, code: string): Draft | null {
  const named = known.drafts.find((draft) => draft.kind === "country" && draft.code === code);
  if (named) return named;
  const place = countryIn(tagged, code, (sentence, entity) => readMention(dictionary, text, sentence, entity, context));
  if (!place) return null;
  const draft = create(known, place.reading, keyOf(place.reading.name));
  known.mention(draft, {
    start: place.at.start,
    end: place.at.end,
    form: "name",
    sentence: place.at.sentence,
    subject: false,
    tie: TIES.named,
  });
  byPlace.set(placeKey(place.at), draft);
  return draft;
}

/** "The precinct on Sunday" said it: the day is no part of who did. */
const withoutDay = (text: string, spot: Spot): Spot => {
  const day =
    /(?<=[^,\s]),? (?:(?:late|early) )?(?:on|since|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$/.exec(
      slice(text, spot),
    );
  return day ? { ...spot, end: spot.end - day[0].length } : spot;
};

/** "The channel Al Madar": the tagger's man is a body where a noun beside the name tells of a newspaper or a station. */
const asOutlet = (text: string, sentence: TaggedSentence, of: Span, read: Reading): Reading => {
  if (read.entry !== null || read.form !== "name" || read.kind !== "person") return read;
  const from = text.indexOf(read.name, of.start);
  const name = from >= 0 && from < of.end ? span(from, from + read.name.length) : of;
  return isOutlet(text, sentence, name) ? { ...read, kind: "organisation", sector: "JRN", other_sectors: [], office: null } : read;
};

/** A subject is an actor where its name or noun is a person's, a country's, a body's or a people's: no price and no rain. */
const isSomebody = ({ kind, entry, agent, noun, name }: Reading): boolean =>
  agent !== null && entry === null
    ? !PLACE.test(agent.noun)
    : entry !== null || noun !== null || kind === "person" || kind === "organisation" || GROUP.test(keyOf(name));
/** "The Omani raid" is Oman's doing, not Oman. */
const isDeed = (text: string, of: Span, { form }: Reading): boolean => form === "metonym" && /(?:^| )\p{Ll}+$/u.test(slice(text, of));
const PLACE = /^(?:city|town|village|neighbourhood)$/;
const GROUP = /^(?:organi[sz]ation|group|alliance|coalition|(?:(?:two|both|rival) )?(?:sides|leaders|countries|nations|governments))$/;

/** True for "Emmanuel" in "President Emmanuel Macron", where the tagger marked it apart. */
const partOfName = (text: string, spot: Spot, known: Known): boolean => {
  const word = keyOf(slice(text, spot)).split(" ").at(-1)!;
  return known
    .inSentences(spot.sentence, spot.sentence)
    .some(
      (draft) =>
        draft.kind === "person" &&
        known.seenIn(draft, spot.sentence).some((mention) => holds(mention, spot) && mention.end > spot.end) &&
        keyOf(draft.name).split(" ").includes(word),
    );
};

/** Where the text first names the country of `code`, which takes part in nothing by name. */
function countryIn(
  { sentences }: Tagged,
  code: string,
  read: (sentence: TaggedSentence, entity: Entity) => Reading | null,
): { readonly reading: Reading; readonly at: Spot } | null {
  for (const [index, sentence] of sentences.entries())
    for (const entity of sentence.entities) {
      const reading = entity.kind === "LOC" ? read(sentence, entity) : null;
      if (reading?.entry?.kind === "country" && reading.form === "name" && reading.code === code)
        return {
          reading,
          at: { start: entity.start, end: entity.end, sentence: index, part: false, subject: false, office: false, given: [] },
        };
    }
  return null;
}
