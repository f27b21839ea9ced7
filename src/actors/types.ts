// What actors/ gives: who is in the article, under which PLOVER code, and where each is mentioned. Types only.
import type { Span } from "../span.ts";

export type ActorKind = "person" | "country" | "organisation" | "group" | "unnamed";
export type MentionForm = "name" | "nominal" | "pronoun" | "metonym";

export interface Mention extends Span {
  readonly form: MentionForm;
}

/** One participant of the article, as it stands in the record. */
export interface Actor {
  /** "a1", "a2", … in order of first mention. */
  readonly id: string;
  /** Longest or best name in the text or dictionary ("Volodymyr Zelenskyy"); for an unnamed actor its first mention ("European leaders"). */
  readonly name: string;
  /** ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC; null where the text does not tell. */
  readonly code: string | null;
  /** Primary PLOVER sector (GOV, MIL, REB, …), or null. */
  readonly sector: string | null;
  readonly other_sectors: readonly string[];
  readonly kind: ActorKind;
  /** "President of Ukraine", as the dictionary or the text has it. */
  readonly office: string | null;
  readonly mentions: readonly Mention[];
}

export interface Cast {
  readonly actors: readonly Actor[];
  /** The actor that a span of the text speaks of: exact mention, else the mention it shares its head with, else null. */
  actorAt(span: Span): Actor | null;
  /** Those that a span speaks of: the members of a group that the text names one by one ("the two leaders"), else its one actor, else none. */
  actorsAt(span: Span): readonly Actor[];
  /** Ids of actors whose country the text does not give: they have the article's most prominent one ("police", "the opposition"). Left out, nobody's is guessed. */
  readonly assumed?: ReadonlySet<string>;
}

/** Coded for one dictionary entry at one date. */
export interface Code {
  readonly code: string | null;
  readonly sector: string | null;
  readonly other_sectors: readonly string[];
}
