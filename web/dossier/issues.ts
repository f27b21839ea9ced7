// Rows of positions → one row an issue, one column a side, and who moved from where to where. Pure.

import { stem } from "../../src/grammar/stems.ts";
import { FAMILIES } from "../../src/record/families.ts";
import type { PositionRow } from "../page/rows.ts";

const families = new Map(
  FAMILIES.trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(",").map((word) => word.trim());
      return words.filter((word) => !word.includes(" ")).map((word) => [stem(word), words[0]!] as const);
    }),
);
const empty = new Set(
  "a an the any some all its his her their to of for in on at by from with and or that be is are has have had no not more new full immediate now again such other very own".split(
    " ",
  ),
);

/** Families and stems of the words that carry an issue. */
export function wordsOf(issue: string): Set<string> {
  const words =
    issue
      .toLowerCase()
      .replace(/’s\b/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)).map((word) => families.get(stem(word)) ?? stem(word)));
}

/** The words of one are all among the other's, and the other adds little. */
function sameIssue(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0 || ![...small].every((word) => large.has(word))) return false;
  return small.size >= 2 ? large.size <= small.size + 2 : large.size <= 2;
}

export interface IssueRow {
  readonly label: string;
  /** By side, in order of time. */
  readonly stands: ReadonlyMap<string, readonly PositionRow[]>;
  readonly count: number;
}

export interface Matrix {
  /** The most outspoken first. */
  readonly sides: readonly string[];
  readonly issues: readonly IssueRow[];
}

/** By country, "USA"; by actor, "Donald Trump". Somebody without a country is a side of his own. */
export type By = "country" | "actor";
export const sideOf = ({ actor, actor_code }: PositionRow, by: By): string =>
  (by === "country" ? (actor_code ?? actor) : actor) ?? "(not named)";

const inTime = (a: PositionRow, b: PositionRow): number =>
  (a.day ?? "").localeCompare(b.day ?? "") || a.document.localeCompare(b.document) || a.position - b.position;

/** A ceasefire here and one elsewhere a season later are two issues. */
const season = 100 * 86_400_000;
const near = (a: PositionRow, b: PositionRow): boolean => !a.day || !b.day || Math.abs(Date.parse(b.day) - Date.parse(a.day)) <= season;

export function matrixOf(rows: readonly PositionRow[], by: By): Matrix {
  const groups: { label: string; words: Set<string>; rows: PositionRow[] }[] = [];
  for (const row of [...rows].sort(inTime)) {
    const words = wordsOf(row.issue);
    const group = groups.find((each) => near(each.rows.at(-1)!, row) && (each.label === row.issue || sameIssue(each.words, words)));
    if (group) group.rows.push(row);
    else groups.push({ label: row.issue, words, rows: [row] });
  }
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(sideOf(row, by), (counts.get(sideOf(row, by)) ?? 0) + 1);
  const sides = [...counts].sort((a, b) => b[1] - a[1]).map(([side]) => side);
  const issues = groups.map(({ label, rows: mine }) => {
    const stands = new Map<string, PositionRow[]>();
    for (const row of mine) stands.set(sideOf(row, by), [...(stands.get(sideOf(row, by)) ?? []), row]);
    return { label, stands, count: mine.length };
  });
  // What more sides speak about is more likely what the talks are about.
  return { sides, issues: issues.sort((a, b) => b.stands.size - a.stands.size || b.count - a.count) };
}

/** The stances one after the other, each with the rows that tell it. */
export function turnsOf(rows: readonly PositionRow[]): { stance: string; rows: PositionRow[] }[] {
  const out: { stance: string; rows: PositionRow[] }[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last?.stance === row.stance) last.rows.push(row);
    else out.push({ stance: row.stance, rows: [row] });
  }
  return out;
}

export interface Shift {
  readonly side: string;
  readonly from: PositionRow;
  /** Where it moved to; more than one where several articles tell it, each in its words. */
  readonly to: readonly PositionRow[];
  /** True where an article itself tells the change; else two articles differ. */
  readonly told: boolean;
}

const towards = new Set(["accepts", "offers", "supports", "demands"]);
const against = new Set(["rejects", "opposes"]);
const contrary = (a: string, b: string): boolean =>
  (towards.has(a) && against.has(b)) || (against.has(a) && towards.has(b)) || (a !== "undecided" && b === "undecided");

/** Changes that an article tells, the old stand cited by the earliest article that has it; then those that two articles together show. */
export function shiftsOf(rows: readonly PositionRow[], by: By): Shift[] {
  const out = new Map<string, { side: string; from: PositionRow; to: PositionRow[]; told: boolean }>();
  const add = (from: PositionRow, to: PositionRow, told: boolean): void => {
    const key = `${from.document} ${from.position}`;
    const shift = out.get(key) ?? { side: sideOf(to, by), from, to: [], told };
    out.set(key, shift);
    if (!shift.to.some((row) => row.stance === to.stance && sameIssue(wordsOf(row.issue), wordsOf(to.issue)))) shift.to.push(to);
  };
  const ordered = [...rows].sort(inTime);
  for (const to of ordered) {
    const from = to.earlier === null ? null : rows.find((row) => row.document === to.document && row.position === to.earlier);
    if (!from) continue;
    const same = (row: PositionRow): boolean =>
      row.stance === from.stance && sideOf(row, by) === sideOf(to, by) && sameIssue(wordsOf(row.issue), wordsOf(from.issue));
    add(ordered.find((row) => row.document !== to.document && inTime(row, to) < 0 && same(row)) ?? from, to, true);
  }
  for (const { stands } of matrixOf(rows, by).issues)
    for (const mine of stands.values()) {
      const turns = turnsOf(mine);
      turns.slice(1).forEach(({ stance, rows: [to] }, i) => {
        const from = turns[i]!.rows[0]!;
        if (to && from.day !== to.day && contrary(turns[i]!.stance, stance)) add(from, to, false);
      });
    }
  return [...out.values()];
}
