// Tagged → Cast: every name, noun phrase and pronoun that takes part in the article, grouped into actors with PLOVER code and sector. Pure; the dictionary is passed in.
import { around } from "../kept.ts";
import { holds, hull, overlaps, type Span, slice } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { countryOf, type Gathering, gatheringOf, placeKey, seenAt, stand, take } from "./gathering.ts";
import { findExamples, findMembers } from "./groups.ts";
import { create } from "./join.ts";
import type { Known } from "./known.ts";
import { keyOf } from "./names.ts";
import { namedLater } from "./offices.ts";
import { bindPronouns, isOurs } from "./pronouns.ts";
import { plainReading } from "./reading.ts";
import { settle } from "./settle.ts";
import { headOf, spotsOf } from "./spots.ts";
import { TIES } from "./ties.ts";
import type { Actor, Cast, Mention } from "./types.ts";
import { noteTies, noteWhence } from "./whence.ts";
import { withWholeNames } from "./whole-names.ts";

/** A cast that also says where it guessed. */
export interface DomesticCast extends Cast {
  readonly assumed: ReadonlySet<string>;
}

/** The people, countries, bodies and groups of an article. @param tagged as tag/ gives it; spans outside the text are left out. */
export const castOf =
  (dictionary: Dictionary) =>
  (given: Tagged): DomesticCast => {
    const all = gatheringOf(dictionary, withWholeNames(given, dictionary));
    for (const spot of spotsOf(all.tagged, all.text)) take(all, spot);
    takePronouns(all);
    takeNamedLater(all);
    settle(all.tagged, all.known, all.context);
    findExamples(all.tagged, all.known.drafts);
    findMembers(all.tagged, all.known, all.context, (code) => countryOf(all, code));
    return listed(all);
  };

/** Binds each pronoun to whom it stands for; "they" may be a pair, and "we" the article's own country. */
function takePronouns(all: Gathering): void {
  const { dictionary, text, tagged, context, known, byPlace, byHead, pronouns } = all;
  const pairs = takePairs(all);
  const bound = bindPronouns(
    tagged,
    pronouns,
    known,
    (of) => byPlace.get(placeKey(of)) ?? null,
    (noun) => dictionary.things.has(noun),
  );
  // A pair of whom nobody speaks as one is no actor.
  for (const pair of pairs.filter((draft) => !bound.some((one) => one.draft === draft))) known.forget(pair);
  const ours = pronouns.filter((spot) => isOurs(slice(text, spot)) && !bound.some((one) => one.spot === spot));
  const us =
    ours.length > 0 && context.domestic
      ? create(known, { ...plainReading(slice(text, ours[0]!), "pronoun", "group"), assumed: true, bare: true }, "we")
      : null;
  for (const { spot, draft, tie } of us ? [...bound, ...ours.map((spot) => ({ spot, draft: us, tie: TIES.ours }))] : bound) {
    stand(all, spot, draft);
    if (!byHead.has(spot.start)) byHead.set(spot.start, draft);
    known.mention(draft, seenAt(all, spot, "pronoun", tie));
  }
}

/** Pairs that a "they" in the same or the next sentence may stand for. */
function takePairs({ text, tagged, known, byPlace, pronouns }: Gathering): Draft[] {
  const pairs: Draft[] = [];
  for (const { sentence } of pronouns.filter((spot) => /^(?:they|them|their|themselves)$/i.test(slice(text, spot))))
    for (const pair of pairedSubjects(tagged, known, [sentence - 1, sentence])) {
      if (byPlace.has(placeKey(pair))) continue;
      const name = slice(text, pair);
      const draft = create(known, { ...plainReading(name, "nominal", "group"), open: true }, keyOf(name));
      draft.members = pair.members;
      known.mention(draft, { start: pair.start, end: pair.end, form: "nominal", sentence: pair.sentence, subject: true, tie: TIES.pair });
      byPlace.set(placeKey(pair), draft);
      pairs.push(draft);
    }
  return pairs;
}

/** "The Greek president" of the first lines is whom a later one names. */
function takeNamedLater({ text, known, byPlace, byHead }: Gathering): void {
  for (const [unnamed, named] of namedLater(text, known.drafts)) {
    known.mention(named, ...known.forget(unnamed).map((mention): Seen => ({ ...mention, tie: TIES.later })));
    for (const places of [byPlace, byHead] as Map<unknown, Draft>[])
      for (const [at, one] of places) if (one === unnamed) places.set(at, named);
  }
}

/** Those who are mentioned, in text order, and where each stands. */
function listed(all: Gathering): DomesticCast {
  const order = all.known.drafts
    .filter(({ mentions }) => mentions.length > 0)
    .map((draft) => ({ draft, mentions: draft.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end) }))
    .toSorted((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || b.mentions[0]!.end - a.mentions[0]!.end);
  const ids = new Map<Draft, Actor>();
  const actors = order.map(({ draft, mentions }, index): Actor => {
    const { name, code, sector, other_sectors, kind, office } = draft;
    const places = mentions.map(({ start, end, form }): Mention => ({ start, end, form }));
    const actor: Actor = { id: `a${index + 1}`, name, code, sector, other_sectors, kind, office, mentions: places };
    ids.set(draft, actor);
    noteWhence(actor.id, draft, all);
    noteTies(actor.id, mentions, draft.name);
    return actor;
  });
  const actorOf = (draft: Draft | null): Actor | null => (draft && ids.get(draft)) ?? null;
  return {
    actors,
    assumed: new Set(order.flatMap(({ draft }, index) => (draft.assumed ? [`a${index + 1}`] : []))),
    actorAt: (of) => actorOf(draftAt(all, of)),
    actorsAt(of) {
      const draft = draftAt(all, of);
      const members = draft && draft.members.length > 0 ? draft.members : halvesAt(all, of);
      return (members.length > 0 ? members : [draft]).flatMap((one) => actorOf(one) ?? []);
    },
  };
}

function draftAt({ tagged, text, byPlace, byHead }: Gathering, of: Span): Draft | null {
  const there = byPlace.get(placeKey(of));
  if (there) return there;
  const sentence = around(tagged.sentences, of).find((one) => overlaps(one, of));
  const head = sentence ? headOf(text, sentence, of) : null;
  return head === null ? null : (byHead.get(head) ?? null);
}

/** Both of "Lima–Diallo", where `of` is one of them. */
function halvesAt(all: Gathering, of: Span): Draft[] {
  const sentence = around(all.tagged.sentences, of).find((one) => overlaps(one, of));
  const names = sentence?.entities.filter(({ kind }) => kind === "PER" || kind === "LOC") ?? [];
  const pair = names.flatMap((one) =>
    names.filter(({ start }) => start === one.end + 1 && /[–-]/.test(all.text[one.end]!)).map((other) => [one, other]),
  );
  const halves = pair.find(([one, other]) => overlaps(one!, of) !== overlaps(other!, of))?.map((one) => draftAt(all, one)) ?? [];
  return halves.flatMap((half) => half ?? []);
}

/** "Lima and Diallo met": two whom the text names as one subject, so that "they" can speak of both. */
function pairedSubjects(
  tagged: Tagged,
  known: Known,
  sentences: readonly number[],
): (Span & { readonly sentence: number; readonly members: readonly Draft[] })[] {
  const { text } = tagged.segmented.document;
  return sentences.flatMap((number) => {
    const tokens = tagged.sentences[number]?.tokens ?? [];
    const named = (of: Span): readonly [Draft, Span] | undefined => {
      for (const draft of known.inSentences(number, number))
        for (const mention of known.seenIn(draft, number))
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
