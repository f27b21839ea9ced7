// Writing to a shelf: an article's record with the corrections on it, a correction, another coding. Over three verbs, so that it knows no database.
import type { ReadoutRecord } from "../record/types.ts";
import { holds, type Span, slice } from "../span.ts";
import { type Anchor, anchorsOf, type Numbered, numbersOf, placesOf, wordsAt } from "./anchors.ts";
import { type Corrected, codingOf, correctedOf, type Layers, modesOf, nothing } from "./corrected.ts";
import { differencesOf } from "./differences.ts";
import { ShelfError } from "./errors.ts";
import { keyOf } from "./fold.ts";
import { GATHERED, type Gathering, gatheringOn } from "./gathering.ts";
import { aspectsOf, itemsOf, LETTERS, SAYINGS, unsaid } from "./remarks.ts";
import { codingCells, dayOf, type Place, rowsOf } from "./rows.ts";
import { sqlOf } from "./sql.ts";
import type { About, Coding, Correction, Difference, Query, Remark, Saying, Shelf, Signed, Telling, Value } from "./types.ts";

export interface Tables {
  rows(sql: string, params: Query["params"]): Promise<Record<string, Value>[]>;
  run(sql: string, params: Query["params"]): Promise<void>;
  append(table: string, rows: readonly (readonly Value[])[]): Promise<void>;
  /** All of the work is kept, or none of it. */
  whole<T>(work: () => Promise<T>): Promise<T>;
}

/** A version of an article, as it is on the shelf. */
interface Held {
  readonly place: Place;
  /** As the machine coded it. */
  readonly record: ReadoutRecord;
  readonly numbered: readonly Numbered[];
  readonly said: Layers;
}

type Doing = Pick<
  Shelf,
  "correct" | "addMissed" | "remark" | "annotate" | "undo" | "recordOf" | "recode" | "article" | "set" | "remove"
> & {
  /** @param article null where it is new; else its newest version is replaced */
  add(
    record: ReadoutRecord,
    place: Pick<Place, "key" | "version"> & { readonly article: number | null; readonly next: number },
  ): Promise<void>;
};

