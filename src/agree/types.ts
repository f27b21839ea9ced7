// What agree/ takes and gives: one text as a coder coded it, and how far two coders agree. Types only. Offsets are UTF-16 code units.
import type { Span } from "../span.ts";

export interface CodedSide extends Span {
  /** Null where a coder marked words and named nobody. */
  readonly name: string | null;
}

export interface CodedEvent {
  readonly trigger: Span;
  readonly type: string;
  readonly modes: readonly string[] | null;
  readonly auxiliary: readonly string[] | null;
  readonly score: number | null;
  readonly actor: readonly CodedSide[] | null;
  readonly recipient: readonly CodedSide[] | null;
}

/** Null for what the coder's file cannot tell. */
export interface Coded {
  readonly text: string;
  readonly events: readonly CodedEvent[];
  readonly statements: readonly { readonly source: Span | null; readonly content: readonly Span[] }[] | null;
  readonly voices: readonly (Span & { readonly voice: string })[] | null;
}

/** One layer, over all texts that both have. */
export interface Agreement {
  readonly layer: string;
  /** How many the one has, the other has, and both have alike. */
  readonly a: number;
  readonly b: number;
  readonly both: number;
  /** 2·both / (a + b); null where neither has any. */
  readonly f1: number | null;
  /** Krippendorff's; null where there is nothing to vary. */
  readonly alpha: number | null;
}
