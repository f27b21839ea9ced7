// Tagged → Cast: every name, noun phrase and pronoun that takes part in the article, grouped into actors with PLOVER code and sector. Pure; the dictionary is passed in.

import { holds, overlaps, type Span, slice, span } from "../span.ts";
import type { Entity, Tagged, TaggedSentence } from "../tag/types.ts";
import { type Context, contextOf } from "./context.ts";
import { codeAt, type Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { keyOf } from "./names.ts";
import { bindPronouns, isOurs, isPronoun } from "./pronouns.ts";
import { answersTo, type Reading, readMention, wholePhrase } from "./reading.ts";
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
  (given: Tagged): DomesticCast => {
    const text = given.segmented.document.text;
    const tagged = withWholeNames(given);
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
      if (!spot.part && partOfName(text, spot, drafts)) continue;
      const read = readMention(dictionary, text, sentence, spot.part ? wholePhrase(text, sentence, spot) : spot, context);
      if (!read) continue;
      const told = withTitle(dictionary, text, sentence, spot, context, read);
      // A name that the dictionary lacks and that is no part of anything may be a treaty or a storm: only people and bodies are actors.
      if (!spot.part && told.entry === null && told.kind === "unnamed") continue;
      const reading = withApposition(dictionary, text, sentence, spot, context, told);
      const draft = join(drafts, reading, context, acronyms, spot.sentence);
      // Whatever the dictionary writes, the article may go on with its own spelling of the surname.
      if (draft.kind === "person" && reading.form === "name") draft.keys.add(keyOf(slice(text, spot)));
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

    const bound = bindPronouns(tagged, pronouns, drafts, (of) => byPlace.get(`${of.start}:${of.end}`) ?? null);
    const ours = pronouns.filter((spot) => isOurs(slice(text, spot)) && !bound.some(([other]) => other === spot));
    const us = ours.length > 0 && context.domestic ? create(drafts, ourSide(slice(text, ours[0]!)), "we") : null;
    for (const [spot, draft] of us ? [...bound, ...ours.map((spot): [Spot, Draft] => [spot, us])] : bound) {
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

    settle(tagged, drafts, context);

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

/** True for "Emmanuel" in "President Emmanuel Macron", where the tagger marked it apart. */
const partOfName = (text: string, spot: Span, drafts: readonly Draft[]): boolean =>
  drafts.some(
    ({ kind, name, mentions }) =>
      kind === "person" &&
      mentions.some((mention) => holds(mention, spot) && mention.end > spot.end) &&
      keyOf(name)
        .split(" ")
        .includes(keyOf(slice(text, spot)).split(" ").at(-1)!),
  );

/** "We" in a letter: the writer's side, whoever that is. */
const ourSide = (written: string): Reading => ({
  form: "pronoun",
  kind: "group",
  name: written,
  code: null,
  sector: null,
  other_sectors: [],
  office: null,
  entry: null,
  noun: null,
  agent: null,
  definite: false,
  plural: true,
  assumed: true,
  bare: true,
  open: false,
});

/** Whose country nothing told has that of whoever it belongs to ("his client"), else the article's own. */
function settle(tagged: Tagged, drafts: readonly Draft[], context: Context): void {
  const text = tagged.segmented.document.text;
  const open = drafts.filter((draft) => draft.entry === null && draft.code === null && !draft.open && draft.mentions.length > 0);
  for (const draft of open) {
    const { start, end, sentence } = draft.mentions[0]!;
    const own = /^(?:his|her|its|their)\b/i.exec(text.slice(start, end))?.[0];
    const owner = own ? bindPronouns(tagged, [{ start, end: start + own.length, sentence }], drafts, () => null)[0]?.[1] : undefined;
    const code = owner?.code ?? (context.domestic ? context.home : null);
    if (code === null) continue;
    draft.code = code;
    draft.assumed = true;
  }
  // A pair is of its members' country where they share one.
  for (const pair of drafts.filter(
    ({ kind, entry, nouns, name }) => kind === "group" && entry === null && nouns.size === 0 && / and /.test(name),
  )) {
    const members = drafts.filter((draft) => draft !== pair && draft.mentions.some((one) => pair.mentions.some((all) => holds(all, one))));
    const codes = new Set(members.map(({ code }) => code));
    if (members.length < 2) continue;
    pair.code = codes.size === 1 ? [...codes][0]! : null;
    pair.assumed = codes.size === 1 && members.every(({ assumed }) => assumed);
  }
}

/** Names as the text writes them: a tagger that cuts "Hee-geun" at its hyphen, or marks "Directorate" of "Enforcement Directorate", saw a part; a lone "president" is no name. */
function withWholeNames(tagged: Tagged): Tagged {
  const text = tagged.segmented.document.text;
  return {
    ...tagged,
    sentences: tagged.sentences.map((sentence) => {
      const names = sentence.entities.filter(
        (entity) => /\p{Lu}/u.test(slice(text, entity)) && !/^(?:The )?(?:President|Minister|Prime Minister)$/.test(slice(text, entity)),
      );
      const whole = withNeighbours(text, names).map((entity, _, all) => wholeName(text, sentence, all, entity));
      return {
        ...sentence,
        entities: whole.filter((entity) => !whole.some((other) => other !== entity && holds(other, entity) && !holds(entity, other))),
      };
    }),
  };
}

const PARTICLE = /^(?:al|el|bin|bint|ibn|abu|umm|van|von|de|da|der|den|di|del|dos|la)$/i;
const BETWEEN = /^ (?:(?:al|el|bin|bint|ibn|van|von|de|da|der|den|di|del|dos|\p{L}\.?)[ -])*$/iu;

/** "Vladimir" and "Putin" with nothing but a space between are one name. */
function withNeighbours(text: string, names: readonly Entity[]): Entity[] {
  const joined: Entity[] = [];
  for (const entity of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && entity.kind === "PER" && last.kind === "PER" && BETWEEN.test(text.slice(last.end, entity.start)))
      joined[joined.length - 1] = { ...last, end: entity.end };
    else joined.push(entity);
  }
  return joined;
}

function wholeName(text: string, { tokens }: TaggedSentence, names: readonly Entity[], entity: Entity): Entity {
  if (entity.kind !== "PER" && entity.kind !== "ORG") return entity;
  let first = tokens.findIndex(({ start }) => start === entity.start);
  let last = tokens.findLastIndex(({ end }) => end === entity.end);
  if (first < 0 || last < first) return entity;
  const free = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && !names.some((other) => other !== entity && other.kind !== "LOC" && overlaps(other, token));
  };
  const capital = (at: number): boolean => free(at) && tokens[at]!.upos === "PROPN" && /^\p{Lu}\p{L}+$/u.test(slice(text, tokens[at]!));
  const glued = (at: number): boolean => tokens[at]?.end === tokens[at + 1]?.start;
  const spaced = (at: number): boolean => tokens[at] !== undefined && tokens[at]!.end + 1 === tokens[at + 1]?.start;
  const hyphen = (at: number): boolean => /^[-‐‑]$/.test(tokens[at] ? slice(text, tokens[at]!) : "");
  const before = (): string => slice(text, tokens[first - 1]!);
  const lone = first === last;
  while (hyphen(first - 1) && glued(first - 2) && glued(first - 1) && free(first - 2) && /^\p{Lu}/u.test(slice(text, tokens[first - 2]!)))
    first -= 2;
  if (entity.kind === "PER") {
    while (hyphen(last + 1) && glued(last) && glued(last + 1) && free(last + 2)) last += 2;
    // "geun" was cut from "Hee-geun", "Shokry" from "Sameh Shokry".
    const cut =
      lone && (tokens[first]!.start < entity.start || (tokens[first]!.deprel.startsWith("flat") && tokens[first]!.head === first - 1));
    const whole = first;
    while (
      spaced(first - 1) &&
      free(first - 1) &&
      (PARTICLE.test(before()) || (tokens[first - 1]!.upos === "PROPN" && INITIAL.test(before())))
    )
      first--;
    if (
      (cut || (lone && first < whole && PARTICLE.test(slice(text, tokens[first]!)))) &&
      spaced(first - 1) &&
      capital(first - 1) &&
      !TITLE.test(before())
    )
      first--;
    // "de" alone begins no name.
    while (first < whole && /^\p{Ll}/u.test(slice(text, tokens[first]!))) first++;
  } else while (spaced(first - 1) && capital(first - 1)) first--;
  return { ...entity, start: tokens[first]!.start, end: tokens[last]!.end };
}

const INITIAL = /^\p{Lu}\.?$/u;
const TITLE =
  /^(?:The|Mr|Mrs|Ms|Dr|Sir|President|Premier|Chancellor|Secretary|General|Chief|King|Queen|Prince|Princess|Sheikh|Senator|Governor|Mayor|Judge|Justice|Professor|Captain|Inspector|\p{L}*[Mm]inister)$/u;

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
function withTitle(dictionary: Dictionary, text: string, sentence: TaggedSentence, spot: Span, context: Context, read: Reading): Reading {
  if (read.kind !== "person" && read.kind !== "unnamed") return read;
  const words = wordsOf(text, sentence, span(sentence.start, spot.start + 1)).filter(({ end }) => end <= spot.start);
  let at = words.length;
  while (
    at > 0 &&
    words.length - at < 8 &&
    (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[at - 1]!.upos) || isPossessive(words[at - 1]) || words[at - 1]!.text === "-")
  )
    at--;
  // "Minister of Interior and Municipalities", "Chief of the Army Staff": on to the office before "of".
  for (let of = at - 1; of > 0 && at - of < 8 && /^(?:ADP|CCONJ|DET|NOUN|PROPN|ADJ)$/.test(words[of]!.upos); of--)
    if (words[of]!.lower === "of" && /^(?:NOUN|PROPN)$/.test(words[of - 1]!.upos)) {
      let start = of - 1;
      while (start > 0 && (/^(?:NOUN|PROPN|ADJ)$/.test(words[start - 1]!.upos) || isPossessive(words[start - 1]))) start--;
      const long = readMention(dictionary, text, sentence, span(words[start]!.start, spot.end), context);
      if (long?.kind === "person" && long.office !== null && !long.assumed) return long;
    }
  if (at === words.length) return read;
  const full = readMention(dictionary, text, sentence, span(words[at]!.start, spot.end), context);
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
      found = last(
        (draft) =>
          draft.kind === "person" &&
          [...draft.keys].some((full) => full.split(" ").at(-1) === key || (context.families.get(key)?.includes(full) ?? false)),
      );
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
    if (person) {
      const holds = (draft: Draft): boolean =>
        draft.kind === "person" && fits(draft, code) && ((draft.office !== null && answersTo(noun, draft.office)) || draft.nouns.has(noun));
      // "The prime minister" of the last sentence, else the article's own one, else one met a little before.
      const near = (by: number) => (draft: Draft) => holds(draft) && sentence - draft.mentions.at(-1)!.sentence <= by;
      found =
        reading.assumed && context.domestic
          ? (last((draft) => near(1)(draft) && draft.code === context.home) ??
            last(near(1)) ??
            last((draft) => holds(draft) && (draft.code === null || draft.code === context.home)))
          : last(holds);
    }
    found ??= last(
      (draft) =>
        draft.kind !== "person" &&
        draft.plural === reading.plural &&
        draft.nouns.has(noun) &&
        (draft.kind === "organisation") === !person &&
        (reading.code === null || draft.code === null || draft.code === reading.code),
    );
  } else if (reading.noun && reading.plural && reading.bare) {
    // "protesters" again; but two numbers of people are two groups.
    found = last(
      (draft) =>
        draft.plural &&
        draft.nouns.has(reading.noun!) &&
        !COUNTED.test(reading.name) &&
        !draft.open &&
        sentence - draft.mentions.at(-1)!.sentence <= 8,
    );
  }
  found ??=
    reading.form === "nominal" && reading.entry === null
      ? last((draft) => draft.entry === null && draft.keys.has(key) && draft.code === reading.code && !/^an? |\d/i.test(reading.name))
      : undefined;
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

const COUNTED = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|other|more)\b/i;

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
    open: reading.open,
    mentions: [],
  };
  drafts.push(draft);
  return draft;
}
