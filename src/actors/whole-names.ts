// The tagger's entities → names as the text writes them: whole, without titles alone, and people where the article calls the same name a person elsewhere. Pure.
import { keysOf } from "../grammar/words.ts";
import { isSide } from "../rules/rule.ts";
import { holds, overlaps, type Span, slice } from "../span.ts";
import type { Entity, Tagged, TaggedSentence, Token } from "../tag/types.ts";
import { EASTERN } from "./context.ts";
import { COURTESY, HONOUR } from "./determiners.ts";
import { claimsOn, type Dictionary } from "./dictionary.ts";
import { hitsIn, wordsOf } from "./words.ts";

/** A tagger that cuts "Hee-geun" at its hyphen, or marks "Directorate" of "Enforcement Directorate", saw a part; a lone "president" is no name. */
export function withWholeNames(tagged: Tagged, dictionary: Dictionary): Tagged {
  const text = tagged.segmented.document.text;
  const firms = firmsOf(text, tagged.sentences, dictionary);
  const sentences = withKindsOf(text, tagged.sentences, dictionary).map((sentence) => ({
    sentence,
    names: withFirms(text, sentence, wholeNames(text, sentence, dictionary), firms),
  }));
  const people = surnamesOf(
    text,
    sentences.flatMap(({ names }) => names),
    dictionary,
  );
  return {
    ...tagged,
    sentences: sentences.map(({ sentence, names }) => ({
      ...sentence,
      entities: [
        ...names,
        ...unmarked(text, sentence, names, people),
        ...titled(text, sentence, names, dictionary),
        ...knownPeople(text, sentence, names, dictionary),
        ...flat(text, sentence, names, dictionary),
      ].map((entity) =>
        // "Park" is a body to the tagger once, and a man in "Rep. Park".
        entity.kind === "ORG" && people.has(slice(text, entity)) ? { ...entity, kind: "PER" as const } : entity,
      ),
    })),
  };
}

/** "Mawlawi", a place to the tagger once and a man five times, is a man: a name that the dictionary does not place is what the article mostly calls it; what it knows for a body alone is one. */
function withKindsOf(text: string, sentences: readonly TaggedSentence[], dictionary: Dictionary): readonly TaggedSentence[] {
  const people = new Map<string, number>();
  for (const entity of sentences.flatMap(({ entities }) => entities)) {
    const name = slice(text, entity);
    people.set(name, (people.get(name) ?? 0) + (entity.kind === "PER" ? 1 : -1));
  }
  const borne = borneNames(text, sentences, dictionary);
  const isPerson = (entity: Entity): boolean =>
    entity.kind !== "PER" &&
    /\p{Ll}/u.test(slice(text, entity)) &&
    (borne.has(slice(text, entity)) ||
      (people.get(slice(text, entity)) ?? 0) > 0 ||
      /\bM(?:r|rs|s)\.? $/.test(text.slice(Math.max(0, entity.start - 5), entity.start))) &&
    claimsOn(dictionary, slice(text, entity)).every(({ entry }) => entry.kind === "person");
  const isBody = (entity: Entity): boolean => {
    const claims = entity.kind === "PER" ? claimsOn(dictionary, slice(text, entity)) : [];
    return claims.length > 0 && claims.every(({ entry }) => entry.kind === "organisation");
  };
  const called = sentences.flatMap(({ entities }) => entities.filter(({ kind }) => kind === "PER").map((entity) => slice(text, entity)));
  // "Jordan condemned the attack": a country, unless the article names somebody so in full or gives him a title.
  const parts = new Set(called.map((name) => name.split(/[ -]/)).flatMap((words) => (words.length > 1 ? words : [])));
  const surnames = new Set(called.flatMap((name) => / (\S+)$/.exec(name)?.[1] ?? []));
  // Behind "Ana Lima", "the minister met Lima" is she, and "flew to Lima" the city.
  const isBearer = (entity: Entity): boolean =>
    entity.kind === "LOC" &&
    surnames.has(slice(text, entity)) &&
    claimsOn(dictionary, slice(text, entity)).some(({ form }) => form === "capital") &&
    !/\b(?:in|at|near|across|throughout|outside|to|from|for|of) $/i.test(text.slice(Math.max(0, entity.start - 12), entity.start));
  // Capitals are surnames too: "Lima" is a city only where nobody is spoken of as he or she.
  const place = /\b(?:he|she|his|her|him)\b/i.test(text) ? /^name$/ : /^(?:name|capital)$/;
  const isCountry = (entity: Entity): boolean =>
    entity.kind === "PER" &&
    !parts.has(slice(text, entity)) &&
    !isTitled(text, entity, dictionary) &&
    claimsOn(dictionary, slice(text, entity)).some(({ entry, form }) => entry.kind === "country" && place.test(form)) &&
    claimsOn(dictionary, slice(text, entity)).every(({ entry, form }) => entry.kind !== "person" || form === "surname");
  return sentences.map((sentence) => ({
    ...sentence,
    entities: sentence.entities
      .filter((entity) => !isHonour(text, entity))
      .map((entity) =>
        isPerson(entity) || isBearer(entity)
          ? { ...(borne.has(slice(text, entity)) ? withGiven(text, entity, dictionary) : entity), kind: "PER" }
          : isBody(entity)
            ? { ...entity, kind: "ORG" }
            : isCountry(entity)
              ? { ...entity, kind: "LOC" }
              : entity,
      ),
  }));
}

