// Reports of one article and of others → where they differ: agreement and refusal, denial, figure, date, doer; and what was later confirmed or corrected.
import { answering } from "./answers.ts";
import { haveCommon, isLike, type Prepared, prepare, sameness, sameTrigger } from "./compare.ts";
import { apart, daysBetween } from "./dates.ts";
import { agreement, different, sameName, together } from "./sides.ts";
import type { Answer, Contradiction, ContradictionKind, Mention, Reports, Side } from "./types.ts";
import { windows } from "./windows.ts";
import { common, contentOf, cover, likeness } from "./words.ts";

/** Each kind once for two events, by their earliest reports: thirty outlets that tell the same make no thirty contradictions. */
export function contradictions(own: Reports, known: Reports): Contradiction[] {
  const found: (Contradiction & { readonly key: string })[] = [];
  for (const mine of own.mentions) {
    for (const yours of known.mentions) {
      if (!(isLike(mine.type, yours.type) || isOpposed(mine.type, yours.type)) || !haveCommon(mine, yours)) continue;
      const [a, b] = [prepare(mine), prepare(yours)];
      for (const differing of [refusal, denial, figure, date, doer]) {
        const pair = differing(a, b);
        if (pair) found.push(between(pair.kind, a, b, pair.values));
      }
    }
  }
  for (const answer of own.answers) for (const claim of known.mentions) found.push(...answered(answer, claim));
  for (const answer of known.answers) for (const claim of own.mentions) found.push(...answered(answer, claim));
  const seen = new Set<string>();
  // The first report of each side, and one answer a claim.
  found.sort((a, b) => a.earlier.document - b.earlier.document || a.earlier.start - b.earlier.start || a.later.start - b.later.start);
  return found.filter(({ key }) => !seen.has(key) && seen.add(key)).map(({ key: _, ...contradiction }) => contradiction);
}

interface Differing {
  readonly kind: ContradictionKind;
  /** What a and b say, in short. */
  readonly values: readonly [string, string];
}

const yes = new Set(["AGREE", "CONCEDE", "SUPPORT", "COOPERATE", "RETREAT"]);
const isOpposed = (x: string, y: string): boolean => (yes.has(x) && y === "REJECT") || (x === "REJECT" && yes.has(y));
/** Days within which an agreement and a refusal speak of one round of talks. */
const round = 7;
/** Shared words of matter, without which two acts of one actor have nothing to do with each other. */
const leastWords = 3;
const leastCover = 0.4;

const sameMatter = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => common(a, b) >= leastWords && cover(a, b) >= leastCover;

const near = (a: Prepared, b: Prepared, days: number): boolean => a.days !== null && b.days !== null && apart(a.days, b.days) <= days;

/** One tells that somebody agreed, the other that the same refused the same. */
function refusal(a: Prepared, b: Prepared): Differing | null {
  const [x, y] = [a.mention.type, b.mention.type];
  if (!isOpposed(x, y)) return null;
  if (a.status !== "done" || b.status !== "done" || !near(a, b, round)) return null;
  if (agreement(a.source, b.source) < 0.8 || !sameMatter(a.content, b.content)) return null;
  return { kind: "refusal", values: [x, y] };
}

/** One tells it as done, the other that it was not. */
function denial(a: Prepared, b: Prepared): Differing | null {
  const statuses = [a.status, b.status];
  if (!statuses.includes("denied") || !statuses.includes("done")) return null;
  const { type } = a.mention;
  // Of two types that are near each other the word must be the same: that two will meet is not denied by their parting "without an agreement".
  if (type !== b.mention.type && !(isLike(type, b.mention.type) && sameTrigger(a.mention, b.mention))) return null;
  if (!near(a, b, round) || agreement(a.source, b.source) < 0.6 || !sameMatter(a.content, b.content)) return null;
  if (!sameTrigger(a.mention, b.mention) && likeness(a.content, b.content) < 0.35) return null;
  return { kind: "denial", values: [worded(a), worded(b)] };
}
const worded = ({ mention, status }: Prepared): string => (status === "denied" ? `not ${mention.type}` : mention.type);

function figure(a: Prepared, b: Prepared): Differing | null {
  if (a.status === "denied" || !isOne(a, b)) return null;
  for (const what of ["killed", "hurt"] as const) {
    const [x, y] = [a.figures[what], b.figures[what]];
    if (x !== null && y !== null && x !== y) return { kind: "figure", values: [`${x} ${what}`, `${y} ${what}`] };
  }
  return null;
}

