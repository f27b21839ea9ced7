// An actor while its mentions are being gathered: what cast.ts and pronouns.ts share. Types only.
import type { Span } from "../span.ts";
import type { Entry } from "./dictionary.ts";
import type { Tie } from "./ties.ts";
import type { ActorKind, MentionForm } from "./types.ts";

/** An actor that is still growing. */
export interface Draft {
  readonly entry: Entry | null;
  name: string;
  code: string | null;
  sector: string | null;
  other_sectors: readonly string[];
  kind: ActorKind;
  office: string | null;
  /** Nouns that it goes by ("foreign minister"). */
  readonly nouns: Set<string>;
  readonly keys: Set<string>;
  assumed: boolean;
  /** Of no one country, or of more than one. */
  readonly open: boolean;
  plural: boolean;
  /** What is nobody ("the investigation"). */
  readonly thing: boolean;
  /** What the title or the noun tells ("Ms", "king"). */
  gender: "he" | "she" | null;
  /** Of a group that the text names one by one. */
  members: readonly Draft[];
  readonly mentions: Seen[];
}

export interface Seen extends Span {
  readonly form: MentionForm;
  readonly sentence: number;
  readonly subject: boolean;
  /** How it came to the actor. */
  readonly tie: Tie;
}
