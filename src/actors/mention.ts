// One mention in its sentence → what its own words tell: whose name it is, or which noun, of which country and sector. Knows nothing of other mentions. Pure.
import { hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Entity, Role, TaggedSentence } from "../tag/types.ts";
import { named, people } from "./claimed.ts";
import { type Context, decide } from "./context.ts";
import { COURTESY, DETERMINERS, NUMBER, OPEN, PARTITIVE } from "./determiners.ts";
import { claimsOn, type Dictionary } from "./dictionary.ts";
import { nameAt, titleOnly } from "./head-name.ts";
import { AT_HOME, agentAt, nominal } from "./head-noun.ts";
import { pairOf } from "./pair.ts";
import { shownAs } from "./phrase.ts";
import { placeAround } from "./place-around.ts";
import { plainReading, type Reading } from "./reading.ts";
import { isHonour } from "./whole-names.ts";
import { coreEnd, headAt, hitsIn, isPossessive, type Word, withoutBrackets, wordsOf } from "./words.ts";

/** @param of the mention's span; @param entity the name that it is or ends with, where the tagger found one. */
export function readMention(dictionary: Dictionary, text: string, sentence: TaggedSentence, of: Span, context: Context): Reading | null {
  const all = wordsOf(text, sentence, of);
  let from = 0;
  // "And a person …", "in a post": a span that begins too early.
  const isPartitive = (at: number): boolean => PARTITIVE.test(all[at]!.lower) && all[at + 1]?.lower === "of" && at < all.length - 2;
  while (
    from < all.length - 1 &&
    (isPartitive(from) || isNoStart(all[from]!) || DETERMINERS.has(all[from]!.lower) || !/[\p{L}\p{N}]/u.test(all[from]!.text))
  )
    from++;
  const determined = all.slice(0, from).map(({ lower }) => lower);
  const phrase = behindVerb(all.slice(from), sentence, of);
  const written = phrase.length < all.length - from ? phrase : all;
  if (isHonour(text, of)) return null;
  let words = withoutHonours(text, withoutNative(withoutBrackets(withoutClause([...phrase]))));
  while (words.length > 1 && (isPossessive(words.at(-1)) || !/[\p{L}\p{N})]/u.test(words.at(-1)!.text))) words = words.slice(0, -1);
  if (words.length === 0 || (words.length === 1 && DETERMINERS.has(words[0]!.lower) && !NUMBER.test(words[0]!.lower))) return null;
  if (/^(?:who|whom|which|that)$/.test(words[0]!.lower)) return null;
  const plays = (role: Role): boolean => sentence.acts.some((act) => act.arguments.some((one) => one.role === role && overlaps(one, of)));
  const suffers = plays("recipient") && !plays("actor");
  const entities = sentence.entities.filter((entity) => overlaps(entity, of));
  const bare = hull(words);
  const whole = slice(text, bare).replace(/['’]s$/, "");
  const exactKind = entities.find((entity) => entity.start === bare.start && entity.end >= bare.end - 2)?.kind;
  const plural = determined.some((word) => NUMBER.test(word));

  const claims = claimsOn(dictionary, whole);
  const exact = decide(claims.length > 0 ? claims : claimsOn(dictionary, slice(text, of)), context, { kind: exactKind });
  // "Iraqi" of "renewed Iraqi calls": whose doing a deed is, not one of its people.
  const deed = takesPart(sentence, of) && deedBehind(dictionary, text, sentence, words.at(-1)!);
  if (deed && exact?.form === "adjective" && exact.entry.kind === "country" && !plural)
    return named({ ...exact, form: "metonym" }, context, exact.entry.name, ["the"], null);
  if (exact && !plural && (exact.form !== "surname" || determined.length === 0)) return named(exact, context, whole, determined, null);
  if (exact && plural && (exact.form === "people" || exact.form === "adjective")) return people(exact, context, slice(text, of), true);

  const pair = pairOf(words, entities, determined, (side) => readMention(dictionary, text, sentence, side, context));
  if (pair)
    return pair.kind === "group"
      ? {
          ...pair,
          name: slice(text, /^(?:of|,)$/.test(words[coreEnd(words)]?.lower ?? "") ? of : span(of.start, words[coreEnd(words) - 1]!.end)),
        }
      : pair;

  const head = headAt(words);
  if (head < 0) return null;
  // "President of the World Economic Forum Borge Brende": the name comes after what he is president of.
  const bearer = entities.find((name) => name.kind === "PER" && name.end === words.at(-1)!.end && name.start > words[head]!.end);
  const office = words.filter(({ end, lower }) => end <= (bearer?.start ?? 0) && !COURTESY.has(lower));
  // "Works of Chad chairman Ana Lima": what he is stands last, and whose before it.
  const held = bearer && !titleOnly(dictionary, words.slice(0, head + 1)) ? agentAt(dictionary, office, office.length - 1) : null;
  const isOffice = held
    ? held.to === office.length &&
      held.agent.form !== "body" &&
      office.every(({ upos, lower }) => lower === "of" || !/^(?:ADP|VERB|PUNCT)$/.test(upos))
    : titleOnly(dictionary, words.slice(0, head + 1));
  if (bearer && office.length - head < 14 && isOffice) {
    const title = nominal(dictionary, text, held ? office.slice(held.from) : office, entities, context, determined, null);
    const person = readMention(dictionary, text, sentence, bearer, context);
    if (person?.entry) return person;
    // "The news agency, Petra" is one body.
    if (person && title.agent?.form === "body" && office.slice(head + 1).every(({ lower }) => lower === ","))
      return { ...title, form: "name", kind: "organisation", name: person.name, definite: false };
    if (person) return { ...title, form: "name", kind: "person", name: person.name, office: title.name, definite: false, plural: false };
  }
  const apposed = beforeOffice(words, entities);
  if (apposed) {
    const person = readMention(dictionary, text, sentence, apposed, context);
    const rest = words.filter(({ start }) => start >= apposed.end);
    const office = agentAt(dictionary, rest, headAt(rest)) && nominal(dictionary, text, rest, entities, context, [], null);
    if (person?.entry && office) return person;
    if (person && office && !office.plural && office.agent?.form !== "body")
      return { ...office, form: "name", kind: "person", name: person.name, office: shownAs(text, rest), entry: null, definite: false };
  }
  const found = agentAt(dictionary, words, head);
  const hits = hitsIn(dictionary, text, words, entities);
  const last = words[head]!;
  const unmarked = bodyUnmarked(words, found, hits, entities) ?? bearerUnmarked(words, sentence, found, head, entities);
  if (unmarked) return readMention(dictionary, text, { ...sentence, entities: [...sentence.entities, unmarked] }, of, context);
  // "TV" of "state TV" is half of a noun, whatever the tagger marks.
  const isHalf = (name: Span): boolean =>
    found !== null && found.to - found.from > 1 && name.start > words[found.from]!.start && name.end <= words[found.to - 1]!.end;
  const ending = entities.filter((name) => name.end === last.end && !isHalf(name));
  const entity = ending.find((name) => name.kind !== "LOC") ?? ending[0];

  // A person or body by name, with or without a title before it.
  const name = found && !entity ? null : nameAt(dictionary, text, words, head, entity, hits);
  if (name) {
    const title = words.filter((word) => word.end <= name.span.start);
    const reading = title.length > 0 ? nominal(dictionary, text, title, entities, context, determined, null) : null;
    const courtesy = title.some(({ lower }) => COURTESY.has(lower));
    const titled = courtesy || reading?.agent != null;
    const claim = decide(name.claims, context, { kind: name.kind, code: reading?.code ?? null, titled: titled && name.kind !== "ORG" });
    // "Zakho" of "the Zakho attack" is where it was.
    if (deed && !claim && name.kind === "LOC") return null;
    // "Houthi rebels", "Hamas official": the name before a noun is no name of the whole.
    if (claim) return named(claim, context, slice(text, name.span), determined, reading);
    // "Amman Declaration", "the Domestic Violence Act": a name, but nobody's.
    if (name.kind !== "PER" && !found && dictionary.things.has(last.lower))
      return thing(dictionary, text, words.slice(0, head + 1), entities, context, shownAs(text, written), suffers);
    // "Jordan News Agency, Petra", "rights group iLaw": the name behind a body is the body's.
    const isBody =
      name.kind === "PER" &&
      reading?.agent?.form === "body" &&
      !AT_HOME.has(reading.agent.sector) &&
      !courtesy &&
      /^(?:\p{Ll}+|,)$/u.test(title.at(-1)!.text);
    const person = !isBody && (name.kind === "PER" || (name.kind === undefined && titled));
    if (person || isBody || name.kind === "ORG" || name.kind === "LOC" || name.kind === "MISC") {
      const own = slice(text, name.span);
      const body =
        name.kind === "ORG" || name.kind === "MISC" ? nominal(dictionary, text, words, entities, context, determined, null) : null;
      const told = reading?.agent ? reading : (body ?? reading);
      // "Ministry of Health" is the article's own country's; "Free Rivers Network" may be anybody's.
      const guessed = !person && told?.assumed === true && !AT_HOME.has(told.sector ?? "");
      return {
        form: "name",
        kind: person ? "person" : name.kind === "ORG" || isBody ? "organisation" : "unnamed",
        name: own,
        code: guessed ? null : (told?.code ?? null),
        sector: told?.sector ?? null,
        other_sectors: told?.other_sectors ?? [],
        office: person && reading?.agent ? shownAs(text, title) : null,
        entry: null,
        noun: told?.noun ?? null,
        agent: told?.agent ?? null,
        definite: false,
        plural: false,
        assumed: !guessed && (told?.assumed ?? false),
        bare: told?.bare ?? true,
        open: told?.open ?? OPEN.test(own),
        thing: false,
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
        !titleOnly(dictionary, words.slice(0, at)) ||
        // "Citizen Lab" is no Mr Lab.
        agentAt(dictionary, words.slice(0, at), at - 1)?.agent.sector === "CVL"
      )
        continue;
      const person: Entity = { ...hull(rest), kind: "PER" };
      return readMention(dictionary, text, { ...sentence, entities: [...sentence.entities, person] }, of, context);
    }
  }
  if (!found && dictionary.things.has(last.lower) && entity?.kind !== "PER")
    return thing(dictionary, text, words.slice(0, head + 1), entities, context, shownAs(text, written), suffers);
  const near = placeAround(dictionary, text, sentence, of, context);
  return nominal(dictionary, text, words, entities, context, determined, near, shownAs(text, written));
}

/** "Ana Lima former trade minister", "Ola Diallo a local farmer": the name that an office follows without a comma; "Lima aide" is no Lima. */
function beforeOffice(words: readonly Word[], entities: readonly Entity[]): Entity | null {
  const name = entities.find(({ kind, start, end }) => kind === "PER" && start === words[0]!.start && end < words.at(-1)!.end);
  const next = name && words.find(({ start }) => start >= name.end);
  return next && /^(?:ADJ|DET)$/.test(next.upos) && /^\p{Ll}/u.test(next.text) ? name : null;
}

/** "The Arakan Army", where the tagger marked no name: a body with a name of its own before the noun is not "the army" of the text. */
function bodyUnmarked(
  words: readonly Word[],
  found: ReturnType<typeof agentAt>,
  hits: readonly { from: number; to: number }[],
  entities: readonly Entity[],
): Entity | null {
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
function bearerUnmarked(
  words: readonly Word[],
  { tokens }: TaggedSentence,
  found: ReturnType<typeof agentAt>,
  head: number,
  entities: readonly Entity[],
): Entity | null {
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

const isNoStart = ({ upos, lower }: Word): boolean => /^(?:ADP|CCONJ|SCONJ)$/.test(upos) && /^\p{L}+$/u.test(lower);

/** "Ana Lima, *SC*": without what honours a name at the end. */
function withoutHonours(text: string, words: Word[]): Word[] {
  let to = words.length;
  while (to > 1 && isHonour(text, words[to - 1]!)) to -= words[to - 2]!.text === "," && to > 2 ? 2 : 1;
  return words.slice(0, to);
}

/** "Ana Lima (利馬)": without a name's own letters in brackets at the end. */
function withoutNative(words: Word[]): Word[] {
  const open = words.at(-1)?.text === ")" ? words.findLastIndex(({ text }) => text === "(") : -1;
  return open > 0 && words.slice(open + 1, -1).every(({ text }) => !/\p{Script=Latin}|\d/u.test(text)) ? words.slice(0, open) : words;
}

/** "Bahaa Al Qudah, who is a member": without the clause behind the comma. */
function withoutClause(words: Word[]): Word[] {
  const comma = words.findIndex(
    ({ text }, at) => at > 0 && text === "," && /^(?:who|whom|whose|which|where)$/.test(words[at + 1]?.lower ?? ""),
  );
  return comma < 0 ? words : words.slice(0, comma);
}

/** "The attack renewed Iraqi" (calls): a span that holds another clause, with subject and verb, before the one that its act tells. */
function behindVerb(words: readonly Word[], { acts, tokens }: TaggedSentence, of: Span): readonly Word[] {
  const verb = words.findLastIndex(
    ({ token, upos }, at) =>
      /^(?:VERB|NOUN)$/.test(upos) &&
      tokens.some(
        ({ head, deprel }, kid) => head === token && deprel === "nsubj" && words.slice(0, at).some((word) => isSubject(word, kid)),
      ),
  );
  const told = acts.filter((act) => act.arguments.some((one) => overlaps(one, of)));
  const rest = words.slice(verb + 1);
  const names = rest.some(({ upos }) => /^(?:NOUN|PROPN|ADJ)$/.test(upos));
  return verb > 0 && names && told.every(({ trigger }) => trigger.start >= of.end) ? rest : words;
}

/** The clause of "the aide *who* wished to go unnamed" is the aide's own. */
const isSubject = ({ token, lower }: Word, at: number): boolean => token === at && !/^(?:who|which|that)$/.test(lower);

const takesPart = ({ acts, attributions }: TaggedSentence, of: Span): boolean =>
  acts.some((act) => act.arguments.some((one) => overlaps(one, of))) || attributions.some(({ source }) => source && overlaps(source, of));

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
function thing(
  dictionary: Dictionary,
  text: string,
  words: readonly Word[],
  entities: readonly Entity[],
  context: Context,
  shown: string,
  suffers: boolean,
): Reading | null {
  const hit = hitsIn(dictionary, text, words, entities).at(-1);
  const claim = hit && decide(hit.claims, context);
  if (hit && claim?.entry.kind === "country" && (claim.form === "adjective" || isPossessive(words[hit.to])))
    return { ...named({ ...claim, form: "metonym" }, context, claim.entry.name, ["the"], null) };
  // Whatever is told of it, no meeting meets and no declaration promises or says.
  return context.domestic && suffers ? { ...plainReading(shown, "nominal", "unnamed"), bare: true, thing: true } : null;
}