/** Names that the tagger takes for a place here and a body there, and that the article once gives a title. */
function borneNames(text: string, sentences: readonly TaggedSentence[], dictionary: Dictionary): ReadonlySet<string> {
  const kinds = new Map<string, Set<Entity["kind"]>>();
  const borne = new Set<string>();
  for (const entity of sentences.flatMap(({ entities }) => entities)) {
    const name = slice(text, entity);
    kinds.set(name, (kinds.get(name) ?? new Set()).add(entity.kind));
    if (isTitled(text, withGiven(text, entity, dictionary), dictionary)) borne.add(name);
  }
  return new Set([...borne].filter((name) => kinds.get(name)!.has("LOC") && kinds.get(name)!.has("ORG")));
}

/** "Lawyer *Ana* Odhiamba", of which the tagger marked the last name alone. */
function withGiven(text: string, name: Entity, dictionary: Dictionary): Entity {
  const given = /(?<= )\p{Lu}\p{Ll}+ $/u.exec(text.slice(Math.max(0, name.start - 20), name.start))?.[0] ?? "";
  const whole = { ...name, start: name.start - given.length };
  return isTitled(text, whole, dictionary) ? whole : name;
}

/** "Mr Jordan", "Senator Chad". */
function isTitled(text: string, { start }: Span, dictionary: Dictionary): boolean {
  const before = /([\p{L}-]+)\.? $/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase() ?? "";
  const agent = dictionary.agents.get(before);
  return COURTESY.has(before) || (agent?.plural === false && agent.form !== "body");
}

/** "Ana Lima, *SC*", "Ana Lima *KC*". */
export const isHonour = (text: string, entity: Span): boolean =>
  HONOUR.test(slice(text, entity)) &&
  /\p{Lu}[\p{L}’'-]+,? $/u.test(text.slice(Math.max(0, entity.start - 40), entity.start)) &&
  /^(?:[,.;:)]|$| (?!\p{Lu}))/u.test(text.slice(entity.end, entity.end + 2));

