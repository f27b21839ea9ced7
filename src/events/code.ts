// Tagged + Cast → Coded: who did what to whom, and who says so. Reads no files.
import type { Cast } from "../actors/types.ts";
import { type EventType, scoreOf, TYPES } from "../codebook.ts";
import type { Place } from "../places/types.ts";
import { holds, type Span, slice } from "../span.ts";
import type { Act, Tagged, TaggedSentence } from "../tag/types.ts";
import { contextsOf } from "./contexts.ts";
import { dateOf } from "./dates.ts";
import { joinSame } from "./same.ts";
import { type Draft, statementsOf } from "./statements.ts";
import type { Coded, Event, EventPlace, Participant, Statement } from "./types.ts";

/** What coding needs to know beyond the text. */
export interface Surroundings {
  /** The date that "yesterday" is told from, ISO, or null. */
  readonly date: string | null;
  /** Where a place of that name is, in an article about the countries `near` (alpha-3). */
  placeOf(name: string, near: ReadonlySet<string>): Place;
}

/**
 * Events less sure than this are not told: of those, hardly one in three was right on the hand-coded articles (docs/accuracy.md),
 * and an honest gap is better than an invented event.
 */
const LEAST_CONFIDENCE = 0.5;

/** Types whose deed lies ahead even without an auxiliary mode. */
const AHEAD = new Set<EventType>(["AGREE", "THREATEN"]);

export function code(tagged: Tagged, cast: Cast, around: Surroundings): Coded {
  const drafts = statementsOf(tagged, cast);
  const events: Omit<Event, "id">[] = [];
  tagged.sentences.forEach((sentence, number) => {
    const block = tagged.segmented.blocks[tagged.segmented.sentences[number]!.block]!;
    // No event rests on advertising or page furniture; what happens in the author's private life is none of PLOVER's.
    if (block.kind === "promotional" || block.kind === "furniture") return;
    if (sentence.voice === "promotional" || sentence.voice === "furniture" || sentence.voice === "anecdotal") return;
    for (const act of sentence.acts) {
      if (isWanted(act, sentence)) continue;
      const event = eventOf(act, sentence, number, tagged, cast, drafts, around);
      if (event && event.confidence >= LEAST_CONFIDENCE) events.push(event);
    }
  });
  events.sort((a, b) => a.trigger.start - b.trigger.start);
  return {
    events: joinSame(events.map((e, i) => ({ id: `e${i + 1}`, ...e }))),
    statements: drafts.map((s, i): Statement => ({ id: `s${i + 1}`, ...s, confidence: round(s.confidence) })),
  };
}

/** Types whose acts name another deed that is promised, asked for, refused or threatened, and not done. */
const WANTING = new Set<EventType>(["AGREE", "REQUEST", "REJECT", "THREATEN"]);

/** "Agreed to let them offer guarantees" is one act, the agreement: what hangs on it as an infinitive is its content. */
function isWanted(act: Act, { tokens, acts }: TaggedSentence): boolean {
  const at = (span: Span): number => tokens.findIndex((t) => t.start === span.start);
  const wanting = new Set(acts.filter((other) => other !== act && WANTING.has(other.type)).map((other) => at(other.trigger)));
  let token = tokens[at(act.trigger)];
  for (let steps = 0; token && steps < 6; steps++) {
    if (!/^(?:xcomp|ccomp)$/.test(token.deprel)) return false;
    if (wanting.has(token.head)) return token.deprel === "xcomp";
    token = tokens[token.head];
  }
  return false;
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

function eventOf(
  act: Act,
  sentence: TaggedSentence,
  number: number,
  { segmented: { document } }: Tagged,
  cast: Cast,
  drafts: readonly Draft[],
  around: Surroundings,
): Omit<Event, "id"> | null {
  const own = slice(document.text, sentence);
  const playing = (role: "actor" | "recipient"): Participant[] =>
    act.arguments
      .filter((a) => a.role === role)
      .flatMap((a) => cast.actorsAt(a).map(({ id }) => ({ actor: id, start: a.start, end: a.end })));
  const actor = playing("actor");
  // Nobody does to himself what PLOVER codes: the same actor on both sides is a wrong reading of one of them.
  const recipient = playing("recipient").filter((r) => !actor.some((a) => a.actor === r.actor));
  if (!actor.length && !recipient.length) return null;
  const source = sayer(act.trigger, number, drafts);
  const time = act.arguments.find((a) => a.role === "time");
  const where = act.arguments.find((a) => a.role === "place");
  const sides = act.arguments.filter((a) => a.role === "actor" || a.role === "recipient");
  const modes = act.modes;
  return {
    type: act.type,
    modes,
    contexts: contextsOf(own),
    auxiliary: act.auxiliary,
    quad: TYPES[act.type].quad,
    score: scoreOf(act.type, modes),
    sentence: number,
    trigger: act.trigger,
    actor,
    recipient,
    said_by: source?.source ?? null,
    date: dateOf(own, sentence.start, time ?? act.trigger, around.date, AHEAD.has(act.type) || act.auxiliary.includes("future")),
    place: where ? placed(slice(document.text, where), where, cast, around) : null,
    confidence: round(act.confidence * (sides.reduce((sum, a) => sum + a.confidence, 0) / Math.max(1, sides.length))),
    same_as: [],
  };
}

function placed(name: string, { start, end }: Span, cast: Cast, around: Surroundings): EventPlace {
  const near = new Set(cast.actors.flatMap(({ code }) => code ?? []));
  return { name, ...around.placeOf(name, near), start, end };
}

/** The innermost statement whose content holds the trigger: who vouches for the deed. A speech act is vouched for by the article, its content by the speaker. */
function sayer(trigger: Span, sentence: number, drafts: readonly Draft[]): Draft | null {
  const length = (d: Draft): number => d.content.reduce((n, c) => n + c.end - c.start, 0);
  return (
    drafts
      .filter((d) => d.sentence === sentence && d.source && d.content.some((c) => holds(c, trigger)))
      .filter((d) => !(d.source && holds(d.source, trigger)))
      .sort((a, b) => length(a) - length(b))[0] ?? null
  );
}