export function deskOn(given: Tables, telling: Telling): Doing & Pick<Tables, "whole"> {
  const tables: Tables = {
    ...given,
    // What was not kept must not be compared with.
    whole: (work) =>
      given.whole(work).catch((error) => {
        gathering.clear();
        throw error;
      }),
  };
  const gathering = gatheringOn(given, telling);
  const one = async (sql: string, params: Query["params"]) => (await tables.rows(sql, params))[0] ?? null;

  /** @param key of a version on the shelf */
  async function held(key: number): Promise<Held> {
    const row = (await one(sqlOf("held"), { key }))!;
    const record = JSON.parse(row.json as string) as ReadoutRecord;
    const refs = new Map((await tables.rows(sqlOf("refs"), { key })).map(({ id, ref }) => [id as string, ref as number]));
    const corrections = (await tables.rows(sqlOf("corrected"), { article: row.article as number })).map(correctionOf);
    const remarks = (await tables.rows(sqlOf("remarked"), { article: row.article as number })).map(remarkOf);
    // What a person took out, or added and took back, has no row of its own.
    const numbered = new Map<number, Numbered>();
    for (const { ref, words, trigger, nth } of [...remarks, ...corrections])
      if (ref !== null) numbered.set(ref, { ref, words, trigger, nth });
    for (const [id, anchor] of anchorsOf(record)) if (refs.has(id)) numbered.set(refs.get(id)!, { ...anchor, ref: refs.get(id)! });
    const { json: _, ...place } = row;
    return {
      place: place as unknown as Place,
      record,
      numbered: [...numbered.values()],
      said: { corrections: corrections.filter(({ holds }) => holds), remarks: remarks.filter(({ holds }) => holds) },
    };
  }

  /** Writes rows for a version that has none. */
  async function write(
    record: ReadoutRecord,
    place: Place,
    numbered: readonly Numbered[],
    said: Layers,
    earlier?: Awaited<ReturnType<Gathering["before"]>>,
  ): Promise<Corrected> {
    const { refs, highest } = numbersOf(record, numbered, Math.max(place.highest, ...numbered.map(({ ref }) => ref)));
    const corrected = correctedOf(record, refs, said, telling.geography);
    const rows = rowsOf(record, corrected, { ...place, highest }, telling);
    const { document, event, ...gathered } = await gathering.rows(corrected.record, corrected.refs, place, earlier);
    const whole = { ...rows, document: behind(rows.document!, document!), event: behind(rows.event!, event!), ...gathered };
    for (const [table, cells] of Object.entries(whole)) await tables.append(table, cells);
    for (const [table, cells] of [
      ["correction", corrected.corrections.map(correctionCells)],
      ["remark", corrected.remarks.map(remarkCells)],
    ] as const)
      if (cells.length > 0) {
        await tables.run(`DELETE FROM shelf_tables.${table} WHERE article = $article AND until IS NULL`, { article: place.article });
        await tables.append(table, cells);
      }
    return corrected;
  }

  /** Takes away the rows of a version. */
  async function clear(key: number): Promise<void> {
    for (const table of OF_AN_ARTICLE) await tables.run(`DELETE FROM shelf_tables.${table} WHERE document = $key`, { key });
    for (const [table, of] of Object.entries(GATHERED)) await tables.run(`DELETE FROM shelf_tables.${table} WHERE ${of}`, { key });
    await tables.run("DELETE FROM shelf_tables.document WHERE key = $key", { key });
  }

  /** @throws ShelfError where it names none, or several */
  async function articleRow(name: string): Promise<Record<string, Value>> {
    const found = await tables.rows(sqlOf("article"), { name });
    if (found.length === 0)
      throw new ShelfError(name, 'names no article on this shelf: give an id or address, as readout sql "FROM documents" has it');
    if (found.length > 1)
      throw new ShelfError(
        name,
        `names ${found.length} articles: give one of ${found
          .slice(0, 5)
          .map(({ article }) => `a${article}`)
          .join(", ")}`,
      );
    return found[0]!;
  }

  async function replace({ place, numbered }: Held, record: ReadoutRecord, said: Layers): Promise<Corrected> {
    const gathered = await gathering.before(place.key);
    await clear(place.key);
    return write(record, place, numbered, said, gathered);
  }

  /** The key of an article's newest version; null where there is no such article. */
  const keyNamed = async (article: number): Promise<number | null> =>
    ((await one("SELECT key FROM shelf_tables.document WHERE article = $article AND current", { article }))?.key as number) ?? null;

  /** The newest version of the article that an event's id names, and the event's number. */
  async function eventHeld(id: string): Promise<{ held: Held; ref: number; machine: Coding | null }> {
    const [, article, number] = /^e(\d{1,9})\.(\d{1,9})$/.exec(id) ?? [];
    if (article === undefined)
      throw new ShelfError(id, "is no id of an event: give one as in e12.3, which readout review and readout events tell");
    const key = await keyNamed(Number(article));
    const found = key === null ? null : await held(key);
    const ref = Number(number);
    if (!found?.numbered.some((each) => each.ref === ref))
      throw new ShelfError(id, "is not on this shelf: readout review and readout events tell the ids");
    const { refs } = numbersOf(found.record, found.numbered, found.place.highest);
    const event = found.record.events.find((each) => refs.get(each.id) === ref);
    return { held: found, ref, machine: event ? codingOf(event, found.record) : null };
  }

  const nextNumber = async () =>
    (await one(
      "SELECT coalesce(max(number), 0) + 1 AS next FROM (SELECT number FROM shelf_tables.correction UNION ALL SELECT number FROM shelf_tables.remark)",
      {},
    ))!.next as number;

  const endRemark = (number: number, { by, at }: Pick<Signed, "by" | "at">) =>
    tables.run("UPDATE shelf_tables.remark SET until = $at, ended_by = $by WHERE number = $number AND until IS NULL", { number, by, at });

  /** The record as people have it, with the numbers of its events. */
  const shownOf = ({ record, numbered, place, said }: Held): Corrected =>
    correctedOf(record, numbersOf(record, numbered, place.highest).refs, said, telling.geography);

  /** The newest version of the article that a line's id names, the line in the record as people have it, and in the machine's. */
  async function lineHeld(
    id: string,
  ): Promise<{ held: Held; line: string; origin: string; ref: number | null; about: About; anchor: Anchor }> {
    const [, letter, article, n] = /^([escprxv])(\d{1,9})\.(\d{1,9})$/.exec(id) ?? [];
    if (letter === undefined)
      throw new ShelfError(
        id,
        "is no id of a line: give one as in e12.3 (event), s12.4 (statement), p12.1 (position), c12.1 (promise), r12.1 or x12.1 (reaction), v12.7 (sentence)",
      );
    const about = LETTERS[letter as keyof typeof LETTERS];
    if (about === "event") {
      const { held: found, ref } = await eventHeld(id);
      const shown = shownOf(found);
      const line = [...shown.refs].find(([, each]) => each === ref)?.[0];
      if (line === undefined) throw new ShelfError(id, "is taken out, or no longer told: take that back first (--undo)");
      return { held: found, line, origin: line, ref, about, anchor: found.numbered.find((each) => each.ref === ref)! };
    }
    const key = await keyNamed(Number(article));
    const found = key === null ? null : await held(key);
    const line = `${letter}${n}`;
    const shown = found && shownOf(found);
    const origin = shown?.origins.get(line) ?? line;
    const item =
      found && shown && aspectsOf(shown.record, line) !== null ? itemsOf(found.record).find((each) => each.id === origin) : undefined;
    if (found === null || item === undefined) throw new ShelfError(id, `is not on this shelf: there is no such ${about} in that article`);
    return { held: found, line, origin, ref: null, about, anchor: item.anchor };
  }

  const end = (article: number, ref: number, until: string, ended_by: string) =>
    tables.run(sqlOf("end_correction"), { article, ref, until, ended_by });

  const codingIn = ({ record, refs }: Corrected, ref: number): Coding | null => {
    const event = record.events.find(({ id }) => refs.get(id) === ref);
    return event ? codingOf(event, record) : null;
  };

  return {
    whole: tables.whole,
    async add(record, { key, article, version, next }) {
      if (article === null) {
        await write(record, { key, article: next, version, current: true, highest: 0 }, [], nothing);
        return;
      }
      const before = await held((await keyNamed(article))!);
      await tables.run(sqlOf("retire"), { article });
      await write(record, { ...before.place, key, version }, before.numbered, before.said);
    },

    correct: (id, change, signed) =>
      tables.whole(async () => {
        const { held: found, ref, machine } = await eventHeld(id);
        const { article } = found.place;
        const earlier = found.said.corrections.find((each) => each.ref === ref) ?? null;
        const type = change.type ?? earlier?.type ?? machine?.type;
        if (type === undefined)
          throw new ShelfError(id, "is no longer told by the article: take the correction back (--undo), or leave it");
        const wrong = change.modes?.filter((mode) => !modesOf(type, [mode]).length) ?? [];
        if (wrong.length > 0)
          throw new ShelfError(id, `is ${type}, which has no mode “${wrong[0]}”: give one of docs/codebook.md, or --type too`);
        const anchor = earlier ?? found.numbered.find((each) => each.ref === ref)!;
        const { words, trigger, nth } = anchor;
        const merged: Correction = {
          ...{
            type: change.type ?? earlier?.type ?? null,
            auxiliary: change.auxiliary ?? earlier?.auxiliary ?? null,
            isEvent: change.isEvent,
          },
          // Modes of an earlier correction belong to its type.
          modes: change.modes ?? (earlier?.modes ? modesOf(type, earlier.modes) : null),
          ...{ actor: change.actor ?? earlier?.actor ?? null, recipient: change.recipient ?? earlier?.recipient ?? null },
          ...{ by: signed.by, at: signed.at, note: signed.note ?? earlier?.note ?? null },
          ...{ number: await nextNumber(), article, ref, missed: earlier?.missed ?? false, words, trigger, nth, found: true, machine },
        };
        const was = codingIn(shownOf(found), ref);
        await end(article, ref, signed.at, signed.by);
        const corrections = [...found.said.corrections.filter((each) => each.ref !== ref), merged];
        return { id, was, now: codingIn(await replace(found, found.record, { ...found.said, corrections }), ref) };
      }),

    addMissed: (document, given, change, signed) =>
      tables.whole(async () => {
        const rows = await tables.rows("SELECT key FROM shelf_tables.document WHERE current AND (id = $document OR url = $document)", {
          document,
        });
        if (rows.length !== 1)
          throw new ShelfError(
            document,
            `names ${rows.length} articles on this shelf: give the id or address of one, as readout sql "FROM documents" has it`,
          );
        const found = await held(rows[0]!.key as number);
        const { record, place } = found;
        const { at, quoted } = placeOnce(record, given, document);
        const sentence = record.sentences.find((each) => holds(each, at));
        if (sentence === undefined) throw new ShelfError(`“${quoted}”`, "is not in one sentence: quote words of one");
        const [words, trigger] = [wordsAt(record, sentence), wordsAt(record, at)];
        if (found.numbered.some((each) => each.words === words && each.trigger === trigger))
          throw new ShelfError(`“${quoted}”`, "is told as an event already: correct that one");
        const ref = Math.max(place.highest, ...found.numbered.map((each) => each.ref)) + 1;
        const wrong = change.modes?.find((mode) => !modesOf(change.type, [mode]).length);
        if (wrong !== undefined) throw new ShelfError(`“${wrong}”`, `is no mode of ${change.type}: give one of docs/codebook.md`);
        const made: Correction = {
          ...change,
          ...signed,
          ...{
            isEvent: true,
            number: await nextNumber(),
            article: place.article,
            ref,
            missed: true,
            words,
            trigger,
            nth: 0,
            found: true,
            machine: null,
          },
        };
        const corrections = [...found.said.corrections, made];
        const corrected = await replace({ ...found, numbered: [...found.numbered, made] }, record, { ...found.said, corrections });
        return { id: `e${place.article}.${ref}`, was: null, now: codingIn(corrected, ref) };
      }),

    remark: (id, given, signed) =>
      tables.whole(async () => {
        const { held: found, line, origin, ref, about, anchor } = await lineHeld(id);
        const odd = Object.entries(given).find(
          ([name, value]) => name !== "isSo" && value != null && !SAYINGS[about].includes(name as never),
        );
        if (odd) throw new ShelfError(id, `is a ${about}, of which ${odd[0]} cannot be said: say ${SAYINGS[about].join(", ")}`);
        if (given.voice === "promotional" || given.voice === "furniture") {
          const at = Number(line.slice(1)) - 1;
          const { events, statements } = shownOf(found).record;
          if ([...events, ...statements].some(({ sentence }) => sentence === at))
            throw new ShelfError(id, `has events or statements, which no ${given.voice} sentence can have: take them out first`);
        }
        const { words, trigger, nth } = anchor;
        const isSame = (each: Remark): boolean => (ref !== null ? each.ref === ref : isOn(each, about, anchor));
        const earlier = found.said.remarks.find(isSame) ?? null;
        const made: Remark = {
          ...(Object.fromEntries(SAID.map((name) => [name, given[name] ?? earlier?.[name] ?? null])) as unknown as Saying),
          ...{ by: signed.by, at: signed.at, note: signed.note ?? earlier?.note ?? null, isSo: given.isSo ?? true },
          ...{ number: await nextNumber(), article: found.place.article, about, ref, words, trigger, nth, found: true, machine: null },
        };
        const was = aspectsOf(shownOf(found).record, line);
        if (earlier) await endRemark(earlier.number, signed);
        const remarks = [...found.said.remarks.filter((each) => !isSame(each)), made];
        const { record, origins } = await replace(found, found.record, { ...found.said, remarks });
        const now = [...origins].find(([, each]) => each === origin)?.[0] ?? (origins.has(origin) ? null : origin);
        return { id, was, now: now === null || !made.isSo ? null : aspectsOf(record, now), remark: `m${made.number}` };
      }),

    annotate: (document, given, signed) =>
      tables.whole(async () => {
        const found = await held((await articleRow(document)).key as number);
        const { record, place } = found;
        const { at } = placeOnce(record, given, document);
        const sentence = record.sentences.findLast((each) => each.start <= at.start);
        const made: Remark = {
          ...{ ...unsaid, ...signed, isSo: true, number: await nextNumber(), article: place.article, about: "note" as const, ref: null },
          ...{ words: sentence ? wordsAt(record, sentence) : "", trigger: wordsAt(record, at), nth: 0, found: true, machine: null },
        };
        await replace(found, record, { ...found.said, remarks: [...found.said.remarks, made] });
        return { id: `m${made.number}` };
      }),

    undo: (id, { by, at }) =>
      tables.whole(async () => {
        const number = /^m(\d{1,9})$/.exec(id)?.[1];
        if (number !== undefined) {
          const row = await one("SELECT article FROM shelf_tables.remark WHERE number = $number AND until IS NULL", {
            number: Number(number),
          });
          const key = row && (await keyNamed(row.article as number));
          if (key === null) throw new ShelfError(id, 'is no remark that holds: readout sql "FROM corrections" tells the ids');
          const found = await held(key);
          await endRemark(Number(number), { by, at });
          const remarks = found.said.remarks.filter((each) => each.number !== Number(number));
          await replace(found, found.record, { ...found.said, remarks });
          return { id, was: null, now: null };
        }
        if (!id.startsWith("e")) {
          const { held: found, line, anchor, about } = await lineHeld(id);
          const remark = found.said.remarks.find((each) => isOn(each, about, anchor));
          if (!remark) throw new ShelfError(id, "has no correction: there is nothing to take back");
          const was = aspectsOf(shownOf(found).record, line);
          await endRemark(remark.number, { by, at });
          const remarks = found.said.remarks.filter((each) => each !== remark);
          const { record } = await replace(found, found.record, { ...found.said, remarks });
          return { id, was, now: aspectsOf(record, line) };
        }
        const { held: found, ref } = await eventHeld(id);
        const { corrections, remarks } = found.said;
        if (![...corrections, ...remarks].some((each) => each.ref === ref))
          throw new ShelfError(id, "has no correction: there is nothing to take back");
        const was = codingIn(shownOf(found), ref);
        await end(found.place.article, ref, at, by);
        for (const each of remarks) if (each.ref === ref) await endRemark(each.number, { by, at });
        const said = { corrections: corrections.filter((each) => each.ref !== ref), remarks: remarks.filter((each) => each.ref !== ref) };
        return { id, was, now: codingIn(await replace(found, found.record, said), ref) };
      }),

    async article(name) {
      const { key } = await articleRow(name);
      return { key: key as number, document: (await held(key as number)).record.document };
    },

    set: (key, record, settings, { by, at }) =>
      tables.whole(async () => {
        const found = await held(key);
        const { article } = found.place;
        const { url, published } = record.document;
        const [other] = url === null ? [] : await tables.rows(sqlOf("same_place"), { url, day: dayOf(published) ?? "", article });
        if (other) throw new ShelfError(url!, `is the address of another article of that day, a${other.article}: remove one of the two`);
        for (const { field, value, was } of settings) {
          const ended = { article, field, until: at, ended_by: by };
          await tables.run(
            "UPDATE shelf_tables.setting SET until = $until, ended_by = $ended_by WHERE article = $article AND field = $field AND until IS NULL",
            ended,
          );
          await tables.append("setting", [[article, field, value, was, by, at, null, null]]);
        }
        await replace(found, record, found.said);
      }),

    remove: (name, { by, at }) =>
      tables.whole(async () => {
        const { article, id, url, title } = await articleRow(name);
        const keys = (
          await tables.rows("SELECT key FROM shelf_tables.document WHERE article = $article ORDER BY key", { article: article as number })
        ).map(({ key }) => key as number);
        for (const key of keys) {
          await clear(key);
          // Copies of its text are counted as one by the first of them: now by the next.
          await tables.run(sqlOf("next_of_family"), { key });
        }
        for (const table of ["correction", "remark", "setting"])
          await tables.run(`DELETE FROM shelf_tables.${table} WHERE article = $article`, { article: article as number });
        await tables.append("removed", [[article!, Math.max(...keys), id!, url!, title!, by, at]]);
        gathering.clear();
        return id as string;
      }),

    recordOf: async (key) => (await held(key)).record,

    recode: (key, record, writes) => {
      const work = async (): Promise<readonly Difference[]> => {
        const found = await held(key);
        const after = numbersOf(record, found.numbered, Math.max(found.place.highest, ...found.numbered.map(({ ref }) => ref)));
        const before = numbersOf(found.record, found.numbered, found.place.highest);
        if (writes) await replace(found, record, found.said);
        return differencesOf({ record: found.record, refs: before.refs }, { record, refs: after.refs }, found.place.article);
      };
      return writes ? tables.whole(work) : work();
    },
  };
}

