// One mention in its sentence → what its own words tell: whose name it is, or which noun, of which country and sector. Knows nothing of other mentions. Pure.

import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Entity, TaggedSentence } from "../tag/types.ts";
import { type Context, decide } from "./context.ts";
import { type Agent, type Claim, claimsOn, codeAt, type Dictionary, type Entry } from "./dictionary.ts";
import { keyOf } from "./names.ts";
import type { ActorKind, Code, MentionForm } from "./types.ts";
import { coreEnd, type Hit, headAt, hitsIn, isPossessive, type Word, wordsOf } from "./words.ts";

export interface Reading extends Code {
  readonly form: MentionForm;
  readonly kind: ActorKind;
  readonly name: string;
  readonly office: string | null;
  readonly entry: Entry | null;
  /** The noun that heads it ("foreign minister"), for nominals and titles. */
  readonly noun: string | null;
  readonly agent: Agent | null;
  /** True for "the president", "Turkey's leader": may point back to a person named before. */
  readonly definite: boolean;
  readonly plural: boolean;
  /** True where `code` is the article's country, not the mention's own. */
  readonly assumed: boolean;
  /** True where only the whole article could tell the country. */
  readonly bare: boolean;
  /** True for those who are of no one country ("both sides", "world leaders"): theirs is not to be assumed. */
  readonly open: boolean;
}

const DETERMINERS = new Set(
  "the a an this that these those some any many several both all two three four five six seven eight nine ten dozens hundreds thousands most few other another each every no more at least about around nearly almost over his her its their our my your".split(
    " ",
  ),
);
const FORMER = /^(?:former|previous|ex|ousted|deposed|exiled|retired|late|erstwhile|ex-.+)$/;
const NUMBER =
  /^(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|many|several|some|few|scores|both|all)$/;
