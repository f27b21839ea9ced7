// ReadoutRecord → the sections of a page that tell a negotiation: who stands where, who moved, what was promised, who reacted, what was only show.

import { stem } from "../grammar/stems.ts";
import { stemsOf } from "../grammar/words.ts";
import { around, byId, lastBegun } from "../kept.ts";
import { holds, hull, type Span, slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import type { Act, Item, Items } from "./items.ts";
import { placesOf } from "./places.ts";
import { quote } from "./quote.ts";
import type { Group } from "./said.ts";
import type { Commitment, Optic, Position, Reaction, ReadoutRecord, Stance } from "./types.ts";
import { many } from "./words.ts";

const AGREEMENTS = stemsOf("agreements");
/** Verbs that let a stand be seen without taking it in so many words. */
const HINTS = stemsOf("hinting");

export interface Negotiation {
  readonly outcome: readonly Group[];
  readonly stands: readonly Group[];
  readonly moves: readonly Group[];
  readonly promises: readonly Group[];
  readonly reactions: readonly Group[];
  readonly show: readonly Group[];
  /** Events and statements that these sections tell, so that no other needs to. */
  readonly told: ReadonlySet<string>;
  /** Of these, praise and blame that are told with what they are about. */
  readonly taken: ReadonlySet<string>;
}

/** Doubts and precedents shown beside a promise. */
const mostBeside = 4;
/** More places that tell how it ended would only say the same. */
const mostOutcomes = 4;
/** A section has no more entries; the rest is counted. */
export const most = 8;

const quads: Readonly<Record<Stance, 1 | 3 | null>> = {
  offers: 1,
  accepts: 1,
  supports: 1,
  demands: 3,
  rejects: 3,
  opposes: 3,
  conditional: null,
  undecided: null,
};
const words: Readonly<Record<Stance, string>> = {
  demands: "demands",
  offers: "offers",
  accepts: "accepts",
  rejects: "rejects",
  supports: "supports",
  opposes: "opposes",
  conditional: "would, on conditions,",
  undecided: "leaves open",
};
const standings: Readonly<Record<Commitment["standing"], string>> = {
  stated: "promised",
  claimed: "is said to have promised",
  vague: "promised vaguely",
  doubted: "promised, and is doubted",
  broken: "promised, and broke it",
  historical: "once promised",
};
/** Of what was signed or agreed to: whoever accepts an agreement has not promised it. */
const agreed: typeof standings = {
  stated: "agreed",
  claimed: "is said to have agreed",
  vague: "agreed vaguely",
  doubted: "agreed, and is doubted",
  broken: "agreed, and broke it",
  historical: "once agreed",
};
/** What is taken so may be a clause, which no preposition leads to: "worried: “the summit tilted the field”". */
const takes = { supports: "in favour", opposes: "against", mixed: "divided", worried: "worried" } as const;

const ends = { none: "nothing was settled", partial: "little was settled", agreement: "terms were agreed", open: "not over" } as const;

export function negotiationOf(record: ReadoutRecord, items: Items): Negotiation {
  const { document, positions, commitments, sentences } = record;
  const { cite } = placesOf(record);
  const names = new Map(record.actors.map(({ id, name }) => [id, tidy(name)]));
  const named = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(", ");
  const words_ = (at: Span): string => tidy(slice(document.text, at));
  const citing = (at: Span, acts: readonly Act[], lead = "", ids: readonly string[] = [], fact = false): Item => {
    const sentence = Math.max(0, lastBegun(sentences, at.start));
    const shown = quote(document.text, sentences[sentence]!, [at]);
    return { acts, lead, quote: shown.words, place: cite(sentence, shown.at), also: "", at: shown.at, ids, fact };
  };
  const headed = (position: Position): string[] => headingsOf(record, position).map(({ id }) => id);
  const cited = (position: Position, acts: readonly Act[]): Item => {
    const { issue, evidence, said_by } = position;
    const item = citing(issue, acts, "", evidence, said_by === null);
    const again = headingsOf(record, position).filter(({ sentence }) => !holds(sentences[sentence]!, issue));
    const also = [...new Set(again.map(({ sentence }) => `s${sentence + 1}`))].join(" ");
    return { ...item, also: also ? `also ${also}` : "" };
  };
  const said = (by: Position["said_by"]): string[] => (by ? [`according to ${items.nameOf(by)}`] : []);
  const act = ({ actor, stance, said_by, evidence }: Position, what: string, before = ""): Act => ({
    quad: quads[stance],
    actor: named([actor]),
    type: `${before}${words[stance]}`,
    modes: what,
    recipient: "",
    notes: [...hints(record, evidence), ...said(said_by)],
  });

  const kept = commitments.slice(0, most);
  const inPromise = (position: Position): boolean =>
    /^(?:accepts|offers)$/.test(position.stance) &&
    kept.some(({ what }) => what.start < position.issue.end && position.issue.start < what.end);
  const replaced = new Set(positions.flatMap(({ earlier }) => earlier ?? []));
  const moved = positions.filter(({ earlier }) => earlier !== null);
  const standing = positions.filter((position, at) => !replaced.has(at) && position.earlier === null && !inPromise(position));
  const labels = [...new Set(standing.map(({ issue }) => issue.label))];

  const stands = capped(
    labels.map((label) => ({
      heading: tidy(label),
      says: false,
      items: standing.filter(({ issue }) => issue.label === label).map((position) => cited(position, [act(position, "")])),
      more: 0,
    })),
  );
  // The article's own words first, then those of somebody who was there, for which there is always room.
  const outcomes = record.outcomes ?? [];
  const admitted = outcomes.filter(({ said_by }) => said_by !== null).slice(0, mostOutcomes / 2);
  const vouched = outcomes.filter(({ said_by }) => said_by === null).slice(0, mostOutcomes - admitted.length);
  const shown = [...vouched, ...admitted];
  const outcome = shown.map(({ result, what, said_by, evidence }) => {
    const act: Act = { quad: null, actor: ends[result], type: "", modes: "", recipient: "", notes: said(said_by) };
    return citing(what, [act], "", evidence, said_by === null);
  });
  const moves = moved.map((position) => {
    const old = positions[position.earlier!]!;
    const same = old.issue.label === position.issue.label && /^(?:undecided|conditional)$/.test(position.stance);
    const now = same
      ? {
          ...act(position, tidy(position.issue.label)),
          type: position.stance === "undecided" ? `no longer ${words[old.stance]}` : `no longer so firmly ${words[old.stance]}`,
        }
      : act(position, tidy(position.issue.label), "now ");
    return cited(position, same ? [now] : [now, act(old, tidy(old.issue.label), "before: ")]);
  });
  const promises = commitments.flatMap((commitment) => {
    const { by, to, what, said_by, standing: how, doubts, precedents, evidence } = commitment;
    const given: Act = {
      quad: 1,
      actor: named(by),
      type: `${(isAgreed(record, commitment) ? agreed : standings)[how]}:`,
      modes: shortened(words_(what)),
      recipient: named(to),
      notes: said(said_by),
    };
    return [
      [
        citing(what, [given], "", evidence, how === "stated" && said_by === null),
        ...doubts.slice(0, mostBeside).map((at) => citing(at, [], "doubt:")),
        ...precedents.slice(0, mostBeside).map((at) => citing(at, [], "precedent:")),
      ],
    ];
  });
  const reminders = (record.precedents ?? []).slice(0, 2).map((at) => citing(at, [], "precedent:"));
  const takings = reactionsIn(record).map(({ actor, to, stance, evidence, about }) => {
    const event = byId(record.events, to);
    const thing = about ?? event?.trigger;
    const target = [...(thing ? [`“${words_(thing)}”`] : []), ...(event ? [`(${event.type}, s${event.sentence + 1})`] : [])].join(" ");
    const sentence = [...record.events, ...record.statements].find(({ id }) => id === evidence[0])?.sentence ?? 0;
    const taking: Act = {
      quad: stance === "supports" ? 1 : stance === "opposes" ? 3 : null,
      actor: named([actor]),
      type: target ? `${takes[stance]}:` : takes[stance],
      modes: target,
      recipient: named(towards(record, actor, evidence)),
      notes: [],
    };
    const cause = [
      ...record.events.map(({ id, trigger }) => ({ id, at: trigger as Span })),
      ...record.statements.flatMap(({ id, cue, content }) => ((cue ?? content[0]) ? [{ id, at: (cue ?? content[0])! }] : [])),
    ].find(({ id }) => id === evidence[0]);
    return citing(cause?.at ?? sentences[sentence]!, [taking], "", evidence, true);
  });
  takings.sort((a, b) => a.at.start - b.at.start);
  const seen = record.optics ?? [];
  // Scenes and the tellings of others come before the author's own remarks.
  const isOthers = ({ said_by, kind }: Optic): boolean => said_by !== null || kind === "scene";
  const first = [...seen.filter(isOthers), ...seen.filter((one) => !isOthers(one))].slice(0, most);
  const show = seen
    .filter((one) => first.includes(one))
    .map(({ what, said_by, kind }) => citing(what, [], kind === "scene" ? "scene:" : `${said_by ? items.nameOf(said_by) : "the author"}:`));

  const shownPositions = [
    ...standing.slice(0, most),
    ...moved.slice(0, most),
    ...moved.slice(0, most).map(({ earlier }) => positions[earlier!]!),
    ...positions.filter(inPromise),
  ];
  const taken = [
    ...shownPositions.flatMap(({ stance, evidence }) => (/^(?:supports|opposes)$/.test(stance) ? evidence : [])),
    ...takings.slice(0, most).flatMap(({ ids }) => ids),
  ];
  return {
    taken: new Set(taken),
    outcome: outcome.length > 0 ? [{ heading: null, says: false, items: outcome, more: outcomes.length - shown.length }] : [],
    stands,
    moves: capped(plain(moves)),
    promises: plain([...promises.slice(0, most).flat(), ...reminders], Math.max(0, promises.length - most)),
    reactions: capped(plain(takings)),
    show: plain(show, seen.length - show.length),
    told: new Set([
      ...[...shownPositions, ...kept].flatMap(({ evidence }) => evidence),
      ...shownPositions.flatMap(headed),
      ...saidIn(
        record,
        kept.flatMap(({ doubts }) => doubts.slice(0, mostBeside)),
      ),
      ...taken,
    ]),
  };
}

/** Words of a promise that a line shows at most; the quotation below has them all. */
const mostWords = 14;

function shortened(words: string): string {
  const all = words.split(" ");
  return closed(
    all.length > mostWords
      ? `${all
          .slice(0, mostWords)
          .join(" ")
          .replace(/[,;:]$/, "")} …`
      : words,
  );
}

/** With the mark that closes a quotation which the words open. */
const closed = (words: string): string => (words.lastIndexOf("“") > words.lastIndexOf("”") ? `${words}”` : words);

/** The word by which a stand is only let be seen: "hinted at". */
const hints = ({ statements, document: { text } }: ReadoutRecord, evidence: readonly string[]): string[] =>
  statements
    .filter(({ id, cue }) => cue && evidence.includes(id) && HINTS.has(stem(slice(text, cue).toLowerCase().split(/\s+/)[0]!)))
    .slice(0, 1)
    .map(({ cue }) => `“${tidy(slice(text, cue!))}”`);

const headings: Partial<Record<Stance, RegExp>> = {
  demands: /^REQUEST$/,
  rejects: /^REJECT$/,
  opposes: /^REJECT$/,
  offers: /^AGREE$/,
  accepts: /^(?:AGREE|CONCEDE)$/,
  supports: /^AGREE$/,
};

/** Events of a heading, which ends without a mark, that only announce the stand: "What the Premier Demanded". */
function headingsOf(
  { document: { text }, events, sentences }: ReadoutRecord,
  { actor, stance }: Position,
): ReadoutRecord["events"][number][] {
  return events.filter(
    (event) =>
      event.auxiliary.length === 0 &&
      event.actor.some((one) => one.actor === actor) &&
      headings[stance]?.test(event.type) === true &&
      /[^.!?…:;,"”’')\]]\s*$/.test(slice(text, sentences[event.sentence]!)),
  );
}

/** Whom praise or blame is for, where it is coded. */
const towards = ({ events }: ReadoutRecord, actor: string, evidence: readonly string[]): string[] => [
  ...new Set(
    events
      .filter(
        ({ id, type, actor: by }) => evidence.includes(id) && /^(?:SUPPORT|ACCUSE)$/.test(type) && by.some((one) => one.actor === actor),
      )
      .flatMap(({ recipient }) => recipient.map((one) => one.actor)),
  ),
];

/** Ids of statements that stand within these places. */
const saidIn = ({ statements }: ReadoutRecord, places: readonly Span[]): string[] =>
  statements
    .filter(({ content }) => content.length > 0 && around(places, hull(content)).some((place) => holds(place, hull(content))))
    .map(({ id }) => id);

/** True where one who is bound is told to have accepted it, or where an agreement is named and nobody offers it. */
function isAgreed({ document: { text }, positions }: ReadoutRecord, { by, what }: Commitment): boolean {
  const taken = positions.filter(({ actor, issue }) => by.includes(actor) && issue.start < what.end && what.start < issue.end);
  if (taken.length > 0) return taken.some(({ stance }) => stance === "accepts");
  const [first = "", ...rest] = slice(text, what).toLowerCase().split(/\s+/);
  return [...(/^(?:an?|the|this|that|their)$/.test(first) ? rest : []), first].some((word) => AGREEMENTS.has(stem(word)));
}

const plain = (items: readonly Item[], more = 0): Group[] => (items.length > 0 ? [{ heading: null, says: false, items, more }] : []);

/** The first entries of all groups; the last group that is left counts what is not. */
function capped(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  let left = most;
  for (const group of groups) {
    if (left <= 0) break;
    out.push({ ...group, items: group.items.slice(0, left) });
    left -= group.items.length;
  }
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  const last = out.at(-1);
  return last && all > most ? [...out.slice(0, -1), { ...last, more: all - most }] : out;
}

/** Those to events, and those to what was not coded as one. */
const reactionsIn = ({ reactions, responses = [] }: ReadoutRecord): readonly (Omit<Reaction, "to"> & { readonly to?: string })[] => [
  ...reactions,
  ...responses,
];

/** "12 positions, 2 shifts, 3 commitments, 4 reactions": those that there are. */
export function countsOf(record: ReadoutRecord): string {
  const { positions, commitments } = record;
  const shifts = positions.filter(({ earlier }) => earlier !== null).length;
  return (
    [
      [positions.length, "position"],
      [shifts, "shift"],
      [commitments.length, "commitment"],
      [reactionsIn(record).length, "reaction"],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, noun]) => many(count, noun))
    .join(", ");
}
