// One mention in its sentence → what its own words tell: whose name it is, or which noun, of which country and sector. Knows nothing of other mentions. Pure.
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Entity, Role, TaggedSentence } from "../tag/types.ts";
import { named, people } from "./claimed.ts";
import { type Context, decide } from "./context.ts";
import { type Cut, cutOf } from "./cut.ts";
import { COURTESY, NUMBER, OPEN } from "./determiners.ts";
import { claimsOn, type Dictionary } from "./dictionary.ts";
import { nameAt, titleOnly } from "./head-name.ts";
import { AT_HOME, agentAt, nominal } from "./head-noun.ts";
import { pairOf } from "./pair.ts";
import { shownAs } from "./phrase.ts";
import { placeAround } from "./place-around.ts";
import { plainReading, type Reading } from "./reading.ts";
import { coreEnd, type Hit, headAt, hitsIn, isPossessive, type Word } from "./words.ts";

/** A mention as its steps look at it. */
interface Phrase extends Cut {
  readonly dictionary: Dictionary;
  readonly text: string;
  readonly sentence: TaggedSentence;
  readonly of: Span;
  readonly context: Context;
  readonly entities: readonly Entity[];
  /** True for "Iraqi" of "renewed Iraqi calls": whose doing a deed is, not one of its people. */
  readonly deed: boolean;
}

/** A mention that no name reads whole. */
interface Noun extends Phrase {
  /** Place of its head among the words. */
  readonly head: number;
  /** The known noun at the head. */
  readonly found: ReturnType<typeof agentAt>;
  readonly hits: readonly Hit[];
  /** The name that the head is or ends. */
  readonly entity: Entity | undefined;
  /** As the record shows it. */
  readonly shown: string;
}

/** What a step reads; null for nobody, and undefined where the next step is to be asked. */
type Step = (noun: Noun) => Reading | null | undefined;

/** @param of the mention's span. Null for what is nobody. */
export function readMention(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context): Reading | null {
  const cut = cutOf(text, sentence, of);
  if (!cut) return null;
  const entities = sentence.entities.filter((entity) => overlaps(entity, of));
  const deed = takesPart(sentence, of) && deedBehind(dictionary, text, sentence, cut.words.at(-1)!);
  const phrase: Phrase = { ...cut, dictionary, text, sentence, of, context, entities, deed };
  const { words } = cut;
  const whole = byItsName(phrase) ?? asPair(phrase);
  const head = headAt(words);
  if (whole || head < 0) return whole;
  const bearer = behindItsOffice(phrase, head) ?? beforeItsOffice(phrase);
  if (bearer) return bearer;
  const found = agentAt(dictionary, words, head);
  // "TV" of "state TV" is half of a noun, whatever the tagger marks.
  const isHalf = (name: Span): boolean =>
    found !== null && found.to - found.from > 1 && name.start > words[found.from]!.start && name.end <= words[found.to - 1]!.end;
  const ending = entities.filter((name) => name.end === words[head]!.end && !isHalf(name));
  const noun: Noun = {
    ...phrase,
    head,
    found,
    hits: hitsIn(dictionary, text, words, entities),
    entity: ending.find((name) => name.kind !== "LOC") ?? ending[0],
    shown: shownAs(text, cut.written),
  };
  for (const step of STEPS) {
    const reading = step(noun);
    if (reading !== undefined) return reading;
  }
  return nominal(phrase, words, cut.determined, placeAround(dictionary, text, sentence, of, context), noun.shown);
}

/** One of its parts. */
const readPart = ({ dictionary, text, sentence, context }: Phrase, part: Span): Reading | null =>
  readMention(dictionary, text, sentence, part, context);

/** The mention itself, with one more name marked. */
const readMarked = ({ dictionary, text, sentence, of, context }: Phrase, name: Entity): Reading | null =>
  readMention(dictionary, text, { ...sentence, entities: [...sentence.entities, name] }, of, context);

