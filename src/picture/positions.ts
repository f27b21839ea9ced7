// Rows of `positions` → a picture: issues down, actors across, and in each field where the actor stands on the issue, in words; a shift as an arrow.
import { element, fitted, line, sheet, text, titled, wrapped } from "./svg.ts";
import type { PositionRow } from "./types.ts";

const margin = 24;
const issueWidth = 300;
const cellWidth = 132;
const mostActors = 8;
const mostIssues = 24;
const lineHeight = 16;

/** For or against, as a sign and a colour beside the word. */
const SIDES: Readonly<Record<string, readonly [sign: string, kind: string]>> = {
  demands: ["△", "conflict"],
  rejects: ["▽", "conflict"],
  opposes: ["▽", "conflict"],
  offers: ["◇", "cooperation"],
  accepts: ["◇", "cooperation"],
  supports: ["◇", "cooperation"],
  conditional: ["◌", "quiet"],
  undecided: ["◌", "quiet"],
};

interface Stand {
  readonly stance: string;
  readonly rows: readonly PositionRow[];
}

/** @param rows oldest first */
export function drawPositions(rows: readonly PositionRow[]): string {
  const stated = rows.filter(({ actor }) => actor !== null);
  if (stated.length === 0)
    return sheet({ kind: "positions", title: "Positions: none", description: "No position passes the filters.", width: 480, height: 96 }, [
      text(margin, 36, "Positions", { class: "head" }),
      text(margin, 64, "No position passes the filters.", { class: "quiet" }),
    ]);
  // Issues that many speak to, their busiest actors, and then what else these speak to: as full a matrix as there is room for.
  const allIssues = ranked(stated, ({ issue }) => folded(issue));
  const speakers = (issue: string): number => new Set(stated.filter((row) => folded(row.issue) === issue).map(({ actor }) => actor)).size;
  const shared = allIssues.filter((issue) => speakers(issue) > 1);
  const core = [...shared, ...allIssues.filter((issue) => !shared.includes(issue))].slice(0, mostIssues);
  const actors = ranked(
    stated.filter(({ issue }) => core.includes(folded(issue))),
    ({ actor }) => actor!,
  ).slice(0, mostActors);
  const shown = stated.filter(({ actor }) => actors.includes(actor!));
  const spoken = ranked(shown, ({ issue }) => folded(issue));
  const issues = [...spoken.filter((issue) => core.includes(issue)), ...spoken.filter((issue) => !core.includes(issue))].slice(
    0,
    mostIssues,
  );
  const allActors = new Set(stated.map(({ actor }) => actor));
  const rowsOf = issues
    .map((issue) => {
      const mine = shown.filter((row) => folded(row.issue) === issue);
      const cells = actors.map((actor) => standsOf(mine.filter((row) => row.actor === actor)));
      return { name: mine[0]!.issue, cells };
    })
    .filter(({ cells }) => cells.some((stands) => stands.length > 0));
  const width = Math.max(560, 2 * margin + issueWidth + actors.length * cellWidth);
  const head = 92;
  const names = actors.map((actor) => wrapped(actor, cellWidth - 14, 12, 3));
  const top = head + Math.max(...names.map((lines) => lines.length)) * lineHeight;
  const columnAt = (at: number): number => margin + issueWidth + at * cellWidth;
  const drawn: string[] = actors.flatMap((actor, at) => [
    titled(actor, names[at]!.map((words, n) => text(columnAt(at) + 8, head + n * lineHeight, words, { class: "strong" })).join("")),
  ]);
  let y = top;
  rowsOf.forEach(({ name, cells }, at) => {
    const words = wrapped(name, issueWidth - 20, 12, 3);
    const height = Math.max(words.length, ...cells.map((stands) => stands.length)) * lineHeight + 12;
    if (at % 2 === 0) drawn.push(element("rect", { x: margin, y, width: width - 2 * margin, height, class: "wash" }));
    drawn.push(line(margin, y, width - margin, y, "rule"));
    drawn.push(titled(name, words.map((each, n) => text(margin + 8, y + 18 + n * lineHeight, each)).join("")));
    cells.forEach((stands, column) => {
      drawn.push(...stands.map((stand, n) => standIn(stand, n > 0, columnAt(column) + 8, y + 18 + n * lineHeight)));
    });
    y += height;
  });
  drawn.push(line(margin, y, width - margin, y, "rule"));
  const left = [more(allIssues.length - rowsOf.length, "issue"), more(allActors.size - actors.length, "actor")].filter(Boolean);
  if (left.length > 0) {
    drawn.push(text(margin, y + 24, `Left out: ${left.join(", ")}. Filters such as --issue and --actor show others.`, { class: "quiet" }));
    y += 24;
  }
  const shifts = rowsOf.reduce((sum, { cells }) => sum + cells.filter((stands) => stands.length > 1).length, 0);
  const title = `Positions: ${many(actors.length, "actor")}, ${many(rowsOf.length, "issue")}`;
  const description = `${many(shown.filter(({ issue }) => issues.includes(folded(issue))).length, "position")} by issue and actor, ${many(shifts, "shift")} among them. ${left.length > 0 ? `Left out: ${left.join(", ")}.` : ""}`;
  return sheet({ kind: "positions", title, description: description.trim(), width, height: y + 24 }, [
    text(margin, 34, fitted(title, width - 2 * margin, 16), { class: "head" }),
    text(margin, 60, fitted("◇ for · ▽ against · △ a demand · ◌ open · ↓ then · italic: only others say so", width - 2 * margin, 12), {
      class: "quiet",
    }),
    ...drawn,
  ]);
}

const folded = (issue: string): string =>
  issue
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^(?:the|a|an|any) /, "")
    .trim();

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
const more = (count: number, what: string): string => (count > 0 ? `${many(count, what)}` : "");

/** Most rows first, then in the order of the rows. */
function ranked<T>(rows: readonly T[], of: (row: T) => string): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

/** One after the other, each as long as it held; at most four, the last ones. */
function standsOf(rows: readonly PositionRow[]): Stand[] {
  const stands: { stance: string; rows: PositionRow[] }[] = [];
  const add = (stance: string, row: PositionRow): void => {
    const last = stands.at(-1);
    if (last?.stance === stance) last.rows.push(row);
    else stands.push({ stance, rows: [row] });
  };
  for (const row of rows) {
    if (row.earlier_stance !== null && stands.at(-1)?.stance !== row.earlier_stance) add(row.earlier_stance, row);
    add(row.stance, row);
  }
  return stands.slice(-4);
}

function standIn({ stance, rows }: Stand, shift: boolean, x: number, y: number): string {
  const [sign, kind] = SIDES[stance] ?? ["◌", "quiet"];
  const said = rows.every(({ said_by }) => said_by !== null);
  const times = rows.length > 1 ? ` ×${rows.length}` : "";
  const words = `${shift ? "↓ " : ""}${sign} ${stance}${times}`;
  const told = rows.map(({ day, said_by, document, words: quote }) =>
    [day ?? "no day", said_by && `says ${said_by}`, quote && `“${quote}”`, document].filter(Boolean).join(" · "),
  );
  return titled(
    told.slice(0, 5).join("\n"),
    text(x, y, fitted(words, cellWidth - 12, 12), { class: `strong ${kind}${said ? " said" : ""}` }),
  );
}
