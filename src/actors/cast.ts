// Tagged → Cast: every name, noun phrase and pronoun that takes part in the article, grouped into actors with PLOVER code and sector. Pure; the dictionary is passed in.
import { around } from "../kept.ts";
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Entity, Tagged, TaggedSentence } from "../tag/types.ts";
import { bearerOf } from "./apposed.ts";
import { contextOf } from "./context.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { genderIn } from "./gender.ts";
import { findMembers } from "./groups.ts";
import { acronymsOf, addOffice, create, join } from "./join.ts";
import { landMeant } from "./lands.ts";
import { readMention } from "./mention.ts";
import { keyOf } from "./names.ts";
import { asCounterpart, namedLater } from "./offices.ts";
import { isOutlet } from "./outlets.ts";
import { wholePhrase } from "./phrase.ts";
import { bindPronouns, isOurs, isPronoun } from "./pronouns.ts";
import { plainReading, type Reading } from "./reading.ts";
import { nearerNamesake } from "./same-person.ts";
import { settle } from "./settle.ts";
import { speakersIn } from "./speakers.ts";
import { headOf, isSubject, type Spot, spotsOf } from "./spots.ts";
import { withApposition, withOffice, withTitle } from "./titles.ts";
import type { Actor, Cast, Mention } from "./types.ts";
import { isVenue } from "./venue.ts";
import { noteWhence } from "./whence.ts";
import { withWholeNames } from "./whole-names.ts";

/** A cast that also says where it guessed. */
export interface DomesticCast extends Cast {
  /** Ids of actors whose country the text does not give: they have the article's most prominent one ("police", "the opposition"). */
  readonly assumed: ReadonlySet<string>;
}