/** "China Sand": a country's name before a capitalised word that the article never uses without it: one name, a firm's, where it stands more than once, or the tree has both for parts of one name. */
function firmsOf(text: string, sentences: readonly TaggedSentence[], dictionary: Dictionary): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { tokens, entities } of sentences) {
    // In a headline's capitals every word may be one.
    const isPlain = tokens.some(({ upos, start, end }) => upos === "VERB" && /^\p{Ll}/u.test(text.slice(start, end)));
    tokens.forEach((token, at) => {
      const [country, next] = [slice(text, token), tokens[at + 1]];
      const word = next && next.start === token.end + 1 ? slice(text, next) : "";
      if (!next || !/^\p{Lu}\p{Ll}+$/u.test(word) || !/^\p{Lu}/u.test(country)) return;
      const isCountry = claimsOn(dictionary, country).some(({ entry, form }) => entry.kind === "country" && form === "name");
      const isNoun = dictionary.agents.has(word.toLowerCase()) || dictionary.things.has(word.toLowerCase());
      if (!isCountry || isNoun || claimsOn(dictionary, word).length > 0 || claimsOn(dictionary, `${country} ${word}`).length > 0) return;
      // Between other capitals they are a part of a longer name.
      const before = tokens[at - 1];
      const isWhole =
        !/^ \p{Lu}/u.test(text.slice(next.end, next.end + 2)) &&
        !(before?.end === token.start - 1 && /^\p{Lu}/u.test(text.slice(before.start, before.end)));
      const isPlace = entities.some((entity) => entity.kind === "LOC" && holds(entity, token) && holds(entity, next));
      const isOne = isPlain && isWhole && !isPlace && next.upos === "PROPN" && token.deprel === "compound" && token.head === at + 1;
      seen.set(`${country} ${word}`, (seen.get(`${country} ${word}`) ?? 0) + (isOne ? 2 : 1));
    });
  }
  return new Set(
    [...seen].flatMap(([name, count]) => {
      const word = name.split(" ")[1]!;
      const find = (what: string): number => text.match(new RegExp(`(?<![\\p{L}])${what}(?![\\p{L}])`, "giu"))?.length ?? 0;
      return count > 1 && find(word) === find(name) ? [name] : [];
    }),
  );
}

/** The names of a sentence with each of `firms` that stands there as one. */
function withFirms(text: string, { tokens }: TaggedSentence, names: readonly Entity[], firms: ReadonlySet<string>): readonly Entity[] {
  const whole = tokens.flatMap((token, at): Entity[] => {
    const next = tokens[at + 1];
    return next && firms.has(text.slice(token.start, next.end)) ? [{ start: token.start, end: next.end, kind: "ORG" }] : [];
  });
  return whole.length === 0 ? names : [...names.filter((name) => !whole.some((firm) => overlaps(firm, name))), ...whole];
}

function wholeNames(text: string, sentence: TaggedSentence, dictionary: Dictionary): Entity[] {
  const names = sentence.entities.map((entity) => fromHyphen(text, sentence, entity)).filter((entity) => isName(slice(text, entity)));
  const whole = withNeighbours(text, sentence, names).map((entity, _, all) => wholeName(text, sentence, dictionary, all, entity));
  const known = withKnown(text, sentence, dictionary, whole).map((entity) => namedAfter(text, sentence, entity));
  return known.filter(
    (entity, at) =>
      !known.some(
        (other, index) =>
          (holds(other, entity) && !holds(entity, other)) || (index < at && other.start === entity.start && other.end === entity.end),
      ),
  );
}

/** "kong" of "Jaw Shaw-kong", where "Jaw" is marked as well: a name that begins behind a hyphen begins before it. */
function fromHyphen(text: string, { tokens, entities }: TaggedSentence, entity: Entity): Entity {
  const isCut = entity.kind === "PER" && /^\p{Ll}/u.test(slice(text, entity)) && text[entity.start - 1] === "-";
  const before = isCut ? tokens.find(({ end }) => end === entity.start - 1) : undefined;
  const isBehindName = before !== undefined && entities.some(({ kind, end }) => kind === "PER" && end === before.start - 1);
  return isBehindName && /^\p{Lu}/u.test(slice(text, before)) ? { ...entity, start: before.start } : entity;
}

