// Hand-coded negotiations (training/eval/negotiation: offsets and labels, no text) × records → F1 of positions, commitments and reactions; and how well two codings agree.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadoutRecord } from "../src/record/types.ts";
import { firstOf } from "./gold.ts";
import { f1, type Share } from "./polnear.ts";

type Pair = readonly [number, number];

/** An actor by the places that speak of him, or by the code of the state that he speaks for. */
interface Who {
  readonly spans: readonly Pair[];
  readonly code: string | null;
}

/** One coding of one article's negotiation, by a person or by the program. `evidence` holds numbers in `sentences`. */
export interface Negotiated {
  readonly article: string;
  readonly sentences: readonly Pair[];
  readonly positions: readonly {
    readonly actor: Who;
    readonly issue: Pair;
    readonly stance: string;
    readonly said_by: Who | null;
    readonly evidence: readonly number[];
    readonly earlier: number | null;
  }[];
  readonly commitments: readonly {
    readonly by: readonly Who[];
    readonly what: Pair;
    readonly standing: string;
    readonly evidence: readonly number[];
  }[];
  readonly reactions: readonly { readonly actor: Who; readonly stance: string; readonly evidence: readonly number[] }[];
}

export interface NegotiationScore {
  readonly articles: number;
  readonly coded: { readonly positions: number; readonly commitments: number; readonly reactions: number };
  /** Actor, stance and an evidence sentence in common. */
  readonly positions: Share;
  /** The same without the stance: how much of the rest is a question of stance alone. */
  readonly stands: Share;
  /** One of those who commit themselves, and an evidence sentence in common. */
  readonly commitments: Share;
  /** Of the commitments found: the share with the same standing; null where none is found. */
  readonly standing: number | null;
  /** Actor, stance and an evidence sentence in common. */
  readonly reactions: Share;
  /** Of the positions found: the share where both say, or both do not, that somebody else ascribes the stand. */
  readonly sayer: number | null;
}

/** Codings by file name, each with the article's text. @param articles its folder, or a pack's file @throws where an article has changed since it was coded */
export function negotiations(folder: string, articles: string): { coding: Negotiated; coder: string; text: string }[] {
  if (!existsSync(folder)) return [];
  const rows = articles.endsWith(".jsonl") ? textsIn(articles) : null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const coding = JSON.parse(readFileSync(join(folder, file), "utf8")) as Negotiated & { sha256: string; coder: string };
      const text = rows?.get(coding.article.split("/").at(-1)!) ?? (rows ? "" : readFileSync(join(articles, coding.article), "utf8"));
      if (createHash("sha256").update(text).digest("hex") !== coding.sha256)
        throw new Error(`${file}: its article has changed: code it again`);
      return { coding, coder: coding.coder, text };
    });
}

