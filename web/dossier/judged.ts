// Rows of statements, positions, promises and reactions → lines to judge, least sure first: what each says, its name on the shelf, and what says it again. Pure.
import type { Correction } from "../page/api.ts";
import type { Cited, CommitmentRow, PositionRow, ReactionRow, StatementRow } from "../page/rows.ts";

export const KINDS = ["statements", "positions", "commitments", "reactions"] as const;
export type LineKind = (typeof KINDS)[number];

export interface Judged {
  readonly row: Cited & { readonly day: string | null; readonly said_by?: string | null };
  /** DOCUMENT#p1 */
  readonly line: string;
  readonly who: string;
  readonly verb: string;
  readonly what: string;
  /** What a reader says who finds it right. */
  readonly right: Correction;
}

/** @param all every reaction of the articles, by which those are numbered that answer no event */
export function judgedOf(kind: LineKind, rows: readonly Cited[], all: readonly ReactionRow[] = []): readonly Judged[] {
  /** Reactions to an event, by article. */
  const answering = new Map<string, number>();
  for (const { document, event } of all) if (event !== "") answering.set(document, (answering.get(document) ?? 0) + 1);
  const of: Readonly<Record<LineKind, (row: never) => Omit<Judged, "row">>> = {
    statements: ({ document, statement, speaker, content }: StatementRow) => ({
      ...{ line: `${document}#${statement}`, who: speaker ?? "(nobody named)", verb: "says", what: content },
      right: { said_by: speaker ?? "" },
    }),
    positions: ({ document, position, actor, stance, issue }: PositionRow) => ({
      ...{ line: `${document}#p${position + 1}`, who: actor ?? "(nobody named)", verb: stance, what: issue },
      right: { stance },
    }),
    commitments: ({ document, commitment, by_whom, what, standing }: CommitmentRow) => ({
      ...{ line: `${document}#c${commitment + 1}`, who: by_whom.join(", ") || "(nobody named)", verb: `promises (${standing})`, what },
      right: { standing },
    }),
    reactions: ({ document, reaction, actor, stance, event, event_type, words }: ReactionRow) => ({
      line: event === "" ? `${document}#x${reaction - (answering.get(document) ?? 0) + 1}` : `${document}#r${reaction + 1}`,
      ...{ who: actor ?? "(nobody named)", verb: stance, what: event_type ?? words ?? "", right: { stance } },
    }),
  };
  const made = (row: Cited): Judged => ({ row: row as Judged["row"], ...of[kind](row as never) });
  // What a person said is sure, and is not asked about again.
  const open = rows.filter(({ confidence }) => (confidence ?? 0) < 1);
  return open.sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0)).map(made);
}
