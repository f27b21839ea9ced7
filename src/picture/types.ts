// What picture/ takes: rows as the shelf's questions answer them, with the columns that are drawn. Types only.
import type { EventType } from "../codebook.ts";

/** Of `timeline`. */
export interface TimelineRow {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly type: EventType;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly auxiliary: readonly string[];
  readonly said_by: string | null;
  readonly document: string;
  readonly words: string;
}

/** Of `dyads_monthly`: events of what `source` did to `target`. */
export interface BalanceRow {
  /** First day of the month, YYYY-MM-DD. */
  readonly month: string;
  /** Codes. */
  readonly source: string;
  readonly target: string;
  readonly cooperation: number;
  readonly conflict: number;
  /** From -10 to 10. */
  readonly mean_score: number;
}

/** Of `positions`, oldest first. */
export interface PositionRow {
  readonly day: string | null;
  readonly actor: string | null;
  readonly stance: string;
  readonly issue: string;
  readonly said_by: string | null;
  /** What the actor wanted before, where the same article tells it. */
  readonly earlier_stance: string | null;
  readonly document: string;
  readonly words: string | null;
}
