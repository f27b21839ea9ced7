// Tagged → Cast: every name, noun phrase and pronoun that takes part in the article, grouped into actors with PLOVER code and sector. Pure; the dictionary is passed in.

import { holds, overlaps, type Span, slice, span } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import { type Context, contextOf } from "./context.ts";
import { codeAt, type Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { keyOf } from "./names.ts";
import { bindPronouns, isPronoun } from "./pronouns.ts";
import { answersTo, type Reading, readMention } from "./reading.ts";
import type { Actor, Cast, Mention } from "./types.ts";
import { coreEnd, headAt, isPossessive, wordsOf } from "./words.ts";

/** A cast that also says where it guessed. */
export interface DomesticCast extends Cast {
  /** Ids of actors whose country the text does not give: they have the article's most prominent one ("police", "the opposition"). */
  readonly assumed: ReadonlySet<string>;
}

interface Spot extends Span {
  readonly sentence: number;
  /** Argument or source: it takes part. */
  readonly part: boolean;
}

/** The people, countries, bodies and groups of an article. @param tagged as tag/ gives it; spans outside the text are left out. */
export const castOf =
  (dictionary: Dictionary) =>
  (tagged: Tagged): DomesticCast => {
    const text = tagged.segmented.document.text;
    const context = contextOf(dictionary, tagged);
    const acronyms = acronymsOf(text, tagged);
    const drafts: Draft[] = [];
    const byPlace = new Map<string, Draft>();
    const byHead = new Map<number, Draft>();
    const spots = spotsOf(tagged, text);
    const pronouns: Spot[] = [];

    for (const spot of spots) {
      const sentence = tagged.sentences[spot.sentence]!;
      if (isPronoun(slice(text, spot))) {
        if (spot.part) pronouns.push(spot);
        continue;
      }
      const read = readMention(dictionary, text, sentence, spot, context);
      if (!read) continue;
      const told = spot.part ? read : withTitle(dictionary, text, sentence, spot, context, read);
      // A name that the dictionary lacks and that is no part of anything may be a treaty or a storm: only people and bodies are actors.
      if (!spot.part && told.entry === null && told.kind === "unnamed") continue;
      const reading = withApposition(dictionary, text, sentence, spot, context, told);
      const draft = join(drafts, reading, context, acronyms, spot.sentence);
      const seen: Seen = {
        start: spot.start,
        end: spot.end,
        form: reading.form,
        sentence: spot.sentence,
        subject: isSubject(text, sentence, spot),
      };
      byPlace.set(`${spot.start}:${spot.end}`, draft);
      const head = headOf(text, sentence, spot);
      // The head of "Macron and Merz" is Merz, who is not the pair.
      const pair = reading.kind === "group" && reading.noun === null;
      if (head !== null && !pair && !byHead.has(head)) byHead.set(head, draft);
      if (!draft.mentions.some((mention) => holds(mention, spot))) draft.mentions.push(seen);
    }

    for (const [spot, draft] of bindPronouns(tagged, pronouns, drafts, (of) => byPlace.get(`${of.start}:${of.end}`) ?? null)) {
      byPlace.set(`${spot.start}:${spot.end}`, draft);
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
      return actor;
    });
    return {
      actors,
      assumed: new Set(order.flatMap(({ draft }, index) => (draft.assumed ? [`a${index + 1}`] : []))),
      actorAt(of: Span): Actor | null {
        const there = byPlace.get(`${of.start}:${of.end}`);
        if (there) return ids.get(there) ?? null;
        const sentence = tagged.sentences.find((one) => overlaps(one, of));
        const head = sentence ? headOf(text, sentence, of) : null;
        const draft = head === null ? undefined : byHead.get(head);
        return draft ? (ids.get(draft) ?? null) : null;
      },
    };
  };

