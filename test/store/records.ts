// Records made up by number, sound by the contract, with everything that a shelf keeps; and shelves of them in a folder that is taken away again.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll } from "vitest";
import { EVENT_TYPES, TYPES } from "../../src/codebook.ts";
import type { Event } from "../../src/events/types.ts";
import { gatherer } from "../../src/gather/gatherer.ts";
import { geography } from "../../src/places/load.ts";
import { writeJsonl } from "../../src/record/jsonl.ts";
import { isRetold, realityOf } from "../../src/record/reality.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { dateOf } from "../../src/record/when.ts";
import { type Span, span } from "../../src/span.ts";
import { type Access, openShelf } from "../../src/store/shelf.ts";
import type { Query, Shelf, Telling, Value } from "../../src/store/types.ts";

export const telling: Telling = { write: (record) => writeJsonl(record).trimEnd(), dateOf, realityOf, isRetold, gatherer, geography };

const NAMES = [
  ["Ukraine", "UKR"],
  ["Türkiye", "TUR"],
  ["Kenya", "KEN"],
  ["Brazil", "BRA"],
  ["Volodymyr Zelenskyy", "UKR"],
] as const;
const OUTLETS = ["The Example Herald", "Muster Daily", null] as const;

export interface Made {
  /** Changes the text, not the address. */
  readonly edit?: number;
  readonly events?: number;
  readonly url?: string | null;
  readonly published?: string | null;
}

/** The record of article `n`: a heading, then a sentence an event; the second event is told again, and every article has one of everything. */
export function recordOf(n: number, { edit = 0, events: many = 3, url, published }: Made = {}): ReadoutRecord {
  let text = `Article ${n}${edit ? ` as of edit ${edit}` : ""}`;
  const sentences = [{ ...span(0, text.length), voice: "furniture" as const, confidence: 1 }];
  const actors = NAMES.slice(0, 2 + (n % 4)).map(([name, code], at) => ({
    ...{ id: `a${at + 1}`, name, code, sector: "GOV", other_sectors: [], kind: "country" as const, office: null },
    mentions: [] as (Span & { form: "name" })[],
  }));
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return span(start, text.length);
  };
  const mention = (at: number): Span & { actor: string } => {
    const actor = actors[at % actors.length]!;
    const place = write(actor.name);
    actor.mentions.push({ ...place, form: "name" });
    return { ...place, actor: actor.id };
  };
  const events: Event[] = [];
  for (let at = 0; at < many; at++) {
    write("\n\n");
    const start = text.length;
    const type = EVENT_TYPES[(n + at) % EVENT_TYPES.length]!;
    const source = mention(n + at);
    write(" ");
    const trigger = write(type.toLowerCase());
    write(" ");
    const target = mention(n + at + 1);
    write(" over the harbour, “no. ");
    const number = write(String(at));
    write("”.");
    events.push({
      ...{ id: `e${at + 1}`, type, modes: [], contexts: at % 2 ? ["territory"] : [], auxiliary: at % 5 === 4 ? ["negation"] : [] },
      ...{ quad: TYPES[type].quad, score: TYPES[type].score, sentence: sentences.length, trigger, actor: [source], recipient: [target] },
      said_by: at % 3 === 2 ? { ...source } : null,
      date: at % 2 ? { iso: `2025-0${1 + (n % 9)}`, ...number } : null,
      place: at % 4 === 0 ? { start: target.start, end: target.end, name: "Odesa", country: "UKR", lat: 46.5, lon: 30.7 } : null,
      ...{ confidence: ((n + at) % 10) / 10, same_as: many > 1 && at < 2 ? [`e${2 - at}`] : [] },
    });
    sentences.push({ ...span(start, text.length), voice: "reported" as never, confidence: 0.9 });
  }
  const first = events[0];
  const source = first && { ...first.actor[0]! };
  const content = first && span(first.trigger.start, sentences[1]!.end);
  return {
    schema: "readout.record/1",
    engine: { version: "0.1.0", model: "0123456789ab" },
    document: {
      ...{ id: `article-${n}`, url: url === undefined ? `https://news${n % 3}.example/${n}` : url, title: `Article ${n}`, byline: null },
      ...{
        publisher: OUTLETS[n % 3]!,
        published: published === undefined ? `2025-08-${String(1 + (n % 28)).padStart(2, "0")}` : published,
      },
      ...{ language: "en", text, sha256: createHash("sha256").update(text).digest("hex"), kind: "news" as const, extra: {} },
    },
    sentences,
    actors: actors.filter(({ mentions }) => mentions.length > 0),
    events: events.map((event) => ({ ...event, same_as: event.same_as.filter((id) => events.some((other) => other.id === id)) })),
    statements: first
      ? [{ id: "s1", sentence: 1, source: source!, cue: first.trigger, content: [content!], direct: n % 2 === 0, confidence: 0.7 }]
      : [],
    positions: first
      ? [
          {
            actor: source!.actor,
            issue: { label: "the harbour", ...content! },
            stance: "demands",
            said_by: null,
            evidence: ["e1"],
            earlier: null,
          },
          {
            actor: source!.actor,
            issue: { label: "the harbour", ...content! },
            stance: "accepts",
            said_by: source!,
            evidence: ["s1"],
            earlier: 0,
          },
        ]
      : [],
    commitments: first
      ? [
          {
            ...{ by: [source!.actor], to: [], what: content!, said_by: null, standing: "stated", doubts: [first.trigger], precedents: [] },
            evidence: ["e1"],
          },
        ]
      : [],
    reactions: first ? [{ actor: source!.actor, to: "e1", stance: "worried", evidence: ["s1"] }] : [],
    responses: first ? [{ actor: source!.actor, about: span(content!.end - 3, content!.end), stance: "opposes", evidence: ["e1"] }] : [],
    outcomes: first ? [{ of: "e1", result: "none", what: content!, said_by: source!, evidence: ["s1"] }] : [],
    promotions: first ? [{ kind: "sponsored", ...span(0, 7), signals: [{ ...span(0, 7), name: "label" }] }] : [],
  };
}

