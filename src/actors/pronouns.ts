// Pronouns that take part in acts → the actors they stand for: who speaks goes on speaking, else by salience: number and animacy, subjects before others, nearest first; "I" and "we" in a quotation are its source. Pure.
import { addTo, around, lastBegun } from "../kept.ts";
import { holds, overlaps, type Span, slice } from "../span.ts";
import type { Attribution, Tagged, Token } from "../tag/types.ts";
import type { Draft, Seen } from "./draft.ts";
import { isWomansName } from "./gender.ts";
import type { Known } from "./known.ts";
import { speakersIn, stepsOf } from "./speakers.ts";
import { TIES, type Tie } from "./ties.ts";

interface Spot extends Span {
  readonly sentence: number;
}

type Sort = "he" | "she" | "it" | "they" | "we";

const PRONOUNS: Readonly<Record<string, Sort>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  itself: "it",
  they: "they",
  them: "they",
  their: "they",
  theirs: "they",
  themselves: "they",
  i: "we",
  me: "we",
  my: "we",
  myself: "we",
  mine: "we",
  we: "we",
  us: "we",
  our: "we",
  ours: "we",
  ourselves: "we",
};

/** Words that stand alone as pronouns without being tied to anybody here. */
const OTHER =
  /^(?:you|your|yours|who|whom|whose|which|that|this|these|those|one|someone|anyone|everyone|nobody|everybody|none|others|some|many|both|each|all|what)$/i;

const sortOf = (word: string): Sort | undefined => (Object.hasOwn(PRONOUNS, word) ? PRONOUNS[word] : undefined);

/** "US" is a country, "us" a pronoun. */
export const isPronoun = (text: string): boolean => {
  const word = text.trim();
  return (word !== "US" && Object.hasOwn(PRONOUNS, word.toLowerCase())) || OTHER.test(word);
};

/** True for "we", "us", "our": the writer's own side, where nobody is quoted. */
export const isOurs = (text: string): boolean => text.trim() !== "US" && /^(?:we|us|ours?|ourselves)$/i.test(text.trim());

/** A pronoun that is tied. */
interface Bound<One extends Spot> {
  readonly spot: One;
  readonly draft: Draft;
  readonly tie: Tie;
}

/** @param at the draft of a span already resolved, or null.
 * @param isThing true for a noun of what is nobody ("attack")
 * @returns each pronoun that is tied, with its draft; the rest stay unresolved. */
export function bindPronouns<One extends Spot>(
  tagged: Tagged,
  spots: readonly One[],
  known: Known,
  at: (of: Span) => Draft | null,
  isThing: (noun: string) => boolean,
): Bound<One>[] {
  const text = tagged.segmented.document.text;
  const bound = new Map<string, Draft>();
  const resolved = (of: Span): Draft | null => at(of) ?? bound.get(`${of.start}:${of.end}`) ?? null;
  const result: Bound<One>[] = [];
  const boundTo = new Bindings();
  const steps = stepsOf(tagged);
  const sorts = spots.map((spot) => ({ spot, sort: sortOf(slice(text, spot).trim().toLowerCase()) }));
  // "We will", he said: he first, then we.
  for (const pass of ["others", "we"] as const)
    for (const { spot, sort } of sorts) {
      if (sort === undefined || (sort === "we") !== (pass === "we")) continue;
      if (sort === "it" && isDeed(tagged, spot, isThing)) continue;
      const speaker = speakerOf(tagged, spot);
      const said = { at: speaker, draft: speaker && resolved(speaker) };
      const on = sort === "we" ? null : speaksOn(tagged, spot, sort, known, steps, resolved);
      const [draft, tie]: [Draft | null, Tie] =
        sort === "we"
          ? [said.draft, TIES.quoted]
          : on
            ? [on, TIES.speaks]
            : sort === "it" && isAside(tagged, spot)
              ? [bodyBefore(tagged, spot, known), TIES.aside]
              : [antecedent(tagged, spot, sort, known, boundTo, said, steps), TIES.antecedent];
      if (!draft) continue;
      bound.set(`${spot.start}:${spot.end}`, draft);
      if ((sort === "he" || sort === "she") && draft.entry === null) draft.gender ??= sort;
      result.push({ spot, draft, tie });
      boundTo.add(draft, spot);
    }
  return result;
}

