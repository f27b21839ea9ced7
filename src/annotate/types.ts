// What annotate/ gives: a record's events and participants as marks on its text, and such marks as a person left them. Types only. Offsets are UTF-16 code units.
import type { Auxiliary, EventType } from "../codebook.ts";
import type { Span } from "../span.ts";

export const ROLES = ["actor", "recipient"] as const;
export type Role = (typeof ROLES)[number];

/** A person's marks on one text. */
export interface Annotated {
  readonly text: string;
  /** Ids of the events that the file was given with, as e12.3; null where the tool did not keep them: then none was taken out. */
  readonly given: readonly string[] | null;
  /** Who marked it, where the file says so. */
  readonly by: string | null;
  readonly events: readonly MarkedEvent[];
  /** Labels that stand for nothing here. */
  readonly unknown: readonly string[];
}

/** Null where the file cannot tell, so that nothing is changed. */
export interface MarkedEvent {
  readonly trigger: Span;
  readonly type: EventType;
  readonly modes: readonly string[] | null;
  readonly auxiliary: readonly Auxiliary[] | null;
  readonly sides: Readonly<Record<Role, readonly Span[]>> | null;
}

/** An event to be given to a tool. */
export interface Mark {
  /** On the shelf, as e12.3. */
  readonly id: string;
  readonly trigger: Span;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly auxiliary: readonly Auxiliary[];
  readonly sides: Readonly<Record<Role, readonly Span[]>>;
}