/** "Ana Lima" of "the Ana Lima International Airport", "Fundación Ana Lima": what is named after somebody, and no mention of her. */
function namedAfter(text: string, { tokens }: TaggedSentence, entity: Entity): Entity {
  if (entity.kind !== "PER") return entity;
  const first = tokens.findIndex(({ start }) => start === entity.start);
  const last = tokens.findIndex(({ end }) => end === entity.end);
  if (first < 0 || last < 0) return entity;
  const word = (at: number): string => (tokens[at] ? slice(text, tokens[at]!) : "");
  const isCapital = (at: number): boolean => /^\p{Lu}\p{L}+$/u.test(word(at));
  const isSpaced = (at: number): boolean => tokens[at] !== undefined && tokens[at]!.end + 1 === tokens[at + 1]?.start;
  const isNamed = (at: number, where: "before" | "behind"): boolean =>
    isCapital(at) && NAMED_AFTER.get(word(at).toLowerCase()) === where && isSpaced(where === "before" ? at : at - 1);
  let to = last + 1;
  while (to < last + 4 && isCapital(to) && isSpaced(to - 1) && !isNamed(to, "behind")) to++;
  if (isNamed(to, "behind")) return { kind: "ORG", start: entity.start, end: tokens[to]!.end };
  return isNamed(first - 1, "before") ? { kind: "ORG", start: tokens[first - 1]!.start, end: entity.end } : entity;
}

/** "Prince", "Dr.", "Prime Minister" alone name nobody. */
const isName = (written: string): boolean =>
  /\p{Lu}/u.test(written) &&
  !/ (?:President|Minister|Secretary|Chancellor|Governor|Speaker|Ambassador|Mayor)$/.test(written) &&
  !written
    .replace(/^The /, "")
    .split(" ")
    .every((word) => TITLE.test(word) || COURTESY.has(word.toLowerCase()) || word === "Crown" || word === "Prime");

/** The words by which the article may call the people whom it names, as written: last words of full names, and surnames that the dictionary knows. */
function surnamesOf(text: string, names: readonly Entity[], dictionary: Dictionary): Set<string> {
  const found = new Set<string>();
  for (const entity of names) {
    const written = slice(text, entity).split(" ");
    // "President El-Sisi" is no Mr President.
    const words = written.slice(written.findIndex((word) => !TITLE.test(word) && !COURTESY.has(word.toLowerCase())));
    if (entity.kind !== "PER") continue;
    if (written.length < 2) {
      const claims = claimsOn(dictionary, words[0]!);
      if (claims.length > 0 && claims.every(({ entry }) => entry.kind === "person")) found.add(words[0]!);
      continue;
    }
    found.add(words.at(-1)!);
    // "Park Joo-min" is Mr Park, and so is "Park Jin".
    if (words.length === 2 && (words[1]!.includes("-") || EASTERN.has(words[0]!.toLowerCase()))) found.add(words[0]!);
  }
  return found;
}

/** "Bassam Mawlawi", and "Mawlawi" alone, which the tagger passed over, where it knows a Mawlawi elsewhere. */
function unmarked(text: string, { tokens }: TaggedSentence, names: readonly Entity[], people: ReadonlySet<string>): Entity[] {
  const found: Entity[] = [];
  const isName = (at: number): boolean => tokens[at]?.upos === "PROPN";
  // Trees take a rare surname for a noun or what tells of one: a capital in the middle of a sentence tells.
  const isWritten = (at: number): boolean =>
    isName(at) || (at > 0 && /^(?:NOUN|ADJ|VERB|X)$/.test(tokens[at]?.upos ?? "") && /^\p{Lu}\p{Ll}/u.test(slice(text, tokens[at]!)));
  tokens.forEach((token, at) => {
    const alone = isWritten(at) && !isName(at - 1) && !isName(at + 1) && ALONE.test(token.deprel);
    if (alone && people.has(slice(text, token)) && !names.some((name) => overlaps(name, token)))
      found.push({ start: token.start, end: token.end, kind: "PER" });
    if (!token.deprel.startsWith("flat") || tokens[at + 1]?.deprel.startsWith("flat") || !people.has(slice(text, token))) return;
    let first = at;
    while (first > 0 && isPart(text, tokens, first - 1) && sameChain(tokens, first - 1, at)) first--;
    const place = { start: tokens[first]!.start, end: token.end };
    if (first < at && !names.some((name) => overlaps(name, place))) found.push({ ...place, kind: "PER" });
  });
  return found;
}

