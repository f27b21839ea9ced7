// What is only said in a record → groups, one a source, in the order in which the sources first speak.

import type { Statement } from "../events/types.ts";
import { anyOf, formsOf } from "../grammar/words.ts";
import { byId, inSentence } from "../kept.ts";
import { holds, hull, overlaps, slice } from "../span.ts";
import { type Item, type Items, joinSameWords } from "./items.ts";
import type { Told } from "./sections.ts";
import type { ReadoutRecord } from "./types.ts";

/** Items under a heading, which is null where the section has none. */
export interface Group {
  readonly heading: string | null;
  /** True where the heading names the one who says the items. */
  readonly says: boolean;
  readonly items: readonly Item[];
  /** How many more there are. */
  readonly more: number;
}

/** Statements shown for each source beyond its events. */
const mostStatements = 3;
interface Source {
  readonly name: string;
  readonly events: Told[];
  readonly statements: Voiced[];
}
/** A statement as it is told under a heading. */
interface Voiced {
  readonly statement: Statement;
  /** True where the heading names who passes it on, so that the item has to tell whose it is. */
  readonly inner: boolean;
}
/** Heading of what is said by "it" or "we", where the text does not tell who that is. */
const nobody = "a source that the text does not name";

const isPronoun = (name: string): boolean => formsOf("names-of-nobody").has(name.toLowerCase()) || / (?:we|they|it)$/i.test(name);

/** @param events those that somebody only says, @param told ids of statements that stand elsewhere on the page */
export function saidGroups(record: ReadoutRecord, items: Items, events: readonly Told[], told: ReadonlySet<string>): Group[] {
  const sources = new Map<string, Source>();
  const sourceOf = (name: string): Source => {
    const key = name.toLowerCase();
    const source = sources.get(key) ?? { name, events: [], statements: [] };
    sources.set(key, source);
    return source;
  };
  const weighs = isWeighty(record);
  const weighty = oncePerSaying(
    record,
    record.statements.filter((one) => told.has(one.id) || (!holdsItself(one) && !isPassedOn(record, one) && weighs(one))),
    told,
  );
  const isShown = new Set(weighty);
  const voiced: { at: number; add: () => void }[] = [
    ...events.map((told) => {
      const name = items.nameOf(told.event.said_by!);
      return { at: told.event.trigger.start, add: () => sourceOf(isPronoun(name) ? nobody : name).events.push(told) };
    }),
    ...weighty.flatMap((statement) => {
      const outer = outerOf(record, statement);
      // Who passes it on tells it, and where his own words are told, these are among them.
      if (outer && (told.has(outer.id) || isShown.has(outer))) return [];
      const by = (outer ?? statement).source!;
      return isPronoun(items.nameOf(by))
        ? []
        : [
            {
              at: hull(statement.content).start,
              add: () => sourceOf(items.nameOf(by)).statements.push({ statement, inner: outer !== null }),
            },
          ];
    }),
  ];
  for (const { add } of voiced.sort((a, b) => a.at - b.at)) add();
  const lead = leadOf(record);
  return [...sources.values()].map((source) => groupOf(record, source, items, lead));
}

/** "…,’ the agency quoted her as saying": words that hold their own source or cue are cut from another saying. */
const holdsItself = ({ source, cue, content }: Statement): boolean =>
  [source, cue].some((place) => place !== null && content.some((part) => holds(part, place)));

/** The same words under two names of a speaker are said once, by the one that is a name; a part of what the same one says is told with it. @param told what stands elsewhere, and is left out */
function oncePerSaying({ document, actors }: ReadoutRecord, statements: readonly Statement[], told: ReadonlySet<string>): Statement[] {
  const isNamed = ({ source }: Statement): boolean => (byId(actors, source?.actor)?.kind ?? "unnamed") !== "unnamed";
  const within = (inner: Statement, outer: Statement): boolean =>
    inner.content.every((part) => outer.content.some((whole) => holds(whole, part)));
  const order = new Map(statements.map((one, i) => [one, i]));
  const yields =
    (one: Statement) =>
    (other: Statement): boolean => {
      if (other === one || !within(one, other)) return false;
      const elsewhere = told.has(other.id);
      // A whole that stands elsewhere is told there by its issue alone.
      if (!within(other, one) && isTorn(document.text, one)) return true;
      if (!within(other, one)) return one.source?.actor === other.source?.actor && (!elsewhere || isScrap(document.text, one));
      if (elsewhere || isNamed(one) === isNamed(other)) return elsewhere || order.get(other)! < order.get(one)!;
      return isNamed(other);
    };
  return statements.filter((one) => !told.has(one.id) && !inSentence(statements, one.sentence).some(yields(one)));
}

/** "The premier said that …, *the agency reported*": what a carrier of news only passes on is said by whoever is named in it. */
function isPassedOn({ actors, statements }: ReadoutRecord, { id, sentence, source, content }: Statement): boolean {
  const carrier = byId(actors, source?.actor);
  if (carrier?.sector !== "JRN") return false;
  const all = hull(content);
  return inSentence(statements, sentence).some(
    (other) =>
      other.id !== id &&
      other.source?.actor != null &&
      other.source.actor !== carrier.id &&
      other.cue !== null &&
      holds(all, other.cue) &&
      2 * lengthOf(other.content) > lengthOf(content),
  );
}