const COURTESY = new Set([
  "mr",
  "mr.",
  "mrs",
  "mrs.",
  "ms",
  "ms.",
  "miss",
  "dr",
  "dr.",
  "sir",
  "lord",
  "lady",
  "dame",
  "prof",
  "prof.",
  "professor",
  "gen",
  "gen.",
  "sen",
  "sen.",
  "rep",
  "rep.",
  "gov",
  "gov.",
  "col",
  "col.",
  "lt",
  "lt.",
  "sheikh",
  "sheik",
  "senator",
  "congressman",
  "congresswoman",
  "representative",
  "president-elect",
  "captain",
  "major",
  "sergeant",
  "maj",
  "maj.",
  "adm",
  "adm.",
]);
/** "Its forces" are those of whoever it is, not the article's country's. */
const OWNED = /^(?:his|her|its|their|our|my|your)$/;
const ALLIED = /^(?:backed|supported|funded|allied|aligned|linked|trained|armed|led|sponsored|born)$/;
const OFFICIAL = new Set(["GOV", "LEG", "JUD", "MIL", "SPY", "COP"]);
const AT_HOME = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "OPP", "SPY"]);
const OPEN =
  /\b(?:world(?:'s)? (?:leaders|powers|countries|nations)|world$|global|(?:the |^)international (?:community|partners|observers|investors|organi[sz]ations|donors|lenders)|(?:foreign|overseas|western|regional|gulf|nordic|baltic|asian) (?:leaders|powers|countries|nations|states|governments|ministers|officials|diplomats|investigators|allies|partners|investors|forces|troops|media|fighters|tourists|nationals)|european|arab|latin american|multinational|multilateral|countries|nations|member states|(?:both|two|warring|rival) (?:sides|presidents|leaders|foreign ministers|delegations)|each other|one another|neighbou?ring|humanity|mankind)\b/i;

/** @param of the mention's span; @param entity the name that it is or ends with, where the tagger found one. */
export function readMention(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context): Reading | null {
  const all = wordsOf(text, sentence, of);
  let from = 0;
  while (from < all.length - 1 && (DETERMINERS.has(all[from]!.lower) || !/[\p{L}\p{N}]/u.test(all[from]!.text))) from++;
  const determined = all.slice(0, from).map(({ lower }) => lower);
  let words = all.slice(from);
  while (words.length > 1 && (isPossessive(words.at(-1)) || !/[\p{L}\p{N})]/u.test(words.at(-1)!.text))) words = words.slice(0, -1);
  if (words.length === 0 || (words.length === 1 && DETERMINERS.has(words[0]!.lower) && !NUMBER.test(words[0]!.lower))) return null;
  if (/^(?:who|whom|which|that)$/.test(words[0]!.lower)) return null;
  const entities = sentence.entities.filter((entity) => overlaps(entity, of));
  const bare = hull(words);
  const whole = slice(text, bare).replace(/['’]s$/, "");
  const exactKind = entities.find((entity) => entity.start === bare.start && entity.end >= bare.end - 2)?.kind;
  const plural = determined.some((word) => NUMBER.test(word));

  const claims = claimsOn(dictionary, whole);
  const exact = decide(claims.length > 0 ? claims : claimsOn(dictionary, slice(text, of)), context, { kind: exactKind });
  if (exact && !plural && (exact.form !== "surname" || determined.length === 0)) return named(exact, context, whole, determined, null);
  if (exact && plural && (exact.form === "people" || exact.form === "adjective")) return people(exact, context, slice(text, of), true);

  const pair = pairOf(dictionary, text, sentence, words, context, determined);
  if (pair) return pair.kind === "group" ? { ...pair, name: slice(text, of) } : pair;

  const head = headAt(words);
  if (head < 0) return null;
  // "President of the World Economic Forum Borge Brende": the name comes after what he is president of.
  const bearer = entities.find((name) => name.kind === "PER" && name.end === words.at(-1)!.end && name.start > words[head]!.end);
  if (bearer && words.length - head < 12 && titleOnly(dictionary, words.slice(0, head + 1))) {
    const title = nominal(
      dictionary,
      text,
      words.filter(({ end }) => end <= bearer.start),
      entities,
      context,
      determined,
      null,
    );
    const person = readMention(dictionary, text, sentence, bearer, context);
    if (person?.entry) return person;
    if (person) return { ...title, form: "name", kind: "person", name: person.name, office: title.name, definite: false, plural: false };
  }
  const found = agentAt(dictionary, words, head);
  const hits = hitsIn(dictionary, text, words, entities);
  const last = words[head]!;
  const entity = entities.find((name) => name.kind !== "LOC" && name.end === last.end) ?? entities.find((name) => name.end === last.end);

  // A person or body by name, with or without a title before it.
  const name = found && !entity ? null : nameAt(dictionary, text, words, head, entity, hits);
  if (name) {
    const title = words.filter((word) => word.end <= name.span.start);
    const reading = title.length > 0 ? nominal(dictionary, text, title, entities, context, determined, null) : null;
    const courtesy = title.some(({ lower }) => COURTESY.has(lower));
    const titled = courtesy || reading?.agent != null;
    const claim = decide(name.claims, context, { kind: name.kind, code: reading?.code ?? null, titled: titled && name.kind !== "ORG" });
    // "Houthi rebels", "Hamas official": the name before a noun is no name of the whole.
    if (claim) return named(claim, context, slice(text, name.span), determined, reading);
    const person = name.kind === "PER" || (name.kind === undefined && titled);
    if (person || name.kind === "ORG" || name.kind === "LOC" || name.kind === "MISC") {
      const own = slice(text, name.span);
      const body =
        name.kind === "ORG" || name.kind === "MISC" ? nominal(dictionary, text, words, entities, context, determined, null) : null;
      const told = reading ?? body;
      // "Ministry of Health" is the article's own country's; "Free Rivers Network" may be anybody's.
      const guessed = !person && told?.assumed === true && !AT_HOME.has(told.sector ?? "");
      return {
        form: "name",
        kind: person ? "person" : name.kind === "ORG" ? "organisation" : "unnamed",
        name: own,
        code: guessed ? null : (told?.code ?? null),
        sector: told?.sector ?? null,
        other_sectors: told?.other_sectors ?? [],
        office: person && reading?.agent ? slice(text, hull(title)) : null,
        entry: null,
        noun: told?.noun ?? null,
        agent: told?.agent ?? null,
        definite: false,
        plural: false,
        assumed: !guessed && (told?.assumed ?? false),
        bare: told?.bare ?? true,
        open: told?.open ?? OPEN.test(own),
      };
    }
  }
  if (!found && !entity) {
    // "100,000 ethnic Armenians"
    const folk = hits.find(({ to }) => to === head + 1)?.claims.find(({ form }) => form === "people");
    if (folk) return people(folk, context, slice(text, of), true);
    // A title and a name that the tagger did not mark: "Foreign Minister Salim al-Harthy".
    for (let at = 1; at <= head; at++) {
      const rest = words.slice(at, head + 1);
      if (
        !rest.every(({ text: word }) => /\p{Lu}|^(?:al|el|bin|ibn|de|da|van|von|der|den|di|-)$/u.test(word)) ||
        !titleOnly(dictionary, words.slice(0, at))
      )
        continue;
      const person: Entity = { ...hull(rest), kind: "PER" };
      return readMention(dictionary, text, { ...sentence, entities: [...sentence.entities, person] }, of, context);
    }
  }
  const near = placeAround(dictionary, text, sentence, of, context);
  return nominal(dictionary, text, words, entities, context, determined, near, shownAs(text, all));
}

/** The country where the clause of `of` happens ("in neighbouring Guatemala", before it or right behind it), where it is not the article's own and the only one. */
function placeAround(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context): string | null {
  if (!/\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ii]nside) /.test(slice(text, sentence))) return null;
  const words = wordsOf(text, sentence, sentence);
  const found = new Set<string>();
  words.forEach((word, at) => {
    if (!/^(?:in|across|throughout|inside)$/.test(word.lower)) return;
    let to = at + 1;
    while (/^(?:the|neighbou?ring|nearby|southern|northern|eastern|western|central)$/.test(words[to]?.lower ?? "")) to++;
    const [hit] = hitsIn(dictionary, text, words.slice(to, to + 6), sentence.entities);
    if (hit?.from !== 0 || isPossessive(words[to + hit.to])) return;
    // Inside the mention or well behind it, it is a place of something else.
    const { start } = words[to]!;
    if (start > of.start && (start < of.end || word.start - of.end > 2)) return;
    const claim = decide(hit.claims, context);
    if (claim?.entry.kind === "country" && /^(?:name|capital|city)$/.test(claim.form)) found.add(claim.entry.code);
  });
  const [only] = found;
  return found.size === 1 && only !== context.home ? only! : null;
}

/** `of` with what a short span left out: the modifiers before it ("Ukrainian" of "the Ukrainian air force"), the rest of a name. */
export function wholePhrase(text: string, sentence: TaggedSentence, of: Span): Span {
  const { tokens } = sentence;
  const words = wordsOf(text, sentence, of).filter(({ token }) => token >= 0);
  const inside = new Set(words.map(({ token }) => token));
  const belongs = (at: number): boolean =>
    /^(?:amod|compound|nummod|nmod:poss|nmod:desc)/.test(tokens[at]!.deprel) && inside.has(tokens[at]!.head);
  let first = words[0]?.token ?? 0;
  while (first > 0) {
    const at = first - 1;
    const mark = tokens[at]!.deprel === "case" && tokens[at]!.head === at - 1 && at > 0 && belongs(at - 1);
    if (!belongs(at) && !mark) break;
    first = mark ? at - 1 : at;
    inside.add(at).add(first);
  }
  // "Russian President Vladimir": the rest of the name.
  let last = words.at(-1)?.token ?? -1;
  while (
    last >= 0 &&
    tokens[last + 1]?.deprel.startsWith("flat") &&
    tokens[last + 1]!.upos === "PROPN" &&
    inside.has(tokens[last + 1]!.head)
  )
    inside.add(++last);
  if (words.length === 0) return of;
  return span(Math.min(of.start, tokens[first]!.start), Math.max(of.end, tokens[last]!.end));
}

/** The noun phrase as the record shows it: without article and relative clause. */
function shownAs(text: string, all: readonly Word[]): string {
  let words = all;
  const clause = words.findIndex(({ lower }, at) => at > 0 && /^(?:who|whom|whose|which|that|where)$/.test(lower));
  if (clause > 0) words = words.slice(0, clause);
  while (words.length > 1 && /^[,;:—–-]$/.test(words.at(-1)!.text)) words = words.slice(0, -1);
  const shown = slice(text, hull(words));
  return (
    shown
      .replace(/^[^\p{L}\p{N}]+/u, "")
      .replace(/^(?:the|an?|this|that|these|those) (?=.)/i, "")
      .trim() || shown
  );
}

/** "Macron and Merz", "police and soldiers": a group with what its two sides share. */
function pairOf(
  dictionary: Dictionary,
  text: string,
  sentence: TaggedSentence,
  words: readonly Word[],
  context: Context,
  determined: readonly string[],
): Reading | null {
  const and = words.findIndex(({ lower }, at) => lower === "and" && at > 0 && at < words.length - 1);
  if (and < 0 || and >= coreEnd(words)) return null;
  const [left, right] = [words.slice(0, and), words.slice(and + 1)].map((side) =>
    readMention(dictionary, text, sentence, hull(side), context),
  );
  const somebody = (side: Reading | null | undefined): side is Reading =>
    side != null && (side.entry !== null || side.agent !== null || side.kind === "person" || (side.code !== null && !side.assumed));
  if (!somebody(left) || !somebody(right)) return null;
  // "Deputy Prime Minister and Defence Minister Amina Diallo" is one woman.
  if (
    determined.length === 0 &&
    left.form === "nominal" &&
    !left.plural &&
    /^(?:leader|office)$/.test(left.agent?.form ?? "") &&
    right.kind === "person" &&
    right.form === "name"
  )
    return { ...right, office: right.office && `${left.name} and ${right.office}` };
  const shared = <T>(one: T, other: T): T | null => (one === other ? one : null);
  return {
    ...left,
    form: "nominal",
    kind: "group",
    // "Soldiers and the Free Rivers Network": one side's country, where only one tells it.
    code: left.code === null || right.code === null ? (left.code ?? right.code) : shared(left.code, right.code),
    sector: shared(left.sector, right.sector),
    other_sectors: [],
    office: null,
    entry: null,
    noun: null,
    agent: null,
    definite: false,
    plural: true,
    assumed: left.assumed && right.assumed,
    open: left.open || right.open || left.code !== right.code,
  };
}

function named(claim: Claim, context: Context, written: string, determined: readonly string[], title: Reading | null): Reading {
  const { entry, form } = claim;
  if ((form === "people" || form === "adjective") && entry.kind === "country" && !determined.includes("the"))
    return people(claim, context, written, form === "people");
  const told = titled(codeAt(entry, context.date), entry, title, context.date);
  const place = form === "city";
  return {
    form: form === "capital" || form === "metonym" ? "metonym" : form === "people" || form === "adjective" ? "nominal" : "name",
    kind: place ? "unnamed" : entry.kind,
    name: place ? written : entry.name,
    code: told.code,
    sector: place ? null : told.sector,
    other_sectors: told.other_sectors,
    office: told.office,
    entry: place ? null : entry,
    noun: title?.noun ?? null,
    agent: title?.agent ?? null,
    definite: false,
    plural: false,
    assumed: false,
    bare: false,
    open: false,
  };
}

/** What `entry` is on the day, unless the text gives another office: titles are newer than dictionaries, and tell the day where the article does not. */
function titled(told: ReturnType<typeof codeAt>, entry: Entry, title: Reading | null, date: string | null): ReturnType<typeof codeAt> {
  if (entry.kind !== "person" || !title?.agent) return told;
  if (title.sector === "ELI")
    return date === null ? { ...told, sector: "ELI", other_sectors: [], office: title.name, current: false } : told;
  if (!/^(?:leader|office)$/.test(title.agent.form)) return told;
  const own = title.assumed ? null : title.code;
  // A "Ukraine envoy" is not Ukraine's.
  const away = /envoy|representative|coordinator|ambassador|negotiator|rapporteur/.test(title.agent.noun);
  const undated = date === null && told.office !== null && !answersTo(title.agent.noun, told.office);
  if (told.current && !undated && (own === null || own === told.code || away)) return told;
  const code = own === null || away ? told.code : own;
  return { ...told, code, sector: title.sector, other_sectors: title.other_sectors, office: title.name, current: true };
}

/** "Palestinians", "a Russian": people of a country, not its government. */
function people({ entry }: Claim, context: Context, written: string, plural: boolean): Reading {
  return {
    form: "nominal",
    kind: plural ? "group" : "unnamed",
    name: written,
    ...codeOf(entry, context),
    sector: "CVL",
    office: null,
    entry: null,
    noun: "people",
    agent: null,
    definite: false,
    plural,
    assumed: false,
    bare: false,
    open: false,
  };
}

const codeOf = (entry: Entry, context: Context): Code => {
  const { code, sector, other_sectors } = codeAt(entry, context.date);
  return { code, sector, other_sectors };
};

interface Name {
  readonly span: Span;
  readonly kind: Entity["kind"] | undefined;
  readonly claims: readonly Claim[];
}

/** The name that ends at the head, without the titles that the tagger may have put into it. */
function nameAt(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  head: number,
  entity: Entity | undefined,
  hits: readonly Hit[],
): Name | null {
  const end = words[head]!.end;
  const longer =
    entity &&
    hits.find((one) => one.to === head + 1 && words[one.from]!.start < entity.start && one.claims.some(({ form }) => form === "name"));
  if (longer && entity) return { span: span(words[longer.from]!.start, end), kind: entity.kind, claims: longer.claims };
  if (entity) {
    const inside = words.filter((word) => holds(entity, word));
    for (let at = 0; at < inside.length; at++) {
      const claims = claimsOn(dictionary, text.slice(inside[at]!.start, end));
      const before = inside.slice(0, at);
      if (claims.length > 0 && (at === 0 || titleOnly(dictionary, before)))
        return { span: span(inside[at]!.start, end), kind: entity.kind, claims };
    }
    let at = 0;
    while (
      entity.kind === "PER" &&
      at < inside.length - 1 &&
      (titleOnly(dictionary, inside.slice(0, at + 1)) || COURTESY.has(inside[at]!.lower))
    )
      at++;
    const start = inside[at]?.start ?? entity.start;
    return { span: span(start, end), kind: entity.kind, claims: [] };
  }
  const hit = hits.find(({ to }) => to === head + 1);
  if (!hit || hit.claims.every(({ form }) => form === "adjective")) return null;
  const before = words.slice(0, hit.from);
  if (hit.from > 0 && !titleOnly(dictionary, before.slice(-4)) && !COURTESY.has(before.at(-1)!.lower)) return null;
  return { span: span(words[hit.from]!.start, end), kind: undefined, claims: hit.claims };
}

/** True where the last of `words` ends a title ("Prime Minister"). */
const titleOnly = (dictionary: Dictionary, words: readonly Word[]): boolean => {
  const found = words.length > 0 ? agentAt(dictionary, words, words.length - 1) : null;
  return (found !== null && found.to === words.length && !found.agent.plural) || COURTESY.has(words.at(-1)?.lower ?? "");
};

/** The head-noun rule: the longest known noun that ends at the head, or that starts in the core and runs over its end ("minister of foreign affairs"). */
function agentAt(dictionary: Dictionary, words: readonly Word[], head: number): { agent: Agent; from: number; to: number } | null {
  const phrase = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(" ")
      .replace(/ ?- ?/g, "-")
      .replace(/ '/g, "'");
  for (let from = Math.max(0, head - 4); from <= head; from++)
    for (let to = Math.min(words.length, head + 6); to > head; to--) {
      const key = phrase(from, to);
      const agent = dictionary.agents.get(key) ?? dictionary.agents.get(key.replaceAll("-", " "));
      if (agent) return { agent, from, to };
    }
  return null;
}

function nominal(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  entities: readonly Entity[],
  context: Context,
  determined: readonly string[],
  near: string | null,
  shown: string | null = null,
): Reading {
  const head = headAt(words);
  const found = agentAt(dictionary, words, head);
  const from = found?.from ?? head;
  const to = found?.to ?? head + 1;
  const before = words.slice(0, from);
  const source = owner(dictionary, text, words, from, to, entities, context);
  const agent = found?.agent ?? null;
  const plural =
    agent?.plural ||
    determined.some((word) => NUMBER.test(word)) ||
    before.some(({ lower }, at) => NUMBER.test(lower) && !aged(before[at + 1]));

  let office = false;
  let sector = agent?.sector ?? null;
  let other_sectors: readonly string[] = [];
  // The president of a bank is no head of state.
  if (agent && source && (agent.inherits || agent.form === "leader") && source.body) {
    ({ sector, other_sectors } = source.body);
    sector ??= agent.sector === "GOV" ? null : agent.sector;
  } else if (agent && source?.body && (agent.sector === "UAF" || agent.form === "body") && source.body.sector === "REB") sector = "REB";
  else if (agent?.inherits || agent?.sector === "UAF") {
    // "army spokesman", "party official", "separatist fighters": the noun before the noun.
    for (let at = from - 1; at >= 0; at--) {
      const modifier = agentAt(dictionary, words.slice(0, at + 1), at);
      if (!modifier || modifier.agent.inherits) continue;
      sector = modifier.agent.sector;
      office = modifier.agent.form === "body";
      break;
    }
  }
  if (sector && OFFICIAL.has(sector) && words.slice(0, to).some(({ lower }) => FORMER.test(lower))) sector = "ELI";
  if (sector !== null && sector !== "OPP" && before.some(({ lower }) => lower === "opposition")) other_sectors = [...other_sectors, "OPP"];

  const written = slice(text, hull(words));
  // Two presidents are hardly one country's.
  const leaders = plural && agent?.form === "leader" && !context.domestic;
  const open =
    source?.several === true ||
    (source === null && (leaders || OPEN.test(determined.length > 0 ? `${determined.join(" ")} ${written}` : written)));
  // "In Lyon, police …": where it happens tells whose they are.
  const owned = source?.code ?? (agent && source === null && !open ? near : null);
  const home =
    agent && owned === null && source === null && !open && context.home !== null && !determined.some((word) => OWNED.test(word))
      ? (AT_HOME.has(sector ?? "") && sector !== "MIL" && (agent.form !== "people" || office)) ||
        (context.domestic && sector !== "REF" && sector !== "JRN")
      : false;
  const definite = !plural && (determined.includes("the") || determined.length === 0 || source !== null) && !determined.includes("a");
  return {
    form: "nominal",
    kind: plural ? "group" : agent?.form === "body" ? "organisation" : "unnamed",
    name: shown ?? written,
    code: owned ?? (home ? context.home : null),
    sector,
    other_sectors,
    office: null,
    entry:
      agent?.form === "body" && /^(?:(?:federal )?government|regime|administration)$/.test(agent.noun) ? (source?.country ?? null) : null,
    noun: agent?.noun ?? null,
    agent,
    definite: definite && agent !== null,
    plural,
    assumed: home,
    bare: source === null,
    open,
  };
}

/** "40-year-old" counts nobody. */
const aged = (next: Word | undefined): boolean => /^(?:-|year)/.test(next?.lower ?? "");

interface Owner extends Code {
  /** Sector to inherit, where the owner is a body or person rather than a country. */
  readonly body: Code | null;
  readonly country: Entry | null;
  /** True for "the leaders of France and Germany": no one's. */
  readonly several?: boolean;
}

/** Whom the noun at words `from`..`to` belongs to: the nearest name before it ("Turkish", "Spain's", "UN"), else of, for, in or from X after it. */
function owner(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  entities: readonly Entity[],
  context: Context,
): Owner | null {
  const hits = hitsIn(dictionary, text, words, entities);
  const usable = hits.filter((hit) => {
    const glued = (at: number): boolean => words[at]?.text === "-";
    const before = words[hit.from - 1];
    if (
      /^(?:pro|anti)-?$/.test((glued(hit.from - 1) ? words[hit.from - 2] : before)?.lower ?? "") ||
      /^(?:pro|anti)-/.test(words[hit.from]!.lower)
    )
      return false;
    if (glued(hit.to) && ALLIED.test(words[hit.to + 1]?.lower ?? "")) return false;
    return true;
  });
  const ahead = usable.filter((hit) => hit.to <= from).reverse();
  const after = usable.filter((hit) => hit.from >= to);
  const preposition = (hit: Hit): string => {
    for (let at = hit.from - 1; at >= to; at--)
      if (/^(?:of|for|in|from|at|to|with|against|on|by|near|,)$/.test(words[at]!.lower)) return words[at]!.lower;
    return "";
  };
  const behind = ["of", "for", "from", "in", "at", "near"].flatMap((word) => after.filter((hit) => preposition(hit) === word));
  const codeAtHit = (hit: Hit): string | null => decide(hit.claims, context)?.entry.code ?? null;
  const joined = usable.some((hit, at) => {
    const next = usable[at + 1];
    if (!next || next.from - hit.to > 3 || (hit.to <= from && next.from >= to)) return false;
    const between = words.slice(hit.to, next.from).map(({ lower }) => lower);
    const one = codeAtHit(hit);
    const other = codeAtHit(next);
    return (
      between.length > 0 && between.every((word) => /^(?:,|and|&|the|or)$/.test(word)) && one !== null && other !== null && one !== other
    );
  });
  if (joined) return { code: null, sector: null, other_sectors: [], body: null, country: null, several: true };
  for (const hit of [...ahead, ...behind]) {
    const claim = decide(hit.claims, context, { kind: entities.find((entity) => entity.end === words[hit.to - 1]!.end)?.kind });
    if (!claim) continue;
    // "The May talks": a surname speaks of its bearer where the tagger sees a person, or in "May's".
    const person = entities.some(({ kind, end }) => kind === "PER" && end === words[hit.to - 1]!.end) || isPossessive(words[hit.to]);
    if (claim.form === "surname" && !person) continue;
    const code = codeOf(claim.entry, context);
    const country = claim.entry.kind === "country";
    return { ...code, body: country ? null : code, country: country ? claim.entry : null };
  }
  // "Tunisian-born", "US-led": a hyphenated word that a tokenizer kept whole.
  for (const word of words.slice(0, from)) {
    const parts = word.text.split("-");
    if (parts.length < 2 || ALLIED.test(parts[1]!) || /^(?:pro|anti)$/i.test(parts[0]!)) continue;
    const claim = decide(claimsOn(dictionary, parts[0]!), context, {});
    if (claim && claim.form !== "surname") {
      const code = codeOf(claim.entry, context);
      const country = claim.entry.kind === "country";
      return { ...code, body: country ? null : code, country: country ? claim.entry : null };
    }
  }
  return null;
}

/** A class of office that the same words speak of in different ways, or the office itself in lower case. */
export function officeClass(office: string): string {
  const low = keyOf(office);
  if (/^former|^ex /.test(low)) return "former";
  const CLASSES: readonly (readonly [RegExp, string])[] = [
    [/vice president|deputy president/, "vice president"],
    [/deputy prime minister|vice premier/, "deputy prime minister"],
    [/deputy foreign minister/, "deputy foreign minister"],
    [/chancellor of the exchequer|finance minister|treasury secretary|minister of finance/, "finance minister"],
    [/prime minister|premier|chancellor|taoiseach/, "prime minister"],
    [/spokes|press secretary/, "spokesman"],
    [
      /foreign (?:affairs )?minister|foreign secretary|secretary of state|diplomat|minister (?:of|for) foreign affairs|external affairs minister|foreign policy chief/,
      "foreign minister",
    ],
    [/defen[cs]e (?:minister|secretary|chief)|secretary of (?:defen[cs]e|war)|minister of defen[cs]e/, "defence minister"],
    [/interior minister|home secretary|home minister/, "interior minister"],
    [/supreme leader/, "supreme leader"],
    [/crown prince/, "crown prince"],
    [/pope|pontiff/, "pope"],
    [/secretary.general/, "secretary-general"],
    [/envoy/, "envoy"],
    [/ambassador/, "ambassador"],
    [/president/, "president"],
    [/king|monarch|emir|sultan|queen/, "king"],
    [/mayor/, "mayor"],
    [/governor/, "governor"],
    [/negotiator/, "negotiator"],
    [/commander|army chief|general/, "general"],
    [/speaker/, "speaker"],
    [/senator/, "senator"],
    [/judge|justice/, "judge"],
    [/leader/, "leader"],
    [/minister/, "minister"],
    [/director|head|chief/, "chief"],
  ];
  return CLASSES.find(([pattern]) => pattern.test(low))?.[1] ?? low;
}

const LEADING = new Set(["president", "prime minister", "king", "supreme leader", "leader", "crown prince"]);

/** True where "the `noun`" may speak of one who holds `office`. */
export function answersTo(noun: string, office: string): boolean {
  if (/^secretary of state$/.test(noun)) return /secretary of state/i.test(office);
  const asked = officeClass(noun);
  const held = officeClass(office);
  if (asked === held) return true;
  if (asked === "leader") return LEADING.has(held);
  if (asked === "minister") return held.endsWith("minister");
  if (asked === "chief") return ["secretary-general", "general", "leader"].includes(held) || /chief|head|director/i.test(office);
  return false;
}
