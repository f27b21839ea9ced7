// "The two leaders", "both sides" → the actors that the text named just before, where there are just so many. Changes the groups that it is given.
import { keysOf } from "../grammar/words.ts";
import { inSentence } from "../kept.ts";
import { isSide } from "../rules/rule.ts";
import { overlaps, type Span, slice } from "../span.ts";
import type { Act, Tagged } from "../tag/types.ts";
import type { Context } from "./context.ts";
import type { Draft, Seen } from "./draft.ts";
import type { Known } from "./known.ts";
import { answersTo } from "./offices.ts";

const COUNTS: Readonly<Record<string, number>> = { both: 2, two: 2, pair: 2, duo: 2, "each other": 2, three: 3, trio: 3, four: 4, five: 5 };
const COUNTED = /^(?:the |these |those )?(?:(both|two|three|four|five)(?: of the| of these| the)? (.+)|(pair|duo|trio)|(each other))$/i;
/** What counts → whom it counts. */
const NOUNS = keysOf<"people" | "lands" | "bodies" | "teams">("counted-groups");
/** Sentences that a group looks back. */
const REACH = 3;
/** Mentions of each of the two countries that an article is about. */
const OFTEN = 3;

/** How many, and of what, or null where the words count nobody. */
export function countedIn(written: string): { readonly count: number; readonly noun: string } | null {
  const [, number, counted = "", pair, other] = COUNTED.exec(written.trim().replace(/\s+/g, " ")) ?? [];
  const count = COUNTS[(number ?? pair ?? other ?? "").toLowerCase()];
  if (count === undefined) return null;
  if (number === undefined) return { count, noun: "" };
  const words = counted.toLowerCase().split(" ");
  const from = words.findIndex((_, at) => NOUNS.has(words.slice(at).join(" ")));
  return from < 0 || !words.slice(0, from).every((word) => /^[a-z-]+$/.test(word)) ? null : { count, noun: words.slice(from).join(" ") };
}

/** Gives each group that counts its members the actors named last before it, if they are just as many; else it stays a group of its own.
 * @param countryOf the actor that the country of a code is, where the article names it */
export function findMembers(tagged: Tagged, known: Known, context: Context, countryOf: (code: string) => Draft | null): void {
  const { text } = tagged.segmented.document;
  for (const group of [...known.drafts]) {
    const first = group.mentions[0];
    if (group.kind !== "group" || group.entry !== null || !first) continue;
    // A span may hold more than the group, which its name does not: "Lima said the two leaders".
    const counted = countedIn(slice(text, first)) ?? countedIn(group.name);
    if (!counted) continue;
    const found = nearest(tagged, known, group, first, counted) ?? theTwo(known.drafts, context, counted);
    if (!found) continue;
    // "The two countries" are no two presidents.
    const members = found.map((one) => (NOUNS.get(counted.noun) === "lands" && one.code !== null ? (countryOf(one.code) ?? one) : one));
    group.members = members;
    const codes = new Set(members.map(({ code }) => code));
    group.code = codes.size === 1 ? [...codes][0]! : null;
    group.assumed = codes.size === 1 && members.every(({ assumed }) => assumed);
  }
}

/** "Bodies *such as the African Union and Togo*" are those whom the text names. */
export function findExamples({ segmented }: Tagged, drafts: readonly Draft[]): void {
  const { text } = segmented.document;
  const named = drafts.flatMap((draft) => draft.mentions.filter(({ form }) => form === "name").map((one) => ({ ...one, draft })));
  for (const group of drafts) {
    const [at, ...more] = group.mentions;
    const behind = !at || more.length > 0 || group.entry !== null ? null : / (?:such as|including) (?=\p{L})/u.exec(slice(text, at));
    if (!at || !behind) continue;
    const from = at.start + behind.index + behind[0].length;
    const there = inSentence(named, at.sentence).filter(({ start, end }) => start >= from && end <= at.end);
    const members = [...new Set(there.map(({ draft }) => draft))].filter((draft) => draft !== group && draft.members.length === 0);
    if (members.length > 0) group.members = members;
  }
}

type Counted = NonNullable<ReturnType<typeof countedIn>>;

function nearest(tagged: Tagged, known: Known, group: Draft, at: Seen, counted: Counted): Draft[] | null {
  const across = tagged.sentences[at.sentence]!.acts.filter((act) => inAct(act, at));
  const found = new Set<Draft>();
  for (let back = 0; back <= REACH && back <= at.sentence; back++) {
    for (const draft of known.inSentences(at.sentence - back, at.sentence - back)) {
      if (draft === group || !mayBelong(draft, counted.noun)) continue;
      const here = known.seenIn(draft, at.sentence - back).filter((one) => one.end <= at.start);
      // "Merz told the two leaders": who tells is none of them.
      if (here.length > 0 && !here.some((one) => across.some((act) => inAct(act, one)))) found.add(draft);
    }
    const sides = sidesOf([...found], counted.noun);
    if (sides.length === counted.count) return sides;
    if (sides.length > counted.count) return null;
  }
  return null;
}

const inAct = (act: Act, at: Span): boolean => act.arguments.some((one) => isSide(one) && overlaps(one, at));

function mayBelong(draft: Draft, noun: string): boolean {
  if (draft.thing || draft.plural || draft.kind === "group") return false;
  if (NOUNS.get(noun) === "people") {
    if (draft.kind !== "person") return false;
    const one = noun
      .replace(/^heads/, "head")
      .replace(/men$/, "man")
      .replace(/s$/, "");
    if (/^(?:man|official|politician|diplomat)$/.test(one)) return one !== "woman";
    return (draft.office !== null && answersTo(one, draft.office.toLowerCase())) || draft.nouns.has(one);
  }
  if (NOUNS.get(noun) === "bodies") return draft.kind === "organisation" && draft.entry?.kind !== "country";
  if (noun === "") return draft.kind === "person";
  return draft.kind === "country" || (draft.kind === "person" && draft.code !== null && /^(?:GOV|MIL)$/.test(draft.sector ?? ""));
}

/** Of a country and its president only the country is a side; of a president alone, he is. */
function sidesOf(found: readonly Draft[], noun: string): Draft[] {
  if (NOUNS.get(noun) === "people" || NOUNS.get(noun) === "bodies" || noun === "") return [...found];
  const countries = found.filter(({ kind }) => kind === "country");
  const others = found.filter((draft) => draft.kind !== "country" && !countries.some(({ code }) => code === draft.code));
  // Two of one country are one side; which of them it is, the text does not tell.
  const codes = new Map<string | null, Draft>();
  for (const draft of others) if (!codes.has(draft.code)) codes.set(draft.code, draft);
  return [...countries, ...codes.values()];
}

/** Both countries of an article that speaks of two above all. */
function theTwo(drafts: readonly Draft[], context: Context, { count, noun }: Counted): Draft[] | null {
  if (count !== 2 || NOUNS.get(noun) === "people" || NOUNS.get(noun) === "bodies" || noun === "") return null;
  const [one, other, third] = [...context.countries].sort(([, a], [, b]) => b - a);
  if (!one || !other || other[1] < OFTEN || (third && third[1] * 3 > other[1])) return null;
  const sides = [one, other].map(
    ([code]) =>
      drafts.find((draft) => draft.kind === "country" && draft.code === code) ??
      drafts.find((draft) => draft.kind === "person" && draft.code === code && draft.sector === "GOV"),
  );
  return sides[0] && sides[1] ? [sides[0], sides[1]] : null;
}