/** Which pronouns were tied to whom, in text order for each. */
class Bindings {
  readonly #of = new Map<Draft, Spot[]>();
  readonly #in = new Map<number, Draft[]>();

  add(draft: Draft, spot: Spot): void {
    addTo(this.#of, draft, spot);
    addTo(this.#in, spot.sentence, draft);
  }

  of(draft: Draft): readonly Spot[] {
    return this.#of.get(draft) ?? [];
  }

  in(sentence: number): readonly Draft[] {
    return this.#in.get(sentence) ?? [];
  }
}

/** The source of the words that `spot` stands in, where they are quoted or reported: its own sentence's, else the one just before or after in the same quotation. */
function speakerOf(tagged: Tagged, spot: Spot): Span | null {
  const speaks = ({ source, content }: Attribution): boolean => source !== null && content.some((part) => holds(part, spot));
  const own = tagged.sentences[spot.sentence]?.attributions.find(speaks);
  if (own) return own.source;
  const quoted = around(tagged.segmented.quotations, spot).find((quotation) => holds(quotation, spot));
  if (!quoted) return null;
  const block = tagged.segmented.sentences[spot.sentence]?.block ?? -1;
  // Whom the quotation itself tells of does not speak it.
  const isTold = (source: Span): boolean => around(tagged.segmented.quotations, source).some((quotation) => holds(quotation, source));
  const sourceIn = (index: number): Span | null =>
    tagged.sentences[index]?.attributions.find(
      ({ source, content }) =>
        source !== null && !isTold(source) && content.some((part) => overlaps(part, quoted) || index !== spot.sentence),
    )?.source ?? null;
  // The nearest in its paragraph, the one before first; a quotation that fills its paragraph goes on from the last one.
  const sameBlock = (index: number): boolean => tagged.segmented.sentences[index]?.block === block;
  for (let by = 1; sameBlock(spot.sentence - by) || sameBlock(spot.sentence + by); by++)
    for (const index of [spot.sentence - by, spot.sentence + by]) {
      const source = sameBlock(index) ? sourceIn(index) : null;
      if (source) return source;
    }
  let before = spot.sentence;
  while (before >= 0 && tagged.segmented.sentences[before]!.block >= block) before--;
  for (let index = before; index >= 0 && tagged.segmented.sentences[index]!.block >= block - 2; index--) {
    const source = sourceIn(index);
    if (source) return source;
  }
  return null;
}

/** Sentences that a pronoun looks back; of a quotation that runs on over several, one. */
const REACH = 3;

const isSpeaker = (tagged: Tagged, spot: Spot): boolean =>
  speakersIn(tagged, spot.sentence).some(({ start, end }) => start === spot.start && end === spot.end);

/** "He added": where the pronoun is itself a source, whoever spoke last of those that it can stand for, unless somebody else became the subject since. */
function speaksOn(
  tagged: Tagged,
  spot: Spot,
  sort: Sort,
  known: Known,
  steps: readonly number[],
  resolved: (of: Span) => Draft | null,
): Draft | null {
  if (!isSpeaker(tagged, spot)) return null;
  for (let index = spot.sentence; index >= 0 && steps[spot.sentence]! - steps[index]! <= REACH; index--)
    for (const source of speakersIn(tagged, index, (by) => resolved(by)?.sector === "JRN").toReversed()) {
      const draft = source.end <= spot.start ? resolved(source) : null;
      if (!draft || !(agrees(draft, sort) || (sort === "it" && isUnknownBody(draft)))) continue;
      const since = known.inSentences(index, spot.sentence);
      return since.some((other) => other !== draft && agrees(other, sort) && comesBetween(tagged, other, source, spot)) ? null : draft;
    }
  return null;
}

/** What a deed or a finding can do as well as somebody. */
const SHOWS =
  /^(?:reveal|show|suggest|indicate|prove|demonstrate|highlight|underline|underscore|illustrate|reflect|expose|signal|mean|prompt|raise|spark|confirm|remind|kill|follow)(?:e?s|e?d)?$|^(?:showed|shown|meant|came|left|underlay)$/i;

/** "The attack drew criticism. It revealed …": the deed that the sentence before tells of, where nobody speaks in that and a deed may do what "it" does. */
function isDeed({ segmented, sentences }: Tagged, spot: Spot, isThing: (noun: string) => boolean): boolean {
  const { text } = segmented.document;
  const own = sentences[spot.sentence]!.tokens;
  const it = own.find(({ start, end }) => start === spot.start && end === spot.end);
  const verb = own[it?.head ?? -1];
  if (it?.deprel !== "nsubj" || !verb || verb.end < it.end || !SHOWS.test(slice(text, verb))) return false;
  const before = sentences[spot.sentence - 1];
  const subject = before?.tokens.find(({ head, deprel }) => deprel.startsWith("nsubj") && before.tokens[head]?.deprel === "root");
  if (subject?.upos !== "NOUN" || !isThing(slice(text, subject).toLowerCase())) return false;
  return !before!.attributions.some(({ source }) => source && !holds(source, subject));
}

/** "The precinct said … It added": what has no noun of a person's and yet speaks, is a body. */
const isUnknownBody = ({ kind, plural, nouns, gender }: Draft): boolean =>
  kind === "unnamed" && !plural && nouns.size === 0 && gender === null;

/** True where the article itself, not somebody whom it quotes, makes him the subject after `from`, or names him in the pronoun's own sentence: "When Lima asked Diallo, he said". */
function comesBetween({ segmented: { quotations }, sentences }: Tagged, draft: Draft, from: Span, spot: Spot): boolean {
  return lastOf(inOrder(draft), spot, ({ start }) => start >= from.end).some((mention) => {
    if (mention.end > spot.start || around(quotations, mention).some((quotation) => holds(quotation, mention))) return false;
    const said = sentences[mention.sentence]!.attributions.filter(({ content }) => content.some((part) => holds(part, mention)));
    if (mention.sentence === spot.sentence) return !said.some(({ source }) => source && overlaps(source, spot));
    return mention.subject && said.length === 0;
  });
}

/** "The road, *it said*, would …": who says it is told outside of what is said. */
const isAside = (tagged: Tagged, spot: Spot): boolean =>
  isSpeaker(tagged, spot) && /[,–—][”"’']?\s*$/u.test(tagged.segmented.document.text.slice(0, spot.start));

/** The body that an aside's "it" stands for, where nobody spoke before: the subject of the clause that it interrupts, else of the sentence before, where that names no other body; else none. */
function bodyBefore({ sentences }: Tagged, spot: Spot, known: Known): Draft | null {
  const { tokens } = sentences[spot.sentence]!;
  const at = tokens.findIndex(({ start, end }) => start === spot.start && end === spot.end);
  const clause = tokens[tokens[at]?.head ?? -1]?.head ?? -1;
  const subject = tokens.find(({ head, deprel, end }) => head === clause && deprel.startsWith("nsubj") && end <= spot.start);
  const bodies = known.inSentences(spot.sentence - 1, spot.sentence).filter((draft) => agrees(draft, "it"));
  const here = (draft: Draft): readonly Seen[] => known.seenIn(draft, spot.sentence);
  const before = (draft: Draft): readonly Seen[] => known.seenIn(draft, spot.sentence - 1);
  const interrupted = subject && bodies.find((draft) => here(draft).some((mention) => holds(mention, subject)));
  if (interrupted) return interrupted;
  const [near, other] = bodies.filter((draft) => before(draft).length > 0 || here(draft).some(({ end }) => end <= spot.start));
  return near && !other && before(near).some(({ subject }) => subject) ? near : null;
}

const ordered = new WeakMap<readonly Seen[], readonly Seen[]>();

/** The mentions of a draft in text order; while pronouns are bound none comes to it. */
function inOrder({ mentions }: Draft): readonly Seen[] {
  const before = ordered.get(mentions);
  if (before?.length === mentions.length) return before;
  const sorted = mentions.toSorted((a, b) => a.start - b.start);
  ordered.set(mentions, sorted);
  return sorted;
}

/** Those that begin before the place, back to the first that is too far. @param list in text order */
function lastOf<One extends Spot>(list: readonly One[], place: Span, isNear: (one: One) => boolean): One[] {
  const found: One[] = [];
  for (let i = lastBegun(list, place.start); i >= 0 && isNear(list[i]!); i--) found.push(list[i]!);
  return found;
}

function antecedent(
  tagged: Tagged,
  spot: Spot,
  sort: Sort,
  known: Known,
  boundTo: Bindings,
  speaker: { readonly at: Span | null; readonly draft: Draft | null },
  steps: readonly number[],
): Draft | null {
  const { text } = tagged.segmented.document;
  // "“Ukrainians will not give up,” he said": who speaks is not in his own words.
  const isClosed = (mention: Spot): boolean =>
    around(tagged.segmented.quotations, mention).some(
      (quotation) => holds(quotation, mention) && !holds(quotation, spot) && quotation.end <= spot.start,
    );
  let best: Draft | null = null;
  let top = Number.NEGATIVE_INFINITY;
  // "He said it would be easier for the deputy": whom a speaker names is not the speaker.
  const said = tagged.sentences[spot.sentence]?.attributions
    .filter(({ source }) => source && overlaps(source, spot))
    .flatMap(({ content }) => content);
  const quoted = around(tagged.segmented.quotations, spot).some(
    (quotation) => holds(quotation, spot) && !(speaker.at && holds(quotation, speaker.at)),
  );
  const far = isSpeaker(tagged, spot);
  const subject = owningSubject(tagged, spot);
  const doer = subjectBeside(tagged, spot);
  const backTo = (sentence: number): number => (far ? steps[spot.sentence]! - steps[sentence]! : spot.sentence - sentence);
  // "It" is mostly a thing: only a body that was spoken of just before is meant by it.
  const reach = sort === "it" ? 1 : REACH;
  let from = spot.sentence;
  while (from > 0 && backTo(from - 1) <= reach) from--;
  for (const draft of candidates(known, boundTo, from, spot.sentence)) {
    if (!agrees(draft, sort)) continue;
    const mentions = inOrder(draft);
    if (doer && around(mentions, doer).some((mention) => holds(mention, doer))) continue;
    // "He is a liar," she said: a quoted third person is not the speaker.
    if (draft === speaker.draft && quoted) continue;
    if (said?.some((part) => around(mentions, part).some((mention) => holds(part, mention)))) continue;
    const seen = [
      ...lastOf(mentions, spot, ({ sentence }) => sentence >= from),
      ...lastOf(boundTo.of(draft), spot, ({ sentence }) => sentence >= from).map((place) => ({ ...place, subject: true })),
    ];
    for (const mention of seen) {
      if (mention.end > spot.start) continue;
      const back = backTo(mention.sentence);
      if (back <= 1 && isClosed(mention)) continue;
      const owns = subject !== null && holds(mention, subject);
      const own = (owns ? 2 : 0) + (draft === speaker.draft && back === 0 ? 1.5 : 0);
      const score = fitOf(draft, sort) + own - back * 2 + (mention.subject || owns ? 3 : 0) + mention.start / (text.length + 1);
      if (score > top) {
        top = score;
        best = draft;
      }
    }
  }
  return best;
}

/** A woman who is known to be one before any whom nothing tells of; a man whom the dictionary knows before one of whom only the text has said "he". */
function fitOf(draft: Draft, sort: Sort): number {
  if (sort === "they") return draft.kind === "organisation" ? -2 : 0;
  if (genderOf(draft) !== sort) return 0;
  return sort === "she" ? 2 * REACH : draft.entry ? 2 : 1;
}

/** Those whom the sentences speak of, by names, nouns or pronouns tied by now, in the order in which they were met. */
function candidates(known: Known, boundTo: Bindings, from: number, to: number): readonly Draft[] {
  const found = new Set(known.inSentences(from, to));
  for (let sentence = from; sentence <= to; sentence++) for (const draft of boundTo.in(sentence)) found.add(draft);
  return known.inOrder(found);
}

/** "Togo wrote to the bank and asked *it* to act": the subject of the verb whose object the pronoun is, and who would be "itself" there. */
function subjectBeside({ sentences, segmented }: Tagged, spot: Spot): Span | null {
  const { tokens } = sentences[spot.sentence]!;
  const own = tokens.find(({ start, end }) => start === spot.start && end === spot.end);
  if (!own || !/^(?:obj|iobj|obl)$/.test(own.deprel) || /sel(?:f|ves)$/i.test(slice(segmented.document.text, spot))) return null;
  let at = own.head;
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const subject = tokens.find(({ head, deprel }) => head === at && deprel === "nsubj");
    if (subject) return subject;
    if (tokens[at]!.deprel !== "conj") return null;
    at = tokens[at]!.head;
  }
  return null;
}

/** "As the general left his car": the subject of the verb that the thing owned hangs on, where the pronoun is a possessive. */
function owningSubject({ sentences }: Tagged, spot: Spot): Span | null {
  const { tokens } = sentences[spot.sentence]!;
  const own = tokens.findIndex(({ start, end }) => start === spot.start && end === spot.end);
  if (tokens[own]?.deprel !== "nmod:poss") return null;
  let at = own;
  for (let steps = 0; steps < 6; steps++) {
    at = tokens[at]?.head ?? -1;
    if (at < 0) return null;
    const subject = tokens.find(({ head, deprel }) => head === at && deprel.startsWith("nsubj"));
    if (subject) return subject.end <= spot.start ? subject : null;
    // "*Diallo's* request to see her file": whose request it is would do what it is for.
    const asks = tokens[at]!.upos === "VERB" && tokens[at]!.deprel === "acl" && isInfinitive(tokens, at) ? tokens[at]!.head : -1;
    const owner = tokens.find(({ head, deprel }) => head === asks && deprel === "nmod:poss");
    if (owner) return owner.end <= spot.start ? owner : null;
    // "He knelt to pray as *the general* left his car", the car hung on the prayer: no thing belongs to a verb with another whole clause between.
    const nearer = tokens[at]?.upos === "VERB" ? clauseBetween(tokens, at, own) : undefined;
    if (nearer) return nearer;
  }
  return null;
}

/** A verb with its "to". */
const isInfinitive = (tokens: readonly Token[], verb: number): boolean =>
  tokens.some(({ head, deprel, upos }) => head === verb && deprel === "mark" && upos === "PART");

/** The subject of the last clause that lies wholly between two words, relative ones left out. */
const clauseBetween = (tokens: readonly Token[], from: number, to: number): Token | undefined =>
  tokens.findLast(
    ({ head, deprel }, subject) =>
      deprel === "nsubj" &&
      subject > from &&
      subject < head &&
      head < to &&
      tokens[head]!.upos === "VERB" &&
      /^(?:advcl|conj|ccomp|parataxis)/.test(tokens[head]!.deprel),
  );

const genderOf = ({ gender, entry, kind, name }: Draft): "he" | "she" | null => {
  if (entry) return entry.kind !== "person" ? null : entry.female ? "she" : "he";
  return gender ?? (kind === "person" && isWomansName(name) ? "she" : null);
};

function agrees(draft: Draft, sort: Sort): boolean {
  if (draft.thing) return false;
  const gender = genderOf(draft);
  const single = draft.kind === "person" || (draft.kind === "unnamed" && !draft.plural && draft.nouns.size > 0);
  if (sort === "he") return single && gender !== "she";
  if (sort === "she") return single && gender !== "he" && (gender === "she" || draft.entry === null);
  if (sort === "they")
    return (
      draft.kind === "group" ||
      draft.plural ||
      draft.kind === "organisation" ||
      /\b(?:team|family|gang|crew|couple|delegation|squad|crowd|side)\b/.test([...draft.nouns].join(" "))
    );
  return draft.kind === "country" || draft.kind === "organisation";
}