/** The dictionary knows it as it is written. */
function byItsName({ dictionary, text, of, context, entities, words, determined, deed }: Phrase): Reading | null {
  const bare = hull(words);
  const whole = slice(text, bare).replace(/['’]s$/, "");
  const exactKind = entities.find((entity) => entity.start === bare.start && entity.end >= bare.end - 2)?.kind;
  const plural = determined.some((word) => NUMBER.test(word));
  const claims = claimsOn(dictionary, whole);
  const exact = decide(claims.length > 0 ? claims : claimsOn(dictionary, slice(text, of)), context, { kind: exactKind });
  if (deed && exact?.form === "adjective" && exact.entry.kind === "country" && !plural)
    return named({ ...exact, form: "metonym" }, context, exact.entry.name, ["the"], null);
  if (exact && !plural && (exact.form !== "surname" || determined.length === 0)) return named(exact, context, whole, determined, null);
  if (exact && plural && (exact.form === "people" || exact.form === "adjective")) return people(exact, context, slice(text, of), true);
  return null;
}

/** "Macron and Merz". */
function asPair(phrase: Phrase): Reading | null {
  const { text, of, words, entities, determined } = phrase;
  const pair = pairOf(words, entities, determined, (side) => readPart(phrase, side));
  if (pair?.kind !== "group") return pair;
  const end = coreEnd(words);
  return { ...pair, name: slice(text, /^(?:of|,)$/.test(words[end]?.lower ?? "") ? of : span(of.start, words[end - 1]!.end)) };
}

/** "President of the World Economic Forum Borge Brende", also "of Norway": the name comes after what he is president of. */
function behindItsOffice(phrase: Phrase, head: number): Reading | null {
  const { dictionary, words, entities, determined } = phrase;
  const bearer = entities.find((name) => name.kind === "PER" && name.start > words[head]!.end && endsPhrase(phrase, name));
  const office = words.filter(({ end, lower }) => end <= (bearer?.start ?? 0) && !COURTESY.has(lower));
  // Where nothing but courtesies stands before the name, no word is left.
  if (!bearer || office.length === 0 || office.length - head >= 14) return null;
  const isTitle = titleOnly(dictionary, words.slice(0, head + 1));
  // "Works of Chad chairman Ana Lima": what he is stands last, and whose before it.
  const held = isTitle ? null : agentAt(dictionary, office, office.length - 1);
  const isOffice =
    held?.to === office.length &&
    held.agent.form !== "body" &&
    office.every(({ upos, lower }) => lower === "of" || !/^(?:ADP|VERB|PUNCT)$/.test(upos));
  if (!isTitle && !isOffice) return null;
  const title = nominal(phrase, held ? office.slice(held.from) : office, determined);
  const person = readPart(phrase, bearer);
  if (!person || person.entry) return person;
  // "The news agency, Petra" is one body.
  if (title.agent?.form === "body" && office.slice(head + 1).every(({ lower }) => lower === ","))
    return { ...title, form: "name", kind: "organisation", name: person.name, definite: false };
  return { ...title, form: "name", kind: "person", name: person.name, office: title.name, definite: false, plural: false };
}

/** Whether the name ends the phrase, but for the place that its one bearer is of. */
const endsPhrase = ({ words, entities }: Phrase, name: Span): boolean => {
  const [of, ...place] = words.filter(({ start }) => start >= name.end);
  if (!of) return name.end === words.at(-1)!.end;
  const isTwo =
    words.some(({ upos, end }) => upos === "CCONJ" && end <= name.start) &&
    entities.some(({ kind, end }) => kind === "PER" && end < name.start);
  return of.lower === "of" && place.length > 0 && !isTwo && entities.some((one) => one.kind === "LOC" && holds(one, hull(place)));
};

/** "Ana Lima former trade minister", "Ola Diallo a local farmer": the name that an office follows without a comma; "Lima aide" is no Lima. */
function beforeItsOffice(phrase: Phrase): Reading | null {
  const { dictionary, text, words, entities } = phrase;
  const name = entities.find(({ kind, start, end }) => kind === "PER" && start === words[0]!.start && end < words.at(-1)!.end);
  const rest = name ? words.filter(({ start }) => start >= name.end) : [];
  if (!name || !rest[0] || !/^(?:ADJ|DET)$/.test(rest[0].upos) || !/^\p{Ll}/u.test(rest[0].text)) return null;
  const person = readPart(phrase, name);
  const office = agentAt(dictionary, rest, headAt(rest)) && nominal(phrase, rest, []);
  if (!person || !office) return null;
  if (person.entry) return person;
  if (office.plural || office.agent?.form === "body") return null;
  return { ...office, form: "name", kind: "person", name: person.name, office: shownAs(text, rest), entry: null, definite: false };
}

/** A name that the tagger did not mark. */
const withUnmarked: Step = (noun) => {
  const unmarked = bodyUnmarked(noun) ?? bearerUnmarked(noun);
  return unmarked ? readMarked(noun, unmarked) : undefined;
};

/** A person or body by name, with or without a title before it. */
const byNameAtHead: Step = (noun) => {
  const { dictionary, text, words, head, found, entity, hits, context, determined, deed } = noun;
  const name = found && !entity ? null : nameAt(dictionary, text, words, head, entity, hits);
  if (!name) return undefined;
  const title = words.filter((word) => word.end <= name.span.start);
  const reading = title.length > 0 ? nominal(noun, title, determined) : null;
  const courtesy = title.some(({ lower }) => COURTESY.has(lower));
  const titled = courtesy || reading?.agent != null;
  const claim = decide(name.claims, context, { kind: name.kind, code: reading?.code ?? null, titled: titled && name.kind !== "ORG" });
  // "Zakho" of "the Zakho attack" is where it was.
  if (deed && !claim && name.kind === "LOC") return null;
  // "Houthi rebels", "Hamas official": the name before a noun is no name of the whole.
  if (claim) return named(claim, context, slice(text, name.span), determined, reading);
  // "Amman Declaration", "the Domestic Violence Act": a name, but nobody's.
  if (name.kind !== "PER" && !found && dictionary.things.has(words[head]!.lower)) return thing(noun);
  // "Jordan News Agency, Petra", "rights group iLaw": the name behind a body is the body's.
  const isBody =
    name.kind === "PER" &&
    reading?.agent?.form === "body" &&
    !AT_HOME.has(reading.agent.sector) &&
    !courtesy &&
    /^(?:\p{Ll}+|,)$/u.test(title.at(-1)!.text);
  const person = !isBody && (name.kind === "PER" || (name.kind === undefined && titled));
  if (!person && name.kind === undefined) return undefined;
  const body = name.kind === "ORG" || name.kind === "MISC" ? nominal(noun, words, determined) : null;
  const told = reading?.agent ? reading : (body ?? reading);
  const kind = person ? "person" : name.kind === "ORG" || isBody ? "organisation" : "unnamed";
  return { ...unknown(slice(text, name.span), kind, told), office: person && reading?.agent ? shownAs(text, title) : null };
};

/** A name that no dictionary has. @param told what its title or its own noun tells */
function unknown(name: string, kind: Reading["kind"], told: Reading | null): Reading {
  // "Ministry of Health" is the article's own country's; "Free Rivers Network" may be anybody's.
  const guessed = kind !== "person" && told?.assumed === true && !AT_HOME.has(told.sector ?? "");
  return {
    ...plainReading(name, "name", kind),
    code: guessed ? null : (told?.code ?? null),
    sector: told?.sector ?? null,
    other_sectors: told?.other_sectors ?? [],
    noun: told?.noun ?? null,
    agent: told?.agent ?? null,
    assumed: !guessed && (told?.assumed ?? false),
    bare: told?.bare ?? true,
    open: told?.open ?? OPEN.test(name),
  };
}

/** "100,000 ethnic Armenians". */
const asPeople: Step = ({ text, of, head, found, entity, hits, context }) => {
  const folk = !found && !entity && hits.find(({ to }) => to === head + 1)?.claims.find(({ form }) => form === "people");
  return folk ? people(folk, context, slice(text, of), true) : undefined;
};

/** A title and a name that the tagger did not mark: "Foreign Minister Salim al-Harthy". */
const withUnmarkedBearer: Step = (noun) => {
  const { dictionary, words, head, found, entity } = noun;
  if (found || entity) return undefined;
  for (let at = 1; at <= head; at++) {
    const rest = words.slice(at, head + 1);
    if (
      rest.every(({ text: word }) => /\p{Lu}|^(?:al|el|bin|ibn|de|da|van|von|der|den|di|-)$/u.test(word)) &&
      titleOnly(dictionary, words.slice(0, at)) &&
      // "Citizen Lab" is no Mr Lab.
      agentAt(dictionary, words.slice(0, at), at - 1)?.agent.sector !== "CVL"
    )
      return readMarked(noun, { ...hull(rest), kind: "PER" });
  }
  return undefined;
};

const asThing: Step = (noun) =>
  !noun.found && noun.dictionary.things.has(noun.words[noun.head]!.lower) && noun.entity?.kind !== "PER" ? thing(noun) : undefined;

/** "Lima's advocate, Ola Diallo": whose name stands in apposition to what no dictionary knows. */
const asApposed: Step = (noun) => {
  const { text, words, head, found, entities, sentence } = noun;
  const own = sentence.tokens[words[head]!.token];
  if (found || own?.upos !== "NOUN" || words[head + 1]?.text !== "," || /s$/.test(words[head]!.lower)) return undefined;
  const name = entities.find(({ kind, start }) => kind === "PER" && start === words[head + 2]?.start);
  const on = sentence.tokens.find(({ start }) => start === name?.start);
  if (!name || on?.deprel !== "appos" || on.head !== words[head]!.token) return undefined;
  const person = readPart(noun, name);
  return person?.kind === "person" && person.entry === null
    ? { ...person, office: shownAs(text, words.slice(0, head + 1)) }
    : (person ?? undefined);
};

/** "The French capital" is France, as Paris is. */
const asCapital: Step = ({ dictionary, text, words, head, entities, context }) => {
  if (words[head]!.lower !== "capital") return undefined;
  const hit = hitsIn(dictionary, text, words.slice(0, head + 1), entities).at(-1);
  const claim = hit && decide(hit.claims, context);
  return claim?.entry.kind === "country" && (claim.form === "adjective" || isPossessive(words[hit!.to]))
    ? named({ ...claim, form: "metonym" }, context, claim.entry.name, ["the"], null)
    : undefined;
};

/** In their order. */
const STEPS: readonly Step[] = [asCapital, asApposed, withUnmarked, byNameAtHead, asPeople, withUnmarkedBearer, asThing];

/** "The Arakan Army", where the tagger marked no name: a body with a name of its own before the noun is not "the army" of the text. */
function bodyUnmarked({ words, found, hits, entities }: Noun): Entity | null {
  if (found?.agent.form !== "body") return null;
  const isName = (at: number): boolean =>
    at >= 0 &&
    words[at]!.upos === "PROPN" &&
    /^\p{Lu}/u.test(words[at]!.text) &&
    !hits.some(({ from, to }) => from <= at && at < to) &&
    !entities.some((one) => overlaps(one, words[at]!));
  if (!isName(found.from) || !isName(found.from - 1)) return null;
  let from = found.from - 1;
  while (isName(from - 1)) from--;
  return { ...hull(words.slice(from, found.to)), kind: "ORG" };
}

/** "Minister of Trade *Ana Lima*", where the tagger marked no name: capitals at the end that the tree has in apposition to the office. */
function bearerUnmarked({ words, sentence: { tokens }, found, head, entities }: Noun): Entity | null {
  if (!found || found.agent.form === "body" || found.agent.plural || entities.some(({ kind }) => kind === "PER")) return null;
  const office = words[head]!.token;
  // Or beside it, as one more subject of the same verb.
  const isBeside = (token: number): boolean =>
    (tokens[token]?.deprel === "appos" && tokens[token]!.head === office) || tokens[token]?.head === tokens[office]?.head;
  const first = words.findIndex(({ token }, at) => at >= found.to && at > head && isBeside(token));
  const name = first < 0 ? [] : words.slice(first);
  const isName = name.length >= 2 && name.every(({ text, upos }) => upos === "PROPN" && /^\p{Lu}/u.test(text));
  return isName ? { ...hull(name), kind: "PER" } : null;
}

const takesPart = ({ acts, attributions }: TaggedSentence, of: Span): boolean =>
  acts.some((act) => act.arguments.some((one) => overlaps(one, of))) || attributions.some(({ source }) => source && overlaps(source, of));

/** What is only done to. */
function suffers({ acts }: TaggedSentence, of: Span): boolean {
  const plays = (role: Role): boolean => acts.some((act) => act.arguments.some((one) => one.role === role && overlaps(one, of)));
  return plays("recipient") && !plays("actor");
}

/** True where `word` is part of a noun of what is nobody that stands behind the span: "Iraqi" in "Iraqi calls". */
function deedBehind({ things }: Dictionary, text: string, { tokens }: TaggedSentence, { token, end }: Word): boolean {
  const own = tokens[token];
  const noun = tokens[own?.head ?? -1];
  return (
    own !== undefined &&
    noun !== undefined &&
    noun.start > end &&
    /^(?:amod|compound)/.test(own.deprel) &&
    things.has(slice(text, noun).toLowerCase())
  );
}

/** "Turkey's demand", "the Turkish attack" is Turkey's doing. What is nobody's own is left out, except that in a country's own news what is done to "the investigation" is done to that country, as hand coders do. */
function thing({ dictionary, text, words, head, entities, context, sentence, of, shown }: Noun): Reading | null {
  const core = words.slice(0, head + 1);
  const hit = hitsIn(dictionary, text, core, entities).at(-1);
  const claim = hit && decide(hit.claims, context);
  if (hit && claim?.entry.kind === "country" && (claim.form === "adjective" || isPossessive(core[hit.to])))
    return { ...named({ ...claim, form: "metonym" }, context, claim.entry.name, ["the"], null) };
  // Whatever is told of it, no meeting meets and no declaration promises or says.
  return context.domestic && suffers(sentence, of) ? { ...plainReading(shown, "nominal", "unnamed"), bare: true, thing: true } : null;
}