function date(a: Prepared, b: Prepared): Differing | null {
  if (!isOne(a, b) || !a.days?.exact || !b.days?.exact || a.days.from === b.days.from) return null;
  return { kind: "date", values: [a.mention.date!, b.mention.date!] };
}

/** Another is named as the one who did it. */
function doer(a: Prepared, b: Prepared): Differing | null {
  if (a.status !== "done" || b.status !== "done" || a.mention.type !== b.mention.type || !isDeedOfOne(a, b)) return null;
  if (a.source.names.length === 0 || b.source.names.length === 0 || agreement(a.source, b.source) > different) return null;
  return { kind: "actor", values: [a.mention.source.join(", "), b.mention.source.join(", ")] };
}

const isOne = (a: Prepared, b: Prepared): boolean => a.mention.gathered !== null && a.mention.gathered === b.mention.gathered;

const isDeedOfOne = (a: Prepared, b: Prepared): boolean =>
  /^(?:ASSAULT|COERCE|MOBILIZE)$/.test(a.mention.type) &&
  (isOne(a, b) || (near(a, b, 0) && agreement(a.target, b.target) >= 0.6 && sameMatter(a.content, b.content) && sameness(a, b) > 0));

/** What an answer says of a claim that another article told before it, or on the same day. */
function answered(answer: Answer, mention: Mention): (Contradiction & { readonly key: string })[] {
  const kind = answering(answer.cue);
  if (kind === null || mention.said_by === null || mention.published === null || answer.published === null) return [];
  if (mention.published > answer.published || daysBetween(mention.published, answer.published) > windows.answers) return [];
  const claim = prepare(mention);
  if (claim.status === "denied") return [];
  const whole = contentOf(answer.words);
  if (kind === "correction") {
    // Who corrects is who claimed.
    if (![...contentOf(mention.said_by)].every((word) => whole.has(word)) || contentOf(mention.said_by).size === 0) return [];
  } else {
    const speaker = { names: answer.speaker ? [answer.speaker] : [], codes: answer.speaker_code ? [answer.speaker_code] : [], sectors: [] };
    if (agreement(speaker, together(claim.source, claim.target)) < 0.6 || !sameMatter(contentOf(answer.content), claim.content)) return [];
    // To repeat one's own claim is no confirmation of it.
    if (kind === "confirmation" && answer.speaker !== null && sameName(answer.speaker, mention.said_by)) return [];
  }
  const later: Side = {
    ...{ document: answer.document, id: answer.id, type: null, said_by: answer.speaker, value: answer.cue, sentence: answer.sentence },
    ...{
      start: answer.start,
      end: answer.end,
      confidence: answer.confidence,
      who: [answer.speaker, answer.speaker_code].filter((each) => each !== null),
    },
  };
  const earlier = sideOf(claim, mention.type);
  return [{ kind, ...about(claim, claim), earlier, later, key: `${kind} ${mention.gathered} ${answer.document} ${answer.start}` }];
}

function between(
  kind: ContradictionKind,
  a: Prepared,
  b: Prepared,
  [x, y]: readonly [string, string],
): Contradiction & { readonly key: string } {
  const [first, second] = isBefore(b.mention, a.mention) ? [b, a] : [a, b];
  const [says, differs] = first === a ? [x, y] : [y, x];
  return {
    ...{ kind, ...about(first, second), earlier: sideOf(first, says), later: sideOf(second, differs) },
    key: [kind, ...[`${a.mention.gathered} ${x}`, `${b.mention.gathered} ${y}`].sort()].join(" | "),
  };
}

/** By day; what was added first, where they are of one day. */
const isBefore = (a: Mention, b: Mention): boolean =>
  a.published !== b.published && a.published !== null && b.published !== null ? a.published < b.published : a.document < b.document;

const about = (a: Prepared, b: Prepared): Pick<Contradiction, "actor" | "actor_code"> => ({
  actor: a.mention.source.find((name) => b.mention.source.includes(name)) ?? a.mention.source[0] ?? null,
  actor_code: a.mention.source_code.find((code) => b.mention.source_code.includes(code)) ?? a.mention.source_code[0] ?? null,
});

const sideOf = (
  { mention: { document, id, type, said_by, said_by_code, sentence, start, end, confidence, ...mention } }: Prepared,
  value: string,
): Side => ({
  ...{ document, id, type, said_by, value, sentence, start, end, confidence },
  who: [...mention.source_code, ...mention.source, ...mention.target_code, ...mention.target, said_by_code, said_by].filter(
    (each) => each !== null,
  ),
});
