// Two mentions → how surely they tell one event, 0–1.
import { apart, type Days, daysOf } from "./dates.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { agreement, different, type Party, together } from "./sides.ts";
import type { Mention } from "./types.ts";
import { common, contentOf, likeness } from "./words.ts";

/** A mention with all that is compared, worked out once. */
export interface Prepared {
  readonly mention: Mention;
  readonly source: Party;
  readonly target: Party;
  readonly days: Days | null;
  readonly content: ReadonlySet<string>;
  readonly figures: Figures;
  /** Done, planned and denied are told apart: counts must not mix them. */
  readonly status: "done" | "planned" | "denied";
}

const prepared = new WeakMap<Mention, Prepared>();

/** Kept as long as the mention is. */
export function prepare(mention: Mention): Prepared {
  let one = prepared.get(mention);
  if (one === undefined) {
    one = worked(mention);
    prepared.set(mention, one);
  }
  return one;
}

function worked(mention: Mention): Prepared {
  const { auxiliary } = mention;
  return {
    mention,
    source: { names: mention.source, codes: mention.source_code, sectors: mention.source_sector },
    target: { names: mention.target, codes: mention.target_code, sectors: mention.target_sector },
    days: daysOf(mention),
    content: without(contentOf(mention.words), [...mention.source, ...mention.target]),
    figures: figuresOf(mention.words),
    status: auxiliary.includes("negation")
      ? "denied"
      : auxiliary.includes("future") || auxiliary.includes("hypothetical")
        ? "planned"
        : "done",
  };
}

/** Names are compared as parties, and would count twice; "market" is no name and says what it is about. */
function without(content: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  const named = new Set(names.filter((name) => /^\p{Lu}/u.test(name)).flatMap((name) => [...contentOf(name)]));
  return named.size === 0 ? content : new Set([...content].filter((word) => !named.has(word)));
}

/** Types that coders, and the model, take for each other. */
const NEAR = new Set(
  [
    ["CONSULT", "AGREE"],
    ["CONSULT", "COOPERATE"],
    ["AGREE", "COOPERATE"],
    ["AGREE", "CONCEDE"],
    ["AGREE", "SUPPORT"],
    ["CONCEDE", "SUPPORT"],
    ["CONCEDE", "RETREAT"],
    ["AGREE", "RETREAT"],
    ["REQUEST", "THREATEN"],
    ["ACCUSE", "REJECT"],
    ["ASSAULT", "COERCE"],
    ["ASSAULT", "MOBILIZE"],
    ["COERCE", "SANCTION"],
    ["COERCE", "MOBILIZE"],
  ].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]),
);

/** True where two mentions of these types can be one event. */
export const isLike = (a: string, b: string): boolean => a === b || NEAR.has(`${a} ${b}`);

/** Either side may be told first. */
const mutual = new Set(["CONSULT", "AGREE", "COOPERATE"]);

const WEIGHTS = { source: 0.25, target: 0.15, words: 0.45, trigger: 0.15 };
/** Of a deed it counts to whom it was done; who did it is what reports differ in. */
const OF_DEEDS = { source: 0.1, target: 0.5, words: 0.3, trigger: 0.1 };
const nearType = 0.75;
/** Days between two days that texts name, which can still be one event told with another date. */
const slip = 1;

/** 0 where type, status, date or actors speak against it. */
export function sameness(a: Prepared, b: Prepared): number {
  if (a.status !== b.status) return 0;
  const same = a.mention.type === b.mention.type;
  if (!isLike(a.mention.type, b.mention.type)) return 0;
  const trigger = sameTrigger(a.mention, b.mention);
  // One sentence tells of talks and of the agreement in them: another word there is another event.
  const beside = a.mention.document === b.mention.document && a.mention.sentence === b.mention.sentence;
  const words = likeness(a.content, b.content);
  if (!same && !trigger && (beside || words > 0.9)) return 0;
  if (a.days && b.days && apart(a.days, b.days) > (a.days.exact && b.days.exact ? slip : 0)) return 0;
  const swap = mutual.has(a.mention.type);
  const [mine, yours] = [together(a.source, a.target), together(b.source, b.target)];
  const source = swap ? agreement(mine, yours) : agreement(a.source, b.source);
  const target = swap ? source : agreement(a.target, b.target);
  // Who did a deed is what reports differ in; then the victim and the matter must be the same.
  if (source <= different && !(isDeed(a.mention.type) && target >= 0.8 && common(a.content, b.content) >= 2)) return 0;
  if (target === 0 && words < 0.5) return 0;
  const weights = isDeed(a.mention.type) ? OF_DEEDS : WEIGHTS;
  const score = weights.source * source + weights.target * target + weights.words * words + weights.trigger * (trigger ? 1 : 0);
  return same ? score : nearType * score;
}

/** True where any code or name is in both: what has none in common is not compared at all. */
export const haveCommon = (a: Mention, b: Mention): boolean =>
  SIDES.some((mine) => SIDES.some((yours) => a[mine].some((each) => b[yours].includes(each)))) ||
  NAMES.some((mine) => NAMES.some((yours) => a[mine].some((each) => b[yours].includes(each))));
const SIDES = ["source_code", "target_code"] as const;
const NAMES = ["source", "target"] as const;

/** What is done to somebody, and so can be ascribed to another. */
export const isDeed = (type: string): boolean => /^(?:ASSAULT|COERCE|MOBILIZE|SANCTION|PROTEST)$/.test(type);

export const sameTrigger = (a: Mention, b: Mention): boolean => a.trigger.toLowerCase().slice(0, 5) === b.trigger.toLowerCase().slice(0, 5);