/** Where the words stand that a person quoted or marked. @param name the article's, as given @throws ShelfError where quoted words do not stand there once */
function placeOnce(
  { document: { text } }: ReadoutRecord,
  given: string | Span,
  name: string,
): { readonly at: Span; readonly quoted: string } {
  const quoted = typeof given === "string" ? given : slice(text, given);
  const places = typeof given === "string" ? placesOf(text, given) : [given];
  if (places.length !== 1)
    throw new ShelfError(`“${quoted}”`, `stands ${places.length} times in ${name}: quote words that stand there once`);
  return { at: places[0]!, quoted };
}

/** Whether a remark is of the line of that kind and anchor. */
const isOn = (remark: Remark, about: About, { words, trigger, nth }: Anchor): boolean =>
  remark.about === about && remark.words === words && remark.trigger === trigger && remark.nth === nth;

type Rows = readonly (readonly Value[])[];
const behind = (rows: Rows, more: Rows): Rows => rows.map((cells, at) => [...cells, ...more[at]!]);

/** The tables that have rows by the key of a version, in a column `document`. */
const OF_AN_ARTICLE = [
  "record",
  "sentence",
  "actor",
  "event",
  "event_actor",
  "statement",
  "position",
  "commitment",
  "reaction",
  "outcome",
  "promotion",
];