/** A folder for this test file's shelves. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "readout-shelf-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens, does and closes. */
export async function onShelf<T>(path: string, access: Access, work: (shelf: Shelf) => Promise<T>): Promise<T> {
  const shelf = await openShelf(path, access, telling);
  try {
    return await work(shelf);
  } finally {
    await shelf.close();
  }
}

/** All rows of an answer as objects. */
export async function rowsOf(shelf: Shelf, query: Query | string): Promise<Record<string, Value>[]> {
  const { columns, groups } = await shelf.ask(typeof query === "string" ? { name: "test", sql: query, params: {} } : query);
  const rows: Record<string, Value>[] = [];
  for await (const group of groups) rows.push(...group.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at]!, cell]))));
  return rows;
}

/** Everything that the tables hold, in the order in which it was kept. */
export async function contentOf(path: string): Promise<Record<string, unknown[][]>> {
  const database = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  try {
    const connection = await database.connect();
    const names = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'shelf_tables' ORDER BY ALL");
    const tables: Record<string, unknown[][]> = {};
    for (const [name] of names.getRowsJS()) {
      const rows = await connection.runAndReadAll(`SELECT * FROM shelf_tables."${name}" ORDER BY ALL`);
      tables[String(name)] = rows.getRowsJson();
    }
    connection.closeSync();
    return tables;
  } finally {
    database.closeSync();
  }
}

/** What a program of format 2 would have made of the articles and corrections of a shelf of ours. */
export async function makeOlder(ours: string, path: string): Promise<void> {
  const database = await DuckDBInstance.create(path);
  try {
    const connection = await database.connect();
    await connection.run(readFileSync(new URL("../fixtures/store/format-2.sql", import.meta.url), "utf8"));
    await connection.run(`ATTACH '${ours}' AS ours (READ_ONLY)`);
    const columns = await connection.runAndReadAll(
      `SELECT table_name, string_agg('"' || column_name || '"', ', ' ORDER BY column_index) FROM duckdb_columns()
       WHERE database_name = current_database() AND schema_name = 'shelf_tables' AND table_name <> 'about' GROUP BY ALL`,
    );
    for (const [table, names] of columns.getRowsJS())
      await connection.run(`INSERT INTO shelf_tables."${table}" SELECT ${names} FROM ours.shelf_tables."${table}" ORDER BY rowid`);
    connection.closeSync();
  } finally {
    database.closeSync();
  }
}