/** Texts of a pack by id. */
const textsIn = (file: string): Map<string, string> =>
  new Map(
    readFileSync(file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map(({ id, text }) => [id, text]),
  );

/** The program's record as a coding. A state's code counts only for the state and its government. */
export function negotiatedOf(article: string, record: ReadoutRecord): Negotiated {
  const sentenceOf = new Map([...record.events, ...record.statements].map(({ id, sentence }) => [id, sentence]));
  const evidence = (ids: readonly string[]): number[] => [...new Set(ids.map((id) => sentenceOf.get(id)!))].sort((a, b) => a - b);
  const who = (id: string): Who => {
    const actor = record.actors.find((one) => one.id === id)!;
    const official = actor.kind === "country" || actor.sector === "GOV" || /^(?:UNO|IGO|EUR)$/.test(actor.code ?? "");
    return { spans: actor.mentions.map(({ start, end }) => [start, end]), code: official ? actor.code : null };
  };
  return {
    article,
    sentences: record.sentences.map(({ start, end }) => [start, end]),
    positions: record.positions.map(({ actor, issue, stance, said_by, evidence: ids, earlier }) => ({
      actor: who(actor),
      issue: [issue.start, issue.end],
      stance,
      said_by: said_by && { spans: [[said_by.start, said_by.end]], code: null },
      evidence: evidence(ids),
      earlier,
    })),
    commitments: record.commitments.map(({ by, what, standing, evidence: ids }) => ({
      by: by.map(who),
      what: [what.start, what.end],
      standing,
      evidence: evidence(ids),
    })),
    reactions: [...record.reactions, ...(record.responses ?? [])].map(({ actor, stance, evidence: ids }) => ({
      actor: who(actor),
      stance,
      evidence: evidence(ids),
    })),
  };
}

const touch = ([a, b]: Pair, [c, d]: Pair): boolean => a < d && c < b;

/** What of `gold` is found in `other`, one to one. */
export function pairs(gold: Negotiated, other: Negotiated) {
  const same = (a: Who, b: Who): boolean => a.spans.some((x) => b.spans.some((y) => touch(x, y))) || (a.code !== null && a.code === b.code);
  const seen = (a: { evidence: readonly number[] }, b: { evidence: readonly number[] }): boolean =>
    a.evidence.some((x) => b.evidence.some((y) => touch(gold.sentences[x]!, other.sentences[y]!)));
  return {
    positions: matched(
      gold.positions,
      other.positions,
      (a, b) => a.stance === b.stance && seen(a, b) && same(a.actor, b.actor),
      ({ issue }, b) => touch(issue, b.issue),
    ),
    stands: matched(
      gold.positions,
      other.positions,
      (a, b) => seen(a, b) && same(a.actor, b.actor),
      (a, b) => a.stance === b.stance,
    ),
    commitments: matched(
      gold.commitments,
      other.commitments,
      (a, b) => seen(a, b) && a.by.some((x) => b.by.some((y) => same(x, y))),
      ({ what }, b) => touch(what, b.what),
    ),
    reactions: matched(
      gold.reactions,
      other.reactions,
      (a, b) => a.stance === b.stance && seen(a, b) && same(a.actor, b.actor),
      () => true,
    ),
  };
}

/** The most pairs that fit, each item at most once (augmenting paths); of several that fit, one that is `best` is tried first. */
function matched<A, B>(
  gold: readonly A[],
  other: readonly B[],
  fits: (a: A, b: B) => boolean,
  best: (a: A, b: B) => boolean,
): (readonly [A, B])[] {
  const taken = new Map<B, A>();
  const options = new Map(
    gold.map((a) => [a, other.filter((b) => fits(a, b)).sort((x, y) => Number(best(a, y)) - Number(best(a, x)))] as const),
  );
  const place = (a: A, tried: Set<B>): boolean =>
    options.get(a)!.some((b) => {
      if (tried.has(b)) return false;
      tried.add(b);
      const holder = taken.get(b);
      if (holder !== undefined && !place(holder, tried)) return false;
      taken.set(b, a);
      return true;
    });
  for (const a of gold) place(a, new Set());
  return [...taken].map(([b, a]) => [a, b] as const);
}

/** Scores `other` against `gold`, over all articles together. */
export function scoreNegotiations(codings: readonly { gold: Negotiated; other: Negotiated }[]): NegotiationScore {
  const found = codings.map(({ gold, other }) => pairs(gold, other));
  const sum = (count: (i: number) => number): number => codings.reduce((all, _, i) => all + count(i), 0);
  const kinds = ["positions", "commitments", "reactions"] as const;
  const share = (kind: (typeof kinds)[number]): Share =>
    f1(
      sum((i) => found[i]![kind].length),
      sum((i) => codings[i]!.other[kind].length),
      sum((i) => codings[i]!.gold[kind].length),
    );
  const promises = found.flatMap(({ commitments }) => commitments);
  const stands = found.flatMap(({ positions }) => positions);
  const ratio = (right: number, all: number): number | null => (all ? right / all : null);
  return {
    articles: codings.length,
    coded: {
      positions: sum((i) => codings[i]!.gold.positions.length),
      commitments: sum((i) => codings[i]!.gold.commitments.length),
      reactions: sum((i) => codings[i]!.gold.reactions.length),
    },
    positions: share("positions"),
    stands: f1(
      sum((i) => found[i]!.stands.length),
      sum((i) => codings[i]!.other.positions.length),
      sum((i) => codings[i]!.gold.positions.length),
    ),
    commitments: share("commitments"),
    standing: ratio(promises.filter(([a, b]) => a.standing === b.standing).length, promises.length),
    reactions: share("reactions"),
    sayer: ratio(stands.filter(([a, b]) => (a.said_by === null) === (b.said_by === null)).length, stands.length),
  };
}

/** Readout against the first coding of each article, and the second coding of an article against its first. @param read an article's text → its record */
export async function measureNegotiations(
  folder: string,
  articles: string,
  read: (text: string) => Promise<ReadoutRecord>,
): Promise<{ mine: NegotiationScore; people: NegotiationScore | null } | null> {
  const all = negotiations(folder, articles);
  const first = firstOf(all);
  if (first.length === 0) return null;
  const program = [];
  for (const { coding, text } of first) program.push({ gold: coding, other: negotiatedOf(coding.article, await read(text)) });
  const twice = first.flatMap(({ coding, coder }) => {
    const second = all.find((one) => one.coding.article === coding.article && one.coder !== coder);
    return second ? [{ gold: coding, other: second.coding }] : [];
  });
  return { mine: scoreNegotiations(program), people: twice.length > 0 ? scoreNegotiations(twice) : null };
}
