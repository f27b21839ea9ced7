// ReadoutRecord → the sections of a page that tell a negotiation: who stands where, who moved, what was promised, who reacted, what was only show.

import { stem } from "../grammar/stems.ts";
import { formsOf, stemsOf } from "../grammar/words.ts";
import { around, byId, lastBegun } from "../kept.ts";
import { holds, hull, overlaps, type Span, slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import type { Act, Item, Items } from "./items.ts";
import { placesOf } from "./places.ts";
import { quote } from "./quote.ts";
import { isHeading } from "./reality.ts";
import type { Group } from "./said.ts";
import type { Commitment, Optic, Outcome, Position, Reaction, ReadoutRecord, Stance } from "./types.ts";
import { many } from "./words.ts";

export interface Talks {
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

type Event = ReadoutRecord["events"][number];

/** What every section needs. */
interface Telling {
  readonly record: ReadoutRecord;
  readonly items: Items;
  readonly announced: readonly Event[];
  named(ids: readonly string[]): string;
  words(at: Span): string;
  /** The quotation around a place. */
  citing(at: Span, acts: readonly Act[], lead?: string, ids?: readonly string[], fact?: boolean): Item;
}

function tellingIn(record: ReadoutRecord, items: Items): Telling {
  const { document, sentences } = record;
  const { cite } = placesOf(record);
  const names = new Map(record.actors.map(({ id, name }) => [id, tidy(name)]));
  return {
    ...{ record, items, announced: announcedIn(record) },
    named: (ids) => ids.map((id) => names.get(id) ?? id).join(", "),
    words: (at) => tidy(slice(document.text, at)),
    citing(at, acts, lead = "", ids = [], fact = false) {
      const sentence = Math.max(0, lastBegun(sentences, at.start));
      const shown = quote(document.text, sentences[sentence]!, [at]);
      return { acts, lead, quote: shown.words, place: cite(sentence, shown.at), also: "", at: shown.at, ids, fact };
    },
  };
}

const according = ({ items }: Telling, by: Position["said_by"]): string[] => (by ? [`according to ${items.nameOf(by)}`] : []);

export function talksOf(record: ReadoutRecord, items: Items): Talks {
  const telling = tellingIn(record, items);
  const { positions } = record;
  const kept = record.commitments.slice(0, most);
  const inPromise = ({ stance, issue }: Position): boolean =>
    /^(?:accepts|offers)$/.test(stance) && kept.some(({ what }) => overlaps(what, issue));
  const replaced = new Set(positions.flatMap(({ earlier }) => earlier ?? []));
  const moved = positions.filter(({ earlier }) => earlier !== null);
  const standing = positions.filter((position, at) => !replaced.has(at) && position.earlier === null && !inPromise(position));
  const takings = takingsOf(telling);
  const shown = [
    ...standing.slice(0, most),
    ...moved.slice(0, most),
    ...moved.slice(0, most).map(({ earlier }) => positions[earlier!]!),
    ...positions.filter(inPromise),
  ];
  const taken = [
    ...shown.flatMap(({ stance, evidence }) => (/^(?:supports|opposes)$/.test(stance) ? evidence : [])),
    ...takings.slice(0, most).flatMap(({ ids }) => ids),
  ];
  return {
    outcome: outcomeOf(telling),
    stands: standsOf(telling, standing),
    moves: firstOf(moved, (position) => moveOf(telling, position)),
    promises: promisesOf(telling),
    reactions: firstOf(takings, (taking) => taking),
    show: showOf(telling),
    taken: new Set(taken),
    told: new Set([
      ...[...shown, ...kept].flatMap(({ evidence }) => evidence),
      ...shown.flatMap((position) => headingsOf(telling, position).map(({ id }) => id)),
      ...saidIn(
        record,
        kept.flatMap(({ doubts }) => doubts.slice(0, mostBeside)),
      ),
      ...taken,
    ]),
  };
}

/** The article's own words first, then those of somebody who was there, for which there is always room. */
function outcomeOf(telling: Telling): Group[] {
  const { record } = telling;
  const isTitle = ({ what }: Outcome): boolean => isHeading(record, lastBegun(record.sentences, what.start));
  // Headings come last: they leave out how.
  const outcomes = [false, true].flatMap((title) => (record.outcomes ?? []).filter((one) => isTitle(one) === title));
  const admitted = outcomes.filter(({ said_by }) => said_by !== null).slice(0, mostOutcomes / 2);
  const vouched = outcomes.filter(({ said_by }) => said_by === null).slice(0, mostOutcomes - admitted.length);
  const shown = [...vouched, ...admitted];
  const items = shown.map(({ result, what, said_by, evidence }) => {
    const act: Act = { quad: null, actor: ends[result], type: "", modes: "", recipient: "", notes: according(telling, said_by) };
    return telling.citing(what, [act], "", evidence, said_by === null);
  });
  return plain(items, outcomes.length - shown.length);
}

/** Where a stand is quoted, and the headings that announce it. */
function cited(telling: Telling, position: Position, acts: readonly Act[]): Item {
  const { record, citing } = telling;
  const { issue, evidence, said_by } = position;
  const again = headingsOf(telling, position).filter(({ sentence }) => !holds(record.sentences[sentence]!, issue));
  const also = [...new Set(again.map(({ sentence }) => `s${sentence + 1}`))].join(" ");
  return { ...citing(issue, acts, "", evidence, said_by === null), also: also ? `also ${also}` : "" };
}

const standAct = (telling: Telling, { actor, stance, said_by, evidence }: Position, what: string, before = ""): Act => ({
  quad: quads[stance],
  actor: telling.named([actor]),
  type: `${before}${words[stance]}`,
  modes: what,
  recipient: "",
  notes: [...hints(telling.record, evidence), ...according(telling, said_by)],
});

/** A group an issue. Only what there is room for is quoted; the last group that is left counts the rest. */
function standsOf(telling: Telling, standing: readonly Position[]): Group[] {
  const byLabel = new Map<string, Position[]>();
  for (const position of standing) {
    const { label } = position.issue;
    const same = byLabel.get(label);
    if (same) same.push(position);
    else byLabel.set(label, [position]);
  }
  const groups: Group[] = [];
  let all = 0;
  for (const [label, positions] of byLabel) {
    const sides = asOne(telling.record, positions);
    const items = sides.slice(0, Math.max(0, most - all)).map((side) => sideItem(telling, side));
    all += sides.length;
    if (items.length > 0) groups.push({ heading: tidy(label), says: false, items, more: 0 });
  }
  return groups.map((group, at) => (at === groups.length - 1 ? { ...group, more: Math.max(0, all - most) } : group));
}

/** Stands on one issue, those of a country, its government and whoever speaks for it together: one refusal is told once. */
function asOne({ actors }: ReadoutRecord, standing: readonly Position[]): Position[][] {
  const sides: Position[][] = [];
  // Which side began with this actor, or with one of this state.
  const begun = new Map<string, number>();
  for (const position of standing) {
    const { actor, stance, said_by } = position;
    const state = stateOf(byId(actors, actor));
    const keys = [`of ${actor}`, ...(state === null ? [] : [`for ${state}`])].map((who) => `${stance} ${said_by?.actor} ${who}`);
    const same = keys.flatMap((key) => begun.get(key) ?? []);
    if (same.length > 0) {
      sides[Math.min(...same)]!.push(position);
      continue;
    }
    for (const key of keys) begun.set(key, sides.length);
    sides.push([position]);
  }
  return sides;
}

/** The country that somebody's stand is: its own, its government's, an office holder's. */
const stateOf = (actor: ReadoutRecord["actors"][number] | undefined): string | null =>
  actor &&
  [actor.sector, ...actor.other_sectors].includes("GOV") &&
  /^(?:country|organisation|person)$/.test(actor.kind) &&
  /^[A-Z]{3}$/.test(actor.code ?? "")
    ? actor.code
    : null;

/** The first stand as it is quoted, with the names of all and where the others stand. */
function sideItem(telling: Telling, side: readonly Position[]): Item {
  const [first, ...others] = side;
  const item = cited(telling, first!, [
    { ...standAct(telling, first!, ""), actor: telling.named([...new Set(side.map(({ actor }) => actor))]) },
  ]);
  const { sentences } = telling.record;
  const numbers = others.map(({ issue }) => lastBegun(sentences, issue.start)).filter((at) => !holds(sentences[at]!, item.at));
  const also = [...new Set([...item.also.split(" ").slice(1), ...numbers.map((at) => `s${at + 1}`)])];
  return {
    ...item,
    also: also.length > 0 ? `also ${also.join(" ")}` : "",
    ids: [...new Set([...item.ids, ...others.flatMap(({ evidence }) => evidence)])],
  };
}

function moveOf(telling: Telling, position: Position): Item {
  const old = telling.record.positions[position.earlier!]!;
  const label = tidy(position.issue.label);
  if (old.issue.label !== position.issue.label || !/^(?:undecided|conditional)$/.test(position.stance))
    return cited(telling, position, [
      standAct(telling, position, label, "now "),
      standAct(telling, old, tidy(old.issue.label), "before: "),
    ]);
  const type = position.stance === "undecided" ? `no longer ${words[old.stance]}` : `no longer so firmly ${words[old.stance]}`;
  return cited(telling, position, [{ ...standAct(telling, position, label), type }]);
}

/** Each promise with what the text sets beside it; then what calls an earlier one to mind. */
function promisesOf(telling: Telling): Group[] {
  const { citing, record } = telling;
  const { commitments, precedents: reminders = [] } = record;
  const beside = (places: readonly Span[], lead: string, count: number): Item[] => places.slice(0, count).map((at) => citing(at, [], lead));
  const items = commitments.slice(0, most).flatMap((commitment) => {
    const { by, to, what, said_by, standing: how, doubts, precedents, evidence } = commitment;
    const given: Act = {
      quad: 1,
      actor: telling.named(by),
      type: `${(isAgreed(record, commitment) ? agreed : standings)[how]}:`,
      modes: shortened(telling.words(what)),
      recipient: telling.named(to),
      notes: according(telling, said_by),
    };
    return [
      citing(what, [given], "", evidence, how === "stated" && said_by === null),
      ...beside(doubts, "doubt:", mostBeside),
      ...beside(precedents, "precedent:", mostBeside),
    ];
  });
  return plain([...items, ...beside(reminders, "precedent:", 2)], Math.max(0, commitments.length - most));
}

/** Reactions and responses, in text order. */
function takingsOf({ record, citing, named, words: wordsAt }: Telling): Item[] {
  const { events, statements, sentences } = record;
  const takings = reactionsIn(record).map(({ actor, to, stance, evidence, about }) => {
    const event = byId(events, to);
    const thing = about ?? event?.trigger;
    const target = [...(thing ? [`“${wordsAt(thing)}”`] : []), ...(event ? [`(${event.type}, s${event.sentence + 1})`] : [])].join(" ");
    const taking: Act = {
      quad: stance === "supports" ? 1 : stance === "opposes" ? 3 : null,
      actor: named([actor]),
      type: target ? `${takes[stance]}:` : takes[stance],
      modes: target,
      recipient: named(towards(record, actor, evidence)),
      notes: [],
    };
    const told = byId(events, evidence[0]);
    const said = byId(statements, evidence[0]);
    const cause = told?.trigger ?? said?.cue ?? said?.content[0];
    return citing(cause ?? sentences[(told ?? said)?.sentence ?? 0]!, [taking], "", evidence, true);
  });
  return takings.sort((a, b) => a.at.start - b.at.start);
}

/** Scenes and the tellings of others come before the author's own remarks, where there is no room for all. */
function showOf({ record: { optics = [] }, items, citing }: Telling): Group[] {
  const isOthers = ({ said_by, kind }: Optic): boolean => said_by !== null || kind === "scene";
  const first = [...optics.filter(isOthers), ...optics.filter((one) => !isOthers(one))].slice(0, most);
  const show = optics
    .filter((one) => first.includes(one))
    .map(({ what, said_by, kind }) => citing(what, [], kind === "scene" ? "scene:" : `${said_by ? items.nameOf(said_by) : "the author"}:`));
  return plain(show, optics.length - show.length);
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
  evidence
    .flatMap((id) => byId(statements, id)?.cue ?? [])
    .filter((cue) => stemsOf("hinting").has(stem(slice(text, cue).toLowerCase().split(/\s+/)[0]!)))
    .sort((a, b) => a.start - b.start)
    .slice(0, 1)
    .map((cue) => `“${tidy(slice(text, cue))}”`);

const headings: Partial<Record<Stance, RegExp>> = {
  demands: /^REQUEST$/,
  rejects: /^REJECT$/,
  opposes: /^REJECT$/,
  offers: /^AGREE$/,
  accepts: /^(?:AGREE|CONCEDE)$/,
  supports: /^AGREE$/,
};

/** Events of headings, which end without a mark. */
const announcedIn = ({ document, events, sentences }: ReadoutRecord): Event[] =>
  events.filter(
    ({ auxiliary, sentence }) => auxiliary.length === 0 && /[^.!?…:;,"”’')\]]$/.test(slice(document.text, sentences[sentence]!)),
  );

/** Those of them that only announce the stand: "What the Premier Demanded". */
const headingsOf = ({ announced }: Telling, { actor, stance }: Position): Event[] =>
  announced.filter(({ type, actor: by }) => by.some((one) => one.actor === actor) && headings[stance]?.test(type) === true);

/** Whom praise or blame is for, where it is coded. */
const towards = ({ events }: ReadoutRecord, actor: string, evidence: readonly string[]): string[] => [
  ...new Set(
    evidence
      .flatMap((id) => byId(events, id) ?? [])
      .sort((a, b) => a.sentence - b.sentence || a.trigger.start - b.trigger.start)
      .filter(({ type, actor: by }) => /^(?:SUPPORT|ACCUSE)$/.test(type) && by.some((one) => one.actor === actor))
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
  const taken = positions.filter(({ actor, issue }) => by.includes(actor) && overlaps(issue, what));
  if (taken.length > 0) return taken.some(({ stance }) => stance === "accepts");
  const [first = "", ...rest] = slice(text, what).toLowerCase().split(/\s+/);
  return [...(/^an?$/.test(first) || formsOf("pointing").has(first) || formsOf("possessives").has(first) ? rest : []), first].some((word) =>
    stemsOf("agreements").has(stem(word)),
  );
}

/** As many as there is room for, each made an entry; the rest is counted. */
const firstOf = <T>(all: readonly T[], itemOf: (one: T) => Item): Group[] =>
  plain(all.slice(0, most).map(itemOf), Math.max(0, all.length - most));

const plain = (items: readonly Item[], more = 0): Group[] => (items.length > 0 ? [{ heading: null, says: false, items, more }] : []);

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