function correctionOf(row: Record<string, Value>): Correction & { readonly holds: boolean } {
  const machine =
    row.machine_type === null
      ? null
      : {
          ...{ type: row.machine_type, modes: row.machine_modes, auxiliary: row.machine_auxiliary },
          ...{ actor: row.machine_source, recipient: row.machine_target, confidence: row.machine_confidence },
        };
  const { number, article, ref, note, missed, type, modes, auxiliary, words, trigger, nth, found } = row;
  return {
    ...{ number, article, ref, note, missed, type, modes, auxiliary, words, trigger, nth, found, machine },
    ...{ by: row.corrected_by, at: row.corrected_at, isEvent: row.is_event, actor: row.source, recipient: row.target },
    holds: row.until === null,
  } as Correction & { readonly holds: boolean };
}

function remarkOf(row: Record<string, Value>): Remark & { readonly holds: boolean } {
  const { number, article, about, ref, note, words, trigger, nth, found } = row;
  const machine = Object.fromEntries(SAID.map((name) => [name, row[`machine_${name}`] ?? null]));
  return {
    ...{ number, article, about, ref, note, words, trigger, nth, found, machine },
    ...Object.fromEntries(SAID.map((name) => [name, row[name] ?? null])),
    ...{ by: row.corrected_by, at: row.corrected_at, isSo: row.is_so, holds: row.until === null },
  } as unknown as Remark & { readonly holds: boolean };
}

/** In the order of the table's columns. */
const SAID = [
  "said_by",
  "date",
  "place",
  "contexts",
  "actor",
  "recipient",
  "stance",
  "issue",
  "standing",
  "voice",
] as const satisfies readonly (keyof Saying)[];

const remarkCells = (each: Remark): readonly Value[] => [
  ...[each.number, each.article, each.about, each.ref, each.by, each.at, each.note, null, null, each.isSo],
  ...SAID.map((name) => each[name]),
  ...[each.words, each.trigger, each.nth, each.found],
  keyOf([...(each.actor ?? []), ...(each.recipient ?? []), each.said_by, ...(each.machine?.actor ?? []), each.machine?.said_by]),
  ...SAID.map((name) => each.machine?.[name] ?? null),
];

const correctionCells = (each: Correction): readonly Value[] => [
  ...[each.number, each.article, each.ref, each.by, each.at, each.note, null, null, each.missed, each.isEvent, each.type, each.modes],
  ...[each.auxiliary, each.actor, each.recipient, each.words, each.trigger, each.nth, each.found],
  keyOf([...(each.actor ?? []), ...(each.recipient ?? []), ...(each.machine?.actor ?? []), ...(each.machine?.recipient ?? [])]),
  ...codingCells(each.machine),
];