/** Every span to resolve, each once, in text order, the longer first. */
function spotsOf(tagged: Tagged, text: string): Spot[] {
  const spots = new Map<string, Spot>();
  const add = (of: Span, sentence: number, part: boolean): void => {
    if (!(of.start >= 0 && of.end > of.start && of.end <= text.length) || slice(text, of).trim() === "") return;
    const key = `${of.start}:${of.end}`;
    spots.set(key, { start: of.start, end: of.end, sentence, part: part || (spots.get(key)?.part ?? false) });
  };
  tagged.sentences.forEach((sentence, index) => {
    for (const act of sentence.acts)
      for (const { role, start, end } of act.arguments) if (role === "actor" || role === "recipient") add({ start, end }, index, true);
    for (const { source } of sentence.attributions) if (source) add(source, index, true);
    for (const entity of sentence.entities) if (entity.kind !== "LOC") add(entity, index, false);
  });
  return [...spots.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function headOf(text: string, sentence: TaggedSentence, of: Span): number | null {
  const words = wordsOf(text, sentence, of);
  const at = headAt(words);
  return at < 0 ? null : words[at]!.start;
}

function isSubject(text: string, sentence: TaggedSentence, of: Span): boolean {
  const words = wordsOf(text, sentence, of);
  const inside = new Set(words.map(({ token }) => token));
  return words.slice(0, coreEnd(words)).some(({ token }) => {
    const own = sentence.tokens[token];
    return own !== undefined && !inside.has(own.head) && own.deprel.startsWith("nsubj");
  });
}

/** A name with the title that stands before it ("Spain's Foreign Minister" + "José Manuel Albares"), where the tagger marked the name alone. */
function withTitle(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context, read: Reading): Reading {
  if (read.kind !== "person" && read.kind !== "unnamed") return read;
  const words = wordsOf(text, sentence, span(sentence.start, of.start + 1)).filter(({ end }) => end <= of.start);
  let at = words.length;
  while (
    at > 0 &&
    words.length - at < 8 &&
    (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[at - 1]!.upos) || isPossessive(words[at - 1]) || words[at - 1]!.text === "-")
  )
    at--;
  if (at === words.length) return read;
  const full = readMention(dictionary, text, sentence, span(words[at]!.start, of.end), context);
  return full && (full.kind === "person" || full.entry !== null) && (full.code !== null || full.entry !== null) ? full : read;
}

/** "Amina Diallo, Mali's finance minister, said": what follows the name tells who it is. */
function withApposition(
  dictionary: Dictionary,
  text: string,
  sentence: TaggedSentence,
  of: Span,
  context: Context,
  read: Reading,
): Reading {
  if (read.entry !== null || read.form !== "name" || read.code !== null) return read;
  const words = wordsOf(text, sentence, span(of.start, Math.max(sentence.end, of.end)));
  const inside = words.findIndex(({ text: word, start }) => word === "," && start < of.end);
  const comma = inside >= 0 ? inside : words.findIndex(({ start }) => start >= of.end);
  if (comma < 0 || words[comma]!.text !== ",") return read;
  let end = comma + 1;
  while (end < words.length && end - comma < 14 && !/^[,;:.()“”"—–]$/.test(words[end]!.text)) end++;
  if (end === comma + 1) return read;
  const place = span(words[comma + 1]!.start, words[end - 1]!.end);
  const told = readMention(dictionary, text, sentence, place, context);
  if (!told?.agent || told.plural || told.form !== "nominal") return read;
  return {
    ...read,
    code: told.code,
    sector: told.sector,
    other_sectors: told.other_sectors,
    noun: told.noun,
    agent: told.agent,
    office: slice(text, place),
    assumed: told.assumed,
  };
}

/** "World Food Programme (WFP)" → wfp: the key of its long form. */
function acronymsOf(text: string, tagged: Tagged): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of tagged.sentences)
    for (const { start, end, kind } of sentence.entities) {
      const short = kind === "ORG" ? /^ \(([A-Z][A-Za-z-]{1,9})\)/.exec(text.slice(end, end + 14))?.[1] : undefined;
      if (short) acronyms.set(keyOf(short), keyOf(text.slice(start, end)));
    }
  return acronyms;
}

/** The draft that `reading` speaks of, new where none does. */
function join(drafts: Draft[], reading: Reading, context: Context, acronyms: ReadonlyMap<string, string>, sentence: number): Draft {
  const last = (test: (draft: Draft) => boolean): Draft | undefined =>
    drafts
      .filter((draft) => draft.mentions.length > 0 && test(draft))
      .reduce<Draft | undefined>(
        (best, draft) => (best === undefined || draft.mentions.at(-1)!.start >= best.mentions.at(-1)!.start ? draft : best),
        undefined,
      );
  const key = acronyms.get(keyOf(reading.name)) ?? keyOf(reading.name);

  let found: Draft | undefined;
  if (reading.entry) found = drafts.find((draft) => draft.entry === reading.entry);
  else if (reading.form === "name") {
    found = last((draft) => draft.keys.has(key));
    if (!found && reading.kind === "person" && !key.includes(" ")) {
      found = last((draft) => draft.kind === "person" && [...draft.keys].some((full) => full.split(" ").at(-1) === key));
      // A headline's "Albares" before the text's "José Manuel Albares".
      const full = context.families.get(key);
      if (!found && full?.length === 1) {
        const fresh = found ?? create(drafts, reading, key);
        fresh.keys.add(full[0]!);
        return fresh;
      }
    }
  } else if (reading.definite && reading.agent && reading.noun) {
    const { noun, agent } = reading;
    const code = reading.assumed ? null : reading.code;
    const person = agent.form !== "body";
    if (person)
      found = last(
        (draft) =>
          draft.kind === "person" &&
          fits(draft, code) &&
          ((draft.office !== null && answersTo(noun, draft.office)) || draft.nouns.has(noun)),
      );
    found ??= last(
      (draft) =>
        draft.kind !== "person" &&
        draft.nouns.has(noun) &&
        (draft.kind === "organisation") === !person &&
        (reading.code === null || draft.code === null || draft.code === reading.code),
    );
  } else if (reading.noun && reading.plural && reading.bare) {
    // "protesters" again; but two numbers of people are two groups.
    found = last(
      (draft) =>
        draft.plural && draft.nouns.has(reading.noun!) && !/\d/.test(reading.name) && sentence - draft.mentions.at(-1)!.sentence <= 8,
    );
  }
  found ??=
    reading.form === "nominal" && reading.entry === null
      ? last((draft) => draft.entry === null && draft.keys.has(key) && draft.code === reading.code && !/^an? |\d/i.test(reading.name))
      : undefined;
  if (!found) return create(drafts, reading, key);

  found.keys.add(key);
  if (reading.noun) found.nouns.add(reading.noun);
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

const fits = (draft: Draft, code: string | null): boolean => code === null || draft.code === null || draft.code === code;

function create(drafts: Draft[], reading: Reading, key: string): Draft {
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
    mentions: [],
  };
  drafts.push(draft);
  return draft;
}
