// Rows that the shelf's API answers with, as far as the page uses their columns. Types only; the columns are those of docs/shelf.md.

/** Where a row's words stand. */
export interface Cited {
  readonly document: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly sentence: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string | null;
  readonly confidence?: number | null;
}

/** The article published before, and where its words stand. */
export interface OtherCited {
  readonly other_document: string;
  readonly other_outlet: string | null;
  readonly other_published: string | null;
  readonly other_sentence: number | null;
  readonly other_start: number | null;
  readonly other_end: number | null;
  readonly other_words: string | null;
}

export interface DocumentRow {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly events: number;
}

export interface EventRow extends Cited {
  readonly event: string;
  readonly day: string | null;
  readonly type: string;
  readonly source: readonly string[];
  readonly source_code: readonly string[];
  readonly source_sector: readonly string[];
  readonly target: readonly string[];
  readonly target_code: readonly string[];
  readonly target_sector: readonly string[];
  readonly auxiliary: readonly string[];
  readonly said_by: string | null;
  readonly score: number;
}

export interface PositionRow extends Cited {
  readonly position: number;
  readonly day: string | null;
  readonly actor: string | null;
  readonly actor_code: string | null;
  readonly stance: string;
  readonly issue: string;
  readonly said_by: string | null;
  readonly earlier: number | null;
  readonly earlier_stance: string | null;
  readonly earlier_issue: string | null;
}

/** Somebody stood otherwise in an earlier article. */
export interface ShiftRow extends Cited, OtherCited {
  readonly day: string | null;
  readonly actor: string | null;
  readonly earlier_stance: string;
  readonly earlier_issue: string;
  readonly stance: string;
  readonly issue: string;
}

/** Two reports that differ, the later one first. */
export interface ContradictionRow extends Cited, OtherCited {
  readonly day: string | null;
  readonly kind: string;
  readonly actor: string | null;
  readonly value: string;
  readonly said_by: string | null;
  readonly other_value: string;
  readonly other_said_by: string | null;
}

/** One event, with all the articles that tell it. */
export interface GatheredRow extends Cited {
  readonly id: string;
  readonly day: string | null;
  readonly type: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly auxiliary: readonly string[];
  readonly said_by: readonly string[];
  readonly reality: readonly string[];
  readonly outlets: readonly string[];
  readonly differ: readonly string[];
  readonly documents: number;
}

/** An event that nobody has looked at. */
export interface ReviewRow extends Cited {
  readonly id: string;
  readonly why: "unsure" | "lost";
  readonly day: string | null;
  readonly type: string;
  readonly modes: readonly string[] | null;
  readonly auxiliary: readonly string[] | null;
  readonly source: readonly string[] | null;
  readonly target: readonly string[] | null;
  readonly said_by: string | null;
}

export interface CommitmentRow extends Cited {
  readonly commitment: number;
  readonly day: string | null;
  readonly by_whom: readonly string[];
  readonly to_whom: readonly string[];
  readonly what: string;
  readonly standing: string;
  readonly said_by: string | null;
  readonly doubts: number;
  readonly precedents: number;
}

export interface ReactionRow extends Cited {
  readonly reaction: number;
  readonly day: string | null;
  readonly actor: string | null;
  readonly stance: string;
  /** "" where it answers what was not coded as an event. */
  readonly event: string;
  readonly event_type: string | null;
}

export interface StatementRow extends Cited {
  readonly statement: string;
  readonly day: string | null;
  readonly speaker: string | null;
  readonly speaker_code: string | null;
  readonly direct: boolean;
  readonly content: string;
}

export interface ActorRow extends Cited {
  readonly name: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly kind: string;
  readonly office: string | null;
  readonly documents: number;
  readonly outlets: number;
  readonly mentions: number;
}

export interface DyadRow {
  readonly month: string;
  readonly source: string;
  readonly target: string;
  readonly events: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly mean_score: number;
}