/** "Hung Sun-han" of "Legislator Hung Sun-han", which the tagger passed over: a whole name right behind an office in capitals. */
function titled(text: string, { tokens }: TaggedSentence, names: readonly Entity[], dictionary: Dictionary): Entity[] {
  return tokens.flatMap((token): Entity[] => {
    const title = slice(text, token);
    const agent = /^\p{Lu}\p{Ll}/u.test(title) ? dictionary.agents.get(title.toLowerCase()) : undefined;
    const isOfficial = agent && !agent.plural && agent.form !== "body" && OFFICIAL.test(agent.sector);
    if (!isOfficial && !(/^\p{Lu}\p{Ll}/u.test(title) && COURTESY.has(title.toLowerCase()))) return [];
    // "Del." may be two tokens.
    const from = text[token.end] === "." ? token.end + 1 : token.end;
    const found = /^ (\p{Lu}\p{Ll}+(?:(?: \p{Lu}\p{Ll}+)+|(?: \p{Lu}\p{Ll}+)?-\p{Ll}+))(?![\p{L}’'-])/u.exec(
      text.slice(from, from + 60),
    )?.[1];
    const at = { start: from + 1, end: from + 1 + (found?.length ?? 0) };
    const own = tokens.filter((one) => holds(at, one));
    const isName = /-\p{Ll}/u.test(found ?? "") || own.every(({ upos }) => upos === "PROPN");
    const known = own.some((one) => TITLE.test(slice(text, one)) || dictionary.agents.has(slice(text, one).toLowerCase()));
    return found && isName && !known && !names.some((name) => overlaps(name, at)) ? [{ ...at, kind: "PER" }] : [];
  });
}

/** "Walid Hossain" of "DIG Walid Hossain of the police said", which the tagger passed over: who takes part or speaks, and whose words the tree has for the parts of one person's name. */
function flat(text: string, { tokens, acts, attributions }: TaggedSentence, names: readonly Entity[], dictionary: Dictionary): Entity[] {
  const parties = [...acts.flatMap((act) => act.arguments.filter(isSide)), ...attributions.flatMap(({ source }) => source ?? [])];
  const isPlain = (at: number): boolean => {
    const word = slice(text, tokens[at]!);
    const isKnown = dictionary.agents.has(word.toLowerCase()) || dictionary.things.has(word.toLowerCase()) || TITLE.test(word);
    return (
      tokens[at]!.upos === "PROPN" &&
      /^\p{Lu}\p{Ll}+$/u.test(word) &&
      !isKnown &&
      claimsOn(dictionary, word).every(({ form }) => form === "surname")
    );
  };
  return tokens.flatMap((token, first): Entity[] => {
    if (!/^(?:nsubj|obj|obl|nmod)/.test(token.deprel) || !isPlain(first) || !parties.some((party) => holds(party, token))) return [];
    let last = first;
    while (tokens[last + 1]?.start === tokens[last]!.end + 1 && tokens[last + 1]!.deprel.startsWith("flat") && isPlain(last + 1)) last++;
    const place = { start: token.start, end: tokens[last]!.end };
    const isWhole = !/^(?:[-–]|,? \p{Lu})/u.test(text.slice(place.end, place.end + 3));
    return last > first && isWhole && !names.some((name) => overlaps(name, place)) ? [{ ...place, kind: "PER" }] : [];
  });
}

/** "Emomali Rahmon was warm": a full name of somebody whom the dictionary knows, which the tagger passed over. */
function knownPeople(text: string, sentence: TaggedSentence, names: readonly Entity[], dictionary: Dictionary): Entity[] {
  const words = wordsOf(text, sentence, sentence);
  return hitsIn(dictionary, text, words, names).flatMap(({ from, to, claims }): Entity[] => {
    const isPerson = to - from > 1 && claims.every(({ entry, form }) => entry.kind === "person" && form === "name");
    const at = { start: words[from]!.start, end: words[to - 1]!.end };
    // "Ahmad *Nawaf Al-Ahmad* Al-Jaber" is another.
    const isPart = [words[from - 1], words[to]].some(
      (word) => word?.upos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(word.text) && !dictionary.agents.has(word.lower),
    );
    return isPerson && !isPart && !names.some((name) => overlaps(name, at)) ? [{ ...at, kind: "PER" }] : [];
  });
}

/** "Minister of Water and" before "Energy Ana Lima". */
const OFFICE_BEFORE = /\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Cc]hief|[Hh]ead) (?:of|for) (?:\p{Lu}\p{L}+,? )+and $/u;