/** The people, countries, bodies and groups of an article. @param tagged as tag/ gives it; spans outside the text are left out. */
export const castOf =
  (dictionary: Dictionary) =>
  (given: Tagged): DomesticCast => {
    const text = given.segmented.document.text;
    const tagged = withWholeNames(given, dictionary);
    const context = contextOf(dictionary, tagged);
    const acronyms = acronymsOf(text, tagged);
    const drafts: Draft[] = [];
    const byPlace = new Map<string, Draft>();
    const byHead = new Map<number, Draft>();
    const spots = spotsOf(tagged, text);
    const pronouns: Spot[] = [];
    /** The last who spoke, and where. */
    let spoke: { readonly draft: Draft; readonly sentence: number } | null = null;
    /** The last who spoke and is no body. */
    let somebody: { readonly draft: Draft; readonly sentence: number } | null = null;

    /** Who holds the office that `reading` tells, where his name stands beside it. */
    const bearer = (spot: Span & { readonly sentence: number }, reading: Reading): Draft | null => {
      const { agent, entry, form, plural } = reading;
      if (form !== "nominal" || entry !== null || plural || !agent || agent.form === "body") return null;
      const sentence = tagged.sentences[spot.sentence]!;
      const head = headOf(text, sentence, spot);
      const name = head === null ? null : bearerOf(text, sentence, spot, head);
      const alone = name && readMention(dictionary, text, sentence, name, context);
      if (!name || !alone) return null;
      const told = withTitle(dictionary, text, sentence, name, context, alone);
      if (
        told.kind !== "person" ||
        (told.code !== null && reading.code !== null && !told.assumed && !reading.assumed && told.code !== reading.code)
      )
        return null;
      const found = join(drafts, told, context, acronyms, spot.sentence);
      addOffice(found, reading);
      return found;
    };

    /** The person named before who holds the office that `spot` tells and nothing else. */
    const holderOf = (spot: Spot): Draft | null => {
      const reading = readMention(dictionary, text, tagged.sentences[spot.sentence]!, spot, context);
      if (!reading?.agent || reading.form !== "nominal" || !reading.definite || reading.plural || reading.agent.form === "body")
        return null;
      const found = join([...drafts], reading, context, acronyms, spot.sentence);
      return found.kind === "person" && found.office !== null && drafts.includes(found) ? found : null;
    };
    const note = (spot: Spot, draft: Draft, form: Seen["form"]): void => {
      const sentence = tagged.sentences[spot.sentence]!;
      draft.mentions.push({ start: spot.start, end: spot.end, form, sentence: spot.sentence, subject: isSubject(text, sentence, spot) });
    };

    /** The country of `code`, where the article names it. */
    const countryOf = (code: string): Draft | null => {
      const known = drafts.find((draft) => draft.kind === "country" && draft.code === code);
      if (known) return known;
      const place = countryIn(tagged, code, (sentence, entity) => readMention(dictionary, text, sentence, entity, context));
      if (!place) return null;
      const draft = create(drafts, place.reading, keyOf(place.reading.name));
      draft.mentions.push({ start: place.at.start, end: place.at.end, form: "name", sentence: place.at.sentence, subject: false });
      byPlace.set(`${place.at.start}:${place.at.end}`, draft);
      return draft;
    };

    for (const spot of spots) {
      const sentence = tagged.sentences[spot.sentence]!;
      if (isPronoun(slice(text, spot))) {
        pronouns.push(spot);
        continue;
      }
      if (!spot.part && partOfName(text, spot, drafts)) continue;
      if (spot.office) {
        const holder = holderOf(spot);
        if (holder) note(spot, holder, "nominal");
        continue;
      }
      const { start: from, end: to } = withoutDay(text, spot);
      const of = spot.part ? wholePhrase(text, sentence, span(from, to)) : span(from, to);
      const read = readMention(dictionary, text, sentence, of, context);
      if (!read) continue;
      const land = landMeant(dictionary, tagged, context, { ...of, sentence: spot.sentence });
      if (land === null) continue;
      const told = asOutlet(text, sentence, spot, withTitle(dictionary, text, sentence, of, context, read));
      if (isVenue(dictionary, text, sentence, of, told)) continue;
      // A name that the dictionary lacks and that is no part of anything may be a treaty or a storm: only people and bodies are actors.
      // A subject may be a price or the rain.
      if (!spot.part && (spot.subject ? !isSomebody(told) || isDeed(text, of, told) : told.entry === null && told.kind === "unnamed"))
        continue;
      const reading = withOffice(dictionary, text, sentence, of, context, withApposition(dictionary, text, sentence, of, context, told));
      const speaks = speakersIn(tagged, spot.sentence).some((one) =>
        spot.given.some(({ start, end }) => start === one.start && end === one.end),
      );
      const last = reading.noun === "official" ? somebody : speaks ? spoke : null;
      const before: Draft | null = last && spot.sentence - last.sentence <= (speaks && last === spoke ? 2 : 3) ? last.draft : null;
      const draft: Draft =
        (land && countryOf(land)) ||
        (bearer({ ...of, sentence: spot.sentence }, reading) ??
          nearerNamesake(drafts, reading, keyOf(slice(text, of)), context, spot.sentence) ??
          join(drafts, reading, context, acronyms, spot.sentence, before));
      if (speaks) spoke = { draft, sentence: spot.sentence };
      if (speaks && draft.kind !== "organisation" && draft.kind !== "country" && !draft.plural)
        somebody = { draft, sentence: spot.sentence };
      draft.gender ??= draft.kind === "person" || draft.kind === "unnamed" ? genderIn(text, sentence, spot, reading.noun) : null;
      // Whatever the dictionary writes, the article may go on with its own spelling of the surname.
      if (draft.kind === "person" && reading.form === "name") draft.keys.add(keyOf(slice(text, spot)));
      asCounterpart(text, drafts, draft, spot);
      const seen: Seen = {
        start: spot.start,
        end: spot.end,
        form: reading.form,
        sentence: spot.sentence,
        subject: isSubject(text, sentence, spot),
      };
      if (told.kind === "organisation" && told.sector === "JRN" && draft.kind === "person" && draft.entry === null) draft.kind = told.kind;
      for (const { start, end } of [spot, ...spot.given]) byPlace.set(`${start}:${end}`, draft);
      const head = headOf(text, sentence, spot);
      // The head of "Macron and Merz" is Merz, who is not the pair.
      const pair = reading.kind === "group" && reading.noun === null;
      if (head !== null && !pair && !byHead.has(head)) byHead.set(head, draft);
      if (!lately(draft.mentions, spot.sentence).some((mention) => holds(mention, spot))) draft.mentions.push(seen);
    }

    const pairs: Draft[] = [];
    for (const { sentence } of pronouns.filter((spot) => /^(?:they|them|their|themselves)$/i.test(slice(text, spot))))
      for (const pair of pairedSubjects(tagged, drafts, [sentence - 1, sentence])) {
        if (byPlace.has(`${pair.start}:${pair.end}`)) continue;
        const name = slice(text, pair);
        const draft = create(drafts, { ...plainReading(name, "nominal", "group"), open: true }, keyOf(name));
        draft.members = pair.members;
        draft.mentions.push({ start: pair.start, end: pair.end, form: "nominal", sentence: pair.sentence, subject: true });
        byPlace.set(`${pair.start}:${pair.end}`, draft);
        pairs.push(draft);
      }
    const bound = bindPronouns(
      tagged,
      pronouns,
      drafts,
      (of) => byPlace.get(`${of.start}:${of.end}`) ?? null,
      (noun) => dictionary.things.has(noun),
    );
    // A pair of whom nobody speaks as one is no actor.
    for (const pair of pairs.filter((draft) => !bound.some(([, other]) => other === draft))) pair.mentions.length = 0;
    const ours = pronouns.filter((spot) => isOurs(slice(text, spot)) && !bound.some(([other]) => other === spot));
    const us =
      ours.length > 0 && context.domestic
        ? create(drafts, { ...plainReading(slice(text, ours[0]!), "pronoun", "group"), assumed: true, bare: true }, "we")
        : null;
    for (const [spot, draft] of us ? [...bound, ...ours.map((spot): [Spot, Draft] => [spot, us])] : bound) {
      for (const { start, end } of [spot, ...spot.given]) byPlace.set(`${start}:${end}`, draft);
      const sentence = tagged.sentences[spot.sentence]!;
      if (!byHead.has(spot.start)) byHead.set(spot.start, draft);
      draft.mentions.push({
        start: spot.start,
        end: spot.end,
        form: "pronoun",
        sentence: spot.sentence,
        subject: isSubject(text, sentence, spot),
      });
    }

    // "The Greek president" of the first lines is whom a later one names.
    for (const [unnamed, named] of namedLater(text, drafts)) {
      named.mentions.push(...unnamed.mentions.splice(0));
      for (const places of [byPlace, byHead] as Map<unknown, Draft>[])
        for (const [at, one] of places) if (one === unnamed) places.set(at, named);
    }
    settle(tagged, drafts, context);
    findMembers(tagged, drafts, context, countryOf);

    const order = drafts
      .filter(({ mentions }) => mentions.length > 0)
      .map((draft) => ({ draft, mentions: draft.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end) }))
      .toSorted((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || b.mentions[0]!.end - a.mentions[0]!.end);
    const ids = new Map<Draft, Actor>();
    const actors = order.map(({ draft, mentions }, index): Actor => {
      const actor: Actor = {
        id: `a${index + 1}`,
        name: draft.name,
        code: draft.code,
        sector: draft.sector,
        other_sectors: draft.other_sectors,
        kind: draft.kind,
        office: draft.office,
        mentions: mentions.map(({ start, end, form }): Mention => ({ start, end, form })),
      };
      ids.set(draft, actor);
      noteWhence(actor.id, draft, { dictionary, tagged, context });
      return actor;
    });
    const draftAt = (of: Span): Draft | null => {
      const there = byPlace.get(`${of.start}:${of.end}`);
      if (there) return there;
      const sentence = around(tagged.sentences, of).find((one) => overlaps(one, of));
      const head = sentence ? headOf(text, sentence, of) : null;
      return head === null ? null : (byHead.get(head) ?? null);
    };
    /** Both of "Lima–Diallo", where `of` is one of them. */
    const halvesAt = (of: Span): Draft[] => {
      const names =
        around(tagged.sentences, of)
          .find((one) => overlaps(one, of))
          ?.entities.filter(({ kind }) => kind === "PER" || kind === "LOC") ?? [];
      const pair = names.flatMap((one) =>
        names.filter(({ start }) => start === one.end + 1 && /[–-]/.test(text[one.end]!)).map((other) => [one, other]),
      );
      const halves = pair.find(([one, other]) => overlaps(one!, of) !== overlaps(other!, of))?.map(draftAt) ?? [];
      return halves.flatMap((half) => half ?? []);
    };
    const actorOf = (draft: Draft | null): Actor | null => (draft && ids.get(draft)) ?? null;
    return {
      actors,
      assumed: new Set(order.flatMap(({ draft }, index) => (draft.assumed ? [`a${index + 1}`] : []))),
      actorAt: (of) => actorOf(draftAt(of)),
      actorsAt(of) {
        const draft = draftAt(of);
        const members = draft && draft.members.length > 0 ? draft.members : halvesAt(of);
        return (members.length > 0 ? members : [draft]).flatMap((one) => actorOf(one) ?? []);
      },
    };
  };

