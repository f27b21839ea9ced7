// Rows of positions → one entry an issue, with the stands of each side on it; and what only one side speaks about, by side. Pure.
// What is one issue, and for how long, is the shelf's own rule.
import { sameIssue } from "../../src/gather/issues.ts";
import { windows } from "../../src/gather/windows.ts";
import type { ActorRow, PositionRow } from "../page/rows.ts";

export interface IssueRow {
  readonly label: string;
  /** By side, in order of time. */
  readonly stands: ReadonlyMap<string, readonly PositionRow[]>;
  readonly count: number;
}

export interface Matrix {
  /** Of the issues that two or more speak to, those who do, the most outspoken first. */
  readonly sides: readonly string[];
  readonly shared: readonly IssueRow[];
  /** The other stands, by side. */
  readonly single: ReadonlyMap<string, readonly PositionRow[]>;
}

/** Where a row stands. A person is a side of his own; by country, whoever speaks for it counts as it. */
export type SideOf = (row: PositionRow) => string;
export const byActor: SideOf = ({ actor }) => actor ?? "(not named)";

/** Government, army, police, intelligence, and members of its parliament. */
const speaking = /^(?:GOV|MIL|COP|SPY|LEG)$/;

/** A stand counts as its country's only where the country itself takes it, or its government or those who speak for it. */
export function byCountry(actors: readonly ActorRow[]): SideOf {
  const speaks = new Set(
    actors.flatMap(({ name, code, sector, kind }) =>
      code && (kind === "country" || speaking.test(sector ?? "")) ? [`${name} ${code}`] : [],
    ),
  );
  return (row) => (row.actor_code && speaks.has(`${row.actor} ${row.actor_code}`) ? row.actor_code : byActor(row));
}

function grouped(rows: readonly PositionRow[], sideOf: SideOf): Map<string, PositionRow[]> {
  const out = new Map<string, PositionRow[]>();
  for (const row of rows) out.set(sideOf(row), [...(out.get(sideOf(row)) ?? []), row]);
  return out;
}

const inTime = (a: PositionRow, b: PositionRow): number =>
  (a.day ?? "").localeCompare(b.day ?? "") || a.document.localeCompare(b.document) || a.position - b.position;
const near = (a: PositionRow, b: PositionRow): boolean =>
  !a.day || !b.day || Math.abs(Date.parse(b.day) - Date.parse(a.day)) <= windows.stands * 86_400_000;

export function matrixOf(rows: readonly PositionRow[], sideOf: SideOf): Matrix {
  const groups: { label: string; rows: PositionRow[] }[] = [];
  for (const row of [...rows].sort(inTime)) {
    const group = groups.find((each) => near(each.rows.at(-1)!, row) && (each.label === row.issue || sameIssue(each.label, row.issue)));
    if (group) group.rows.push(row);
    else groups.push({ label: row.issue, rows: [row] });
  }
  const issues = groups.map(({ label, rows: mine }) => ({ label, stands: grouped(mine, sideOf), count: mine.length }));
  const shared = issues.filter(({ stands }) => stands.size > 1);
  const counts = new Map<string, number>();
  for (const { stands } of shared) for (const [side, mine] of stands) counts.set(side, (counts.get(side) ?? 0) + mine.length);
  const alone = issues.filter(({ stands }) => stands.size === 1).flatMap(({ stands }) => [...stands.values()].flat());
  const single = [...grouped(alone, sideOf)].sort((a, b) => b[1].length - a[1].length);
  return {
    sides: [...counts].sort((a, b) => b[1] - a[1]).map(([side]) => side),
    // What more sides speak about is more likely what the talks are about.
    shared: shared.sort((a, b) => b.stands.size - a.stands.size || b.count - a.count),
    single: new Map(single),
  };
}

/** The stances one after the other, each with the rows that tell it; what is ascribed to somebody by another is no turn of his own. */
export function turnsOf(rows: readonly PositionRow[]): { stance: string; rows: PositionRow[] }[] {
  const out: { stance: string; rows: PositionRow[] }[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last?.stance === row.stance && last.rows[0]!.actor === row.actor && last.rows[0]!.said_by === row.said_by) last.rows.push(row);
    else out.push({ stance: row.stance, rows: [row] });
  }
  return out;
}

/** Whether the later of two turns is a change of mind: of the same actor, by nobody else's word, and the other way. */
export function isShift(before: PositionRow | undefined, now: PositionRow): boolean {
  return (
    before !== undefined && before.actor === now.actor && before.said_by === null && now.said_by === null && before.stance !== now.stance
  );
}
