// What rules do in one reading → notes, gathered only while somebody asks: elsewhere a rule costs what it always did. Also the switch by which a measure reads without a rule.
import type { Span } from "../span.ts";

export type Effect = "kept" | "changed" | "added" | "dropped";

/** What a rule did, and to what. */
export interface Note {
  /** Name of the rule, "idle.refuses-to-say". */
  readonly rule: string;
  readonly effect: Effect;
  /** What the rule's row says of itself, in one line. */
  readonly why: string;
  /** What was changed, in words: "recipient Lima: taken out"; "" where the effect says it all. */
  readonly what: string;
  /** What the note is about: words of an event's trigger, a statement's cue, a stand; an actor's words; a mention, and how it came to its actor. */
  readonly about: "event" | "statement" | "position" | "commitment" | "reaction" | "actor" | "mention" | "voice";
  readonly at: Span;
  /** Id of the actor that it is about, where it is one's. */
  readonly actor?: string;
  /** The mention of the same actor that stands before it. */
  readonly beside?: Span;
}

let open: Note[] | null = null;
let off: ReadonlySet<string> = new Set();

export const isTraced = (): boolean => open !== null;

/** Runs `work`, which must not wait for anything, and gives the notes of its rules. */
export function traced<T>(work: () => T): { readonly value: T; readonly notes: readonly Note[] } {
  const before = open;
  const notes: Note[] = [];
  open = notes;
  try {
    return { value: work(), notes };
  } finally {
    open = before;
  }
}

/** @param make called only while somebody asks */
export function note(make: () => Note): void {
  open?.push(make());
}

/** Runs `work`, which must not wait for anything, as if there were no rules of these names. */
export function without<T>(names: ReadonlySet<string>, work: () => T): T {
  const before = off;
  off = names;
  try {
    return work();
  } finally {
    off = before;
  }
}

export const isOff = (rule: string): boolean => off.size > 0 && off.has(rule);