/** Relations of a name that stands for itself. */
const ALONE = /^(?:nsubj|obj|iobj|obl|nmod|conj|root)/;

/** What is named after people, by where their name stands. */
const NAMED_AFTER = keysOf<"before" | "behind">("named-after");

const OFFICIAL = /^(?:GOV|LEG|JUD|MIL|COP|SPY)$/;

/** "League" of "Arab League", "Nations Security Council", "Kashmir" of "Jammu and Kashmir": bodies and places that the dictionary knows by a longer name. */
function withKnown(text: string, sentence: TaggedSentence, dictionary: Dictionary, names: readonly Entity[]): Entity[] {
  const words = wordsOf(text, sentence, sentence);
  const known = hitsIn(dictionary, text, words, names).flatMap(({ from, to, claims }): Entity[] => {
    const body = claims.some(({ entry, form }) => entry.kind === "organisation" && form === "name");
    const place = claims.some(({ entry, form }) => entry.kind === "country" && /^(?:name|city|capital)$/.test(form));
    const start = words[words[from]!.lower === "the" ? from + 1 : from]!.start;
    return to - from > 1 && (body || place) ? [{ start, end: words[to - 1]!.end, kind: body ? "ORG" : "LOC" }] : [];
  });
  return names.map((entity) => {
    const whole = known.find((one) => holds(one, entity) && entity.kind !== "PER" && (one.kind === "ORG" || entity.kind === "LOC"));
    return whole && !holds(entity, whole) ? { ...entity, ...whole } : entity;
  });
}

const PARTICLE = /^(?:al|el|bin|bint|ibn|abu|umm|van|von|de|da|der|den|di|del|dos|la)$/i;
const BETWEEN = /^-$|^ (?:(?:al|el|bin|bint|ibn|van|von|de|da|der|den|di|del|dos|\p{L}\.?)[ -])*$/iu;

/** "Vladimir" and "Putin" with nothing but a space between are one name; so are "Nam" and "River Group" where the tree hangs the one on the other. */
function withNeighbours(text: string, { tokens }: TaggedSentence, names: readonly Entity[]): Entity[] {
  const hangs = (of: Span, on: Span): boolean =>
    tokens.some(
      ({ head, deprel, ...at }) => holds(of, at) && /^(?:compound|flat)/.test(deprel) && tokens[head] && holds(on, tokens[head]!),
    );
  const joined: Entity[] = [];
  for (const entity of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && entity.kind === "PER" && last.kind === "PER" && BETWEEN.test(text.slice(last.end, entity.start)))
      joined[joined.length - 1] = { ...last, end: entity.end };
    else if (last && entity.kind === "ORG" && last.kind === "ORG" && text.slice(last.end, entity.start) === " " && hangs(last, entity))
      joined[joined.length - 1] = { ...last, end: entity.end };
    else joined.push(entity);
  }
  return joined;
}

/** A name while its ends move; both are places of words. */
class Growing {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly #others: readonly Entity[];
  readonly #dictionary: Dictionary;
  first: number;
  last: number;

  constructor(text: string, tokens: readonly Token[], dictionary: Dictionary, names: readonly Entity[], entity: Entity) {
    this.text = text;
    this.tokens = tokens;
    this.#dictionary = dictionary;
    this.#others = names.filter((other) => other !== entity);
    this.first = tokens.findIndex(({ start }) => start === entity.start);
    this.last = tokens.findLastIndex(({ end }) => end === entity.end);
  }