const lengthOf = (content: Statement["content"]): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** The statement of another source within whose words this one stands: "the agency reported that *the minister denied* …". */
const outerOf = (record: ReadoutRecord, { id, sentence, source, cue, content }: Statement): Statement | null =>
  inSentence(record.statements, sentence).find(
    (other) =>
      other.id !== id &&
      !isPassedOn(record, other) &&
      other.source?.actor != null &&
      other.source.actor !== source?.actor &&
      [hull(content), ...(cue ? [cue] : [])].every((part) => other.content.some((whole) => holds(whole, part))),
  ) ?? null;

const SCRAP = new RegExp(String.raw`^["“‘']*(?:${anyOf("scraps")})\b`);

/** The tail of a quotation whose beginning is another's: it closes what it did not open. */
const TORN = /^[^“"]*”|^[^"]+"$/;

const isScrap = (text: string, { content }: Statement): boolean => SCRAP.test(slice(text, hull(content)));

const isTorn = (text: string, { content }: Statement): boolean => TORN.test(slice(text, hull(content)));

/** A scrap of a sentence is told with the words that lead to it. */
function wholeSaying({ document }: ReadoutRecord, statement: Statement): Statement {
  const all = hull(statement.content);
  if (!statement.cue || !isScrap(document.text, statement)) return statement;
  return { ...statement, cue: null, content: [hull([statement.cue, all])] };
}

/** The first sentence that is neither heading nor furniture; -1 where there is none. */
const leadOf = ({ document, sentences }: ReadoutRecord): number =>
  sentences.findIndex(
    ({ start, end, voice }) =>
      voice !== "furniture" && voice !== "promotional" && /[.!?…]["”’')\]]*\s*$/.test(slice(document.text, { start, end })),
  );

function groupOf(record: ReadoutRecord, { name, events, statements }: Source, items: Items, lead: number): Group {
  // The article's first sentence tells what it is about; else words in quotation marks weigh more than a reporter's summary.
  const leads = ({ statement }: Voiced): number => Number(statement.sentence === lead);
  const shown = [...statements]
    .sort((a, b) => leads(b) - leads(a) || Number(a.inner) - Number(b.inner) || Number(b.statement.direct) - Number(a.statement.direct))
    .slice(0, mostStatements);
  const all: { at: number; item: Item }[] = [
    ...events.map((told) => ({ at: told.event.trigger.start, item: items.ofEvent(told, false) })),
    ...shown.map(({ statement, inner }) => {
      const item = items.ofStatement(wholeSaying(record, statement));
      const lead = inner ? `${items.nameOf(statement.source!)} ${item.lead}`.replace(/ $/, ":") : item.lead;
      return { at: hull(statement.content).start, item: { ...item, lead } };
    }),
  ];
  const inOrder = all.sort((a, b) => a.at - b.at).map(({ item }) => item);
  return { heading: name, says: true, items: joinSameWords(inOrder), more: statements.length - shown.length };
}

const ABLE = new RegExp(String.raw`\b(?:(?:${anyOf("able-or-not")}) to|such as)\b`, "i");

/** "Will be able to advise and *demand* …", "powers such as *ordering* …": what somebody may say some day has not been said. */
const isAble = (text: string, { source, cue }: Statement): boolean =>
  source !== null && cue !== null && source.end < cue.start && ABLE.test(slice(text, { start: source.end, end: cue.start }));

/** A statement less sure is not shown. */
const leastSure = 0.5;

/** Statements of known sources that no event tells: what somebody says without doing anything that PLOVER has a name for. */
function isWeighty({ document, actors, events, sentences }: ReadoutRecord): (statement: Statement) => boolean {
  // In an author's own reasoning "history says" and "the summit proved": nobody speaks there whom the cast knows.
  const nobody = new Set(actors.filter(({ kind, code }) => kind === "unnamed" && code === null).map(({ id }) => id));
  // An event tells a statement that it is part of ("said that the army *shelled* …") or made by ("*accused* it of …"), not whatever else its sentence holds.
  const isTold = ({ sentence, cue, content }: Statement): boolean =>
    inSentence(events, sentence).some((event) => [hull(content), ...(cue ? [cue] : [])].some((part) => overlaps(part, event.trigger)));
  return (statement) =>
    statement.source?.actor != null &&
    statement.content.length > 0 &&
    hull(statement.content).end - hull(statement.content).start >= 20 &&
    statement.confidence >= leastSure &&
    !isTold(statement) &&
    !isAble(document.text, statement) &&
    !(nobody.has(statement.source.actor) && /^(?:opinion|anecdotal|scene)$/.test(sentences[statement.sentence]!.voice)) &&
    sentences[statement.sentence]!.voice !== "promotional" &&
    sentences[statement.sentence]!.voice !== "furniture";
}