/** "Lima and Diallo met": two whom the text names as one subject, so that "they" can speak of both. */
function pairedSubjects(
  tagged: Tagged,
  drafts: readonly Draft[],
  sentences: readonly number[],
): (Span & { readonly sentence: number; readonly members: readonly Draft[] })[] {
  const { text } = tagged.segmented.document;
  return sentences.flatMap((number) => {
    const tokens = tagged.sentences[number]?.tokens ?? [];
    const named = (of: Span): readonly [Draft, Span] | undefined => {
      for (const draft of drafts)
        for (const mention of draft.mentions)
          if (holds(mention, of) && /^(?:person|country|organisation)$/.test(draft.kind) && mention.form === "name")
            return [draft, mention];
      return undefined;
    };
    return tokens.flatMap((token, at) => {
      if (!token.deprel.startsWith("nsubj")) return [];
      const others = tokens.filter(({ head, deprel }) => head === at && deprel === "conj");
      const [one, other] = [named(token), others.length === 1 ? named(others[0]!) : undefined];
      if (!one || !other || one[0] === other[0] || !/\band\b/.test(text.slice(one[1].end, other[1].start))) return [];
      return [{ ...hull([one[1], other[1]]), sentence: number, members: [one[0], other[0]] }];
    });
  });
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

/** Those of the sentence among the mentions, which stand in text order but for the first: the one that a draft was made from can come later. */
function lately(mentions: readonly Seen[], sentence: number): Seen[] {
  const found = mentions.slice(0, 1);
  for (let i = mentions.length - 1; i > 0 && mentions[i]!.sentence >= sentence; i--) found.push(mentions[i]!);
  return found;
}

/** True for "Emmanuel" in "President Emmanuel Macron", where the tagger marked it apart. */
const partOfName = (text: string, spot: Spot, drafts: readonly Draft[]): boolean =>
  drafts.some(
    ({ kind, name, mentions }) =>
      kind === "person" &&
      lately(mentions, spot.sentence).some((mention) => holds(mention, spot) && mention.end > spot.end) &&
      keyOf(name)
        .split(" ")
        .includes(keyOf(slice(text, spot)).split(" ").at(-1)!),
  );

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