  word(at: number): string {
    return this.tokens[at] ? slice(this.text, this.tokens[at]!) : "";
  }
  /** True where no other name of a person or body has the word. */
  free(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && !this.#others.some((other) => other.kind !== "LOC" && overlaps(other, token));
  }
  capital(at: number): boolean {
    return this.free(at) && this.tokens[at]!.upos === "PROPN" && /^\p{Lu}\p{L}+$/u.test(this.word(at));
  }
  glued(at: number): boolean {
    return this.tokens[at]?.end === this.tokens[at + 1]?.start;
  }
  spaced(at: number): boolean {
    return this.tokens[at] !== undefined && this.tokens[at]!.end + 1 === this.tokens[at + 1]?.start;
  }
  hyphen(at: number): boolean {
    return /^[-‐‑]$/.test(this.word(at));
  }
  claims(at: number): ReturnType<typeof claimsOn> {
    return claimsOn(this.#dictionary, this.word(at));
  }
  place(at: number): boolean {
    return (
      this.#others.some((other) => other.kind === "LOC" && overlaps(other, this.tokens[at]!)) ||
      this.claims(at).some(({ form }) => form !== "surname")
    );
  }
  body(at: number): boolean {
    return this.#dictionary.agents.get(this.word(at).toLowerCase())?.form === "body";
  }
}

function wholeName(text: string, { tokens }: TaggedSentence, dictionary: Dictionary, names: readonly Entity[], entity: Entity): Entity {
  if (entity.kind !== "PER" && entity.kind !== "ORG") return entity;
  const bearer = bearerIn(text, entity);
  if (bearer) return bearer;
  const name = new Growing(text, tokens, dictionary, names, entity);
  if (name.first < 0 || name.last < name.first) return entity;
  // "-Ghanem", marked from the hyphen of "Al-Ghanem" on.
  if (name.hyphen(name.first) && name.first < name.last) name.first++;
  const isLone = name.first === name.last;
  while (
    name.hyphen(name.first - 1) &&
    name.glued(name.first - 2) &&
    name.glued(name.first - 1) &&
    name.free(name.first - 2) &&
    /^\p{Lu}/u.test(name.word(name.first - 2))
  )
    name.first -= 2;
  if (entity.kind === "PER") {
    endPerson(name, entity);
    beginPerson(name, entity, isLone);
  } else beginBody(name);
  return { ...entity, start: tokens[name.first]!.start, end: tokens[name.last]!.end };
}

/** "Minister of Water and *Energy* Ana Lima": the office ends with the first word, and the rest is its bearer's name. */
function bearerIn(text: string, entity: Entity): Entity | null {
  const [, office, rest] =
    /^(\p{Lu}\p{L}+ )((?:\p{Lu}[\p{L}’'-]+ ){1,3}?\p{Lu}[\p{L}’'-]+)(?! \p{Lu})/u.exec(text.slice(entity.start, entity.start + 80)) ?? [];
  if (!office || !rest || entity.end <= entity.start + office.length) return null;
  if (!OFFICE_BEFORE.test(text.slice(Math.max(0, entity.start - 80), entity.start))) return null;
  const start = entity.start + office.length;
  return { kind: "PER", start, end: start + rest.length };
}

/** "Nayef Falah Mubarak" goes on with "Al Hajraf". */
function endPerson(name: Growing, entity: Entity): void {
  const { text, tokens, first } = name;
  const hyphened = (): boolean =>
    name.hyphen(name.last + 1) && name.glued(name.last) && name.glued(name.last + 1) && name.free(name.last + 2);
  const goesOn = (next: number): boolean =>
    name.spaced(next - 1) && name.free(next) && !name.place(next) && isPart(text, tokens, next) && sameChain(tokens, next, next - 1);
  // "Putin Alaska" of "the Trump–Putin Alaska summit".
  if (name.last === first + 1 && name.place(name.last) && name.claims(first).some(({ form }) => form === "surname")) name.last--;
  while (hyphened() || goesOn(name.last + 1)) name.last += hyphened() ? 2 : 1;
  while (name.last > first && PARTICLE.test(name.word(name.last)) && tokens[name.last]!.end > entity.end) name.last--;
}

function beginPerson(name: Growing, entity: Entity, isLone: boolean): void {
  const { text, tokens, last } = name;
  // "Minister of Interior and *Municipalities* Ana Lima": what a conjunction joins to the office is no given name.
  const isJoined =
    tokens[name.first]!.deprel === "conj" && tokens[name.first - 1]?.upos === "CCONJ" && tokens[name.first + 1]?.head !== name.first;
  if (last - name.first >= 2 && isJoined) name.first++;
  // "interviewee David Titley"
  while (name.first < last && /^\p{Ll}{3,}$/u.test(name.word(name.first)) && !PARTICLE.test(name.word(name.first))) name.first++;
  // "geun" was cut from "Hee-geun", "Shokry" from "Sameh Shokry".
  const whole = name.first;
  const { start, deprel, head } = tokens[whole]!;
  const isCut = isLone && (start < entity.start || (deprel.startsWith("flat") && head === whole - 1));
  const isInitial = (at: number): boolean => tokens[at]!.upos === "PROPN" && INITIAL.test(name.word(at));
  const joins = (at: number): boolean => name.spaced(at) && name.free(at);
  while (joins(name.first - 1) && (PARTICLE.test(name.word(name.first - 1)) || isInitial(name.first - 1))) name.first--;
  const before = name.first - 1;
  const lacksName = isCut || (isLone && name.first < whole && PARTICLE.test(name.word(name.first)));
  if (lacksName && name.spaced(before) && name.capital(before) && !TITLE.test(name.word(before))) name.first--;
  // "Samir Borhan" of "Alya'a Samir Borhan": the rest of the name hangs on what stands before it.
  if (last > name.first && joins(name.first - 1) && !name.place(name.first - 1) && isGiven(text, tokens, name.first - 1, last))
    name.first--;
  // "de" alone begins no name.
  while (name.first < whole && /^\p{Ll}/u.test(name.word(name.first))) name.first++;
}

/** "Ministry" of "Interior Ministry", not of "Lebanese Ministry". */
function beginBody(name: Growing): void {
  const isKind = (at: number): boolean =>
    name.free(at) &&
    name.body(at + 1) &&
    name.tokens[at]!.upos === "ADJ" &&
    /^\p{Lu}\p{Ll}+$/u.test(name.word(at)) &&
    name.claims(at).length === 0;
  while (name.spaced(name.first - 1) && (name.capital(name.first - 1) || isKind(name.first - 1))) name.first--;
}

const isPart = (text: string, tokens: readonly Token[], at: number): boolean => {
  const word = slice(text, tokens[at]!);
  return tokens[at]!.upos === "PROPN" && (/^\p{Lu}\p{L}*\p{Ll}$/u.test(word) || PARTICLE.test(word)) && !TITLE.test(word);
};

/** A name's first word that the tagger passed over: the words up to `last` hang on it, behind the next one, or both are called beside the same office ("the envoy, Dr Alya'a Samir"). */
const isGiven = (text: string, tokens: readonly Token[], at: number, last: number): boolean =>
  tokens[at]!.upos === "PROPN" &&
  /^\p{Lu}[\p{L}'’]*\p{Ll}$/u.test(slice(text, tokens[at]!)) &&
  !TITLE.test(slice(text, tokens[at]!)) &&
  (tokens.slice(at + 2, last + 1).some(({ head, deprel }) => head === at && deprel.startsWith("flat")) ||
    [at, at + 1].every((here) => tokens[here]!.deprel === "appos" && tokens[here]!.head === tokens[at]!.head));

/** Both words are parts of one flat name, by the tree. */
function sameChain(tokens: readonly Token[], one: number, other: number): boolean {
  const root = (at: number): number => {
    let here = at;
    for (let steps = 0; steps < 8 && tokens[here]!.deprel.startsWith("flat") && tokens[here]!.head >= 0; steps++) here = tokens[here]!.head;
    return here;
  };
  return tokens[one] !== undefined && tokens[other] !== undefined && root(one) === root(other);
}

const INITIAL = /^\p{Lu}\.?$/u;
const TITLE =
  /^(?:The|Mr|Mrs|Ms|Dr|Sir|President|Premier|Chancellor|Secretary|General|Gen|Chief|King|Queen|Prince|Princess|Emperor|Sheikh|Senator|Governor|Mayor|Judge|Justice|Professor|Captain|Inspector|Speaker|Congressman|Ambassador|Minister|\p{L}*[Mm]inister)\.?$/u;
