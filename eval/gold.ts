// Our hand-coded articles (training/eval: offsets and labels, no text) × records → F1 of events and statements, accuracy of voices and auxiliary modes; and how well two codings agree.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadoutRecord } from "../src/record/types.ts";
import { f1, type Share } from "./polnear.ts";

type Pair = readonly [number, number];

/** One coding of one article, by a person or by the program, in one shape so that any two can be compared. */
export interface Coding {
  readonly article: string;
  readonly sentences: readonly { readonly span: Pair; readonly voice: string }[];
  readonly events: readonly {
    readonly sentence: number;
    readonly type: string;
    readonly aux: readonly string[];
    readonly trigger: Pair;
    /** The program's own, 0–1; people give none. */
    readonly confidence?: number;
    readonly actor: readonly { readonly code: string | null }[];
    readonly recipient: readonly { readonly code: string | null }[];
  }[];
  readonly statements: readonly { readonly source: Pair | null; readonly content: readonly Pair[] }[];
}

export interface GoldScore {
  readonly articles: number;
  readonly events: number;
  readonly type: Share;
  readonly dyad: Share;
  readonly statements: Share;
  readonly voice: number;
  readonly auxiliary: number;
  /** Of the events in each tenth of confidence: how many, and how many with the right type in their sentence. */
  readonly reliability: readonly { readonly from: number; readonly events: number; readonly right: number }[];
}

/** Codings by file name, without those whose article has changed. */
export function codings(folder: string, articles: string): { coding: Coding; coder: string; text: string }[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .flatMap((f) => {
      const coding = JSON.parse(readFileSync(join(folder, f), "utf8")) as Coding & { sha256: string; coder: string };
      const text = readFileSync(join(articles, coding.article), "utf8");
      if (createHash("sha256").update(text).digest("hex") !== coding.sha256)
        throw new Error(`${f}: its article has changed: code it again`);
      return [{ coding, coder: coding.coder, text }];
    });
}

/** Of a file that `readout export --format gold` wrote: an article a line, with its text. */
export const exported = (file: string): { coding: Coding; coder: string; text: string; published: string | null }[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const {
        text,
        coder,
        published = null,
        ...coding
      } = JSON.parse(line) as Coding & { text: string; coder: string; published?: string | null };
      return { coding, coder, text, published };
    });

/** The first coding of each article, in their order. */
export const firstOf = <One extends { readonly coding: { readonly article: string } }>(all: readonly One[]): One[] =>
  all.filter((one, i) => all.findIndex(({ coding }) => coding.article === one.coding.article) === i);

/** The program's record as a coding. */
export function codingOf(article: string, record: ReadoutRecord): Coding {
  const codeOf = new Map(record.actors.map((a) => [a.id, a.code]));
  const sides = (list: ReadoutRecord["events"][number]["actor"]): { code: string | null }[] =>
    list.map((p) => ({ code: codeOf.get(p.actor) ?? null }));
  return {
    article,
    sentences: record.sentences.map((s) => ({ span: [s.start, s.end], voice: s.voice })),
    events: record.events.map((e) => ({
      sentence: e.sentence,
      type: e.type,
      aux: e.auxiliary,
      trigger: [e.trigger.start, e.trigger.end],
      confidence: e.confidence,
      actor: sides(e.actor),
      recipient: sides(e.recipient),
    })),
    statements: record.statements
      .filter((s) => s.cue)
      .map((s) => ({ source: s.source && [s.source.start, s.source.end], content: s.content.map((c) => [c.start, c.end]) })),
  };
}

const codes = (side: Coding["events"][number]["actor"]): string =>
  [...new Set(side.map((p) => (p.code === "-" ? null : p.code)))].sort().join("+");

const shared = (a: readonly Pair[], b: readonly Pair[]): number =>
  a.reduce((n, [x, y]) => n + b.reduce((m, [p, q]) => m + Math.max(0, Math.min(y, q) - Math.max(x, p)), 0), 0);
const size = (a: readonly Pair[]): number => a.reduce((n, [x, y]) => n + y - x, 0);
/** Half overlap: the common part is at least half of the longer one. */
const alike = (a: readonly Pair[], b: readonly Pair[]): boolean => shared(a, b) * 2 >= Math.max(size(a), size(b), 1);

/** Scores `other` against `gold`, article by article, in the order given. */
export function compare(pairs: readonly { gold: Coding; other: Coding }[]): GoldScore {
  const type = [0, 0, 0] as [number, number, number];
  const dyad = [0, 0, 0] as [number, number, number];
  const statements = [0, 0, 0] as [number, number, number];
  let [voiceRight, voices, auxRight, auxAll] = [0, 0, 0, 0];
  const tenths = Array.from({ length: 10 }, (_, i) => ({ from: i / 10, events: 0, right: 0 }));
  const tenth = (e: { confidence?: number }): (typeof tenths)[number] => tenths[Math.min(9, Math.floor((e.confidence ?? 1) * 10))]!;
  for (const { gold, other } of pairs) {
    const sentenceOf = (trigger: Pair): number => gold.sentences.findIndex((s) => s.span[0] <= trigger[0] && trigger[0] < s.span[1]);
    const left = other.events.map((e) => ({ ...e, sentence: sentenceOf(e.trigger) }));
    type[1] += left.length;
    for (const e of left) tenth(e).events++;
    dyad[1] += left.length;
    const byDyad = [...left];
    for (const e of gold.events) {
      type[2]++;
      dyad[2]++;
      // Of several of one type in a sentence the one on the same words is meant.
      const options = left.filter((o) => o.sentence === e.sentence && o.type === e.type);
      const match = options.find((o) => o.trigger[0] < e.trigger[1] && e.trigger[0] < o.trigger[1]) ?? options[0];
      if (match) {
        type[0]++;
        tenth(match).right++;
        left.splice(left.indexOf(match), 1);
        auxAll++;
        if ([...match.aux].sort().join() === [...e.aux].sort().join()) auxRight++;
      }
      const both = byDyad.findIndex(
        (o) =>
          o.sentence === e.sentence && o.type === e.type && codes(o.actor) === codes(e.actor) && codes(o.recipient) === codes(e.recipient),
      );
      if (both !== -1) {
        dyad[0]++;
        byDyad.splice(both, 1);
      }
    }
    const free = [...other.statements];
    statements[1] += free.length;
    for (const s of gold.statements) {
      statements[2]++;
      const i = free.findIndex(
        (o) => alike(o.content, s.content) && (s.source === null ? o.source === null : o.source !== null && alike([o.source], [s.source])),
      );
      if (i !== -1) {
        statements[0]++;
        free.splice(i, 1);
      }
    }
    for (const s of gold.sentences) {
      const mine = [...other.sentences].sort((a, b) => shared([b.span], [s.span]) - shared([a.span], [s.span]))[0];
      voices++;
      if (mine?.voice === s.voice) voiceRight++;
    }
  }
  return {
    articles: pairs.length,
    events: type[2],
    type: f1(...type),
    dyad: f1(...dyad),
    statements: f1(...statements),
    voice: voiceRight / voices,
    auxiliary: auxAll ? auxRight / auxAll : 0,
    reliability: tenths.filter((t) => t.events),
  };
}
