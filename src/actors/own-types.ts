// What the readers of users' dictionaries give to own.ts. Types only.
import type { Stage } from "./dictionary.ts";
import type { ActorKind } from "./types.ts";

/** A dictionary of the user's: `name` is what faults are told with, usually its path. */
export interface ActorFile {
  readonly name: string;
  readonly text: string;
}

/** What could not be used: "what is wrong: what to do". `line` counts from 1; null for the file as a whole. */
export interface Fault {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

export type Report = (line: number | null, message: string) => void;

/** One actor of a user's dictionary. */
export interface OwnRecord {
  /** As written, the first one first. */
  readonly names: readonly string[];
  /** Null where the file does not tell. */
  readonly kind: ActorKind | null;
  /** The first that holds on a day counts; those without dates stand last. At least one. */
  readonly stages: readonly Stage[];
}

/** A noun of a user's dictionary, in lower case. */
export interface OwnAgent {
  readonly noun: string;
  /** Null where there is none. */
  readonly plural: string | null;
  readonly sector: string;
}

export interface Own {
  readonly records: readonly OwnRecord[];
  readonly agents: readonly OwnAgent[];
}
